import PremarkDocument

/// Tables whose columns are kept apart by tabs.
extension PlainTextReader {
  /// Columns between the tab stops of the editors and printers that such text is typed for.
  private static let tabStop = 8

  /// Reads lines pasted from a spreadsheet, or typed with tabs until the columns stood under one another: two or more
  /// in a row.
  ///
  /// One tab after a label with a colon is a form line, not a row. Where the lines have as many tabs each, a tab is a
  /// boundary; where they have not, several tabs are one, and the columns are those of the tab stops:
  ///
  ///     Date⇥⇥With⇥⇥What happened
  ///     16 Jan⇥⇥Shabana⇥⇥19 of 60 codes
  mutating func readTabs(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    guard hasTab(lines[i]), openingMarker(lines, i, context) == nil else { return nil }
    var end = i
    while end < lines.count, !lines[end].isBlank, hasTab(lines[end]) { end += 1 }
    let typed = lines[i..<end].map { tabCells($0) }
    if let cut = stoppedLines(Array(lines[i..<end]), typed) {
      appendTyped(cut, end, context)
      return end
    }
    var rows: [[Range<Int>]] = []
    for cells in typed {
      if let first = rows.first, first.count != cells.count, first.count < 3 { break }
      rows.append(cells)
    }
    let most = rows.reduce(0) { max($0, $1.count) }
    guard rows.count >= 2, most >= 3 || !rows.contains(where: { endsInColon($0) }) else { return nil }
    append(rows, headerRows: 0, context)
    return i + rows.count
  }

  /// Lines that were typed with several tabs to a boundary, cut to the columns; nil where one tab is one.
  private func stoppedLines(_ lines: [TextLine], _ typed: [[Range<Int>]]) -> [[TextLine]]? {
    let isPasted = typed.allSatisfy { $0.count == typed[0].count }
    let blank = typed[0].indices.filter { column in
      typed.allSatisfy { column < $0.count ? $0[column].isEmpty : true }
    }
    guard typed.count >= 2, !isPasted || !blank.isEmpty else { return nil }
    let placed = lines.filter { !isDrawing($0) && !isDrawnInParts($0) }.map { stops($0) }
    guard placed.count >= 2, placed.allSatisfy({ !$0.isEmpty }) else { return nil }
    var counts: [Int] = []
    for line in placed {
      for part in line {
        while counts.count <= Int(part.column) { counts.append(0) }
        counts[Int(part.column)] += 1
      }
    }
    // A cell that runs over moves those behind it by a stop.
    let starts = counts.indices.filter { counts[$0] * 3 >= placed.count && counts[$0] >= 2 }
    guard starts.count >= 2 else { return nil }
    var cut: [[TextLine]] = []
    for line in placed {
      var parts = [TextLine](repeating: .blank(at: line[0].start), count: starts.count)
      for part in line {
        let column = starts.lastIndex { $0 <= Int(part.column) } ?? 0
        guard parts[column].isBlank else { return nil }
        parts[column] = part
      }
      cut.append(parts)
    }
    guard !cut.contains(where: { endsInColon($0.map { $0.range }) }) else { return nil }
    return cut
  }

  /// A line of dashes with tabs between.
  private func isDrawnInParts(_ line: TextLine) -> Bool {
    line.count >= 3 && text[line.range].allSatisfy { $0 == UInt8(ascii: "-") || $0.isSpaceOrTab }
  }

  /// The parts of a line between tabs, each with its column where tabs stop every eight.
  private func stops(_ line: TextLine) -> [TextLine] {
    var parts: [TextLine] = []
    var column = 0
    var isOpen = false
    for i in opening(of: line)..<Int(line.end) {
      if text[i] == 0x09 {
        column += Self.tabStop - column % Self.tabStop
        isOpen = false
      } else {
        if text[i] != 0x20 {
          if !isOpen { parts.append(TextLine.blank(at: line.start)) }
          isOpen = true
          parts[parts.count - 1].take(i, 1, column)
        }
        if text[i] & 0xC0 != 0x80 { column += 1 }
      }
    }
    return parts
  }

  private func hasTab(_ line: TextLine) -> Bool {
    line.start > 0 && text[Int(line.start) - 1] == 0x09 || text[line.range].contains(0x09)
  }

  /// Where the white space before a line begins: tabs at its start are blank cells.
  private func opening(of line: TextLine) -> Int {
    var start = Int(line.start)
    while start > 0, text[start - 1].isSpaceOrTab { start -= 1 }
    return start
  }

  private func tabCells(_ line: TextLine) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = opening(of: line)
    for i in start..<Int(line.end) where text[i] == 0x09 {
      cells.append(trimmed(start..<i))
      start = i + 1
    }
    cells.append(trimmed(start..<Int(line.end)))
    return cells
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isSpaceOrTab { start += 1 }
    while end > start, text[end - 1].isSpaceOrTab { end -= 1 }
    return start..<end
  }
}
