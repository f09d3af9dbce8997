import PremarkDocument

extension OdtWalk {
  /// Most copies of a cell or row that is repeated: files of spreadsheet programs repeat blank ones a million times.
  private static let mostRepeats = 64

  mutating func startTable(_ name: OdtName, _ context: inout OdtContext) throws(ReadingError) -> Closing? {
    switch name {
    case .table:
      if inParagraph { try endParagraph(&context) }
      context.builder.openTable()
      return .table
    case .tableHeaderRows:
      inHeaderRows = true
      return .headerRows
    case .tableRow:
      context.builder.openRow(isHeader: inHeaderRows)
      return .row
    case .tableCell: return startCell(&context)
    case .coveredTableCell:
      // What a covered cell holds is not shown (ODF 1.3 part 3, 9.1.5).
      try scanner.skipElement()
    case .title, .desc: try scanner.skipElement()
    default: break
    }
    return nil
  }

  private mutating func startCell(_ context: inout OdtContext) -> Closing {
    let copies = min(scanner.odtNumber(OdtSpace.table, .numberColumnsRepeated) ?? 1, Self.mostRepeats)
    let isShaded =
      context.styles.style("table-cell", scanner.odt(OdtSpace.table, .styleName)).isShaded == true
    for _ in 0..<max(1, copies) {
      context.builder.openCell(
        columnSpan: scanner.odtNumber(OdtSpace.table, .numberColumnsSpanned) ?? 1,
        rowSpan: scanner.odtNumber(OdtSpace.table, .numberRowsSpanned) ?? 1, isShaded: isShaded)
    }
    cellIsPainted = isShaded
    return .cell
  }
}
