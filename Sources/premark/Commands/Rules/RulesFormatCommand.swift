import PremarkPlatform
import PremarkRules

/// `premark rules format [--check] FILE...`
struct RulesFormatCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    for path in invocation.operands { try format(path, on: &console) }
  }

  private func format(_ path: String, on console: inout Console) throws(CommandError) {
    guard let text = Submission.bytes(path, on: &console) else { return }
    let formatted = RuleFormatter.format(text)
    guard formatted.diagnostics.isEmpty else {
      let file = RuleFile(path: path == "-" ? "standard input" : path, text: text)
      Standard.drawing(DiagnosticRenderer(files: [file]).drawing(of: formatted.diagnostics))
      return console.complain("\(file.path): it cannot be laid out; mend its indentation first", .unread)
    }
    let isClean = formatted.text == text
    if invocation.has(.check) {
      guard !isClean else { return }
      console.end(with: .belowBar)
      try console.put(Array("\(path): not formatted\n".utf8))
    } else if path == "-" {
      try console.put(formatted.text)
    } else if !isClean, let why = FileBytes.write(formatted.text, to: path) {
      console.complain("\(path): it cannot be written (\(why)); check its permissions", .unread)
    }
  }
}
