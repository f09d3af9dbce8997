/// Grid tables: cells framed by "+", "-", "=" and "|" (Pandoc's Markdown, `grid_tables`), merged cells included.
///
/// The "+" signs of all rules give the column edges. Between two rules lies a band of lines; inside it an edge where
/// every line has a "|" divides two cells. Under a cell a stretch of rule without dashes lets the cell go on into the
/// next band:
///
///     +-----+-----------+     edges 0, 6, 18
///     | May | AHT       |     band 1: cells at 0 and 6
///     |     +-----------+     no dashes from 0 to 6: "May" goes on
///     |     | 10m 00s   |     band 2: one new cell
///     +-----+-----------+
struct GridTable {
  /// What stands right of so many edges belongs to the last cell.
  private static let mostEdges = 200

  private let text: [UInt8]
  private let lines: ArraySlice<TextLine>
  private let origin: Int
  private var edges: [Int] = []

  static func read(_ text: [UInt8], _ lines: [TextLine], at i: Int) -> TextTable? {
    var end = i
    while end < lines.count, !lines[end].isBlank,
      text[Int(lines[end].start)] == UInt8(ascii: "+") || text[Int(lines[end].start)] == UInt8(ascii: "|")
    {
      end += 1
    }
    guard end - i >= 3 else { return nil }
    var grid = GridTable(text, lines[i..<end])
    return grid.table(end: end)
  }

  private init(_ text: [UInt8], _ lines: ArraySlice<TextLine>) {
    self.text = text
    self.lines = lines
    origin = Int(lines[lines.startIndex].column)
  }

  private mutating func table(end: Int) -> TextTable {
    let maps = lines.map { columnMap($0) }
    findEdges(maps)
    var table = TextTable(rows: [], headerRows: 0, end: end)
    // Rules without a row say nothing, and are passed over at once.
    guard edges.count >= 2 else { return table }
    // For each column the row and cell that stand open above it.
    var above = [(row: Int, cell: Int)](repeating: (-1, -1), count: edges.count - 1)
    var band: [Int] = []
    for (n, map) in maps.enumerated() where table.rows.count * edges.count <= 2 * ReadingLimits.tableCells {
      guard isRule(map) else {
        band.append(n)
        continue
      }
      if !band.isEmpty { addRow(band, maps, &table.rows, &above) }
      if map.bytes.contains(UInt8(ascii: "=")) { table.headerRows = table.rows.count }
      closeCells(map, &above)
      band = []
    }
    if !band.isEmpty { addRow(band, maps, &table.rows, &above) }
    return table.withoutBlankHeader()
  }
}

extension TextTable {
  /// A header without words is none; nor are headers without rows.
  fileprivate func withoutBlankHeader() -> TextTable {
    var table = self
    let isBlank = rows.prefix(headerRows).allSatisfy { row in
      row.allSatisfy { cell in cell.lines.allSatisfy { $0.isBlank } }
    }
    if isBlank { table.rows.removeFirst(headerRows) }
    if isBlank || headerRows == rows.count { table.headerRows = 0 }
    return table
  }
}

extension GridTable {
  /// A line by display column: the byte that stands there, and where it is in the text.
  private struct ColumnMap {
    var bytes: [UInt8] = []
    var places: [Int32] = []
    var end: Int32 = 0
  }

  private func columnMap(_ line: TextLine) -> ColumnMap {
    var map = ColumnMap()
    for _ in 0..<min(max(0, Int(line.column) - origin), 1000) {
      map.bytes.append(0x20)
      map.places.append(line.start)
    }
    var i = Int(line.start)
    while i < Int(line.end) {
      let (value, length) = text.scalar(at: i)
      for _ in 0..<Columns.width(of: value) {
        map.bytes.append(length == 1 ? text[i] : 0xFF)
        map.places.append(Int32(i))
      }
      i += length
    }
    map.end = line.end
    return map
  }

  private mutating func findEdges(_ maps: [ColumnMap]) {
    var isEdge: [Bool] = []
    for map in maps where isDrawn(map) {
      for (column, byte) in map.bytes.enumerated() where byte == UInt8(ascii: "+") {
        while isEdge.count <= column { isEdge.append(false) }
        isEdge[column] = true
      }
    }
    edges = Array(isEdge.indices.filter { isEdge[$0] }.prefix(Self.mostEdges))
  }

  /// True where a line has a stretch of dashes between plus signs.
  private func isDrawn(_ map: ColumnMap) -> Bool {
    var run = -1
    for (column, byte) in map.bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "+"):
        if run >= 0, column - run > 1 { return true }
        run = column
      case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"): break
      default: run = -1
      }
    }
    return false
  }

  private func isRule(_ map: ColumnMap) -> Bool {
    (0..<(edges.count - 1)).contains { hasDashes(map, $0) }
  }

  private func hasDashes(_ map: ColumnMap, _ column: Int) -> Bool {
    let inside = (edges[column] + 1)..<edges[column + 1]
    guard !inside.isEmpty, inside.upperBound <= map.bytes.count else { return false }
    return map.bytes[inside].allSatisfy {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "+")
    }
  }

  private func closeCells(_ map: ColumnMap, _ above: inout [(row: Int, cell: Int)]) {
    for column in above.indices where hasDashes(map, column) { above[column] = (-1, -1) }
  }

  private func addRow(
    _ band: [Int], _ maps: [ColumnMap], _ rows: inout [[TextTable.Cell]],
    _ above: inout [(row: Int, cell: Int)]
  ) {
    var row: [TextTable.Cell] = []
    var column = 0
    while column + 1 < edges.count {
      var last = column
      while last + 2 < edges.count, !band.allSatisfy({ isDivided(maps[$0], edges[last + 1]) }) { last += 1 }
      let lines = band.map { cut(maps[$0], edges[column] + 1, edges[last + 1]) }
      let open = above[column]
      if open.row >= 0 {
        rows[open.row][open.cell].lines.append(contentsOf: lines)
        rows[open.row][open.cell].rowSpan += 1
      } else {
        for covered in column...last { above[covered] = (rows.count, row.count) }
        row.append(
          TextTable.Cell(
            lines: lines, columnSpan: last - column + 1, rowSpan: 1,
            width: edges[last + 1] - edges[column] - 3))
      }
      column = last + 1
    }
    rows.append(row)
  }

  private func isDivided(_ map: ColumnMap, _ column: Int) -> Bool {
    column < map.bytes.count
      && (map.bytes[column] == UInt8(ascii: "|") || map.bytes[column] == UInt8(ascii: "+"))
  }

  /// The part of a line between two columns, one space of margin taken off.
  private func cut(_ map: ColumnMap, _ start: Int, _ end: Int) -> TextLine {
    guard start < map.bytes.count else { return .blank(at: map.end) }
    var first = start
    let stop = min(end, map.bytes.count)
    while first < stop, map.bytes[first] == 0x20 || map.bytes[first] == 0x09 { first += 1 }
    guard first < stop else { return .blank(at: map.end) }
    let stopPlace = stop < map.places.count ? map.places[stop] : map.end
    var last = stopPlace
    while last > map.places[first], text[Int(last) - 1].isSpaceOrTab { last -= 1 }
    let indent = Int32(max(0, first - start - 1))
    return TextLine(
      start: map.places[first], end: last, indent: indent, column: indent, endsInSpaces: false)
  }
}
