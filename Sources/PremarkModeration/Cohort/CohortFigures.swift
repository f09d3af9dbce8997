import PremarkMarking

/// What a cohort came to, unit by unit. Figures of parts of a cohort ``merge(_:)`` to the figures of the whole, in any
/// order.
public struct CohortFigures: Sendable {
  /// A criterion of a unit.
  public struct Criterion: Sendable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String
    /// How many came to each level, from not met to met.
    public var levels = [0, 0, 0]
    /// How many a person must look at.
    public var referred = 0
    /// What people decided.
    public var people = People()
  }

  /// What people decided of a criterion, the moderator's word before the assessor's.
  public struct People: Sendable, Equatable {
    /// How many they decided at each level, from not met to met.
    public var levels = [0, 0, 0]
    /// How many they decided otherwise than proposed.
    public var changed = 0
    /// How many a moderator decided.
    public var moderated = 0
    /// How many a moderator decided otherwise than the assessor.
    public var disputed = 0

    /// How many they decided.
    public var decided: Int { levels.reduce(0, +) }

    /// Counts what was decided where this was proposed.
    mutating func add(_ held: HeldDecisions.OfCriterion, proposed: Level) {
      guard let level = held.last.flatMap({ Level(named: $0.decision) }) else { return }
      levels[level.rawValue] += 1
      if level != proposed { changed += 1 }
      guard let moderator = held.moderator else { return }
      moderated += 1
      if let assessor = held.assessor, assessor.decision != moderator.decision { disputed += 1 }
    }

    mutating func merge(_ other: People) {
      for level in 0..<3 { levels[level] += other.levels[level] }
      changed += other.changed
      moderated += other.moderated
      disputed += other.disputed
    }
  }

  /// A common mistake of a unit.
  public struct Mistake: Sendable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String
    /// How many submissions of each group have it.
    public var groups: [String: Int] = [:]
    /// The clearest quotation with least taken out of it; nil where none is short enough.
    public var quote: Quote?

    /// Submissions that have it.
    public var count: Int { groups.values.reduce(0, +) }
  }

  /// An anonymised quotation.
  public struct Quote: Sendable {
    /// The words, names and numbers masked.
    public let text: String
    /// How much was masked.
    let masked: Int

    /// Less masked first, then nearer to a sentence's length, then by its bytes: the same for every order of merging.
    func isBetter(than other: Quote) -> Bool {
      let (a, b) = (text.utf8.count, other.text.utf8.count)
      let (own, theirs) = (a > 60 ? a - 60 : 60 - a, b > 60 ? b - 60 : 60 - b)
      if masked != other.masked { return masked < other.masked }
      if own != theirs { return own < theirs }
      return text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
  }

  /// A unit.
  public struct Unit: Sendable {
    /// Its id.
    public let id: String
    /// Its title.
    public let title: String
    /// Submissions marked.
    public var submissions = 0
    /// Submissions in each group.
    public var groups: [String: Int] = [:]
    /// In the order of the rules.
    public var criteria: [Criterion] = []
    /// In the order of their ids.
    public var mistakes: [Mistake] = []
    /// How many submissions have 0, 1, 2 … criteria met.
    public var met: [Int] = []
    /// Digests of the rules that were used.
    public var rules: Set<String> = []
  }

  /// In the order of their ids.
  public private(set) var units: [Unit] = []
  /// Files that could not be marked: id, code and message.
  public private(set) var failures: [(id: String, code: String, message: String)] = []

  /// No submissions.
  public init() {}

  /// Submissions marked, of all units.
  public var submissions: Int { units.reduce(0) { $0 + $1.submissions } }

  /// The group a submission is counted in: its cohort, else its assessor, else "".
  public static func group(of record: ResultRecord) -> String {
    record.circumstances.cohort ?? record.circumstances.assessor ?? ""
  }

  /// Counts one submission. O(*c* + *m*) in criteria and mistakes.
  ///
  /// - Parameter decisions: what people decided, for each criterion; empty where nothing was.
  public mutating func add(_ record: ResultRecord, decisions: [HeldDecisions.OfCriterion] = []) {
    if let error = record.error {
      failures.append((id: record.id, code: error.code, message: error.message))
      return
    }
    let group = Self.group(of: record)
    let index = index(of: record.unit, record.unitTitle)
    units[index].submissions += 1
    units[index].groups[group, default: 0] += 1
    units[index].rules.insert(record.rulesDigest)
    for (number, criterion) in record.criteria.enumerated() {
      let place = units[index].place(of: criterion.id, criterion.title)
      units[index].criteria[place].levels[criterion.decision.rawValue] += 1
      if criterion.refer != nil { units[index].criteria[place].referred += 1 }
      if decisions.indices.contains(number) {
        units[index].criteria[place].people.add(decisions[number], proposed: criterion.decision)
      }
    }
    let met = record.criteria.count { $0.decision == .met }
    units[index].extend(to: record.criteria.count)
    units[index].met[met] += 1
    for mistake in record.mistakes {
      let place = units[index].mistakePlace(of: mistake.id, mistake.title)
      units[index].mistakes[place].groups[group, default: 0] += 1
      for quote in mistake.quotes { units[index].mistakes[place].offer(quote) }
    }
  }

  /// Counts another part of the cohort.
  public mutating func merge(_ other: CohortFigures) {
    failures += other.failures
    for theirs in other.units {
      let index = index(of: theirs.id, theirs.title)
      units[index].submissions += theirs.submissions
      for (group, count) in theirs.groups { units[index].groups[group, default: 0] += count }
      units[index].rules.formUnion(theirs.rules)
      for criterion in theirs.criteria {
        let place = units[index].place(of: criterion.id, criterion.title)
        for level in 0..<3 { units[index].criteria[place].levels[level] += criterion.levels[level] }
        units[index].criteria[place].referred += criterion.referred
        units[index].criteria[place].people.merge(criterion.people)
      }
      units[index].extend(to: theirs.met.count - 1)
      for (met, count) in theirs.met.enumerated() { units[index].met[met] += count }
      for mistake in theirs.mistakes {
        let place = units[index].mistakePlace(of: mistake.id, mistake.title)
        for (group, count) in mistake.groups {
          units[index].mistakes[place].groups[group, default: 0] += count
        }
        if let quote = mistake.quote { units[index].mistakes[place].offer(quote) }
      }
    }
  }

  private mutating func index(of unit: String, _ title: String) -> Int {
    if let known = units.firstIndex(where: { $0.id == unit }) { return known }
    let place =
      units.firstIndex { unit.utf8.lexicographicallyPrecedes($0.id.utf8) } ?? units.count
    units.insert(Unit(id: unit, title: title), at: place)
    return place
  }
}

