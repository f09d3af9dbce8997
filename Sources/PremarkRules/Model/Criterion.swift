/// What must be shown for a criterion to be met, with the arithmetic of its decision.
public struct Criterion: Sendable {
  /// A part of the marking point.
  public struct Requirement: Sendable {
    /// Its name.
    public let id: String
    /// False for a supporting one, which changes the score and never the decision.
    public let isEssential: Bool
    /// At least 1.
    public let weight: Int
    /// Held where this holds.
    public let heldIf: Test
    /// Near where this holds and it is not held.
    public let nearIf: Test?
    /// Contradicted where this holds too.
    public let contradictedBy: Test?
    /// Where this holds, nobody needs to look because one finding more or less would have changed the decision.
    public let firmIf: Test?
    /// Said of it when held ("You rated yourself against {count} skills"); and what to do when not.
    public let shown: String?
    /// What the learner can do about it.
    public let advice: String?
    /// What is missing, in words, for near and absent ("a date for each objective").
    public let missing: String?
    /// Where its name stands.
    public let location: RuleLocation

    /// Makes one.
    public init(
      id: String, isEssential: Bool, weight: Int, heldIf: Test, nearIf: Test?, contradictedBy: Test?,
      firmIf: Test? = nil, shown: String?,
      advice: String?, missing: String?, location: RuleLocation
    ) {
      self.id = id
      self.isEssential = isEssential
      self.weight = weight
      self.heldIf = heldIf
      self.nearIf = nearIf
      self.contradictedBy = contradictedBy
      self.firmIf = firmIf
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
  /// Its name.
  public let id: String
  /// Its title for people.
  public let title: String
  /// Where the requirement comes from.
  public let because: String
  /// The learning outcome it belongs to, where one is named.
  public let learningOutcome: String?
  /// What it requires, in order.
  public let requirements: [Requirement]
  /// When it is met.
  public let metWhen: Rule
  /// When it is partly met.
  public let partlyWhen: Rule
  /// A person must look where this holds: why.
  public let refer: [(test: Test, why: String)]
  /// For the assessor.
  public let note: String?
  /// A neutral question for the professional discussion.
  public let question: String?
  /// The learner's next step where the criterion is met.
  public let praise: String?
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
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

extension Criterion.Requirement {
  /// What it asks for: what `missing` says up to its colon, where that says something and names no item at hand.
  public var title: String? {
    guard let missing, !missing.utf8.contains(0x7B) else { return nil }
    return String(decoding: missing.utf8.prefix { $0 != UInt8.colon }, as: UTF8.self)
  }
}
