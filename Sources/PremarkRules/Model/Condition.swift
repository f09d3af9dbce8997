/// Which clauses a pattern may stand in.
public enum Filter: Sendable, Equatable {
  /// Who speaks or does.
  public enum Voice: Sendable, Equatable { case own, other, general, ownOrOther, any }
  /// Whether it is said to be so.
  public enum Polarity: Sendable, Equatable {
    case affirmed, negated, hypothetical, affirmedOrHypothetical, any
  }
  /// How a strength is compared.
  public enum Comparison: Sendable, Equatable { case exactly, orStronger, orWeaker }
  /// Names of `Strength` in the annotation: "none", "aspiration", "plan", "done", "result", "result-with-data", "corroborated".
  case voice(Voice)
  case polarity(Polarity)
  case strength(String, Comparison)
  case asked(Bool)
  /// Only in text whose role (column, label, heading) is one of these, or (false) is none of these.
  case role([String], Bool)
  /// Only in sections whose heading, or a heading above it, holds the list (or, false, holds it not).
  case headed(Reference, Bool)
  /// Only inside a table, a list, a quotation (or, false, outside).
  case place(Place, Bool)
  /// Only inside a passage or item of that rule (or, false, outside all of them).
  case inside(String, Bool)
  /// What a clause may stand in.
  public enum Place: Sendable, Equatable { case table, list, quotation }
}

/// How near two things must stand.
public enum Within: Sendable, Equatable {
  case clause, sentence, block, row, passage, section, document
  /// At most n words between.
  case words(Int)
  /// In this order in the same sentence.
  case order
}

/// Something that may be found in a stretch of text.
public enum Term: Sendable, Equatable {
  case reference(Reference)
  case phrase(Phrase)
  /// An indicator, item, passage, or a part of the item at hand.
  case named(String)
  /// A cell of that role with an answer in it.
  case column(String)
  /// A label, lead, row label or heading that holds the reference.
  case label(Reference)
}

/// What must hold in a stretch of text (a clause, an item, a passage).
public indirect enum Condition: Sendable {
  case term(Term, RuleLocation)
  case all([Condition])
  case any([Condition])
  case not(Condition)
  /// Both, near enough.
  case together(Condition, Condition, Within)
  /// Only in clauses that pass all filters (they add to or replace the defaults of their kind).
  case filtered(Condition, [Filter])
  /// At least n different findings of a term in the stretch.
  case atLeast(Int, Term, Different?, RuleLocation)
}

/// By what findings are told apart when different ones are counted.
public enum Different: String, Sendable { case word, group, date, person }
