import PremarkMarking

/// What an assessor sees beyond what a learner does.
extension TerminalReport {
  func drawForAssessor(
    _ criterion: CriterionResult, _ report: Report, _ places: Places, on page: inout TerminalPage
  ) {
    draw([criterion.markingPoint], "Source", on: &page)
    for requirement in criterion.requirements {
      draw(requirement, report, places, on: &page)
    }
    if let why = CriterionWords(criterion).refer {
      page.paragraph([Run("Assessor to confirm: ", .strong), Run(why)], indent: 2, hanging: 2)
    }
    draw([criterion.feedback], "To learner", on: &page)
    if let note = criterion.assessorNote { draw([note], "Note", on: &page) }
    if let question = criterion.question { draw([question], "Ask", on: &page) }
  }

  private func draw(
    _ requirement: RequirementResult, _ report: Report, _ places: Places, on page: inout TerminalPage
  ) {
    var runs = [Run(requirement.heading), Run(requirement.state.words, .strong)]
    if let failed = requirement.failedBeyondTitle { runs.append(Run(" – " + failed)) }
    page.paragraph(runs, indent: 4, hanging: 2)
    for evidence in requirement.evidence {
      page.paragraph(quotation(evidence, report, places), indent: 6, hanging: 2)
    }
    for evidence in requirement.counterEvidence {
      page.paragraph([Run("against: ")] + quotation(evidence, report, places), indent: 6, hanging: 2)
    }
    if let advice = requirement.advice, requirement.state != .held {
      page.paragraph([Run("Next step: " + advice)], indent: 6, hanging: 2)
    }
  }

  /// The items found, each with the parts it has and those it lacks.
  func drawLedger(of report: Report, _ places: Places, on page: inout TerminalPage) {
    let ledger = report.result.ledger
    guard !ledger.isEmpty else { return }
    heading("Items found", on: &page)
    for entry in ledger {
      let label = Run("\(entry.singular) \(entry.number)", .strong)
      page.entry([label], quotation(entry.at, report, places), indent: 2, column: Self.column)
      var words: [String] = []
      let has = entry.parts.filter { !$0.evidence.isEmpty }.map { $0.name }
      let lacks = entry.parts.filter { $0.evidence.isEmpty }.map { $0.name }
      if !has.isEmpty { words.append("has " + has.joined(separator: ", ")) }
      if !lacks.isEmpty { words.append("lacks " + lacks.joined(separator: ", ")) }
      if !entry.links.isEmpty {
        words.append("goes with " + entry.links.map { "\($0.kind) \($0.number)" }.joined(separator: ", "))
      }
      if !entry.counts { words.append("does not count as evidence") }
      if !words.isEmpty { page.paragraph([Run(words.joined(separator: "; "))], indent: Self.column) }
    }
  }
}
