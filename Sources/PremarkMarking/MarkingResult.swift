public import PremarkDocument
public import PremarkText

/// What Premark says of one submission against one unit: a proposal, never the decision of a person.
///
/// Everything a report prints is here; reporting only draws it. Arrays are in the order of the rule file unless said.
public struct MarkingResult: Sendable {
  /// What it was marked against.
  public let unit: UnitSummary
  /// Words of the document that a reader sees.
  public let words: Int
  /// The reader's warnings and those of marking (blank form, another occupation), in that order.
  public let warnings: [ReadingWarning]
  /// Mean of the criteria's scores in ten-thousandths (0 ... 10 000), so that it is the same everywhere.
  public let score: Int
  /// A decision for each criterion.
  public let criteria: [CriterionResult]
  /// Every common mistake of the unit, found or not.
  public let mistakes: [MistakeResult]
  /// The tips that apply.
  public let tips: [TipResult]
  /// Items in document order; within one kind numbered from 1.
  public let ledger: [LedgerEntry]
  /// Best first.
  public let nextEdits: [NextEdit]

  /// Makes a result; ``Marker`` is the only caller outside tests.
  public init(
    unit: UnitSummary, words: Int, warnings: [ReadingWarning], score: Int, criteria: [CriterionResult],
    mistakes: [MistakeResult], tips: [TipResult], ledger: [LedgerEntry], nextEdits: [NextEdit]
  ) {
    self.unit = unit
    self.words = words
    self.warnings = warnings
    self.score = score
    self.criteria = criteria
    self.mistakes = mistakes
    self.tips = tips
    self.ledger = ledger
    self.nextEdits = nextEdits
  }
}

/// A unit's name.
public struct UnitSummary: Sendable {
  /// The id of its folder under `Rules/`.
  public let id: String
  /// As the awarding organisation prints it.
  public let title: String

  /// Makes one.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// A decision on a criterion.
public enum Level: Int, Sendable, Comparable {
  case notMet, partly, met

  /// In order of merit.
  public static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }

  /// The name in JSON and rules.
  public var name: String {
    switch self {
    case .notMet: "not-met"
    case .partly: "partly"
    case .met: "met"
    }
  }
}

/// How a requirement ended.
public enum State: String, Sendable {
  case held, near, contradicted, absent
}

/// The learner's own words that something rests on.
public struct Evidence: Sendable, Equatable {
  /// Index of the block in ``Document/blocks``.
  public let block: Int
  /// Bytes in the block's text.
  public let span: Span
  /// Id of the indicator, item or passage that found it; nil for a plain term.
  public let rule: String?
  /// Its place by strength among the evidence it stands with, from 0: what to show first.
  public let rank: Int
  /// Cells of its row to be read with it, itself among them, by block; empty where it is read by itself.
  public let cells: [Int]

  /// Makes one.
  public init(block: Int, span: Span, rule: String?, rank: Int = 0, cells: [Int] = []) {
    self.block = block
    self.span = span
    self.rule = rule
    self.rank = rank
    self.cells = cells
  }
}

/// One criterion's outcome.
public struct CriterionResult: Sendable {
  /// Id of the criterion.
  public let id: String
  /// Its short title.
  public let title: String
  /// The learning outcome it belongs to, where the unit has them.
  public let learningOutcome: String?
  /// The examiner's marking point, in our words (`because`).
  public let markingPoint: String
  /// What is proposed.
  public let decision: Level
  /// In ten-thousandths.
  public let score: Int
  /// Why a person must look; nil where none need.
  public let refer: String?
  /// What its parts came to.
  public let requirements: [RequirementResult]
  /// To the learner, second person, one or more sentences.
  public let feedback: String
  /// What the assessor should check, where the rule says.
  public let assessorNote: String?
  /// One neutral question for the professional discussion, where the rule has one.
  public let question: String?

