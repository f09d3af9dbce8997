import PremarkMatching
import PremarkRules

extension Workbench {
  /// Runs every example and example submission against every branch.
  ///
  /// An alternative is *found* where some text is found by it, and *left* where words of it stand in a text that it
  /// rightly leaves. Requirements and criteria are asked of the example submissions only, since nothing else is
  /// compared with what they came to.
  ///
  /// - Complexity: for each branch linear in the texts, until both ways are reached.
  public func coverage() -> Coverage {
    Coverage(branches: passageBranches() + indicatorBranches() + itemBranches() + decisionBranches())
  }

  private func branch(
    _ kind: String, _ rule: String, _ text: String, _ location: RuleLocation, _ ways: [String]
  ) -> Coverage.Branch {
    Coverage.Branch(
      kind: kind, rule: rule, text: text, location: location,
      ways: ways.map { (name: $0, isReached: false) })
  }

  private func passageBranches() -> [Coverage.Branch] {
    var branches: [Coverage.Branch] = []
    for (number, rule) in engine.rules.rules.passages.enumerated() {
      for (position, start) in rule.starts.enumerated() {
        var branch = branch("start", rule.id, "starts at " + start.written, rule.location, ["found"])
        if specimens.contains(where: { $0.evaluation.hasPassage(number, from: position) }) {
          branch.reach("found")
        }
        branches.append(branch)
      }
    }
    return branches
  }

  private func indicatorBranches() -> [Coverage.Branch] {
    var branches: [Coverage.Branch] = []
    for (number, rule) in engine.rules.rules.indicators.enumerated() {
      for (position, alternative) in rule.alternatives.enumerated() {
        var branch = branch(
          "alternative", rule.id, alternative.scope.word + " " + alternative.condition.written,
          alternative.location, ["found", "left"])
        for specimen in specimens where !branch.isCovered {
          switch specimen.evaluation.reach(ofIndicator: number, alternative: position) {
          case .found: branch.reach("found")
          case .left: branch.reach("left")
          case .none: break
          }
        }
        branches.append(branch)
      }
      for (position, exception) in rule.unless.enumerated() {
        var branch = branch(
          "exception", rule.id, "unless " + exception.scope.word + " " + exception.condition.written,
          exception.location, ["excepts"])
        if specimens.contains(where: { $0.evaluation.excepts(indicator: number, exception: position) }) {
          branch.reach("excepts")
        }
        branches.append(branch)
      }
    }
    return branches
  }

  private func itemBranches() -> [Coverage.Branch] {
    var branches: [Coverage.Branch] = []
    for (number, rule) in engine.rules.rules.items.enumerated() {
      for (position, source) in rule.sources.enumerated() {
        let text = "from " + source.source.written + (source.having.map { ", " + $0.written } ?? "")
        var branch = branch("source", rule.id, text, source.location, ["found"])
        if specimens.contains(where: { $0.evaluation.hasItem(number, fromSource: position) }) {
          branch.reach("found")
        }
        branches.append(branch)
      }
    }
    return branches
  }

  private func decisionBranches() -> [Coverage.Branch] {
    let rules = engine.rules.rules
    let results = self.results()
    var branches: [Coverage.Branch] = []
    for (number, rule) in rules.criteria.enumerated() {
      var whole = branch("criterion", rule.id, rule.id, rule.location, ["met", "partly", "not-met"])
      for result in results { whole.reach(result.criteria[number].decision.name) }
      branches.append(whole)
      for (position, requirement) in rule.requirements.enumerated() {
        var ways = ["held"]
        if requirement.nearIf != nil { ways.append("near") }
        if requirement.contradictedBy != nil { ways.append("contradicted") }
        var branch = branch("requirement", rule.id, requirement.id, requirement.location, ways + ["absent"])
        for result in results { branch.reach(result.criteria[number].requirements[position].state.rawValue) }
        branches.append(branch)
      }
    }
    return branches + mistakeBranches(results)
  }

  /// A mistake's own examples count too: they are marked as submissions are.
  private func mistakeBranches(_ results: [MarkingResult]) -> [Coverage.Branch] {
    var branches: [Coverage.Branch] = []
    let problems = self.problems()
    for (number, rule) in engine.rules.rules.mistakes.enumerated() {
      var branch = branch("mistake", rule.id, rule.id, rule.location, ["found", "left"])
      for result in results { branch.reach(result.mistakes[number].found ? "found" : "left") }
      for (example, problem) in zip(cases, problems) where example.owner == .mistake(number) && problem == nil
      {
        branch.reach(example.example.isAccepted ? "found" : "left")
      }
      branches.append(branch)
    }
    return branches
  }
}
