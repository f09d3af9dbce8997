/// Cuts text into words, numbers and symbols.
///
/// - A **word** begins with a letter and goes on through letters, digits ("SM1", "Q1"), full stops between digits
///   ("AC2.3") and inner apostrophes ("don't", "o'clock", "Kev's").
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
  ///
  /// Words and numbers of ASCII characters, nearly all there are, are entered as they stand in the text; only others
  /// are folded into a buffer first.
  @inline(__always)
  mutating func next(_ table: inout WordTable) -> Bool {
    guard offset < text.count else { return false }
    let byte = text[offset]
    if byte == 0x20 {
      afterSpace = true
      offset += 1
    } else if Self.isLetter(byte) {
      if !readPlainWord(&table) { readWord(&table) }
    } else {
      readOther(&table)
    }
    return true
  }

  private mutating func readOther(_ table: inout WordTable) {
    let (scalar, length) = UTF8Bytes.scalar(in: text, at: offset)
    switch CharacterClass(scalar) {
    case .letter: readWord(&table)
    case .digit: readNumber(&table)
    case .space:
      afterSpace = true
      offset += length
    case .mark, .ignorable: offset += length
    case .symbol, .apostrophe:
      word.removeAll(keepingCapacity: true)
      Folding.append(scalar, to: &word)
      offset += length
      emit(.symbol, table.intern(folded: word), from: offset - length, isCapitalised: false)
    }
  }

  /// Reads a word of ASCII letters, digits and apostrophes; false, having read nothing, where another character
  /// touches it.
  @inline(__always)
  private mutating func readPlainWord(_ table: inout WordTable) -> Bool {
    let start = offset
    let takesDigits = !touchesNumber
    var end = start
    var hash = ByteHash()
    while end < text.count {
      let byte = text[end]
      let isInside =
        Self.isLetter(byte) || (takesDigits && byte &- 0x30 < 10)
        || (byte == 0x27 && end + 1 < text.count && Self.isLetter(text[end + 1]))
        || (byte == 0x2E && takesDigits && isBetweenDigits(end))
      guard isInside else { break }
      hash.add(byte | 0x20)
      end += 1
    }
    if end < text.count, text[end] >= 0x80 || text[end] == 0x27 { return false }
    offset = end
    let id = table.intern(text, start..<end, caseBit: 0x20, hash: hash.value)
    emit(.word, id, from: start, isCapitalised: text[start] & 0x20 == 0)
    return true
  }

  private mutating func readWord(_ table: inout WordTable) {
    let start = offset
    let isCapitalised = Folding.isCapital(UTF8Bytes.scalar(in: text, at: start).value)
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
      case .symbol:
        guard takesDigits, scalar == 0x2E, isBetweenDigits(offset) else { break reading }
        word.append(0x2E)
      case .space: break reading
      }
      offset += length
      end = offset
    }
    offset = end
    emit(.word, table.intern(folded: word), from: start, isCapitalised: isCapitalised)
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
    emit(.number, table.intern(folded: word), from: start, isCapitalised: false)
  }

  /// Adds the token that ends where reading has come to.
  @inline(__always)
  private mutating func emit(_ kind: Token.Kind, _ id: WordID, from start: Int, isCapitalised: Bool) {
    tokens.append(
      Token(
        span: Span(start, offset), word: id, kind: kind, isCapitalised: isCapitalised,
        followsSpace: afterSpace))
    afterSpace = false
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// True for the full stop of "AC2.3", which is no end of a sentence.
  @inline(__always)
  private func isBetweenDigits(_ stop: Int) -> Bool {
    stop > 0 && stop + 1 < text.count && text[stop - 1] &- 0x30 < 10 && text[stop + 1] &- 0x30 < 10
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
