import PremarkDocument
import PremarkMarking

/// A submission's report for a terminal: the outcome, each criterion with what was found, what is missing and the next
/// step, mistakes, tips, and what was odd about the file.
public struct TerminalReport: Sendable {
  /// Whom it speaks to.
  public let audience: Audience
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Column at which text beside a label starts.
  static let column = 16
  /// Most quotations of one criterion to a learner.
  static let mostQuotations = 3
  /// Most things to do first that a learner is told: more would be a list, not a start.
  static let mostEdits = 3

  /// Makes a reporter.
  public init(audience: Audience, style: TerminalStyle) {
    self.audience = audience
    self.style = style
  }

  /// Draws one submission. UTF-8, every line ended by "\n".
  public func report(_ report: Report) -> [UInt8] {
    var page = TerminalPage(style: style)
    let places = Places(report.text)
    drawOutcome(of: report, on: &page)
    drawCriteria(of: report, places, on: &page)
    drawMistakes(of: report, places, on: &page)
    if audience == .assessor { drawLedger(of: report, places, on: &page) }
    drawAdvice(of: report, on: &page)
    drawWarnings(of: report, places, on: &page)
    drawEnd(of: report, on: &page)
    return page.bytes
  }
}

extension TerminalReport {
  private func drawOutcome(of report: Report, on page: inout TerminalPage) {
    let result = report.result
    page.paragraph([Run(result.unit.title, .strong)])
    page.paragraph([
      Run(
        "\(report.name) · \(report.document.format.words) · \(counted(result.words, "word", "words"))", .faint
      )
    ])
    page.blank()
    let found = result.mistakesFound.count
    switch audience {
    case .learner:
      var words = result.outcome("look") + "."
      if found > 0 { words += " \(counted(found, "common mistake", "common mistakes")) to put right." }
      page.paragraph([Run(words, .strong)])
    case .assessor:
      var words = "Proposed: " + result.outcome("") + "."
      if found > 0 { words += " \(counted(found, "common mistake", "common mistakes"))." }
      let refers = result.criteria.count { $0.refer != nil }
      if refers > 0 { words += " Assessor to confirm \(refers)." }
      page.paragraph([Run(words, .strong)])
      page.paragraph([Run("Coverage \(decimal(result.score)) (a working aid, not a mark).", .faint)])
    }
  }

  private func drawCriteria(of report: Report, _ places: Places, on page: inout TerminalPage) {
    for criterion in report.result.criteria {
      page.blank()
      let level = criterion.decision
      let label = style.isPlain ? "[\(level.words)]" : "\(level.sign) \(level.words)"
      page.entry([Run(label, level.ink)], [Run(criterion.title, .strong)], column: Self.column)
      switch audience {
      case .learner: drawForLearner(criterion, report, places, on: &page)
      case .assessor: drawForAssessor(criterion, report, places, on: &page)
      }
    }
  }

  private func drawForLearner(
    _ criterion: CriterionResult, _ report: Report, _ places: Places, on page: inout TerminalPage
  ) {
    let words = CriterionWords(criterion)
    page.paragraph([Run(criterion.feedback)], indent: 2)
    let label = criterion.decision == .notMet ? "Closest" : "You wrote"
    draw(words.shown.prefix(Self.mostQuotations), label, report, places, on: &page)
    draw(words.against.prefix(1), "But also", report, places, on: &page)
    draw(words.missing, "Missing", on: &page)
    draw(words.steps, "Next step", on: &page)
    if let why = words.refer {
      page.paragraph([Run("Assessor to confirm: ", .strong), Run(why)], indent: 2, hanging: 2)
    }
  }

  /// Quotations, each with the place where it stands, the label before the first.
  func draw(
    _ evidence: some Collection<Evidence>, _ label: String, _ report: Report, _ places: Places,
    indent: Int = 2, on page: inout TerminalPage
  ) {
    var label = label
    for item in evidence {
      page.entry([Run(label)], quotation(item, report, places), indent: indent, column: Self.column)
      label = ""
    }
  }

