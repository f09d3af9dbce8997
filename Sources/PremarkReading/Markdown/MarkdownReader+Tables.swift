import PremarkDocument

extension MarkdownReader {
  /// Reads the table at `i`, if there is one: a pipe table, or one that pandoc drew with dashes.
  ///
  /// - Returns: the index of the line after it.
  mutating func readTable(_ lines: [TextLine], _ i: Int) -> Int? {
    if opensPipeTable(lines, i) { return readPipeTable(lines, i) }
    guard let table = TextTable.read(text, lines, at: i) else { return nil }
    append(table)
    return table.end
  }

  private mutating func readPipeTable(_ lines: [TextLine], _ i: Int) -> Int {
    let columns = PipeTable.columns(text, lines[i])
    builder.openTable()
    if PipeTable.cells(text, lines[i]).contains(where: { !$0.isEmpty }) {
      appendRow(lines[i], columns: columns, isHeader: true)
    }
    var end = i + 2
    while end < lines.count, !lines[end].isBlank, PipeTable.isRow(text, lines[end]) {
      appendRow(lines[end], columns: columns, isHeader: false)
      end += 1
    }
    builder.closeTable()
    return end
  }

  private mutating func appendRow(_ line: TextLine, columns: Int, isHeader: Bool) {
    builder.openRow(isHeader: isHeader)
    let cells = PipeTable.cells(text, line)
    for column in 0..<max(columns, cells.count) {
      builder.openCell()
      guard column < cells.count else { continue }
      let source = PipeTable.content(text, cells[column])
      let styled = InlineParser.parse(source, links: links, cleaning: &cleaning)
      append(styled, kind: .paragraph, level: 0, Context())
    }
  }

  private mutating func append(_ table: TextTable) {
    let around = breaks
    builder.openTable()
    for (row, cells) in table.rows.enumerated() {
      builder.openRow(isHeader: row < table.headerRows)
      for cell in cells {
        builder.openCell(columnSpan: cell.columnSpan, rowSpan: cell.rowSpan)
        // A header on two lines is one header.
        breaks = .column(width: row < table.headerRows ? 0 : cell.width)
        readBlocks(cell.lines, Context())
      }
    }
    breaks = around
    builder.closeTable()
  }
}
