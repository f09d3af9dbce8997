/// A JSON text as data (RFC 8259).
public indirect enum JSONValue: Sendable, Equatable {
  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: JSONValue

    /// Makes one.
    public init(name: String, value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  case null
  case bool(Bool)
  /// As written; nothing here needs to reckon with it.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// In the order written; names may repeat.
  case object([Member])

  /// The value of the last member of that name; nil where there is none or this is no object.
  public subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The text of a string.
  public var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The members of an object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// What is wrong with a JSON text.
public struct JSONError: Error, Equatable {
  /// Line, from 1.
  public let line: Int
  /// What was expected there, lower case, no full stop.
  public let message: String

  /// Makes one.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

/// Reads JSON text. Linear; nesting deeper than ``deepest`` is refused.
public struct JSONReader {
  /// Levels of arrays and objects.
  public static let deepest = 64

  private let text: [UInt8]
  private var at = 0

  private init(_ text: [UInt8]) { self.text = text }

  /// Reads a whole text.
  public static func read(_ text: [UInt8]) throws(JSONError) -> JSONValue {
    var reader = JSONReader(text)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { reader.at = 3 }
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.at == text.count else { throw reader.error("expected the end of the file") }
    return value
  }

  private func error(_ message: String) -> JSONError {
    JSONError(line: text[..<min(at, text.count)].count { $0 == 0x0A } + 1, message: message)
  }

  private var byte: UInt8? { at < text.count ? text[at] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    skipSpace()
    guard byte == wanted else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= Self.deepest else { throw error("nested more than \(Self.deepest) levels deep") }
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(_ depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    if take(UInt8(ascii: "}")) { return .object(members) }
    repeat {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw error("expected a name in quotes") }
      let name = try string()
      guard take(UInt8(ascii: ":")) else { throw error("expected ':'") }
      members.append(JSONValue.Member(name: name, value: try value(depth: depth + 1)))
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw error("expected ',' or '}'") }
    return .object(members)
  }

  private mutating func array(_ depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var elements: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(elements) }
    repeat { elements.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw error("expected ',' or ']'") }
    return .array(elements)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let bytes = Array(word.utf8)
    guard text[at...].starts(with: bytes) else { throw error("expected a value") }
    at += bytes.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    while let byte, 0x30...0x39 ~= byte || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte) { at += 1 }
    guard at > start, text[start] == 0x2D || 0x30...0x39 ~= text[start] else {
      throw error("expected a value")
    }
    return .number(String(decoding: text[start..<at], as: UTF8.self))
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var bytes: [UInt8] = []
    while let byte {
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &bytes)
      case 0x00...0x1F: throw error("a text must end on its line")
      default: bytes.append(byte)
      }
    }
    throw error("a text is not closed")
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONError) {
    let byte = byte ?? 0
    at += 1
    switch byte {
    case UInt8(ascii: "n"): bytes.append(0x0A)
    case UInt8(ascii: "t"): bytes.append(0x09)
    case UInt8(ascii: "r"): bytes.append(0x0D)
    case UInt8(ascii: "b"): bytes.append(0x08)
    case UInt8(ascii: "f"): bytes.append(0x0C)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(byte)
    case UInt8(ascii: "u"): try unicode(into: &bytes)
    default: throw error("unknown escape in a text")
    }
  }

  /// `\uXXXX`, two of them where the first is the first half of a pair.
  private mutating func unicode(into bytes: inout [UInt8]) throws(JSONError) {
    var value = try hexadecimal()
    if 0xD800...0xDBFF ~= value, text[min(at, text.count)...].starts(with: [0x5C, 0x75]) {
      at += 2
      let second = try hexadecimal()
      value = 0xDC00...0xDFFF ~= second ? 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00) : 0xFFFD
    }
    let scalar = Unicode.Scalar(value) ?? Unicode.Scalar(0xFFFD as UInt16) ?? " "
    bytes += Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Self.digit(byte) else { throw error("expected four hexadecimal digits") }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x37
    case 0x61...0x66: UInt32(byte) - 0x57
    default: nil
    }
  }
}
