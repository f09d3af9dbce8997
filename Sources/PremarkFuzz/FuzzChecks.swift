import PremarkDocument

/// What holds of every document, whatever the bytes were.
enum FuzzChecks {
  static func hold(for document: Document) {
    for block in document.blocks {
      precondition(!block.text.isEmpty, "a block is blank")
      precondition(String(validating: block.text, as: UTF8.self) != nil, "a block is no UTF-8")
      precondition(document.sections.indices.contains(block.section), "section \(block.section) is not there")
      var end = 0
      for run in block.emphasis {
        precondition(run.span.start >= end && run.span.end <= block.text.count, "emphasis lies outside")
        end = run.span.end
      }
      guard let cell = block.cell else { continue }
      precondition(document.tables.indices.contains(cell.table), "table \(cell.table) is not there")
      let table = document.tables[cell.table]
      precondition(cell.row < table.rows && cell.column < table.columns, "a cell lies outside its table")
    }
    for table in document.tables {
      for cell in table.cells {
        precondition(cell.row + cell.rowSpan <= table.rows, "a cell reaches below its table")
        precondition(cell.column + cell.columnSpan <= table.columns, "a cell reaches beside its table")
        precondition(
          cell.blocks.allSatisfy(document.blocks.indices.contains), "a cell holds what is not there")
      }
    }
  }
}
