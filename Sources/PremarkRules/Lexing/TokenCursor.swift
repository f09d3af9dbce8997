import PremarkText

/// Walks over the tokens of one property. There is always a current token: at the end it is of kind `end`.
struct TokenCursor {
  let file: Int
  /// The text of the file.
  private let bytes: [UInt8]
  private(set) var tokens: [RuleToken]
  private(set) var index = 0

  /// - Parameter bytes: the text of the file that the tokens stand in.
  init(file: Int, bytes: [UInt8], tokens: [RuleToken]) {
    self.file = file
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Gives its array away to be filled again; what is left is an end and nothing else.
  mutating func takeTokens() -> [RuleToken] {
    var taken = RuleToken.onlyEnd
    swap(&taken, &tokens)
    index = 0
    return taken
  }

  var current: RuleToken { tokens[index] }
  var isAtEnd: Bool { current.kind == .end }

  /// What the current token says. Made anew.
  var text: String { text(of: current) }

  /// What a token says. Made anew.
  func text(of token: RuleToken) -> String { token.text(in: bytes) }

  /// Adds the bytes of what the current token says.
  func appendText(to said: inout [UInt8]) { current.appendText(in: bytes, to: &said) }

  /// The token so many after the current one, or the end.
  func peek(_ ahead: Int) -> RuleToken { tokens[min(index + ahead, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  @inline(__always)
  func isAt(_ word: StaticString) -> Bool { current.isWord(word, in: bytes) }

  @inline(__always)
  func isWord(_ word: StaticString, ahead: Int) -> Bool { peek(ahead).isWord(word, in: bytes) }

  /// Takes the word if it is the current one.
  @inline(__always)
  mutating func take(_ word: StaticString) -> Bool {
    guard isAt(word) else { return false }
    advance()
    return true
  }

  mutating func take(_ kind: RuleToken.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  /// Takes two words if both come next.
  @inline(__always)
  mutating func take(all first: StaticString, _ second: StaticString) -> Bool {
    guard isAt(first), isWord(second, ahead: 1) else { return false }
    advance()
    advance()
    return true
  }

  /// Takes three words if all of them come next.
  @inline(__always)
  mutating func take(all first: StaticString, _ second: StaticString, _ third: StaticString) -> Bool {
    guard isAt(first), isWord(second, ahead: 1), isWord(third, ahead: 2) else { return false }
    advance()
    advance()
    advance()
    return true
  }

  /// Passes over `a`, `an`, `the`.
  mutating func skipArticle() {
    if isAt("a") || isAt("an") || isAt("the") { advance() }
  }

  mutating func expect(_ word: StaticString) throws(ParseFailure) {
    guard take(word) else {
      // safe: a StaticString of the program, pointer and length its own.
      let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
      throw expected("'" + String(decoding: bytes, as: UTF8.self) + "'")
    }
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
    ParseFailure(.unexpected(current.described(in: bytes), expected: what, at: location, help: help))
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
    for index in range {
      let token = tokens[index]
      if token.says("a", in: bytes) || token.says("an", in: bytes) || token.says("the", in: bytes) {
        continue
      }
      hash = (hash ^ UInt64(token.kind == .reference ? 1 : token.kind == .string ? 2 : 3)) &* 0x100_0000_01b3
      hash = (hash ^ UInt64(token.hash)) &* 0x100_0000_01b3
    }
    return hash
  }
}
