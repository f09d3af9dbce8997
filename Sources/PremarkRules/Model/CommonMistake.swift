/// A mistake assessors write comments about.
public struct CommonMistake: Sendable {
  /// Its name.
  public let id: String
  /// Its title for people.
  public let title: String
  /// True for `major`.
  public let isMajor: Bool
  /// Where this holds.
  public let when: Test
  /// Contradicted where this holds too.
  public let contradictedBy: Test?
  /// What the learner reads.
  public let says: String
  /// What the learner can do about it.
  public let advice: String?
  /// Its own tests, in order.
  public internal(set) var examples: [Example]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
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
  /// Its name.
  public let id: String
  /// Where this holds.
  public let when: Test?
  /// What the learner reads.
  public let says: String
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(id: String, when: Test?, says: String, location: RuleLocation) {
    self.id = id
    self.when = when
    self.says = says
    self.location = location
  }
}
