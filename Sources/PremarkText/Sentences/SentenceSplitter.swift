/// Finds the sentences of a block of English text.
///
/// One pass over the tokens. A sentence ends
/// - at a full stop, question or exclamation mark, with the quotes and brackets that close there, unless the stop
///   belongs to an abbreviation, an initial, a list number, a figure or an ellipsis;
/// - before a bullet, or before the number or letter that continues a list ("1) … 2) …");
/// - at a line break, unless the line break was put inside a sentence by wrapping (see `LineBreaks`).
///
/// It is written for how learners type: a stop without a space after it ("the call.I then") and sentences that begin
/// in lower case end where a reader would end them. Where an abbreviation may or may not end the sentence
/// ("U.S.", "Co.", "min."), the next word decides.
///
/// - Source: the cases are those of the "golden rules" of K. Dias, *Pragmatic Segmenter*.
public struct SentenceSplitter: Sendable {
  /// Makes a splitter; it has no settings.
  public init() {}

  /// The sentences of a text, each from its first token to its last, in order.
  ///
  /// Every token is in exactly one sentence; a text without tokens has none.
  ///
  /// - Parameters:
  ///   - text: a block's text.
  ///   - tokens: all tokens of that text, as the ``Tokeniser`` gives them.
  /// - Complexity: O(*n*) in the bytes.
  public func sentences(in text: [UInt8], tokens: [Token]) -> [Span] {
    tokenRanges(in: text, tokens: tokens).map { range in
      Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    }
  }

  /// The same sentences as ranges of token indexes: none is empty, and each begins where the last one ended.
  public func tokenRanges(in text: [UInt8], tokens: [Token]) -> [Range<Int>] {
    var scanner = SentenceScanner(text, tokens)
    return scanner.ranges()
  }
}

/// Walks along the tokens and closes a sentence wherever one ends.
struct SentenceScanner {
  let text: [UInt8]
  let tokens: [Token]
  /// First token of the sentence that is being read.
  private(set) var start = 0
  private var found: [Range<Int>] = []
  private var lists = ListSequence()

  init(_ text: [UInt8], _ tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  mutating func ranges() -> [Range<Int>] {
    let breaks = LineBreaks(text, tokens)
    var index = 0
    while index < tokens.count {
      if breaks.isBoundary(before: index) { close(before: index) }
      // Most tokens are words of several letters, which neither end a sentence nor open an item.
      if tokens[index].kind == .word, tokens[index].span.count > 1 {
        index += 1
      } else {
        index = readMark(index, breaks)
      }
    }
    close(before: tokens.count)
    return found
  }

  /// Reads a bullet, a list marker, a run of stops or one other token; returns the index of the next to look at.
  private mutating func readMark(_ index: Int, _ breaks: LineBreaks) -> Int {
    if isBullet(index) { close(before: index) }
    let beginsLine = index == 0 || breaks.isLineStart(index)
    if let marker = ListMarker(at: index, in: self, beginsLine: beginsLine) {
      let isFirst = index == start || (index == start + 1 && isSymbol(start))
      if lists.take(marker, isFirst: isFirst) {
        if !isFirst { close(before: index) }
        return marker.end
      }
    }
    return isTerminal(index) ? readTerminal(index, breaks) : index + 1
  }

  private mutating func close(before index: Int) {
    guard index > start else { return }
    found.append(start..<index)
    start = index
  }

  /// Reads a run of stops with what closes behind it; returns the index of the next token to look at.
  private mutating func readTerminal(_ first: Int, _ breaks: LineBreaks) -> Int {
    var last = first
    while last + 1 < tokens.count, isTerminal(last + 1), !breaks.isLineStart(last + 1),
      isTouching(last + 1) || (isStop(last) && isStop(last + 1))
    { last += 1 }
    var end = last + 1
    while end < tokens.count, isTouching(end), isCloser(end) { end += 1 }
    guard end < tokens.count else { return end }
    let terminal = Terminal(first: first, last: last, end: end)
    if let boundary = boundary(of: terminal) { close(before: boundary) }
    return end
  }
}

// MARK: - Looking at tokens

extension SentenceScanner {
  /// The scalar of a symbol, 0 for words and numbers and outside the text.
  func symbol(_ index: Int) -> UInt32 {
    guard index >= 0, index < tokens.count, tokens[index].kind == .symbol else { return 0 }
    return UTF8Bytes.scalar(in: text, at: tokens[index].span.start).value
  }

  func isSymbol(_ index: Int) -> Bool { tokens[index].kind == .symbol }

  /// True where no white space stands before the token.
  func isTouching(_ index: Int) -> Bool { !tokens[index].followsSpace }

  func isStop(_ index: Int) -> Bool { symbol(index) == 0x2E }

  func isTerminal(_ index: Int) -> Bool {
    switch symbol(index) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x203C, 0x203D, 0x2047, 0x2048, 0x2049: true
    default: false
    }
  }

  /// Quotes and brackets that may close behind a stop.
  func isCloser(_ index: Int) -> Bool {
    switch symbol(index) {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2019, 0x201D, 0xBB, 0x203A: true
    default: false
    }
  }

  func isOpener(_ index: Int) -> Bool {
    switch symbol(index) {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2018, 0x201C, 0x201E, 0xAB, 0x2039: true
    default: false
    }
  }

  /// The first token at or after `index` that is not an opening quote or bracket.
  func afterOpeners(_ index: Int) -> Int {
    var at = index
    while at < tokens.count, isOpener(at) { at += 1 }
    return at
  }

  func key(_ index: Int) -> UInt64 {
    guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return 0 }
    return ShortWords.key(of: tokens[index].span, in: text)
  }

  /// Bullets that open an item in the middle of a line too.
  private func isBullet(_ index: Int) -> Bool {
    guard tokens[index].followsSpace, index + 1 < tokens.count else { return false }
    switch symbol(index) {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x25A0, 0x25AA, 0x25AB, 0x25CB, 0x25CF, 0x25E6, 0x27A2, 0xF0A7,
      0xF0B7:
      return !isSymbol(index + 1) || isOpener(index + 1)
    default: return false
    }
  }
}
