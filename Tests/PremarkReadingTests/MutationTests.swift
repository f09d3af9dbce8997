import PremarkDocument
import Testing

@testable import PremarkReading

/// Damaged texts must end in a document or in one error, and what comes out must keep the promises of ``Block``.
struct MutationTests {
  /// A generator with a fixed seed (Steele, Lea and Flood 2014, SplitMix64).
  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int(truncatingIfNeeded: (z ^ (z >> 31)) % UInt64(sides))
    }
  }

  private static let source = """
    # Plan

    **Name:** Priya *Sood*[^1] &amp; [link](http://x "t") `code` ~~old~~ <b>x</b>

    - [ ] one
      1. two
         > quote

    | a | b |
    |---|---|
    | 1 | 2 |

      Now    Then
      ------ ------
      a      b

    +---+---+
    | a | b |
    +===+===+
    | 1 | 2 |
    +---+---+

    [^1]: note
    """
  private static let pieces = [
    "|", "---", "\n", "\n\n", "    ", "\t", ">", "- ", "1. ", "**", "*", "_", "`", "[", "](", ")", "<",
    "<!--", "&#", "\\",
    "+--+", "[^1]:", "\u{200B}", "é", "  ", "===", "~~", "{", "}", "a)", "![", "—",
  ]

  private static let page = """
    <html><head><style>.x{display:none} td{color:#fff}</style></head><body><h1>Plan</h1><p class=x>Hi <b>bold <i>x</b>
    y</i> &amp; &#8217;<br><br><ul><li>a<li>b<ol start=3><li>c</ol></ul><table><thead><tr><th colspan=2>A<tbody><tr>
    <td rowspan=2>b<td>c<table><tr><td>d<td>e</table></table><blockquote>q</blockquote><pre>x\n y</pre><del>z</del>
    <select><option selected>o</select><textarea>t</textarea><!-- c --><![if !supportLists]>1.<![endif]></body></html>
    """
  private static let tags = [
    "<", ">", "</", "<b>", "</b>", "<p>", "</p>", "<td>", "</td>", "<tr>", "<table>", "</table>", "<ul>",
    "</ul>", "<li>",
    "<div hidden>", "</div>", "\"", "'", "=", "&", "&#", "<!--", "-->", "<script>", "</script>", "<option>",
    "\u{200B}", "é",
    "<td rowspan=0 colspan=999999>", "<br>", "<h2>", "{", "}", "<![if !supportLists]>", "<![CDATA[",
  ]

  @Test(arguments: 0..<40)
  func damagedTextNeverTraps(_ seed: Int) {
    check(seed, Array(Self.source.utf8), Self.pieces) { bytes throws(ReadingError) in
      try TextReader.read(bytes)
    }
  }

  @Test(arguments: 0..<40)
  func damagedPagesNeverTrap(_ seed: Int) {
    check(seed, Array(Self.page.utf8), Self.tags) { bytes throws(ReadingError) in try HtmlReader.read(bytes) }
  }

  private static let words = [
    "{", "}", "\\", "\\par ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow ", "\\intbl ", "\\itap2 ",
    "\\itap-1 ",
    "\\trowd ", "\\cellx99999999999 ", "\\cellx-5 ", "\\clvmrg ", "\\clmrg ", "\\u-10179 ", "\\u99999 ",
    "\\uc99 ", "\\bin9 ",
    "\\'", "\\'ff", "{\\footnote ", "{\\*\\annotation ", "{\\listtext ", "{\\field{\\*\\fldinst FORMCHECKBOX",
    "\\f1 ", "\\v ",
    "{\\fonttbl", "{\\colortbl", ";", "{\\*", "é", "\\ilvl99 ", "\\outlinelevel-3 ", "\\ansicpg932 ",
    "\\ansicpg65001 ",
  ]

  @Test(arguments: 0..<40)
  func damagedRichTextNeverTraps(_ seed: Int) {
    let body =
      #"\trowd\cellx100\cellx200\pard\intbl A\cell B\cell\row\pard x{\footnote n}\par \u233?\'e9{\b y}\par"#
    check(seed, Array((RtfTests.head + body + "}").utf8), Self.words) { bytes throws(ReadingError) in
      try RtfReader.read(bytes)
    }
  }

  @Test(arguments: 0..<20)
  func damagedOpenTextNeverTraps(_ seed: Int) {
    let body =
      "<text:list text:style-name=\"L\"><text:list-item><text:p>a<text:span>b</text:span></text:p></text:list-item>"
      + "</text:list><table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>"
      + "</table:table>"
    let pieces = [
      "<text:p>", "</text:p>", "<text:list>", "</text:list>", "<text:list-item>", "</text:list-item>",
      "<text:span>",
      "</text:span>", "<text:p/>", "<text:s text:c=\"99999999\"/>", "<table:table-cell/>", "<draw:frame>",
      "&amp;",
      "<table:table-cell table:number-columns-repeated=\"1000000\"/>", "<text:note/>",
      "<draw:x><text:p/></draw:x>",
    ]
    check(seed, OdtTests.flat(body), pieces) { bytes throws(ReadingError) in try OdtReader.readFlat(bytes) }
  }

  private func check(
    _ seed: Int, _ source: [UInt8], _ pieces: [String], _ read: ([UInt8]) throws(ReadingError) -> Document
  ) {
    var dice = Dice(state: UInt64(seed))
    for _ in 0..<25 {
      var bytes = source
      for _ in 0..<(1 + dice.roll(40)) {
        let place = dice.roll(bytes.count + 1)
        switch dice.roll(4) {
        case 0, 1: bytes.insert(contentsOf: pieces[dice.roll(pieces.count)].utf8, at: place)
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(20)))
        default: if place < bytes.count { bytes[place] = UInt8(dice.roll(256)) }
        }
      }
      guard let document = try? read(bytes) else { continue }
      for block in document.blocks {
        #expect(!block.text.isEmpty)
        #expect(block.emphasis.allSatisfy { $0.span.start >= 0 && $0.span.end <= block.text.count })
        #expect(!block.text.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
        #expect(Array(String(decoding: block.text, as: UTF8.self).utf8) == block.text)
      }
    }
  }
}
