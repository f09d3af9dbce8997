import PremarkDocument
import PremarkText

extension Block {
  /// Turns a paragraph that begins with a typed list marker ("- ", "•", "2.") into a list item.
  ///
  /// Dates and figures stay text: a number has one or two digits, and a letter comes after it.
  mutating func takeTypedMarker() {
    guard kind == .paragraph, marker == nil, let open = text.firstIndex(where: { $0 > 0x20 }),
      let found = ListMarker.read(text, at: open, before: text.count), found.length < text.count - open
    else { return }
    let end = open + found.length
    guard let start = text[end...].firstIndex(where: { $0 > 0x20 }), text[end..<start].allSatisfy({ $0 != 0x0A })
    else { return }
    let isItem = found.isBullet || found.length <= 3 && Self.isLetter(text[start])
    if !isItem { return }
    marker = String(decoding: text[open..<end], as: UTF8.self)
    kind = .listItem
    level = 1
    text = Array(text[start...])
    emphasis = emphasis.compactMap { run in
      guard run.span.end > start else { return nil }
      let span = Span(max(run.span.start, start) - start, run.span.end - start)
      return Emphasis(span: span, isBold: run.isBold, isItalic: run.isItalic)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }
}
