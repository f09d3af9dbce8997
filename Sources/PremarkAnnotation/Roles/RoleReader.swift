import PremarkDocument
import PremarkText

/// What a block is to those around it, before its sentences are judged.
struct BlockReading: Sendable {
  var role: Role?
  var isPrompt = false
  var label: Range<Int>?
  var isEvidence = true
}

/// Decides for each block its role, whether it is a prompt, where its label ends and whether it can be evidence.
struct RoleReader {
  let labels: LabelReader
  let shapes: [BlockShape]
  private(set) var tables: [TableReading] = []
  private(set) var blocks: [BlockReading] = []
  private var sectionRoles: [Role?] = []

  private var document: Document { labels.document }

  init(labels: LabelReader, shapes: [BlockShape]) {
    self.labels = labels
    self.shapes = shapes
    readTables()
    readSections()
    readBlocks()
  }

  // MARK: tables and sections

  private mutating func readTables() {
    let reader = TableReader(labels: labels, shapes: shapes)
    for index in document.tables.indices {
      let isContinued = index > 0 && document.tables[index].parent == nil && follows(index)
      tables.append(reader.read(index, after: isContinued ? tables[index - 1] : nil))
    }
  }

  /// True where no block stands between a table and the one before it.
  private func follows(_ table: Int) -> Bool {
    guard let last = document.tables[table - 1].cells.last(where: { !$0.blocks.isEmpty })?.blocks.last,
      let first = document.tables[table].cells.first(where: { !$0.blocks.isEmpty })?.blocks.first
    else { return false }
    return first == last + 1
  }

  private mutating func readSections() {
    var hasChildren = [Bool](repeating: false, count: document.sections.count)
    for section in document.sections where section.heading != nil {
      if let parent = section.parent { hasChildren[parent] = true }
    }
    let title = document.titleSection
    for (index, section) in document.sections.enumerated() {
      let inherited = section.parent.flatMap { $0 < index ? sectionRoles[$0] : nil }
      let namesWhole = section.level <= 1 || index == title && isLong
      guard let heading = section.heading, !(namesWhole && hasChildren[index]) else {
        sectionRoles.append(inherited)
        continue
      }
      var found = labels.role(shapes[heading].tokens, isColumn: shapes[heading].words <= 3)
      if index == title, let share = found?.share, share < 1, isLong { found = nil }
      // "9 Sept" is a day; "Sept" over figures a column.
      if found?.role == .level, shapes[heading].hasNumber { found = nil }
      sectionRoles.append(found.map { namesContent($0) ? $0.role : inherited } ?? inherited)
    }
  }

  /// Too long for one answer.
  private var isLong: Bool { shapes.reduce(0) { $0 + $1.words } > 250 }

  /// A heading with "team" or "date" among other words is no heading of particulars.
  private func namesContent(_ found: (role: Role, share: Double)) -> Bool {
    switch found.role {
    case .meta, .person, .date: false
    case .level, .priority: found.share == 1
    default: true
    }
  }

  // MARK: blocks

  /// A label without an answer gives its role to what stands under it.
  private struct Pending {
    var section = -1
    var role: Role?
    var leadIn: Role?
  }

  private mutating func readBlocks() {
    var pending = Pending()
    let cells = cellIndex()
    var sampleRow: CellReference?
    for index in document.blocks.indices {
      let block = document.blocks[index]
      var reading = BlockReading()
      if pending.section != block.section { pending = Pending(section: block.section) }
      if let cell = block.cell {
        readCell(index, cells[index], cell, &reading)
        pending.role = nil
      } else {
        readText(index, &pending, &reading)
      }
      if isPromptText(index, reading) { reading.isPrompt = true }
      if let cell = block.cell {
        if cell.column == 0, opensSample(index) { sampleRow = cell }
        if let sample = sampleRow, sample.table == cell.table, sample.row == cell.row {
          reading.isPrompt = true
        }
      }
      reading.isEvidence = isEvidence(index, reading)
      blocks.append(reading)
    }
  }

