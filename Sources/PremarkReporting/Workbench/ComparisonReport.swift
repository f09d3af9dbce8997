import PremarkDocument
public import PremarkMarking

/// Every decision that a change of rules would flip, old and new evidence side by side.
public struct ComparisonReport: Sendable {
  private let style: TerminalStyle

  /// Makes a reporter.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws what would change. UTF-8, every line ended by "\n".
  public func report(_ comparisons: [Comparison]) -> [UInt8] {
    var page = TerminalPage(style: style)
    let criteria = comparisons.reduce(0) { $0 + $1.flippedCriteria.count }
    let mistakes = comparisons.reduce(0) { $0 + $1.flippedMistakes.count }
    page.paragraph([
      Run(
        counted(criteria, "decision", "decisions") + " and " + counted(mistakes, "mistake", "mistakes")
          + " would flip in " + counted(comparisons.count, "submission", "submissions") + ".", .strong)
    ])
    for comparison in comparisons { draw(comparison, on: &page) }
    return page.bytes
  }

  private func draw(_ comparison: Comparison, on page: inout TerminalPage) {
    for (old, new) in comparison.flippedCriteria {
      page.blank()
      page.paragraph([Run("\(comparison.name): "), Run(old.id, .strong)], hanging: 2)
      page.sideBySide(
        [[Run("old: \(old.decision.name)")]] + words(old, comparison.old),
        [[Run("new: \(new.decision.name)")]] + words(new, comparison.new), indent: 2)
    }
    for (old, new) in comparison.flippedMistakes {
      page.blank()
      page.paragraph([Run("\(comparison.name): "), Run(old.id, .strong)], hanging: 2)
      page.sideBySide(
        [[Run(old.found ? "old: found" : "old: not found")]] + words(old, comparison.old),
        [[Run(new.found ? "new: found" : "new: not found")]] + words(new, comparison.new), indent: 2)
    }
  }

  private func words(_ criterion: CriterionResult, _ marking: Marking) -> [[Run]] {
    let places = Places(marking.text)
    var paragraphs: [[Run]] = []
    for requirement in criterion.requirements {
      paragraphs.append([Run("\(requirement.state.rawValue): \(requirement.id)")])
      for evidence in requirement.evidence.prefix(TrialReport.mostQuotations) {
        paragraphs.append(TrialReport.quotation(evidence, marking, places))
      }
    }
    return paragraphs
  }

  private func words(_ mistake: MistakeResult, _ marking: Marking) -> [[Run]] {
    let places = Places(marking.text)
    return mistake.evidence.prefix(TrialReport.mostQuotations).map {
      TrialReport.quotation($0, marking, places)
    }
  }
}
