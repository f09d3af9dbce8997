public import PremarkDocument
public import PremarkText

/// A document with what a careful English reader notices in it.
///
/// All arrays are in reading order. Token, sentence and clause ranges index the arrays here; spans are UTF-8 bytes in
/// the text of the block they belong to. Blocks that are hidden, deleted or comments are annotated too (their
/// sentences exist) but carry `isEvidence == false`.
public struct AnnotatedText: Sendable {
  /// What was read.
  public let document: Document
  /// Every word of the rules and of the document, each once.
  public let words: WordTable
  /// Tokens of all blocks, block after block.
  public let tokens: [Token]
  /// One for each block of the document, same index.
  public let blocks: [AnnotatedBlock]
  /// Sentences of all blocks.
  public let sentences: [Sentence]
  /// Clauses of all sentences.
  public let clauses: [Clause]
  /// What negation reaches, by token order; a token may lie in several.
  public let negations: [Scope]
  /// What is only supposed, wished or conditional, by token order.
  public let hypotheses: [Scope]
  /// Dates, durations, quantities, changes, people …, by start; nested ones after what holds them.
  public let entities: [Entity]
  /// People, in order of first mention.
  public let people: [Person]
  /// One for each table of the document, same index.
  public let tables: [AnnotatedTable]

  /// Makes an annotated text; ``Annotator`` is the only caller outside tests.
  public init(
    document: Document, words: WordTable, tokens: [Token], blocks: [AnnotatedBlock], sentences: [Sentence],
    clauses: [Clause], negations: [Scope], hypotheses: [Scope], entities: [Entity], people: [Person],
    tables: [AnnotatedTable]
  ) {
    self.document = document
    self.words = words
    self.tokens = tokens
    self.blocks = blocks
    self.sentences = sentences
    self.clauses = clauses
    self.negations = negations
    self.hypotheses = hypotheses
    self.entities = entities
    self.people = people
    self.tables = tables
  }

  /// The same, with the parts that are said to be somebody else's work no evidence.
  public var borrowedSetAside: AnnotatedText {
    guard blocks.contains(where: { $0.isBorrowed }) else { return self }
    return AnnotatedText(
      document: document, words: words, tokens: tokens,
      blocks: blocks.map { block in
        AnnotatedBlock(
          tokens: block.tokens, sentences: block.sentences, role: block.role, isPrompt: block.isPrompt,
          label: block.label, isEvidence: block.isEvidence && !block.isBorrowed, isBorrowed: block.isBorrowed)
      },
      sentences: sentences, clauses: clauses, negations: negations, hypotheses: hypotheses,
      entities: entities,
      people: people, tables: tables)
  }
}

/// What is known of a block beyond its text.
public struct AnnotatedBlock: Sendable {
  /// Its tokens in ``AnnotatedText/tokens``.
  public let tokens: Range<Int>
  /// Its sentences in ``AnnotatedText/sentences``.
  public let sentences: Range<Int>
  /// What its column, row label, lead or heading makes of it: the nearest that says something.
  public let role: Role?
  /// True for a heading, column header, row label, question, instruction or example of the template: context for what
  /// stands under it, never evidence. A heading in the learner's own words is a prompt too.
  public let isPrompt: Bool
  /// The part of the block that is only a label or question in front of an answer in the same block ("Name:",
  /// "Q1. What …?", "**Call handling.**"); nil where none. Its words give context, they are not evidence of doing.
  public let label: Span?
  /// True where its words may be credited at all: visible, no comment, no prompt, no declaration or signature, no
  /// particulars of a form's head (role `meta`).
  public let isEvidence: Bool
  /// True where the writer says that it is somebody else's work; see ``AnnotatedText/borrowedSetAside``.
  public let isBorrowed: Bool

  /// Makes one.
  public init(
    tokens: Range<Int>, sentences: Range<Int>, role: Role?, isPrompt: Bool, label: Span?, isEvidence: Bool,
    isBorrowed: Bool = false
  ) {
    self.tokens = tokens
    self.sentences = sentences
    self.role = role
    self.isPrompt = isPrompt
    self.label = label
    self.isEvidence = isEvidence
    self.isBorrowed = isBorrowed
  }
}