  /// For each block its cell's index in its table, -1 outside tables.
  private func cellIndex() -> [Int] {
    var cells = [Int](repeating: -1, count: document.blocks.count)
    for table in document.tables {
      for (index, cell) in table.cells.enumerated() {
        for block in cell.blocks { cells[block] = index }
      }
    }
    return cells
  }

  private func readCell(_ index: Int, _ cell: Int, _ reference: CellReference, _ reading: inout BlockReading)
  {
    let table = tables[reference.table]
    guard cell >= 0, reference.row < table.isHeader.count else { return }
    reading.role = table.cellRoles[cell] ?? sectionRoles[document.blocks[index].section]
    if table.isHeader[reference.row] || table.isLabel[cell] {
      reading.isPrompt = true
      return
    }
    readLabel(index, &reading)
    if reading.role == nil || reading.label == nil { readFirstLine(index, cell, &reading) }
  }

  /// A cell whose first line names it ("Strengths", then bullets).
  private func readFirstLine(_ index: Int, _ cell: Int, _ reading: inout BlockReading) {
    guard let reference = document.blocks[index].cell else { return }
    let blocks = document.tables[reference.table].cells[cell].blocks
    guard blocks.count > 1, let first = blocks.first, shapes[first].words <= 4 else { return }
    guard let found = labels.role(shapes[first].tokens, isColumn: true), found.share == 1 else { return }
    if first == index { reading.isPrompt = true }
    reading.role = found.role
  }

  private func readText(_ index: Int, _ pending: inout Pending, _ reading: inout BlockReading) {
    let block = document.blocks[index]
    let shape = shapes[index]
    if block.kind == .heading {
      reading.isPrompt = true
      reading.role = sectionRoles[block.section]
      return
    }
    reading.role = pending.role ?? sectionRoles[block.section]
    if block.kind == .listItem, let leadIn = pending.leadIn { reading.role = leadIn }
    readLabel(index, &reading)
    if reading.isPrompt {
      pending.role = reading.role
      pending.leadIn = reading.role
    } else if block.kind != .listItem {
      let isLeadIn = shape.endsWithColon && shape.words <= 25
      pending.leadIn = isLeadIn ? labels.role(shape.tokens)?.role ?? reading.role : nil
      if reading.label != nil { pending.role = sectionRoles[block.section] }
    }
  }

  /// The label at the start of a block; a block that is nothing but labels is a prompt.
  private func readLabel(_ index: Int, _ reading: inout BlockReading) {
    let shape = shapes[index]
    guard let label = labels.label(shape.tokens, block: index, shape: shape) else {
      return readHeadline(index, &reading)
    }
    if let role = label.role, role != .meta || reading.role == nil || document.blocks[index].cell == nil {
      reading.role = role
    }
    if labels.isOnlyLabels(shape.tokens, block: index, shape: shape) {
      reading.isPrompt = true
    } else if label.tokens.count < shape.tokens.count {
      reading.label = label.tokens
    }
  }

  /// A short emphasised block that stands alone as a heading of what follows.
  private func readHeadline(_ index: Int, _ reading: inout BlockReading) {
    let shape = shapes[index]
    guard shape.isEmphasised, shape.words <= 12, document.blocks[index].kind == .paragraph,
      let found = labels.role(shape.tokens), found.share >= 0.5
    else { return }
    reading.role = found.role
    reading.isPrompt = true
  }

  // MARK: prompts

