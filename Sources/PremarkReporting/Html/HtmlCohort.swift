import PremarkMarking

/// Several submissions as one table, a row each, for a page that has the style of ``HtmlReport``.
public struct HtmlCohort: Sendable {
  /// Makes a writer.
  public init() {}

  /// Draws the table. Each name is a button with the number of its submission, from 0, in `data-report`.
  public func table(_ outcomes: [Outcome]) -> [UInt8] {
    var page = HtmlWriter()
    let read = outcomes.count { if case .marked = $0 { true } else { false } }
    page.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Submissions\">\n<table>\n")
    page.element(
      "caption",
      "\(counted(outcomes.count, "submission", "submissions")), \(read == outcomes.count ? "all" : String(read)) read"
    )
    page.raw("<thead><tr><th scope=\"col\">Submission</th><th scope=\"col\">Outcome</th>")
    page.raw("<th scope=\"col\">Not yet met</th><th scope=\"col\">To confirm</th>")
    page.raw("<th scope=\"col\">Mistakes</th></tr></thead>\n<tbody>\n")
    for (number, outcome) in outcomes.enumerated() { draw(outcome, number, on: &page) }
    page.raw("</tbody>\n</table>\n</div>\n")
    return page.bytes
  }

  private func draw(_ outcome: Outcome, _ number: Int, on page: inout HtmlWriter) {
    page.raw("<tr><th scope=\"row\">")
    switch outcome {
    case .marked(let report):
      let result = report.result
      page.raw("<button type=\"button\" class=\"plain-button\" data-report=\"\(number)\">")
      page.text(report.name)
      page.raw("</button></th>")
      page.element("td", result.outcome("proposed as"))
      let open = result.criteria.filter { $0.decision == .notMet }.map { $0.title }
      page.element("td", open.isEmpty ? "none" : open.joined(separator: ", "))
      page.element("td", String(result.criteria.count { $0.refer != nil }))
      page.element("td", String(result.mistakesFound.count))
    case .failed(let failure):
      page.text(failure.name)
      page.raw("</th><td colspan=\"4\">")
      page.text("Could not be read: " + failure.message)
      page.raw("</td>")
    }
    page.raw("</tr>\n")
  }
}
