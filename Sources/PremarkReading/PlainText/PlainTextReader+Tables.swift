import PremarkDocument

extension PlainTextReader {
  /// Reads the table at `i`, if there is one.
  ///
  /// - Returns: the index of the line after it.
  mutating func readTable(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    guard !context.isCell else { return nil }
    if let table = TextTable.read(text, lines, at: i) {
      append(table, context)
      return table.end
    }
    return readPipes(lines, i, context) ?? readTabs(lines, i, context) ?? readAligned(lines, i, context)
  }

  mutating func append(_ table: TextTable, _ context: Context) {
    let around = breaks
    var inner = context
    inner.isCell = true
    inner.opensItem = false
    inner.listDepth = 0
    builder.openTable()
    for (row, cells) in table.rows.enumerated() {
      builder.openRow(isHeader: row < table.headerRows)
      for cell in cells {
        builder.openCell(columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
        // A header on two lines is one header.
        breaks = .column(width: row < table.headerRows ? 0 : cell.width)
        readBlocks(cell.lines, inner)
      }
    }
    breaks = around
    builder.closeTable()
  }

  /// Rows of equally many cells, one line each.
  mutating func append(_ rows: [[Range<Int>]], headerRows: Int, _ context: Context) {
    builder.openTable()
    for (n, cells) in rows.enumerated() {
      builder.openRow(isHeader: n < headerRows)
      for cell in cells {
        builder.openCell()
        var line = TextLine.blank(at: Int32(cell.lowerBound))
        line.end = Int32(cell.upperBound)
        var block = Block(kind: .paragraph, text: joined([line]), isQuote: context.isQuote)
        block.takeTypedMarker()
        builder.append(block)
      }
    }
    builder.closeTable()
  }

  /// Rows with pipes: two or more lines with as many cells each, with or without a rule under the first.
  private mutating func readPipes(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    guard PipeTable.isRow(text, lines[i]) else { return nil }
    var rows: [[Range<Int>]] = []
    var headerRows = 0
    var end = i
    while end < lines.count, !lines[end].isBlank, PipeTable.isRow(text, lines[end]) {
      if PipeTable.isRule(text, lines[end]) {
        if rows.count == 1 { headerRows = 1 }
      } else {
        let cells = PipeTable.cells(text, lines[end])
        // A row may end before its last, blank cells.
        if let first = rows.first, cells.count > first.count, headerRows == 0 { break }
        let missing = max(0, (rows.first?.count ?? 0) - cells.count)
        rows.append(cells + Array(repeating: Int(lines[end].end)..<Int(lines[end].end), count: missing))
      }
      end += 1
    }
    guard rows.count >= 2, let columns = rows.first?.count, columns >= 2 else { return nil }
    append(rows, headerRows: headerRows, context)
    return end
  }

  func hasMarker(_ line: TextLine) -> Bool {
    ListMarker.read(text, at: Int(line.start), before: Int(line.end)) != nil
  }

  func endsInColon(_ cells: [Range<Int>]) -> Bool {
    guard let first = cells.first, !first.isEmpty else { return false }
    return text[first.upperBound - 1] == UInt8(ascii: ":")
  }
}
