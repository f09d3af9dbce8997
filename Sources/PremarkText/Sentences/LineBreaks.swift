/// Which line breaks inside a block end a sentence.
///
/// A break does when the line looks like one of its own: an empty line follows, or the next line begins with a
/// capital, a figure, a bullet or a label ("Name: …"). A break put inside a sentence by wrapping does not: the next
/// line begins in lower case and its sentence comes to a stop, or the line before it ends in a word or comma that
/// expects more. Short lines in lower case that come to no stop are a list.
struct LineBreaks {
  private struct Line {
    let first: Int
    var end: Int
    let isAfterBlank: Bool
  }

  private static let startsLine: UInt8 = 1
  private static let startsSentence: UInt8 = 2

  /// What each token starts; empty for a text of one line.
  private var starts: [UInt8] = []

  init(_ text: [UInt8], _ tokens: [Token]) {
    guard Self.breakCount(text, 0..<text.count, atMost: 1) > 0 else { return }
    let scanner = SentenceScanner(text, tokens)
    let lines = Self.lines(text, tokens)
    starts = [UInt8](repeating: 0, count: tokens.count)
    var stopsLater = false
    for index in lines.indices.reversed() where index > 0 {
      let line = lines[index]
      stopsLater = Self.endsInStop(line, scanner) || (stopsLater && Self.isContinued(lines, index, scanner))
      starts[line.first] = Self.startsLine
      if Self.isBoundary(lines[index - 1], line, stopsLater, scanner) {
        starts[line.first] |= Self.startsSentence
      }
    }
  }

  /// True where a sentence ends at the line break before a token.
  @inline(__always)
  func isBoundary(before index: Int) -> Bool { !starts.isEmpty && starts[index] & Self.startsSentence != 0 }

  /// True for the first token of every line but the first.
  func isLineStart(_ index: Int) -> Bool { !starts.isEmpty && starts[index] & Self.startsLine != 0 }
}

// MARK: - Lines

extension LineBreaks {
  /// Line feed, carriage return, vertical tab, form feed, U+0085, U+2028 and U+2029.
  private static func hasBreak(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    breakCount(text, range, atMost: 1) > 0
  }

  private static func breakCount(_ text: [UInt8], _ range: Range<Int>, atMost limit: Int) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset < range.upperBound, count < limit {
      let byte = text[offset]
      if byte >= 0x0A, byte <= 0x0D {
        count += 1
        if byte == 0x0D, offset + 1 < range.upperBound, text[offset + 1] == 0x0A { offset += 1 }
      } else if byte == 0xE2 || byte == 0xC2 {
        let scalar = UTF8Bytes.scalar(in: text, at: offset).value
        if scalar == 0x2028 || scalar == 0x2029 || scalar == 0x85 { count += 1 }
      }
      offset += 1
    }
    return count
  }

  private static func lines(_ text: [UInt8], _ tokens: [Token]) -> [Line] {
    var lines: [Line] = []
    for index in tokens.indices {
      let gap = index == 0 ? 0 : tokens[index - 1].span.end
      let breaks =
        tokens[index].followsSpace ? breakCount(text, gap..<tokens[index].span.start, atMost: 2) : 0
      if lines.isEmpty || breaks > 0 {
        lines.append(Line(first: index, end: index + 1, isAfterBlank: breaks > 1))
      } else {
        lines[lines.count - 1].end = index + 1
      }
    }
    return lines
  }
}

// MARK: - Deciding

extension LineBreaks {
  /// Longer lines were wrapped, shorter ones were typed.
  private static let wrappedLength = 60

  private static func isBoundary(
    _ above: Line, _ line: Line, _ stopsLater: Bool, _ scanner: SentenceScanner
  ) -> Bool {
    if line.isAfterBlank || opensItem(line, scanner) || isLabelled(line, scanner) { return true }
    if endsInStop(above, scanner) { return endsInAbbreviation(above, line, scanner) }
    if expectsMore(above, scanner) { return false }
    switch begins(line, scanner) {
    case .capital, .number: return true
    case .mark: return false
    case .lower:
      return !stopsLater && length(above, scanner) < wrappedLength
    }
  }

  private enum Beginning {
    case capital, lower, number, mark
  }

  private static func begins(_ line: Line, _ scanner: SentenceScanner) -> Beginning {
    let first = scanner.afterOpeners(line.first)
    guard first < line.end else { return .mark }
    switch scanner.tokens[first].kind {
    case .word: return scanner.tokens[first].isCapitalised ? .capital : .lower
    case .number: return .number
    case .symbol:
      switch scanner.symbol(first) {
      case 0x21, 0x25, 0x26, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x5D: return .mark
      default: return .number
      }
    }
  }

  private static func isContinued(_ lines: [Line], _ index: Int, _ scanner: SentenceScanner) -> Bool {
    index + 1 < lines.count && !lines[index + 1].isAfterBlank && begins(lines[index + 1], scanner) == .lower
  }

  /// The line's last token is a stop, or closes behind one.
  private static func endsInStop(_ line: Line, _ scanner: SentenceScanner) -> Bool {
    var last = line.end - 1
    while last > line.first, scanner.isCloser(last) { last -= 1 }
    return scanner.isTerminal(last)
  }

  /// "… on 4 Feb.⏎Finn, 11 February": where the stop alone would not tell, the line break does.
  private static func endsInAbbreviation(_ above: Line, _ line: Line, _ scanner: SentenceScanner) -> Bool {
    let stop = above.end - 1
    guard stop > above.first, scanner.isStop(stop), scanner.isTouching(stop) else { return false }
    let word = stop - 1
    switch Abbreviation(scanner.key(word), isCapitalised: scanner.tokens[word].isCapitalised) {
    case .none, .title, .inner, .numbered: return false
    case .closing, .unit: break
    }
    switch begins(line, scanner) {
    case .capital: return true
    case .number: return length(above, scanner) < wrappedLength
    case .lower, .mark: return false
    }
  }

  private static func length(_ line: Line, _ scanner: SentenceScanner) -> Int {
    scanner.tokens[line.end - 1].span.end - scanner.tokens[line.first].span.start
  }

  private static func expectsMore(_ line: Line, _ scanner: SentenceScanner) -> Bool {
    let last = line.end - 1
    switch scanner.symbol(last) {
    case 0x2C, 0x26, 0x28, 0x2F, 0x2B: return true
    default: return line.end - line.first > 1 && Abbreviation.expectsMore(scanner.key(last))
    }
  }

  /// A bullet, a dash before a space, or a list number.
  private static func opensItem(_ line: Line, _ scanner: SentenceScanner) -> Bool {
    if ListMarker(at: line.first, in: scanner, beginsLine: true) != nil { return true }
    switch scanner.symbol(line.first) {
    case 0x2A, 0x2D, 0x2010...0x2015, 0xB7, 0x2022, 0x2023, 0x2043, 0x25A0...0x25FF, 0x2610...0x2612, 0x2713,
      0x2714,
      0x27A2, 0xF000...0xF0FF:
      return line.first + 1 < line.end
    default: return false
    }
  }

  /// "Name: …": a colon after at most four words.
  private static func isLabelled(_ line: Line, _ scanner: SentenceScanner) -> Bool {
    for index in line.first..<min(line.end, line.first + 5) {
      if scanner.symbol(index) == 0x3A {
        return index > line.first && (index + 1 == line.end || !scanner.isTouching(index + 1))
      }
      if scanner.isSymbol(index) { return false }
    }
    return false
  }
}
