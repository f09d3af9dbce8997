import PremarkReporting
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
