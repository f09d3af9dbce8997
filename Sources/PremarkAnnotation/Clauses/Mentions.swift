import PremarkText

/// For each token of the document, what entities say of it.
struct Mentions: Sendable {
  /// Marks of one token.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt8

    /// The learner by name.
    static let learner = Marks(rawValue: 1)
    /// Another person by name.
    static let person = Marks(rawValue: 2)
    /// A person by role.
    static let role = Marks(rawValue: 4)
    /// A percentage, score or change: the figure of a result whatever the verb.
    static let outcomeFigure = Marks(rawValue: 8)
    /// A duration, amount or count: the figure of a result where the verb says so.
    static let figure = Marks(rawValue: 16)
    /// A bare number.
    static let number = Marks(rawValue: 32)
    /// A date, date range or time limit.
    static let date = Marks(rawValue: 64)
    /// A person or role whose word counts for a figure: no customer, no adviser at large.
    static let source = Marks(rawValue: 128)
  }

  private var marks: [Marks]

  init(count: Int, entities: [Entity], people: [Person]) {
    marks = Array(repeating: [], count: count)
    var learners = [Bool](repeating: false, count: entities.count)
    for person in people where person.isLearner {
      for mention in person.mentions { learners[mention] = true }
    }
    for (index, entity) in entities.enumerated() {
      var mark = Self.mark(entity.kind, isLearner: learners[index])
      if Self.isSource(entity), !learners[index] { mark.insert(.source) }
      for token in entity.tokens { marks[token].formUnion(mark) }
    }
  }

  private static func isSource(_ entity: Entity) -> Bool {
    if entity.kind == .person { return true }
    guard entity.kind == .role, case .name(let group) = entity.value else { return false }
    switch group {
    case "customer", "adviser", "learner", "employer": return false
    default: return true
    }
  }

  private static func mark(_ kind: Entity.Kind, isLearner: Bool) -> Marks {
    switch kind {
    case .person: isLearner ? .learner : .person
    case .role: isLearner ? .learner : .role
    case .percentage, .score, .change: .outcomeFigure
    case .duration, .money, .count: .figure
    case .number: .number
    case .date, .dateRange, .timeLimit: .date
    case .recurrence, .reference: []
    }
  }

  /// The marks of a token.
  @inline(__always)
  subscript(token: Int) -> Marks { marks[token] }

  /// The marks of all tokens of a range together.
  func all(_ tokens: Range<Int>) -> Marks {
    var all: Marks = []
    for token in tokens { all.formUnion(marks[token]) }
    return all
  }
}