extension CohortFigures.Unit {
  fileprivate mutating func place(of criterion: String, _ title: String) -> Int {
    if let known = criteria.firstIndex(where: { $0.id == criterion }) { return known }
    criteria.append(CohortFigures.Criterion(id: criterion, title: title))
    return criteria.count - 1
  }

  fileprivate mutating func mistakePlace(of mistake: String, _ title: String) -> Int {
    if let known = mistakes.firstIndex(where: { $0.id == mistake }) { return known }
    let place =
      mistakes.firstIndex { mistake.utf8.lexicographicallyPrecedes($0.id.utf8) } ?? mistakes.count
    mistakes.insert(CohortFigures.Mistake(id: mistake, title: title), at: place)
    return place
  }

  fileprivate mutating func extend(to most: Int) {
    while met.count <= most { met.append(0) }
  }
}

extension CohortFigures.Mistake {
  /// Longest and shortest quotation that is worth showing, in bytes.
  private static let lengths = 12...240

  fileprivate mutating func offer(_ words: String) {
    guard Self.lengths ~= words.utf8.count else { return }
    let (text, masked) = Masking.masked(words, isStrict: true)
    offer(CohortFigures.Quote(text: text, masked: masked))
  }

  fileprivate mutating func offer(_ candidate: CohortFigures.Quote) {
    if let quote, !candidate.isBetter(than: quote) { return }
    quote = candidate
  }
}
