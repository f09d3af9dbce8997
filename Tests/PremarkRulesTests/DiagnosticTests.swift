import PremarkRules
import PremarkTestSupport
import PremarkText
import Testing

/// What a wrong rule file is answered, and how it is drawn.
struct DiagnosticTests {
  private let golden = Golden()

  /// Codes of unfinished rules that only rows about them count.
  private static func counted(_ loaded: LoadedRules, for row: DiagnosticRow) -> [Diagnostic] {
    loaded.diagnostics.filter { diagnostic in
      let isOfUnfinished = diagnostic.code == .unused || diagnostic.code == .missingExamples
      return !isOfUnfinished || row.codes.contains(diagnostic.code.rawValue)
    }
  }

  private static func load(_ row: DiagnosticRow) -> LoadedRules {
    guard row.name == "not-utf8" else { return RuleText.load(row.unit, row.vocabulary) }
    // A Swift string cannot hold what is not UTF-8: the marker's bytes are damaged here.
    var bytes = Array(row.unit.utf8)
    if let marker = bytes.indices.first(where: { bytes[$0] == 0xEF }) { bytes[marker] = 0xFF }
    let vocabulary = RuleFile(path: "vocabulary/words-of-tests.rules", text: Array(RuleText.vocabulary.utf8))
    return RuleLoader { _ in vocabulary }.load(unit: RuleFile(path: "sample/unit.rules", text: bytes))
  }

  @Test(arguments: DiagnosticRow.all)
  func reportsExactlyWhatIsWrong(_ row: DiagnosticRow) {
    let found = Self.counted(Self.load(row), for: row).map { $0.code.rawValue }
    #expect(found == row.codes)
  }

  @Test(arguments: DiagnosticRow.all)
  func drawsIt(_ row: DiagnosticRow) throws {
    let loaded = Self.load(row)
    let drawing = DiagnosticRenderer(files: loaded.files).drawing(of: Self.counted(loaded, for: row))
    try golden.expect(Array(drawing.utf8), is: "\(row.codes[0])-\(row.name).txt")
  }

  @Test func everyCodeHasARow() {
    let covered = Set(DiagnosticRow.all.flatMap(\.codes))
    #expect(DiagnosticCode.allCases.map(\.rawValue).filter { !covered.contains($0) } == [])
  }

  @Test func codesAndFilesOfRowsAreDifferent() {
    #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
    #expect(Set(DiagnosticRow.all.map(\.name)).count == DiagnosticRow.all.count)
  }

  @Test func reportsEveryIndependentError() {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        indicator one
          clause   <gaol>
        indicator two
          clauze   <kpi>
        item objective
          from     rows of a table with an objektive column
          part measure <kpi> with
        criterion c
          title "t"
          because "b"
          requires r
            held if most objective with measure
            near if at least 2 objektive
          met when 2 of 2
        """))
    #expect(
      RuleText.codes(loaded)
        == ["R012", "R007", "R015", "R003", "R014", "R033"])
  }

  @Test(arguments: [
    ("tabs are two spaces", "tip t\n\tsays \"{x}\"", "  says \"{x}\"", "        ^^^"),
    ("wide letters take two columns", "tip t\n  says \"漢字 {x}\"", "  says \"漢字 {x}\"", "             ^^^"),
    ("marks take none", "tip t\n  says \"e\u{301} {x}\"", "  says \"e\u{301} {x}\"", "          ^^^"),
    (
      "control characters are not drawn", "tip t\n  says \"\u{1B}[31m {x}\"", "  says \"\u{FFFD}[31m {x}\"",
      "              ^^^"
    ),
  ])
  func putsCaretsUnder(_ why: String, _ statement: String, _ line: String, _ carets: String) throws {
    let loaded = RuleText.load("language 1\nunit u\n  title \"t\"\n" + statement)
    let drawing = DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics)
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3].hasSuffix("| " + line), "\(why): \(lines[3])")
    #expect(lines[4].hasPrefix("  | " + carets + " "), "\(why): \(lines[4])")
  }

  @Test func drawsOnlyThePartRoundTheCaretsOfALongLine() throws {
    let padding = String(repeating: "word ", count: 60)
    let loaded = RuleText.load(
      "language 1\nunit u\n  title \"t\"\ntip t\n  says \"\(padding){x} \(padding)\"")
    let drawing = DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics)
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    let source = Array(lines[3])
    let carets = Array(lines[4])
    let first = try #require(carets.firstIndex(of: "^"))
    #expect(source.count <= DiagnosticRenderer.widest + 8)
    #expect(String(source[first..<(first + 3)]) == "{x}")
    #expect(source[4] == "…" && source.last == "…")
  }

  @Test func writesJSON() {
    let loaded = RuleText.load("language 1\nunit u\n  title \"t\"\n\nwords date\n  a\n")
    var json = JSONWriter()
    let renderer = DiagnosticRenderer(files: loaded.files)
    for diagnostic in loaded.diagnostics where diagnostic.severity == .error {
      renderer.write(diagnostic, to: &json)
    }
    #expect(
      json.text == """
        {"code":"R022","severity":"error","file":"sample/unit.rules","line":5,"column":7,"endLine":5,"endColumn":11,\
        "headline":"'date' is the name of an entity","label":"a word list may not have this name",\
        "help":"call it 'date-word'","notes":[]}
        """)
  }
}
