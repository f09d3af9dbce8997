import PremarkDocument
public import PremarkMarking

/// Explanations for a terminal: each criterion's rule as an indented tree, every node with how it ended and the words it
/// rests on.
public struct TerminalExplanation: Sendable {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Deeper nodes are indented no further, so that words keep room.
  static let deepest = 12

  /// Whether every way of every rule is drawn, also those on which nothing depends.
  public let isWhole: Bool

  /// Makes a reporter.
  ///
  /// - Parameter isWhole: false counts the ways that a rule was not found by where it was found by another, and those of
  ///   which nothing is there, instead of drawing them.
  public init(style: TerminalStyle, isWhole: Bool = false) {
    self.style = style
    self.isWhole = isWhole
  }

  /// Draws the explanation of one submission. UTF-8, every line ended by "\n".
  public func report(_ report: Report, _ explanation: Explanation) -> [UInt8] {
    var page = TerminalPage(style: style)
    let drawing = Drawing(report: report, places: Places(report.text), style: style, isWhole: isWhole)
    page.paragraph([Run(report.result.unit.title, .strong)])
    page.paragraph([Run("\(report.name) · \(report.document.format.words)", .faint)])
    for warning in report.result.warnings where warning.block == nil {
      page.paragraph([Run(warning.message)], hanging: 2)
    }
    for criterion in explanation.criteria {
      page.blank()
      drawing.draw(criterion, on: &page)
    }
    return page.bytes
  }

  struct Drawing {
    let report: Report
    let places: Places
    let style: TerminalStyle
    let isWhole: Bool
  }
}

extension TerminalExplanation.Drawing {
  func draw(_ criterion: CriterionExplanation, on page: inout TerminalPage) {
    let result = criterion.result
    let level = result.decision
    let label = style.isPlain ? "[\(level.words)]" : "\(level.sign) \(level.words)"
    page.entry([Run(label, level.ink)], [Run(result.title, .strong)], column: TerminalReport.column)
    page.entry([Run("Id")], [Run(result.id)], indent: 2, column: TerminalReport.column)
    page.entry([Run("Marking point")], [Run(result.markingPoint)], indent: 2, column: TerminalReport.column)
    page.entry([Run("Met when")], [Run(criterion.metWhen)], indent: 2, column: TerminalReport.column)
    page.entry([Run("Partly when")], [Run(criterion.partlyWhen)], indent: 2, column: TerminalReport.column)
    if let why = result.refer {
      page.paragraph([Run("Assessor to confirm: ", .strong), Run(why)], indent: 2, hanging: 2)
    }
    for requirement in criterion.requirements {
      page.blank()
      draw(requirement, on: &page)
    }
  }

  private func draw(_ requirement: RequirementExplanation, on page: inout TerminalPage) {
    let result = requirement.result
    var words = [Run(result.id, .strong), Run(result.isEssential ? " (essential)" : " (supporting)")]
    if let failed = result.failed, result.state != .held { words.append(Run(" – " + failed)) }
    page.entry(label(of: result.state), words, indent: 2, column: 2 + labelColumns)
    for evidence in result.counterEvidence {
      page.paragraph([Run("against: ")] + quotation(evidence), indent: 6, hanging: 2)
    }
    for branch in requirement.branches {
      page.paragraph([Run(branch.name, .faint)], indent: 4)
      draw(branch.node, 3, on: &page)
    }
  }

  /// - Parameter isSettled: something further up is held; then what is not held is named and not opened.
  private func draw(
    _ node: ExplanationNode, _ depth: Int, isSettled: Bool = false, on page: inout TerminalPage
  ) {
    let indent = 2 * min(depth, TerminalExplanation.deepest)
    var words = [Run(node.text)]
    if node.isRepeated { words.append(Run(" (see above)", .faint)) }
    if let failed = node.failed { words.append(Run(" – " + failed, .strong)) }
    page.entry(label(of: node.state), words, indent: indent, column: indent + labelColumns)
    let isOpen = node.state == .held || !isSettled
    if isOpen {
      for evidence in node.evidence {
        page.paragraph(quotation(evidence), indent: indent + labelColumns, hanging: 2)
      }
    }
    guard isOpen else { return }
    let folded = folded(node.children, isSettled: isSettled || node.state == .held)
    for (number, child) in node.children.enumerated()
    where !folded.contains(number) && isWorthALine(child, under: node) {
      draw(child, depth + 1, isSettled: isSettled || node.state == .held, on: &page)
    }
    if !folded.isEmpty {
      let isHeld = node.state == .held
      page.paragraph(
        [Run("(\(folded.count) other ways, \(isHeld ? "not needed" : "nothing of them is there"))", .faint)],
        indent: 2 * min(depth + 1, TerminalExplanation.deepest), hanging: 1)
    }
  }

  /// Numbers of the ways that need no line: those not found where another was, those of which nothing is there. One
  /// alone is drawn.
  private func folded(_ children: [ExplanationNode], isSettled: Bool) -> [Int] {
    guard !isWhole else { return [] }
    let folded = children.indices.filter { number in
      let child = children[number]
      guard child.kind == "alternative" || child.kind == "source" else { return false }
      return isSettled ? child.state != .held : child.state == .absent
    }
    return folded.count > 1 ? folded : []
  }

  /// What a held condition is made of is held too, and what an absent one is made of is mostly absent: the words it rests
  /// on say enough.
  private func isWorthALine(_ child: ExplanationNode, under node: ExplanationNode) -> Bool {
    guard child.kind == "condition" else { return true }
    switch node.state {
    case .held: return false
    case .absent: return child.state != .absent
    case .near, .contradicted: return true
    }
  }

  private var labelColumns: Int { 10 }

  private func label(of state: State) -> [Run] {
    switch state {
    case .held: [Run(style.isPlain ? "[held]" : "● held", .good)]
    case .near: [Run(style.isPlain ? "[near]" : "◐ near", .partial)]
    case .contradicted: [Run(style.isPlain ? "[against]" : "▲ against", .open)]
    case .absent: [Run(style.isPlain ? "[absent]" : "○ absent", .open)]
    }
  }

  /// `“words” – place`.
  private func quotation(_ evidence: Evidence) -> [Run] {
    TerminalReport(audience: .assessor, style: style).quotation(evidence, report, places)
  }
}
