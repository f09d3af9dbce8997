import PremarkDocument
import PremarkMarking
import PremarkText

/// Decisions, mistakes and what to do next.
extension HtmlReportBody {
  func draw(_ criterion: CriterionResult, _ number: Int, on page: inout HtmlWriter) {
    let words = CriterionWords(criterion)
    let target = "c-" + criterion.id
    page.raw("<article")
    page.attribute("id", target)
    page.raw(">\n<h3>")
    page.text("\(number). \(criterion.title) ")
    badge(criterion.decision, on: &page)
    page.raw("</h3>\n")
    if audience == .assessor { page.element("p", criterion.markingPoint, class: "about") }
    page.element("p", criterion.feedback)
    switch audience {
    case .learner:
      quotations(words.shown, criterion.decision == .notMet ? "Closest" : "You wrote", target, on: &page)
      quotations(words.against, "But also", target, on: &page)
      labelled("Missing", words.missing, on: &page)
      labelled("Next step", words.steps, on: &page)
    case .assessor:
      for requirement in criterion.requirements { draw(requirement, target, on: &page) }
      labelled("Note", [criterion.assessorNote].compactMap { $0 }, on: &page)
      labelled("Ask", [criterion.question].compactMap { $0 }, on: &page)
    }
    if let why = words.refer { labelled("Assessor to confirm", [why], on: &page) }
    page.raw("</article>\n")
  }

  private func draw(_ requirement: RequirementResult, _ target: String, on page: inout HtmlWriter) {
    page.raw("<div class=\"requirement\">\n<h4>")
    page.text(capitalised(requirement.title))
    page.raw(" <span class=\"state \(requirement.state.rawValue)\">\(requirement.state.words)")
    page.raw(requirement.isEssential ? ", essential</span></h4>\n" : ", supporting</span></h4>\n")
    quotations(requirement.evidence, nil, target, on: &page)
    quotations(requirement.counterEvidence, "Against it", target, on: &page)
    labelled("Missing", [requirement.failedBeyondTitle].compactMap { $0 }, on: &page)
    labelled("Advice", [requirement.advice].compactMap { $0 }, on: &page)
    page.raw("</div>\n")
  }

  /// Quotations, each a link to its words in the submission.
  func quotations(_ evidence: [Evidence], _ label: String?, _ target: String, on page: inout HtmlWriter) {
    guard !evidence.isEmpty else { return }
    if let label { page.element("p", label, class: "label") }
    page.raw("<ul class=\"quotations\">\n")
    for item in evidence where report.document.blocks.indices.contains(item.block) {
      let address = marks.number(of: item, target).map { "#e\($0)" } ?? "#b\(item.block)"
      page.raw("<li><a href=\"\(address)\">“")
      page.text(Quotation.words(of: item, in: report.document, limit: 160)[...])
      page.raw("”</a> <span class=\"place\">")
      page.text(places.words(item.block))
      page.raw("</span></li>\n")
    }
    page.raw("</ul>\n")
  }

  private func labelled(_ label: String, _ texts: [String], on page: inout HtmlWriter) {
    for text in texts {
      page.raw("<p><strong>")
      page.text(label)
      page.raw(":</strong> ")
      page.text(text)
      page.raw("</p>\n")
    }
  }

  func drawMistakes(on page: inout HtmlWriter) {
    guard !result.mistakesFound.isEmpty else { return }
    page.raw("<section aria-labelledby=\"mistakes\">\n<h2 id=\"mistakes\">Common mistakes</h2>\n")
    for mistake in result.mistakesFound {
      page.raw("<article class=\"mistake\"")
      page.attribute("id", "m-" + mistake.id)
      page.raw(">\n")
      page.element("h3", mistake.title)
      if let message = mistake.message { page.element("p", message) }
      quotations(mistake.evidence, nil, "m-" + mistake.id, on: &page)
      labelled("Next step", [mistake.advice].compactMap { $0 }, on: &page)
      page.raw("</article>\n")
    }
    page.raw("</section>\n")
  }

  func drawEdits(on page: inout HtmlWriter) {
    let most = audience == .learner ? TerminalReport.mostEdits : result.nextEdits.count
    guard !result.nextEdits.isEmpty else { return }
    page.raw("<section aria-labelledby=\"edits\">\n<h2 id=\"edits\">What would help most</h2>\n")
    page.list(result.nextEdits.prefix(most).map { $0.text }, isOrdered: true)
    page.raw("</section>\n")
  }

  func drawTips(on page: inout HtmlWriter) {
    guard !result.tips.isEmpty else { return }
    page.raw("<section aria-labelledby=\"tips\">\n<h2 id=\"tips\">Tips</h2>\n")
    page.list(result.tips.map { $0.text })
    page.raw("</section>\n")
  }

  func drawEnd(on page: inout HtmlWriter) {
    guard audience == .assessor else { return }
    let provenance = report.provenance
    page.raw("<footer>\n")
    page.element(
      "p", "Software may not be the sole marker (Ofqual): a named person decides, and may decide otherwise.")
    page.raw("<p class=\"about\">Premark ")
    page.text(provenance.version)
    page.raw(", rules <code>")
    page.text(provenance.rulesDigest)
    page.raw("</code>, file <code>")
    page.text(report.digest)
    page.raw("</code>")
    if let submitted = provenance.submitted { page.text(", submitted " + submitted.words) }
    if let learner = provenance.learner { page.text(", learner " + learner) }
    page.raw("</p>\n</footer>\n")
  }
}