  /// Makes one.
  public init(
    id: String, title: String, learningOutcome: String?, markingPoint: String, decision: Level, score: Int,
    refer: String?, requirements: [RequirementResult], feedback: String, assessorNote: String?,
    question: String?
  ) {
    self.id = id
    self.title = title
    self.learningOutcome = learningOutcome
    self.markingPoint = markingPoint
    self.decision = decision
    self.score = score
    self.refer = refer
    self.requirements = requirements
    self.feedback = feedback
    self.assessorNote = assessorNote
    self.question = question
  }
}

/// One requirement's outcome.
public struct RequirementResult: Sendable {
  /// Id of the requirement, unique in its criterion.
  public let id: String
  /// What it asks for, a few words in small letters: "a measure and a date in most of your objectives".
  public let title: String
  /// False for a supporting one: it changes the score, never the decision.
  public let isEssential: Bool
  /// How it ended.
  public let state: State
  /// For held what holds it, for near the closest; at most a handful, in document order.
  public let evidence: [Evidence]
  /// What speaks against it; empty unless contradicted.
  public let counterEvidence: [Evidence]
  /// What to do; nil where held.
  public let advice: String?
  /// For near: the part that failed, in words.
  public let failed: String?

  /// Makes one.
  ///
  /// - Parameter title: what it asks for; nil for the words of its id.
  public init(
    id: String, title: String? = nil, isEssential: Bool, state: State, evidence: [Evidence],
    counterEvidence: [Evidence], advice: String?, failed: String?
  ) {
    self.id = id
    self.title = title ?? String(decoding: id.utf8.map { $0 == 0x2D ? 0x20 : $0 }, as: UTF8.self)
    self.isEssential = isEssential
    self.state = state
    self.evidence = evidence
    self.counterEvidence = counterEvidence
    self.advice = advice
    self.failed = failed
  }
}

/// Whether a common mistake was made.
public struct MistakeResult: Sendable {
  /// Id of the mistake.
  public let id: String
  /// Its short title.
  public let title: String
  /// True where it alone may cost a criterion.
  public let isMajor: Bool
  /// Whether an assessor would write a comment about it.
  public let found: Bool
  /// The words it rests on; empty where something is missing rather than wrong.
  public let evidence: [Evidence]
  /// What was found, to the learner; nil where not found.
  public let message: String?
  /// What to do about it; nil where not found or where the rule has none.
  public let advice: String?

  /// Makes one.
  public init(
    id: String, title: String, isMajor: Bool, found: Bool, evidence: [Evidence], message: String?,
    advice: String?
  ) {
    self.id = id
    self.title = title
    self.isMajor = isMajor
    self.found = found
    self.evidence = evidence
    self.message = message
    self.advice = advice
  }
}

/// A tip that applies.
public struct TipResult: Sendable {
  /// Id of the tip.
  public let id: String
  /// The tip, to the learner.
  public let text: String

  /// Makes one.
  public init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}

/// An item the rules found.
public struct LedgerEntry: Sendable {
  /// Id of the item rule ("objective").
  public let kind: String
  /// Plain word for it ("objective").
  public let singular: String
  /// From 1 within the kind.
  public let number: Int
  /// Where it begins: the first block and the words of it there.
  public let at: Evidence
  /// False where the rule says it is no evidence.
  public let counts: Bool
  /// In the order of the rule; an empty array is a gap.
  public let parts: [(name: String, evidence: [Evidence])]
  /// Items of other kinds it belongs with, by kind and number.
  public let links: [(kind: String, number: Int)]

  /// Makes one.
  public init(
    kind: String, singular: String, number: Int, at: Evidence, counts: Bool,
    parts: [(name: String, evidence: [Evidence])], links: [(kind: String, number: Int)]
  ) {
    self.kind = kind
    self.singular = singular
    self.number = number
    self.at = at
    self.counts = counts
    self.parts = parts
    self.links = links
  }
}

/// A small thing that would move most criteria.
public struct NextEdit: Sendable {
  /// What to add, as a kind of evidence; never the words to write.
  public let text: String
  /// Ids of the criteria it would move.
  public let criteria: [String]

  /// Makes one.
  public init(text: String, criteria: [String]) {
    self.text = text
    self.criteria = criteria
  }
}
