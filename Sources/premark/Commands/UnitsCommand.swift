import PremarkDocument
import PremarkReporting
import PremarkRules

/// `premark units`
struct UnitsCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    var page = TerminalPage(style: Console.style(isPlain: invocation.has(.plain)))
    let column = (library.units.map { page.columns(of: $0) }.max() ?? 0) + 2
    for id in library.units {
      guard let unit = library.usable(id, on: &console)?.rules.ruleSet.unit else { continue }
      let awarded = unit.awardedBy.isEmpty ? "" : " (\(unit.awardedBy))"
      page.entry([Run(id, .strong)], [Run(unit.title + awarded)], column: column)
    }
    try console.put(page.bytes)
  }
}
