import PremarkDocument

/// Reads plain text: a paragraph a line.
enum TextReader {
  /// Reads a whole file.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    let decoded = try TextEncoding.decode(bytes)
    var builder = DocumentBuilder(format: .text)
    var cleaning = TextCleaning()
    for line in decoded.text.split(separator: 0x0A) {
      builder.append(Block(kind: .paragraph, text: cleaning.cleaned(line)))
    }
    return try builder.finish()
  }
}
