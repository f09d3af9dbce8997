/// Why each criterion was decided as it was: every rule as a tree, with what each node came to in one submission.
public struct Explanation: Sendable {
  /// In the order of the rule file; one where one was asked for.
  public let criteria: [CriterionExplanation]

  /// Makes one.
  public init(criteria: [CriterionExplanation]) {
    self.criteria = criteria
  }
}

/// One criterion, explained.
public struct CriterionExplanation: Sendable {
  /// The decision and what it rests on.
  public let result: CriterionResult
  /// When the criterion is met, as in the rule file.
  public let metWhen: String
  /// When it is partly met, as in the rule file.
  public let partlyWhen: String
  /// One for each requirement, in the order of the rule file.
  public let requirements: [RequirementExplanation]

  /// Makes one.
  public init(
    result: CriterionResult, metWhen: String, partlyWhen: String, requirements: [RequirementExplanation]
  ) {
    self.result = result
    self.metWhen = metWhen
    self.partlyWhen = partlyWhen
    self.requirements = requirements
  }
}

/// One requirement, explained.
public struct RequirementExplanation: Sendable {
  /// How it ended.
  public let result: RequirementResult
  /// Its lines (`held if`, `near if`, `contradicted by`), those it has, each as a tree.
  public let branches: [(name: String, node: ExplanationNode)]

  /// Makes one.
  public init(result: RequirementResult, branches: [(name: String, node: ExplanationNode)]) {
    self.result = result
    self.branches = branches
  }
}

/// A node of a rule and what it came to.
public struct ExplanationNode: Sendable {
  /// What the node is: `test`, `indicator`, `item`, `passage`, `alternative`, `exception`, `source`, `thing`, `part` or `condition`.
  public let kind: String
  /// As a rule author would write it; for things what they are called, with their number.
  public let text: String
  /// How it ended.
  public let state: State
  /// What failed, in words; nil where it held or where the children say it.
  public let failed: String?
  /// The exact words it rests on, or that come nearest.
  public let evidence: [Evidence]
  /// In the order of the rule.
  public let children: [ExplanationNode]
  /// True for a definition that was opened further up and is not opened again.
  public let isRepeated: Bool

  /// Makes one.
  public init(
    kind: String, text: String, state: State, failed: String?, evidence: [Evidence],
    children: [ExplanationNode], isRepeated: Bool = false
  ) {
    self.kind = kind
    self.text = text
    self.state = state
    self.failed = failed
    self.evidence = evidence
    self.children = children
    self.isRepeated = isRepeated
  }
}
