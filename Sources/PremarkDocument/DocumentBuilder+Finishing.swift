import PremarkText

extension DocumentBuilder {
  /// The document, everything open being closed.
  consuming func finished() -> Document {
    let kept = dissolveFrames()
    markHeadings()
    markTitlesByLook()
    let sections = assignSections()
    let tables = finishedTables(kept)
    return Document(format: format, blocks: blocks, sections: sections, tables: tables, warnings: warnings)
  }

  // MARK: - Tables

  /// Takes away tables of one cell or none, which only draw a frame: their blocks go to the cell around, or stand
  /// free.
  ///
  /// - Returns: for each table its index in the document, or -1 where it is dissolved.
  private mutating func dissolveFrames() -> [Int] {
    var kept: [Int] = []
    var next = 0
    for table in tables {
      kept.append(table.cellIndexes.count > 1 ? next : -1)
      if table.cellIndexes.count > 1 { next += 1 }
    }
    for block in owners.indices { owners[block] = keptCell(owners[block], kept) }
    for block in blocks.indices {
      guard owners[block] >= 0 else { continue }
      let cell = cells[owners[block]]
      blocks[block].cell = CellReference(table: kept[cell.table], row: cell.row, column: cell.column)
    }
    return kept
  }

  /// The innermost cell around `cell`, itself included, whose table is kept; -1 where there is none.
  private func keptCell(_ cell: Int, _ kept: [Int]) -> Int {
    var cell = cell
    while cell >= 0, kept[cells[cell].table] < 0 { cell = tables[cells[cell].table].around }
    return cell
  }

  private mutating func finishedTables(_ kept: [Int]) -> [Table] {
    var own = [[Int]](repeating: [], count: cells.count)
    for block in blocks.indices where owners[block] >= 0 { own[owners[block]].append(block) }
    let bold = cells.indices.map { isBold(own[$0]) }
    for block in blocks.indices where blocks[block].cell != nil { blocks[block].becomeCellText() }
    var finished: [Table] = []
    for (index, table) in tables.enumerated() where kept[index] >= 0 {
      let boldMeans = isTelling(table.cellIndexes) { bold[$0] }
      let shadeMeans = isTelling(table.cellIndexes) { cells[$0].isShaded }
      let around = keptCell(table.around, kept)
      finished.append(
        Table(
          rows: table.rows, columns: table.columns,
          cells: table.cellIndexes.map { index in
            let cell = cells[index]
            return Table.Cell(
              row: cell.row, column: cell.column, rowSpan: min(cell.rowSpan, table.rows - cell.row),
              columnSpan: min(cell.columnSpan, table.columns - cell.column), blocks: own[index],
              looksLikeHeader: cell.isHeader || boldMeans && bold[index] || shadeMeans && cell.isShaded)
          },
          markedHeaderRows: markedRows(of: table),
          parent: around >= 0 ? kept[cells[around].table] : nil))
    }
    return finished
  }

  /// Rows at the top that the file marks as headers, whole or cell by cell. A table of nothing but headers has none.
  private func markedRows(of table: BuiltTable) -> Int {
    var firstPlain = table.rows
    for index in table.cellIndexes where !cells[index].isHeader {
      firstPlain = min(firstPlain, cells[index].row)
    }
    let marked = max(table.markedRows, firstPlain)
    return marked < table.rows ? marked : 0
  }

  /// A look tells headers from the rest only where less than two thirds of the cells have it.
  private func isTelling(_ indexes: [Int], _ has: (Int) -> Bool) -> Bool {
    var count = 0
    for index in indexes where has(index) { count += 1 }
    return count * 3 < indexes.count * 2
  }

  /// True where blocks have text and all of it is bold.
  private func isBold(_ own: [Int]) -> Bool {
    var hasText = false
    for index in own where blocks[index].visibility == .visible {
      guard blocks[index].kind == .heading || blocks[index].isAllBold else { return false }
      hasText = true
    }
    return hasText
  }

  // MARK: - Headings and sections

