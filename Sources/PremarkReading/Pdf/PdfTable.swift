/// A table found on pages: where its columns are, and which lines make a row.
struct PdfTable: Sendable {
  /// Lines of the document, from the first of the table to the one after it.
  let lines: Range<Int>
  /// Left edge of each column.
  let columns: [Int]
  /// How far the words of each column can reach, and those of the last one do.
  let edges: [Int]
  /// Lines of each row; a header that a page repeats is left out.
  let rows: [[Int]]
  /// True where pages repeat its first row: the file's own header.
  let hasRepeatedHeader: Bool
}

/// Finds tables by the white space that goes down between their columns.
///
/// A table begins where a line falls into two parts or more, and goes on as long as a strip of white space between
/// parts goes on, too. Lines above that stand right of the first column are the upper lines of its header.
///
///                              What I am basing this     ← stands in the third column
///     Area of the job   Score  on
///     Call handling     3      Average call 11m 42s      ← more space above: a new row
///                              for January               ← the space of lines: the same row
struct PdfTableFinder {
  let lines: [PdfLine]
  let layout: PdfLayout
  /// Of cells, which may stand closer than the lines of the text.
  let spacing: PdfSpacing

  /// Narrowest strip, in hundredths of a point.
  private static let narrowest = 400

  /// Lines before this one are known to be no table.
  private var formEnd = 0

  private let text: PdfText

  private init(_ lines: [PdfLine], _ layout: PdfLayout, _ text: PdfText) {
    self.lines = lines
    self.layout = layout
    self.text = text
    spacing = PdfSpacing(lines)
  }

  /// All tables, in order.
  ///
  /// - Complexity: linear in the lines.
  static func tables(in lines: [PdfLine], _ layout: PdfLayout, _ text: PdfText) -> [PdfTable] {
    var finder = PdfTableFinder(lines, layout, text)
    var tables: [PdfTable] = []
    var index = 0
    while index < lines.count {
      if let table = finder.table(at: index) {
        tables.append(table)
        index = table.lines.upperBound
      } else {
        index += 1
      }
    }
    return tables
  }

  /// The table that begins at line `i`, its header's upper lines included; nil where there is none.
  ///
  /// Asked for rising `i`, all calls together are linear in the lines.
  private mutating func table(at i: Int) -> PdfTable? {
    guard i >= formEnd, let core = firstDivided(i) else { return nil }
    let end = self.end(from: core, of: i)
    let divided = (core..<end).count { lines[$0].parts.count >= 2 }
    let widest = (core..<end).map { lines[$0].parts.count }.max() ?? 0
    guard divided >= 2 || widest >= 3 else { return nil }
    let columns = self.columns(core..<end)
    if isForm(core..<end, columns) || columns.count < 2 {
      formEnd = end
      return nil
    }
    guard (i..<core).allSatisfy({ fits($0, columns) }) else { return nil }
    let (rows, isRepeated) = self.rows(i..<end, core, columns)
    guard rows.count >= 2 || columns.count >= 3 else { return nil }
    var edges = rightEdges(i..<end, columns)
    edges[columns.count - 1] = lines[i..<end].map { $0.right }.max() ?? 0
    return PdfTable(lines: i..<end, columns: columns, edges: edges, rows: rows, hasRepeatedHeader: isRepeated)
  }

  /// The first line with parts at `i`, or below upper lines of a header.
  private func firstDivided(_ i: Int) -> Int? {
    if lines[i].parts.count >= 2 { return i }
    var next = i
    while next + 1 < lines.count, next - i < 6 {
      next += 1
      guard lines[next].page == lines[i].page, lines[next].isAsHigh(as: lines[i]), isSameRow(next) else {
        return nil
      }
      if lines[next].parts.count >= 2 {
        // What is no header stands in a paragraph: more than one word of space is left beside it.
        return (i..<next).allSatisfy { isUpperLine($0, next) } ? next : nil
      }
    }
    return nil
  }

  private func isUpperLine(_ index: Int, _ core: Int) -> Bool {
    let part = lines[index].parts[0]
    let below = lines[core].parts
    guard let column = below.lastIndex(where: { $0.left <= part.left + Self.narrowest }) else { return false }
    return column + 1 == below.count ? column > 0 : part.right + Self.narrowest <= below[column + 1].left
  }

