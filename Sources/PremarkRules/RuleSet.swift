public import PremarkText

/// The rules of one unit with the vocabulary in reach, as checked data. Order is the order of the files.
public struct RuleSet: Sendable {
  /// Files it was read from, in order of first use: the unit's own first.
  public let files: [RuleFile]
  /// The unit itself.
  public let unit: Unit
  /// Every word list in reach, `extends` and `drop` already applied, names unique.
  public let wordLists: [WordList]
  public let passages: [PassageRule]
  public let indicators: [Indicator]
  public let items: [ItemRule]
  public let criteria: [Criterion]
  public let mistakes: [CommonMistake]
  public let tips: [Tip]

  /// Makes a rule set; the checker is the only caller outside tests.
  public init(
    files: [RuleFile], unit: Unit, wordLists: [WordList], passages: [PassageRule], indicators: [Indicator],
    items: [ItemRule], criteria: [Criterion], mistakes: [CommonMistake], tips: [Tip]
  ) {
    self.files = files
    self.unit = unit
    self.wordLists = wordLists
    self.passages = passages
    self.indicators = indicators
    self.items = items
    self.criteria = criteria
    self.mistakes = mistakes
    self.tips = tips
  }
}

/// A rule file: its path as given (for diagnostics) and its bytes, line ends normalised to "\n".
public struct RuleFile: Sendable {
  public let path: String
  public let text: [UInt8]

  /// Makes a rule file.
  public init(path: String, text: [UInt8]) {
    self.path = path
    self.text = text
  }
}

/// A place in a rule file: index in ``RuleSet/files`` and bytes in its text.
public struct RuleLocation: Sendable, Hashable {
  public let file: Int
  public let span: Span

  /// Makes a location.
  public init(file: Int, span: Span) {
    self.file = file
    self.span = span
  }
}

/// What stands at the top of a unit's file.
public struct Unit: Sendable {
  public let id: String
  public let title: String
  public let awardedBy: String
  /// Filters of every indicator and statement that does not say otherwise.
  public let defaults: [Filter]
  /// Holds where the submission is no evidence for this unit at all (another occupation).
  public let appliesUnless: Test?
  /// Echo: for each sentence of the unit's own wording the sorted FNV-1a 32-bit hashes of its content stems.
  public let wording: [[UInt32]]
  public let location: RuleLocation

  /// Makes a unit.
  public init(
    id: String, title: String, awardedBy: String, defaults: [Filter], appliesUnless: Test?,
    wording: [[UInt32]],
    location: RuleLocation
  ) {
    self.id = id
    self.title = title
    self.awardedBy = awardedBy
    self.defaults = defaults
    self.appliesUnless = appliesUnless
    self.wording = wording
    self.location = location
  }
}

/// Named groups of phrases; a list without groups has one with an empty name.
public struct WordList: Sendable {
  public struct Group: Sendable {
    public let name: String
    public let phrases: [Phrase]

    public init(name: String, phrases: [Phrase]) {
      self.name = name
      self.phrases = phrases
    }
  }
  public let name: String
  public let groups: [Group]
  public let location: RuleLocation

  public init(name: String, groups: [Group], location: RuleLocation) {
    self.name = name
    self.groups = groups
    self.location = location
  }
}

/// A phrase: what stands between two commas of a word list, or between quotes in a condition.
public struct Phrase: Sendable, Equatable {
  /// One place of a phrase.
  public enum Element: Sendable, Equatable {
    /// A word, matched by stem; lower case.
    case word(String)
    /// `=word`: matched by its folded form, not by its stem.
    case exact(String)
    /// `word*`: any word that begins so.
    case prefix(String)
    /// `*`: any one word.
    case anyWord
    /// `...` (up to 3 words) or `...n` (up to n): a gap inside the clause.
    case gap(upTo: Int)
    /// `a/b`: one of several words.
    case oneOf([Element])
    /// `(word word)`: may be missing.
    case optional([Element])
    /// `<list>`, `<list:group>` or `<entity>` inside a phrase.
    case reference(Reference)
  }
  public let elements: [Element]
  public let location: RuleLocation

  public init(elements: [Element], location: RuleLocation) {
    self.elements = elements
    self.location = location
  }
}

/// `<name>`, `<name:group>`: a word list or a built-in entity.
public struct Reference: Sendable, Equatable, Hashable {
  /// Entity kinds with `figure` (percentage, score, duration, money, count, number, change) and `deadline` (a date to the
  /// month or finer, or a time limit); else a word list.
  public let name: String
  /// A group of the list; for `person` and `role` a group of the role list; for `date` the precision `day`, `month`
  /// or `year` (that or finer); for `change` `up` or `down`.
  public let group: String?

