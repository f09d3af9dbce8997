import PremarkReporting
import PremarkRules
import PremarkTestSupport
import Testing

/// What the rule author's tools write for other programs.
struct WorkbenchReportTests {
  private static let golden = Golden()

  @Test func writesJUnit() throws {
    let report = JUnitReport(suites: [
      (
        name: "sample",
        cases: [
          .init(className: "sample.aim", name: "accept, line 3", failure: nil),
          .init(className: "sample.aim", name: "reject, line 4", failure: "found: '<a> & \"b\"'\n\u{1B}[0m"),
        ]
      ), (name: "empty", cases: []),
    ])
    try Self.golden.expect(report.bytes, is: "junit.xml")
  }
}

extension WorkbenchReportTests {
  private static let rules = """
    language 1
    unit sample
      title "Sample & <other>"
      awarded by "City"
      by default own, affirmed
      applies unless <other-trade> outnumbers <trade>

    words trade
      plain: queue, wrap-up
      handling (call) time, *

    words other-trade
      ward

    indicator measured
      clause <trade> with <percentage>, done or stronger
      unless sentence "in theory"
      accept "My [[queue fell to 90%]]."
      reject "The *queue* is `long`."

    indicator unused
      clause "nothing"
      accept "There is nothing."
      reject "There is something."

    indicator blamed
      clause "hobby"
      accept "My hobby."

    item goal
      called "goal", "goals"
      from rows of a table with an objective column, not measured
      part figure <percentage>
      accept block
        | Objective |
        |---|
        | [[Reach 90%]] |
      reject "I did it."

    passage entry
      starts at <date:month>
      counts when goal or measured
      accept "3 May 2026: [[90%]] it was."
      reject "It went well."

    criterion figures
      title "Figures"
      because "marking point 1"
      requires given weight 2
        held if at least 2 goal with figure
        near if entry
        advice "Give a figure."
      refer when no goal says "nothing to read"
      question "How do you know?"

    criterion nothing
      title "Nothing"
      because "marking point 2"
      requires long supporting
        held if not fewer than 10 words

    mistake hobbies major
      title "Hobbies"
      when blamed
      says "That is a hobby."
      accept "My hobby."
      reject absent

    tip dates
      when criterion figures is below met
      says "Give dates."

    """

  @Test func writesAPageOfRules() throws {
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(
      unit: RuleFile(path: "sample/unit.rules", text: Array(Self.rules.utf8)))
    #expect(!loaded.hasErrors, "\(DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics))")
    let page = RulesPage(loaded.ruleSet)
    try Self.golden.expect(page.markdown, is: "rules.md")
    try Self.golden.expect(page.html, is: "rules.html")
  }
}
