import PremarkText

/// Walks over the tokens of one property. There is always a current token: at the end it is of kind `end`.
struct TokenCursor {
  let file: Int
  private(set) var tokens: [RuleToken]
  private(set) var index = 0

  init(file: Int, tokens: [RuleToken]) {
    self.file = file
    self.tokens = tokens
  }

  private static let onlyEnd = [RuleToken(kind: .end, span: Span(0, 0), bytes: [])]

  /// Gives its array away to be filled again; what is left is an end and nothing else.
  mutating func takeTokens() -> [RuleToken] {
    var taken = Self.onlyEnd
    swap(&taken, &tokens)
    index = 0
    return taken
  }

  var current: RuleToken { tokens[index] }
  var isAtEnd: Bool { current.kind == .end }

  /// The token so many after the current one, or the end.
  func peek(_ ahead: Int) -> RuleToken { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func isAt(_ word: String) -> Bool { current.kind == .word && current.text == word }

  func isWord(_ word: String, ahead: Int) -> Bool {
    let token = peek(ahead)
    return token.kind == .word && token.text == word
  }

  /// Takes the word if it is the current one.
  mutating func take(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    advance()
    return true
  }

  mutating func take(_ kind: RuleToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes the words if all of them come next.
  mutating func take(all words: String...) -> Bool {
    for (ahead, word) in words.enumerated() where !isWord(word, ahead: ahead) { return false }
    for _ in words { advance() }
    return true
  }

  /// Passes over `a`, `an`, `the`.
  mutating func skipArticle() {
    if isAt("a") || isAt("an") || isAt("the") { advance() }
  }

  mutating func expect(_ word: String) throws(ParseFailure) {
    guard take(word) else { throw expected("'\(word)'") }
  }

  mutating func expect(_ kind: RuleToken.Kind, _ what: String) throws(ParseFailure) -> RuleToken {
    let token = current
    guard take(kind) else { throw expected(what) }
    return token
  }

  mutating func expectEnd(_ what: String = "the end of the line") throws(ParseFailure) {
    guard isAtEnd else { throw expected(what) }
  }

  func expected(_ what: String, help: String? = nil) -> ParseFailure {
    ParseFailure(.unexpected(current.described, expected: what, at: location, help: help))
  }

  /// Place of the current token.
  var location: RuleLocation { location(of: current) }

  func location(of token: RuleToken) -> RuleLocation { RuleLocation(file: file, span: token.span) }

  /// From the token with that index up to before the current one.
  func location(from start: Int) -> RuleLocation {
    let last = max(start, index - 1)
    return RuleLocation(
      file: file, span: Span(tokens[start].span.start, max(tokens[start].span.end, tokens[last].span.end)))
  }

  /// FNV-1a, 64 bits, over the hashes of some tokens: equal wording has equal signatures.
  func signature(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for token in tokens[range] {
      if token.text == "a" || token.text == "an" || token.text == "the" { continue }
      hash = (hash ^ UInt64(token.kind == .reference ? 1 : token.kind == .string ? 2 : 3)) &* 0x100_0000_01b3
      hash = (hash ^ UInt64(token.hash)) &* 0x100_0000_01b3
    }
    return hash
  }
}
