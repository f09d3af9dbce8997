import PremarkDocument
import PremarkRules

/// `premark rules check [UNIT...]`
struct RulesCheckCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    for unit in try library.units(named: invocation.operands) {
      switch library.load(unit, withRows: true) {
      case .success(let loaded): try show(unit, loaded, on: &console)
      case .failure(let error): console.complain(RuleLibrary.line(unit, error), .unread)
      }
    }
  }

  private func show(_ unit: String, _ loaded: LoadedUnit, on console: inout Console) throws(CommandError) {
    let diagnostics = loaded.shownDiagnostics
    let errors = diagnostics.count { $0.severity == .error }
    let rules = loaded.rules.ruleSet
    var text = loaded.drawing(errorsOnly: false)
    text += "\(unit): \(counted(errors, "error")), \(counted(diagnostics.count - errors, "warning")) in "
    text +=
      "\(counted(loaded.files.count, "file")); "
    text += "\(rules.criteria.count) \(rules.criteria.count == 1 ? "criterion" : "criteria"), "
    text += "\(counted(rules.mistakes.count, "mistake")), \(counted(rules.indicators.count, "indicator")), "
    text += "\(counted(rules.items.count, "kind")) of item, \(counted(rules.wordLists.count, "word list"))\n"
    if errors > 0 { console.end(with: .unread) }
    try console.put(Array(text.utf8))
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
