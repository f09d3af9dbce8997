import PremarkMarking
import PremarkMatching
import PremarkRules

/// `premark rules mutate [UNIT...]`
struct RulesMutateCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    for unit in try library.units(named: invocation.operands) {
      guard let rules = library.usable(unit, withRows: true, on: &console) else { continue }
      let rule = try self.rule(of: rules.rules.ruleSet)
      let material = TestMaterial(unit: unit, rules: rules, folder: library.examples, on: &console)
      let failing = material.outcomes().count { !$0.failures.isEmpty }
      if failing > 0 {
        console.complain(
          "\(unit): \(failing == 1 ? "1 example does" : "\(failing) examples do") not come out as said and can notice nothing; run 'premark rules test' first",
          .belowBar)
      }
      let outcomes = material.bench.mutants { rule == nil || $0.rule == rule }
      try console.put(Array(report(outcomes, material).utf8))
    }
  }

  private func rule(of rules: RuleSet) throws(CommandError) -> String? {
    guard let name = invocation.value(.rule) else { return nil }
    let known =
      rules.passages.map(\.id) + rules.indicators.map(\.id) + rules.items.map(\.id) + rules.criteria.map(\.id)
      + rules.mistakes.map(\.id)
    guard known.contains(name) else {
      throw .usage(
        "the unit '\(rules.unit.id)' has no rule '\(name)'"
          + (nearest(name, among: known).map { "; did you mean '\($0)'?" }
            ?? "; 'premark rules list' names them"))
    }
    return name
  }

  private func report(_ outcomes: [MutantOutcome], _ material: TestMaterial) -> String {
    var text = ""
    var line = ""
    for outcome in outcomes where !outcome.isNoticed {
      let mutant = outcome.mutant
      let head = "\(material.renderer.described(mutant.location)): '\(mutant.rule)': \(mutant.line)\n"
      if head != line { text += head }
      line = head
      text += "    no example notices: \(mutant.change)\n"
    }
    let noticed = outcomes.count { $0.isNoticed }
    let share = outcomes.isEmpty ? 100 : noticed * 100 / outcomes.count
    return text
      + "\(material.unit): \(noticed) of \(outcomes.count) weakened clauses are noticed (\(share)%)\n"
  }
}
