/// `premark completions bash|zsh|fish`
struct CompletionsCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let shell = invocation.operands[0]
    let shells = ["bash", "zsh", "fish"]
    guard shells.contains(shell) else {
      throw .usage(
        "there are no completions for '\(shell)', only for " + ArgumentParser.list(shells)
          + ArgumentParser.suggestion(shell, among: shells))
    }
    let units = try RuleLibrary(invocation, on: &console).units
    try console.put(Array(Completions.script(for: shell, root: CommandTable.root, units: units).utf8))
  }
}
