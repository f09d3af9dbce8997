import PremarkDocument
import PremarkText

/// Where words of a block stand in the main part.
struct SourcePlaces {
  /// The main part, in UTF-8.
  let scanner: XmlScanner

  /// The bytes of the part from the first to the last word of `span`; nil where the block's place is not known.
  ///
  /// - Complexity: linear in the pieces of the block.
  func range(of span: Span, in block: Block) -> Range<Int>? {
    guard let last = block.sources.last else { return nil }
    let first = block.sources.first { $0.text.end > span.start } ?? last
    let final = block.sources.last { $0.text.start < span.end } ?? first
    let start = place(of: max(span.start, first.text.start), in: first)
    return start..<max(start, place(of: min(span.end, final.text.end), in: final))
  }

  private func place(of offset: Int, in piece: SourcePiece) -> Int {
    let into = offset - piece.text.start
    if piece.isExact { return min(piece.place.start + into, piece.place.end) }
    // The words as they were cleaned, one character of the source after the other.
    var count = 0
    var at = piece.place.start
    while at < piece.place.end, count < into {
      let end = endOfCharacter(at, before: piece.place.end)
      count += cleanedCount(at..<end)
      at = end
    }
    return at
  }

  private func endOfCharacter(_ at: Int, before end: Int) -> Int {
    if scanner.bytes[at] == XmlByte.ampersand {
      return (scanner.bytes[at..<end].firstIndex(of: UInt8(ascii: ";")) ?? end - 1) + 1
    }
    return min(at + scanner.bytes.scalar(at: at).length, end)
  }

  private func cleanedCount(_ range: Range<Int>) -> Int {
    var character: [UInt8] = []
    // References were resolved when the part was read.
    try? scanner.appendResolved(range, to: &character)
    for index in character.indices where character[index] == 0x0D { character[index] = 0x20 }
    var cleaning = TextCleaning()
    return cleaning.cleaned(character).count
  }
}