  /// True where a line stands as close under the one before as lines of a paragraph.
  private func isSameRow(_ index: Int) -> Bool {
    lines[index].pitch.map { spacing.isClose($0, lines[index]) } ?? false
  }

  // MARK: columns

  private func end(from core: Int, of start: Int) -> Int {
    var strips = Self.strips(of: lines[core])
    var end = core + 1
    let most = lines[core].parts.count
    while end < lines.count {
      let line = lines[end]
      let left = Self.clear(strips, line)
      guard !left.isEmpty, line.parts.count == 1 || left.count * 2 >= min(strips.count, line.parts.count - 1)
      else { break }
      if line.page != lines[end - 1].page {
        guard line.parts.count >= 2 || line.left > (strips.first?.lowerBound ?? 0) || repeats(end, start)
        else { break }
        if line.parts.count > most + 2 { break }
      } else if !belongs(line, to: lines[end - 1], in: core..<end, strips) {
        break
      }
      strips = left
      end += 1
    }
    return end
  }

  /// True where the line is the first of the table once more.
  private func repeats(_ index: Int, _ core: Int) -> Bool { words(lines[index]) == words(lines[core]) }

  private func belongs(_ line: PdfLine, to previous: PdfLine, in table: Range<Int>, _ strips: [Range<Int>])
    -> Bool
  {
    guard let pitch = line.pitch else { return true }
    let close = spacing.expected(line)
    if line.parts.count >= 2 { return pitch <= close * 4 }
    guard line.isAsHigh(as: previous) else { return false }
    let isFirstColumn = line.left < (strips.first?.lowerBound ?? 0)
    return pitch * 20 <= close * (isFirstColumn ? 28 : 40)
  }

  /// White space between the parts of a line.
  private static func strips(of line: PdfLine) -> [Range<Int>] {
    zip(line.parts, line.parts.dropFirst()).compactMap { left, right in
      right.left - left.right >= narrowest ? left.right..<right.left : nil
    }
  }

  /// What is left of strips where a line's parts stand.
  private static func clear(_ strips: [Range<Int>], _ line: PdfLine) -> [Range<Int>] {
    strips.compactMap { strip in
      var best = strip
      for part in line.parts where part.left < best.upperBound && part.right > best.lowerBound {
        let before = best.lowerBound..<max(best.lowerBound, part.left)
        let after = min(best.upperBound, part.right)..<best.upperBound
        best = before.count >= after.count ? before : after
      }
      return best.count >= narrowest ? best : nil
    }
  }

  /// Left edges of the columns: where ink begins again after white space that no line of the table crosses.
  private func columns(_ range: Range<Int>) -> [Int] {
    let parts = lines[range].flatMap { $0.parts }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    var edges: [Int] = []
    var right = Int.min
    for part in parts {
      if edges.isEmpty || part.left - right >= Self.narrowest { edges.append(part.left) }
      right = max(right, part.right)
    }
    return edges
  }

  private func fits(_ index: Int, _ columns: [Int]) -> Bool {
    lines[index].parts.allSatisfy { part in
      let column = Self.column(of: part, columns)
      return column + 1 == columns.count || part.right < columns[column + 1]
    }
  }

  /// The column that a part stands in.
  static func column(of part: PdfPart, _ columns: [Int]) -> Int {
    max(0, (columns.lastIndex { $0 <= part.left + 200 }) ?? 0)
  }

  /// Labels with a colon and what is filled in beside them.
  private func isForm(_ range: Range<Int>, _ columns: [Int]) -> Bool {
    guard columns.count == 2 else { return false }
    let divided = range.filter { lines[$0].parts.count == 2 }
    let labels = divided.count { index in
      let last = lines[index].words[lines[index].parts[0].words.upperBound - 1]
      return layout.text[last.text].last == UInt8(ascii: ":")
    }
    return labels * 2 > divided.count
  }

  // MARK: rows

