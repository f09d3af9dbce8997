/// A line of a text, without its line end: where its words begin and end, and how far they are indented.
///
/// Columns count from 0 with tab stops every four (CommonMark 2.2). Taking a list marker or a quote mark off a line
/// moves `start` on; the rest is a line again, so that containers nest without copying text.
struct TextLine: Sendable {
  /// Byte offset of the first character that is not white space.
  var start: Int32
  /// Byte offset after the last character that is not white space; `start` in a blank line.
  var end: Int32
  /// Spaces before `start`, counted from the edge of the container that the line stands in.
  var indent: Int32
  /// Column of `start`, counted from the edge of the page.
  var column: Int32
  /// True where two or more spaces stand at the end (a hard break in Markdown).
  var endsInSpaces: Bool

  /// True where there is nothing on it.
  var isBlank: Bool { start == end }
  /// The bytes of its words.
  var range: Range<Int> { Int(start)..<Int(end) }
  /// Number of bytes of its words.
  var count: Int { Int(end - start) }

  /// The same line with `columns` less indent.
  func outdented(_ columns: Int) -> TextLine {
    var line = self
    line.indent = max(0, indent - Int32(columns))
    return line
  }

  /// What follows after `bytes` more bytes: the indent is then the white space that stands there.
  func dropping(_ bytes: Int, of text: [UInt8]) -> TextLine {
    var line = self
    line.start += Int32(bytes)
    line.column += Int32(bytes)
    let edge = line.column
    while line.start < line.end, text[Int(line.start)].isSpaceOrTab {
      line.column += text[Int(line.start)] == 0x09 ? 4 - line.column % 4 : 1
      line.start += 1
    }
    line.indent = line.column - edge
    return line
  }
}

extension TextLine {
  /// Cuts a text into lines. Of blank lines in a row the first two are kept: no format gives more of them a meaning.
  ///
  /// O(*n*); the list takes 20 bytes a line.
  static func lines(of text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    lines.reserveCapacity(text.count / 40)
    var at = 0
    var blanks = 0
    while at < text.count {
      let line = read(text, &at)
      // Spaces alone can be the empty row of a drawn table.
      blanks = line.isBlank && line.indent < 4 ? blanks + 1 : 0
      if blanks <= 2 { lines.append(line) }
    }
    return lines
  }

  private static func read(_ text: [UInt8], _ at: inout Int) -> TextLine {
    var column = 0
    while at < text.count, text[at].isSpaceOrTab {
      column += text[at] == 0x09 ? 4 - column % 4 : 1
      at += 1
    }
    let start = at
    while at < text.count, text[at] != 0x0A { at += 1 }
    var end = at
    while end > start, text[end - 1].isSpaceOrTab { end -= 1 }
    let line = TextLine(
      start: Int32(start), end: Int32(end), indent: Int32(column), column: Int32(column),
      endsInSpaces: at - end >= 2 && end > start)
    at += 1
    return line
  }
}
