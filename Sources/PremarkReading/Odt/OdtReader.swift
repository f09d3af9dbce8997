import PremarkDocument

/// Reads OpenDocument text: packed (.odt, .ott, OpenOffice.org's .sxw) and flat (.fodt).
///
/// Text is what a reader sees with all tracked changes accepted: the deletions that a document keeps are passed over.
/// Headers and footers are left out, as in every format.
enum OdtReader {
  /// Reads the unpacked parts of a container.
  ///
  /// Damaged styles are a warning, and the text is read without them.
  static func read(_ parts: Parts) throws(ReadingError) -> Document {
    if let manifest = try parts.part("META-INF/manifest.xml"),
      manifest.index(of: "encryption-data", from: 0, before: manifest.count) != nil
    {
      throw ReadingError(
        code: "encrypted", message: "the document is protected with a password",
        advice: "open it, take the password off and save it again")
    }
    guard let content = try parts.part("content.xml") else { throw notText() }
    var context = OdtContext()
    for warning in parts.warnings { context.builder.warn(warning.code, warning.message) }
    do throws(ReadingError) {
      if let styles = try parts.part("styles.xml") { try context.styles.read(styles, part: "styles.xml") }
    } catch {
      context.builder.warn(
        "part-not-read", "The document's styles are damaged; the text was read without them.")
    }
    return try read(content, part: "content.xml", context)
  }

  /// Reads a flat document: one XML file.
  static func readFlat(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try read(bytes, part: "document", OdtContext())
  }

  private static func read(_ content: [UInt8], part: String, _ start: OdtContext) throws(ReadingError)
    -> Document
  {
    var context = start
    try context.styles.read(content, part: part)
    var scanner = try XmlScanner(content, part: part, vocabulary: OdtName.vocabulary)
    while true {
      let event = try scanner.next()
      guard event != .finish else { throw notText() }
      guard event == .start, scanner.namespace == OdtSpace.office else { continue }
      // OpenOffice.org 1.x has its text in the body itself.
      if scanner.odtName == .text || scanner.odtName == .body && isOld(scanner) { break }
      if scanner.odtName == .spreadsheet || scanner.odtName == .presentation || scanner.odtName == .drawing {
        throw notText()
      }
    }
    var walk = OdtWalk(scanner, role: .body)
    try walk.run(&context)
    return try context.finish()
  }

  /// True where the body's first child is no office element.
  private static func isOld(_ scanner: XmlScanner) -> Bool {
    var ahead = scanner
    while let event = try? ahead.next(), event != .finish {
      if event == .start { return ahead.namespace != OdtSpace.office }
    }
    return false
  }

  private static func notText() -> ReadingError {
    ReadingError(
      code: "not-a-document", message: "the file is an OpenDocument file without a text in it",
      advice: "open it in its program and save the text as .odt or .docx")
  }
}

/// What all walks of one document share.
struct OdtContext {
  var builder = DocumentBuilder(format: .odt)
  var cleaning = TextCleaning()
  var styles = OdtStyles()
  var sizes = DocxSizes()
  var pictures = 0
  private var headings = [Int](repeating: 0, count: OdtListStyle.levels)

  /// Counts a heading and gives its number, where the document numbers headings.
  mutating func headingMarker(_ level: Int) -> String? {
    guard level >= 1, level <= OdtListStyle.levels else { return nil }
    headings[level - 1] = headings[level - 1] == 0 ? styles.outline.start(level) : headings[level - 1] + 1
    for below in level..<OdtListStyle.levels { headings[below] = 0 }
    return styles.outline.marker(level, numbers: Array(headings.prefix(level)))
  }

  /// The document with the warnings that are known only at the end.
  consuming func finish() throws(ReadingError) -> Document {
    if pictures > 0 {
      let what = pictures == 1 ? "a picture" : "\(pictures) pictures"
      builder.warn("image-without-text", "The document has \(what); text in them was not read.")
    }
    for warning in cleaning.warnings { builder.warn(warning.code, warning.message) }
    for block in sizes.larger { builder.setApart(block) }
    return try builder.finish()
  }
}
