import PremarkDocument

extension MarkdownReader {
  /// True where a line opens a block of HTML (CommonMark 4.6).
  func opensHTML(_ line: TextLine) -> Bool {
    let start = Int(line.start)
    let end = Int(line.end)
    if text.has("<!--", at: start, before: end) || dropsUntil(line) != nil { return true }
    guard let tag = HTMLTag.read(text, at: start, before: end) else { return false }
    return tag.style == .block
  }

  /// Reads a block of HTML: comments, styles and scripts go; of the rest the text is kept.
  ///
  /// - Returns: the index of the line after it, or nil where the line is none.
  mutating func readHTML(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int? {
    let line = lines[i]
    guard opensHTML(line) else { return nil }
    if let closing = dropsUntil(line) {
      for end in i..<lines.count {
        let stop = Int(lines[end].end)
        guard let place = text.index(of: closing, from: Int(lines[end].start), before: stop) else { continue }
        if end > i || place + closing.utf8CodeUnitCount == stop { return end + 1 }
        break
      }
    }
    var end = i
    while end < lines.count, !lines[end].isBlank { end += 1 }
    let styled = InlineParser.parse(joined(lines[i..<end]), links: links, cleaning: &cleaning)
    appendParagraph(styled, &context)
    return end
  }

  private func dropsUntil(_ line: TextLine) -> StaticString? {
    let start = Int(line.start)
    let end = Int(line.end)
    if text.has("<!--", at: start, before: end) { return "-->" }
    if text.has("<script", at: start, before: end) { return "</script>" }
    if text.has("<style", at: start, before: end) { return "</style>" }
    return nil
  }
}