  /// Makes headings of short bold lines that stand alone above other text, and paragraphs of headings too long to be
  /// any.
  ///
  /// Bold lines in a row are labels or a title page, not headings: three or more are left as they are, and two that
  /// each hold a label and its value ("Name: Sam"); any other two are headings (a title and its first heading). Where
  /// most of the text is bold, bold says nothing.
  private mutating func markHeadings() {
    for block in blocks.indices where blocks[block].isTooLongForHeading { blocks[block].becomeParagraph() }
    guard boldTells else { return }
    var run: [Int] = []
    var level = 0
    for index in blocks.indices where blocks[index].visibility == .visible {
      let block = blocks[index]
      if block.kind == .note || block.kind == .comment { continue }
      // In plain text a line drawn under a title is one look among others: those are found together, later.
      if block.mayBeHeading(standsOut: standOut[index] && format != .text) {
        run.append(index)
        continue
      }
      if mayHead(run, index) { for line in run { blocks[line].becomeHeading(level: level + 1) } }
      run = []
      if block.kind == .heading, block.cell == nil { level = block.level }
    }
  }

  /// True where the lines of `run` are headings of the block after them.
  private func mayHead(_ run: [Int], _ next: Int) -> Bool {
    guard let first = run.first, run.count <= 2, blocks[next].kind != .heading else { return false }
    if run.count == 2 { return !run.allSatisfy { blocks[$0].isLabelWithValue } }
    // A bold item among its like is only bold; a bold number over bullets is a heading.
    guard blocks[first].kind == .listItem, blocks[next].kind == .listItem else { return true }
    return blocks[first].isNumberedItem != blocks[next].isNumberedItem
  }

  /// True where less than three fifths of the text outside tables is in blocks all bold.
  private var boldTells: Bool {
    var all = 0
    var bold = 0
    for (index, block) in blocks.enumerated() where block.visibility == .visible && block.cell == nil {
      all += block.text.count
      if block.isAllBold || standOut[index] { bold += block.text.count }
    }
    // A short document of headings over a table has more headings than text.
    return bold * 5 < all * 3 || all < 400
  }

  /// Gives every block its section. A heading belongs to the section it opens.
  private mutating func assignSections() -> [Section] {
    var sections = [Section(heading: nil, level: 0, parent: nil)]
    var current = 0
    for index in blocks.indices {
      let block = blocks[index]
      if block.kind == .heading, block.cell == nil, block.visibility == .visible {
        var parent: Int? = current
        while let above = parent, above > 0, sections[above].level >= block.level {
          parent = sections[above].parent
        }
        sections.append(Section(heading: index, level: block.level, parent: parent == 0 ? nil : parent))
        current = sections.count - 1
      }
      blocks[index].section = current
    }
    return sections
  }
}

extension Block {
  /// Most words of a heading by look.
  private static let mostHeadingWords = 16

  /// True where all its text but white space is bold.
  var isAllBold: Bool {
    var at = 0
    for run in emphasis where run.isBold {
      while at < run.span.start {
        guard text[at].isBlank else { return false }
        at += 1
      }
      at = max(at, run.span.end)
    }
    return at > 0 && text[at...].allSatisfy { $0.isBlank }
  }

  /// Most words of a heading that the file marks.
  private static let mostMarkedWords = 25

  /// Most words of a question set in bold over its answer.
  private static let mostQuestionWords = 40

  /// True where it looks like a heading, whatever stands around it: bold or set apart, and short, or a form's
  /// question.
  func mayBeHeading(standsOut: Bool) -> Bool {
    guard kind == .paragraph || kind == .listItem && level == 1, cell == nil, !isQuote, !isPlaceholder,
      text.contains(where: { $0.isLetter }), !text.contains(0x0A), standsOut || isAllBold
    else { return false }
    return isShortLine || isFormQuestion
  }

  private var isShortLine: Bool {
    guard let last = text.last, last != UInt8(ascii: "."), last != UInt8(ascii: ","),
      last != UInt8(ascii: ";")
    else { return false }
    return words <= Self.mostHeadingWords
  }

