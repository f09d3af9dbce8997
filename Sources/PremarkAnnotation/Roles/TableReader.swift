import PremarkDocument
import PremarkText

/// What a table's cells are to each other.
struct TableReading: Sendable {
  /// What is said of the table to the outside.
  var table: AnnotatedTable
  /// For each grid row: whether it is a header row (at the top, in the middle, or repeated).
  var isHeader: [Bool]
  /// For each cell (index in the table's cells): what header or label makes of it; nil where nothing does.
  var cellRoles: [Role?]
  /// For each cell: whether it is a label of a form, or a row printed by the template.
  var isLabel: [Bool]
}

/// Judges header rows, forms, grids and the roles of columns and rows.
///
/// Cells are sorted by row, so that each is looked at a fixed number of times: linear.
struct TableReader {
  let labels: LabelReader
  let shapes: [BlockShape]

  private var document: Document { labels.document }

  /// What the table's own looks say; `previous` is the table before it, where nothing but blank space is between.
  func read(_ index: Int, after previous: TableReading?) -> TableReading {
    let table = document.tables[index]
    let rows = rowRanges(table)
    let texts = table.cells.map { CellText($0, labels, shapes) }
    let form = isForm(table, rows, texts)
    var headerRows = form ? formHeaderRows(table, rows, texts) : headerRows(table, rows, texts)
    if headerRows > table.rows { headerRows = table.rows }
    var columns =
      form ? [Role?](repeating: nil, count: table.columns) : columnRoles(table, rows, texts, headerRows)
    if headerRows == 0, !form, let previous, previous.table.columnRoles.count == table.columns,
      !previous.table.isForm
    {
      columns = previous.table.columnRoles
    }
    var reading = TableReading(
      table: AnnotatedTable(
        headerRows: headerRows, columnRoles: columns,
        rowRoles: form || columns.allSatisfy { $0 == nil }
          ? rowRoles(table, rows, texts, form, headerRows) : [],
        isForm: form),
      isHeader: Array(repeating: false, count: table.rows),
      cellRoles: Array(repeating: nil, count: table.cells.count),
      isLabel: Array(repeating: false, count: table.cells.count))
    spread(&reading, table, rows, texts)
    return reading
  }

  // MARK: headers

