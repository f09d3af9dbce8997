import PremarkDocument
import Testing

@testable import PremarkReading

/// Rich text: what blocks come out.
struct RtfTests {
  static let head = #"""
    {\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fnil\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}}
    {\colortbl;\red0\green0\blue0;\red255\green255\blue255;}
    {\stylesheet{\fs24 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2\i Quote;}{\s3 Title;}}
    {\*\generator X;}{\info{\title Not text}}
    """#

  static func read(_ body: String) throws(ReadingError) -> Document {
    try RtfReader.read(Array((head + body + "}").utf8))
  }

  @Test(arguments: [
    ("paragraphs", #"\pard One\par Two\par"#, ["p One", "p Two"]),
    ("line ends are no text", "\\pard On\ne\\par", ["p One"]),
    ("breaks and tabs", #"a\line b\tab c"#, ["p a⏎b\tc"]),
    ("marks", #"\ldblquote a\rdblquote\emdash b\~c\_d \{e\}"#, ["p “a”—b c-d {e}"]),
    ("bytes of the code page", #"caf\'e9 \'80"#, ["p café €"]),
    ("bytes of the font's code page", #"{\f2 za\'bf\'f3\'b3\'e6}"#, ["p zażółć"]),
    ("Unicode and what stands in for it", #"\u8217?s \uc2\u8364\'80\'80x\uc0\u233 y"#, ["p ’s €xéy"]),
    ("beyond the basic plane", #"\u-10179?\u-8704?"#, ["p 😀"]),
    ("headings by style", #"\pard\s1 Plan\par\pard text\par"#, ["h1 Plan", "p text"]),
    ("headings by level", #"\pard\outlinelevel2 Plan\par\pard\s3 T\par"#, ["h3 Plan", "h1 T"]),
    ("quotations", #"\pard\s2 x\par"#, ["q p x"]),
    ("hidden, white, deleted", #"a{\v b}{\cf2 c}{\deleted d}"#, ["p a", "hidden p bc", "deleted p d"]),
    (
      "list text", #"\pard\ls1\ilvl1{\listtext\pard b)\tab}Two\par{\listtext\f1\'b7\tab}\ilvl0 One\par"#,
      ["li2 b) Two", "li1 • One"]
    ),
    (
      "notes follow", #"a{\super\chftn}{\footnote\pard\plain \chftn  note\par} b\par c\par"#,
      ["p a b", "note note", "p c"]
    ),
    (
      "comments follow", #"a{\*\atnid K}{\*\annotation{\*\atnref 1}\pard well done} b\par"#,
      ["p a b", "comment well done"]
    ),
    (
      "text boxes follow", #"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt box\par}}{\shprslt box}}b\par"#,
      ["p ab", "box box"]
    ),
    ("fields show their result", #"{\field{\*\fldinst HYPERLINK "x"}{\fldrslt link}} y"#, ["p link y"]),
    (
      "boxes of forms", #"{\field{\*\fldinst{FORMCHECKBOX {\*\formfield{\fftype1\ffres1}}}}{\fldrslt }} yes"#,
      ["p ☒ yes"]
    ),
    ("destinations that are not known", #"a{\*\nonsense b}{\header c}{\pict 0102}"#, ["p a"]),
    ("binary data is passed over", #"a\bin3 }}}b"#, ["p ab"]),
    ("a missing brace", #"{\b a\par b"#, ["p a", "p b"]),
  ])
  func reads(_ why: String, _ body: String, _ expected: [String]) throws {
    #expect(Outline(try Self.read(body)).lines == expected, "\(why)")
  }

  @Test(arguments: [
    (
      "a plain table",
      #"\trowd\trhdr\cellx100\cellx200\pard\intbl A\cell B\cell\row\trowd\cellx100\cellx200\intbl 1\cell 2\par 3\cell\row\pard x\par"#,
      ["[0,0] A", "[0,1] B", "[1,0] 1", "[1,1] 2", "[1,1] 3", "p x"], 1
    ),
    (
      "a wide cell",
      #"\trowd\cellx200\intbl A\cell\row\trowd\cellx100\cellx200\intbl 1\cell 2\cell\row"#,
      ["[0,0] A", "[1,0] 1", "[1,1] 2"], 0
    ),
    (
      "merged downwards",
      #"\trowd\clvmgf\cellx100\cellx200\intbl A\cell B\cell\row\trowd\clvmrg\cellx100\cellx200\intbl\cell 2\cell\row"#,
      ["[0,0] A", "[0,1] B", "[1,1] 2"], 0
    ),
    (
      "a table in a cell",
      #"\trowd\cellx100\cellx200\pard\intbl\itap1 A\par\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx10\cellx20\nestrow}{\nonesttables\par}\pard\intbl\itap1 B\cell C\cell\row"#,
      ["[0,0] A", "[0,0] x", "[0,1] y", "[0,0] B", "[0,1] C"], 0
    ),
  ])
  func readsTables(_ why: String, _ body: String, _ expected: [String], _ headerRows: Int) throws {
    let document = try Self.read(body)
    #expect(Outline(document).lines == expected, "\(why)")
    #expect(document.tables.first?.markedHeaderRows == headerRows, "\(why)")
  }

  @Test func widensTheCellThatEndsAtTheSameEdge() throws {
    let document = try Self.read(
      #"\trowd\cellx200\intbl A\cell\row\trowd\cellx100\cellx200\intbl 1\cell 2\cell\row"#)
    #expect(document.tables.first?.columns == 2)
    #expect(document.tables.first?.cells.first?.columnSpan == 2)
  }

  @Test func keepsEmphasis() throws {
    let block = try #require(try Self.read(#"{\b Call handling.} Good.\par"#).blocks.first)
    #expect(block.lead.map { block.string($0) } == "Call handling.")
  }

  @Test func refusesEndlessNesting() {
    let deep = Array(#"{\rtf1 "#.utf8) + [UInt8](repeating: UInt8(ascii: "{"), count: 100_000)
    #expect(Outline(reading: deep).lines == ["! too-large"])
  }
}
