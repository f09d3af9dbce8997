/// Tick boxes typed with brackets: "[ ]", "[x]".
enum CheckBox {
  /// What a page shows for the character between the brackets, or nil where it is no tick (GFM 5.3).
  static func shown(_ byte: UInt8) -> StaticString? {
    switch byte {
    case 0x20: "\u{2610}"
    case UInt8(ascii: "x"), UInt8(ascii: "X"): "\u{2612}"
    default: nil
    }
  }
}
