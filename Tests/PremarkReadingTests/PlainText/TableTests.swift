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

  /// A column that moves onto its neighbour; found by fuzzing.
  static let collapsing = """
      Mo      14 Jan   ap:
                       .
              11 Feb   .
      22 Feb   Ange      o
      1 Mar    All       f
    """

  static let wrapped = """
    Mo          22 April    talked about his chase list
    Ashleigh    29 April    talked about older patients. She finds
                            it hard to end the call.
    Mo          20 May      better than April
    """
  static let ruled = """
    Objective                          Now     Aim
    --------------------------------   -----   ----
    Closed on first call               71%     80%
    (council standard is 80%)
    Passed up to the office            14 a    8 a
    (they are costed in the            week    week
    Savings Plan)
    """
  static let figures = """
                              now         want
    Pickups
     inside 10 mins           86%         93%
    Calls lost (caller
     rings off)               9 in 100    5 in 100
    """
  static let records = """
    Need        What I do
    ----------  -------------------
    Codes       ten a week with Tom
                before shift

    Customs     the workshop
                Then calls

    The rest of the text runs on from here as it did before.
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
      "several tabs for one boundary",
      "Date\t\tWith\t\tWhat happened\n16 Jan\t\tShabana\t\t19 of 60\n20 Feb\t\tKev\t\tCourse done. She says\n\t\t\t\tthey wait",
      0,
      [
        "[0,0] Date", "[0,1] With", "[0,2] What happened", "[1,0] 16 Jan", "[1,1] Shabana", "[1,2] 19 of 60",
        "[2,0] 20 Feb", "[2,1] Kev", "[2,2] Course done. She says they wait",
      ]
    ),
    (
      "tabs as far as the column",
      "Part of job\t\tOut of 10\tHow I know\nTaking a booking right\t8\t\tno errors\nFares\t\t\t4\t\targued",
      0,
      [
        "[0,0] Part of job", "[0,1] Out of 10", "[0,2] How I know", "[1,0] Taking a booking right", "[1,1] 8",
        "[1,2] no errors", "[2,0] Fares", "[2,1] 4", "[2,2] argued",
      ]
    ),
    (
      "columns that would move onto each other", collapsing, 0,
      [
        "[0,0] Mo", "[0,1] 14 Jan", "[0,2] ap: .", "[1,1] 11 Feb", "[1,2] .", "[2,0] 22 Feb", "[2,1] Ange",
        "[2,2] o", "[3,0] 1 Mar", "[3,1] All", "[3,2] f",
      ]
    ),
    (
      "a last cell that wraps", wrapped, 0,
      [
        "[0,0] Mo", "[0,1] 22 April", "[0,2] talked about his chase list", "[1,0] Ashleigh", "[1,1] 29 April",
        "[1,2] talked about older patients. She finds it hard to end the call.", "[2,0] Mo", "[2,1] 20 May",
        "[2,2] better than April",
      ]
    ),
    (
      "labels that wrap over a ruled table", ruled, 1,
      [
        "[0,0] Objective", "[0,1] Now", "[0,2] Aim", "[1,0] Closed on first call (council standard is 80%)",
        "[1,1] 71%", "[1,2] 80%", "[2,0] Passed up to the office (they are costed in the Savings Plan)",
        "[2,1] 14 a week", "[2,2] 8 a week",
      ]
    ),
    (
      "figures beside the last line of a label", figures, 0,
      [
        "[0,1] now", "[0,2] want", "[1,0] Pickups inside 10 mins", "[1,1] 86%", "[1,2] 93%",
        "[2,0] Calls lost (caller rings off)", "[2,1] 9 in 100", "[2,2] 5 in 100",
      ]
    ),
    (
      "records set apart by blank lines under a drawn line", records, 1,
      [
        "[0,0] Need", "[0,1] What I do", "[1,0] Codes", "[1,1] ten a week with Tom before shift",
        "[2,0] Customs",
        "[2,1] the workshop Then calls", "p The rest of the text runs on from here as it did before.",
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
