extension UTF8Bytes {
  /// Number of terminal columns that a range of text takes, to align a caret or a table under it.
  ///
  /// Combining marks and zero-width characters take none, wide East Asian characters and emoji two, everything else
  /// one, control characters too; a caller who prints tabs widens them first. Linear in the range.
  ///
  /// - Source: Unicode Standard Annex 11 (values W and F), by block.
  public static func displayWidth(of text: [UInt8], in range: Range<Int>) -> Int {
    var width = 0
    let range = range.clamped(to: 0..<text.count)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = scalar(in: text, at: offset)
      width += columns(of: value)
      offset += length
    }
    return width
  }

  /// Number of terminal columns that a whole text takes.
  public static func displayWidth(of text: [UInt8]) -> Int { displayWidth(of: text, in: 0..<text.count) }

  private static func columns(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return scalar == 0xAD ? 0 : 1 }
    switch CharacterClass(scalar) {
    case .mark, .ignorable: return 0
    default: break
    }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
