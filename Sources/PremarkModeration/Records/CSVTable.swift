/// A CSV file, kept to the byte: cells can be read, and single ones changed without touching the others.
///
/// - Source: RFC 4180; commas, semicolons or tabs, whichever the first line has most of; LF, CRLF or CR; a UTF-8
///   byte-order mark is kept apart.
public struct CSVTable: Sendable {
  /// A row: where it starts, and its cells.
  public struct Row: Sendable {
    /// Line of the file, from 1.
    public let line: Int
    /// What the cells say, quotation marks taken off.
    public let cells: [String]
    /// The bytes of each cell as they stand, quotation marks with them.
    let places: [Range<Int>]
  }

  /// Names of the columns, spaces at their ends taken off.
  public let header: [String]
  /// Rows under the header, blank lines left out.
  public let rows: [Row]
  /// The byte between two cells.
  public let separator: UInt8
  private let bytes: [UInt8]

  /// Reads a file. Linear; nil where it has no header.
  public init?(_ bytes: [UInt8]) {
    var reader = CSVReader(bytes)
    let rows = reader.rows()
    guard let first = rows.first else { return nil }
    self.bytes = bytes
    separator = reader.separator
    header = first.cells.map(Self.trimmed)
    self.rows = Array(rows.dropFirst())
  }

  /// The column of that name, letters of either case being the same; nil where there is none.
  public func column(_ name: String) -> Int? {
    let wanted = name.lowercased()
    return header.firstIndex { $0.lowercased() == wanted }
  }

  /// What a row says in a column, spaces at its ends taken off; nil where that is nothing.
  public func value(_ row: Row, _ column: Int?) -> String? {
    guard let column, row.cells.indices.contains(column) else { return nil }
    let value = Self.trimmed(row.cells[column])
    return value.isEmpty ? nil : value
  }

  /// The file with some cells changed; every other byte is as it was.
  ///
  /// - Parameter change: asked for each row; gives columns and the words that go in.
  public func changed(_ change: (Row) -> [(column: Int, words: String)]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    var copied = 0
    for row in rows {
      for (column, words) in change(row).sorted(by: { $0.column < $1.column })
      where row.places.indices.contains(column) {
        let place = row.places[column]
        output += bytes[copied..<place.lowerBound]
        output += CSVWriter.cell(words, separator: separator)
        copied = place.upperBound
      }
    }
    return output + bytes[copied...]
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

/// Cuts a CSV file into cells.
private struct CSVReader {
  let separator: UInt8
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[at...].prefix { $0 != 0x0A && $0 != 0x0D }
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var best = (byte: candidates[0], count: 0)
    for byte in candidates {
      let count = first.count { $0 == byte }
      if count > best.count { best = (byte, count) }
    }
    separator = best.byte
  }

  mutating func rows() -> [CSVTable.Row] {
    var rows: [CSVTable.Row] = []
    while at < bytes.count {
      let row = row()
      if row.cells.count > 1 || row.cells.first?.isEmpty == false { rows.append(row) }
    }
    return rows
  }

  private mutating func row() -> CSVTable.Row {
    let start = line
    var cells: [String] = []
    var places: [Range<Int>] = []
    while true {
      let from = at
      cells.append(cell())
      places.append(from..<at)
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    if at < bytes.count {
      if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
      at += 1
      line += 1
    }
    return CSVTable.Row(line: start, cells: cells, places: places)
  }

  private mutating func cell() -> String {
    var text: [UInt8] = []
    var isQuoted = false
    if at < bytes.count, bytes[at] == 0x22 {
      isQuoted = true
      at += 1
    }
    while at < bytes.count {
      let byte = bytes[at]
      if isQuoted {
        at += 1
        if byte == 0x22 {
          guard at < bytes.count, bytes[at] == 0x22 else {
            isQuoted = false
            continue
          }
          at += 1
        }
        if byte == 0x0A { line += 1 }
        text.append(byte)
      } else {
        if byte == separator || byte == 0x0A || byte == 0x0D { break }
        text.append(byte)
        at += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Writes CSV that spreadsheets open without running anything.
public enum CSVWriter {
  /// A line of cells that Premark writes, ended by CRLF (RFC 4180, 2).
  public static func line(_ cells: [String]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, words) in cells.enumerated() {
      if index > 0 { line.append(0x2C) }
      line += cell(words, separator: 0x2C)
    }
    return line + [0x0D, 0x0A]
  }

  /// The mark that tells Excel that the file is UTF-8.
  public static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A cell: guarded, and in quotation marks where it has to be.
  static func cell(_ words: String, separator: UInt8) -> [UInt8] {
    let text = guarded(Array(words.utf8))
    let special = text.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    let isPadded = text.first == 0x20 || text.last == 0x20
    guard special || isPadded else { return text }
    var cell: [UInt8] = [0x22]
    for byte in text { cell += byte == 0x22 ? [0x22, 0x22] : [byte] }
    return cell + [0x22]
  }

  /// Words that no spreadsheet takes for a formula and that no reader takes to end in an escape: "'" before a first
  /// `= + - @` or control character (OWASP, "CSV Injection"), a space after a last `\`.
  private static func guarded(_ text: [UInt8]) -> [UInt8] {
    var text = text
    if text.last == 0x5C { text.append(0x20) }
    let first = text.first { $0 != 0x20 }
    let opensFormula = first.map { [0x3D, 0x2B, 0x2D, 0x40].contains($0) || $0 < 0x20 } ?? false
    // fullwidth = + - @ (U+FF1D, FF0B, FF0D, FF20), which some spreadsheets take for the plain ones
    let blank = text.prefix { $0 == 0x20 }.count
    let wide =
      text.count > blank + 2 && text[blank] == 0xEF && text[blank + 1] == 0xBC
      && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[blank + 2])
    return opensFormula && text != [0x2D] || wide ? [0x27] + text : text
  }
}
