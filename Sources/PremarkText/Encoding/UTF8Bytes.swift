/// Reading UTF-8 bytes that may be damaged: nothing here traps, whatever the bytes are.
///
/// A malformed sequence counts as one U+FFFD for each maximal subpart, as the Unicode Standard recommends
/// (section 3.9, "U+FFFD Substitution of Maximal Subparts").
public enum UTF8Bytes {
  /// U+FFFD, which stands for what cannot be decoded.
  public static let replacement: UInt32 = 0xFFFD

  /// The scalar that starts at `offset`, and how many bytes it takes.
  ///
  /// - Returns: U+FFFD with the length of the malformed part (at least 1) where the bytes are not UTF-8, and
  ///   U+FFFD with length 0 where `offset` is outside the text.
  /// - Source: RFC 3629; table 3-7 of the Unicode Standard.
  @inline(__always)
  public static func scalar(in text: [UInt8], at offset: Int) -> (value: UInt32, length: Int) {
    guard offset >= 0, offset < text.count else { return (replacement, 0) }
    let lead = text[offset]
    if lead < 0x80 { return (UInt32(lead), 1) }
    return longScalar(in: text, at: offset, lead: lead)
  }

  /// True for bytes `10xxxxxx`, which never start a scalar.
  @inline(__always)
  public static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Appends a scalar in UTF-8; surrogates and values past U+10FFFF become U+FFFD.
  public static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      bytes.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
      bytes.append(tail(scalar, 0))
    case 0xD800..<0xE000, 0x11_0000...:
      append(replacement, to: &bytes)
    case 0x800..<0x1_0000:
      bytes.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
      bytes.append(tail(scalar, 6))
      bytes.append(tail(scalar, 0))
    default:
      bytes.append(0xF0 | UInt8(truncatingIfNeeded: scalar >> 18))
      bytes.append(tail(scalar, 12))
      bytes.append(tail(scalar, 6))
      bytes.append(tail(scalar, 0))
    }
  }

  /// True where the whole text is well-formed UTF-8. Linear.
  public static func isValid(_ text: [UInt8]) -> Bool { firstMalformed(in: text) == nil }

  /// Offset of the first byte that is not part of well-formed UTF-8, or nil. Linear.
  public static func firstMalformed(in text: [UInt8]) -> Int? {
    var offset = 0
    while offset < text.count {
      if text[offset] < 0x80 {
        offset += 1
        continue
      }
      let (value, length) = scalar(in: text, at: offset)
      if value == replacement, !isReplacement(text, offset) { return offset }
      offset += length
    }
    return nil
  }

  /// The text with every malformed part replaced by U+FFFD; the same array where there is none. Linear.
  public static func repaired(_ text: [UInt8]) -> [UInt8] {
    guard let first = firstMalformed(in: text) else { return text }
    var out = Array(text[..<first])
    out.reserveCapacity(text.count + 16)
    var offset = first
    while offset < text.count {
      let (value, length) = scalar(in: text, at: offset)
      append(value, to: &out)
      offset += length
    }
    return out
  }

  /// Number of scalars ("characters" in a diagnostic's column) in a range of the text. Linear in the range.
  ///
  /// Counts bytes that are not continuations, so that a range cut inside a scalar still has an answer.
  public static func characterCount(of text: [UInt8], in range: Range<Int>) -> Int {
    var count = 0
    for offset in range.clamped(to: 0..<text.count) where !isContinuation(text[offset]) { count += 1 }
    return count
  }

  private static func longScalar(in text: [UInt8], at offset: Int, lead: UInt8) -> (
    value: UInt32, length: Int
  ) {
    let wanted: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    var value: UInt32
    switch lead {
    case 0xC2...0xDF: (wanted, value) = (2, UInt32(lead & 0x1F))
    case 0xE0...0xEF:
      (wanted, value) = (3, UInt32(lead & 0x0F))
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      (wanted, value) = (4, UInt32(lead & 0x07))
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return (replacement, 1)
    }
    for index in 1..<wanted {
      let at = offset + index
      guard at < text.count, text[at] >= low, text[at] <= high else { return (replacement, index) }
      value = value << 6 | UInt32(text[at] & 0x3F)
      (low, high) = (0x80, 0xBF)
    }
    return (value, wanted)
  }

  @inline(__always)
  private static func tail(_ scalar: UInt32, _ shift: UInt32) -> UInt8 {
    0x80 | UInt8(truncatingIfNeeded: scalar >> shift) & 0x3F
  }

  private static func isReplacement(_ text: [UInt8], _ offset: Int) -> Bool {
    offset + 2 < text.count && text[offset] == 0xEF && text[offset + 1] == 0xBF && text[offset + 2] == 0xBD
  }
}
