import PremarkDocument

/// A style with what it is based on folded in.
struct DocxStyle {
  /// How its text looks.
  var look = RunLook()
  /// Heading level from 1; 0 is body text by its own word (`w:outlineLvl` 9); nil where nothing is said.
  var headingLevel: Int?
  /// True for quotations.
  var isQuote: Bool?
  /// True where its paragraphs or cells have a background that is not white.
  var isShaded: Bool?
  /// The list it belongs to; 0 takes a paragraph out of lists.
  var numId: Int?
  /// Level in the list, from 0.
  var listLevel: Int?
  /// For a table style: first row or column shaded or bold.
  var marksFirstRow: Bool?
  var marksFirstColumn: Bool?

  /// The style with what is missing taken from `base`.
  func over(_ base: DocxStyle) -> DocxStyle {
    DocxStyle(
      look: look.over(base.look), headingLevel: headingLevel ?? base.headingLevel,
      isQuote: isQuote ?? base.isQuote, isShaded: isShaded ?? base.isShaded, numId: numId ?? base.numId,
      listLevel: listLevel ?? base.listLevel, marksFirstRow: marksFirstRow ?? base.marksFirstRow,
      marksFirstColumn: marksFirstColumn ?? base.marksFirstColumn)
  }
}

/// The styles of a document (ECMA-376-1 17.7).
struct DocxStyles {
  /// Longest chain of styles based on each other.
  private static let longestChain = 64

  private var ids = ByteTable()
  private var styles: [DocxStyle] = []
  private var bases: [[UInt8]] = []
  private var defaults = RunLook()
  private var defaultParagraph = DocxStyle()

  /// No styles at all.
  init() { defaultParagraph.look = defaults }

  /// Reads the styles part.
  init(_ bytes: [UInt8], part: String) throws(ReadingError) {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    var defaultIndex: Int?
    while true {
      let event = try scanner.next()
      if event == .finish { break }
      guard event == .start else { continue }
      switch scanner.wordName {
      case .rPrDefault:
        var look = RunLook()
        try Self.readLook(&scanner, into: &look)
        defaults = look
      case .style:
        let isDefault = scanner.word(.default).map {
          !scanner.equals($0, "0") && !scanner.equals($0, "false")
        }
        let isParagraph = scanner.word(.type).map { scanner.equals($0, "paragraph") } ?? true
        let index = try readStyle(&scanner)
        if isDefault == true, isParagraph, defaultIndex == nil { defaultIndex = index }
      default: break
      }
    }
    fold()
    if let defaultIndex { defaultParagraph = styles[defaultIndex] }
    defaultParagraph.look = defaultParagraph.look.over(defaults)
  }

  /// The style of a paragraph, document defaults included; the default style where the id is nil.
  ///
  /// An id without a style of its own still says what it is ("Heading2").
  func paragraph(_ id: [UInt8]?) -> DocxStyle {
    guard let id else { return defaultParagraph }
    var style = named(id)
    style.look = style.look.over(defaults)
    return style
  }

  /// A character, table or numbering style.
  func named(_ id: [UInt8]) -> DocxStyle {
    let index = ids.find(id, id.indices)
    if index >= 0 { return styles[index] }
    var style = DocxStyle()
    style.takeName(id)
    return style
  }

  /// Folds each style over the ones it is based on.
  private mutating func fold() {
    let own = styles
    for index in own.indices {
      var base = bases[index]
      for _ in 0..<Self.longestChain where !base.isEmpty {
        let found = ids.find(base, base.indices)
        guard found >= 0 else { break }
        styles[index] = styles[index].over(own[found])
        base = bases[found]
      }
    }
  }

