public import PremarkMatching

/// What came of a mutant.
public struct MutantOutcome: Sendable {
  /// What was weakened.
  public let mutant: Mutant
  /// True where an example or an example submission comes out otherwise.
  public let isNoticed: Bool
}

extension Workbench {
  /// Weakens each clause in turn and says which change no example notices.
  ///
  /// Documents are read, annotated and searched for words once; a mutant costs what leans on the changed rule, in the
  /// texts that could notice, until one does. Examples that fail under the unchanged rules notice nothing.
  ///
  /// - Parameter isWanted: which mutants to try.
  public func mutants(_ isWanted: (Mutant) -> Bool = { _ in true }) -> [MutantOutcome] {
    let dependents = Dependents(engine.rules)
    let before = specimens.map { state(of: $0, in: $0.evaluation) }
    var outcomes: [MutantOutcome] = []
    for mutant in engine.rules.mutants where isWanted(mutant) {
      let rules = engine.rules.changed(by: mutant)
      var isNoticed = false
      for (specimen, state) in zip(specimens, before) where couldNotice(mutant, specimen, dependents) {
        let evaluation = Evaluation(
          specimen.evaluation, rules: rules, target: mutant.target, dependents: dependents)
        if isChanged(state, specimen, evaluation) {
          isNoticed = true
          break
        }
      }
      outcomes.append(MutantOutcome(mutant: mutant, isNoticed: isNoticed))
    }
    return outcomes
  }

  /// How a specimen comes out under the unchanged rules.
  private enum Before {
    case passes, fails
    case decided(criteria: [Level], mistakes: [Bool])
  }

  private func state(of specimen: Specimen, in evaluation: Evaluation) -> Before {
    switch specimen.source {
    case .example(let number):
      return cases[number].problem(in: evaluation, specimen.document) == nil ? .passes : .fails
    case .submission:
      let (criteria, mistakes) = Marker(evaluation: evaluation).levels()
      return .decided(criteria: criteria, mistakes: mistakes)
    }
  }

  private func couldNotice(_ mutant: Mutant, _ specimen: Specimen, _ dependents: Dependents) -> Bool {
    guard case .example(let number) = specimen.source else { return true }
    switch cases[number].owner {
    case .passage(let rule): return dependents.touches(.passage(rule), mutant.target)
    case .indicator(let rule): return dependents.touches(.indicator(rule), mutant.target)
    case .item(let rule): return dependents.touches(.item(rule), mutant.target)
    case .mistake(let rule):
      if case .mistake(let changed) = mutant.target { return changed == rule }
      return true
    }
  }

  private func isChanged(_ before: Before, _ specimen: Specimen, _ evaluation: Evaluation) -> Bool {
    switch before {
    case .fails: return false
    case .passes:
      guard case .example(let number) = specimen.source else { return false }
      return cases[number].problem(in: evaluation, specimen.document) != nil
    case .decided(let criteria, let mistakes):
      let after = Marker(evaluation: evaluation).levels()
      return after.criteria != criteria || after.mistakes != mistakes
    }
  }
}
