import PremarkDocument
import Testing

@testable import PremarkReading

/// Pages as `pdftotext -bbox-layout` describes them, drawn with a letter 6 points wide.
struct PdfPages {
  private(set) var xml = "<doc>\n"

  /// A line: pieces of text with the left edge of each, its baseline from the top, the height of its letters.
  struct Line {
    let baseline: Int
    let height: Int
    let pieces: [(left: Int, text: String)]

    init(_ baseline: Int, _ left: Int, _ text: String, height: Int = 12) {
      self.init(baseline, [(left, text)], height: height)
    }

    init(_ baseline: Int, _ pieces: [(left: Int, text: String)], height: Int = 12) {
      self.baseline = baseline
      self.height = height
      self.pieces = pieces
    }
  }

  init(_ pages: [[Line]]) {
    for page in pages {
      xml += "<page width=\"600.000000\" height=\"800.000000\">\n"
      for line in page {
        for piece in line.pieces {
          var left = piece.left
          for word in piece.text.split(separator: " ") {
            let right = left + 6 * word.count
            let box = "xMin=\"\(left).0\" yMin=\"\(line.baseline - line.height).000\" xMax=\"\(right).0\""
            xml += "<word \(box) yMax=\"\(line.baseline).000000\">\(word)</word>\n"
            left = right + 3
          }
        }
      }
      xml += "</page>\n"
    }
    xml += "</doc>\n"
  }

  var outline: Outline {
    do {
      return Outline(try Reader.pdf(layout: Array(xml.utf8)))
    } catch {
      return Outline(lines: ["! " + error.code])
    }
  }
}

struct PdfTests {
  typealias Line = PdfPages.Line

  /// A full line, so that the page has a right edge and a spacing of lines.
  static func body(_ baseline: Int) -> [Line] {
    let words = "these words fill the line as far as it goes so that it has to wrap and"
    return [
      Line(baseline, 50, words), Line(baseline + 14, 50, words), Line(baseline + 28, 50, "then it ends."),
    ]
  }

  static let bodyText =
    "p these words fill the line as far as it goes so that it has to wrap and these words fill the line as far as it "
    + "goes so that it has to wrap and then it ends."

