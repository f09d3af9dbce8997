/// Column positions of a drawn table, counted as an editor with a fixed-width font shows them.
struct Columns {
  /// Column of the first and after the last dash of each run.
  private(set) var runs: [Range<Int>] = []

  /// Number of columns.
  var count: Int { runs.count }

  /// The runs of dashes of a rule.
  init(_ text: [UInt8], _ line: TextLine) {
    var column = Int(line.column)
    var start = -1
    for byte in text[line.range] {
      if byte == UInt8(ascii: "-") {
        if start < 0 { start = column }
      } else if start >= 0 {
        runs.append(start..<column)
        start = -1
      }
      column += 1
    }
    if start >= 0 { runs.append(start..<column) }
  }

  init(runs: [Range<Int>]) { self.runs = runs }

  /// Characters that fit into a column.
  func width(of column: Int) -> Int { runs[column].count }

  /// True where a single blank keeps the columns apart, as programs draw them.
  var isTight: Bool { zip(runs, runs.dropFirst()).contains { $1.lowerBound - $0.upperBound < 2 } }

  /// The part of a line that stands in each column.
  ///
  /// Wide characters count two, as pandoc counts them; where that leaves letters in a gap, all count one.
  func cut(_ text: [UInt8], _ line: TextLine) -> [TextLine] {
    let (parts, strays) = cut(text, line, countsWide: true)
    guard strays > 0 else { return parts }
    let (narrow, fewer) = cut(text, line, countsWide: false)
    return fewer < strays ? narrow : parts
  }

  private func cut(_ text: [UInt8], _ line: TextLine, countsWide: Bool) -> (parts: [TextLine], strays: Int) {
    var parts = [TextLine](repeating: .blank(at: line.start), count: count)
    var strays = 0
    var column = Int(line.column)
    var current = 0
    var i = Int(line.start)
    while i < Int(line.end) {
      let (value, length) = text.scalar(at: i)
      while current + 1 < count, column >= runs[current + 1].lowerBound { current += 1 }
      if value != 0x20 && value != 0x09 {
        if column >= runs[current].upperBound, current + 1 < count { strays += 1 }
        parts[current].take(i, length, column)
      }
      column += countsWide ? Self.width(of: value) : 1
      i += length
    }
    return (parts, strays)
  }

  /// Columns that a character takes (Unicode East Asian Width, the parts that matter; combining marks none).
  static func width(of value: UInt32) -> Int {
    switch value {
    case 0..<0x300: 1
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x20D0...0x20FF: 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension TextLine {
  /// A line without words.
  static func blank(at start: Int32) -> TextLine {
    TextLine(start: start, end: start, indent: 0, column: 0, endsInSpaces: false)
  }

  /// Grows to take in the character at `index`.
  mutating func take(_ index: Int, _ length: Int, _ column: Int) {
    if isBlank {
      start = Int32(index)
      self.column = Int32(column)
    }
    end = Int32(index + length)
  }
}
