/// What a person decided of one criterion, as it is kept for good.
public struct KeptDecision: Sendable, Equatable {
  /// The submission's id when it was decided.
  public var submission: String
  /// SHA-256 of the file it is about.
  public var digest: String
  /// The unit's id.
  public var unit: String
  /// The criterion's id; "" for the submission as a whole.
  public var criterion: String
  /// `assessor` or `moderator`.
  public var role: String
  /// `met`, `partly` or `not-met`; of a submission as a whole `action`.
  public var decision: String
  /// Why; "" where nothing was said.
  public var reason: String
  /// Who.
  public var person: String
  /// The day it was decided, as written; "" where that is not known.
  public var day: String
  /// What Premark proposed then.
  public var proposed: String
  /// Digest of the rules that proposed it.
  public var rules: String
  /// When it came into the store.
  public var recorded: String

  /// Makes one.
  public init(
    submission: String, digest: String, unit: String, criterion: String, role: String, decision: String,
    reason: String, person: String, day: String, proposed: String, rules: String, recorded: String
  ) {
    self.submission = submission
    self.digest = digest
    self.unit = unit
    self.criterion = criterion
    self.role = role
    self.decision = decision
    self.reason = reason
    self.person = person
    self.day = day
    self.proposed = proposed
    self.rules = rules
    self.recorded = recorded
  }

  /// True where the other says the same, whenever it was recorded.
  public func saysTheSame(as other: KeptDecision) -> Bool {
    var other = other
    other.recorded = recorded
    return self == other
  }
}
