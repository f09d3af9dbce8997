package import PremarkDocument

/// What the scanner finds in a part of a document, counted: scanning alone, to be measured and attacked.
package struct XmlTally: Sendable, Equatable {
  /// Elements, empty ones too.
  package var elements = 0
  /// Bytes of text between tags, references resolved.
  package var textBytes = 0

  /// Scans a part from its beginning to its end.
  ///
  /// - Throws: a ``ReadingError`` where the part is not well formed.
  package init(_ part: [UInt8], name: String) throws(ReadingError) {
    var scanner = try XmlScanner(part, part: name, vocabulary: DocxName.vocabulary)
    var text: [UInt8] = []
    while true {
      switch try scanner.next() {
      case .start: elements += 1
      case .end: break
      case .text:
        text.removeAll(keepingCapacity: true)
        try scanner.appendText(to: &text)
        textBytes += text.count
      case .finish: return
      }
    }
  }
}
