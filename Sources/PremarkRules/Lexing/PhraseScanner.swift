import PremarkText

/// Reads phrases: the elements of word lists and what stands in quotes in a condition.
///
/// In a list a comma ends a phrase; a line that goes on under it goes on with the phrase too. Inside quotes only the
/// quote ends it. `#` begins a comment at the start of a line or after a space, outside quotes.
struct PhraseScanner {
  let text: [UInt8]
  let file: Int
  /// Every `<…>` met, with its place.
  var references: [(Reference, RuleLocation)] = []
  var diagnostics: [Diagnostic] = []
  private var at = 0
  private var end = 0
  private var inQuotes = false
  private var isTerm = false
  /// Where the last element read ends.
  private var lastWordEnd = 0
  /// Elements of the phrase at hand, so that each phrase takes one array of its own size.
  private var collected: [Phrase.Element] = []
  /// FNV-1a, 64 bits, of the words and signs of the phrase at hand.
  private var hash = FNV64()

  init(text: [UInt8], file: Int) {
    self.text = text
    self.file = file
  }

  /// The phrases of a stretch of a word list; unreadable ones are reported and left out.
  mutating func list(in span: Span) -> PhraseRun {
    (at, end) = (span.start, span.end)
    var run = PhraseRun()
    var afterComma = false
    var hasBegun = false
    while true {
      skipBlanks()
      guard at < end else { return run }
      if text[at] == .comma {
        if afterComma || !hasBegun { diagnostics.append(.emptyPhrase(at: place(at, at + 1))) }
        afterComma = true
        hasBegun = true
        at += 1
        continue
      }
      afterComma = false
      hasBegun = true
      let start = at
      hash = FNV64()
      do throws(ParseFailure) {
        let phrase = try text[at] == .quote ? quoted() : phrase(from: start)
        run.append(phrase, hash: hash.value)
      } catch {
        diagnostics.append(error.diagnostic)
        skipPhrase(from: start)
      }
    }
  }

  /// The phrase inside the quotes of a string token.
  mutating func phrase(inQuotes span: Span) throws(ParseFailure) -> Phrase {
    (at, end) = (span.start, span.end)
    isTerm = true
    return try quoted()
  }

  private mutating func quoted() throws(ParseFailure) -> Phrase {
    let start = at
    at += 1
    inQuotes = true
    defer { inQuotes = false }
    let elements = try collectedElements(closing: .quote)
    guard at < end, text[at] == .quote else { throw ParseFailure(.openString(at: place(start, start + 1))) }
    at += 1
    guard !elements.isEmpty else { throw ParseFailure(.emptyPhrase(at: place(start, at))) }
    let phrase = Phrase(elements: elements, location: place(start, at))
    if isTerm { return phrase }
    skipBlanks()
    guard at >= end || text[at] == .comma else {
      throw malformed("words after the closing quote", at..<(at + 1), help: "put all of the phrase in quotes")
    }
    return phrase
  }

  private mutating func phrase(from start: Int) throws(ParseFailure) -> Phrase {
    let elements = try collectedElements(closing: .comma)
    return Phrase(elements: elements, location: place(start, lastWordEnd))
  }

  private mutating func collectedElements(closing: UInt8) throws(ParseFailure) -> [Phrase.Element] {
    collected.removeAll(keepingCapacity: true)
    try collect(closing: closing)
    return collected.count == 1 ? [collected[0]] : Array(collected[...])
  }

  private mutating func collect(closing: UInt8) throws(ParseFailure) {
    while true {
      if inQuotes { skipSpaces() } else { skipBlanks() }
      guard at < end else { return }
      if takePlainWord() { continue }
      switch text[at] {
      case closing, .lineFeed: return
      // An open bracket ends where the phrase does.
      case inQuotes ? .quote : .comma: return
      case .close where closing != .close:
        throw malformed("')' without '('", at..<(at + 1), help: "take it out, or open the bracket")
      case .open:
        guard closing != .close else {
          throw malformed("brackets inside brackets", at..<(at + 1), help: "write two phrases")
        }
        collected.append(try optional())
      default:
        collected.append(try alternatives())
      }
      lastWordEnd = at
    }
  }

