/// Which typed lines of a table drawn with blanks make one row.
///
/// People wrap cells by hand. Where blank lines set the records apart, each record is a row. Elsewhere a line goes on
/// with the row above where its cells do: it leaves the first column blank and a word goes on above it, its first cell
/// begins in brackets or, among labels in capitals, with a small letter.
///
///     Permit queries closed on first call        71%     80%    31 July
///     (council service standard is 80%)
///     Calls passed up to the back office         14 a    8 a    31 July
///     (they cost £4.10 each)                     week    week
struct RowGrouping {
  /// Lines cut to the columns.
  typealias Parts = [TextLine]

  private let text: [UInt8]
  private let lines: [Parts]
  /// Characters of the widest part of each column.
  private let widest: [Int]
  /// Most cells that a line fills.
  private let most: Int
  /// True where the first label begins with a capital or a figure, so that a small letter says something.
  private let labelsAreCapital: Bool
  /// True where the table has no small letters at all.
  private let isShouted: Bool

  /// - Parameter hasHeader: true where the first line is a header's, whose letters say nothing of the others'.
  init(_ text: [UInt8], _ lines: [Parts], hasHeader: Bool) {
    self.text = text
    self.lines = lines
    let columns = lines.first?.count ?? 0
    widest = (0..<columns).map { column in lines.reduce(0) { max($0, Self.width(text, $1[column])) } }
    most = lines.reduce(0) { max($0, $1.count { !$0.isBlank }) }
    let body = lines.dropFirst(hasHeader ? 1 : 0).compactMap { $0.first }.first { !$0.isBlank }
    labelsAreCapital = body.map { !text[Int($0.start)].isLower } ?? true
    isShouted = !lines.contains { $0.contains { text[$0.range].contains(where: { $0.isLower }) } }
  }

  /// The lines of each row, in order.
  func rows() -> [[Parts]] {
    var rows: [[Parts]] = []
    for line in lines {
      if let above = rows.last, goesOn(line, above) {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows
  }

  /// True where `line` goes on with the row of the lines `above`.
  private func goesOn(_ line: Parts, _ above: [Parts]) -> Bool {
    guard let label = line.first else { return false }
    let filled = line.indices.filter { !line[$0].isBlank }
    if label.isBlank {
      guard above.contains(where: { !$0[0].isBlank }) else { return false }
      return filled.count == 1 || filled.contains { flows(line[$0], $0, above) }
        || filled.count < most - 1 && filled.allSatisfy { wraps(line[$0], $0, above) }
    }
    let opensSmall = labelsAreCapital && text[Int(label.start)].isLower
    // A label on several lines whose figures stand on the last.
    if above.allSatisfy({ $0.dropFirst().allSatisfy { $0.isBlank } }) {
      return opensSmall || !text[Int(label.start)].isUpper && wraps(label, 0, above)
        || isInBrackets(above)
    }
    if filled.count == most {
      return most > 1 && (opensSmall || opensBracket(label))
        && filled.dropFirst().contains { flows(line[$0], $0, above) }
        && filled.allSatisfy { wraps(line[$0], $0, above) || opensBracket(line[$0]) }
    }
    return opensSmall || opensBracket(label) || isInBrackets(above)
      || isShouted && filled.allSatisfy { wraps(line[$0], $0, above) }
  }

  /// True where the first cell above has a bracket that is not closed.
  private func isInBrackets(_ above: [Parts]) -> Bool {
    var depth = 0
    for line in above {
      for byte in text[line[0].range] {
        if byte == UInt8(ascii: "(") { depth += 1 } else if byte == UInt8(ascii: ")") { depth -= 1 }
      }
    }
    return depth > 0
  }

  /// True where `part` plainly goes on with what stands above it: it begins with a small letter or a bracket and would
  /// not have fitted there.
  private func flows(_ part: TextLine, _ column: Int, _ above: [Parts]) -> Bool {
    (isShouted || text[Int(part.start)].isLower || opensBracket(part)) && wraps(part, column, above)
  }

  private func opensBracket(_ part: TextLine) -> Bool { text[Int(part.start)] == UInt8(ascii: "(") }

  /// True where the first word of `part` would not have fitted into what stands above it in its column, which no full
  /// stop ends.
  private func wraps(_ part: TextLine, _ column: Int, _ above: [Parts]) -> Bool {
    guard let last = above.last(where: { !$0[column].isBlank })?[column] else { return false }
    if text[Int(last.end) - 1] == UInt8(ascii: "."), !text[Int(part.start)].isLower { return false }
    let word = text[part.range].prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }
    return Self.width(text, last) + 1 + word > widest[column]
  }

  private static func width(_ text: [UInt8], _ part: TextLine) -> Int {
    text[part.range].count { $0 & 0xC0 != 0x80 }
  }
}

extension TextTable {
  /// The rows of lines that may wrap, in groups that blank or drawn lines set apart.
  ///
  /// Where groups of several lines are set apart, each is a row; a header set apart from the rest is none.
  ///
  /// - Parameter hasHeader: true where the first line is a header's.
  static func grouped(
    _ text: [UInt8], _ groups: [[TextLine]], _ columns: Columns, hasHeader: Bool
  ) -> [[Cell]] {
    let cut = groups.map { $0.map { columns.cut(text, $0) } }
    let records = hasHeader && cut.first?.count == 1 ? cut.dropFirst() : cut[...]
    let isSetApart = groups.count >= 2 && records.contains { $0.count > 1 }
    var rows: [[Cell]] = []
    if isSetApart, records.count >= 2 {
      for (n, lines) in cut.enumerated() {
        let parts = RowGrouping(text, lines, hasHeader: hasHeader && n == 0).rows()
        // Second lines that fill the first cell with a new label are records of their own.
        rows += opensAgain(text, lines) ? parts.map { row($0) } : [row(lines)]
      }
      return rows
    }
    return RowGrouping(text, cut.flatMap { $0 }, hasHeader: hasHeader).rows().map { row($0) }
  }

  /// True where a record has lines that could be rows by themselves: all but its first leave the first cell blank and
  /// fill all the others, or begin it with a date.
  private static func opensAgain(_ text: [UInt8], _ lines: [[TextLine]]) -> Bool {
    lines.dropFirst().contains { line in
      let filled = line.count { !$0.isBlank }
      return line[0].isBlank && filled >= 2 && filled == line.count - 1 && text[Int(line[1].start)].isDigit
    }
  }

  /// A row of lines that have been cut to the columns. Cells typed by hand are filled, whatever their width.
  static func row(_ lines: [[TextLine]]) -> [Cell] {
    var cells = (lines.first ?? []).map { _ in Cell() }
    for line in lines {
      for (column, part) in line.enumerated() where !part.isBlank { cells[column].lines.append(part) }
    }
    return cells
  }
}