/// What a column, a label or a heading says its content is (field notes, section 4).
public enum Role: String, Sendable, CaseIterable {
  case need, objective, career, reason, priority, level, activity, support, deadline, measure, evidence,
    progress,
    review, reflection, feedback, strength, weakness, opportunity, threat, agreement, person, date, meta
  case selfAssessment = "self-assessment"
}

/// A sentence, or a stretch that stands for one (a cell, a heading, a list item without a full stop).
public struct Sentence: Sendable {
  /// Index of the block.
  public let block: Int
  /// Bytes in the block's text.
  public let span: Span
  /// Its tokens.
  public let tokens: Range<Int>
  /// Its clauses.
  public let clauses: Range<Int>

  /// Makes one.
  public init(block: Int, span: Span, tokens: Range<Int>, clauses: Range<Int>) {
    self.block = block
    self.span = span
    self.tokens = tokens
    self.clauses = clauses
  }
}

/// Who a clause speaks of as doing or being.
public enum Voice: String, Sendable {
  /// The learner: I, we with me in it, a dropped subject in the learner's own table or notes.
  case own
  /// Somebody else: a name, he, she, they, the trainer.
  case other
  /// Anybody: you, one, agents, a good adviser, people.
  case general
}

/// How far a claim goes. Ordered: a later one says more.
public enum Strength: Int, Sendable, Comparable {
  /// Says nothing of doing: a label, a description, a fact.
  case none
  /// Wished: want, hope, would like, aim one day.
  case aspiration
  /// Intended or arranged: will, going to, booked, to + verb, a bare infinitive in an action column.
  case plan
  /// Done: past, perfect, "(done)", a bare past verb in a table.
  case done
  /// What came of it: improved, passed, achieved, now do.
  case result
  /// A result with a figure: "72% to 85%", "scored 18 out of 20".
  case resultWithData
  /// A result with a figure and a source: a person, report or certificate named for it.
  case corroborated

  /// By how much is claimed.
  public static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }

  /// The name in JSON.
  public var name: String {
    switch self {
    case .none: "none"
    case .aspiration: "aspiration"
    case .plan: "plan"
    case .done: "done"
    case .result: "result"
    case .resultWithData: "result-with-data"
    case .corroborated: "corroborated"
    }
  }
}

/// A part of a sentence with its own verb (or standing for one).
public struct Clause: Sendable {
  /// Index of the sentence.
  public let sentence: Int
  /// Bytes in the block's text.
  public let span: Span
  /// Its tokens.
  public let tokens: Range<Int>
  /// A question.
  public let asked: Bool
  /// Who does it.
  public let voice: Voice
  /// How far the claim goes.
  public let strength: Strength

  /// Makes one.
  public init(sentence: Int, span: Span, tokens: Range<Int>, asked: Bool, voice: Voice, strength: Strength) {
    self.sentence = sentence
    self.span = span
    self.tokens = tokens
    self.asked = asked
    self.voice = voice
    self.strength = strength
  }
}

/// The reach of a negation or a supposition.
public struct Scope: Sendable {
  /// Index of the block.
  public let block: Int
  /// The words reached, in bytes of the block's text (the cue itself is outside).
  public let span: Span
  /// Tokens reached, in ``AnnotatedText/tokens``.
  public let tokens: Range<Int>
  /// The cue ("not", "if").
  public let cue: Span

  /// Makes one.
  public init(block: Int, span: Span, tokens: Range<Int>, cue: Span) {
    self.block = block
    self.span = span
    self.tokens = tokens
    self.cue = cue
  }
}

/// Something with a value.
public struct Entity: Sendable {
  /// What kind of thing.
  public enum Kind: String, Sendable, CaseIterable {
    case date, duration, recurrence, percentage, score, money, count, number, change, person, role, reference
    case dateRange = "date-range"
    case timeLimit = "time-limit"
  }

  /// What it is.
  public let kind: Kind
  /// Index of the block.
  public let block: Int
  /// Bytes in the block's text.
  public let span: Span
  /// Its tokens in ``AnnotatedText/tokens``.
  public let tokens: Range<Int>
  /// What it comes to.
  public let value: Value