  /// Takes a word of small letters with a space or the end of its phrase behind it: most words by far.
  private mutating func takePlainWord() -> Bool {
    let (start, end) = (at, end)
    let ending = inQuotes ? UInt8.quote : .comma
    let read = text.withUnsafeBufferPointer { bytes -> (word: String, next: Int, hash: FNV64)? in
      var next = start
      var hash = hash
      while next < end, bytes[next] &- 0x61 < 26 {
        hash.add(bytes[next])
        next += 1
      }
      guard next > start, next == end || bytes[next] == .space || bytes[next] == ending else { return nil }
      hash.add(0xFF)
      return (String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<next]), as: UTF8.self), next, hash)
    }
    guard let (word, next, hash) = read else { return false }
    self.hash = hash
    collected.append(.word(word))
    at = next
    lastWordEnd = next
    return true
  }

  private mutating func optional() throws(ParseFailure) -> Phrase.Element {
    let start = at
    at += 1
    let outer = collected.count
    try collect(closing: .close)
    let inner = Array(collected[outer...])
    collected.removeSubrange(outer...)
    hash.add(1)
    guard at < end, text[at] == .close else {
      throw malformed("'(' without ')'", start..<(start + 1), help: "close the bracket")
    }
    at += 1
    guard !inner.isEmpty else { throw ParseFailure(.emptyPhrase(at: place(start, at))) }
    return .optional(inner)
  }

  private mutating func alternatives() throws(ParseFailure) -> Phrase.Element {
    let first = try element()
    guard at < end, text[at] == .slash else { return first }
    var all = [first]
    hash.add(2)
    while at < end, text[at] == .slash {
      at += 1
      guard at < end, !endsWord(text[at]) else {
        throw malformed("nothing after '/'", (at - 1)..<at, help: "write the words without spaces: sit/sat")
      }
      all.append(try element())
    }
    return .oneOf(all)
  }

  private mutating func element() throws(ParseFailure) -> Phrase.Element {
    let start = at
    if text[at] == .less { return try reference() }
    if text[at] == .quote && !inQuotes {
      throw malformed("a quote inside a phrase", at..<(at + 1), help: "put all of the phrase in quotes")
    }
    if let gap = gap() { return gap }
    let isExact = text[at] == .equals
    if isExact {
      at += 1
      hash.add(5)
    }
    let from = at
    while at < end, !endsWord(text[at]), !isAlternative(at) {
      if text[at] == .open || text[at] == .less {
        throw malformed(
          "'\(string(at..<(at + 1)))' inside a word", at..<(at + 1), help: "put a space before it")
      }
      if text[at] == .backslash, inQuotes, at + 1 < end { at += 1 }
      at += 1
    }
    guard at > from else {
      throw malformed("nothing after '='", start..<max(at, start + 1), help: "write the word right behind it")
    }
    if text[at - 1] == .colon, !inQuotes {
      throw malformed(
        "a colon", (at - 1)..<at,
        help: "put the phrase in quotes; a group's name stands at the start of a line")
    }
    if !isExact, text[at - 1] == .star { return starred(from) }
    return isExact ? .exact(word(from..<at)) : .word(word(from..<at))
  }

  private mutating func starred(_ from: Int) -> Phrase.Element {
    hash.add(3)
    return at - from == 1 ? .anyWord : .prefix(word(from..<(at - 1)))
  }

  /// `...` and `...5`, also with U+2026.
  private mutating func gap() -> Phrase.Element? {
    var next = at
    if next + 2 < end, text[next] == .stop, text[next + 1] == .stop, text[next + 2] == .stop {
      next += 3
    } else if next + 2 < end, text[next] == 0xE2, text[next + 1] == 0x80, text[next + 2] == 0xA6 {
      next += 3
    } else {
      return nil
    }
    var number = 0
    let digits = next
    while next < end, text[next].isDigit, next - digits < 3 {
      number = number * 10 + Int(text[next] - 0x30)
      next += 1
    }
    guard next >= end || endsWord(text[next]) else { return nil }
    at = next
    hash.add(4)
    hash.add(UInt8(truncatingIfNeeded: number))
    return .gap(upTo: next == digits ? 3 : number)
  }

  private mutating func reference() throws(ParseFailure) -> Phrase.Element {
    let start = at
    at += 1
    while at < end, text[at].isWordByte || text[at] == .colon { at += 1 }
    guard at < end, text[at] == .greater, at > start + 1 else {
      throw ParseFailure(.malformedReference(at: place(start, max(at, start + 1))))
    }
    let reference = Reference(written: string((start + 1)..<at))
    at += 1
    for index in start..<at { hash.add(text[index]) }
    references.append((reference, place(start, at)))
    return .reference(reference)
  }

  /// A slash separates alternatives unless it stands between digits ("24/7").
  private func isAlternative(_ offset: Int) -> Bool {
    guard text[offset] == .slash else { return false }
    return !(offset > 0 && offset + 1 < end && text[offset - 1].isDigit && text[offset + 1].isDigit)
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == .close || (inQuotes ? byte == .quote : byte == .comma)
  }

  private mutating func word(_ range: Range<Int>) -> String {
    var isPlain = true
    for index in range {
      let byte = text[index]
      let isCapital = byte &- 0x41 < 26
      if byte >= 0x80 || byte == .backslash || isCapital { isPlain = false }
      hash.add(isCapital ? byte | 0x20 : byte)
    }
    hash.add(0xFF)
    if isPlain { return string(range) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var escaped = false
    for byte in text[range] {
      if byte == .backslash, inQuotes, !escaped {
        escaped = true
        continue
      }
      escaped = false
      bytes.append(byte)
    }
    return String(decoding: Folding.folded(bytes), as: UTF8.self)
  }

  /// Passes over spaces, line ends and comments.
  private mutating func skipBlanks() {
    while at < end, text[at].isBlank || text[at] == .hash {
      if text[at] == .hash { while at + 1 < end, text[at + 1] != .lineFeed { at += 1 } }
      at += 1
    }
  }

  private mutating func skipSpaces() {
    while at < end, text[at] == .space || text[at] == .tab { at += 1 }
  }

  /// After an unreadable phrase: on to the next comma or line, commas in its quotes passed over. Lines are likelier to be
  /// separate phrases than one, once something is wrong.
  private mutating func skipPhrase(from start: Int) {
    if text[start] == .quote {
      var quote = start + 1
      while quote < end, text[quote] != .quote, text[quote] != .lineFeed {
        quote += text[quote] == .backslash && quote + 1 < end ? 2 : 1
      }
      at = max(at, min(quote, end))
    }
    while at < end, text[at] != .comma, text[at] != .lineFeed { at += 1 }
  }

  private func malformed(_ why: String, _ range: Range<Int>, help: String) -> ParseFailure {
    ParseFailure(.malformedPhrase(why, at: place(range.lowerBound, range.upperBound), help: help))
  }

  private func place(_ start: Int, _ end: Int) -> RuleLocation {
    RuleLocation(file: file, span: Span(start, max(start, end)))
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}

extension Reference {
  /// What stands between `<` and `>`.
  init(written text: String) {
    let bytes = Array(text.utf8)
    guard let colon = bytes.firstIndex(of: .colon) else {
      self.init(name: text, group: nil)
      return
    }
    self.init(
      name: String(decoding: bytes[..<colon], as: UTF8.self),
      group: String(decoding: bytes[(colon + 1)...], as: UTF8.self))
  }
}
