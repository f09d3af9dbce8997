import PremarkDocument

/// Tables kept apart by blanks whose cells run over several lines without a blank line between the records.
extension PlainTextReader {
  private static let mostWrappedLines = 400

  /// Reads a table at `i` in which lines without a gap go on with one cell:
  ///
  ///     Mo          22 April    talked about his chase list
  ///     Ashleigh    29 April    talked about older patients. She finds
  ///                             it hard to end the call.
  ///     Precious    23 April    surgeries
  mutating func readWrapped(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    var end = i
    while end < lines.count, end - i < Self.mostWrappedLines, mayBeRow(lines, end) { end += 1 }
    while end > i, isDrawing(lines[end - 1]) { end -= 1 }
    // Columns follow from the lines, and where the table ends from the columns: twice is enough.
    for _ in 0..<3 {
      let typed = lines[i..<end].filter { !isDrawing($0) }
      let apart = typed.filter { hasGap($0) }
      guard apart.count >= 2, apart.count < typed.count, apart.count * 2 >= typed.count,
        let starts = sharedStarts(apart), starts.count >= 3 || apart.count >= 3
      else { return nil }
      guard let stop = (i..<end).first(where: { !isDrawing(lines[$0]) && !stands(lines[$0], in: starts) })
      else { return appendWrapped(lines, i, end, starts, context) }
      end = stop
      while end > i, isDrawing(lines[end - 1]) { end -= 1 }
    }
    return nil
  }

  private mutating func appendWrapped(
    _ lines: [TextLine], _ i: Int, _ end: Int, _ starts: [Int], _ context: Context
  ) -> Int? {
    let end = openEnd(lines, i, end, left: starts[0])
    let columns = Columns(
      runs: starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] - 1 : 10_000) })
    let typed = lines[i..<end].filter { !isDrawing($0) }.map { columns.cut(text, $0) }
    guard !typed.contains(where: { endsInColon($0.map { $0.range }) }) else { return nil }
    if !lines[i..<end].contains(where: { isDrawing($0) }), areEntries(typed) {
      appendEntries(typed, context)
      return end
    }
    return appendAligned(lines, i, end, columns, context)
  }

  /// Adds the rows of lines that have been cut to columns.
  mutating func appendTyped(_ typed: [[TextLine]], _ end: Int, _ context: Context) {
    guard !areEntries(typed) else { return appendEntries(typed, context) }
    let rows = RowGrouping(text, typed, hasHeader: true).rows().map { TextTable.row($0) }
    append(TextTable(rows: rows, headerRows: 0, end: end), context)
  }

  /// True for two columns of which the first holds nothing but dates or numbers.
  private func areEntries(_ typed: [[TextLine]]) -> Bool {
    typed.allSatisfy { $0.count == 2 && ($0[0].isBlank || opensEntry($0[0])) }
  }

  /// A date or a number in front of an entry: "22/03", "10 Apr", "1.1", short and with a figure.
  private func opensEntry(_ part: TextLine) -> Bool {
    part.count <= 14 && text[Int(part.start)].isDigit && !text[part.range].contains(UInt8(ascii: "%"))
  }

  /// Entries whose date or number hangs out to the left are paragraphs that begin with it, as they are elsewhere.
  private mutating func appendEntries(_ typed: [[TextLine]], _ context: Context) {
    var context = context
    let around = breaks
    for row in RowGrouping(text, typed, hasHeader: false).rows() {
      let label = row.map { $0[0] }.filter { !$0.isBlank }
      let words = row.map { $0[1] }.filter { !$0.isBlank }
      breaks = .column(width: 0)
      let source = joined(label[...]) + [0x20] + joined(words[...])
      breaks = around
      appendParagraph(source, &context)
    }
  }

  /// The end without a last line that stands under the first column and opens like a sentence of its own.
  private func openEnd(_ lines: [TextLine], _ i: Int, _ end: Int, left: Int) -> Int {
    guard end - i > 2 else { return end }
    let last = lines[end - 1]
    guard !hasGap(last), Int(last.column) == left, hasGap(lines[end - 2]), !text[Int(last.start)].isLower,
      text[Int(last.start)] != UInt8(ascii: "(")
    else { return end }
    return end - 1
  }

  /// A line that can belong to a table without blank lines.
  private func mayBeRow(_ lines: [TextLine], _ i: Int) -> Bool {
    let line = lines[i]
    if line.isBlank { return false }
    if isDrawing(line) { return i + 1 < lines.count && !lines[i + 1].isBlank }
    return hasGap(line) || !hasMarker(line)
  }

  /// Columns where words begin after a gap in two lines in five, at least in two, and that no word crosses; the first
  /// column of the lines included. Nil where there is no second.
  private func sharedStarts(_ lines: [TextLine]) -> [Int]? {
    var begun: [Int] = []
    var crossed: [Int] = []
    var left = Int.max
    var header: [Bool] = []
    for (n, line) in lines.enumerated() {
      left = min(left, Int(line.column))
      var column = Int(line.column)
      var spaces = 2
      for byte in text[line.range] where byte & 0xC0 != 0x80 {
        while begun.count <= column { begun.append(0) }
        while crossed.count <= column { crossed.append(0) }
        while header.count <= column { header.append(false) }
        if byte != 0x20, spaces >= 2 { begun[column] += 1 }
        if spaces == 0 { if n == 0 { header[column] = true } else { crossed[column] += 1 } }
        spaces = byte == 0x20 ? spaces + 1 : 0
        column += 1
        if column > 1000 { break }
      }
    }
    var starts = begun.indices.filter { column in
      begun[column] >= 2 && begun[column] * 5 >= lines.count * 2 && crossed[column] == 0
    }
    // A header may begin a little before its figures.
    starts = starts.map { start in
      var moved = start
      while moved > 0, moved < header.count, header[moved], start - moved < 3 { moved -= 1 }
      return moved == start || moved < header.count && header[moved] ? start : moved
    }
    // What has moved may stand on its neighbour, or before it.
    var last = left + 2
    starts.removeAll { start in
      defer { last = max(last, start) }
      return start <= last
    }
    starts.insert(left, at: 0)
    return starts.count >= 2 ? starts : nil
  }

  /// True where no stretch of a line reaches into the next column, and that of a line without a gap begins at a column
  /// or hangs a little from the first.
  private func stands(_ line: TextLine, in starts: [Int]) -> Bool {
    let isFree = hasGap(line)
    var column = Int(line.column)
    var spaces = 2
    var next = Int.max
    for byte in text[line.range] where byte & 0xC0 != 0x80 {
      if byte != 0x20 {
        if spaces >= 2 || spaces == 1 && isFree && starts.contains(column) {
          let own = starts.last { $0 <= column } ?? starts[0]
          guard isFree || own == column || own == starts[0] && column <= own + 4 else { return false }
          next = starts.first { $0 > own } ?? Int.max
        } else if column >= next {
          return false
        }
      }
      spaces = byte == 0x20 ? spaces + 1 : 0
      column += 1
      if column > 1000 { break }
    }
    return true
  }
}
