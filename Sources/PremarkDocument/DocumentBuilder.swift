/// Puts a ``Document`` together from what a reader meets, in reading order.
///
/// Readers of every format use it, so that blank blocks, nesting of tables, merged cells, sections and headings by
/// look are decided in one place. Nothing throws before ``finish()``: past a limit everything more is let go and
/// `finish` reports it, so that memory stays bounded.
///
/// ```
/// var builder = DocumentBuilder(format: .html)
/// builder.append(Block(kind: .heading, level: 1, text: Array("My plan".utf8)))
/// builder.openTable()
/// builder.openRow(isHeader: true)
/// builder.openCell()
/// builder.append(Block(kind: .paragraph, text: Array("By when?".utf8)))
/// builder.closeTable()  // closes the cell and the row, too
/// let document = try builder.finish()
/// ```
public struct DocumentBuilder: Sendable {
  /// Most blocks of a document.
  public static let mostBlocks = 200_000
  /// Most cells, and most grid positions, of all tables together.
  public static let mostCells = 200_000
  /// Most grid columns of a table before its last cell.
  public static let mostColumns = 5_000
  /// Widest span of a cell; more is read as this (HTML 4.9.11 has the same figure).
  public static let widestSpan = 1000

  let format: Format
  var blocks: [Block] = []
  /// For each block the index of its cell in `cells`, or -1.
  var owners: [Int] = []
  /// For each block, true where its look sets it apart though it is not bold.
  var standOut: [Bool] = []
  var tables: [BuiltTable] = []
  var cells: [BuiltCell] = []
  var warnings: [ReadingWarning] = []
  /// Open tables, outermost first, as indexes of `tables`.
  private var open: [Int] = []
  /// True where a limit was passed: nothing more is taken, and ``finish()`` will throw.
  public private(set) var isFull = false

  /// Starts an empty document.
  public init(format: Format) { self.format = format }

  /// Number of blocks so far: the index the next one gets.
  public var count: Int { blocks.count }

  /// True between ``openTable()`` and the ``closeTable()`` that belongs to it.
  public var isInTable: Bool { !open.isEmpty }

  /// Adds a block at the end; into the open cell where there is one.
  ///
  /// White space at both ends is taken off and emphasis moved with it; a block that is then empty is dropped,
  /// as is a line drawn with dashes outside tables. Its
  /// section and cell are set here, whatever the caller set. Inside a table give the kind it would have outside
  /// (`.paragraph`, `.listItem`, `.heading`): it becomes `.tableCell` in the end. A comment stands in no cell.
  ///
  /// - Returns: its index in ``Document/blocks``, or nil where it was dropped.
  @discardableResult
  public mutating func append(_ block: Block) -> Int? {
    guard var trimmed = block.trimmed(), isInTable || !trimmed.isDrawnRule else { return nil }
    if let rest = trimmed.dropQuestion() {
      append(trimmed)
      return append(rest)
    }
    guard blocks.count < Self.mostBlocks else {
      isFull = true
      return nil
    }
    blocks.append(trimmed)
    owners.append(block.kind == .comment ? -1 : openCellIndex)
    standOut.append(false)
    return blocks.count - 1
  }

  /// Says that a block's look sets it apart as bold type would: underlined, or larger than the rest.
  public mutating func setApart(_ block: Int) { standOut[block] = true }

