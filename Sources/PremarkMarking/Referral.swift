import PremarkAnnotation
import PremarkDocument
import PremarkMatching
import PremarkRules

/// Why a person must look at a decision, where one must ("Assessor to confirm").
struct Referral {
  let decider: CriterionDecider
  let outcomes: [CriterionDecider.Outcome]
  let level: Level
  /// What was decided before this criterion.
  let before: DecisionsSoFar
  /// The same with this criterion's requirements.
  let sofar: DecisionsSoFar

  /// The first reason that applies, in order of weight.
  var reason: String? {
    guard decider.bar == nil else { return nil }
    return contradiction ?? ruled ?? suspicion ?? threshold
  }

  private var contradiction: String? {
    guard let outcome = outcomes.first(where: { $0.state == .contradicted }) else { return nil }
    return "one place speaks against another for '\(outcome.rule.id)'"
  }

  private var ruled: String? {
    let evaluation = decider.marker.evaluation
    let rule = evaluation.rules.rules.criteria[decider.number]
    for (test, (_, why)) in zip(evaluation.rules.criteria[decider.number].refer, rule.refer)
    where evaluation.outcome(of: test, sofar).holds {
      return why
    }
    return nil
  }

  private var suspicion: String? {
    guard level != .notMet else { return nil }
    let document = decider.marker.evaluation.text.document
    if document.warnings.contains(where: { $0.code == "hidden-text" }) {
      return "the file holds hidden text; check what it is for"
    }
    return nil
  }

  /// One finding more or less would change the decision.
  private var threshold: String? {
    let held = outcomes.map { $0.state == .held }
    for (number, outcome) in outcomes.enumerated() where outcome.rule.isEssential && outcome.test.isClose {
      guard outcome.state == .held || outcome.state == .near, !isFirm(number) else { continue }
      var turned = held
      turned[number].toggle()
      if decider.level(turned, before) != level {
        return outcome.state == .held
          ? "'\(outcome.rule.id)' is only just shown" : "'\(outcome.rule.id)' is only just missed"
      }
    }
    return nil
  }

  /// The rule says that this many are enough to be sure.
  private func isFirm(_ requirement: Int) -> Bool {
    let evaluation = decider.marker.evaluation
    let tests = evaluation.rules.criteria[decider.number].requirements[requirement]
    return tests.firmIf.map { evaluation.outcome(of: $0, sofar).holds } ?? false
  }
}
