import PremarkDocument

/// How a run looks, as far as it changes what is read. Nil is "not said here".
struct RunLook {
  /// Ink as far as it matters.
  enum Ink { case white, dark }

  /// Fonts whose letters are pictures.
  enum SymbolFont { case symbol, wingdings, wingdings2, wingdings3, webdings }

  /// Size of text whose size is said nowhere (ECMA-376-1 17.3.2.38): 10 pt, in half-points.
  static let standardSize = 20

  var isBold: Bool?
  var isItalic: Bool?
  /// `w:vanish`.
  var isVanished: Bool?
  var ink: Ink?
  /// In half-points.
  var size: Int?
  var isUnderlined: Bool?
  /// True where the run has a background that is not white.
  var isShaded: Bool?
  var symbolFont: SymbolFont?

  /// The look with what is missing taken from `base`.
  func over(_ base: RunLook) -> RunLook {
    RunLook(
      isBold: isBold ?? base.isBold, isItalic: isItalic ?? base.isItalic,
      isVanished: isVanished ?? base.isVanished, ink: ink ?? base.ink, size: size ?? base.size,
      isUnderlined: isUnderlined ?? base.isUnderlined,
      isShaded: isShaded ?? base.isShaded, symbolFont: symbolFont ?? base.symbolFont)
  }

  /// A character style's look over a paragraph style's: toggles set in both cancel out (ECMA-376-1 17.7.3).
  func toggling(_ paragraph: RunLook) -> RunLook {
    var look = over(paragraph)
    if isBold == true && paragraph.isBold == true { look.isBold = false }
    if isItalic == true && paragraph.isItalic == true { look.isItalic = false }
    if isVanished == true && paragraph.isVanished == true { look.isVanished = false }
    return look
  }

  /// True at 1 pt or less.
  var isTiny: Bool { size.map { $0 <= 2 } ?? false }

  /// Reads a child of `w:rPr`.
  mutating func take(_ scanner: XmlScanner) {
    switch scanner.wordName {
    case .b: isBold = scanner.isOn
    case .i: isItalic = scanner.isOn
    case .vanish: isVanished = scanner.isOn
    case .color: ink = Self.isWhite(scanner, scanner.word(.val)) ? .white : .dark
    case .sz: size = scanner.integer(scanner.word(.val))
    case .u: isUnderlined = !scanner.equals(scanner.word(.val), "none")
    case .highlight:
      isShaded = !scanner.equals(scanner.word(.val), "none") && !scanner.equals(scanner.word(.val), "white")
    case .shd: isShaded = Self.isShading(scanner)
    case .rFonts: symbolFont = Self.symbolFont(scanner)
    default: break
    }
  }

  /// True where a `w:shd` paints something else than white.
  static func isShading(_ scanner: XmlScanner) -> Bool {
    if let value = scanner.word(.val), !scanner.equals(value, "clear"), !scanner.equals(value, "nil") {
      return true
    }
    if let theme = scanner.word(.themeFill), !scanner.equals(theme, "background1") { return true }
    guard let fill = scanner.word(.fill), !scanner.equals(fill, "auto") else { return false }
    return !isWhite(scanner, fill)
  }

  /// Every channel above 0xF0.
  private static func isWhite(_ scanner: XmlScanner, _ value: XmlScanner.Value?) -> Bool {
    guard let value, value.range.count == 6, let number = scanner.hexadecimal(value) else { return false }
    return number & 0xFF > 0xF0 && number >> 8 & 0xFF > 0xF0 && number >> 16 & 0xFF > 0xF0
  }

  private static func symbolFont(_ scanner: XmlScanner) -> SymbolFont? {
    guard let value = scanner.word(.ascii) ?? scanner.word(.hAnsi) else { return nil }
    return SymbolFont(scanner.bytes(of: value))
  }
}

extension RunLook.SymbolFont {
  /// The font of that name, nil for one with letters.
  init?(_ name: [UInt8]) {
    let name = name.map { $0.lowered }
    if name.elementsEqual("symbol".utf8) {
      self = .symbol
    } else if name.elementsEqual("wingdings".utf8) {
      self = .wingdings
    } else if name.elementsEqual("wingdings 2".utf8) {
      self = .wingdings2
    } else if name.elementsEqual("wingdings 3".utf8) {
      self = .wingdings3
    } else if name.elementsEqual("webdings".utf8) {
      self = .webdings
    } else {
      return nil
    }
  }

