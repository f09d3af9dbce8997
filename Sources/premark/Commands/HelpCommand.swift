/// `premark help [COMMAND...]`
struct HelpCommand {
  private let words: [String]

  init(_ invocation: Invocation) { words = invocation.operands }

  func run(on console: inout Console) throws(CommandError) {
    var command = CommandTable.root
    for word in words {
      guard let next = command.subcommands.first(where: { $0.path.last == word }) else {
        let names = command.subcommands.compactMap(\.path.last)
        throw .usage("unknown command '\(word)'" + ArgumentParser.suggestion(word, among: names))
      }
      command = next
    }
    try Self.explain(command, on: &console)
  }

  /// Prints the page of one command.
  static func explain(_ command: CommandSpecification, on console: inout Console) throws(CommandError) {
    try console.put(HelpPage.draw(command, style: Console.style(isPlain: false)))
  }
}
