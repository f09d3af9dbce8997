import PremarkRules

/// A criterion that is met on one or two places while the rest of the submission falls short: a strong answer among weak
/// ones is often a trace that was taken for more, so a person must look.
struct StandingOut {
  /// No more places than this are few.
  private static let fewPlaces = 2
  /// The others fall short where their mean level (0 not met, 1 partly, 2 met) is below this, in fifths: of three others
  /// one is not met or two are partly met.
  private static let solidFifths = 8

  let criteria: [CriterionResult]

  /// The criteria, those that stand out with the reason to look; a reason that is there already stays.
  var referred: [CriterionResult] {
    guard criteria.count > 2 else { return criteria }
    let total = criteria.reduce(0) { $0 + $1.decision.rawValue }
    return criteria.map { criterion in
      let others = total - criterion.decision.rawValue
      guard criterion.refer == nil, criterion.decision == .met,
        others * 5 < (criteria.count - 1) * Self.solidFifths, let thin = Self.thinnest(of: criterion)
      else { return criterion }
      return criterion.referred("the other criteria fall short, and '\(thin.id)' is shown in few places")
    }
  }

  /// The essential requirement that is held by the fewest places, where they are few.
  private static func thinnest(of criterion: CriterionResult) -> RequirementResult? {
    criterion.requirements.filter { $0.isEssential && $0.state == .held && $0.evidence.count <= fewPlaces }
      .min { $0.evidence.count < $1.evidence.count }
  }
}

extension CriterionResult {
  /// The same with a reason why a person must look.
  fileprivate func referred(_ why: String) -> CriterionResult {
    CriterionResult(
      id: id, title: title, learningOutcome: learningOutcome, markingPoint: markingPoint, decision: decision,
      score: score, refer: why, requirements: requirements, feedback: feedback, assessorNote: assessorNote,
      question: question)
  }
}
