/// A table drawn with characters, as pandoc writes it and people type it.
///
/// Three drawings are read (Pandoc's Markdown, "Tables"):
///
///     simple            multiline                  grid
///       Now   Target    -------------------------  +------+--------+
///     ----- --------     Now    Target             | Now  | Target |
///     61%   80%         ------- -----------------  +======+========+
///     11m   10m          61%    80% of complaints  | 61%  | 80%    |
///                               in a day           +------+--------+
///                       -------------------------
///
/// Columns are those of the dashes; a cell's text is what stands from its dashes to the next column's.
struct TextTable {
  /// A cell: its lines, each cut to the column.
  struct Cell {
    var lines: [TextLine] = []
    var columnSpan = 1
    var rowSpan = 1
    /// Characters that fit into the column.
    var width = 0
  }

  /// Cells of each row; in a grid table those that a span from above covers are left out.
  var rows: [[Cell]]
  /// Rows above the line under the header; 0 where there is none or they are blank.
  var headerRows: Int
  /// Index of the line after the table.
  var end: Int

  /// Reads the table whose first line is at `i`, or nil where none begins there.
  static func read(_ text: [UInt8], _ lines: [TextLine], at i: Int) -> TextTable? {
    let first = lines[i]
    if isGridRule(text, first) { return GridTable.read(text, lines, at: i) }
    if isRule(text, first) { return readRuled(text, lines, at: i) }
    // A simple table: its header, then the dashes.
    guard i + 1 < lines.count, isRule(text, lines[i + 1]) else { return nil }
    let columns = Columns(text, lines[i + 1])
    guard columns.count > 1 else { return nil }
    var table = TextTable(rows: [row(text, [first], columns)], headerRows: 1, end: i + 2)
    table.readSimpleRows(text, lines, columns, isClosed: false)
    return table.rows.count > 1 ? table : nil
  }

  /// A line of nothing but dashes and spaces, two dashes or more.
  static func isRule(_ text: [UInt8], _ line: TextLine) -> Bool {
    guard line.count >= 2, text[Int(line.start)] == UInt8(ascii: "-") else { return false }
    var longest = 0
    var run = 0
    for byte in text[line.range] {
      guard byte == UInt8(ascii: "-") || byte == 0x20 else { return false }
      run = byte == 0x20 ? 0 : run + 1
      longest = max(longest, run)
    }
    return longest >= 2
  }

  static func isGridRule(_ text: [UInt8], _ line: TextLine) -> Bool {
    guard line.count >= 4, text[Int(line.start)] == UInt8(ascii: "+") else { return false }
    var hasDash = false
    for byte in text[line.range] {
      switch byte {
      case UInt8(ascii: "-"), UInt8(ascii: "="): hasDash = true
      case UInt8(ascii: "+"), UInt8(ascii: ":"): break
      default: return false
      }
    }
    return hasDash && text[Int(line.end) - 1] == UInt8(ascii: "+")
  }
}

extension TextTable {
  /// A table that opens with dashes: multiline, or simple without a header.
  private static func readRuled(_ text: [UInt8], _ lines: [TextLine], at i: Int) -> TextTable? {
    let columns = Columns(text, lines[i])
    if columns.count > 1 { return readHeaderless(text, lines, at: i, columns) }
    return readMultiline(text, lines, at: i)
  }

  private static func readHeaderless(
    _ text: [UInt8], _ lines: [TextLine], at i: Int, _ columns: Columns
  ) -> TextTable? {
    guard let close = closing(text, lines, i + 1) else { return nil }
    var table = TextTable(rows: [], headerRows: 0, end: i + 1)
    if lines[(i + 1)..<close].contains(where: { $0.isBlank }) {
      table.rows = blankSeparated(text, lines[(i + 1)..<close], columns)
      table.end = close + 1
    } else {
      table.readSimpleRows(text, lines, columns, isClosed: true)
    }
    return table.rows.isEmpty ? nil : table
  }

