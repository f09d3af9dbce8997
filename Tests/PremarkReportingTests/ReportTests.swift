import PremarkTestSupport
import Testing

@testable import PremarkReporting

struct ReportTests {
  private static let golden = Golden()

  @Test(arguments: [
    ("learner.txt", Audience.learner, TerminalStyle()),
    ("learner-plain.txt", .learner, TerminalStyle(isPlain: true)),
    ("learner-colour.txt", .learner, TerminalStyle(isColoured: true)),
    ("learner-narrow.txt", .learner, TerminalStyle(width: 46)),
    ("assessor.txt", .assessor, TerminalStyle()),
    ("assessor-plain.txt", .assessor, TerminalStyle(isPlain: true)),
  ])
  func drawsForATerminal(_ file: String, _ audience: Audience, _ style: TerminalStyle) throws {
    let page = TerminalReport(audience: audience, style: style).report(Sample.report)
    try Self.golden.expect(page, is: file)
  }

  @Test func tabulatesSeveralFiles() throws {
    let long = String(repeating: "participant-4821-", count: 5) + "Zoë-陈.docx"
    let outcomes = [
      Outcome.marked(Sample.report), .failed(Sample.failure),
      .marked(
        Report(
          name: long, digest: "", text: Sample.text, result: Sample.result, provenance: Sample.provenance)),
    ]
    try Self.golden.expect(SummaryTable(style: TerminalStyle()).report(outcomes), is: "summary.txt")
  }
}

extension ReportTests {
  @Test func writesOneLineOfJSON() throws {
    try Self.golden.expect(ResultJSON.report(.marked(Sample.report)), is: "result.json")
    try Self.golden.expect(ResultJSON.report(.failed(Sample.failure)), is: "failure.json")
  }

  @Test(arguments: [("learner.md", Audience.learner), ("assessor.md", .assessor)])
  func writesMarkdown(_ file: String, _ audience: Audience) throws {
    try Self.golden.expect(MarkdownReport(audience: audience).report(.marked(Sample.report)), is: file)
  }

  @Test func explains() throws {
    let text = TerminalExplanation(style: TerminalStyle())
    try Self.golden.expect(text.report(Sample.report, Sample.explanation), is: "explanation.txt")
    let plain = TerminalExplanation(style: TerminalStyle(width: 60, isPlain: true))
    try Self.golden.expect(plain.report(Sample.report, Sample.explanation), is: "explanation-plain.txt")
    try Self.golden.expect(
      ExplanationJSON.report(Sample.report, Sample.explanation), is: "explanation.json")
  }

  @Test func showsAnInspection() throws {
    try Self.golden.expect(InspectionJSON.report(Sample.inspection), is: "inspection.json")
    try Self.golden.expect(InspectionJSON.report(Sample.failure), is: "inspection-failure.json")
    try Self.golden.expect(
      TerminalInspection(style: TerminalStyle()).report(Sample.inspection), is: "inspection.txt")
  }
}
