/// Looks whether a text is Markdown: marks that nobody writes by chance must weigh two or more.
///
/// Bullets, numbers and quotations look the same in both and do not count. When in doubt a text is plain.
struct MarkdownSigns {
  private var weight = 0

  /// True where it should be read as Markdown.
  var areClear: Bool { weight >= 2 }

  /// Looks at the first 5000 lines.
  init(_ text: [UInt8], _ lines: [TextLine]) {
    var previousIsBlank = true
    var previous: TextLine?
    for line in lines.prefix(5000) {
      if line.isBlank {
        previousIsBlank = true
        continue
      }
      weigh(text, line, standsFree: previousIsBlank)
      if let previous, !previousIsBlank, PipeTable.isRule(text, line), text[previous.range].contains(0x7C) {
        weight += 2
      }
      if areClear { return }
      previousIsBlank = false
      previous = line
    }
  }

  private mutating func weigh(_ text: [UInt8], _ line: TextLine, standsFree: Bool) {
    let start = Int(line.start)
    let end = Int(line.end)
    if line.indent < 4, let level = MarkdownReader.headingLevel(text, line) {
      weight += standsFree || level > 1 ? 2 : 1
    }
    if text.has("```", at: start, before: end) { weight += 1 }
    if text.has("[^", at: start, before: end), text[line.range].contains(0x3A) { weight += 2 }
    if text.has("- [ ] ", at: start, before: end) || text.has("- [x] ", at: start, before: end) {
      weight += 1
    }
    var i = start
    while i < end {
      switch text[i] {
      case UInt8(ascii: "*"): i = weighEmphasis(text, i, end)
      case UInt8(ascii: "]"):
        if text.has("](http", at: i, before: end) || text.has("](mailto:", at: i, before: end) { weight += 2 }
        i += 1
      default: i += 1
      }
    }
  }

  /// `**bold**` weighs two, `*italic*` one.
  private mutating func weighEmphasis(_ text: [UInt8], _ start: Int, _ end: Int) -> Int {
    var i = start
    while i < end, text[i] == UInt8(ascii: "*") { i += 1 }
    let length = i - start
    guard length <= 3, i < end, !text[i].isWhite, start == 0 || !text[start - 1].isLetterOrDigit else {
      return i
    }
    let limit = min(end, i + 400)
    var j = i
    while j < limit, text[j] != UInt8(ascii: "*") { j += 1 }
    var close = j
    while close < end, text[close] == UInt8(ascii: "*") { close += 1 }
    guard j < limit, close - j == length, !text[j - 1].isWhite else { return i }
    weight += length >= 2 ? 2 : 1
    return close
  }
}