  /// Makes one.
  public init(kind: Kind, block: Int, span: Span, tokens: Range<Int>, value: Value) {
    self.kind = kind
    self.block = block
    self.span = span
    self.tokens = tokens
    self.value = value
  }

  /// The value, as precise as written (`inspect.schema.json` says how each is printed).
  public enum Value: Sendable, Equatable {
    /// A reference, or nothing more than the words.
    case none
    case date(CalendarDate)
    case dateRange(CalendarDate, CalendarDate)
    /// A stretch of time: a time limit that no date resolves ("within six weeks"), a recurrence (every week).
    case period(Period)
    /// A duration in seconds.
    case seconds(Double)
    /// A percentage (72 for 72%), a count or a bare number.
    case number(Double)
    case score(got: Double, of: Double)
    case money(amount: Double, currency: String)
    case change(Change)
    /// A person's name in its fullest form (``Person/name``), or the group of the word list for a role.
    case name(String)
  }
}

/// A change: from a value to another, or by an amount.
public struct Change: Sendable, Equatable {
  /// Which way it goes.
  public enum Direction: Sendable { case up, down, unknown }

  /// Before; nil for a one-sided change.
  public let from: Double?
  /// After; nil for a one-sided change.
  public let to: Double?
  /// By how much, where only that is said.
  public let by: Double?
  /// "%", "s", "GBP", "points" or "" for a bare number.
  public let unit: String
  /// Up, down or not said.
  public let direction: Direction

  /// Makes one.
  public init(from: Double?, to: Double?, by: Double?, unit: String, direction: Direction) {
    self.from = from
    self.to = to
    self.by = by
    self.unit = unit
    self.direction = direction
  }
}

/// A day, month or year in the Gregorian calendar, as precise as written.
public struct CalendarDate: Sendable, Hashable {
  /// Nil where no year is written and none can be inferred.
  public let year: Int?
  /// 1 to 12; nil for a bare year.
  public let month: Int?
  /// 1 to 31; nil for a bare month.
  public let day: Int?

  /// Makes a date; no check that the day exists.
  public init(year: Int?, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }
}

/// A period of whole units (ISO 8601-1 5.5.2.2), one of them not 0.
public struct Period: Sendable, Equatable {
  /// Whole years.
  public let years: Int
  /// Whole months.
  public let months: Int
  /// Whole weeks.
  public let weeks: Int
  /// Whole days.
  public let days: Int

  /// Makes a period.
  public init(years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0) {
    self.years = years
    self.months = months
    self.weeks = weeks
    self.days = days
  }
}

/// A person over the whole document: "my team leader Kev" here and "Kev" there are one.
public struct Person: Sendable {
  /// The fullest form written, without title or role; empty where only a role is known ("my manager").
  public let name: String
  /// Group of the role list (`manager`, `colleague`, `quality`, `customer` …); nil where none is said.
  public let role: String?
  /// True for the learner.
  public let isLearner: Bool
  /// Indexes of the entities (kind person or role) that mention this person.
  public let mentions: [Int]

  /// Makes one.
  public init(name: String, role: String?, isLearner: Bool, mentions: [Int]) {
    self.name = name
    self.role = role
    self.isLearner = isLearner
    self.mentions = mentions
  }
}

/// What is known of a table beyond its grid.
public struct AnnotatedTable: Sendable {
  /// Header rows at the top, marked or judged by look.
  public let headerRows: Int
  /// Role of each grid column from the header read as a whole, the most specific heading winning.
  public let columnRoles: [Role?]
  /// Role of each row from its label cell, where the first column holds labels; empty where it does not.
  public let rowRoles: [Role?]
  /// True for a two-column form: label left, answer right.
  public let isForm: Bool

  /// Makes one.
  public init(headerRows: Int, columnRoles: [Role?], rowRoles: [Role?], isForm: Bool) {
    self.headerRows = headerRows
    self.columnRoles = columnRoles
    self.rowRoles = rowRoles
    self.isForm = isForm
  }
}