  private mutating func readStyle(_ scanner: inout XmlScanner) throws(ReadingError) -> Int {
    let id = scanner.word(.styleId).map { scanner.bytes(of: $0) } ?? []
    var style = DocxStyle()
    var base: [UInt8] = []
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .name:
        if let value = scanner.word(.val) { style.takeName(scanner.bytes(of: value)) }
      case .basedOn: base = scanner.word(.val).map { scanner.bytes(of: $0) } ?? []
      case .rPr: try Self.readLook(&scanner, into: &style.look)
      case .pPr: try Self.readParagraph(&scanner, into: &style)
      case .tblPr, .tcPr: try Self.readShading(&scanner, into: &style)
      case .tblStylePr: try Self.readCondition(&scanner, into: &style)
      default: break
      }
    }
    let index = ids.insert(id, id.indices)
    // The last definition of an id is the one Word keeps.
    if index == styles.count {
      guard index < ReadingLimits.definitions else { throw scanner.tooMany("styles") }
      styles.append(style)
      bases.append(base)
    } else {
      styles[index] = style
      bases[index] = base
    }
    return index
  }

  private static func readLook(_ scanner: inout XmlScanner, into look: inout RunLook) throws(ReadingError) {
    var found = look
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      if scanner.wordName == .rPr { try readLook(&scanner, into: &found) } else { found.take(scanner) }
    }
    look = found
  }

  private static func readParagraph(
    _ scanner: inout XmlScanner, into style: inout DocxStyle
  ) throws(ReadingError) {
    var found = style
    try scanner.forEachChild { (scanner) throws(ReadingError) in try found.takeParagraphProperty(&scanner) }
    style = found
  }

  private static func readShading(_ scanner: inout XmlScanner, into style: inout DocxStyle)
    throws(ReadingError)
  {
    var isShaded = style.isShaded
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      if scanner.wordName == .shd { isShaded = RunLook.isShading(scanner) }
    }
    style.isShaded = isShaded
  }

  /// Reads what a table style says of some of its rows or columns (17.7.6).
  private static func readCondition(
    _ scanner: inout XmlScanner, into style: inout DocxStyle
  ) throws(ReadingError) {
    let isRow = scanner.equals(scanner.word(.type), "firstRow")
    let isColumn = scanner.equals(scanner.word(.type), "firstCol")
    var isMarked = false
    var isShaded = false
    let own = scanner.depth
    while scanner.depth >= own {
      guard try scanner.next() == .start else { continue }
      if scanner.wordName == .shd { isShaded = isShaded || RunLook.isShading(scanner) }
      if scanner.wordName == .b { isMarked = isMarked || scanner.isOn }
    }
    if isRow { style.marksFirstRow = isMarked || isShaded }
    if isColumn { style.marksFirstColumn = isMarked || isShaded }
    // White letters may stand on any painted part of the table.
    if isShaded { style.isShaded = true }
  }
}

extension DocxStyle {
  /// Reads a child of `w:pPr`, in a style or in a paragraph.
  mutating func takeParagraphProperty(_ scanner: inout XmlScanner) throws(ReadingError) {
    switch scanner.wordName {
    case .outlineLvl:
      if let level = scanner.integer(scanner.word(.val)) {
        headingLevel = level >= 0 && level < 9 ? level + 1 : 0
      }
    case .shd: isShaded = RunLook.isShading(scanner)
    case .numPr:
      var id = numId
      var level = listLevel
      try scanner.forEachChild { (scanner) throws(ReadingError) in
        if scanner.wordName == .numId { id = scanner.integer(scanner.word(.val)) }
        if scanner.wordName == .ilvl { level = scanner.integer(scanner.word(.val)) }
      }
      numId = id
      listLevel = level
    default: break
    }
  }

  /// Takes from a style's name what built-in styles are; names are English in every language of Word, ids are not.
  mutating func takeName(_ name: [UInt8]) {
    let key = name.filter { $0 != 0x20 && $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }.map {
      $0.lowered
    }
    if headingLevel == nil, let level = Self.headingLevel(key) { headingLevel = level }
    for quote in ["quote", "intensequote", "blocktext", "quotations", "blockquote"]
    where key.elementsEqual(quote.utf8) {
      isQuote = true
    }
  }

  private static func headingLevel(_ key: [UInt8]) -> Int? {
    if key.elementsEqual("title".utf8) { return 1 }
    guard let last = key.last, last >= UInt8(ascii: "1"), last <= UInt8(ascii: "9") else { return nil }
    let stem = key.dropLast()
    let words = [
      "heading", "überschrift", "berschrift", "titre", "título", "titulo", "ttulo", "titolo", "kop", "rubrik",
      "otsikko", "nagłówek", "nagwek", "заголовок", "标题", "見出し",
    ]
    return words.contains { stem.elementsEqual($0.utf8) } ? Int(last - 0x30) : nil
  }
}
