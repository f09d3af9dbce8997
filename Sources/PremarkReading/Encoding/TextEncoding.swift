public import PremarkDocument

/// Turns the bytes of a text file into valid UTF-8 with "\n" line ends.
///
/// The encoding is decided by content, never by locale: a byte order mark; UTF-16 seen by its NUL bytes; valid
/// UTF-8; else Windows-1252, as browsers read Latin text (WHATWG Encoding Standard, index windows-1252).
public enum TextEncoding {
  /// The encodings that are told apart.
  public enum Name: Equatable, Sendable {
    case utf8, utf16LittleEndian, utf16BigEndian, utf32LittleEndian, utf32BigEndian, windows1252
  }

  /// Text in the one form that the readers work on.
  public struct Decoded: Sendable {
    /// Valid UTF-8; lines end in "\n"; no NUL; tabs kept; a form feed is an empty line.
    public let text: [UInt8]
    /// What the bytes were taken to be.
    public let encoding: Name
    /// Set when characters had to be replaced.
    public let warnings: [ReadingWarning]
  }

  /// Decodes a whole file.
  ///
  /// - Throws: `binary-content` where the bytes are no text: NUL bytes, or more than one control byte in a hundred.
  /// - Complexity: O(*n*), at most three passes.
  public static func decode(_ bytes: [UInt8]) throws(ReadingError) -> Decoded {
    let name = encoding(of: bytes)
    var text: [UInt8]
    var replaced = 0
    switch name {
    case .utf8: text = utf8(bytes, from: hasUTF8Mark(bytes) ? 3 : 0, replaced: &replaced)
    case .utf16LittleEndian: text = utf16(bytes, high: 1, replaced: &replaced)
    case .utf16BigEndian: text = utf16(bytes, high: 0, replaced: &replaced)
    case .utf32LittleEndian: text = utf32(bytes, bigEndian: false, replaced: &replaced)
    case .utf32BigEndian: text = utf32(bytes, bigEndian: true, replaced: &replaced)
    case .windows1252: text = windows1252(bytes)
    }
    try refuseBinary(text)
    normaliseLines(&text)
    return Decoded(text: text, encoding: name, warnings: replaced == 0 ? [] : [replacedWarning(replaced)])
  }

  /// Which encoding `decode` would use.
  static func encoding(of bytes: [UInt8]) -> Name {
    if let marked = markedEncoding(bytes) { return marked }
    if let wide = wideEncoding(bytes) { return wide }
    var scan = UTF8Scan(bytes)
    scan.run()
    // One damaged byte in a text with many good sequences does not make it Latin-1.
    return scan.invalid == 0 || scan.multibyte > 4 * scan.invalid ? .utf8 : .windows1252
  }
}

extension TextEncoding {
  private static func hasUTF8Mark(_ b: [UInt8]) -> Bool { b.starts(with: [0xEF, 0xBB, 0xBF]) }

  private static func markedEncoding(_ b: [UInt8]) -> Name? {
    if hasUTF8Mark(b) { return .utf8 }
    if b.starts(with: [0xFF, 0xFE, 0, 0]) { return .utf32LittleEndian }
    if b.starts(with: [0, 0, 0xFE, 0xFF]) { return .utf32BigEndian }
    if b.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if b.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    return nil
  }

  /// UTF-16 without a mark: in Western text nearly every other byte is NUL, always on the same side.
  private static func wideEncoding(_ bytes: [UInt8]) -> Name? {
    let sample = min(bytes.count & ~1, 4096)
    guard sample >= 4 else { return nil }
    var even = 0
    var odd = 0
    for i in stride(from: 0, to: sample, by: 2) {
      if bytes[i] == 0 { even += 1 }
      if bytes[i + 1] == 0 { odd += 1 }
    }
    let pairs = sample / 2
    if odd * 2 > pairs, even * 20 < pairs { return .utf16LittleEndian }
    if even * 2 > pairs, odd * 20 < pairs { return .utf16BigEndian }
    return nil
  }

