import CSQLite

/// Why the store cannot be used.
public struct StoreError: Error, Equatable {
  /// What is wrong: lower case, no full stop.
  public let message: String
  /// What to do.
  public let advice: String

  init(_ message: String, _ advice: String) {
    self.message = message
    self.advice = advice
  }

  /// There is no store where one is wanted.
  static var missing: StoreError {
    StoreError("there is no store in it", "name the folder that 'premark batch' wrote")
  }
}

/// An SQLite database, through the run-time library alone.
final class Database {
  /// What a column or a place of a statement holds.
  enum Value {
    case null
    case integer(Int)
    case text(String)
    case blob([UInt8])
  }

  private let library: premark_sqlite
  private let handle: OpaquePointer
  private var prepared: [String: OpaquePointer] = [:]

  /// Opens a database, made where there is none.
  init(_ path: String) throws(StoreError) {
    guard let found = premark_sqlite_library() else {
      throw StoreError(
        "the SQLite library is not on this machine",
        "install it (Debian and Ubuntu: apt-get install libsqlite3-0)")
    }
    library = found.pointee
    var opened: OpaquePointer?
    // read and write, create, one thread at a time (c3ref/c_open_autoproxy)
    let code = library.open_v2(path, &opened, 0x2 | 0x4 | 0x8000, nil)
    guard let opened else { throw StoreError("there is no memory for it", "close other programs") }
    handle = opened
    guard code == 0 else { throw error(code) }
    _ = library.busy_timeout(handle, 10_000)
  }

  deinit {
    for statement in prepared.values { _ = library.finalize(statement) }
    _ = library.close_v2(handle)
  }

  /// Runs a statement that gives no rows.
  func run(_ sql: String, _ values: [Value] = []) throws(StoreError) {
    try rows(sql, values) { _ in true }
  }

  /// Runs a statement and hands over each row until the closure says false.
  func rows(
    _ sql: String, _ values: [Value] = [], _ take: ([Value]) throws(StoreError) -> Bool
  ) throws(StoreError) {
    let statement = try prepare(sql)
    defer { _ = library.reset(statement) }
    for (index, value) in values.enumerated() { try bind(value, Int32(index + 1), statement) }
    while true {
      let code = library.step(statement)
      // SQLITE_ROW, SQLITE_DONE
      if code == 101 { return }
      guard code == 100 else { throw error(code) }
      guard try take(columns(of: statement)) else { return }
    }
  }

  private func prepare(_ sql: String) throws(StoreError) -> OpaquePointer {
    if let known = prepared[sql] { return known }
    var statement: OpaquePointer?
    let code = library.prepare_v2(handle, sql, -1, &statement, nil)
    guard code == 0, let statement else { throw error(code) }
    prepared[sql] = statement
    return statement
  }

  private func bind(_ value: Value, _ place: Int32, _ statement: OpaquePointer) throws(StoreError) {
    // safe: SQLITE_TRANSIENT is the address -1 by definition (c3ref/c_static); SQLite copies and never calls it
    let transient = unsafeBitCast(-1, to: (@convention(c) (UnsafeMutableRawPointer?) -> Void).self)
    let code: Int32
    switch value {
    case .null: code = library.bind_null(statement, place)
    case .integer(let number): code = library.bind_int64(statement, place, Int64(number))
    case .text(let text):
      // safe: sqlite3 copies the bytes before it returns.
      code = text.utf8CString.withUnsafeBufferPointer {
        library.bind_text(statement, place, $0.baseAddress, Int32($0.count - 1), transient)
      }
    case .blob(let bytes):
      // safe: sqlite3 copies the bytes before it returns.
      code = bytes.withUnsafeBytes {
        library.bind_blob(statement, place, $0.baseAddress, Int32($0.count), transient)
      }
    }
    guard code == 0 else { throw error(code) }
  }

  private func columns(of statement: OpaquePointer) -> [Value] {
    var columns: [Value] = []
    for column in 0..<library.column_count(statement) {
      switch library.column_type(statement, column) {
      case 1: columns.append(.integer(Int(library.column_int64(statement, column))))
      case 3: columns.append(.text(String(decoding: bytes(of: statement, column), as: UTF8.self)))
      case 4: columns.append(.blob(bytes(of: statement, column)))
      default: columns.append(.null)
      }
    }
    return columns
  }

  private func bytes(of statement: OpaquePointer, _ column: Int32) -> [UInt8] {
    guard let start = library.column_blob(statement, column) else { return [] }
    let count = Int(library.column_bytes(statement, column))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  private func error(_ code: Int32) -> StoreError {
    switch code & 0xFF {
    case 5, 6:
      return StoreError(
        "another program is writing to it", "wait until that is done, and run the command again")
    case 8, 3:
      return StoreError(
        "it may not be written to", "check the permissions of the folder, or name another one")
    case 11, 26:
      return StoreError(
        "it is damaged, or no store of Premark's",
        "move it away and run the command again: everything is marked anew; decisions in it are lost, so keep the file"
      )
    case 13:
      return StoreError(
        "the disk is full", "free some space and run the same command again: what is recorded is kept")
    case 14:
      return StoreError("it cannot be opened", "check that the folder is there and may be written to")
    default:
      let words = library.errmsg(handle).map { String(cString: $0) } ?? "error \(code)"
      return StoreError("SQLite says: " + words, "check the disk; what is recorded is kept")
    }
  }
}

extension Database.Value {
  /// The number; nil where it is none.
  var integer: Int? { if case .integer(let number) = self { number } else { nil } }
  /// The text; nil where it is none.
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The bytes; nil where it is none.
  var blob: [UInt8]? { if case .blob(let bytes) = self { bytes } else { nil } }

  /// A text or nothing.
  static func optional(_ text: String?) -> Database.Value { text.map { .text($0) } ?? .null }
}
