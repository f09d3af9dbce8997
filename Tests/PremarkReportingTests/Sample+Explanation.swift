import PremarkDocument
import PremarkMarking
import PremarkText

extension Sample {
  /// An explanation made by hand, one of every state and kind of node.
  static let explanation = Explanation(criteria: [
    CriterionExplanation(
      result: objectives, metWhen: "all", partlyWhen: "requirement measurable is held",
      requirements: objectives.requirements.map { RequirementExplanation(result: $0, branches: branches) })
  ])

  private static let branches: [(name: String, node: ExplanationNode)] = [
    (
      name: "held if",
      node: node(
        "test", "at least 2 objective with measure and deadline", .near, "1 of 2 objectives",
        children: [
          node("thing", "objective 1", .held, at: 6),
          node(
            "thing", "objective 2", .near, at: 8,
            children: [node("condition", "measure", .absent), node("condition", "deadline", .absent)]),
          node(
            "item", "objective", .held,
            children: [
              node("thing", "objective 1", .held, at: 6, children: [node("part", "measure", .held, at: 6)])
            ]),
        ])
    ),
    (
      name: "near if",
      node: node(
        "test", "stated-career-goal", .near,
        children: [
          node(
            "indicator", "stated-career-goal", .near,
            children: [
              node("alternative", "clause <career-goal>, aspiration or stronger", .near, "denied", at: 2),
              node("alternative", "sentence \"team leader\"", .absent),
            ])
        ])
    ),
    (
      name: "contradicted by",
      node: ExplanationNode(
        kind: "indicator", text: "plan-changed", state: .absent, failed: nil, evidence: [], children: [],
        isRepeated: true)
    ),
  ]

  private static func node(
    _ kind: String, _ text: String, _ state: State, _ failed: String? = nil, at block: Int? = nil,
    children: [ExplanationNode] = []
  ) -> ExplanationNode {
    ExplanationNode(
      kind: kind, text: text, state: state, failed: failed,
      evidence: block.map {
        [Evidence(block: $0, span: Span(0, min(24, document.blocks[$0].text.count)), rule: nil)]
      }
        ?? [], children: children)
  }
}