  /// A question, or an instruction numbered like one ("Q2.", "Question 4", a numbered item).
  private var isFormQuestion: Bool {
    guard words <= Self.mostQuestionWords else { return false }
    return text.contains(UInt8(ascii: "?")) || isNumberedItem || startsLikeQuestion
  }

  /// A list item with a number or letter for its marker.
  var isNumberedItem: Bool {
    guard kind == .listItem, let first = marker?.utf8.first else { return false }
    return first < 0x80 && first != UInt8(ascii: "-") && first != UInt8(ascii: "*")
  }

  /// "Q2" or "Question 2".
  private var startsLikeQuestion: Bool {
    for word in ["Q", "Question "] where text.starts(with: word.utf8) {
      let next = text.count > word.utf8.count ? text[word.utf8.count] : 0
      if next >= 0x30 && next <= 0x39 { return true }
    }
    return false
  }

  /// A whole paragraph set in a heading style is text.
  var isTooLongForHeading: Bool { kind == .heading && words > Self.mostMarkedWords }

  /// "Name: Sam Cole": a short label, a colon, a value.
  var isLabelWithValue: Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return colon + 1 < text.count
  }

  /// Number of runs of characters between white space.
  private var words: Int {
    var count = 0
    var wasBlank = true
    for byte in text {
      if wasBlank && !byte.isBlank { count += 1 }
      wasBlank = byte.isBlank
    }
    return count
  }

  /// Cuts a paragraph where a question ends and its answer begins, behind a hard line break or on the same line
  /// ("Q: How did it go? A: Better."): the rest, which is then no longer part of it.
  mutating func dropQuestion() -> Block? {
    guard kind == .paragraph, let end = endOfQuestion else { return nil }
    let parts = (part(0..<end).trimmed(), part(end..<text.count).trimmed())
    guard let question = parts.0, let rest = parts.1 else { return nil }
    self = question
    return rest
  }

  private var endOfQuestion: Int? {
    if let answer = QuestionLine.answer(in: text) { return answer }
    guard let end = text.firstIndex(of: 0x0A), QuestionLine.asks(Array(text[..<end])) else { return nil }
    return end
  }

  /// The block with part of its text.
  private func part(_ range: Range<Int>) -> Block {
    var block = self
    block.keep(range)
    return block
  }

  mutating func becomeParagraph() {
    kind = .paragraph
    level = 0
  }

  mutating func becomeHeading(level: Int) {
    kind = .heading
    self.level = level
    isHeadingByLook = true
  }

  mutating func becomeCellText() {
    switch kind {
    case .heading:
      kind = .tableCell
      level = 0
    case .paragraph, .listItem: kind = .tableCell
    case .note, .comment, .tableCell, .textBox: break
    }
  }

  /// True for a line drawn with three or more dashes, stars or equals signs; underscores are a blank to fill in.
  var isDrawnRule: Bool {
    guard let first = text.first, text.count >= 3, text.count <= 400 else { return false }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "=") || first == UInt8(ascii: "*") {
      return text.allSatisfy { $0 == first }
    }
    // En and em dash and the horizontal bar: E2 80 93 to E2 80 95.
    guard first == 0xE2, text.count >= 9, text.count % 3 == 0 else { return false }
    return text.indices.allSatisfy { index in
      switch index % 3 {
      case 0: text[index] == 0xE2
      case 1: text[index] == 0x80
      default: text[index] >= 0x93 && text[index] <= 0x95
      }
    }
  }

  /// The block without white space at its ends; nil where nothing is left.
  func trimmed() -> Block? {
    guard let first = text.firstIndex(where: { !$0.isBlank }),
      let last = text.lastIndex(where: { !$0.isBlank })
    else { return nil }
    return first == 0 && last == text.count - 1 ? self : part(first..<last + 1)
  }
}

extension UInt8 {
  /// Space, tab or line break.
  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A }

  /// An ASCII letter or a byte of another script.
  fileprivate var isLetter: Bool { self >= 0x80 || self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
}
