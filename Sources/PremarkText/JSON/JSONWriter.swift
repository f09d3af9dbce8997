/// Writes one JSON text after the other into bytes, in the order of the calls.
///
///     var json = JSONWriter(style: .indented)
///     json.object { json in
///       json.field("name", "plan.docx")
///       json.array("criteria") { json in json.int(3) }
///     }
///
/// The writer puts commas, colons and white space; that names stand in objects only and values in arrays only is the
/// caller's part, and checked. Strings are escaped as little as allowed, malformed UTF-8 becomes U+FFFD, and the same
/// calls give the same bytes on every machine.
///
/// - Source: RFC 8259.
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Style: Sendable {
    /// One line, no white space: what JSON Lines wants.
    case compact
    /// A line to each name or value, two spaces a level. Empty objects and arrays stay on one line.
    case indented
  }

  private enum Container {
    case object, array
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let style: Style
  private var open: [Container] = []
  private var isFirst = true
  private var followsName = false

  /// Makes a writer with nothing written.
  public init(style: Style = .compact) { self.style = style }

  /// The bytes so far as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Ends a line between two texts (JSON Lines), or the file.
  public mutating func endLine() {
    // safe: what is open depends on the code that writes, never on the values; the schemas' check runs all of it.
    precondition(open.isEmpty, "a line ends inside an object or array")
    bytes.append(0x0A)
    isFirst = true
  }
}

// MARK: - Objects and arrays

extension JSONWriter {
  /// Opens an object; ``endObject()`` closes it.
  public mutating func beginObject() { begin(.object, 0x7B) }

  /// Closes the object that was opened last.
  public mutating func endObject() { end(.object, 0x7D) }

  /// Opens an array; ``endArray()`` closes it.
  public mutating func beginArray() { begin(.array, 0x5B) }

  /// Closes the array that was opened last.
  public mutating func endArray() { end(.array, 0x5D) }

  /// Writes a name; one value must follow.
  public mutating func name(_ name: String) {
    // safe: the order of calls is the program's, whatever the values hold.
    precondition(open.last == .object && !followsName, "a name stands outside an object or before a name")
    separate()
    quote(name)
    bytes.append(0x3A)
    if style == .indented { bytes.append(0x20) }
    followsName = true
  }

  /// Writes an object whose members the closure writes.
  public mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    endObject()
  }

  /// Writes an array whose elements the closure writes.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) {
    beginArray()
    elements(&self)
    endArray()
  }

  /// Writes a name and an object.
  public mutating func object(_ name: String, _ members: (inout JSONWriter) -> Void) {
    self.name(name)
    object(members)
  }

  /// Writes a name and an array.
  public mutating func array(_ name: String, _ elements: (inout JSONWriter) -> Void) {
    self.name(name)
    array(elements)
  }

  private mutating func begin(_ container: Container, _ bracket: UInt8) {
    startValue()
    bytes.append(bracket)
    open.append(container)
    isFirst = true
  }

  private mutating func end(_ container: Container, _ bracket: UInt8) {
    // safe: the order of calls is the program's, whatever the values hold.
    precondition(open.last == container && !followsName, "brackets do not pair, or a name has no value")
    open.removeLast()
    if !isFirst { breakLine() }
    bytes.append(bracket)
    isFirst = false
  }

  /// What comes before a value: nothing after a name, else the comma and line of an array's element.
  private mutating func startValue() {
    // safe: the order of calls is the program's, whatever the values hold.
    precondition(followsName || open.last != .object, "a value stands in an object without a name")
    if followsName { followsName = false } else if !open.isEmpty { separate() }
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    breakLine()
    isFirst = false
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: open.count * 2))
  }
}

// MARK: - Values

extension JSONWriter {
  /// Writes a string.
  public mutating func string(_ value: String) {
    startValue()
    quote(value)
  }

  /// Writes UTF-8 bytes as a string; malformed parts become U+FFFD.
  public mutating func string(utf8 value: [UInt8]) {
    startValue()
    quote(value)
  }

  /// Writes an integer.
  public mutating func int(_ value: Int) { int64(Int64(value)) }

  /// Writes an integer of 64 bits, which `Int` is not everywhere.
  public mutating func int64(_ value: Int64) {
    startValue()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes a number in the shortest form that reads back as the same value; whole numbers up to 2⁵³ without a
  /// fraction, zero without a sign. Infinity and NaN, which JSON does not have, are `null`.
  public mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    if value.magnitude <= 9_007_199_254_740_992, value == value.rounded(.towardZero) {
      return int64(Int64(value))
    }
    startValue()
    bytes.append(contentsOf: value.description.utf8)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) {
    startValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes `null`.
  public mutating func null() {
    startValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes a value that was read; numbers as they were written.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let written):
      startValue()
      bytes.append(contentsOf: written.utf8)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        name(member.name)
        self.value(member.value)
      }
      endObject()
    }
  }

  /// Writes a name and a string.
  public mutating func field(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  /// Writes a name and an integer.
  public mutating func field(_ name: String, _ value: Int) {
    self.name(name)
    int(value)
  }

  /// Writes a name and a number.
  public mutating func field(_ name: String, _ value: Double) {
    self.name(name)
    double(value)
  }

  /// Writes a name and `true` or `false`.
  public mutating func field(_ name: String, _ value: Bool) {
    self.name(name)
    bool(value)
  }

  /// Writes a name and `null`.
  public mutating func nullField(_ name: String) {
    self.name(name)
    null()
  }
}

// MARK: - Strings

extension JSONWriter {
  private mutating func quote(_ value: String) {
    var value = value
    bytes.append(0x22)
    value.withUTF8 { appendEscaped($0) }
    bytes.append(0x22)
  }

  private mutating func quote(_ value: [UInt8]) {
    bytes.append(0x22)
    // safe: read within the closure only.
    UTF8Bytes.repaired(value).withUnsafeBufferPointer { appendEscaped($0) }
    bytes.append(0x22)
  }

  /// Adds text, what needs no escape in runs.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (at, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
      // safe: slices of the buffer at hand, which is not kept.
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
      escape(byte)
      start = at + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// RFC 8259, section 7: the quotation mark, the reverse solidus and the controls below U+0020.
  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x08: bytes.append(contentsOf: [0x5C, 0x62])
    case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
    case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
    case 0x0C: bytes.append(contentsOf: [0x5C, 0x66])
    case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
    case 0..<0x20:
      let digit = byte & 0x0F
      let low = digit < 10 ? 0x30 + digit : 0x57 + digit
      bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, 0x30 + byte >> 4, low])
    default: bytes.append(byte)
    }
  }
}
