import PremarkDocument

/// Tables whose columns are kept apart by spaces alone, as people type them.
extension PlainTextReader {
  /// Most lines that are looked at for one table.
  private static let mostAlignedLines = 400

  /// Reads a table at `i` whose words begin again at the same columns after gaps of two spaces or more: three lines or
  /// more, three columns at least (two, where the first is not a label with a colon). A drawn line may stand under the
  /// first; blank lines may part the rows, whose cells can then have several lines:
  ///
  ///     Objective                 By when
  ///
  ///     Reduce my AHT to          31 May
  ///     six minutes
  ///
  ///     Pass the module           June
  mutating func readAligned(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    guard hasGap(lines[i]), !hasMarker(lines[i]), openingMarker(lines, i, context) == nil else { return nil }
    if let end = readWrapped(lines, i, context) { return end }
    let end = alignedEnd(lines, i)
    let typed = lines[i..<end].filter { hasGap($0) }
    guard typed.count >= 3 else { return nil }
    if readNumbered(lines, i, end, context) { return end }
    guard let starts = commonStarts(typed[...]) else {
      return readChannels(lines, i, context) ?? readSpaced(lines, i, context)
    }
    let columns = Columns(
      runs: starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] - 1 : 10_000) })
    if starts.count == 2, typed.contains(where: { endsInColon(columns.cut(text, $0).map { $0.range }) }) {
      return nil
    }
    if typed.contains(where: { leavesGap(columns.cut(text, $0)) }),
      let stop = readChannels(lines, i, context)
    {
      return stop
    }
    let stop = (i..<end).first { !lines[$0].isBlank && !isDrawing(lines[$0]) && !fits(lines[$0], starts) }
    // A line across the columns ends the table, with the row that it would be part of.
    guard let stop else { return appendAligned(lines, i, end, columns, context) }
    let last = hasParts(lines[i..<end]) ? lines[i..<stop].lastIndex { $0.isBlank } ?? stop : stop
    guard lines[i..<last].count(where: { hasGap($0) }) >= 3 else { return nil }
    return appendAligned(lines, i, last, columns, context)
  }

  mutating func appendAligned(
    _ lines: [TextLine], _ i: Int, _ end: Int, _ columns: Columns, _ context: Context
  ) -> Int {
    let drawn = (i + 1..<end).first { isDrawing(lines[$0]) }
    let isRuled = drawn == i + 1
    let parts = lines[i..<end].split { $0.isBlank || isDrawing($0) }
    let table = TextTable(
      rows: TextTable.grouped(text, parts.map { Array($0) }, columns, hasHeader: true),
      headerRows: isRuled ? 1 : 0, end: end)
    append(table, context)
    return end
  }

  /// Reads lines that are answers with the numbers of their questions in front ("1.1  Feedback is …"): paragraphs.
  private mutating func readNumbered(_ lines: [TextLine], _ i: Int, _ end: Int, _ context: Context) -> Bool {
    let typed = lines[i..<end].filter { !$0.isBlank }
    guard typed.allSatisfy({ opensParagraphNumber($0) && spacedCells($0).count <= 2 }) else { return false }
    var context = context
    for line in typed { appendParagraph(joined([line]), &context) }
    return true
  }

  /// True where blank lines part the lines.
  private func hasParts(_ lines: ArraySlice<TextLine>) -> Bool { lines.contains { $0.isBlank } }

  /// The line after the last that can belong to a table at `i`: lines with gaps, drawn lines, and, where blank lines
  /// part the rows, lines without a gap below one with a gap.
  private func alignedEnd(_ lines: [TextLine], _ i: Int) -> Int {
    var end = i
    var last = i
    let isParted = isPartedTable(lines, i)
    while end < lines.count, end - i < Self.mostAlignedLines {
      let line = lines[end]
      if line.isBlank {
        guard isParted, end + 1 < lines.count, hasGap(lines[end + 1]), !hasMarker(lines[end + 1]) else {
          break
        }
      } else if isDrawing(line) {
        guard end + 1 < lines.count, hasGap(lines[end + 1]) else { break }
      } else if !hasGap(line), !isParted || lines[end - 1].isBlank {
        break
      }
      end += 1
      last = end
    }
    return last
  }

  /// True where blank lines stand between the first rows.
  private func isPartedTable(_ lines: [TextLine], _ i: Int) -> Bool {
    var next = i + 1
    while next < lines.count, !lines[next].isBlank, next - i < 6 { next += 1 }
    return next + 1 < lines.count && lines[next].isBlank && hasGap(lines[next + 1])
      && !hasMarker(lines[next + 1])
  }

  /// True where a part still holds three blanks in a row: the columns are not where words begin.
  private func leavesGap(_ parts: [TextLine]) -> Bool {
    parts.contains { part in
      var spaces = 0
      return text[part.range].contains { byte in
        if byte != 0x20 { spaces = 0 } else { spaces += 1 }
        return spaces >= 3
      }
    }
  }

  /// Reads a table of figures set to the right or the middle, whose columns are what two blank columns or more keep
  /// apart in every line: three lines and three columns or more.
  ///
  ///                 answered in 40s    booking errors
  ///     1 March          66%                 31
  ///     29 March         73%                  9
  private mutating func readChannels(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    var end = i
    while end < lines.count, end - i < Self.mostAlignedLines, !lines[end].isBlank, !hasMarker(lines[end]) {
      end += 1
    }
    while end > i, !hasGap(lines[end - 1]) { end -= 1 }
    let typed = lines[i..<end].filter { !isDrawing($0) }
    guard typed.count >= 3, let columns = channelled(typed) else { return nil }
    let cut = typed.map { columns.cut(text, $0) }
    // A label on several lines has its figures beside the last.
    guard cut.count(where: { parts in parts.count { !$0.isBlank } >= 2 }) >= 3,
      cut.allSatisfy({ parts in parts.count { !$0.isBlank } >= 2 || !parts[0].isBlank }),
      !cut.contains(where: { leavesGap($0) }),
      !cut.contains(where: { endsInColon($0.map { $0.range }) })
    else { return nil }
    return appendAligned(lines, i, end, columns, context)
  }

  /// The columns that two blank columns or more keep apart in all lines; nil for less than three.
  private func channelled(_ lines: [TextLine]) -> Columns? {
    var isTaken: [Bool] = []
    for line in lines {
      var column = Int(line.column)
      for byte in text[line.range] where byte & 0xC0 != 0x80 {
        while isTaken.count <= column { isTaken.append(false) }
        if byte != 0x20 { isTaken[column] = true }
        column += 1
        if column > 1000 { return nil }
      }
    }
    var starts: [Int] = []
    var blanks = 2
    for column in isTaken.indices {
      if isTaken[column], blanks >= 2 { starts.append(column) }
      blanks = isTaken[column] ? 0 : blanks + 1
    }
    guard starts.count >= 3 else { return nil }
    return Columns(
      runs: starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] - 1 : 10_000) })
  }

  /// Reads lines with as many gaps each, though nothing is aligned: three or more, short, at least three spaces apart.
  private mutating func readSpaced(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    var rows: [[Range<Int>]] = []
    var end = i
    while end < lines.count, !lines[end].isBlank, !hasMarker(lines[end]) {
      let cells = spacedCells(lines[end])
      guard cells.count >= 2, rows.first.map({ $0.count == cells.count }) ?? true else { break }
      rows.append(cells)
      end += 1
    }
    guard rows.count >= 3, end == lines.count || lines[end].isBlank else { return nil }
    if rows.contains(where: { endsInColon($0) }) { return nil }
    append(rows, headerRows: 0, context)
    return end
  }

  /// The parts of a line that three or more spaces keep apart.
  private func spacedCells(_ line: TextLine) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = Int(line.start)
    var spaces = 0
    for i in line.range {
      if text[i] == 0x20 {
        spaces += 1
        continue
      }
      if spaces >= 3 {
        cells.append(start..<i - spaces)
        start = i
      }
      spaces = 0
    }
    return cells + [start..<Int(line.end)]
  }

  /// True where two spaces or more stand between words.
  func hasGap(_ line: TextLine) -> Bool {
    var spaces = 0
    for byte in text[line.range] {
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces >= 2 { return true }
    }
    return false
  }

  /// True where no word of a line runs from one column into the next.
  private func fits(_ line: TextLine, _ starts: [Int]) -> Bool {
    var column = Int(line.column)
    var wasBlank = true
    var crossing = false
    for byte in text[line.range] where byte & 0xC0 != 0x80 {
      if starts.contains(column), column > Int(line.column), !wasBlank { crossing = true }
      wasBlank = byte == 0x20
      column += 1
      if column > 1000 { break }
    }
    return !crossing
  }

  /// Columns where words begin after a gap in four lines of five, the first column of the lines included; nil where
  /// there is no second.
  private func commonStarts(_ lines: ArraySlice<TextLine>) -> [Int]? {
    var counts: [Int] = []
    var left = Int.max
    for line in lines {
      left = min(left, Int(line.column))
      var column = Int(line.column)
      var spaces = 2
      for byte in text[line.range] where byte & 0xC0 != 0x80 {
        if byte != 0x20, spaces >= 2 {
          while counts.count <= column { counts.append(0) }
          counts[column] += 1
        }
        spaces = byte == 0x20 ? spaces + 1 : 0
        column += 1
        if column > 1000 { break }
      }
    }
    var starts = counts.indices.filter { counts[$0] * 5 >= lines.count * 4 }
    if starts.first != left { starts.insert(left, at: 0) }
    return starts.count >= 2 ? starts : nil
  }
}