  private func rows(_ range: Range<Int>, _ core: Int, _ columns: [Int]) -> (rows: [[Int]], isRepeated: Bool) {
    let edges = rightEdges(range, columns)
    let hasSpace = hasSpaceBetweenRows(core..<range.upperBound, columns, edges)
    var rows: [[Int]] = []
    var isRepeated = false
    var index = range.lowerBound
    while index < range.upperBound {
      let opensPage = index > range.lowerBound && lines[index].page != lines[index - 1].page
      if opensPage, let header = rows.first, same(header, index, range.upperBound) {
        isRepeated = true
        index += header.count
        continue
      }
      if rows.isEmpty
        || opens(index, opensPage || isAfterHeader(index, rows), hasSpace, columns, edges)
          && index > core
      {
        rows.append([index])
      } else {
        rows[rows.count - 1].append(index)
      }
      index += 1
    }
    return (rows, isRepeated)
  }

  /// True right below a header that the page repeats.
  private func isAfterHeader(_ index: Int, _ rows: [[Int]]) -> Bool {
    guard let last = rows.last?.last else { return false }
    return lines[last].page != lines[index].page
  }

  private func same(_ header: [Int], _ start: Int, _ end: Int) -> Bool {
    start + header.count <= end
      && header.indices.allSatisfy { words(lines[header[$0]]) == words(lines[start + $0]) }
  }

  private func words(_ line: PdfLine) -> [[UInt8]] { line.words.map { Array(layout.text[$0.text]) } }

  /// True where rows stand further apart than the lines of a cell: of the lines whose words seem to open a row, half
  /// or more do.
  private func hasSpaceBetweenRows(_ range: Range<Int>, _ columns: [Int], _ edges: [Int]) -> Bool {
    var opening = 0
    var spaced = 0
    for index in range.dropFirst(2) where lines[index].page == lines[index - 1].page {
      guard let pitch = lines[index].pitch else { continue }
      let isSpaced = !spacing.isClose(pitch, lines[index])
      if isSpaced || startsFirst(lines[index], columns) && endsRow(index, columns, edges) { opening += 1 }
      if isSpaced { spaced += 1 }
    }
    return spaced * 2 >= opening && spaced > 0
  }

  private func startsFirst(_ line: PdfLine, _ columns: [Int]) -> Bool {
    line.parts.contains { Self.column(of: $0, columns) == 0 }
  }

  private func opens(
    _ index: Int, _ opensPage: Bool, _ hasSpace: Bool, _ columns: [Int], _ edges: [Int]
  ) -> Bool {
    let line = lines[index]
    let startsFirst = startsFirst(line, columns)
    // A row that a page divides goes on with its first column blank.
    if opensPage { return startsFirst && line.parts.count >= 2 }
    if let pitch = line.pitch {
      let isSpaced = !spacing.isClose(pitch, line)
      if hasSpace || isSpaced && startsFirst { return isSpaced }
    }
    // Nothing but the words is left to go by.
    return startsFirst && endsRow(index, columns, edges)
  }

  /// True where the line before ended in some column though the next word would have fitted, or has a blank first
  /// column, and no column goes on with a small letter where the width ended it.
  private func endsRow(_ index: Int, _ columns: [Int], _ edges: [Int]) -> Bool {
    var isEnded = false
    let line = lines[index]
    for part in line.parts {
      let column = Self.column(of: part, columns)
      let first = line.words[part.words.lowerBound]
      let above = lines[index - 1].parts.last { Self.column(of: $0, columns) == column }
      guard let above else {
        isEnded = isEnded || column == 0 && line.parts.count > 1
        continue
      }
      if text.fits(first, after: lines[index - 1].words[above.words.upperBound - 1], right: edges[column]) {
        isEnded = true
      } else if layout.text[first.text].first.map({ $0.isLower }) ?? false {
        return false
      }
    }
    return isEnded
  }

  /// How far each column's words can reach: the least space found before a next column is the cells' margin.
  private func rightEdges(_ range: Range<Int>, _ columns: [Int]) -> [Int] {
    var edges = columns
    for line in lines[range] {
      for part in line.parts {
        let column = Self.column(of: part, columns)
        edges[column] = max(edges[column], part.right)
      }
    }
    let margin = zip(columns.dropFirst(), edges).map { $0 - $1 }.min() ?? 0
    for column in columns.indices.dropLast() { edges[column] = columns[column + 1] - max(margin, 0) }
    edges[columns.count - 1] = max(edges[columns.count - 1], spacing.right)
    return edges
  }
}
