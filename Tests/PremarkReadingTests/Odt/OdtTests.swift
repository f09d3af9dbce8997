import PremarkDocument
import Testing

@testable import PremarkReading

/// Flat OpenDocument texts: what blocks come out. Packed ones hold the same XML.
struct OdtTests {
  static func flat(_ body: String) -> [UInt8] {
    let names = [
      "office", "text", "table", "style", "draw:drawing", "svg:svg-compatible", "fo:xsl-fo-compatible",
    ].map { name in
      let parts = name.split(separator: ":")
      return "xmlns:\(parts[0])=\"urn:oasis:names:tc:opendocument:xmlns:\(parts[parts.count - 1]):1.0\""
    }.joined(separator: " ")
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <office:document \(names) xmlns:dc="http://purl.org/dc/elements/1.1/"><office:automatic-styles>
      <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
      <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
      <style:style style:name="W" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>
      <style:style style:name="Q1" style:family="paragraph" style:parent-style-name="Quotations"/>
      <style:style style:name="Quotations" style:family="paragraph"/>
      <style:style style:name="Title" style:family="paragraph"/>
      <style:style style:name="C" style:family="table-cell"><style:table-cell-properties
        fo:background-color="#003366"/></style:style>
      <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
        style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>
      </text:list-style>
      <text:list-style style:name="U"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>
      </office:automatic-styles><office:body><office:text>\(body)</office:text></office:body></office:document>
      """.utf8)
  }

  @Test(arguments: [
    ("headings", "<text:h text:outline-level=\"2\">Plan</text:h><text:p>x</text:p>", ["h2 Plan", "p x"]),
    ("a title", "<text:p text:style-name=\"Title\">Plan</text:p><text:p>x</text:p>", ["h1 Plan", "p x"]),
    (
      "spaces, tabs, breaks", "<text:p> a\n <text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p>",
      ["p a   b\tc⏎d"]
    ),
    ("quotations by their parent", "<text:p text:style-name=\"Q1\">x</text:p>", ["q p x"]),
    (
      "numbers and letters",
      "<text:list text:style-name=\"L\"><text:list-item><text:p>a</text:p><text:list><text:list-item><text:p>b</text:p>"
        + "</text:list-item></text:list></text:list-item><text:list-item text:start-value=\"5\"><text:p>c</text:p>"
        + "</text:list-item></text:list>",
      ["li1 1. a", "li2 a) b", "li1 5. c"]
    ),
    (
      "a list that goes on",
      "<text:list text:style-name=\"L\"><text:list-item><text:p>a</text:p></text:list-item></text:list><text:p>x</text:p>"
        + "<text:list text:style-name=\"L\" text:continue-numbering=\"true\"><text:list-item><text:p>b</text:p>"
        + "</text:list-item></text:list>",
      ["li1 1. a", "p x", "li1 2. b"]
    ),
    (
      "hidden and white",
      "<text:p>a<text:span text:style-name=\"H\">b</text:span><text:span text:style-name=\"W\">c</text:span></text:p>",
      ["p a", "hidden p bc"]
    ),
    (
      "notes and comments follow",
      "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body>"
        + "</text:note> b<office:annotation><dc:creator>Kev</dc:creator><text:p>well done</text:p></office:annotation></text:p>",
      ["p a b", "note n", "comment well done"]
    ),
    (
      "deletions are left out",
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        + "</text:changed-region></text:tracked-changes><text:p>a<text:change text:change-id=\"x\"/>b</text:p>",
      ["p ab"]
    ),
    (
      "text boxes follow",
      "<text:p>a<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>b</text:p>",
      ["p ab", "box box"]
    ),
    (
      "shapes, too",
      "<text:p>a<text:span text:style-name=\"B\"><draw:custom-shape><text:p>in</text:p></draw:custom-shape>b</text:span>c</text:p>",
      ["p abc", "box in"]
    ),
    (
      "a hidden section",
      "<text:section text:display=\"none\"><text:p>x</text:p></text:section><text:p>y</text:p>",
      ["hidden p x", "p y"]
    ),
  ])
  func reads(_ why: String, _ body: String, _ expected: [String]) throws {
    #expect(Outline(try OdtReader.readFlat(Self.flat(body))).lines == expected, "\(why)")
  }

  @Test func readsTablesWithSpansAndHeaders() throws {
    let body = """
      <table:table><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row>
      <table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell>
      </table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-rows-spanned="2">
      <text:p>a</text:p></table:table-cell><table:table-cell table:style-name="C"><text:p><text:span
      text:style-name="W">b</text:span></text:p></table:table-cell></table:table-row><table:table-row>
      <table:covered-table-cell/><table:table-cell><text:list text:style-name="U"><text:list-item><text:p>c</text:p>
      </text:list-item></text:list></table:table-cell></table:table-row></table:table>
      """
    let document = try OdtReader.readFlat(Self.flat(body))
    #expect(Outline(document).lines == ["[0,0] A", "[0,1] B", "[1,0] a", "[1,1] b", "[2,1] c"])
    let table = try #require(document.tables.first)
    #expect(table.markedHeaderRows == 1)
    #expect(table.cell(atRow: 2, column: 0)?.rowSpan == 2)
  }

  @Test func isKnownByContent() throws {
    #expect(try Reader.plan(for: Self.flat("<text:p>x</text:p>")).format == .odt)
    #expect(Outline(reading: Self.flat("<text:p>x</text:p>")).lines == ["p x"])
  }

  @Test func keepsEmphasis() throws {
    let body = "<text:p><text:span text:style-name=\"B\">Call handling.</text:span> Good.</text:p>"
    let block = try #require(try OdtReader.readFlat(Self.flat(body)).blocks.first)
    #expect(block.lead.map { block.string($0) } == "Call handling.")
  }
}
