import PremarkDocument
import PremarkMarking
import PremarkText

/// The learner's exact words, short enough to read in a report.
enum Quotation {
  /// The words of some evidence; of a row its cells, apart by " · ", where one alone says nothing.
  static func words(of evidence: Evidence, in document: Document, limit: Int) -> [UInt8] {
    guard evidence.cells.count > 1 else {
      return words(of: document.blocks[evidence.block], evidence.span, limit: limit)
    }
    var row: [UInt8] = []
    for cell in evidence.cells where document.blocks.indices.contains(cell) {
      if !row.isEmpty { row += " · ".utf8 }
      row += document.blocks[cell].text
    }
    return shortened(row, limit: limit)
  }

  /// The words of `span`, white space as it stands, cut at a word boundary near `limit` characters with "…".
  ///
  /// - Parameter limit: in characters; the quotation is at most one longer. A single word that is longer is cut inside.
  static func words(of block: Block, _ span: Span, limit: Int) -> [UInt8] {
    shortened(Array(block.text[span.range]), limit: limit)
  }

  static func shortened(_ text: [UInt8], limit: Int) -> [UInt8] {
    guard let first = text.firstIndex(where: { !isBlank($0) }),
      let last = text.lastIndex(where: { !isBlank($0) })
    else { return [] }
    let trimmed = text[first...last]
    guard let cut = offset(of: limit, in: trimmed) else { return Array(trimmed) }
    var end = cut
    while end > trimmed.startIndex, !isBlank(trimmed[end]) { end -= 1 }
    if end == trimmed.startIndex { end = cut }
    while end > trimmed.startIndex, isOpen(trimmed[end - 1]) { end -= 1 }
    return Array(trimmed[..<end]) + Array("…".utf8)
  }

  /// Where the character after `limit` characters starts; nil where there are no more than that.
  private static func offset(of limit: Int, in text: ArraySlice<UInt8>) -> Int? {
    var count = 0
    for index in text.indices where !UTF8Bytes.isContinuation(text[index]) {
      if count == limit { return index }
      count += 1
    }
    return nil
  }

  /// What a quotation should not end in before its "…".
  private static func isOpen(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "(")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
