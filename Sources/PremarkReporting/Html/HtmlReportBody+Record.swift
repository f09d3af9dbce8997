import PremarkMarking

/// The form in which an assessor records decisions and a moderator (IQA) what they think of them.
///
/// What is filled in is saved as one JSON object: file and its digest, unit, rules, for each criterion the proposal, the
/// decision and the reason, who decided and when, and the moderator's part.
extension HtmlReportBody {
  func drawRecord(on page: inout HtmlWriter) {
    page.raw(
      "<section aria-labelledby=\"record\">\n<h2 id=\"record\">Assessment record</h2>\n<form id=\"record-form\""
    )
    page.attribute("data-file", report.name)
    page.attribute("data-digest", report.digest)
    page.attribute("data-unit", result.unit.id)
    page.attribute("data-rules", report.provenance.rulesDigest)
    page.raw(">\n")
    for (number, criterion) in result.criteria.enumerated() {
      draw(decisionOn: criterion, number + 1, on: &page)
    }
    page.raw("<fieldset>\n<legend>Assessor</legend>\n")
    field("assessor", "Name", on: &page)
    field("assessed", "Date", type: "date", on: &page)
    area("feedback", "Feedback to the learner", on: &page)
    page.raw("</fieldset>\n<fieldset class=\"iqa\">\n<legend>Internal quality assurance</legend>\n")
    choices(
      "iqa-outcome", [("agreed", "Agreed"), ("action", "Action needed"), ("not-sampled", "Not sampled")],
      on: &page)
    area("iqa-comment", "Comment and action, by whom and when", on: &page)
    field("iqa-name", "Name", on: &page)
    field("iqa-date", "Date", type: "date", on: &page)
    page.raw(
      """
      </fieldset>
      <p><button type="button" id="save">Save the record as a file</button> \
      <span id="saved" role="status"></span></p>
      <noscript><p>Saving needs script. The page can be printed and filled in by hand.</p></noscript>
      </form>
      </section>

      """)
  }

  private func draw(decisionOn criterion: CriterionResult, _ number: Int, on page: inout HtmlWriter) {
    page.raw("<fieldset")
    page.attribute("data-criterion", criterion.id)
    page.attribute("data-proposed", criterion.decision.name)
    page.raw(">\n<legend>")
    page.text("\(number). \(criterion.title)")
    page.raw("</legend>\n<p class=\"about\">Proposed: ")
    page.text(criterion.decision.words)
    page.raw("</p>\n")
    let levels: [Level] = [.met, .partly, .notMet]
    choices("decision-\(number)", levels.map { ($0.name, $0.words) }, on: &page)
    area("reason-\(number)", "Reason", on: &page)
    page.raw("</fieldset>\n")
  }

  private func choices(_ name: String, _ choices: [(value: String, words: String)], on page: inout HtmlWriter)
  {
    page.raw("<div class=\"choices\">")
    for choice in choices {
      page.raw(
        "<label><input type=\"radio\" name=\"\(name)\" value=\"\(choice.value)\"> \(choice.words)</label> ")
    }
    page.raw("</div>\n")
  }

  private func field(_ name: String, _ words: String, type: String = "text", on page: inout HtmlWriter) {
    page.raw(
      "<p><label for=\"\(name)\">\(words)</label> <input type=\"\(type)\" id=\"\(name)\" name=\"\(name)\"></p>\n"
    )
  }

  private func area(_ name: String, _ words: String, on page: inout HtmlWriter) {
    page.raw(
      "<p><label for=\"\(name)\">\(words)</label> <textarea id=\"\(name)\" name=\"\(name)\" rows=\"2\"></textarea></p>\n"
    )
  }
}
