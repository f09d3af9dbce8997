import PremarkMatching
import PremarkRules

/// Decides one criterion: its requirements, then the arithmetic, then who must look.
struct CriterionDecider {
  let marker: Marker
  let number: Int
  let bar: Bar?

  private var rule: Criterion { marker.evaluation.rules.rules.criteria[number] }
  private var tests: CompiledCriterion { marker.evaluation.rules.criteria[number] }

  func decided(_ before: DecisionsSoFar) -> CriterionResult {
    let outcomes = requirementOutcomes(before)
    let held = outcomes.map { $0.state == .held }
    let level = self.level(held, before)
    var sofar = before
    sofar.requirements += held
    let weights = zip(rule.requirements, outcomes).map { requirement, outcome in
      outcome.state == .held ? 2 * requirement.weight : outcome.state == .near ? requirement.weight : 0
    }
    let all = rule.requirements.reduce(0) { $0 + $1.weight }
    let results = outcomes.map { $0.result }
    return CriterionResult(
      id: rule.id, title: rule.title, learningOutcome: rule.learningOutcome, markingPoint: rule.because,
      decision: level, score: all == 0 ? 0 : weights.reduce(0, +) * 5_000 / all,
      refer: Referral(decider: self, outcomes: outcomes, level: level, before: before, sofar: sofar).reason,
      requirements: results, feedback: Feedback(rule: rule, level: level, outcomes: outcomes, bar: bar).text,
      assessorNote: rule.note, question: rule.question)
  }

  /// Which requirements are held, without evidence and words.
  func held(_ before: DecisionsSoFar) -> [Bool] {
    var sofar = before
    for requirement in tests.requirements {
      sofar.requirements.append(bar == nil && holds(requirement, sofar))
    }
    return Array(sofar.requirements.dropFirst(before.requirements.count))
  }

  private func holds(_ tests: CompiledRequirement, _ sofar: DecisionsSoFar) -> Bool {
    guard marker.evaluation.outcome(of: tests.heldIf, sofar).holds else { return false }
    return tests.contradictedBy.map { !marker.evaluation.outcome(of: $0, sofar).holds } ?? true
  }

  /// The level for requirements held or not, after the decisions made before this criterion.
  func level(_ held: [Bool], _ before: DecisionsSoFar) -> Level {
    var sofar = before
    sofar.requirements += held
    let essential = zip(rule.requirements, held).filter { $0.0.isEssential }
    let count = essential.count { $0.1 }
    func holds(_ rule: CompiledCriterion.Rule, all: Int) -> Bool {
      switch rule {
      case .all: count >= all
      case .atLeast(let wanted): count >= wanted
      case .test(let test): marker.evaluation.outcome(of: test, sofar).holds
      }
    }
    if bar != nil { return .notMet }
    if holds(tests.metWhen, all: essential.count), count > 0 { return .met }
    return holds(tests.partlyWhen, all: 1) ? .partly : .notMet
  }

  /// What a requirement came to, with what feedback needs of it.
  struct Outcome {
    let rule: Criterion.Requirement
    let state: State
    let result: RequirementResult
    let test: TestOutcome
    let filler: Filler
  }

  private func requirementOutcomes(_ sofar: DecisionsSoFar) -> [Outcome] {
    var outcomes: [Outcome] = []
    var sofar = sofar
    for (rule, tests) in zip(rule.requirements, tests.requirements) {
      let outcome = outcome(rule, tests, sofar)
      sofar.requirements.append(outcome.state == .held)
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func outcome(
    _ rule: Criterion.Requirement, _ tests: CompiledRequirement, _ sofar: DecisionsSoFar
  ) -> Outcome {
    let evaluation = marker.evaluation
    let held = evaluation.outcome(of: tests.heldIf, sofar)
    let against = tests.contradictedBy.map { evaluation.outcome(of: $0, sofar) }
    var basis = held
    let state: State
    if bar != nil {
      state = .absent
      basis.hits = []
    } else if held.holds {
      state = against?.holds == true ? .contradicted : .held
    } else if let near = tests.nearIf.map({ evaluation.outcome(of: $0, sofar) }) {
      state = near.holds ? .near : .absent
      if near.holds { basis.hits = near.hits }
    } else {
      state = held.hits.isEmpty ? .absent : .near
    }
    let evidence = state == .absent ? [] : marker.quoting.evidence(basis.hits, most: 6, for: .proof)
    let counter =
      state == .contradicted ? marker.quoting.evidence(against?.hits ?? [], most: 3, for: .fault) : []
    let filler = Filler(outcome: held, evidence: evidence, quoting: marker.quoting)
    let result = RequirementResult(
      id: rule.id, title: rule.title, isEssential: rule.isEssential, state: state, evidence: evidence,
      counterEvidence: counter,
      advice: state == .held ? nil : rule.advice.map(filler.filled),
      failed: state == .near ? (rule.missing.map(filler.filled) ?? held.shortfall) : nil)
    return Outcome(rule: rule, state: state, result: result, test: held, filler: filler)
  }
}
