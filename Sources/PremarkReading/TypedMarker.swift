import PremarkDocument
import PremarkText

extension Block {
  /// Turns a paragraph that begins with a typed list marker ("- ", "•", "2.") into a list item, and takes the typed
  /// number off a heading, as an automatic one is no part of it.
  ///
  /// Dates and figures stay text: a number has one or two digits, and a letter or a quotation mark comes after it.
  /// With a tab after them letters, numerals and dashes are markers, too: "(a)", "–".
  mutating func takeTypedMarker() {
    guard kind == .paragraph || kind == .heading, marker == nil,
      let open = text.firstIndex(where: { $0 > 0x20 }),
      let found = ListMarker.read(text, at: open, before: text.count) ?? tabbedMarker(open),
      found.length < text.count - open
    else { return }
    let end = open + found.length
    guard let start = text[end...].firstIndex(where: { $0 > 0x20 }),
      text[end..<start].allSatisfy({ $0 != 0x0A })
    else { return }
    let isFigure = found.length <= 3 && Self.isLetter(text[start]) || text[end] == 0x09
    let isItem = found.isBullet ? !Self.isTick(found) : isFigure
    guard isItem, kind == .paragraph || found.isNumber else { return }
    marker = String(decoding: text[open..<end], as: UTF8.self)
    if kind == .paragraph { (kind, level) = (.listItem, 1) }
    keep(start..<text.count)
  }

  /// A tick says that something is done: it stays in the text.
  private static func isTick(_ marker: ListMarker) -> Bool {
    marker.style == .bullet(0x2713) || marker.style == .bullet(0x2714)
  }

  private func tabbedMarker(_ open: Int) -> ListMarker? {
    let found = ListMarker.readDoubtful(text, at: open, before: text.count).first
    return found.flatMap { text[open + $0.length] == 0x09 ? $0 : nil }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
