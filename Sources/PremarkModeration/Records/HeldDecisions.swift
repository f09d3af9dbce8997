import PremarkMarking

/// People's decisions on a batch: which of them hold on which submission.
///
/// A decision belongs to the bytes of a file. Where several submissions have the same bytes it holds on the one it was
/// made of; where that one is not in the batch any more, because the file has another name now, on all that have them.
public struct HeldDecisions: Sendable {
  /// What people decided of one criterion of one submission.
  public struct OfCriterion: Sendable, Equatable {
    /// The assessor's; nil where there is none.
    public var assessor: KeptDecision?
    /// The moderator's; nil where there is none.
    public var moderator: KeptDecision?

    /// Nothing is decided yet.
    public init() {}

    /// What holds at last: the moderator's word, else the assessor's.
    public var last: KeptDecision? { moderator ?? assessor }
  }

  private var byFile: [String: [KeptDecision]] = [:]
  private let absent: Set<String>
  /// Decisions on criteria that no later one replaces.
  public let count: Int

  /// Nobody has decided anything.
  public init() {
    absent = []
    count = 0
  }

  /// Sorts decisions. Linear but for what `isInBatch` costs.
  ///
  /// - Parameters:
  ///   - decisions: in the order they were recorded: a later one replaces an earlier one.
  ///   - isInBatch: true for the id of a submission of the batch.
  public init(_ decisions: [KeptDecision], isInBatch: (String) -> Bool) {
    var absent: Set<String> = []
    var places: Set<[String]> = []
    for decision in decisions {
      byFile[Self.file(decision.digest, decision.unit), default: []].append(decision)
      if !decision.criterion.isEmpty { places.insert(decision.place) }
      if !absent.contains(decision.submission), !isInBatch(decision.submission) {
        absent.insert(decision.submission)
      }
    }
    self.absent = absent
    count = places.count
  }

  private static func file(_ digest: String, _ unit: String) -> String { digest + "\n" + unit }

  /// What was decided of each criterion of a result, in its order; empty where nothing was.
  public func on(_ record: ResultRecord) -> [OfCriterion] {
    guard let all = byFile[Self.file(record.digest, record.unit)] else { return [] }
    let own = all.filter { $0.submission == record.id || absent.contains($0.submission) }
    guard !own.isEmpty else { return [] }
    return record.criteria.map { criterion in
      var held = OfCriterion()
      for decision in own where decision.criterion == criterion.id {
        if decision.role == Mark.Role.moderator.rawValue {
          held.moderator = decision
        } else {
          held.assessor = decision
        }
      }
      return held
    }
  }

  /// The decisions on a result as marks, in the order of its criteria.
  public func marks(on record: ResultRecord) -> [Mark] {
    on(record).flatMap { held in
      [held.assessor, held.moderator].compactMap { decision in
        var decision = decision
        decision?.submission = record.id
        return decision?.mark
      }
    }
  }
}

extension KeptDecision {
  /// The decision on a criterion; nil for what was said of a submission as a whole.
  public var mark: Mark? {
    guard let level = Level(named: decision), let part = Mark.Role(rawValue: role) else { return nil }
    return Mark(
      submission: submission, criterion: criterion, level: level, person: person, role: part, day: Day(day),
      written: day, reason: reason)
  }

  /// What a later decision must be about to replace this one.
  public var place: [String] { [submission, digest, unit, criterion, role] }
}
