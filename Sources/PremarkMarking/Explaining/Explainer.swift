import PremarkMatching
import PremarkRules

/// Draws the rules of a unit as trees over one evaluated document.
struct Explainer {
  let evaluation: Evaluation
  let result: MarkingResult
  private let quoting: Quoting

  init(evaluation: Evaluation, result: MarkingResult) {
    self.evaluation = evaluation
    self.result = result
    quoting = Quoting(evaluation: evaluation)
  }

  /// - Parameter criterion: id of the one to explain; nil for all.
  func explanation(of criterion: String?) -> Explanation {
    var explained: [CriterionExplanation] = []
    for (number, rule) in evaluation.rules.rules.criteria.enumerated()
    where criterion == nil || rule.id == criterion {
      explained.append(explain(rule, number))
    }
    return Explanation(criteria: explained)
  }

  private func explain(_ rule: Criterion, _ number: Int) -> CriterionExplanation {
    let essentials = rule.requirements.count { $0.isEssential }
    let decided = result.criteria[number]
    let levels = result.criteria.map { $0.decision.rawValue }
    let held = result.criteria.flatMap { $0.requirements.map { $0.state == .held } }
    var tracer = Tracer(
      evaluation: evaluation, sofar: DecisionsSoFar(levels: levels, requirements: held))
    var requirements: [RequirementExplanation] = []
    for (place, requirement) in rule.requirements.enumerated() {
      let tests = evaluation.rules.criteria[number].requirements[place]
      requirements.append(
        RequirementExplanation(
          result: decided.requirements[place], branches: branches(requirement, tests, &tracer)))
    }
    return CriterionExplanation(
      result: decided, metWhen: rule.metWhen.written(of: essentials),
      partlyWhen: rule.partlyWhen.written(of: essentials), requirements: requirements)
  }

  private func branches(
    _ rule: Criterion.Requirement, _ tests: CompiledRequirement, _ tracer: inout Tracer
  ) -> [(name: String, node: ExplanationNode)] {
    var branches = [(name: "held if", node: node(tracer.trace(rule.heldIf, tests.heldIf)))]
    if let test = rule.nearIf, let compiled = tests.nearIf {
      branches.append((name: "near if", node: node(tracer.trace(test, compiled))))
    }
    if let test = rule.contradictedBy, let compiled = tests.contradictedBy {
      branches.append((name: "contradicted by", node: node(tracer.trace(test, compiled))))
    }
    if let test = rule.firmIf, let compiled = tests.firmIf {
      branches.append((name: "firm if", node: node(tracer.trace(test, compiled))))
    }
    return branches
  }

  private func node(_ trace: Trace) -> ExplanationNode {
    let state: State =
      switch trace.state {
      case .held: .held
      case .near: .near
      case .absent: .absent
      }
    return ExplanationNode(
      kind: trace.kind.rawValue, text: trace.text, state: state, failed: trace.failed,
      evidence: trace.hits.compactMap(quoting.exact), children: trace.children.map(node),
      isRepeated: trace.isRepeated)
  }
}
