/// Looks whether a text without the frame of a page is HTML all the same: a fragment as learning platforms keep it, or
/// a page in UTF-16.
enum HtmlSigns {
  /// True where the first thing in the text, comments apart, is a tag of a block or of a page's head, and the rest is
  /// no Markdown. Looks at 16 kB.
  static func areClear(_ bytes: [UInt8]) -> Bool {
    let head = Array(bytes.prefix(16 << 10))
    let encoding = TextEncoding.encoding(of: head)
    let isWide = encoding != .utf8 && encoding != .windows1252
    let text = isWide ? (try? TextEncoding.decode(head).text) ?? [] : head
    guard let start = firstMark(text) else { return false }
    if text.has("<!", at: start, before: text.count) { return true }
    var name: [UInt8] = []
    for byte in text[(start + 1)...].prefix(12) {
      guard byte.isLetterOrDigit else { break }
      name.append(byte.lowered)
    }
    let element = HtmlElement(name)
    guard element.isBlock || isOfHead(element) || element == .span || element == .b || element == .strong
    else {
      return false
    }
    if element == .html || element == .head || element == .body { return true }
    guard text.index(of: "</", from: start, before: text.count) != nil else { return false }
    return !MarkdownSigns(text, TextLine.lines(of: text)).areClear
  }

  private static func isOfHead(_ element: HtmlElement) -> Bool {
    element == .meta || element == .title || element == .style || element == .link || element == .script
  }

  /// The first "<" that opens no comment, where nothing but white space and comments stands before it.
  private static func firstMark(_ text: [UInt8]) -> Int? {
    var i = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while i < text.count {
      if text[i].isWhite {
        i += 1
      } else if text.has("<!--", at: i, before: text.count) {
        guard let end = text.index(of: "-->", from: i, before: text.count) else { return nil }
        i = end + 3
      } else if text.has("<?", at: i, before: text.count) {
        guard let end = text.index(of: ">", from: i, before: text.count) else { return nil }
        i = end + 1
      } else {
        return text[i] == UInt8(ascii: "<") && i + 1 < text.count ? i : nil
      }
    }
    return nil
  }
}
