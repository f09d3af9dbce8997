import PremarkMarking

/// The table after several files: one row each, how the criteria came out.
public struct SummaryTable: Sendable {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Makes a table.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws the table; files that could not be read stand in it too. UTF-8, every line ended by "\n".
  public func report(_ outcomes: [Outcome]) -> [UInt8] {
    var page = TerminalPage(style: style)
    let read = outcomes.count { if case .marked = $0 { true } else { false } }
    var words = counted(outcomes.count, "file", "files")
    if read < outcomes.count { words += ", \(outcomes.count - read) not read" }
    page.paragraph([Run("Summary: " + words, .strong)])
    page.blank()
    let widest = outcomes.reduce(4) { max($0, page.columns(of: $1.name)) }
    let name = min(widest, style.width - Self.figures - 2)
    page.verbatim([Run(padded("File", name, page)), Run("  Met  Partly  Not yet  Mistakes  To confirm")])
    for outcome in outcomes {
      page.verbatim([Run(padded(outcome.name, name, page)), Run("  " + Self.row(outcome))])
    }
    return page.bytes
  }

  /// Columns of the figures' heading.
  private static let figures = 43

  private static func row(_ outcome: Outcome) -> String {
    guard case .marked(let report) = outcome else { return "could not be read" }
    let result = report.result
    return right(result.count(.met), 3) + right(result.count(.partly), 8) + right(result.count(.notMet), 9)
      + right(result.mistakesFound.count, 10) + right(result.criteria.count { $0.refer != nil }, 12)
  }

  private static func right(_ figure: Int, _ width: Int) -> String {
    let digits = String(figure)
    return String(repeating: " ", count: max(width - digits.utf8.count, 0)) + digits
  }

  /// The name in exactly `width` columns, its middle left out where it is longer: the end tells files apart.
  private func padded(_ name: String, _ width: Int, _ page: TerminalPage) -> String {
    let columns = page.columns(of: name)
    if columns <= width { return name + String(repeating: " ", count: width - columns) }
    let glyphs = VisibleText(Array(name.utf8), isPlain: style.isPlain).glyphs
    let dots = style.isPlain ? "..." : "…"
    var head = glyphs[..<min(glyphs.count, max(width / 3, 1))]
    var tail = glyphs.suffix(max(width - width / 3 - page.columns(of: dots), 1))
    while columnsOf(head) + columnsOf(tail) + page.columns(of: dots) > width {
      if tail.count > 1 { tail.removeFirst() } else { head.removeLast() }
    }
    let shown =
      String(decoding: head.flatMap { $0.bytes }, as: UTF8.self) + dots
      + String(decoding: tail.flatMap { $0.bytes }, as: UTF8.self)
    return shown + String(repeating: " ", count: max(width - page.columns(of: shown), 0))
  }

  private func columnsOf(_ glyphs: ArraySlice<VisibleText.Glyph>) -> Int {
    glyphs.reduce(0) { $0 + $1.columns }
  }
}
