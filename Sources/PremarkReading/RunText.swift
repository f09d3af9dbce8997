import PremarkDocument
import PremarkText

/// The text of one block, put together from runs as a reader meets them; runs of the same emphasis join.
struct RunText {
  /// UTF-8 so far.
  private(set) var text: [UInt8] = []
  /// Emphasised runs so far, in order.
  private(set) var emphasis: [Emphasis] = []
  /// Where the text stands in the file, as far as the reader said.
  private(set) var sources: [SourcePiece] = []

  /// True where nothing but white space was appended.
  var isBlank: Bool { text.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } }

  /// Forgets everything, keeping the memory.
  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    emphasis.removeAll(keepingCapacity: true)
    sources.removeAll(keepingCapacity: true)
  }

  /// Appends valid UTF-8, cleaned (see ``TextCleaning``).
  ///
  /// - Parameter place: where it stands in the file, for formats that are written back.
  mutating func append(
    _ bytes: some RandomAccessCollection<UInt8>, isBold: Bool = false, isItalic: Bool = false,
    from place: Span? = nil, cleaning: inout TextCleaning
  ) {
    let start = text.count
    cleaning.append(bytes, to: &text)
    note(start, isBold, isItalic)
    if let place, text.count > start {
      // Cleaning only ever shortens: as many bytes as before are the same bytes.
      let isExact = text.count - start == place.count && bytes.count == place.count
      sources.append(SourcePiece(text: Span(start, text.count), place: place, isExact: isExact))
    }
  }

  /// Appends a line break, a tab or another single ASCII byte.
  mutating func append(_ byte: UInt8) { text.append(byte) }

  private mutating func note(_ start: Int, _ isBold: Bool, _ isItalic: Bool) {
    guard isBold || isItalic, text.count > start else { return }
    if let last = emphasis.last, last.isBold == isBold, last.isItalic == isItalic,
      text[last.span.end..<start].allSatisfy({ $0 == 0x20 || $0 == 0x09 })
    {
      emphasis[emphasis.count - 1] = Emphasis(
        span: Span(last.span.start, text.count), isBold: isBold, isItalic: isItalic)
    } else if let first = text[start...].firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A }) {
      emphasis.append(Emphasis(span: Span(first, text.count), isBold: isBold, isItalic: isItalic))
    }
  }
}
