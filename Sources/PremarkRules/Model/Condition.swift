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
  /// At least n findings of a term, anywhere in the document, that belong to the item at hand: `review-entry for it`.
  case linked(Int, Term, RuleLocation)
  /// A value that stands so to another: `<percentage> better than <percentage>`.
  case compared(ValueComparison, RuleLocation)
  /// Both, near enough, and near each a word of each list that is the same for both.
  case about(Condition, Condition, Within, [Reference])
}

/// Two captured values and how they must stand to each other.
public struct ValueComparison: Sendable, Equatable {
  /// How the first value must stand to the second.
  public enum Relation: String, Sendable, CaseIterable {
    case higher, lower, later, earlier
    /// Higher, or lower where less is better.
    case better
    /// Lower, or higher where less is better.
    case worse
    case equal, other
  }

  /// Where the second value is looked for, if not beside the first.
  public struct Place: Sendable, Equatable {
    /// Which of the other passages or items.
    public enum Order: String, Sendable { case earlier, later, another }
    /// Which of them.
    public let order: Order
    /// The name of the passage or item.
    public let name: String

    /// Makes one.
    public init(order: Order, name: String) {
      self.order = order
      self.name = name
    }
  }

  /// What the first value is taken from.
  public let first: Term
  /// How it must stand.
  public let relation: Relation
  /// What the second value is taken from.
  public let second: Term
  /// Where the second is looked for; nil for the same stretch.
  public let place: Place?
  /// Lists of each of which the same word (or group) must stand near both.
  public let about: [Reference]

  /// Makes one.
  public init(first: Term, relation: Relation, second: Term, place: Place?, about: [Reference]) {
    self.first = first
    self.relation = relation
    self.second = second
    self.place = place
    self.about = about
  }
}

/// By what findings are told apart when different ones are counted.
public enum Different: String, Sendable { case word, group, date, person }
