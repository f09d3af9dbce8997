import Testing

@testable import PremarkModeration

struct CSVTests {
  @Test(arguments: [
    ("plain", "a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ("quoted comma and quote", "a,b\n\"x, \"\"y\"\"\",2\n", ["a", "b"], [["x, \"y\"", "2"]]),
    ("line break in a cell", "a,b\r\n\"x\ny\",2\r\nz,3\r\n", ["a", "b"], [["x\ny", "2"], ["z", "3"]]),
    ("semicolons", "a;b\n1;2,5\n", ["a", "b"], [["1", "2,5"]]),
    ("tabs", "a\tb\n1\t2", ["a", "b"], [["1", "2"]]),
    ("byte-order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
    ("an empty last cell", "a,b\n1,\n", ["a", "b"], [["1", ""]]),
    ("blank lines", "a,b\n\n1,2\n\n", ["a", "b"], [["1", "2"]]),
    ("old Macintosh line ends", "a,b\r1,2\r", ["a", "b"], [["1", "2"]]),
    ("a quotation that is never closed", "a,b\n\"1,2\n3,4\n", ["a", "b"], [["1,2\n3,4\n"]]),
  ])
  func reads(_ why: String, _ text: String, _ header: [String], _ rows: [[String]]) throws {
    let table = try #require(CSVTable(Array(text.utf8)))
    #expect(table.header == header, "\(why)")
    #expect(table.rows.map(\.cells) == rows, "\(why)")
  }

  @Test func changesOnlyTheCellsAsked() throws {
    let text =
      "\u{FEFF}Identifier,\"Full name\",Grade,Comments\r\nP 1,\"O\"\"Brien, Siân\", ,\"=old\"\r\nP 2,'x',7,\n"
    let table = try #require(CSVTable(Array(text.utf8)))
    let changed = table.changed { row in row.cells[0] == "P 1" ? [(column: 2, words: "Met")] : [] }
    #expect(
      String(decoding: changed, as: UTF8.self)
        == "\u{FEFF}Identifier,\"Full name\",Grade,Comments\r\nP 1,\"O\"\"Brien, Siân\",Met,\"=old\"\r\nP 2,'x',7,\n"
    )
    #expect(table.changed { _ in [] } == Array(text.utf8))
  }

  @Test(arguments: [
    ("a formula", "=1+1", "'=1+1"), ("a plus", "+44 20", "'+44 20"), ("an at sign", "@SUM(A1)", "'@SUM(A1)"),
    ("behind spaces", "  =x", "'  =x"), ("a tab", "\t=x", "'\t=x"),
    ("fullwidth", "＝x", "'＝x"), ("a lone dash", "-", "-"), ("ends in an escape", "a\\", "\"a\\ \""),
    ("a quote and a comma", "a \"b\", c", "\"a \"\"b\"\", c\""), ("words", "Met", "Met"),
  ])
  func writesWhatNoSpreadsheetRuns(_ why: String, _ words: String, _ cell: String) {
    #expect(String(decoding: CSVWriter.line([words]), as: UTF8.self) == cell + "\r\n", "\(why)")
  }
}
