import PremarkDocument

/// The lists of a document and how far each has counted (ECMA-376-1 17.9).
struct DocxNumbering {
  /// How a level counts.
  enum Style {
    case decimal, decimalZero, upperRoman, lowerRoman, upperLetter, lowerLetter, ordinal, bullet, none
  }

  struct Level {
    var style = Style.decimal
    /// The marker with %1 to %9 for the counters.
    var text: [UInt8] = []
    var start = 1
    /// `w:lvlRestart`: 0 never, n after level n from 1; nil after any level above.
    var restart: Int?
    var isLegal = false
    var font: RunLook.SymbolFont?
    /// The paragraph style that has this level.
    var paragraphStyle: [UInt8] = []
  }

  struct Definition {
    var levels = [Level](repeating: Level(), count: DocxNumbering.levels)
    var isDefined = [Bool](repeating: false, count: DocxNumbering.levels)
    /// Style whose list this one takes its levels from.
    var styleLink: [UInt8] = []
    var counters = [Int?](repeating: nil, count: DocxNumbering.levels)
  }

  struct List {
    let definition: Int
    var starts = [Int?](repeating: nil, count: DocxNumbering.levels)
    var levels = [Level?](repeating: nil, count: DocxNumbering.levels)
    var isStarted = [Bool](repeating: false, count: DocxNumbering.levels)
  }

  static let levels = 9
  /// Most characters of a marker.
  private static let longestMarker = 40

  private var definitions: [Definition] = []
  private var definitionIDs = ByteTable()
  private var lists: [List] = []
  private var listIDs = ByteTable()

  /// No lists.
  init() {}

  /// Reads the numbering part.
  init(_ bytes: [UInt8], part: String) throws(ReadingError) {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    while true {
      let event = try scanner.next()
      if event == .finish { return }
      guard event == .start else { continue }
      if scanner.wordName == .abstractNum { try readDefinition(&scanner) }
      if scanner.wordName == .num { try readList(&scanner) }
    }
  }

  /// Counts one paragraph and gives its marker.
  ///
  /// - Returns: nil where there is no such list; an empty marker where the level shows none.
  mutating func marker(numId: Int, level: Int, styles: DocxStyles) -> String? {
    let level = min(max(level, 0), Self.levels - 1)
    guard let list = index(of: numId) else { return nil }
    let definition = linked(lists[list].definition, styles)
    count(list: list, definition: definition, level: level)
    return render(list: list, definition: definition, level: level)
  }

  /// The level that belongs to a paragraph style in a list; 0 where none does.
  func level(ofStyle id: [UInt8], numId: Int) -> Int {
    guard let list = index(of: numId), !id.isEmpty else { return 0 }
    let definition = definitions[lists[list].definition]
    return definition.levels.firstIndex { $0.paragraphStyle == id } ?? 0
  }

  private func index(of numId: Int) -> Int? {
    let key = Array(String(numId).utf8)
    let found = listIDs.find(key, key.indices)
    return found >= 0 ? found : nil
  }

  /// Follows `w:numStyleLink` once (17.9.21).
  private func linked(_ definition: Int, _ styles: DocxStyles) -> Int {
    let link = definitions[definition].styleLink
    guard !link.isEmpty, let numId = styles.named(link).numId, let list = index(of: numId) else {
      return definition
    }
    return lists[list].definition
  }

  // MARK: - Counting

  private mutating func count(list: Int, definition: Int, level: Int) {
    for above in 0..<level where definitions[definition].counters[above] == nil {
      definitions[definition].counters[above] = start(list, definition, above)
    }
    if let override = lists[list].starts[level], !lists[list].isStarted[level] {
      definitions[definition].counters[level] = override
    } else if let counter = definitions[definition].counters[level] {
      definitions[definition].counters[level] = min(counter, 1_000_000) + 1
    } else {
      definitions[definition].counters[level] = start(list, definition, level)
    }
    lists[list].isStarted[level] = true
    for below in (level + 1)..<max(Self.levels, level + 1) {
      let restart = self.level(list, definition, below).restart
      if restart == nil || (restart ?? 0) > level { definitions[definition].counters[below] = nil }
    }
  }

