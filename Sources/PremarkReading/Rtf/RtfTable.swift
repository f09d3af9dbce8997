import PremarkDocument

/// A table while it is read: RTF says where its columns end row by row, so that the grid is known only at its end.
struct RtfTable {
  /// What stands in a cell.
  enum Item {
    case block(Block)
    case table(RtfTable)
  }

  /// What a row says about one of its cells.
  struct CellShape {
    /// Where its right edge is, in twips.
    var right = 0
    var continuesLeft = false
    var continuesAbove = false
    var isShaded = false
  }

  /// What a row says about itself.
  struct RowShape {
    var left = 0
    var isHeader = false
    var cells: [CellShape] = []
    /// What has been said about the next cell.
    var next = CellShape()
  }

  private struct Row {
    let shape: RowShape
    let cells: [[Item]]
  }

  private var rows: [Row] = []
  private var cells: [[Item]] = []
  private var items: [Item] = []

  /// True where the open row has a cell or text.
  var hasOpenRow: Bool { !cells.isEmpty || !items.isEmpty }

  /// Adds to the open cell.
  mutating func append(_ item: Item) { items.append(item) }

  mutating func closeCell() {
    cells.append(items)
    items = []
  }

  mutating func closeRow(_ shape: RowShape) {
    if !items.isEmpty { closeCell() }
    if !cells.isEmpty { rows.append(Row(shape: shape, cells: cells)) }
    cells = []
  }

  /// Gives the table to the builder.
  func emit(to builder: inout DocumentBuilder) {
    let edges = self.edges
    builder.openTable()
    for row in rows {
      builder.openRow(isHeader: row.shape.isHeader)
      emit(row, edges, to: &builder)
    }
    builder.closeTable()
  }

  private func emit(_ row: Row, _ edges: [Int], to builder: inout DocumentBuilder) {
    let isShaped = row.shape.cells.count >= row.cells.count
    var column = isShaped ? Self.index(of: row.shape.left, in: edges) : 0
    builder.skipColumns(column)
    var i = 0
    while i < row.cells.count {
      var shape = isShaped ? row.shape.cells[i] : CellShape()
      var items = row.cells[i]
      i += 1
      while isShaped, i < row.cells.count, row.shape.cells[i].continuesLeft {
        shape.right = row.shape.cells[i].right
        items += row.cells[i]
        i += 1
      }
      let end = isShaped ? max(column + 1, Self.index(of: shape.right, in: edges)) : column + 1
      if shape.continuesAbove {
        builder.continueCell(columnSpan: end - column, isShaded: shape.isShaded)
      } else {
        builder.openCell(columnSpan: end - column, isShaded: shape.isShaded)
      }
      column = end
      for item in items { item.emit(to: &builder) }
    }
  }

  /// Where columns end in any row, edges closer than a fifth of a millimetre (11 twips) as one.
  private var edges: [Int] {
    var all: [Int] = []
    for row in rows where row.shape.cells.count >= row.cells.count {
      all.append(row.shape.left)
      for cell in row.shape.cells { all.append(cell.right) }
    }
    all.sort()
    var edges: [Int] = []
    for edge in all where edges.last.map({ edge - $0 > 11 }) ?? true { edges.append(edge) }
    return edges
  }

  /// The number of the edge at a place.
  private static func index(of place: Int, in edges: [Int]) -> Int {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < place - 11 { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension RtfTable.Item {
  /// Gives the item to the builder.
  func emit(to builder: inout DocumentBuilder) {
    switch self {
    case .block(let block):
      let index = builder.append(block)
      if block.visibility == .hidden { builder.warnOfHiddenText(index) }
    case .table(let table): table.emit(to: &builder)
    }
  }
}