  public init(name: String, group: String?) {
    self.name = name
    self.group = group
  }
}

/// Which clauses a pattern may stand in.
public enum Filter: Sendable, Equatable {
  public enum Voice: Sendable, Equatable { case own, other, general, ownOrOther, any }
  public enum Polarity: Sendable, Equatable {
    case affirmed, negated, hypothetical, affirmedOrHypothetical, any
  }
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

/// What is counted over the document: the findings of a term, those for which the condition holds in their stretch.
public struct Thing: Sendable {
  public let term: Term
  public let having: Condition?
  public let different: Different?
  /// Least number of days between the first and the last dated one.
  public let spreadDays: Int?
  public let location: RuleLocation

  public init(term: Term, having: Condition?, different: Different?, spreadDays: Int?, location: RuleLocation)
  {
    self.term = term
    self.having = having
    self.different = different
    self.spreadDays = spreadDays
    self.location = location
  }
}

/// What is asked of the whole document.
public indirect enum Test: Sendable {
  public enum Share: Sendable, Equatable { case all, most, half, none }
  case atLeast(Int, Thing)
  case atMost(Int, Thing)
  /// A share of the things (`having` empty there) for which the condition holds; false where there is no thing at all.
  case share(Share, Thing, Condition)
  case all([Test])
  case any([Test])
  case not(Test)
  /// `criterion x is met`, `… is below met`, `… is not-met`.
  case criterion(String, atLeast: String?, below: String?, RuleLocation)
  /// `requirement x is held`.
  case requirement(String, isHeld: Bool, RuleLocation)
  /// `<a> outnumbers <b>`.
  case outnumbers(Term, Term, RuleLocation)
  /// `fewer than n words` in the evidence of the document.
  case words(below: Int)
}

/// A dated or labelled run of text inside or across blocks.
public struct PassageRule: Sendable {
  /// Where one starts.
  public enum Start: Sendable {
    /// The block opens with the term (in its first words, its lead, its label), or is a heading that holds it.
    case opening(Term)
    /// The label, lead or heading holds the list.
    case label(Reference)
    /// Each row of a table with a column of that role.
    case row(String)
    /// A sentence that opens with the term: passages inside one block.
    case sentence(Term)
  }
  public enum End: Sendable { case nextStartOrHeading, block, nextStart }
  public let id: String
  public let starts: [Start]
  public let end: End
  /// Only passages in which this holds count.
  public let having: Condition?
  public let examples: [Example]
  public let location: RuleLocation

  public init(
    id: String, starts: [Start], end: End, having: Condition?, examples: [Example], location: RuleLocation
  ) {
    self.id = id
    self.starts = starts
    self.end = end
    self.having = having
    self.examples = examples
    self.location = location
  }
}

/// A pattern that speaks for a requirement.
public struct Indicator: Sendable {
  /// One way to show it: a condition inside one stretch of that size.
  public struct Alternative: Sendable {
    public let scope: Within
    public let condition: Condition
    public let location: RuleLocation

    public init(scope: Within, condition: Condition, location: RuleLocation) {
      self.scope = scope
      self.condition = condition
      self.location = location
    }
  }
  public let id: String
  public let alternatives: [Alternative]
  /// Not found where this holds in the same stretch.
  public let unless: [Alternative]
  public let examples: [Example]
  public let location: RuleLocation

  public init(
    id: String, alternatives: [Alternative], unless: [Alternative], examples: [Example],
    location: RuleLocation
  ) {
    self.id = id
    self.alternatives = alternatives
    self.unless = unless
    self.examples = examples
    self.location = location
  }
}

/// Things that come in numbers: objectives, activities, review entries, one-to-ones.
public struct ItemRule: Sendable {
  public enum Source: Sendable {
    /// Rows of a table that has columns of all these roles.
    case rows([String])
    /// List items whose role is this, or that stand under a lead-in or heading holding the list.
    case listsWithRole(String)
    case listsUnder(Reference)
    /// Paragraphs (no list, no table) whose role is this.
    case paragraphsWithRole(String)
    /// Paragraphs, list items and lines of cells of that role.
    case cellsWithRole(String)
    /// Passages of that kind.
    case passages(String)
    /// From a block whose label or lead holds the list (in a form: the row) until the next such block or heading.
    case labelled(Reference)
    /// A sentence in which the condition holds, until the next such sentence or the end of the block.
    case statements(Condition)
  }
  public struct Part: Sendable {
    public let name: String
    public let condition: Condition
    public let location: RuleLocation

    public init(name: String, condition: Condition, location: RuleLocation) {
      self.name = name
      self.condition = condition
      self.location = location
    }
  }
  public let id: String
  /// Plain words for feedback: "objective", "objectives".
  public let singular: String
  public let plural: String
  public let sources: [(source: Source, having: Condition?, location: RuleLocation)]
  public let countsWhen: Condition?
  public let parts: [Part]
  public let examples: [Example]
  public let location: RuleLocation