  /// The cells of each grid row.
  private func rowRanges(_ table: Table) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(table.rows)
    var next = 0
    for row in 0..<table.rows {
      let start = next
      while next < table.cells.count, table.cells[next].row <= row { next += 1 }
      ranges.append(start..<next)
    }
    return ranges
  }

  private func headerRows(_ table: Table, _ rows: [Range<Int>], _ texts: [CellText]) -> Int {
    if table.markedHeaderRows > 0 { return table.markedHeaderRows }
    guard table.rows > 1, let first = rows.first else { return 0 }
    let filled = first.filter { !texts[$0].isBlank }
    if filled.count == 1, table.cells[filled[0]].columnSpan == table.columns, table.columns > 1,
      rows.count > 2
    {
      return looksLikeHeader(rows[1], table, texts) ? 2 : 1
    }
    return looksLikeHeader(first, table, texts) ? 1 : 0
  }

  /// Short cells without figures, most of them known headings, questions or in the look of a header.
  private func looksLikeHeader(_ row: Range<Int>, _ table: Table, _ texts: [CellText]) -> Bool {
    let filled = row.filter { !texts[$0].isBlank }
    guard filled.count > 1 || table.columns == 1 && filled.count == 1 else { return false }
    guard filled.allSatisfy({ texts[$0].words <= 14 && !texts[$0].hasFigure }) else { return false }
    if filled.allSatisfy({ table.cells[$0].looksLikeHeader }) { return true }
    let known = filled.count { texts[$0].share >= 0.5 || texts[$0].isQuestion }
    return known * 2 >= filled.count && filled.allSatisfy { texts[$0].words <= 9 || texts[$0].isQuestion }
  }

  private func columnRoles(
    _ table: Table, _ rows: [Range<Int>], _ texts: [CellText], _ headerRows: Int
  ) -> [Role?] {
    var roles = [Role?](repeating: nil, count: table.columns)
    for row in 0..<headerRows {
      for cell in rows[row] where table.cells[cell].columnSpan < table.columns || table.columns == 1 {
        guard let role = columnRole(of: texts[cell]) else { continue }
        let first = table.cells[cell].column
        for column in first..<min(first + table.cells[cell].columnSpan, table.columns) {
          roles[column] = role
        }
      }
    }
    settleTarget(&roles, table, rows, texts, headerRows)
    return roles
  }

  /// In a table of many rows "Name" says whose the row is; other particulars say nothing of a column.
  private func columnRole(of text: CellText) -> Role? {
    guard text.role == .meta else { return text.role }
    return text.isNameWord ? .person : nil
  }

  /// "Target" beside "Objective", "Measure" or "Now" is what is to be reached, not what is to be done.
  private func settleTarget(
    _ roles: inout [Role?], _ table: Table, _ rows: [Range<Int>], _ texts: [CellText], _ headerRows: Int
  ) {
    guard headerRows > 0 else { return }
    for cell in rows[headerRows - 1] where texts[cell].isTargetWord {
      let column = table.cells[cell].column
      guard column < roles.count else { continue }
      let others = roles.indices.filter { $0 != column }.map { roles[$0] }
      if others.contains(.objective) || column > 0 {
        roles[column] = .measure
      }
    }
  }

  // MARK: forms

  /// Two columns, label left and answer right, in most rows.
  private func isForm(_ table: Table, _ rows: [Range<Int>], _ texts: [CellText]) -> Bool {
    guard table.columns == 2, table.rows > 0 else { return false }
    var labelled = 0
    var used = 0
    for row in rows {
      guard let left = row.first(where: { table.cells[$0].column == 0 }), !texts[left].isBlank else {
        continue
      }
      let right = row.first { table.cells[$0].column == 1 }
      used += 1
      let rightIsHeading =
        right.map { texts[$0].share == 1 && texts[$0].words <= 4 && !texts[$0].isBlank } ?? false
      if texts[left].isLabel, !rightIsHeading { labelled += 1 }
    }
    return used > 0 && labelled * 2 >= used && (labelled > 1 || used == 1)
      || used > 2 && asksOnTheLeft(table, rows, texts)
  }

  /// Short cells on the left, half of them in the words of questions ("Who I am", "What I make of that"), with longer
  /// ones on the right: a form of somebody's own making.
  private func asksOnTheLeft(_ table: Table, _ rows: [Range<Int>], _ texts: [CellText]) -> Bool {
    guard table.markedHeaderRows == 0, let first = rows.first, !looksLikeHeader(first, table, texts) else {
      return false
    }
    var asking = 0
    var longer = 0
    for row in rows {
      guard row.count == 2, let left = row.first, !texts[left].isBlank, texts[left].words <= 12,
        !texts[left].endsInStop
      else { return false }
      if texts[left].opensLikeQuestion || texts[left].isLabel { asking += 1 }
      if texts[left + 1].words > texts[left].words { longer += 1 }
    }
    return asking * 2 >= rows.count && longer * 3 >= rows.count * 2
  }

  /// A form has a header row only where its first row has no label and answer.
  private func formHeaderRows(_ table: Table, _ rows: [Range<Int>], _ texts: [CellText]) -> Int {
    guard table.markedHeaderRows > 0, let first = rows.first,
      let left = first.first(where: { table.cells[$0].column == 0 })
    else { return 0 }
    let right = first.first { table.cells[$0].column == 1 }
    if texts[left].isLabel, let right, !(texts[right].share == 1) || texts[right].isBlank { return 0 }
    return table.markedHeaderRows
  }

  private func rowRoles(
    _ table: Table, _ rows: [Range<Int>], _ texts: [CellText], _ form: Bool, _ headerRows: Int
  ) -> [Role?] {
    var roles = [Role?](repeating: nil, count: table.rows)
    var known = 0
    var used = 0
    for row in headerRows..<max(headerRows, table.rows) {
      guard let left = rows[row].first(where: { table.cells[$0].column == 0 }), !texts[left].isBlank else {
        continue
      }
      used += 1
      guard form ? texts[left].isLabel : texts[left].share == 1, let role = texts[left].role else { continue }
      known += 1
      roles[row] = role
    }
    return form || known > 1 && known * 2 >= used && used > 1 ? roles : []
  }

  // MARK: cells

  /// Gives every cell what its header or label makes of it, walking down the rows.
  private func spread(
    _ reading: inout TableReading, _ table: Table, _ rows: [Range<Int>], _ texts: [CellText]
  ) {
    var roles = reading.table.columnRoles
    let asks = asksQuestions(table, rows, texts, reading.table.headerRows)
    for row in 0..<table.rows {
      if row < reading.table.headerRows || isHeaderAgain(row, table, rows, texts, reading) {
        reading.isHeader[row] = true
        if row >= reading.table.headerRows { restart(&roles, rows[row], table, texts) }
        for cell in rows[row] {
          reading.cellRoles[cell] = columnRole(roles, table.cells[cell].column) ?? texts[cell].role
        }
        continue
      }
      let rowRole = row < reading.table.rowRoles.count ? reading.table.rowRoles[row] : nil
      let isPrinted = isPrintedRow(rows[row], table, texts, columnRole(roles, 0))
      var cellLabel: Role?
      for cell in rows[row] {
        let column = table.cells[cell].column
        let isRowLabel =
          column == 0 && (reading.table.isForm || asks || rowRole != nil && texts[cell].isLabel)
        if isRowLabel || isPrinted || isInnerLabel(cell, rows[row], table, texts, reading) {
          reading.isLabel[cell] = true
          cellLabel = texts[cell].role ?? cellLabel
          reading.cellRoles[cell] = texts[cell].role ?? columnRole(roles, column)
        } else {
          reading.cellRoles[cell] =
            reading.table.isForm ? rowRole ?? cellLabel : cellLabel ?? columnRole(roles, column) ?? rowRole
        }
      }
    }
  }

  /// True where the first of several columns holds the questions of a sheet: "Question | Answer", "What I was asked | …".
  private func asksQuestions(
    _ table: Table, _ rows: [Range<Int>], _ texts: [CellText], _ headerRows: Int
  ) -> Bool {
    guard headerRows > 0, table.columns > 1, let first = rows[headerRows - 1].first else { return false }
    return table.cells[first].column == 0 && table.cells[first].columnSpan == 1 && texts[first].isQuestionWord
  }

  private func columnRole(_ roles: [Role?], _ column: Int) -> Role? {
    column < roles.count ? roles[column] : nil
  }

  /// A row in the middle that is all headings ("OPPORTUNITIES | THREATS"), or the first row once more.
  private func isHeaderAgain(
    _ row: Int, _ table: Table, _ rows: [Range<Int>], _ texts: [CellText], _ reading: TableReading
  ) -> Bool {
    let filled = rows[row].filter { !texts[$0].isBlank }
    guard filled.count > 1, filled.count == rows[row].count, !reading.table.isForm else { return false }
    return filled.allSatisfy { texts[$0].share == 1 && texts[$0].words <= 6 && !texts[$0].hasFigure }
  }

  private func restart(_ roles: inout [Role?], _ row: Range<Int>, _ table: Table, _ texts: [CellText]) {
    for cell in row where table.cells[cell].column < roles.count {
      roles[table.cells[cell].column] = texts[cell].role
    }
  }

  /// A label with nothing beside it, or an example that came with the form.
  ///
  /// An objective, need or activity is the learner's own even where the rest of its row was left blank; a
  /// competency or a measure alone is the template's.
  private func isPrintedRow(_ row: Range<Int>, _ table: Table, _ texts: [CellText], _ role: Role?) -> Bool {
    guard let first = row.first, table.columns > 1 else { return false }
    if texts[first].isExample { return true }
    if role == .objective || role == .need || role == .activity || role == .career { return false }
    return table.cells[first].column == 0 && !texts[first].isBlank && row.count > 1
      && row.dropFirst().allSatisfy { texts[$0].isBlank }
  }

  /// A label in a form of four columns: "Name | Priya | Role | Adviser".
  private func isInnerLabel(
    _ cell: Int, _ row: Range<Int>, _ table: Table, _ texts: [CellText], _ reading: TableReading
  ) -> Bool {
    guard reading.table.headerRows == 0, table.columns > 2, row.count > 1, cell + 1 < row.upperBound else {
      return false
    }
    return texts[cell].isLabel && texts[cell].share == 1 && !texts[cell + 1].isBlank
      && texts[cell + 1].share < 1
      && (cell - row.lowerBound) % 2 == 0
  }
}

