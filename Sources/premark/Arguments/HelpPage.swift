import PremarkReporting

/// The help page of a command, drawn from its table.
struct HelpPage {
  private let command: CommandSpecification
  private var page: TerminalPage

  /// Draws the page: what it does, usage, operands, options, commands, examples, exit codes. UTF-8.
  static func draw(_ command: CommandSpecification, style: TerminalStyle) -> [UInt8] {
    var help = HelpPage(command: command, page: TerminalPage(style: style))
    help.draw()
    return help.page.bytes
  }

  private mutating func draw() {
    page.paragraph([Run(command.abstract)])
    page.blank()
    page.paragraph([Run("Usage: ", .strong), Run(usage)], hanging: 7)
    for paragraph in command.discussion {
      page.blank()
      page.paragraph([Run(paragraph)])
    }
    table("Arguments", command.operands.map { ($0.usage, $0.help) })
    table("Options", command.options.map { ($0.usage, $0.help + Self.remarks(on: $0)) }, lettered: true)
    table("Commands", command.subcommands.map { ($0.path.last ?? "", $0.abstract) })
    if !command.examples.isEmpty {
      heading("Examples")
      for example in command.examples {
        page.verbatim([Run(example.line, .strong)], indent: 2)
        page.paragraph([Run(example.effect)], indent: 6)
      }
    }
    table("Exit codes", codes)
    if !command.subcommands.isEmpty {
      page.blank()
      page.paragraph([
        Run("See 'premark help \((command.path + ["COMMAND"]).joined(separator: " "))' for a command.")
      ])
    }
  }

  /// - Parameter lettered: labels begin with `-u, ` or leave room for it.
  private mutating func table(
    _ title: String, _ rows: [(label: String, text: String)], lettered: Bool = false
  ) {
    guard !rows.isEmpty else { return }
    heading(title)
    let indents = rows.map { lettered && $0.label.hasPrefix("--") ? 6 : 2 }
    let ends = zip(rows, indents).map { page.columns(of: $0.label) + $1 }
    let column = (ends.filter { $0 <= Self.widestLabel }.max() ?? 0) + 2
    for (row, indent) in zip(rows, indents) {
      page.entry([Run(row.label)], [Run(row.text)], indent: indent, column: column)
    }
  }

  private mutating func heading(_ title: String) {
    page.blank()
    page.paragraph([Run(title + ":", .strong)])
  }

  private static let widestLabel = 26

  private var usage: String {
    var words = [command.name]
    if !command.subcommands.isEmpty { words.append("COMMAND") }
    words += command.operands.map(\.usage)
    words += command.options.filter { $0.name != .help }.map { "[\($0.long.keepingTogether)]" }
    return words.joined(separator: " ")
  }

  private var codes: [(label: String, text: String)] {
    guard !command.exitCodes.isEmpty else { return [] }
    let all = [(0, "done")] + command.exitCodes + [(64, "wrong usage")]
    return all.map { (label: String($0.0), text: $0.1) }
  }

  /// Values and the standard one, in brackets after the help.
  private static func remarks(on option: OptionSpecification) -> String {
    var remarks: [String] = []
    if let allowed = option.value.allowed { remarks.append("values: " + allowed.joined(separator: ", ")) }
    if let standard = option.standard { remarks.append("default: " + standard) }
    return remarks.isEmpty ? "" : " (" + remarks.joined(separator: "; ") + ")"
  }
}

extension String {
  /// With no-break spaces, so that no line ends inside.
  fileprivate var keepingTogether: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
