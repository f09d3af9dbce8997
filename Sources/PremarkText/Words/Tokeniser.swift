/// Cuts text into words, numbers and symbols.
///
/// - A **word** begins with a letter and goes on through letters, digits ("SM1", "Q1") and inner apostrophes
///   ("don't", "o'clock", "Kev's").
/// - A **number** begins with a digit and goes on through digits, with a full stop or comma only before another digit
///   ("4.2", "1,200", "14.03.2026"). A word that touches a number before it ends at its first digit, so that "6m" is
///   6 m, "1st" is 1 st and "11m42s" is 11 m 42 s.
/// - Any other character that can be seen is a **symbol** by itself: "85%" is 85 %, "14/03/2026" is 14 / 03 / 2026.
///
/// Compounds come apart at hyphens ("follow", "-", "up"), and ``Token/followsSpace`` is false for the parts after the
/// first, so that a matcher may skip the hyphen. Accents written as combining marks belong to the letter before them;
/// zero-width characters and soft hyphens are passed over, inside words too.
public struct Tokeniser: Sendable {
  /// Makes a tokeniser; it has no settings.
  public init() {}

  /// The tokens of a text in reading order, each word entered into the table.
  ///
  /// Takes any bytes: malformed UTF-8 gives symbols of U+FFFD.
  ///
  /// - Complexity: O(*n*) in the bytes, in one pass.
  public func tokens(of text: [UInt8], into table: inout WordTable) -> [Token] {
    var scanner = TokenScanner(text)
    while scanner.next(&table) {}
    return scanner.tokens
  }
}

private struct TokenScanner {
  private let text: [UInt8]
  private var offset = 0
  private var word: [UInt8] = []
  private var afterSpace = true
  private(set) var tokens: [Token] = []

  init(_ text: [UInt8]) {
    self.text = text
    word.reserveCapacity(32)
    tokens.reserveCapacity(text.count / 5 + 4)
  }

  /// Reads one token or passes over one character; false at the end.
  mutating func next(_ table: inout WordTable) -> Bool {
    guard offset < text.count else { return false }
    let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
    switch CharacterClass(scalar) {
    case .letter: readWord(scalar, &table)
    case .digit: readNumber(&table)
    case .space:
      afterSpace = true
      offset += length
    case .mark, .ignorable: offset += length
    case .symbol, .apostrophe:
      word.removeAll(keepingCapacity: true)
      Folding.append(scalar, to: &word)
      offset += length
      emit(.symbol, from: offset - length, to: offset, isCapitalised: false, &table)
    }
    return true
  }

  private mutating func readWord(_ first: UInt32, _ table: inout WordTable) {
    let start = offset
    let takesDigits = !touchesNumber
    var end = offset
    word.removeAll(keepingCapacity: true)
    reading: while offset < text.count {
      let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
      switch CharacterClass(scalar) {
      case .letter: Folding.append(scalar, to: &word)
      case .digit:
        guard takesDigits else { break reading }
        Folding.append(scalar, to: &word)
      case .apostrophe:
        guard isLetter(at: offset + length) else { break reading }
        word.append(0x27)
      case .mark: break
      case .ignorable:
        offset += length
        continue reading
      case .space, .symbol: break reading
      }
      offset += length
      end = offset
    }
    emit(.word, from: start, to: end, isCapitalised: Folding.isCapital(first), &table)
  }

  private mutating func readNumber(_ table: inout WordTable) {
    let start = offset
    word.removeAll(keepingCapacity: true)
    while offset < text.count {
      let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
      let isPoint = (scalar == 0x2E || scalar == 0x2C) && isDigit(at: offset + 1)
      guard isPoint || CharacterClass(scalar) == .digit else { break }
      Folding.append(scalar, to: &word)
      offset += length
    }
    emit(.number, from: start, to: offset, isCapitalised: false, &table)
  }

  private mutating func emit(
    _ kind: Token.Kind, from start: Int, to end: Int, isCapitalised: Bool, _ table: inout WordTable
  ) {
    tokens.append(
      Token(
        span: Span(start, end), word: table.intern(folded: word), kind: kind, isCapitalised: isCapitalised,
        followsSpace: afterSpace))
    afterSpace = false
  }

  private var touchesNumber: Bool {
    guard let last = tokens.last else { return false }
    return last.kind == .number && last.span.end == offset
  }

  private func isLetter(at offset: Int) -> Bool {
    let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
    return length > 0 && CharacterClass(scalar) == .letter
  }

  private func isDigit(at offset: Int) -> Bool {
    let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
    return length > 0 && CharacterClass(scalar) == .digit
  }
}