  /// The next rule that ends a table: dashes, then a blank line or the end.
  private static func closing(_ text: [UInt8], _ lines: [TextLine], _ start: Int) -> Int? {
    for i in start..<lines.count where isRule(text, lines[i]) {
      return i + 1 == lines.count || lines[i + 1].isBlank ? i : nil
    }
    return nil
  }

  private static func readMultiline(_ text: [UInt8], _ lines: [TextLine], at i: Int) -> TextTable? {
    var rule = i + 1
    // The header has a few lines and no blank one.
    while rule < lines.count, rule - i <= 12, !lines[rule].isBlank, !isRule(text, lines[rule]) { rule += 1 }
    guard rule < lines.count, rule > i + 1, isRule(text, lines[rule]) else { return nil }
    let columns = Columns(text, lines[rule])
    guard let close = closing(text, lines, rule + 1), close > rule + 1 else { return nil }
    // With one column the three rules must be of a length, else they are thematic breaks.
    if columns.count == 1, lines[i].count != lines[rule].count || lines[rule].count != lines[close].count {
      return nil
    }
    let header = row(text, Array(lines[(i + 1)..<rule]), columns)
    let rows = blankSeparated(text, lines[(rule + 1)..<close], columns)
    return TextTable(rows: [header] + rows, headerRows: 1, end: close + 1)
  }

  /// Rows of a multiline table: apart by blank lines; without any, a line is a row.
  private static func blankSeparated(
    _ text: [UInt8], _ lines: ArraySlice<TextLine>, _ columns: Columns
  ) -> [[Cell]] {
    let parts = lines.split { $0.isBlank && !isEmptyRow($0, columns) }
    guard parts.count > 1 || lines.contains(where: { $0.isBlank }) else {
      return lines.map { row(text, [$0], columns) }
    }
    return parts.map { row(text, $0.filter { !$0.isBlank }, columns) }
  }

  private mutating func readSimpleRows(
    _ text: [UInt8], _ lines: [TextLine], _ columns: Columns, isClosed: Bool
  ) {
    var groups: [[TextLine]] = [[]]
    while end < lines.count {
      let line = lines[end]
      if Self.isRule(text, line) {
        end += 1
        break
      }
      if line.isBlank, !Self.isEmptyRow(line, columns) {
        guard !isClosed, Self.goesOn(text, lines, end + 1, columns) else { break }
        groups.append([])
      } else {
        groups[groups.count - 1].append(line)
      }
      end += 1
    }
    groups.removeAll { $0.isEmpty }
    // A program keeps columns one blank apart, and what does not fit a line it sets apart by blank lines.
    if isClosed || columns.isTight {
      rows += groups.flatMap { $0 }.map { Self.row(text, [$0], columns) }
    } else {
      rows += Self.grouped(text, groups, columns, hasHeader: false)
    }
  }

  /// True where the line after a blank one is a further record: words in two columns or more and none across the gap
  /// between two.
  private static func goesOn(_ text: [UInt8], _ lines: [TextLine], _ i: Int, _ columns: Columns) -> Bool {
    guard !columns.isTight, i < lines.count, !lines[i].isBlank, !isRule(text, lines[i]),
      i + 1 == lines.count || !isRule(text, lines[i + 1])
    else { return false }
    let parts = columns.cut(text, lines[i]).filter { !$0.isBlank }
    return parts.count >= 2
      && parts.allSatisfy { part in
        columns.runs.contains { $0.lowerBound == Int(part.column) }
          && (part.start == lines[i].start || text[Int(part.start) - 2] == 0x20)
      }
  }

  /// Spaces as far as the last column: a row with nothing in it.
  private static func isEmptyRow(_ line: TextLine, _ columns: Columns) -> Bool {
    columns.count > 1 && line.isBlank && Int(line.indent) >= columns.runs[columns.count - 1].lowerBound
  }

  /// Cuts lines at the columns.
  static func row(_ text: [UInt8], _ lines: [TextLine], _ columns: Columns) -> [Cell] {
    var cells = (0..<columns.count).map { Cell(width: columns.width(of: $0)) }
    for line in lines {
      for (column, part) in columns.cut(text, line).enumerated() where !part.isBlank {
        cells[column].lines.append(part)
      }
    }
    return cells
  }
}
