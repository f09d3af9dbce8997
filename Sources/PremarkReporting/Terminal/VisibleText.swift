import PremarkText

/// Text as a terminal may safely show it.
///
/// A submission can hold bytes that a terminal obeys (ESC sequences, U+009B) or that turn text round (bidirectional
/// controls), so that a reader would see other words than the learner's. Such characters are shown by number,
/// `<U+001B>`; white space of every kind becomes one space.
struct VisibleText {
  /// One scalar, or what stands for it.
  struct Glyph {
    /// UTF-8.
    let bytes: ArraySlice<UInt8>
    /// Terminal columns.
    let columns: Int
    /// True for a space at which a line may break.
    var isSpace: Bool { columns == 1 && bytes.first == 0x20 }
  }

  /// In order.
  private(set) var glyphs: [Glyph] = []

  /// Terminal columns of all of it.
  var columns: Int { glyphs.reduce(0) { $0 + $1.columns } }

  /// Reads `text`, malformed UTF-8 as U+FFFD.
  ///
  /// - Parameters:
  ///   - isPlain: typographic signs become ASCII ones; letters stay.
  ///   - keepsEnds: white space at the ends stays, as one space.
  ///   - keepsSpaces: spaces stay as many as they are.
  init(_ text: [UInt8], isPlain: Bool, keepsEnds: Bool = false, keepsSpaces: Bool = false) {
    var offset = 0
    glyphs.reserveCapacity(text.count)
    while offset < text.count {
      let (value, length) = UTF8Bytes.scalar(in: text, at: offset)
      if Self.isWhiteSpace(value) {
        let follows = glyphs.last.map { !$0.isSpace } ?? keepsEnds
        if keepsSpaces || follows { glyphs.append(Glyph(bytes: [0x20], columns: 1)) }
      } else {
        append(value, in: text, offset..<offset + length, isPlain)
      }
      offset += max(length, 1)
    }
    if !keepsSpaces, !keepsEnds, glyphs.last?.isSpace == true { glyphs.removeLast() }
  }

  private mutating func append(_ value: UInt32, in text: [UInt8], _ range: Range<Int>, _ isPlain: Bool) {
    if Self.isControl(value) {
      for byte in Self.number(value) { glyphs.append(Glyph(bytes: [byte], columns: 1)) }
    } else if isPlain, let plain = Self.plain(value) {
      for byte in plain.utf8 { glyphs.append(Glyph(bytes: [byte], columns: 1)) }
    } else if value == UTF8Bytes.replacement {
      glyphs.append(Glyph(bytes: [0xEF, 0xBF, 0xBD], columns: 1))
    } else {
      glyphs.append(Glyph(bytes: text[range], columns: UTF8Bytes.displayWidth(of: text, in: range)))
    }
  }

  private static func isWhiteSpace(_ value: UInt32) -> Bool {
    value == 0x20 || (0x09...0x0D).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Characters that a terminal obeys or that move other characters: C0, DEL, C1, the bidirectional controls of
  /// UAX 9, what has no width, and the tag characters.
  static func isControl(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    var digits = Array(String(value, radix: 16, uppercase: true).utf8)
    while digits.count < 4 { digits.insert(UInt8(ascii: "0"), at: 0) }
    return Array("<U+".utf8) + digits + Array(">".utf8)
  }

  private static func plain(_ value: UInt32) -> String? {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F: " "
    case 0x2018, 0x2019, 0x201A, 0x2032: "'"
    case 0x201C, 0x201D, 0x201E, 0x2033: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    case 0x2022, 0x25AA, 0x25CF, 0xB7: "*"
    case 0x203A: ">"
    case 0x2192: "->"
    case 0x2265: ">="
    case 0x2264: "<="
    case 0xD7: "x"
    default: nil
    }
  }
}
