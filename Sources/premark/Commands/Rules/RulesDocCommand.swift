import PremarkPlatform
import PremarkReporting
import PremarkRules

/// `premark rules doc UNIT`
struct RulesDocCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    let unit = try library.unit(named: invocation.operands[0])
    guard let rules = library.usable(unit, on: &console) else { return }
    let page = RulesPage(rules.rules.ruleSet)
    let bytes = invocation.value(.format) == "html" ? page.html : page.markdown
    guard let path = invocation.value(.output) else { return try console.put(bytes) }
    if let why = FileBytes.write(bytes, to: path) {
      console.complain(
        "\(path): it cannot be written (\(why)); name a file in a folder that is there", .unread)
    }
  }
}
