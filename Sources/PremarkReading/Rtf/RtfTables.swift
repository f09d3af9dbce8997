/// The tables at the head of an RTF file: fonts, colours, styles, and the code page of the text.
struct RtfTables {
  /// What a paragraph style says.
  struct Style {
    var headingLevel: Int?
    var isQuote = false
  }

  /// Code page by font number.
  private var pages: [Int: Int] = [:]
  private(set) var symbols: [Int: RunLook.SymbolFont] = [:]
  var styles: [Int: Style] = [:]
  /// Whether each colour is white: 1, or not: 0.
  var colours: [Int] = []
  var defaultPage = 1252
  var defaultFont = 0
  private var decoded: [Int: CodePage] = [:]

  /// The font, style or colour that is being read.
  var number = 0
  var outlineLevel: Int?
  var channels = (red: 0, green: 0, blue: 0)

  /// Notes what `\fcharset` says about the font (RTF 1.9.1, "Font table").
  mutating func note(charset: Int) {
    switch charset {
    case 0, 1: pages[number] = nil
    case 77: pages[number] = 10000
    case 128: pages[number] = 932
    case 129: pages[number] = 949
    case 134: pages[number] = 936
    case 136: pages[number] = 950
    case 161: pages[number] = 1253
    case 162: pages[number] = 1254
    case 163: pages[number] = 1258
    case 177: pages[number] = 1255
    case 178: pages[number] = 1256
    case 186: pages[number] = 1257
    case 204: pages[number] = 1251
    case 238: pages[number] = 1250
    case 254: pages[number] = 437
    case 255: pages[number] = 850
    default: break
    }
  }

  mutating func note(page: Int) { if page > 0 { pages[number] = page } }

  /// Notes the name of the font.
  mutating func note(fontName: [UInt8]) {
    if let symbol = RunLook.SymbolFont(fontName) { symbols[number] = symbol }
  }

  /// Notes the name of the style, which says what a heading is in English; its outline level says it in any language.
  mutating func note(styleName: [UInt8]) {
    let key = styleName.filter { $0.isLetterOrDigit }.map { $0.lowered }
    var style = Style()
    if let level = outlineLevel, level < 9 { style.headingLevel = level + 1 }
    if key.starts(with: "heading".utf8), key.count == 8, key[7].isDigit {
      style.headingLevel = Int(key[7] - 0x30)
    }
    if key.elementsEqual("title".utf8) { style.headingLevel = 1 }
    style.isQuote = ["quote", "intensequote", "blocktext", "quotations", "blockquote"].contains {
      key.elementsEqual($0.utf8)
    }
    styles[number] = style
  }

  /// Ends a colour at its semicolon.
  mutating func endColour() {
    colours.append(channels.red > 0xF0 && channels.green > 0xF0 && channels.blue > 0xF0 ? 1 : 0)
    channels = (0, 0, 0)
  }

  /// True for the number of a white colour; 0 is the automatic one.
  func isWhite(_ colour: Int) -> Bool { colour > 0 && colour < colours.count && colours[colour] == 1 }

  /// The number of the code page that a font's bytes are in.
  func page(_ font: Int) -> Int { pages[font] ?? defaultPage }

  /// The scalar value of a byte in a code page of one byte.
  mutating func scalar(_ byte: UInt8, page: Int) -> UInt32 {
    if let known = decoded[page] { return known.scalar(byte) }
    let made = CodePage(page)
    decoded[page] = made
    return made.scalar(byte)
  }
}
