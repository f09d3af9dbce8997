/// The form in which words are compared: two spellings that an English reader takes for one word fold to the same
/// bytes.
///
/// - Letters are lower case; accents on Latin letters go, precomposed or combining ("Chloé" is "chloe"), and
///   ligatures come apart ("æ" is "ae", U+FB01 is "fi"). Full-width forms become ASCII.
/// - Curly and modifier apostrophes are `'`, curly double quotes `"`; U+2010, U+2011, U+2012 and the minus sign are
///   `-`. En and em dashes stay: they join ranges and clauses, not words.
/// - Soft hyphens, zero-width characters, direction marks and variation selectors go.
/// - Greek and Cyrillic are lower case and otherwise kept, as is everything else; malformed bytes are U+FFFD.
///
/// Folding is idempotent, so that a folded word may be folded again.
public enum Folding {
  /// The folded form of any text. Linear.
  public static func folded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
      append(scalar, to: &out)
      offset += length
    }
    return out
  }

  /// Appends the folded form of one scalar, which may be nothing.
  @inline(__always)
  static func append(_ scalar: UInt32, to out: inout [UInt8]) {
    if scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar)
      out.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    } else {
      appendBeyondASCII(scalar, to: &out)
    }
  }

  /// True for capitals of the Latin, Greek and Cyrillic scripts.
  @inline(__always)
  static func isCapital(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar &- 0x41 < 26 }
    if let base = latinBase(scalar) { return base &- 0x41 < 26 }
    switch scalar {
    case 0xC6, 0xDE, 0x152, 0x132, 0x391...0x3A9, 0x400...0x42F, 0xFF21...0xFF3A: return true
    default: return false
    }
  }

  private static func appendBeyondASCII(_ scalar: UInt32, to out: inout [UInt8]) {
    if let base = latinBase(scalar) { return out.append(base | 0x20) }
    switch CharacterClass(scalar) {
    case .ignorable, .mark: return
    case .apostrophe: return out.append(0x27)
    default: break
    }
    switch scalar {
    case 0x201C...0x201F, 0xFF02: out.append(0x22)
    case 0x2010...0x2012, 0x2212, 0xFE63: out.append(0x2D)
    case 0xC6, 0xE6: append("ae", to: &out)
    case 0x152, 0x153: append("oe", to: &out)
    case 0xDF, 0x1E9E: append("ss", to: &out)
    case 0xDE, 0xFE: append("th", to: &out)
    case 0x132, 0x133: append("ij", to: &out)
    case 0xFB00...0xFB06: append(ligatures[Int(scalar - 0xFB00)], to: &out)
    case 0x391...0x3A9, 0x410...0x42F: UTF8Bytes.append(scalar + 0x20, to: &out)
    case 0x400...0x40F: UTF8Bytes.append(scalar + 0x50, to: &out)
    case 0xFF01...0xFF5E: append(scalar - 0xFEE0, to: &out)
    default: UTF8Bytes.append(scalar, to: &out)
    }
  }

  private static func append(_ text: StaticString, to out: inout [UInt8]) {
    for offset in 0..<text.utf8CodeUnitCount { out.append(text.utf8Start[offset]) }
  }

  /// The letter under the accents, a capital for a capital; nil where there is none.
  private static func latinBase(_ scalar: UInt32) -> UInt8? {
    let base: UInt8
    switch scalar {
    case 0xC0..<0x250: base = latinLetters.utf8Start[Int(scalar - 0xC0)]
    case 0x1E00..<0x1F00: base = latinAdditional.utf8Start[Int(scalar - 0x1E00)]
    default: return nil
    }
    return base == 0x2E ? nil : base
  }

  private static let ligatures: [StaticString] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  // First letter of the canonical decomposition (UnicodeData.txt) of U+00C0 to U+024F, with the barred and dotless
  // letters that have none added by hand; "." where there is no such letter.
  private static let latinLetters: StaticString = """
    AAAAAA.CEEEEIIIIDNOOOOO.OUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi..JjKkkLlLlLl.\
    .LlNnNnNn.NnOoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs\
    ................................Oo.............Uu...............\
    .............AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa....\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............\
    ................
    """

  // The same for U+1E00 to U+1EFF (Latin Extended Additional).
  private static let latinAdditional: StaticString = """
    AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......
    """
}
