/// What a scalar is to the tokeniser.
enum CharacterClass {
  case letter, digit, space, apostrophe, mark, ignorable, symbol

  /// The class of any scalar value.
  ///
  /// Beyond Latin everything that is not in a block of punctuation, symbols or private use counts as a letter: the
  /// engine reads English, and names in other scripts only have to stay whole.
  @inline(__always)
  init(_ scalar: UInt32) {
    if scalar < 0x80 { self = Self.ofASCII(scalar) } else { self = Self.beyondASCII(scalar) }
  }

  @inline(__always)
  private static func ofASCII(_ scalar: UInt32) -> CharacterClass {
    if (scalar | 0x20) &- 0x61 < 26 { return .letter }
    if scalar &- 0x30 < 10 { return .digit }
    if scalar <= 0x20 || scalar == 0x7F { return .space }
    return scalar == 0x27 ? .apostrophe : .symbol
  }

  private static func beyondASCII(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xE0000...0xE0FFF:
      return .ignorable
    case 0x80...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      return .space
    case 0x2BC, 0x2018, 0x2019, 0x201B, 0xFF07: return .apostrophe
    case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
      return .mark
    case 0xFF10...0xFF19: return .digit
    case 0xAA, 0xB5, 0xBA: return .letter
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2C2...0x2DF, 0x37E, 0x387, 0x2010...0x2BFF, 0x3001...0x3004,
      0x3007...0x3030,
      0xE000...0xF8FF, 0xFE10...0xFE6F, 0xFF01...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF,
      0x1F000...0x1FAFF:
      return .symbol
    default: return .letter
    }
  }
}
