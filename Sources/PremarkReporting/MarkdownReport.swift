import PremarkDocument
import PremarkMarking

/// A submission's report as Markdown (CommonMark with pipe tables), for a portfolio or an e-mail.
public struct MarkdownReport: Sendable {
  /// Whom it speaks to.
  public let audience: Audience

  /// Makes a reporter.
  public init(audience: Audience) { self.audience = audience }

  /// Draws one file's report. UTF-8, ends in "\n". Nothing a learner wrote is taken for Markdown or HTML.
  public func report(_ outcome: Outcome) -> [UInt8] {
    switch outcome {
    case .marked(let report): draw(report)
    case .failed(let failure):
      Array("# \(plain(failure.name))\n\nCould not be read: \(plain(failure.message)).\n".utf8)
    }
  }

  private func draw(_ report: Report) -> [UInt8] {
    let result = report.result
    let places = Places(report.text)
    var text = "# \(plain(result.unit.title))\n\n"
    text +=
      "\(plain(report.name)) (\(report.document.format.words), \(counted(result.words, "word", "words")))\n\n"
    text += "**\(result.outcome(audience == .learner ? "look" : "proposed as")).**\n\n"
    text += table(result)
    for criterion in result.criteria { text += draw(criterion, report, places) }
    text += drawMistakes(report, places)
    if audience == .assessor { text += drawLedger(report, places) }
    let edits = result.nextEdits.prefix(
      audience == .learner ? TerminalReport.mostEdits : result.nextEdits.count)
    if !edits.isEmpty {
      text += "\n## What would help most\n\n"
      for (index, edit) in edits.enumerated() { text += "\(index + 1). \(plain(edit.text))\n" }
    }
    text += list("Tips", result.tips.map { $0.text })
    text += list("About the file", result.warnings.map { $0.message })
    return Array((text + end(report)).utf8)
  }

  private func table(_ result: MarkingResult) -> String {
    var text = "| Criterion | Decision | Assessor to confirm |\n|---|---|---|\n"
    for criterion in result.criteria {
      text +=
        "| \(plain(criterion.title)) | \(criterion.decision.words) | \(plain(CriterionWords(criterion).refer ?? "")) |\n"
    }
    return text
  }

  private func draw(_ criterion: CriterionResult, _ report: Report, _ places: Places) -> String {
    let words = CriterionWords(criterion)
    var text = "\n## \(plain(criterion.title)): \(criterion.decision.words)\n\n"
    if audience == .assessor { text += "*Source:* \(plain(criterion.markingPoint))\n\n" }
    text += plain(criterion.feedback) + "\n"
    switch audience {
    case .learner:
      text += quotations(words.shown.prefix(TerminalReport.mostQuotations), report, places)
      text += points(words.missing.map { "Missing: " + $0 } + words.steps.map { "Next step: " + $0 })
      if let why = words.refer { text += "\n**Assessor to confirm:** \(plain(why))\n" }
    case .assessor:
      for requirement in criterion.requirements { text += draw(requirement, report, places) }
      var points: [String] = []
      if let why = words.refer { points.append("Assessor to confirm: " + why) }
      if let note = criterion.assessorNote { points.append("Note: " + note) }
      if let question = criterion.question { points.append("Ask: " + question) }
      text += self.points(points)
    }
    return text
  }

  private func draw(_ requirement: RequirementResult, _ report: Report, _ places: Places) -> String {
    var text = "\n**\(plain(requirement.heading))** \(requirement.state.words)"
    if let failed = requirement.failedBeyondTitle { text += " – " + plain(failed) }
    text += "\n"
    text += quotations(requirement.evidence[...], report, places)
    if !requirement.counterEvidence.isEmpty {
      text += "\nAgainst it:\n" + quotations(requirement.counterEvidence[...], report, places)
    }
    if let advice = requirement.advice { text += points(["Next step: " + advice]) }
    return text
  }

  private func drawMistakes(_ report: Report, _ places: Places) -> String {
    let found = report.result.mistakesFound
    guard !found.isEmpty else { return "" }
    var text = "\n## Common mistakes\n"
    for mistake in found {
      text += "\n### \(plain(mistake.title))\n"
      if let message = mistake.message { text += "\n\(plain(message))\n" }
      text += quotations(mistake.evidence.prefix(2), report, places)
      if let advice = mistake.advice { text += points(["Next step: " + advice]) }
    }
    return text
  }

  private func drawLedger(_ report: Report, _ places: Places) -> String {
    guard !report.result.ledger.isEmpty else { return "" }
    var text = "\n## Items found\n\n| Item | Words | Where | Has | Lacks |\n|---|---|---|---|---|\n"
    for entry in report.result.ledger {
      let words = Quotation.words(of: report.document.blocks[entry.at.block], entry.at.span, limit: 80)
      let has = entry.parts.filter { !$0.evidence.isEmpty }.map { $0.name }.joined(separator: ", ")
      let lacks = entry.parts.filter { $0.evidence.isEmpty }.map { $0.name }.joined(separator: ", ")
      text +=
        "| \(plain(entry.singular)) \(entry.number)\(entry.counts ? "" : " (does not count)") | \(escaped(words)) | "
      text += "\(plain(places.words(entry.at.block))) | \(plain(has)) | \(plain(lacks)) |\n"
    }
    return text
  }

  private func quotations(_ evidence: ArraySlice<Evidence>, _ report: Report, _ places: Places) -> String {
    var text = ""
    for item in evidence {
      text += "\n> “\(escaped(Quotation.words(of: item, in: report.document, limit: 200)))”  \n"
      text += "> \(plain(places.words(item.block)))\n"
    }
    return text
  }

  private func points(_ points: [String]) -> String {
    points.isEmpty ? "" : "\n" + points.reduce("") { $0 + "- \(plain($1))\n" }
  }

  private func list(_ title: String, _ points: [String]) -> String {
    points.isEmpty ? "" : "\n## \(title)\n" + self.points(points)
  }

  private func end(_ report: Report) -> String {
    switch audience {
    case .learner:
      return
        "\nThis is a check before you hand in, not your result. Your assessor reads your work and decides.\n"
    case .assessor:
      let provenance = report.provenance
      var text =
        "\nPremark proposes by fixed rules; a named person decides. Software may not be the sole marker (Ofqual).\n"
      text +=
        "\n| Decided by | Date | Agreed with the proposal | Where not, why |\n|---|---|---|---|\n|  |  |  |  |\n"
      text += "\nPremark \(provenance.version), rules `\(provenance.rulesDigest)`, file `\(report.digest)`"
      if let submitted = provenance.submitted { text += ", submitted \(submitted.words)" }
      if let learner = provenance.learner { text += ", learner \(plain(learner))" }
      return text + "\n"
    }
  }
}

extension MarkdownReport {
  private func plain(_ text: String) -> String { escaped(Array(text.utf8)) }

  /// Text in which Markdown sees nothing but text: CommonMark 2.4, backslash escapes.
  private func escaped(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for glyph in VisibleText(text, isPlain: false).glyphs {
      if let byte = glyph.bytes.first, Self.special.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes += glyph.bytes
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let special = Array("\\`*_[]<>|~#&".utf8)
}