  private func start(_ list: Int, _ definition: Int, _ level: Int) -> Int {
    lists[list].starts[level] ?? self.level(list, definition, level).start
  }

  private func level(_ list: Int, _ definition: Int, _ level: Int) -> Level {
    lists[list].levels[level] ?? definitions[definition].levels[level]
  }

  // MARK: - Showing

  private func render(list: Int, definition: Int, level: Int) -> String {
    let own = self.level(list, definition, level)
    switch own.style {
    case .none where own.text.isEmpty: return ""
    case .bullet: return Self.bullet(own)
    default: break
    }
    var text: [UInt8] = []
    var at = 0
    while at < own.text.count, text.count < Self.longestMarker {
      let byte = own.text[at]
      let next = at + 1 < own.text.count ? own.text[at + 1] : 0
      if byte == UInt8(ascii: "%"), next >= UInt8(ascii: "1"), next <= UInt8(ascii: "9") {
        let shown = Int(next - UInt8(ascii: "1"))
        let counter = definitions[definition].counters[shown] ?? start(list, definition, shown)
        let style = own.isLegal ? .decimal : self.level(list, definition, shown).style
        text += ListNumber.text(counter, style).utf8
        at += 2
      } else {
        text.append(byte)
        at += 1
      }
    }
    return Self.trimmed(text)
  }

  private static func bullet(_ level: Level) -> String {
    guard let first = level.text.first else { return "" }
    // The letter stands for a hollow bullet in Courier New.
    if level.text.elementsEqual("o".utf8) { return "\u{25E6}" }
    if let font = level.font, first < 0x80, let scalar = font.scalar(UInt32(first)) { return string(scalar) }
    let (value, _) = level.text.scalar(at: 0)
    guard value >= 0xE000, value <= 0xF8FF else { return trimmed(level.text) }
    return string((level.font ?? .symbol).scalar(value) ?? 0x2022)
  }

  private static func string(_ scalar: UInt32) -> String {
    var bytes: [UInt8] = []
    bytes.appendScalar(scalar)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ marker: [UInt8]) -> String {
    var cleaning = TextCleaning()
    let text = cleaning.cleaned(marker)
    guard let first = text.firstIndex(where: { $0 > 0x20 }), let last = text.lastIndex(where: { $0 > 0x20 })
    else {
      return ""
    }
    return String(decoding: text[first...last], as: UTF8.self)
  }

  // MARK: - Reading

