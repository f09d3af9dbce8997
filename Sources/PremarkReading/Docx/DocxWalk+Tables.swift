import PremarkDocument

extension DocxWalk {
  /// Starts a table, row or cell, or reads its properties. Rows and cells open once their properties are known.
  mutating func startTablePart(
    _ name: DocxName, _ context: inout DocxContext
  ) throws(ReadingError) -> Closing? {
    if name == .tbl {
      try endRunningOn(&context)
      context.builder.openTable()
      tables.append(TableState())
      return .table
    }
    guard !tables.isEmpty else { return .nothing }
    switch name {
    case .tr:
      startRow()
      return .row
    case .tc:
      startCell(&context)
      return .cell
    case .tblPr: try readTableProperties(context)
    case .trPr: try readRowProperties()
    default: try readCellProperties()
    }
    return nil
  }

  private var last: Int { tables.count - 1 }

  private mutating func startRow() {
    tables[last].row += 1
    tables[last].column = 0
    tables[last].isRowPending = true
    tables[last].isHeaderRow = false
    tables[last].columnsBefore = 0
  }

  private mutating func startCell(_ context: inout DocxContext) {
    openPendingRow(&context)
    tables[last].cell = CellState()
    tables[last].isCellPending = true
  }

  private mutating func openPendingRow(_ context: inout DocxContext) {
    guard tables[last].isRowPending else { return }
    tables[last].isRowPending = false
    context.builder.openRow(isHeader: tables[last].isHeaderRow)
    context.builder.skipColumns(tables[last].columnsBefore)
  }

  /// Opens the cell once something stands in it.
  mutating func openPendingCell(_ context: inout DocxContext) {
    guard let table = tables.last, table.isCellPending else { return }
    tables[last].isCellPending = false
    let isMarked = table.marksFirstRow && table.row == 0 || table.marksFirstColumn && table.column == 0
    let isShaded = table.cell.isShaded || isMarked
    if table.cell.continues {
      context.builder.continueCell(columnSpan: table.cell.columnSpan, isShaded: isShaded)
    } else {
      context.builder.openCell(columnSpan: table.cell.columnSpan, isShaded: isShaded)
    }
    tables[last].column += 1
    if table.cell.isDeleted { deletions += 1 }
  }

  mutating func endCell(_ context: inout DocxContext) throws(ReadingError) {
    openPendingCell(&context)
    try endRunningOn(&context)
    context.builder.closeCell()
    if tables[last].cell.isDeleted { deletions -= 1 }
    tables[last].cell = CellState()
  }

  mutating func endRow(_ context: inout DocxContext) {
    openPendingRow(&context)
    if tables[last].isRowDeleted { deletions -= 1 }
    tables[last].isRowDeleted = false
  }

  mutating func endTable(_ context: inout DocxContext) throws(ReadingError) {
    context.builder.closeTable()
    tables.removeLast()
    if role == .body, !context.builder.isInTable { try flushComments(&context) }
  }

  // MARK: - Properties

  private mutating func readTableProperties(_ context: DocxContext) throws(ReadingError) {
    var style = DocxStyle()
    var hasFirstRow = false
    var hasFirstColumn = false
    var isShaded = false
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .tblStyle: if let id = scanner.word(.val) { style = context.styles.named(scanner.bytes(of: id)) }
      case .tblLook:
        // ECMA-376-1 17.4.55: attributes in newer files, bits in older ones.
        let bits = scanner.hexadecimal(scanner.word(.val)) ?? 0
        hasFirstRow = scanner.word(.firstRow).map { scanner.equals($0, "1") } ?? (bits & 0x20 != 0)
        hasFirstColumn = scanner.word(.firstColumn).map { scanner.equals($0, "1") } ?? (bits & 0x80 != 0)
      case .shd: isShaded = RunLook.isShading(scanner)
      default: break
      }
    }
    tables[last].marksFirstRow = hasFirstRow && style.marksFirstRow == true
    tables[last].marksFirstColumn = hasFirstColumn && style.marksFirstColumn == true
    tables[last].isPainted = isShaded || style.isShaded == true
  }

  private mutating func readRowProperties() throws(ReadingError) {
    var isHeader = false
    var isDeleted = false
    var before = 0
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .tblHeader: isHeader = scanner.isOn
      case .gridBefore: before = scanner.integer(scanner.word(.val)) ?? 0
      case .del: isDeleted = true
      default: break
      }
    }
    tables[last].isHeaderRow = isHeader
    tables[last].columnsBefore = before
    if isDeleted, !tables[last].isRowDeleted {
      tables[last].isRowDeleted = true
      deletions += 1
    }
  }

  private mutating func readCellProperties() throws(ReadingError) {
    var cell = CellState()
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .gridSpan: cell.columnSpan = scanner.integer(scanner.word(.val)) ?? 1
      case .vMerge: cell.continues = !scanner.equals(scanner.word(.val), "restart")
      case .shd: cell.isShaded = RunLook.isShading(scanner)
      case .cellDel: cell.isDeleted = true
      default: break
      }
    }
    if tables[last].isCellPending { tables[last].cell = cell }
  }
}
