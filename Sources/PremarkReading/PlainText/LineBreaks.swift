/// Tells line ends that a wrapping editor made from those that the writer meant.
///
/// A wrapping editor fills each line: the next word would not have fitted. So every break of a wrapped text satisfies
/// `length ≤ width < length + 1 + next word`. Where at least three breaks, and four in five of those after a line of
/// half the width or more, agree on one width of 40 to 120 characters, the text is wrapped, and the breaks that agree
/// are spaces. Otherwise a line end was meant unless the sentence plainly goes on.
///
///     Name: Priya Sood                      meant: "Role:" would have fitted
///     Role: adviser
///     I scored myself first and then Wendy  wrapped: "went" would not
///     went through it with me on Monday.
struct LineBreaks {
  /// Widest line that is followed by another line of its paragraph, in characters.
  private var widest = 0
  private var breaks: [(length: Int32, needed: Int32)] = []
  private(set) var isWrapped = false

  /// The breaks of a cell that was filled to the width of its column.
  static func column(width: Int) -> LineBreaks {
    var breaks = LineBreaks()
    breaks.widest = width
    breaks.isWrapped = true
    return breaks
  }

  /// Notes the break between two lines of one paragraph.
  mutating func note(_ line: TextLine, _ next: TextLine, in text: [UInt8]) {
    let length = Self.width(line, in: text)
    guard length <= 120 else { return }
    widest = max(widest, length)
    breaks.append((Int32(length), Int32(length + 1 + Self.firstWord(of: next, in: text))))
  }

  /// Makes up its mind once all breaks are noted.
  mutating func settle() {
    let filled = breaks.count { Int($0.needed) > widest }
    let long = breaks.count { Int($0.length) * 2 >= widest }
    isWrapped = filled >= 3 && filled * 5 >= long * 4 && widest >= 40
  }

  /// True where the end of `line` was meant.
  func isMeant(_ line: TextLine, _ next: TextLine, in text: [UInt8]) -> Bool {
    let length = Self.width(line, in: text)
    let isFull = length + 1 + Self.firstWord(of: next, in: text) > widest
    if isWrapped { return !isFull }
    // No width to go by, as where somebody pressed Return at about the same place: a sentence that plainly goes on
    // was not ended.
    guard length >= 30, length <= 120 else { return true }
    return !(Self.endsInLinkWord(line, in: text) || length >= 40 && goesOn(line, next, in: text))
  }

  /// True where the sentence is not closed and the next line begins with a small letter.
  private func goesOn(_ line: TextLine, _ next: TextLine, in text: [UInt8]) -> Bool {
    let last = text[Int(line.end) - 1]
    return text[Int(next.start)].isLower && (last.isLetterOrDigit || last == UInt8(ascii: ","))
  }

  /// True where a line ends in a word that no sentence ends in.
  private static func endsInLinkWord(_ line: TextLine, in text: [UInt8]) -> Bool {
    var start = Int(line.end)
    while start > Int(line.start), text[start - 1].isLetter { start -= 1 }
    guard start > Int(line.start), text[start - 1] == 0x20, Int(line.end) - start <= 4 else { return false }
    let words: [StaticString] = [
      "a", "an", "the", "and", "or", "of", "to", "by", "at", "my", "our", "from", "with", "that", "than", "I",
    ]
    return words.contains {
      $0.utf8CodeUnitCount == Int(line.end) - start && text.has($0, at: start, before: Int(line.end))
    }
  }

  private static func width(_ line: TextLine, in text: [UInt8]) -> Int {
    var width = Int(line.indent)
    for byte in text[line.range] where byte & 0xC0 != 0x80 { width += 1 }
    return width
  }

  private static func firstWord(of line: TextLine, in text: [UInt8]) -> Int {
    var width = 0
    for i in line.range {
      if text[i].isSpaceOrTab { break }
      if text[i] & 0xC0 != 0x80 { width += 1 }
    }
    return width
  }
}
