import PremarkDocument
import Testing

@testable import PremarkReading

/// Headings, lists, tables, notes, boxes.
@Suite struct DocxStructureTests {
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    DocxMaker.p(text, properties, run: run)
  }
  static func style(_ id: String, _ name: String, _ rest: String = "", type: String = "paragraph") -> String {
    "<w:style w:type='\(type)' w:styleId='\(id)'><w:name w:val='\(name)'/>\(rest)</w:style>"
  }
  static func styled(_ id: String, _ text: String) -> String { p(text, "<w:pStyle w:val='\(id)'/>") }

  @Test(arguments: [
    ("by its name", style("berschrift2", "heading 2"), "berschrift2", ["h2 x", "p t"]),
    ("by its id alone", style("x", "x"), "Heading3", ["h3 x", "p t"]),
    ("as LibreOffice writes it", style("Heading1", "Heading 1"), "Heading1", ["h1 x", "p t"]),
    (
      "by its outline level", style("a", "Kapitel", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"), "a",
      ["h2 x", "p t"]
    ),
    (
      "by what it is based on", style("a", "Mine", "<w:basedOn w:val='b'/>") + style("b", "heading 1"), "a",
      ["h1 x", "p t"]
    ),
    (
      "styles based on each other",
      style("a", "A", "<w:basedOn w:val='b'/>") + style("b", "B", "<w:basedOn w:val='a'/>"), "a",
      ["p x", "p t"]
    ),
    ("a title", style("a", "Title"), "a", ["h1 x", "p t"]),
    (
      "body text based on a heading",
      style("a", "TOC Heading", "<w:basedOn w:val='b'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr>")
        + style("b", "heading 1"), "a", ["p x", "p t"]
    ),
    ("a bold style stands alone", style("a", "Lead", "<w:rPr><w:b/></w:rPr>"), "a", ["h1* x", "p t"]),
    ("a quotation", style("a", "Intense Quote"), "a", ["q p x", "p t"]),
    (
      "hidden by its style", style("a", "Secret", "<w:rPr><w:vanish/></w:rPr>"), "a",
      ["hidden p x", "p t", "? hidden-text"]
    ),
  ])
  func readsStyles(_ why: String, _ styles: String, _ id: String, _ outline: [String]) {
    var maker = DocxMaker(Self.styled(id, "x") + Self.p("t"))
    maker.styles = styles
    #expect(maker.outline == outline, "\(why)")
  }

  @Test(arguments: [
    ("bold", "<w:b/>", ["h1* My goals", "p I want to be calmer on calls."]),
    ("underlined", "<w:u w:val='single'/>", ["h1* My goals", "p I want to be calmer on calls."]),
    ("larger", "<w:sz w:val='32'/>", ["h1* My goals", "p I want to be calmer on calls."]),
  ])
  func knowsHeadingsByLook(_ why: String, _ look: String, _ outline: [String]) {
    let body = Self.p("My goals", run: look) + Self.p("I want to be calmer on calls.")
    #expect(DocxMaker(body).outline == outline, "\(why)")
  }

  static let numbering =
    "<w:abstractNum w:abstractNumId='1'>"
    + level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "%1.%3")
    + "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" + level(0, "bullet", "\u{F0B7}")
    + level(1, "bullet", "o") + level(2, "bullet", " ") + "</w:abstractNum>"
    + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>"
    + "<w:num w:numId='3'><w:abstractNumId w:val='1'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>"

  static func level(_ level: Int, _ format: String, _ text: String) -> String {
    "<w:lvl w:ilvl='\(level)'><w:start w:val='1'/><w:numFmt w:val='\(format)'/><w:lvlText w:val='\(text)'/></w:lvl>"
  }
  static func item(_ text: String, _ level: Int, _ list: Int) -> String {
    p(text, "<w:numPr><w:ilvl w:val='\(level)'/><w:numId w:val='\(list)'/></w:numPr>")
  }

  @Test(arguments: [
    ("numbers", item("a", 0, 1) + item("b", 0, 1), ["li1 1. a", "li1 2. b"]),
    (
      "a deeper level starts again", item("a", 0, 1) + item("b", 1, 1) + item("c", 0, 1) + item("d", 1, 1),
      ["li1 1. a", "li2 a) b", "li1 2. c", "li2 a) d"]
    ),
    ("a level that was passed over counts", item("a", 2, 1) + item("b", 2, 1), ["li3 1.i a", "li3 1.ii b"]),
    (
      "text between does not stop the count", item("a", 0, 1) + p("t.") + item("b", 0, 1),
      ["li1 1. a", "p t.", "li1 2. b"]
    ),
    (
      "another list of the same kind starts where it says",
      item("a", 0, 1) + item("b", 0, 3) + item("c", 0, 3), ["li1 1. a", "li1 5. b", "li1 6. c"]
    ),
    ("bullets", item("a", 0, 2) + item("b", 1, 2), ["li1 \u{2022} a", "li2 \u{25E6} b"]),
    ("a level without a sign is text", item("a", 2, 2), ["p a"]),
    ("no list", p("a", "<w:numPr><w:numId w:val='0'/></w:numPr>"), ["p a"]),
    ("a list that is not there", item("a", 0, 9), ["p a"]),
    ("an empty item counts", item("a", 0, 1) + item("", 0, 1) + item("c", 0, 1), ["li1 1. a", "li1 3. c"]),
    ("a typed bullet", p("- a") + p("\u{2022}\tb"), ["li1 - a", "li1 \u{2022} b"]),
    ("a typed number", p("1) first") + p("2) second"), ["li1 1) first", "li1 2) second"]),
    ("a figure is no marker", p("85. 90 calls") + p("3.5 minutes"), ["p 85. 90 calls", "p 3.5 minutes"]),
  ])
  func numbersLists(_ why: String, _ body: String, _ outline: [String]) {
    var maker = DocxMaker(body)
    maker.numbering = Self.numbering
    #expect(maker.outline == outline, "\(why)")
  }

  @Test(arguments: [
    (1, DocxNumbering.Style.lowerLetter, "a"), (26, .lowerLetter, "z"), (27, .lowerLetter, "aa"),
    (28, .upperLetter, "BB"),
    (4, .lowerRoman, "iv"), (1994, .upperRoman, "MCMXCIV"), (4000, .upperRoman, "4000"),
    (0, .lowerLetter, "0"),
    (7, .decimalZero, "07"), (1, .ordinal, "1st"), (12, .ordinal, "12th"), (23, .ordinal, "23rd"),
  ])
  func writesNumbers(_ number: Int, _ style: DocxNumbering.Style, _ text: String) {
    #expect(ListNumber.text(number, style) == text)
  }

  static func table(_ rows: [String], _ properties: String = "") -> String {
    "<w:tbl><w:tblPr>\(properties)</w:tblPr>" + rows.joined() + "</w:tbl>"
  }
  static func row(_ cells: [String], _ properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>" + cells.joined() + "</w:tr>"
  }
  static func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
  }

  @Test(arguments: [
    (
      "two by two", table([row([cell("a"), cell("b")]), row([cell("c"), cell("d")])]),
      ["[0,0] a", "[0,1] b", "[1,0] c", "[1,1] d"]
    ),
    (
      "a cell over two columns",
      table([
        row([cell("a", "<w:gridSpan w:val='2'/>"), cell("b")]), row([cell("c"), cell("d"), cell("e")]),
      ]),
      ["[0,0] a", "[0,2] b", "[1,0] c", "[1,1] d", "[1,2] e"]
    ),
    (
      "a cell over two rows",
      table([
        row([cell("a", "<w:vMerge w:val='restart'/>"), cell("b")]),
        row([cell("", "<w:vMerge/>"), cell("d")]),
      ]),
      ["[0,0] a", "[0,1] b", "[1,1] d"]
    ),
    (
      "a row that starts later",
      table([row([cell("a"), cell("b")]), row([cell("c")], "<w:gridBefore w:val='1'/>")]),
      ["[0,0] a", "[0,1] b", "[1,1] c"]
    ),
    ("a frame of one cell", table([row([cell("a")])]), ["p a"]),
    (
      "a table in a cell",
      table([row(["<w:tc>\(table([row([cell("x"), cell("y")])]))\(p("z"))</w:tc>", cell("b")])]),
      ["[0,0] x", "[0,1] y", "[0,0] z", "[0,1] b"]
    ),
    (
      "controls around rows and cells",
      table([
        "<w:sdt><w:sdtContent>\(row(["<w:sdt><w:sdtContent>\(cell("a"))</w:sdtContent></w:sdt>", cell("b")]))</w:sdtContent></w:sdt>"
      ]),
      ["[0,0] a", "[0,1] b"]
    ),
    (
      "a deleted row", table([row([cell("a"), cell("b")]), row([cell("c"), cell("d")], "<w:del/>")]),
      ["[0,0] a", "[0,1] b", "deleted [1,0] c", "deleted [1,1] d", "? tracked-changes"]
    ),
    (
      "a heading in a cell is cell text",
      table([row(["<w:tc>\(styled("Heading1", "a"))</w:tc>", cell("b")])]), ["[0,0] a", "[0,1] b"]
    ),
  ])
  func readsTables(_ why: String, _ body: String, _ outline: [String]) {
    #expect(DocxMaker(body).outline == outline, "\(why)")
  }

  /// The cells that look like headers, and how many rows are marked.
  @Test(arguments: [
    (
      "marked", table([row([cell("a"), cell("b")], "<w:tblHeader/>"), row([cell("c"), cell("d")])]),
      "1: 0,0 0,1"
    ),
    (
      "marked off, as Google writes it",
      table([row([cell("a"), cell("b")], "<w:tblHeader w:val='0'/>"), row([cell("c"), cell("d")])]), "0:"
    ),
    (
      "shaded",
      table([
        row([
          cell("a", "<w:shd w:val='clear' w:fill='D9D9D9'/>"),
          cell("b", "<w:shd w:val='clear' w:fill='D9D9D9'/>"),
        ]), row([cell("c"), cell("d")]),
      ]), "0: 0,0 0,1"
    ),
    (
      "shaded white",
      table([
        row([cell("a", "<w:shd w:val='clear' w:fill='FFFFFF'/>"), cell("b")]), row([cell("c"), cell("d")]),
      ]), "0:"
    ),
    (
      "bold",
      table([row(["<w:tc>\(p("a", run: "<w:b/>"))</w:tc>", cell("b")]), row([cell("c"), cell("d")])]),
      "0: 0,0"
    ),
    (
      "all bold says nothing",
      table([row(["<w:tc>\(p("a", run: "<w:b/>"))</w:tc>", "<w:tc>\(p("b", run: "<w:b/>"))</w:tc>"])]), "0:"
    ),
    (
      "by the table's style",
      table(
        [row([cell("a"), cell("b")]), row([cell("c"), cell("d")])],
        "<w:tblStyle w:val='g'/><w:tblLook w:val='04A0'/>"), "0: 0,0 0,1"
    ),
    (
      "by a style that is switched off",
      table(
        [row([cell("a"), cell("b")]), row([cell("c"), cell("d")])],
        "<w:tblStyle w:val='g'/><w:tblLook w:val='0600'/>"), "0:"
    ),
  ])
  func knowsHeaderCells(_ why: String, _ body: String, _ headers: String) throws {
    var maker = DocxMaker(body)
    maker.styles =
      "<w:style w:type='table' w:styleId='g'><w:name w:val='Grid'/><w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr>"
      + "</w:tblStylePr></w:style>"
    let table = try #require(try maker.document().tables.first)
    let cells = table.cells.filter { $0.looksLikeHeader }.map { " \($0.row),\($0.column)" }
    #expect("\(table.markedHeaderRows):" + cells.joined() == headers, "\(why)")
  }

  @Test func readsNotesAfterTheirParagraph() {
    var maker = DocxMaker(
      "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/><w:endnoteReference w:id='2'/><w:commentReference w:id='0'/></w:r></w:p>"
        + Self.p("b"))
    maker.footnotes =
      "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote><w:footnote w:id='2'>\(Self.p("f"))\(Self.p("g"))</w:footnote>"
    maker.endnotes = "<w:endnote w:id='2'>\(Self.p("e"))</w:endnote>"
    maker.comments = "<w:comment w:id='0'>\(Self.p("c"))</w:comment>"
    #expect(maker.outline == ["p a", "note f", "note g", "note e", "comment c", "p b"])
  }

  @Test func putsCommentsAfterTheirTable() {
    var maker = DocxMaker(
      Self.table([
        Self.row([
          "<w:tc><w:p><w:r><w:t>a</w:t><w:commentReference w:id='0'/></w:r></w:p></w:tc>", Self.cell("b"),
        ])
      ]) + Self.p("c"))
    maker.comments = "<w:comment w:id='0'>\(Self.p("why?"))</w:comment>"
    #expect(maker.outline == ["[0,0] a", "[0,1] b", "comment why?", "p c"])
  }

  static let box = "<w:txbxContent>\(p("boxed"))</w:txbxContent>"

  @Test(arguments: [
    (
      "a text box once",
      "<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>\(box)</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>",
      ["p a", "box boxed"]
    ),
    ("an old text box", "<w:pict><v:textbox>\(box)</v:textbox></w:pict>", ["p a", "box boxed"]),
    (
      "what nobody understands falls back",
      "<mc:AlternateContent><mc:Choice Requires='new'><w:t>no</w:t></mc:Choice><mc:Fallback><w:t>yes</w:t></mc:Fallback></mc:AlternateContent>",
      ["p ayes"]
    ),
    (
      "lettering", "<w:pict><v:shape><v:textpath string='My plan'/></v:shape></w:pict>",
      ["p a", "box My plan"]
    ),
    (
      "a picture",
      "<w:drawing><wp:inline><wp:extent cx='2000000' cy='2000000'/><a:blip/></wp:inline></w:drawing>",
      ["p a", "? image-without-text"]
    ),
    (
      "an icon",
      "<w:drawing><wp:inline><wp:extent cx='200000' cy='200000'/><a:blip/></wp:inline></w:drawing>", ["p a"]
    ),
  ])
  func readsDrawings(_ why: String, _ run: String, _ outline: [String]) {
    #expect(DocxMaker("<w:p><w:r><w:t>a</w:t>\(run)</w:r></w:p>").outline == outline, "\(why)")
  }

  @Test func readsDiagrams() {
    let drawing = "<w:drawing><a:graphicData><dgm:relIds r:dm='rId9'/></a:graphicData></w:drawing>"
    var maker = DocxMaker("<w:p><w:r><w:t>a</w:t>\(drawing)</w:r></w:p>")
    #expect(maker.outline == ["p a", "? image-without-text"])
    let open = "http://schemas.openxmlformats.org"
    maker.links =
      "<Relationship Id='rId9' Type='\(open)/officeDocument/2006/relationships/diagramData' "
      + "Target='diagrams/data1.xml'/>"
    maker.extra = [
      ZipMaker.Entry(
        "word/diagrams/data1.xml",
        "<d:dataModel xmlns:d='\(open)/drawingml/2006/diagram' xmlns:a='\(open)/drawingml/2006/main'><d:ptLst>"
          + "<d:pt type='doc'/><d:pt><d:t><a:p><a:r><a:t>Strengths</a:t></a:r></a:p><a:p><a:r><a:t>calm</a:t></a:r></a:p>"
          + "</d:t></d:pt><d:pt type='pres'><d:t><a:p><a:r><a:t>Strengths</a:t></a:r></a:p></d:t></d:pt>"
          + "</d:ptLst></d:dataModel>")
    ]
    #expect(maker.outline == ["p a", "box Strengths⏎calm"])
  }

  @Test func warnsOfEmbeddedDocuments() {
    #expect(DocxMaker(Self.p("a") + "<w:altChunk/>").outline == ["p a", "? embedded-document"])
  }
}
