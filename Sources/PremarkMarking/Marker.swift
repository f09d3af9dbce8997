import PremarkAnnotation
import PremarkDocument
import PremarkMatching
import PremarkRules
import PremarkText

/// Decides every criterion and mistake of a unit for one document.
struct Marker {
  /// Fewer words of its own than this, and a form counts as left blank.
  static let blankWords = 15

  let evaluation: Evaluation
  let quoting: Quoting

  init(evaluation: Evaluation) {
    self.evaluation = evaluation
    quoting = Quoting(evaluation: evaluation)
  }

  func result() -> MarkingResult {
    let rules = evaluation.rules.rules
    var sofar = DecisionsSoFar(levels: Array(repeating: -1, count: rules.criteria.count), requirements: [])
    let bar = bar
    var criteria: [CriterionResult] = []
    for number in rules.criteria.indices {
      let decided = CriterionDecider(marker: self, number: number, bar: bar).decided(sofar)
      sofar.levels[number] = decided.decision.rawValue
      sofar.requirements += decided.requirements.map { $0.state == .held }
      criteria.append(decided)
    }
    criteria = StandingOut(criteria: criteria).referred
    let text = evaluation.text
    var warnings = text.document.warnings
    if let bar { warnings.append(bar.warning) }
    if rules.unit.setsBorrowedAside,
      let block = text.blocks.firstIndex(where: { $0.isBorrowed && !$0.isPrompt })
    {
      warnings.append(
        ReadingWarning(
          code: "somebody-elses-work",
          message:
            "A part of the document is said to be somebody else's work: it does not count as the learner's.",
          block: block))
    }
    return MarkingResult(
      unit: UnitSummary(id: rules.unit.id, title: rules.unit.title), words: text.visibleWords,
      warnings: warnings,
      score: criteria.isEmpty ? 0 : criteria.reduce(0) { $0 + $1.score } / criteria.count, criteria: criteria,
      mistakes: mistakes(sofar), tips: tips(sofar), ledger: Ledger(evaluation, quoting).entries,
      nextEdits: NextEdits(criteria: criteria, rules: rules).edits)
  }

  /// The level of every criterion and whether each mistake is found, without evidence, feedback and items.
  func levels() -> (criteria: [Level], mistakes: [Bool]) {
    let rules = evaluation.rules
    var sofar = DecisionsSoFar(levels: Array(repeating: -1, count: rules.criteria.count), requirements: [])
    let bar = bar
    var levels: [Level] = []
    for number in rules.criteria.indices {
      let decider = CriterionDecider(marker: self, number: number, bar: bar)
      let held = decider.held(sofar)
      let level = decider.level(held, sofar)
      sofar.requirements += held
      sofar.levels[number] = level.rawValue
      levels.append(level)
    }
    return (levels, rules.mistakes.map { isFound($0, sofar).found })
  }

  /// Whether a mistake was made, and what its test came to.
  private func isFound(
    _ tests: CompiledMistake, _ sofar: DecisionsSoFar
  ) -> (found: Bool, outcome: TestOutcome) {
    let outcome = evaluation.outcome(of: tests.when, sofar)
    let against = tests.contradictedBy.map { evaluation.outcome(of: $0, sofar).holds } ?? false
    return (outcome.holds && !against, outcome)
  }

  /// What keeps the whole submission from being evidence, where something does.
  private var bar: Bar? {
    if evaluation.evidenceWords < Self.blankWords { return .blank }
    let none = DecisionsSoFar(levels: [], requirements: [])
    for (rule, test) in zip(evaluation.rules.rules.unit.appliesUnless, evaluation.rules.appliesUnless)
    where evaluation.outcome(of: test, none).holds {
      return rule.says.map(Bar.excluded) ?? .otherOccupation
    }
    return nil
  }

  private func mistakes(_ sofar: DecisionsSoFar) -> [MistakeResult] {
    zip(evaluation.rules.rules.mistakes, evaluation.rules.mistakes).map { rule, tests in
      let (found, outcome) = isFound(tests, sofar)
      let evidence = found ? quoting.evidence(outcome.hits, most: 4, for: .fault) : []
      let filler = Filler(outcome: outcome, evidence: evidence, quoting: quoting)
      return MistakeResult(
        id: rule.id, title: rule.title, isMajor: rule.isMajor, found: found, evidence: evidence,
        message: found ? filler.filled(rule.says) : nil, advice: found ? rule.advice.map(filler.filled) : nil)
    }
  }

  private func tips(_ sofar: DecisionsSoFar) -> [TipResult] {
    var result: [TipResult] = []
    for (rule, test) in zip(evaluation.rules.rules.tips, evaluation.rules.tips) {
      if let test, !evaluation.outcome(of: test, sofar).holds { continue }
      result.append(TipResult(id: rule.id, text: rule.says))
    }
    return result
  }
}

/// Why a whole submission is no evidence.
enum Bar: Sendable {
  case blank, otherOccupation
  /// For a reason of the unit's own, in its words.
  case excluded(String)

  var warning: ReadingWarning {
    switch self {
    case .blank:
      ReadingWarning(
        code: "blank-form",
        message: "The form is blank or nearly so: there is nothing of the learner's own to mark.")
    case .otherOccupation:
      ReadingWarning(
        code: "other-occupation",
        message:
          "Most of the work described belongs to another occupation, so it is no evidence for this unit.")
    case .excluded(let says): ReadingWarning(code: "unit-does-not-apply", message: says)
    }
  }
}