/// A cell as a heading would be read.
private struct CellText {
  let role: Role?
  let share: Double
  let words: Int
  let isBlank: Bool
  let hasFigure: Bool
  let isQuestion: Bool
  /// Reads like a label: known, or ending in a colon or question mark, or in the look of a header.
  let isLabel: Bool
  let isTargetWord: Bool
  let isNameWord: Bool
  /// Says that what stands under it was asked: "Question", "What I was asked", "Criterion".
  let isQuestionWord: Bool
  let isExample: Bool
  /// Begins with "what", "who", "how", "where", "when" or "why".
  let opensLikeQuestion: Bool
  let endsInStop: Bool

  private static let askingWords = ["question", "questions", "asked", "criterion", "criteria", "ac", "acs"]

  private static let openingWords = ["what", "who", "how", "where", "when", "why"]

  init(_ cell: Table.Cell, _ reader: LabelReader, _ shapes: [BlockShape]) {
    let own = cell.blocks.map { shapes[$0] }
    words = own.reduce(0) { $0 + $1.words }
    isBlank = own.allSatisfy { $0.isBlankField || $0.tokens.isEmpty }
    hasFigure = own.contains { $0.hasNumber && Self.hasNumberOutsideBrackets($0, reader) }
    isQuestion = own.last?.endsWithQuestion ?? false
    let text = reader.layout.tokens
    let stems =
      words <= 40
      ? own.flatMap { reader.vocabulary.stems(text[$0.tokens], reader.grammar, reader.words) } : []
    let found = reader.vocabulary.role(stems, isColumn: true)
    // "8 Feb" is a day, "Feb" alone a column of a crosstab.
    role = hasFigure && stems.count == 1 && found?.role == .level ? nil : found?.role
    share = found?.share ?? 0
    let isShort = words <= 16
    isLabel =
      isShort && !isBlank
      && (share >= 0.5 || isQuestion || own.last?.endsWithColon ?? false
        || cell.looksLikeHeader && words <= 8)
    isTargetWord =
      stems.count == 1
      && own.contains { shape in
        text[shape.tokens].contains { reader.grammar.functionWord($0.word) == .target }
      }
    isNameWord =
      own.first.map { shape in
        text[shape.tokens].contains { reader.grammar.functionWord($0.word) == .name }
      } ?? false
    let asking = words <= 5 ? Self.askingWords.compactMap { reader.words.find($0) } : []
    isQuestionWord =
      words <= 5
      && own.contains { shape in
        text[shape.tokens].contains { asking.contains($0.word) }
      }
    let opening = own.first.flatMap { text[$0.tokens].first }
    opensLikeQuestion =
      words <= 12
      && opening.map { first in Self.openingWords.contains { reader.words.find($0) == first.word } } ?? false
    endsInStop =
      own.last.flatMap { text[$0.tokens].last }.map { reader.grammar.functionWord($0.word) == .stop } ?? false
    isExample =
      own.first.map { shape in
        text[shape.tokens].first.map { reader.grammar.functionWord($0.word) == .example } ?? false
      } ?? false
  }

  /// False for "Score (1-5)" and "Level [0 to 10]": the figures of a scale are no answer.
  private static func hasNumberOutsideBrackets(_ shape: BlockShape, _ reader: LabelReader) -> Bool {
    var depth = 0
    for token in reader.layout.tokens[shape.tokens] {
      switch reader.grammar.functionWord(token.word) {
      case .open, .openSquare: depth += 1
      case .close, .closeSquare: depth = max(0, depth - 1)
      default: if depth == 0, token.kind == .number { return true }
      }
    }
    return false
  }
}
