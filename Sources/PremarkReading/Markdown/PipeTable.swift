/// Pipe tables (GFM 4.10; pandoc `pipe_tables`).
enum PipeTable {
  /// The bytes of each cell of a row, outer pipes and white space taken off. A pipe after a backslash, or in a code
  /// span, divides nothing.
  static func cells(_ text: [UInt8], _ line: TextLine) -> [Range<Int>] {
    var start = Int(line.start)
    let end = Int(line.end)
    if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    var i = start
    while i < end {
      if text[i] == UInt8(ascii: "\\") {
        i += 2
        continue
      }
      if text[i] == UInt8(ascii: "|") {
        cells.append(trimmed(text, start, i))
        start = i + 1
      }
      i += 1
    }
    if start < end { cells.append(trimmed(text, start, end)) }
    return cells
  }

  private static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> Range<Int> {
    var start = start
    var end = end
    while start < end, text[start].isSpaceOrTab { start += 1 }
    while end > start, text[end - 1].isSpaceOrTab { end -= 1 }
    return start..<end
  }

  /// Number of columns of a row.
  static func columns(_ text: [UInt8], _ line: TextLine) -> Int { cells(text, line).count }

  /// True for the row of dashes under the header: `|---|:--:|`.
  static func isRule(_ text: [UInt8], _ line: TextLine) -> Bool {
    var hasDash = false
    var hasPipe = false
    var wasDash = false
    for byte in text[line.range] {
      switch byte {
      case UInt8(ascii: "-"):
        hasDash = true
        wasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: "+"):
        hasPipe = true
        wasDash = false
      case UInt8(ascii: ":"), 0x20, 0x09: if wasDash, byte == 0x20 { wasDash = false }
      default: return false
      }
    }
    // A row that begins with "+" is the frame of a grid table.
    return hasDash && hasPipe && text[Int(line.start)] != UInt8(ascii: "+")
  }

  /// True where a line may be a row: it has a pipe that divides.
  static func isRow(_ text: [UInt8], _ line: TextLine) -> Bool {
    var escaped = false
    for byte in text[line.range] {
      if byte == UInt8(ascii: "|"), !escaped { return true }
      escaped = byte == UInt8(ascii: "\\") && !escaped
    }
    return false
  }

  /// A cell's bytes with `\|` as `|`.
  static func content(_ text: [UInt8], _ cell: Range<Int>) -> [UInt8] {
    guard text[cell].contains(UInt8(ascii: "\\")) else { return Array(text[cell]) }
    var out: [UInt8] = []
    for i in cell {
      if text[i] == UInt8(ascii: "\\"), i + 1 < cell.upperBound, text[i + 1] == UInt8(ascii: "|") { continue }
      out.append(text[i])
    }
    return out
  }
}
