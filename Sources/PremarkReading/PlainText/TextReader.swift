import PremarkDocument

/// Reads Markdown and plain text.
enum TextReader {
  /// Reads a text file, as Markdown where its content says so or the caller does, else as plain text.
  ///
  /// - Throws: `empty` where there is no word in it; `too-large` past ``ReadingLimits/textBytes`` or with a line past
  ///   ``ReadingLimits/lineBytes``; `binary-content` where it is no text.
  /// - Complexity: linear in the bytes.
  static func read(_ bytes: [UInt8], isMarkdown: Bool = false) throws(ReadingError) -> Document {
    guard bytes.count <= 4 * ReadingLimits.textBytes else { throw tooLarge() }
    let decoded = try TextEncoding.decode(bytes)
    guard decoded.text.count <= ReadingLimits.textBytes else { throw tooLarge() }
    var cleaning = TextCleaning()
    let text = cleaning.cleaned(decoded.text)
    let lines = TextLine.lines(of: text)
    try refuse(lines)
    var document: Document
    if isMarkdown || MarkdownSigns(text, lines).areClear {
      var reader = MarkdownReader(text, cleaning: cleaning)
      document = try reader.read(lines)
    } else {
      var reader = PlainTextReader(text, cleaning: cleaning)
      document = try reader.read(lines)
    }
    document = Document(
      format: document.format, blocks: document.blocks, sections: document.sections, tables: document.tables,
      warnings: decoded.warnings + document.warnings)
    return document
  }

  private static func refuse(_ lines: [TextLine]) throws(ReadingError) {
    guard lines.contains(where: { !$0.isBlank }) else {
      throw ReadingError(
        code: "empty", message: "the file has no text", advice: "check that the right file was handed in")
    }
    if let long = lines.first(where: { $0.count > ReadingLimits.lineBytes }) {
      throw ReadingError(
        code: "too-large", message: "a line is longer than a million bytes",
        advice: "hand in the plan itself, as a document with paragraphs", offset: Int(long.start))
    }
  }

  private static func tooLarge() -> ReadingError {
    ReadingError(
      code: "too-large", message: "the text is longer than eight million bytes",
      advice: "hand in the plan alone, without long annexes")
  }
}
