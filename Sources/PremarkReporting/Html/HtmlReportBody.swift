import PremarkDocument
import PremarkMarking
import PremarkText

/// The body of one submission's page.
struct HtmlReportBody {
  let report: Report
  let audience: Audience
  let marks: EvidenceMarks
  let places: Places
  /// True where the body is put into a page that has a head, a style and a script of its own.
  let isEmbedded: Bool

  init(report: Report, audience: Audience, isEmbedded: Bool = false) {
    self.report = report
    self.audience = audience
    self.isEmbedded = isEmbedded
    marks = EvidenceMarks(report)
    places = Places(report.text)
  }

  var result: MarkingResult { report.result }

  func draw(on page: inout HtmlWriter) {
    page.raw("<a class=\"skip\" href=\"#submission\">Skip to the submission</a>\n")
    if isEmbedded { page.raw("<main>\n") }
    drawHead(on: &page)
    page.raw(isEmbedded ? "<div class=\"report\">\n" : "<main>\n<div class=\"report\">\n")
    drawOverview(on: &page)
    for (number, criterion) in result.criteria.enumerated() { draw(criterion, number + 1, on: &page) }
    drawMistakes(on: &page)
    drawEdits(on: &page)
    drawLedger(on: &page)
    drawTimeline(on: &page)
    drawTips(on: &page)
    if audience == .assessor { drawRecord(on: &page) }
    drawEnd(on: &page)
    page.raw("</div>\n")
    drawSubmission(on: &page)
    page.raw("</main>\n")
    if audience == .assessor, !isEmbedded { page.raw("<script>" + HtmlScript.text + "</script>\n") }
  }

  private func drawHead(on page: inout HtmlWriter) {
    page.raw(isEmbedded ? "<div class=\"head\">\n" : "<header>\n")
    page.element("h1", result.unit.title)
    page.element(
      "p",
      "\(report.name) · \(report.document.format.words) · \(counted(result.words, "word", "words"))",
      class: "about")
    page.element(
      "p",
      audience == .learner
        ? "A check before you hand in, not your result. Your assessor reads your work and decides."
        : "A proposal by fixed rules. A named person reads the submission and decides.",
      class: "about")
    page.raw(isEmbedded ? "</div>\n" : "</header>\n")
  }

  private func drawOverview(on page: inout HtmlWriter) {
    page.raw("<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">")
    page.text(result.outcome(audience == .learner ? "look" : "proposed as"))
    page.raw("</h2>\n")
    if !result.warnings.isEmpty {
      page.raw("<div class=\"warning\">\n<h3>About the file</h3>\n")
      page.list(result.warnings.map { $0.message })
      page.raw("</div>\n")
    }
    page.raw(
      "<table class=\"overview\">\n<thead><tr><th scope=\"col\">Criterion</th><th scope=\"col\">Decision</th>"
    )
    page.raw("<th scope=\"col\">What was looked for</th></tr></thead>\n<tbody>\n")
    for (number, criterion) in result.criteria.enumerated() {
      page.raw("<tr><th scope=\"row\"><a")
      page.attribute("href", "#c-" + criterion.id)
      page.raw(">")
      page.text("\(number + 1). \(criterion.title)")
      page.raw("</a></th><td>")
      badge(criterion.decision, on: &page)
      if criterion.refer != nil { page.raw(" <span class=\"refer\">Assessor to confirm</span>") }
      page.raw("</td><td>")
      coverage(criterion, on: &page)
      page.raw("</td></tr>\n")
    }
    page.raw("</tbody>\n</table>\n</section>\n")
  }

  func badge(_ level: Level, on page: inout HtmlWriter) {
    page.raw(
      "<span class=\"badge \(level.name)\"><span aria-hidden=\"true\">\(level.sign)</span> \(level.words)</span>"
    )
  }

  /// A square for each requirement, larger where it is essential, with what it came to in words.
  private func coverage(_ criterion: CriterionResult, on page: inout HtmlWriter) {
    let states = criterion.requirements.map { "\($0.title): \($0.state.words)" }
    page.raw("<span class=\"coverage\" role=\"img\"")
    page.attribute("aria-label", states.joined(separator: "; "))
    page.raw(">")
    for requirement in criterion.requirements {
      page.raw("<span class=\"\(requirement.state.rawValue)\(requirement.isEssential ? " essential" : "")\"")
      page.attribute("title", "\(requirement.title): \(requirement.state.words)")
      page.raw("></span>")
    }
    page.raw("</span>")
  }
}
