import PremarkDocument
import PremarkMarking

/// What has changed between two versions, as one HTML page that needs nothing else and has no script.
public struct ProgressPage: Sendable {
  /// Makes a writer.
  public init() {}

  /// Draws the comparison. UTF-8, ends in "\n".
  public func report(_ progress: Progress) -> [UInt8] {
    var page = HtmlWriter()
    HtmlReport(audience: .learner).begin("Progress – " + progress.later.name, on: &page)
    page.raw("<header class=\"single\">\n")
    page.element("h1", progress.later.result.unit.title)
    page.element("p", "From \(progress.earlier.name) to \(progress.later.name)", class: "about")
    page.raw("</header>\n<main class=\"single\">\n")
    page.element("h2", progress.summary)
    for change in progress.changes { draw(change, progress, on: &page) }
    draw(progress.mistakesGone, "Mistakes put right", on: &page)
    draw(progress.mistakesNew, "New mistakes", on: &page)
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  private func draw(_ change: Progress.Change, _ progress: Progress, on page: inout HtmlWriter) {
    page.raw("<article>\n<h3>")
    page.text(change.criterion.title + " ")
    page.raw("<span class=\"badge \(change.criterion.decision.name)\">")
    page.text(change.words)
    page.raw("</span></h3>\n")
    if change.steps.isEmpty { page.element("p", "No evidence gained or lost.", class: "about") }
    page.list(change.stepWords)
    draw(change.gained, "Gained", progress.later, on: &page)
    draw(change.lost, "Lost", progress.earlier, on: &page)
    page.raw("</article>\n")
  }

  private func draw(_ evidence: [Evidence], _ label: String, _ report: Report, on page: inout HtmlWriter) {
    guard !evidence.isEmpty else { return }
    let places = Places(report.text)
    page.element("p", label, class: "label")
    page.raw("<ul class=\"quotations\">\n")
    for item in evidence.prefix(Progress.Change.mostQuotations) {
      page.raw("<li>“")
      page.text(Quotation.words(of: item, in: report.document, limit: 160)[...])
      page.raw("” <span class=\"place\">")
      page.text(places.words(item.block))
      page.raw("</span></li>\n")
    }
    page.raw("</ul>\n")
    if let rest = Progress.Change.rest(of: evidence) { page.element("p", rest, class: "about") }
  }

  private func draw(_ mistakes: [MistakeResult], _ title: String, on page: inout HtmlWriter) {
    guard !mistakes.isEmpty else { return }
    page.element("h2", title)
    page.list(mistakes.map { $0.title })
  }
}
