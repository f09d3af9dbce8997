import PremarkMarking

/// What has changed between two versions, for a terminal.
public struct ProgressText: Sendable {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Makes a reporter.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws the comparison. UTF-8, every line ended by "\n".
  public func report(_ progress: Progress) -> [UInt8] {
    var page = TerminalPage(style: style)
    page.paragraph([Run(progress.later.result.unit.title, .strong)])
    page.paragraph([Run("\(progress.earlier.name) → \(progress.later.name)", .faint)])
    page.blank()
    page.paragraph([Run(progress.summary, .strong)])
    let drawing = TerminalReport(audience: .learner, style: style)
    for change in progress.changes {
      page.blank()
      page.paragraph([
        Run(change.criterion.title, .strong), Run(": "), Run(change.words, change.criterion.decision.ink),
      ])
      if change.steps.isEmpty { page.paragraph([Run("No evidence gained or lost.", .faint)], indent: 2) }
      for words in change.stepWords { page.paragraph([Run(words)], indent: 2, hanging: 2) }
      draw(change.gained, "Gained", progress.later, drawing, on: &page)
      draw(change.lost, "Lost", progress.earlier, drawing, on: &page)
    }
    draw(progress.mistakesGone, "Mistakes put right", on: &page)
    draw(progress.mistakesNew, "New mistakes", on: &page)
    return page.bytes
  }

  private func draw(
    _ evidence: [Evidence], _ label: String, _ report: Report, _ drawing: TerminalReport,
    on page: inout TerminalPage
  ) {
    let most = Progress.Change.mostQuotations
    drawing.draw(evidence.prefix(most), label, report, Places(report.text), on: &page)
    if let rest = Progress.Change.rest(of: evidence) { drawing.draw([rest], "", on: &page) }
  }

  private func draw(_ mistakes: [MistakeResult], _ title: String, on page: inout TerminalPage) {
    guard !mistakes.isEmpty else { return }
    page.blank()
    page.paragraph([Run(title, .strong)])
    for mistake in mistakes { page.paragraph([Run(mistake.title)], indent: 2, hanging: 2) }
  }
}