  private func isPromptText(_ index: Int, _ reading: BlockReading) -> Bool {
    let block = document.blocks[index]
    let shape = shapes[index]
    if block.isPlaceholder || shape.isBlankField { return true }
    guard !shape.tokens.isEmpty else { return false }
    if QuestionLine.asks(block.text), !shape.hasFirstPerson { return true }
    let forms = labels.vocabulary.wordForms(labels.layout.tokens[shape.tokens])
    if labels.vocabulary.holdsPrompt(forms) {
      return shape.words <= 60 && !(shape.hasFirstPerson && shape.words > 25)
    }
    let opens = labels.vocabulary.opensPrompt(forms)
    if shape.isItalic || shape.isBracketed {
      return opens || shape.hasSecondPerson && !shape.hasFirstPerson || asksOnly(index) || commands(shape)
    }
    if asksOnly(index) { return shape.words <= 45 }
    guard opens, !shape.hasFirstPerson, reading.label == nil else { return false }
    return shape.hasSecondPerson || shape.givesExample || isExample(shape)
      || isCriterion(index, reading) && !hasTense(shape)
  }

  /// "Include dates and say what difference it made", set in italics or brackets: a command to nobody in particular.
  private func commands(_ shape: BlockShape) -> Bool {
    let tokens = labels.layout.tokens[shape.tokens]
    guard let first = tokens.first(where: { $0.kind == .word }), shape.words <= 30 else { return false }
    let opening = labels.grammar.listedClass(first.word)
    return opening.has(.baseVerb) && !opening.has([.pastForm, .alsoNoun]) && first.isCapitalised
      && !shape.hasFirstPerson && !hasTense(shape) && tokens.allSatisfy { $0.kind != .number }
  }

  /// True for a block of nothing but questions.
  private func asksOnly(_ index: Int) -> Bool {
    let sentences = labels.layout.blockSentences[index]
    guard !sentences.isEmpty, shapes[index].endsWithQuestion else { return false }
    return labels.layout.sentences[sentences].allSatisfy { sentence in
      let tokens = labels.layout.tokens[sentence.tokens]
      if tokens.allSatisfy({ $0.kind != .word || tokens.count <= 4 }) { return true }
      return tokens.suffix(2).contains { labels.grammar.functionWord($0.word) == .question }
    }
  }

  /// "e.g. Improve CSAT" in the first column: a row that the template fills in to show how.
  private func opensSample(_ index: Int) -> Bool {
    let shape = shapes[index]
    guard !shape.hasFirstPerson, shape.words <= 25, let start = shape.tokens.first else { return false }
    let forms = labels.vocabulary.wordForms(
      labels.layout.tokens[start..<min(start + 4, shape.tokens.upperBound)])
    return labels.vocabulary.opensExample(forms)
  }

  private func isExample(_ shape: BlockShape) -> Bool {
    guard let first = labels.layout.tokens[shape.tokens].first else { return false }
    return labels.grammar.functionWord(first.word) == .example
  }

  /// A criterion pasted as a task: it opens with a command, is one sentence, and stands where no answer is expected.
  private func isCriterion(_ index: Int, _ reading: BlockReading) -> Bool {
    guard labels.layout.blockSentences[index].count <= 2, shapes[index].words >= 3, shapes[index].words <= 45
    else {
      return false
    }
    if document.blocks[index].kind == .paragraph { return true }
    switch reading.role {
    case .need, .objective, .activity, .career, .measure, .weakness: return false
    default: return document.blocks[index].kind == .tableCell && document.blocks[index].cell?.column == 0
    }
  }

  private func hasTense(_ shape: BlockShape) -> Bool {
    labels.layout.tokens[shape.tokens].contains { token in
      labels.grammar.listedClass(token.word).has([.past, .will])
    }
  }

  private func isEvidence(_ index: Int, _ reading: BlockReading) -> Bool {
    let block = document.blocks[index]
    if reading.isPrompt || block.visibility != .visible || block.kind == .comment || block.isPlaceholder {
      return false
    }
    let shape = shapes[index]
    if reading.role == .agreement || reading.role == .meta && !(shape.hasFirstPerson && shape.words > 20) {
      return false
    }
    guard shape.words <= 40 else { return true }
    return !labels.vocabulary.declares(labels.vocabulary.wordForms(labels.layout.tokens[shape.tokens]))
  }
}
