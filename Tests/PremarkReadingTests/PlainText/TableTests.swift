import PremarkDocument
import Testing

@testable import PremarkReading

/// Tables drawn with characters: what cells come out, and how many header rows.
struct TableTests {
  static let simple = """
      Now    Target
      ------ ---------
      61%    80%
      11m    10m 00s
    """
  static let multiline = """
      ----------------------------------
      Now         What I want to
                  reach by May
      ----------- ----------------------
      61%         80% of complaints by
                  the next day

      11m 42s     10m
      ----------------------------------
    """
  static let grid = """
    +-----+-------------+
    | May | AHT         |
    +=====+=============+
    | 4   | - one       |
    |     | - two       |
    |     +------+------+
    |     | a    | b    |
    +-----+------+------+
    """

  @Test(arguments: [
    (
      "simple", simple, 1,
      ["[0,0] Now", "[0,1] Target", "[1,0] 61%", "[1,1] 80%", "[2,0] 11m", "[2,1] 10m 00s"]
    ),
    (
      "multiline", multiline, 1,
      [
        "[0,0] Now", "[0,1] What I want to reach by May", "[1,0] 61%",
        "[1,1] 80% of complaints by the next day",
        "[2,0] 11m 42s", "[2,1] 10m",
      ]
    ),
    (
      "grid with merged cells", grid, 1,
      ["[0,0] May", "[0,1] AHT", "[1,0] 4", "[1,1] one", "[1,1] two", "[2,1] a", "[2,2] b"]
    ),
    ("headerless", "--- ---\na   b\nc   d\n--- ---", 0, ["[0,0] a", "[0,1] b", "[1,0] c", "[1,1] d"]),
    ("pipes", "| a | b |\n|---|---|\n| 1 | x\\|y |", 1, ["[0,0] a", "[0,1] b", "[1,0] 1", "[1,1] x|y"]),
    (
      "a blank header is none", "| | |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |", 0,
      ["[0,0] 1", "[0,1] 2", "[1,0] 3", "[1,1] 4"]
    ),
    (
      "tabs", "Goal\tBy\tWho\nFCR\tMay\tKev\n\t\tme", 0,
      ["[0,0] Goal", "[0,1] By", "[0,2] Who", "[1,0] FCR", "[1,1] May", "[1,2] Kev", "[2,2] me"]
    ),
    (
      "a row that ends early", "Goal | By | Who\nFCR | May | Kev\nAHT | June |", 0,
      [
        "[0,0] Goal", "[0,1] By", "[0,2] Who", "[1,0] FCR", "[1,1] May", "[1,2] Kev", "[2,0] AHT",
        "[2,1] June",
      ]
    ),
    (
      "as many gaps, not aligned", "Goal   By when\nReduce AHT   31 May\nPass the module   June", 0,
      [
        "[0,0] Goal", "[0,1] By when", "[1,0] Reduce AHT", "[1,1] 31 May", "[2,0] Pass the module",
        "[2,1] June",
      ]
    ),
    (
      "a line under the header", "Skill       Score\n------------------\nListening   3\nTyping      2", 1,
      ["[0,0] Skill", "[0,1] Score", "[1,0] Listening", "[1,1] 3", "[2,0] Typing", "[2,1] 2"]
    ),
    (
      "rows apart by blank lines, a cell on two",
      "Goal        By\n\nReduce my   31 May\nAHT\n\nRead        June", 0,
      ["[0,0] Goal", "[0,1] By", "[1,0] Reduce my AHT", "[1,1] 31 May", "[2,0] Read", "[2,1] June"]
    ),
    (
      "aligned", "Goal    By     Who\nFCR     May    Kev\nAHT     June   me", 0,
      [
        "[0,0] Goal", "[0,1] By", "[0,2] Who", "[1,0] FCR", "[1,1] May", "[1,2] Kev", "[2,0] AHT",
        "[2,1] June",
        "[2,2] me",
      ]
    ),
    (
      "figures to the right",
      "              answered in 40s   errors\n  1 March          66%            31\n  29 March         73%             9",
      0,
      [
        "[0,1] answered in 40s", "[0,2] errors", "[1,0] 1 March", "[1,1] 66%", "[1,2] 31", "[2,0] 29 March",
        "[2,1] 73%", "[2,2] 9",
      ]
    ),
    (
      "an empty row of spaces counts", "  Now    Then\n  ------ ------\n                \n  a      b", 1,
      ["[0,0] Now", "[0,1] Then", "[2,0] a", "[2,1] b"]
    ),
  ])
  func reads(_ why: String, _ text: String, _ headerRows: Int, _ cells: [String]) throws {
    let bytes = Array(text.utf8)
    let document = try TextReader.read(bytes)
    #expect(Outline(document).lines == cells, "\(why)")
    #expect(document.tables.map(\.markedHeaderRows) == [headerRows], "\(why)")
  }

  @Test func mergedCellsSpan() throws {
    let table = try #require(try TextReader.read(Array(Self.grid.utf8)).tables.first)
    #expect(table.rows == 3)
    #expect(table.columns == 3)
    #expect(table.cell(atRow: 2, column: 0)?.rowSpan == 2)
    #expect(table.cell(atRow: 0, column: 2)?.columnSpan == 2)
  }

  @Test(arguments: [
    ("form lines", "Name:   Priya\nRole:   adviser\nShift:  late"),
    ("a thematic break", "Text one.\n\n-----\n\nText two."),
    ("two gaps by chance", "One.  Two.\nThree four.  Five."),
  ])
  func seesNoTable(_ why: String, _ text: String) throws {
    #expect(try TextReader.read(Array(text.utf8)).tables.isEmpty, "\(why)")
  }
}
