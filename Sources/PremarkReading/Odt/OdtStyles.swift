import PremarkDocument

/// The styles of a document, as far as they change what is read.
struct OdtStyles {
  /// A paragraph, text or cell style, with what it takes from its parents already in it once resolved.
  struct Style {
    var parent: [UInt8] = []
    var look = Look()
    /// From `style:default-outline-level`; 0 where it says "none".
    var outlineLevel: Int?
    var listStyle: [UInt8]?
    var isTitle = false
    var isQuote = false
    var isShaded: Bool?
  }

  /// How text looks. Nil is "not said here".
  struct Look {
    var isBold: Bool?
    var isItalic: Bool?
    var isHidden: Bool?
    var isWhite: Bool?
    var isPainted: Bool?
    var isUnderlined: Bool?
    /// In half-points.
    var size: Int?

    /// The look with what is missing taken from `base`.
    func over(_ base: Look) -> Look {
      Look(
        isBold: isBold ?? base.isBold, isItalic: isItalic ?? base.isItalic,
        isHidden: isHidden ?? base.isHidden,
        isWhite: isWhite ?? base.isWhite, isPainted: isPainted ?? base.isPainted,
        isUnderlined: isUnderlined ?? base.isUnderlined, size: size ?? base.size)
    }
  }

  /// Key of a style: the first letter of its family, then its name.
  private var styles: [[UInt8]: Style] = [:]
  /// List styles by name.
  private(set) var lists: [[UInt8]: OdtListStyle] = [:]
  /// The numbering of headings.
  private(set) var outline = OdtListStyle()

  private static let deepestParent = 32

  /// Reads the styles of a part; later ones of the same name win.
  mutating func read(_ bytes: [UInt8], part: String) throws(ReadingError) {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: OdtName.vocabulary)
    while true {
      switch try scanner.next() {
      case .finish: return
      case .start:
        switch (scanner.namespace, scanner.odtName) {
        case (OdtSpace.style, .style), (OdtSpace.style, .defaultStyle): try readStyle(&scanner)
        case (OdtSpace.text, .listStyle): try readList(&scanner, isOutline: false)
        case (OdtSpace.text, .outlineStyle): try readList(&scanner, isOutline: true)
        case (OdtSpace.office, .text): try scanner.skipElement()
        default: break
        }
      case .end, .text: break
      }
    }
  }

  private mutating func readStyle(_ scanner: inout XmlScanner) throws(ReadingError) {
    let depth = scanner.depth
    let isDefault = scanner.odtName == .defaultStyle
    let family = scanner.odt(OdtSpace.style, .family) ?? []
    let name = isDefault ? [] : scanner.odt(OdtSpace.style, .name) ?? []
    var style = Style()
    style.parent = scanner.odt(OdtSpace.style, .parentStyleName) ?? []
    style.listStyle = scanner.odt(OdtSpace.style, .listStyleName)
    if let level = scanner.odt(OdtSpace.style, .defaultOutlineLevel) {
      style.outlineLevel = level.first.map { $0.isDigit ? Int($0 - 0x30) : 0 } ?? 0
    }
    style.note(name: scanner.odt(OdtSpace.style, .displayName) ?? name)
    while scanner.depth >= depth {
      let event = try scanner.next()
      if event == .finish { break }
      guard event == .start else { continue }
      if scanner.odtName == .textProperties || scanner.odtName == .tableCellProperties
        || scanner.odtName == .paragraphProperties
      {
        style.take(scanner)
      }
    }
    styles[Self.key(family, name)] = style
  }

  private mutating func readList(_ scanner: inout XmlScanner, isOutline: Bool) throws(ReadingError) {
    let depth = scanner.depth
    let name = scanner.odt(OdtSpace.style, .name) ?? []
    var list = OdtListStyle()
    while scanner.depth >= depth {
      let event = try scanner.next()
      if event == .finish { break }
      if event == .start { list.take(scanner) }
    }
    if isOutline { outline = list } else { lists[name] = list }
  }

  private static func key(_ family: [UInt8], _ name: [UInt8]) -> [UInt8] { family.prefix(9) + [0] + name }

  /// A style with all that its parents say.
  func style(_ family: StaticString, _ name: [UInt8]?) -> Style {
    let family = family.withUTF8Buffer { Array($0) }
    var found = Style()
    var name = name ?? []
    for _ in 0..<Self.deepestParent {
      guard !name.isEmpty, let style = styles[Self.key(family, name)] else { break }
      found.take(under: style)
      name = style.parent
    }
    // The default is what all paragraphs of the family rest on.
    if let base = styles[Self.key(family, [])] { found.take(under: base) }
    return found
  }
}

extension OdtStyles.Style {
  /// Takes what is missing from a style further up.
  fileprivate mutating func take(under base: OdtStyles.Style) {
    look = look.over(base.look)
    outlineLevel = outlineLevel ?? base.outlineLevel
    listStyle = listStyle ?? base.listStyle
    isTitle = isTitle || base.isTitle
    isQuote = isQuote || base.isQuote
    isShaded = isShaded ?? base.isShaded
  }

  /// Knows titles and quotations by the names that word processors give them.
  fileprivate mutating func note(name: [UInt8]) {
    var key: [UInt8] = []
    var i = 0
    while i < name.count {
      // "_20_" is a space in a style's name.
      if name.has("_20_", at: i, before: name.count) {
        i += 4
        continue
      }
      if name[i].isLetterOrDigit { key.append(name[i].lowered) }
      i += 1
    }
    isTitle = key.elementsEqual("title".utf8)
    isQuote = ["quote", "intensequote", "blocktext", "quotations", "blockquote"].contains {
      key.elementsEqual($0.utf8)
    }
  }

  /// Reads a properties element.
  fileprivate mutating func take(_ scanner: XmlScanner) {
    let fo = OdtSpace.format
    if let colour = scanner.odt(fo, .backgroundColor) {
      let isPaint = HtmlColour.isPaint(colour.map { $0.lowered })
      if scanner.odtName == .tableCellProperties { isShaded = isPaint }
      look.isPainted = isPaint
    }
    guard scanner.odtName == .textProperties else { return }
    if let weight = scanner.odt(fo, .fontWeight) {
      look.isBold = weight.starts(with: "bold".utf8) || weight.first.map { $0 >= 0x36 && $0 <= 0x39 } ?? false
    }
    if let slant = scanner.odt(fo, .fontStyle) {
      look.isItalic = slant.starts(with: "italic".utf8) || slant.starts(with: "oblique".utf8)
    }
    if let colour = scanner.odt(fo, .color) { look.isWhite = HtmlColour.isWhite(colour.map { $0.lowered }) }
    if let shown = scanner.odt(OdtSpace.text, .display) { look.isHidden = shown.elementsEqual("none".utf8) }
    if let line = scanner.odt(OdtSpace.style, .textUnderlineStyle) {
      look.isUnderlined = !line.elementsEqual("none".utf8)
    }
    if let size = scanner.odt(fo, .fontSize), size.last == UInt8(ascii: "t") {
      look.size = Self.halfPoints(size)
    }
  }

  /// "12.5pt" in half-points.
  private static func halfPoints(_ value: [UInt8]) -> Int? {
    var whole = 0
    var i = 0
    while i < value.count, value[i].isDigit, i < 5 {
      whole = whole * 10 + Int(value[i] - 0x30)
      i += 1
    }
    guard i > 0 else { return nil }
    let half = i + 1 < value.count && value[i] == UInt8(ascii: ".") && value[i + 1] >= UInt8(ascii: "5")
    return whole * 2 + (half ? 1 : 0)
  }
}
