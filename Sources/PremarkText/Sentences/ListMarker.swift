/// The number or letter of a list item: "1.", "1)", "1.)", "(1)", "a.", "a)".
struct ListMarker {
  enum Style: Int {
    case numberStop, numberBracket, numberStopBracket, bracketedNumber, letterStop, letterBracket
  }

  let style: Style
  /// 1 for "1" and for "a".
  let value: Int
  /// Index of the token after the marker.
  let end: Int

  /// Reads the marker that begins with a token, or gives nil.
  ///
  /// A marker stands after white space and before it; one with a stop only that does not begin a line, before a
  /// capital, a figure or a quote, since "in week 2. then" is no item.
  init?(at index: Int, in scanner: SentenceScanner, beginsLine: Bool) {
    let first = scanner.tokens[index]
    if first.kind == .symbol, scanner.symbol(index) != 0x28 { return nil }
    guard first.followsSpace || (index > 0 && scanner.isSymbol(index - 1)) else { return nil }
    // "6:00." is a time.
    if !first.followsSpace, scanner.symbol(index - 1) == 0x3A { return nil }
    let isBracketed = scanner.symbol(index) == 0x28
    let label = isBracketed ? index + 1 : index
    guard label + 1 < scanner.tokens.count, let value = Self.value(scanner.tokens[label], scanner.text) else {
      return nil
    }
    let isNumber = scanner.tokens[label].kind == .number
    var end = label + 1
    let hasStop = scanner.isStop(end) && scanner.isTouching(end)
    if hasStop { end += 1 }
    let hasBracket = end < scanner.tokens.count && scanner.symbol(end) == 0x29 && scanner.isTouching(end)
    if hasBracket { end += 1 }
    guard end < scanner.tokens.count, scanner.tokens[end].followsSpace else { return nil }
    switch (hasStop, hasBracket) {
    case (false, false): return nil
    case (true, false):
      guard !isBracketed, (beginsLine && isNumber) || Self.opensItem(end, scanner) else { return nil }
      style = isNumber ? .numberStop : .letterStop
      if !isNumber, scanner.tokens[label].isCapitalised { return nil }
    case (false, true): style = isBracketed ? .bracketedNumber : isNumber ? .numberBracket : .letterBracket
    case (true, true): style = .numberStopBracket
    }
    self.value = value
    self.end = end
  }

  private static func value(_ token: Token, _ text: [UInt8]) -> Int? {
    switch token.kind {
    case .symbol: return nil
    case .word:
      let letter = text[token.span.start] | 0x20
      return token.span.count == 1 && letter &- 0x61 < 26 ? Int(letter) - 0x60 : nil
    case .number:
      guard token.span.count <= 3 else { return nil }
      var value = 0
      for offset in token.span.range {
        guard text[offset] &- 0x30 < 10 else { return nil }
        value = value * 10 + Int(text[offset] - 0x30)
      }
      return value
    }
  }

  private static func opensItem(_ index: Int, _ scanner: SentenceScanner) -> Bool {
    let first = scanner.afterOpeners(index)
    guard first < scanner.tokens.count else { return false }
    return scanner.tokens[first].isCapitalised || scanner.tokens[first].kind == .number || first > index
  }
}

/// Which number or letter would continue each list of the text.
struct ListSequence {
  private var next = [Int](repeating: 0, count: 6)

  /// Notes a marker that begins a sentence or goes on with its list; false for any other.
  mutating func take(_ marker: ListMarker, isFirst: Bool) -> Bool {
    guard isFirst || next[marker.style.rawValue] == marker.value else { return false }
    next[marker.style.rawValue] = marker.value + 1
    return true
  }
}