  public init(
    id: String, singular: String, plural: String,
    sources: [(source: Source, having: Condition?, location: RuleLocation)], countsWhen: Condition?,
    parts: [Part],
    examples: [Example], location: RuleLocation
  ) {
    self.id = id
    self.singular = singular
    self.plural = plural
    self.sources = sources
    self.countsWhen = countsWhen
    self.parts = parts
    self.examples = examples
    self.location = location
  }
}

/// What must be shown for a criterion to be met, with the arithmetic of its decision.
public struct Criterion: Sendable {
  public struct Requirement: Sendable {
    public let id: String
    public let isEssential: Bool
    public let weight: Int
    public let heldIf: Test
    public let nearIf: Test?
    public let contradictedBy: Test?
    /// Said of it when held ("You rated yourself against {count} skills"); and what to do when not.
    public let shown: String?
    public let advice: String?
    /// What is missing, in words, for near and absent ("a date for each objective").
    public let missing: String?
    public let location: RuleLocation

    public init(
      id: String, isEssential: Bool, weight: Int, heldIf: Test, nearIf: Test?, contradictedBy: Test?,
      shown: String?,
      advice: String?, missing: String?, location: RuleLocation
    ) {
      self.id = id
      self.isEssential = isEssential
      self.weight = weight
      self.heldIf = heldIf
      self.nearIf = nearIf
      self.contradictedBy = contradictedBy
      self.shown = shown
      self.advice = advice
      self.missing = missing
      self.location = location
    }
  }
  /// `met when all`, `4 of 5`, or a test over requirements (`requirement x is held and …`).
  public enum Rule: Sendable {
    case all
    case atLeast(Int)
    case test(Test)
  }
  public let id: String
  public let title: String
  public let because: String
  public let learningOutcome: String?
  public let requirements: [Requirement]
  public let metWhen: Rule
  public let partlyWhen: Rule
  /// A person must look where this holds: why.
  public let refer: [(test: Test, why: String)]
  public let note: String?
  public let question: String?
  /// The learner's next step where the criterion is met.
  public let praise: String?
  public let location: RuleLocation

  public init(
    id: String, title: String, because: String, learningOutcome: String?, requirements: [Requirement],
    metWhen: Rule, partlyWhen: Rule, refer: [(test: Test, why: String)], note: String?, question: String?,
    praise: String?, location: RuleLocation
  ) {
    self.id = id
    self.title = title
    self.because = because
    self.learningOutcome = learningOutcome
    self.requirements = requirements
    self.metWhen = metWhen
    self.partlyWhen = partlyWhen
    self.refer = refer
    self.note = note
    self.question = question
    self.praise = praise
    self.location = location
  }
}

/// A mistake assessors write comments about.
public struct CommonMistake: Sendable {
  public let id: String
  public let title: String
  public let isMajor: Bool
  public let when: Test
  public let contradictedBy: Test?
  public let says: String
  public let advice: String?
  public let examples: [Example]
  public let location: RuleLocation

  public init(
    id: String, title: String, isMajor: Bool, when: Test, contradictedBy: Test?, says: String,
    advice: String?,
    examples: [Example], location: RuleLocation
  ) {
    self.id = id
    self.title = title
    self.isMajor = isMajor
    self.when = when
    self.contradictedBy = contradictedBy
    self.says = says
    self.advice = advice
    self.examples = examples
    self.location = location
  }
}

/// Advice with its trigger.
public struct Tip: Sendable {
  public let id: String
  public let when: Test?
  public let says: String
  public let location: RuleLocation

  public init(id: String, when: Test?, says: String, location: RuleLocation) {
    self.id = id
    self.when = when
    self.says = says
    self.location = location
  }
}

/// A rule's own test: a sentence or an indented block of Markdown with the expected spans between `[[ ]]`.
public struct Example: Sendable {
  /// True for `accept`: the rule is found (exactly at the marks where there are any); false for `reject`.
  public let isAccepted: Bool
  /// Text without the marks; empty for `accept absent` / `reject absent` (an empty submission).
  public let text: [UInt8]
  /// Expected spans in `text`, in order; empty where none is marked.
  public let marks: [Span]
  /// True for an indented Markdown block, false for a sentence in quotes.
  public let isBlock: Bool
  public let location: RuleLocation

  public init(isAccepted: Bool, text: [UInt8], marks: [Span], isBlock: Bool, location: RuleLocation) {
    self.isAccepted = isAccepted
    self.text = text
    self.marks = marks
    self.isBlock = isBlock
    self.location = location
  }
}