  private static func utf8(_ bytes: [UInt8], from start: Int, replaced: inout Int) -> [UInt8] {
    var scan = UTF8Scan(bytes, from: start)
    scan.run()
    if scan.invalid == 0 { return start == 0 ? bytes : Array(bytes[start...]) }
    replaced = scan.invalid
    scan = UTF8Scan(bytes, from: start)
    scan.keepsText = true
    scan.run()
    return scan.text
  }

  private static func utf16(_ bytes: [UInt8], high: Int, replaced: inout Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    var lead: UInt32 = 0
    for i in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt32(bytes[i + high]) << 8 | UInt32(bytes[i + 1 - high])
      if i == 0, unit == 0xFEFF { continue }
      if unit & 0xFC00 == 0xDC00, lead != 0 {
        text.appendScalar(0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00))
        lead = 0
        continue
      }
      if lead != 0 { replace(&text, &replaced) }
      lead = unit & 0xFC00 == 0xD800 ? unit : 0
      if lead == 0 { unit & 0xFC00 == 0xDC00 ? replace(&text, &replaced) : text.appendScalar(unit) }
    }
    if lead != 0 { replace(&text, &replaced) }
    return text
  }

  private static func utf32(_ bytes: [UInt8], bigEndian: Bool, replaced: inout Int) -> [UInt8] {
    var text: [UInt8] = []
    for i in stride(from: 4, to: bytes.count - 3, by: 4) {
      let b = (UInt32(bytes[i]), UInt32(bytes[i + 1]), UInt32(bytes[i + 2]), UInt32(bytes[i + 3]))
      let value =
        bigEndian
        ? b.0 << 24 | b.1 << 16 | b.2 << 8 | b.3 : b.3 << 24 | b.2 << 16 | b.1 << 8 | b.0
      if value > 0x10FFFF || value & 0xFFFF_F800 == 0xD800 {
        replace(&text, &replaced)
      } else {
        text.appendScalar(value)
      }
    }
    return text
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { text.appendScalar(windows1252Scalar(byte)) }
    }
    return text
  }

  private static func replace(_ text: inout [UInt8], _ replaced: inout Int) {
    text.appendScalar(0xFFFD)
    replaced += 1
  }

  private static func replacedWarning(_ count: Int) -> ReadingWarning {
    ReadingWarning(
      code: "replaced-characters",
      message: count == 1
        ? "One character could not be read and is shown as \u{FFFD}."
        : "\(count) characters could not be read and are shown as \u{FFFD}.")
  }

  private static func refuseBinary(_ text: [UInt8]) throws(ReadingError) {
    var controls = 0
    for (i, byte) in text.enumerated() where byte < 0x20 || byte == 0x7F {
      if byte == 0 { throw binaryContent(at: i) }
      // Tab, line feed, vertical tab, form feed and carriage return are text.
      if byte < 0x09 || byte > 0x0D { controls += 1 }
    }
    if controls > 4, controls * 100 > text.count { throw binaryContent(at: nil) }
  }

  private static func binaryContent(at offset: Int?) -> ReadingError {
    ReadingError(
      code: "binary-content", message: "the content is in a form we do not read",
      advice: "save it as .docx, .odt, .pdf, .html or plain text and hand that in", offset: offset)
  }

  /// CR LF, CR, vertical tab, U+0085 and U+2028 end a line; a form feed and U+2029 end a paragraph. In place.
  private static func normaliseLines(_ text: inout [UInt8]) {
    guard text.contains(where: { $0 >= 0x0B && $0 <= 0x0D || $0 == 0xC2 || $0 == 0xE2 }) else { return }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      let byte = text[i]
      switch byte {
      case 0x0D:
        out.append(0x0A)
        if i + 1 < text.count, text[i + 1] == 0x0A { i += 1 }
      case 0x0B: out.append(0x0A)
      case 0x0C: out.append(contentsOf: [0x0A, 0x0A])
      case 0xC2 where text[i + 1] == 0x85:
        out.append(0x0A)
        i += 1
      case 0xE2 where text[i + 1] == 0x80 && (text[i + 2] == 0xA8 || text[i + 2] == 0xA9):
        out.append(contentsOf: text[i + 2] == 0xA8 ? [0x0A] : [0x0A, 0x0A])
        i += 2
      default: out.append(byte)
      }
      i += 1
    }
    text = out
  }
}
