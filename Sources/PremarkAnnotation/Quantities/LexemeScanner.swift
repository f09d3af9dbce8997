import PremarkText

/// Turns the tokens of a block into lexemes.
struct LexemeScanner {
  private let vocabulary: EntityVocabulary
  private let text: [UInt8]
  private(set) var lexemes: [Lexeme] = []
  private var previousEnd = 0

  /// Scans the tokens of one block; `range` says where they stand in the document's tokens.
  init(_ vocabulary: EntityVocabulary, text: [UInt8], tokens: [Token], range: Range<Int>) {
    self.vocabulary = vocabulary
    self.text = text
    lexemes.reserveCapacity(range.count)
    for index in range {
      let token = tokens[index]
      switch token.kind {
      case .word: addWord(token, index)
      case .number: addNumerals(token, index)
      case .symbol: addSymbol(token, index)
      }
      previousEnd = token.span.end
    }
  }

  private func lexeme(_ token: Token, _ index: Int, _ shape: Lexeme.Shape) -> Lexeme {
    Lexeme(
      span: token.span, tokens: index..<index + 1, word: token.word, shape: shape,
      followsSpace: token.followsSpace, startsLine: lexemes.isEmpty || breaksLine(before: token.span.start),
      isCapitalised: token.isCapitalised)
  }

  private func breaksLine(before start: Int) -> Bool {
    var offset = previousEnd
    while offset < start {
      if text[offset] == 0x0A { return true }
      offset += 1
    }
    return false
  }

  private mutating func addWord(_ token: Token, _ index: Int) {
    var word = lexeme(token, index, .word)
    var hasSmall = false
    var capitals = 0
    for offset in token.span.range {
      let byte = text[offset]
      if byte &- 0x30 < 10 { word.shape = .code }
      if byte &- 0x61 < 26 { hasSmall = true }
      if byte &- 0x41 < 26 { capitals += 1 }
    }
    word.isUpperCase = capitals > 1 && !hasSmall
    word.meaning = vocabulary.meaning(of: token.word)
    lexemes.append(word)
  }

  private mutating func addSymbol(_ token: Token, _ index: Int) {
    var symbol = lexeme(token, index, .symbol)
    symbol.mark = Mark(UTF8Bytes.scalar(in: text, at: token.span.start).value)
    lexemes.append(symbol)
  }

  /// Adds the numerals of a token, which are several where its commas do not stand between thousands: "3,10".
  private mutating func addNumerals(_ token: Token, _ index: Int) {
    var start = token.span.start
    var isFirst = true
    while start < token.span.end {
      let end = numeralEnd(from: start, to: token.span.end)
      var numeral = lexeme(token, index, .numeral)
      numeral.span = Span(start, end)
      if !isFirst {
        numeral.followsSpace = false
        numeral.startsLine = false
      }
      measure(&numeral)
      lexemes.append(numeral)
      isFirst = false
      start = end + 1
    }
  }

  /// The end of the first numeral: a comma belongs to it only with three digits after it and one to three before.
  private func numeralEnd(from start: Int, to limit: Int) -> Int {
    var offset = start
    var run = 0
    while offset < limit {
      if text[offset] == 0x2C {
        guard run <= 3, digits(from: offset + 1, to: limit) == 3 else { return offset }
        run = 0
      } else {
        run = text[offset] == 0x2E ? 4 : run + 1
      }
      offset += 1
    }
    return limit
  }

  private func digits(from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit, text[end] &- 0x30 < 10 { end += 1 }
    return end - start
  }

  private func measure(_ numeral: inout Lexeme) {
    var points = 0
    var commas = 0
    var value = 0.0
    var scale = 1.0
    for offset in numeral.span.range {
      switch text[offset] {
      case 0x2E: points += 1
      case 0x2C: commas += 1
      case let byte where byte &- 0x30 < 10:
        let digit = Double(byte - 0x30)
        if points == 0 {
          value = value * 10 + digit
          if numeral.digits < 255 { numeral.digits += 1 }
        } else {
          value = value * 10 + digit
          scale *= 10
        }
      default: break
      }
    }
    numeral.number = value / scale
    numeral.form = points > 1 ? .dotted : points == 1 ? .decimal : commas > 0 ? .grouped : .integer
    numeral.hasLeadingZero = numeral.digits > 1 && text[numeral.span.start] == 0x30
  }
}
