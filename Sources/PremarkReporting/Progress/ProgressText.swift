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
      for step in change.steps {
        page.paragraph(
          [Run(spokenName(step.id))] + (step.words.map { [Run(": " + $0)] } ?? []), indent: 2, hanging: 2)
        drawing.draw(
          step.gained, "Gained", progress.later, Places(progress.later.text), indent: 4, on: &page)
        drawing.draw(
          step.lost, "Lost", progress.earlier, Places(progress.earlier.text), indent: 4, on: &page)
      }
    }
    draw(progress.mistakesGone, "Mistakes put right", on: &page)
    draw(progress.mistakesNew, "New mistakes", on: &page)
    return page.bytes
  }

  private func draw(_ mistakes: [MistakeResult], _ title: String, on page: inout TerminalPage) {
    guard !mistakes.isEmpty else { return }
    page.blank()
    page.paragraph([Run(title, .strong)])
    for mistake in mistakes { page.paragraph([Run(mistake.title)], indent: 2, hanging: 2) }
  }
}
