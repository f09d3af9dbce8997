import PremarkText

extension RuleParser {
  static let unitProperties = [
    PropertyRule("title"), PropertyRule("awarded", "by"), PropertyRule("uses", repeats: true),
    PropertyRule("by", "default"), PropertyRule("applies", "unless", repeats: true),
    PropertyRule("recognised", "by", repeats: true), PropertyRule("wording", repeats: true),
    PropertyRule("sets", "aside"),
  ]

  /// `unit NAME` and what stands under it.
  mutating func parseUnit(_ statement: FileLayout.Statement, file: Int) {
    guard isUnitFile(file), unit == nil else {
      let place = RuleLocation(file: file, span: statement.header)
      let help = isUnitFile(file) ? "a file holds one unit" : "write 'vocabulary NAME'"
      diagnostics.append(.unexpectedHeader("unit", at: place, help: help))
      return
    }
    let named = header(statement, file: file)
    var title = ""
    var awardedBy = ""
    var defaults: [Filter] = []
    var appliesUnless: [Exclusion] = []
    var recognisedBy: [String] = []
    var wording: [[UInt32]] = []
    var setsBorrowedAside = false
    var seen = SeenProperties()
    readProperties(statement.properties, of: "unit", file: file, allowed: Self.unitProperties, seen: &seen) {
      (parser, name, _) throws(ParseFailure) in
      switch name {
      case "title": title = try parser.onlyText()
      case "awarded by": awardedBy = try parser.onlyText()
      case "by default": defaults = try parser.filters()
      case "applies unless": appliesUnless.append(try parser.exclusion())
      case "recognised by": recognisedBy += try parser.texts()
      case "wording": wording.append(try parser.hashes())
      case "sets aside": setsBorrowedAside = try parser.borrowed()
      default: break  // `uses` is the loader's.
      }
    }
    let location = named?.location ?? RuleLocation(file: file, span: statement.header)
    require(["title"], in: seen, of: "the unit", at: location)
    unit = Unit(
      id: named?.name ?? "", title: title, awardedBy: awardedBy, defaults: defaults,
      appliesUnless: appliesUnless,
      recognisedBy: recognisedBy, wording: wording, setsBorrowedAside: setsBorrowedAside, location: location)
  }

  /// `borrowed`: the one thing that can be set aside.
  private mutating func borrowed() throws(ParseFailure) -> Bool {
    guard cursor.take("borrowed") else { throw cursor.expected("'borrowed'") }
    try cursor.expectEnd()
    return true
  }

  /// `"personal growth", "manage personal growth"`.
  private mutating func texts() throws(ParseFailure) -> [String] {
    var texts = [try text()]
    while cursor.take(.comma) { texts.append(try text()) }
    try cursor.expectEnd()
    return texts
  }

  /// A test, and perhaps `says "…"`.
  private mutating func exclusion() throws(ParseFailure) -> Exclusion {
    let test = try test()
    if cursor.take("says") { return Exclusion(test: test, says: try onlyText()) }
    try cursor.expectEnd("',', 'and', 'or', 'says' or the end of the line")
    return Exclusion(test: test, says: nil)
  }

  /// `vocabulary NAME`, whose only property is `uses`.
  mutating func parseVocabulary(_ statement: FileLayout.Statement, file: Int) {
    guard !isUnitFile(file) else {
      let place = RuleLocation(file: file, span: statement.header)
      diagnostics.append(
        .unexpectedHeader("vocabulary", at: place, help: "write 'unit NAME' in a unit's file"))
      return
    }
    if let (name, location) = header(statement, file: file) {
      let wanted = Self.baseName(of: files[file].path)
      if name != wanted { diagnostics.append(.vocabularyName(name, file: wanted, at: location)) }
    }
    var seen = SeenProperties()
    readProperties(
      statement.properties, of: "vocabulary", file: file, allowed: [PropertyRule("uses", repeats: true)],
      seen: &seen
    ) { (_, _, _) throws(ParseFailure) in }
  }

  /// "people" of "Rules/vocabulary/people.rules".
  static func baseName(of path: String) -> String {
    let bytes = Array(path.utf8)
    let start = (bytes.lastIndex(of: .slash) ?? -1) + 1
    let end = bytes[start...].firstIndex(of: .stop) ?? bytes.count
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Hashes of eight hex digits up to the end of the line, sorted.
  private mutating func hashes() throws(ParseFailure) -> [UInt32] {
    var hashes: [UInt32] = []
    while !cursor.isAtEnd {
      guard let hash = Self.hash(cursor.text) else {
        throw ParseFailure(.malformedWording(at: cursor.location))
      }
      hashes.append(hash)
      cursor.advance()
    }
    if hashes.isEmpty { throw ParseFailure(.malformedWording(at: cursor.location)) }
    hashes.sort()
    return hashes
  }

  private static func hash(_ text: String) -> UInt32? {
    guard text.utf8.count == 8 else { return nil }
    var value: UInt32 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      default: return nil
      }
    }
    return value
  }
}