  /// `“words” – place`.
  func quotation(_ evidence: Evidence, _ report: Report, _ places: Places) -> [Run] {
    guard report.document.blocks.indices.contains(evidence.block) else { return [] }
    let words = Quotation.words(of: evidence, in: report.document, limit: audience == .learner ? 90 : 140)
    return [
      Run("“"), Run(words), Run("” – "), Run(places.words(evidence.block), .faint),
    ]
  }

  func draw(_ texts: [String], _ label: String, on page: inout TerminalPage) {
    var label = label
    for text in texts {
      page.entry([Run(label)], [Run(text)], indent: 2, column: Self.column)
      label = ""
    }
  }

  private func drawMistakes(of report: Report, _ places: Places, on page: inout TerminalPage) {
    let found = report.result.mistakesFound
    guard !found.isEmpty else { return }
    heading(audience == .learner ? "Common mistakes to put right" : "Common mistakes", on: &page)
    for mistake in found {
      let grade = audience == .assessor ? (mistake.isMajor ? " (major)" : " (minor)") : ""
      page.paragraph(
        [Run(style.isPlain ? "! " : "▲ ", .partial), Run(mistake.title, .strong), Run(grade)], hanging: 2)
      if let message = mistake.message { page.paragraph([Run(message)], indent: 2) }
      draw(
        mistake.evidence.prefix(2), audience == .learner ? "You wrote" : "Evidence", report, places, on: &page
      )
      if let advice = mistake.advice { draw([advice], "Next step", on: &page) }
    }
  }

  private func drawAdvice(of report: Report, on page: inout TerminalPage) {
    let result = report.result
    let edits = result.nextEdits.prefix(audience == .learner ? Self.mostEdits : result.nextEdits.count)
    if !edits.isEmpty {
      heading("What would help most", on: &page)
      for (index, edit) in edits.enumerated() {
        page.entry([Run("\(index + 1).")], [Run(edit.text)], column: 4)
      }
    }
    if !result.tips.isEmpty {
      heading("Tips", on: &page)
      for tip in result.tips { page.entry([Run("•")], [Run(tip.text)], column: 3) }
    }
  }

  private func drawWarnings(of report: Report, _ places: Places, on page: inout TerminalPage) {
    guard !report.result.warnings.isEmpty else { return }
    heading("About the file", on: &page)
    for warning in report.result.warnings {
      var runs = [Run(warning.message)]
      if let block = warning.block { runs += [Run(" – "), Run(places.words(block), .faint)] }
      page.entry([Run("•")], runs, column: 3)
    }
  }

  private func drawEnd(of report: Report, on page: inout TerminalPage) {
    page.blank()
    switch audience {
    case .learner:
      page.paragraph([
        Run("This is a check before you hand in, not your result. Your assessor reads your work and decides.")
      ])
    case .assessor:
      let provenance = report.provenance
      page.paragraph([
        Run(
          "Premark proposes by fixed rules; a named person decides. Software may not be the sole marker (Ofqual)."
        )
      ])
      var words =
        "Premark \(provenance.version), rules \(provenance.rulesDigest.prefix12), file \(report.digest.prefix12)"
      if let submitted = provenance.submitted { words += ", submitted \(submitted.words)" }
      if let learner = provenance.learner { words += ", learner \(learner)" }
      page.paragraph([Run(words, .faint)])
    }
  }

  func heading(_ words: String, on page: inout TerminalPage) {
    page.blank()
    page.paragraph([Run(words, .strong)])
  }
}

extension String {
  /// The first twelve characters of a digest.
  fileprivate var prefix12: String { String(self.prefix(12)) }
}

/// Ten-thousandths as a figure with two decimals, rounded half up: 6 250 is "0.63".
func decimal(_ tenThousandths: Int) -> String {
  let hundredths = (tenThousandths + 50) / 100
  let rest = hundredths % 100
  return "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
}