  static let rows: [(String, [[Line]], [String])] = [
    ("lines of a paragraph join", [body(100)], [bodyText]),
    ("more space parts paragraphs", [body(100) + [Line(152, 50, "A new one.")]], [bodyText, "p A new one."]),
    (
      "a line that was ended stays",
      [body(100) + [Line(160, 50, "Name: Sam Cole"), Line(174, 50, "Team leader: Kev")]],
      [bodyText, "p Name: Sam Cole⏎Team leader: Kev"]
    ),
    (
      "larger letters are a heading", [[Line(60, 50, "My plan", height: 18)] + body(100)],
      ["h1* My plan", bodyText]
    ),
    (
      "a title in letters of the text's size", [body(100) + [Line(170, 50, "My goals")] + body(196)],
      [bodyText, "h2* My goals", bodyText]
    ),
    (
      "bullets and their lines",
      [
        body(100) + [
          Line(160, [(60, "•"), (80, "one that goes on as far as the line goes so that it has to wrap in")]),
          Line(174, 80, "the item"), Line(188, [(60, "•"), (80, "two")]),
        ]
      ],
      [
        bodyText, "li1 • one that goes on as far as the line goes so that it has to wrap in the item",
        "li1 • two",
      ]
    ),
    (
      "a date that begins a wrapped line is no number",
      [
        [
          Line(100, 50, "these words fill the line as far as it goes so that it took 1 minute and"),
          Line(114, 50, "5. Then it ended."),
        ]
      ],
      ["p these words fill the line as far as it goes so that it took 1 minute and 5. Then it ended."]
    ),
    (
      "a table whose rows stand apart",
      [
        body(100) + [
          Line(160, [(50, "Goal"), (200, "By when")]),
          Line(178, [(50, "Reduce my average"), (200, "31 May")]), Line(192, 50, "time"),
          Line(210, [(50, "Pass the module"), (200, "June")]),
        ]
      ],
      [
        bodyText, "[0,0] Goal", "[0,1] By when", "[1,0] Reduce my average time", "[1,1] 31 May",
        "[2,0] Pass the module",
        "[2,1] June",
      ]
    ),
    (
      "a table without space between rows",
      [
        body(100) + [
          Line(160, [(50, "Skill"), (200, "Score")]), Line(174, [(50, "Average handling"), (200, "12:30")]),
          Line(188, 50, "time"), Line(202, [(50, "Quality"), (200, "90")]),
        ]
      ],
      [
        bodyText, "[0,0] Skill", "[0,1] Score", "[1,0] Average handling time", "[1,1] 12:30", "[2,0] Quality",
        "[2,1] 90",
      ]
    ),
    (
      "a header set on two lines",
      [
        body(100) + [
          Line(160, 350, "What it"), Line(174, [(50, "Goal"), (200, "By"), (350, "feeds into")]),
          Line(192, [(50, "FCR"), (200, "May"), (350, "the KPI")]),
        ]
      ],
      [
        bodyText, "[0,0] Goal", "[0,1] By", "[0,2] What it feeds into", "[1,0] FCR", "[1,1] May",
        "[1,2] the KPI",
      ]
    ),
    (
      "a row that a page divides, below a repeated header",
      [
        body(100) + [
          Line(160, [(50, "Goal"), (200, "How")]), Line(178, [(50, "FCR"), (200, "sit with Kev")]),
        ],
        [
          Line(60, [(50, "Goal"), (200, "How")]), Line(78, 200, "in May"),
          Line(96, [(50, "AHT"), (200, "a course")]),
        ],
      ],
      [
        bodyText, "[0,0] Goal", "[0,1] How", "[1,0] FCR", "[1,1] sit with Kev in May", "[2,0] AHT",
        "[2,1] a course",
      ]
    ),
    (
      "labels of a form are no table",
      [
        body(100) + [
          Line(160, [(50, "Name:"), (200, "Sam")]), Line(174, [(50, "Role:"), (200, "Adviser")]),
        ]
      ],
      [bodyText, "p Name:\tSam⏎Role:\tAdviser"]
    ),
    (
      "running lines and page numbers go",
      [
        [Line(30, 50, "PDP of Sam")] + body(200) + [Line(780, 300, "Page 1 of 2")],
        [Line(30, 50, "PDP of Sam")] + body(200) + [Line(780, 300, "Page 2 of 2")],
      ],
      [bodyText, bodyText]
    ),
    (
      "a paragraph goes on over a page",
      [
        [Line(100, 50, "these words fill the line as far as it goes so that it has to wrap and")],
        [Line(60, 50, "goes on here.")],
      ],
      ["p these words fill the line as far as it goes so that it has to wrap and goes on here."]
    ),
    (
      "a year cut by its column",
      [
        body(100) + [
          Line(160, [(50, "FCR"), (200, "30/09/202"), (300, "yes")]), Line(174, 200, "6"),
          Line(192, [(50, "AHT"), (200, "May"), (300, "no")]),
        ]
      ],
      [bodyText, "[0,0] FCR", "[0,1] 30/09/2026", "[0,2] yes", "[1,0] AHT", "[1,1] May", "[1,2] no"]
    ),
    ("a scan", [[]], ["! no-text"]),
  ]

  @Test(arguments: rows.indices)
  func readsPages(_ row: Int) {
    let (why, pages, lines) = Self.rows[row]
    #expect(PdfPages(pages).outline == Outline(lines: lines), "\(why)")
  }

  @Test func givesPages() throws {
    let pages = PdfPages([Self.body(100), Self.body(100)])
    let document = try Reader.pdf(layout: Array(pages.xml.utf8))
    #expect(document.blocks.map(\.page) == [1, 2])
    #expect(document.format == .pdf)
  }

  @Test func saysWhichPagesHaveNoText() throws {
    let pages = PdfPages([Self.body(100), []])
    let document = try Reader.pdf(layout: Array(pages.xml.utf8))
    #expect(
      document.warnings.map(\.message) == ["Page 2 has no text; what a picture there shows was not read."])
  }

  @Test(arguments: [
    "", "<word ", "<word xMin=\"1\">a</word>",
    "<page height=\"x\"><word xMin=\"9999999999999999999\" yMin=\"-1\" xMax=\"0\" yMax=\"0\">a",
    "<page width=\"1\" height=\"1\"><word xMin=\"5\" yMin=\"5\" xMax=\"1\" yMax=\"1\">&#0;</word>",
  ])
  func survivesWhatPopplerNeverWrites(_ xml: String) {
    _ = try? Reader.pdf(layout: Array(xml.utf8))
  }

  @Test func isNotReadWhereNothingTakesItsTextOut() {
    #expect(Outline(reading: "%PDF-1.7\n") == Outline(lines: ["! not-read"]))
  }
}
