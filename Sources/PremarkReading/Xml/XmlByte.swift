/// The bytes that mark XML up.
enum XmlByte {
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let bang = UInt8(ascii: "!")
  static let question = UInt8(ascii: "?")
  static let colon = UInt8(ascii: ":")
  static let equals = UInt8(ascii: "=")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let ampersand = UInt8(ascii: "&")
}

extension UInt8 {
  /// White space of XML 1.0 2.3 [3].
  var isXmlSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }

  /// A byte of a name (2.3 [4a]); all of non-ASCII is let through.
  var isXmlName: Bool {
    // From "-" to ":" stand figures, ".", ":" and "/", which ends a name.
    isXmlNameStart || self &- 0x2D < 0x0E && self != UInt8(ascii: "/")
  }

  /// The first byte of a name (2.3 [4]).
  var isXmlNameStart: Bool {
    (self | 0x20) &- 0x61 < 26 || self >= 0x80 || self == UInt8(ascii: "_") || self == UInt8(ascii: ":")
  }
}