  private mutating func readDefinition(_ scanner: inout XmlScanner) throws(ReadingError) {
    let id = scanner.word(.abstractNumId).map { scanner.bytes(of: $0) } ?? []
    var definition = Definition()
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .lvl:
        guard let level = scanner.integer(scanner.word(.ilvl)), level >= 0, level < Self.levels else {
          return
        }
        definition.levels[level] = try Self.readLevel(&scanner)
      case .numStyleLink: definition.styleLink = scanner.word(.val).map { scanner.bytes(of: $0) } ?? []
      default: break
      }
    }
    guard definitions.count < ReadingLimits.definitions else { throw scanner.tooMany("lists") }
    if definitionIDs.insert(id, id.indices) == definitions.count { definitions.append(definition) }
  }

  private mutating func readList(_ scanner: inout XmlScanner) throws(ReadingError) {
    let id = scanner.word(.numId).map { scanner.bytes(of: $0) } ?? []
    var definition = -1
    let ids = definitionIDs
    var list = List(definition: 0)
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .abstractNumId:
        let key = scanner.word(.val).map { scanner.bytes(of: $0) } ?? []
        definition = ids.find(key, key.indices)
      case .lvlOverride:
        guard let level = scanner.integer(scanner.word(.ilvl)), level >= 0, level < Self.levels else {
          return
        }
        try scanner.forEachChild { (scanner) throws(ReadingError) in
          if scanner.wordName == .startOverride { list.starts[level] = scanner.integer(scanner.word(.val)) }
          if scanner.wordName == .lvl { list.levels[level] = try Self.readLevel(&scanner) }
        }
      default: break
      }
    }
    guard definition >= 0, listIDs.insert(id, id.indices) == lists.count else { return }
    guard lists.count < ReadingLimits.definitions else { throw scanner.tooMany("lists") }
    var found = List(definition: definition)
    found.starts = list.starts
    found.levels = list.levels
    lists.append(found)
  }

  private static func readLevel(_ scanner: inout XmlScanner) throws(ReadingError) -> Level {
    var level = Level()
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      let value = scanner.word(.val)
      switch scanner.wordName {
      case .start: level.start = scanner.integer(value) ?? 1
      case .numFmt: level.style = Style(scanner, value)
      case .lvlText: level.text = value.map { scanner.bytes(of: $0) } ?? []
      case .lvlRestart: level.restart = scanner.integer(value)
      case .isLgl: level.isLegal = scanner.isOn
      case .pStyle: level.paragraphStyle = value.map { scanner.bytes(of: $0) } ?? []
      case .rPr:
        var look = RunLook()
        try scanner.forEachChild { (scanner) throws(ReadingError) in look.take(scanner) }
        level.font = look.symbolFont
      default: break
      }
    }
    return level
  }
}

extension DocxNumbering.Style {
  /// The style that a `w:numFmt` names; decimal for those of other scripts.
  fileprivate init(_ scanner: XmlScanner, _ value: XmlScanner.Value?) {
    if scanner.equals(value, "bullet") {
      self = .bullet
    } else if scanner.equals(value, "none") {
      self = .none
    } else if scanner.equals(value, "lowerLetter") {
      self = .lowerLetter
    } else if scanner.equals(value, "upperLetter") {
      self = .upperLetter
    } else if scanner.equals(value, "lowerRoman") {
      self = .lowerRoman
    } else if scanner.equals(value, "upperRoman") {
      self = .upperRoman
    } else if scanner.equals(value, "decimalZero") {
      self = .decimalZero
    } else if scanner.equals(value, "ordinal") {
      self = .ordinal
    } else {
      self = .decimal
    }
  }
}

/// Numbers as list markers show them.
enum ListNumber {
  /// The text of a counter (ECMA-376-1 17.18.59).
  static func text(_ number: Int, _ style: DocxNumbering.Style) -> String {
    switch style {
    case .decimal: return String(number)
    case .decimalZero: return number >= 0 && number < 10 ? "0" + String(number) : String(number)
    case .lowerLetter: return letters(number, first: UInt8(ascii: "a"))
    case .upperLetter: return letters(number, first: UInt8(ascii: "A"))
    case .lowerRoman:
      return roman(number, ["m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"])
    case .upperRoman:
      return roman(number, ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"])
    case .ordinal: return String(number) + ordinalEnding(number)
    case .bullet, .none: return ""
    }
  }

  /// a … z, aa … zz, aaa …: the letter repeated.
  private static func letters(_ number: Int, first: UInt8) -> String {
    guard number > 0, number <= 26 * 20 else { return String(number) }
    let letter = first + UInt8((number - 1) % 26)
    return String(decoding: [UInt8](repeating: letter, count: (number - 1) / 26 + 1), as: UTF8.self)
  }

  private static func roman(_ number: Int, _ signs: [String]) -> String {
    guard number > 0, number < 4000 else { return String(number) }
    let values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    var rest = number
    var text = ""
    for (value, sign) in zip(values, signs) {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static func ordinalEnding(_ number: Int) -> String {
    if number % 100 >= 11, number % 100 <= 13 { return "th" }
    switch number % 10 {
    case 1: return "st"
    case 2: return "nd"
    case 3: return "rd"
    default: return "th"
    }
  }
}
