/// What a person decided of a submission.
public struct PersonsDecisions: Sendable {
  /// Levels by criterion; a criterion may be missing.
  public let criteria: [(id: String, level: Level)]
  /// Whether each mistake was made, by mistake.
  public let mistakes: [(id: String, found: Bool)]

  /// Makes one.
  public init(criteria: [(id: String, level: Level)], mistakes: [(id: String, found: Bool)]) {
    self.criteria = criteria
    self.mistakes = mistakes
  }
}

/// Rules tried on submissions that a person has decided.
public struct Trial: Sendable {
  /// A submission with both judgements.
  public struct Subject: Sendable {
    /// Base name of the file.
    public let name: String
    /// What the rules made of it.
    public let marking: Marking
    /// What the person decided.
    public let decided: PersonsDecisions

    /// Makes one.
    public init(name: String, marking: Marking, decided: PersonsDecisions) {
      self.name = name
      self.marking = marking
      self.decided = decided
    }
  }

  /// In the order of their names.
  public let subjects: [Subject]

  /// Makes a trial.
  public init(subjects: [Subject]) { self.subjects = subjects }

  /// How far rules and person agree on one criterion, by number: first the person, then the rules.
  public func agreement(onCriterion number: Int) -> Agreement {
    var agreement = Agreement(levels: 3)
    for subject in subjects {
      let result = subject.marking.result.criteria[number]
      guard let level = subject.decided.level(of: result.id) else { continue }
      agreement.count(level.rawValue, result.decision.rawValue)
    }
    return agreement
  }

  /// The same for a mistake: 0 not found, 1 found.
  public func agreement(onMistake number: Int) -> Agreement {
    var agreement = Agreement(levels: 2)
    for subject in subjects {
      let result = subject.marking.result.mistakes[number]
      guard let found = subject.decided.found(result.id) else { continue }
      agreement.count(found ? 1 : 0, result.found ? 1 : 0)
    }
    return agreement
  }
}

extension PersonsDecisions {
  /// The level of a criterion; nil where the person said none.
  public func level(of criterion: String) -> Level? { criteria.first { $0.id == criterion }?.level }

  /// Whether a mistake was made; nil where the person did not say.
  public func found(_ mistake: String) -> Bool? { mistakes.first { $0.id == mistake }?.found }
}

/// What two rule sets make of one submission.
public struct Comparison: Sendable {
  /// Base name of the file.
  public let name: String
  /// By the old rules.
  public let old: Marking
  /// By the new rules.
  public let new: Marking

  /// Makes one; both must come from the same document.
  public init(name: String, old: Marking, new: Marking) {
    self.name = name
    self.old = old
    self.new = new
  }

  /// Criteria, by id, whose decision differs; those that only one rule set has are left out.
  public var flippedCriteria: [(old: CriterionResult, new: CriterionResult)] {
    pairs(old.result.criteria, new.result.criteria) { $0.id }.filter { $0.0.decision != $0.1.decision }
      .map { (old: $0.0, new: $0.1) }
  }

  /// Mistakes, by id, that only one rule set finds.
  public var flippedMistakes: [(old: MistakeResult, new: MistakeResult)] {
    pairs(old.result.mistakes, new.result.mistakes) { $0.id }.filter { $0.0.found != $0.1.found }
      .map { (old: $0.0, new: $0.1) }
  }

  private func pairs<T>(_ old: [T], _ new: [T], _ id: (T) -> String) -> [(T, T)] {
    var pairs: [(T, T)] = []
    for one in old {
      if let other = new.first(where: { id($0) == id(one) }) { pairs.append((one, other)) }
    }
    return pairs
  }
}
