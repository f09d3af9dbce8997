import PremarkAnnotation
import PremarkDocument
import PremarkText

/// Where blocks stand, in words a person can follow in the file: "Skills audit › paragraph 2".
struct Places {
  private let document: Document
  private let tables: [AnnotatedTable]
  /// For each block its number among its like in its section, from 1.
  private let ordinals: [Int]

  /// Counts once; linear in the blocks.
  init(_ text: AnnotatedText) {
    document = text.document
    tables = text.tables
    var ordinals: [Int] = []
    ordinals.reserveCapacity(document.blocks.count)
    var section = -1
    var counts = [Int](repeating: 0, count: 6)
    for block in document.blocks {
      if block.section != section {
        section = block.section
        counts = [Int](repeating: 0, count: 6)
      }
      let like = Self.like(block.kind)
      counts[like] += block.visibility == .visible ? 1 : 0
      ordinals.append(counts[like])
    }
    self.ordinals = ordinals
  }

  /// Headings above a block, outermost first; a heading is not above itself.
  static func path(of index: Int, in document: Document) -> [Int] {
    var path: [Int] = []
    var section: Int? = document.blocks[index].section
    while let at = section, document.sections.indices.contains(at) {
      if let heading = document.sections[at].heading, heading != index { path.append(heading) }
      section = document.sections[at].parent
    }
    return path.reversed()
  }

  /// The place in words; the section's heading is shortened to `limit` characters.
  func words(_ index: Int, limit: Int = 40) -> String {
    guard document.blocks.indices.contains(index) else { return "the document" }
    let block = document.blocks[index]
    var words = ""
    if let heading = Self.path(of: index, in: document).last {
      words = text(of: heading, limit) + " › "
    }
    words += block.cell.map(cell) ?? Self.noun(block.kind) + "\u{A0}\(ordinals[index])"
    if let page = block.page { words += ", page \(page)" }
    return words
  }

  private func cell(_ cell: CellReference) -> String {
    guard document.tables.indices.contains(cell.table) else { return "table" }
    let table = document.tables[cell.table]
    let headers = headerRows(cell.table)
    var words = document.tables.count > 1 ? "table\u{A0}\(cell.table + 1), " : "table, "
    words += cell.row < headers ? "header row" : "row\u{A0}\(cell.row - headers + 1)"
    if headers > 0, cell.row >= headers, let header = label(table, row: headers - 1, column: cell.column) {
      return words + ", “" + header + "”"
    }
    if headers == 0, cell.column > 0, let label = label(table, row: cell.row, column: 0) {
      return words + ", “" + label + "”"
    }
    return table.columns > 1 ? words + ", column \(cell.column + 1)" : words
  }

  private func headerRows(_ table: Int) -> Int {
    tables.indices.contains(table) ? tables[table].headerRows : document.tables[table].markedHeaderRows
  }

  private func label(_ table: Table, row: Int, column: Int) -> String? {
    guard let block = table.cell(atRow: row, column: column)?.blocks.first else { return nil }
    return text(of: block, 28)
  }

  private func text(of block: Int, _ limit: Int) -> String {
    String(decoding: Quotation.shortened(document.blocks[block].text, limit: limit), as: UTF8.self)
  }

  private static func like(_ kind: Block.Kind) -> Int {
    switch kind {
    case .heading: 0
    case .paragraph: 1
    case .listItem: 2
    case .note, .comment: 3
    case .textBox: 4
    case .tableCell: 5
    }
  }

  private static func noun(_ kind: Block.Kind) -> String {
    switch kind {
    case .heading: "heading"
    case .paragraph, .tableCell: "paragraph"
    case .listItem: "list item"
    case .note: "note"
    case .comment: "comment"
    case .textBox: "text box"
    }
  }
}