  /// The character that a code of the font stands for, nil where none is near.
  ///
  /// Codes 0xF020–0xF0FF are the font's own (ECMA-376-1 17.3.3.30). Ticks, boxes, bullets, arrows and the Greek
  /// letters of Symbol are known; other pictures say nothing.
  func scalar(_ code: UInt32) -> UInt32? {
    let code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    switch self {
    case .wingdings: return Self.wingdings(code)
    case .wingdings2: return Self.wingdings2(code)
    case .wingdings3: return code >= 0x20 ? 0x2192 : nil
    case .webdings: return code == 0x61 ? 0x2713 : code == 0x72 ? 0x2717 : code == 0x63 ? 0x2610 : nil
    case .symbol: return Self.symbol(code)
    }
  }

  private static func wingdings(_ code: UInt32) -> UInt32? {
    switch code {
    case 0x6C, 0x9F, 0xB7: 0x2022
    case 0x6E, 0xA7: 0x25AA
    case 0x6F, 0x71, 0x72, 0xA8: 0x2610
    case 0x75, 0x76: 0x25C6
    case 0xD8, 0xE0, 0xE8, 0xF0: 0x2192
    case 0xDF, 0xE7, 0xEF: 0x2190
    case 0xFB: 0x2717
    case 0xFC: 0x2713
    case 0xFD, 0x78: 0x2612
    case 0xFE: 0x2611
    case 0x4A: 0x263A
    case 0x4B: 0x1F610
    case 0x4C: 0x2639
    default: nil
    }
  }

  private static func wingdings2(_ code: UInt32) -> UInt32? {
    switch code {
    case 0x50: 0x2713
    case 0x4F: 0x2717
    case 0x52: 0x2611
    case 0x51, 0x53, 0x54: 0x2612
    case 0xA3, 0x2A, 0x30: 0x2610
    case 0x95, 0x96, 0x97, 0x98: 0x2022
    default: nil
    }
  }

  private static func symbol(_ code: UInt32) -> UInt32? {
    let greek: [UInt32] = [
      0x391, 0x392, 0x3A7, 0x394, 0x395, 0x3A6, 0x393, 0x397, 0x399, 0x3D1, 0x39A, 0x39B, 0x39C, 0x39D, 0x39F,
      0x3A0, 0x398, 0x3A1, 0x3A3, 0x3A4, 0x3A5, 0x3C2, 0x3A9, 0x39E, 0x3A8, 0x396,
    ]
    switch code {
    case 0x41...0x5A: return greek[Int(code - 0x41)]
    case 0x61...0x7A: return greek[Int(code - 0x61)] + (code == 0x6A || code == 0x76 ? 0 : 0x20)
    case 0x20...0x40: return code
    case 0xB7: return 0x2022
    case 0xA3: return 0x2264
    case 0xB3: return 0x2265
    case 0xAE, 0xDE: return 0x2192
    case 0xB1, 0xB0: return code
    case 0xB4: return 0xD7
    case 0xB8: return 0xF7
    case 0xB9: return 0x2260
    case 0xBB: return 0x2248
    case 0xBC: return 0x2026
    default: return nil
    }
  }
}

extension RunLook.SymbolFont {
  /// Text set in the font, as what is seen: pictures in the private use area, or one or two letters that are ticks
  /// or boxes. Longer runs of letters are left alone: they were typed as words.
  func text(of bytes: [UInt8]) -> [UInt8] {
    let isTick = self != .symbol && bytes.count <= 2
    var text: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let (value, length) = bytes.scalar(at: at)
      let isPicture = value >= 0xF000 && value <= 0xF0FF || isTick && value > 0x20 && value < 0x100
      if isPicture {
        if let scalar = scalar(value) { text.appendScalar(scalar) }
      } else {
        text.append(contentsOf: bytes[at..<min(at + length, bytes.count)])
      }
      at += length
    }
    return text
  }
}