  /// Notes something odd but readable; the same code about the same block is noted once.
  public mutating func warn(_ code: String, _ message: String, block: Int? = nil) {
    guard warnings.count < 1000 else { return }
    let warning = ReadingWarning(code: code, message: message, block: block)
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  /// Opens a table, inside the open cell where there is one.
  public mutating func openTable() {
    tables.append(BuiltTable(around: openCellIndex))
    open.append(tables.count - 1)
  }

  /// Opens a row of the innermost table, closing the one before.
  ///
  /// - Parameter isHeader: true where the file marks the whole row as a header. A leading row of header cells
  ///   counts as marked, too.
  public mutating func openRow(isHeader: Bool = false) {
    guard let table = open.last else { return }
    tables[table].openRow(isHeader: isHeader)
  }

  /// Opens a cell of the open row, closing the one before.
  ///
  /// The cell takes the next free grid column: those that a row span from above covers are passed over.
  ///
  /// - Parameters:
  ///   - columnSpan: columns it covers; held between 1 and ``widestSpan``.
  ///   - rowSpan: rows it covers, cut at the last row; a format that repeats the cell in each row
  ///     (`w:vMerge`) uses ``continueCell(columnSpan:)`` instead.
  ///   - isHeader: true where the file marks this cell as a header.
  ///   - isShaded: true where it has a background of its own.
  public mutating func openCell(
    columnSpan: Int = 1, rowSpan: Int = 1, isHeader: Bool = false, isShaded: Bool = false
  ) {
    guard let table = open.last, !isFull else { return }
    guard cells.count < Self.mostCells else {
      isFull = true
      return
    }
    if tables[table].rows == 0 { tables[table].openRow(isHeader: false) }
    let place = tables[table].take(
      columns: min(max(columnSpan, 1), Self.widestSpan), rows: min(max(rowSpan, 1), 65_534), cell: cells.count
    )
    if place.column > Self.mostColumns { isFull = true }
    let mark = isHeader || tables[table].isHeaderRow
    cells.append(BuiltCell(table: table, place: place, isHeader: mark, isShaded: isShaded))
    tables[table].openCell = cells.count - 1
  }

  /// Continues the cell above into the open row (`w:vMerge` without `restart`); opens a new cell where there is
  /// none above that ends here.
  public mutating func continueCell(columnSpan: Int = 1, isShaded: Bool = false) {
    guard let table = open.last else { return }
    let row = tables[table].rows - 1
    guard let above = tables[table].cellAbove, cells[above].row + cells[above].rowSpan == row else {
      openCell(columnSpan: columnSpan, isShaded: isShaded)
      return
    }
    cells[above].rowSpan += 1
    tables[table].pass(columns: min(max(columnSpan, 1), Self.widestSpan), cell: above)
    tables[table].openCell = above
  }

  /// Leaves grid columns of the open row without a cell (`w:gridBefore`).
  public mutating func skipColumns(_ count: Int) {
    guard let table = open.last, count > 0 else { return }
    tables[table].pass(columns: min(count, Self.widestSpan), cell: -1)
  }

  /// Closes the open cell; blocks until the next one stand in no cell of this table.
  public mutating func closeCell() {
    guard let table = open.last else { return }
    tables[table].openCell = -1
  }

  /// Closes the innermost table with what is open in it.
  public mutating func closeTable() {
    guard let table = open.popLast() else { return }
    tables[table].openCell = -1
    var widest = 0
    for cell in tables[table].cellIndexes { widest = max(widest, cells[cell].column + 1) }
    tables[table].columns = widest
    if tables[table].rows > Self.mostCells / max(widest, 1) { isFull = true }
  }

  /// The cell that blocks go to now, or -1.
  private var openCellIndex: Int {
    for table in open.reversed() where tables[table].openCell >= 0 { return tables[table].openCell }
    return -1
  }

  /// Closes what is open and gives the document.
  ///
  /// Decides headings by look, dissolves tables of a single cell (frames drawn around text), gives every block its
  /// cell and section.
  ///
  /// - Throws: `too-large` where a limit was passed, `no-text` never: a blank form is readable.
  /// - Complexity: linear in blocks and cells.
  public consuming func finish() throws(ReadingError) -> Document {
    while isInTable { closeTable() }
    if isFull {
      throw ReadingError(
        code: "too-large", message: "the document has more paragraphs or table cells than can be read",
        advice: "hand in the plan alone, without long annexes")
    }
    return finished()
  }
}

/// A cell while the document is built.
struct BuiltCell: Sendable {
  let table: Int
  let row: Int
  let column: Int
  var rowSpan: Int
  var columnSpan: Int
  let isHeader: Bool
  let isShaded: Bool

  init(table: Int, place: BuiltTable.Place, isHeader: Bool, isShaded: Bool) {
    self.table = table
    row = place.row
    column = place.column
    rowSpan = place.rowSpan
    columnSpan = place.columnSpan
    self.isHeader = isHeader
    self.isShaded = isShaded
  }
}

/// A table while the document is built: the grid as far as it is known.
struct BuiltTable: Sendable {
  /// Where a cell stands.
  struct Place {
    let row: Int
    let column: Int
    let rowSpan: Int
    let columnSpan: Int
  }

  /// The cell this table stands in, as an index of all cells, or -1.
  let around: Int
  var rows = 0
  var columns = 0
  var openCell = -1
  var isHeaderRow = false
  /// Rows at the top that the file marks, as far as they are unbroken.
  private(set) var markedRows = 0
  var cellIndexes: [Int] = []
  private var column = 0
  /// For each grid column the cell that covers it in the latest row that reached it, and the row after its span.
  private var covering: [(cell: Int, until: Int)] = []

  init(around: Int) { self.around = around }

  mutating func openRow(isHeader: Bool) {
    if isHeader && markedRows == rows { markedRows += 1 }
    rows += 1
    column = 0
    openCell = -1
    isHeaderRow = isHeader
  }

  /// Takes the next free place of the row for a cell.
  mutating func take(columns: Int, rows span: Int, cell: Int) -> Place {
    let row = rows - 1
    while column < covering.count, covering[column].until > row { column += 1 }
    let place = Place(row: row, column: column, rowSpan: span, columnSpan: columns)
    cover(columns, with: cell, until: row + span)
    cellIndexes.append(cell)
    return place
  }

  /// The cell that covers the current column from above.
  var cellAbove: Int? {
    guard column < covering.count, covering[column].cell >= 0 else { return nil }
    return covering[column].cell
  }

  /// Moves on without a new cell.
  mutating func pass(columns: Int, cell: Int) { cover(columns, with: cell, until: rows) }

  private mutating func cover(_ columns: Int, with cell: Int, until row: Int) {
    let end = column + columns
    while covering.count < end { covering.append((cell: -1, until: 0)) }
    for index in column..<end { covering[index] = (cell: cell, until: row) }
    column = end
  }
}
