import PremarkText

/// Reads phrases: the elements of word lists and what stands in quotes in a condition.
///
/// In a list a comma ends a phrase; a line that goes on under it goes on with the phrase too. Inside quotes only the
/// quote ends it. `#` begins a comment at the start of a line or after a space, outside quotes.
struct PhraseScanner {
  let text: [UInt8]
  let file: Int
  /// Where phrases are written to.
  private(set) var store: PhraseStore
  /// Every `<…>` met, as the number of its string, with its place.
  var references: [(number: Int32, location: RuleLocation)] = []
  var diagnostics: [Diagnostic] = []
  private var at = 0
  private var end = 0
  private var inQuotes = false
  private var isTerm = false
  /// Where the last element read ends.
  private var lastWordEnd = 0

  /// - Parameter store: of all lists; an empty one for a phrase that is read by itself.
  init(text: [UInt8], file: Int, store: PhraseStore = PhraseStore()) {
    self.text = text
    self.file = file
    self.store = store
  }

  /// Reads the phrases of a stretch of a word list; unreadable ones are reported and left out.
  mutating func readList(in span: Span, into entries: inout [PhraseEntry]) {
    (at, end) = (span.start, span.end)
    var afterComma = false
    var hasBegun = false
    while true {
      skipBlanks()
      guard at < end else { return }
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
      let first = store.codes.count
      do throws(ParseFailure) {
        entries.append(try text[at] == .quote ? quoted() : phrase(from: start))
      } catch {
        store.codes.removeSubrange(first...)
        diagnostics.append(error.diagnostic)
        skipPhrase(from: start)
      }
    }
  }

  /// The phrase inside the quotes of a string token.
  mutating func phrase(inQuotes span: Span) throws(ParseFailure) -> Phrase {
    (at, end) = (span.start, span.end)
    isTerm = true
    let entry = try quoted()
    return Phrase(entry: entry, store: store)
  }

  private mutating func quoted() throws(ParseFailure) -> PhraseEntry {
    let start = at
    let first = store.codes.count
    at += 1
    inQuotes = true
    defer { inQuotes = false }
    try collect(closing: .quote)
    guard at < end, text[at] == .quote else { throw ParseFailure(.openString(at: place(start, start + 1))) }
    at += 1
    guard store.codes.count > first else { throw ParseFailure(.emptyPhrase(at: place(start, at))) }
    let entry = store.entry(from: first, at: place(start, at))
    if isTerm { return entry }
    skipBlanks()
    guard at >= end || text[at] == .comma else {
      throw malformed("words after the closing quote", at..<(at + 1), help: "put all of the phrase in quotes")
    }
    return entry
  }

  private mutating func phrase(from start: Int) throws(ParseFailure) -> PhraseEntry {
    let first = store.codes.count
    try collect(closing: .comma)
    return store.entry(from: first, at: place(start, lastWordEnd))
  }

  private mutating func collect(closing: UInt8) throws(ParseFailure) {
    while true {
      if at < end, text[at] &- 0x61 >= 26 {
        if inQuotes { skipSpaces() } else { skipBlanks() }
      }
      guard at < end else { return }
      if let word = plainWord() {
        try alternatives(from: PhraseCode(.word, word))
        lastWordEnd = at
        continue
      }
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
        try optional()
      default:
        try alternatives(from: element())
      }
      lastWordEnd = at
    }
  }

  /// Takes a word of small letters with nothing in it or right behind it that says more: most words by far. Its number;
  /// nil, and nothing taken, where the word is none such.
  @inline(__always)
  private mutating func plainWord() -> Int32? {
    let (start, end) = (at, end)
    let ending = inQuotes ? UInt8.quote : .comma
    // safe: `next` never lies behind `end`, which never lies behind the text; the buffer is not kept.
    let (next, number) = text.withUnsafeBufferPointer { bytes -> (Int, Int32) in
      var next = start
      var hash = ByteHash()
      while next < end, bytes[next] &- 0x61 < 26 {
        hash.add(bytes[next])
        next += 1
      }
      guard next > start else { return (start, -1) }
      if next < end {
        switch bytes[next] {
        case .space, .lineFeed, .slash, .close, .tab, ending: break
        default: return (start, -1)
        }
      }
      let word = UnsafeBufferPointer(rebasing: bytes[start..<next])
      return (next, store.strings.number(of: word, hash: hash.value))
    }
    at = next
    return number < 0 ? nil : number
  }

  private mutating func optional() throws(ParseFailure) {
    let start = at
    at += 1
    let head = store.codes.count
    store.codes.append(PhraseCode(.optional))
    try collect(closing: .close)
    guard at < end, text[at] == .close else {
      throw malformed("'(' without ')'", start..<(start + 1), help: "close the bracket")
    }
    at += 1
    let inner = store.codes.count - head - 1
    guard inner > 0 else { throw ParseFailure(.emptyPhrase(at: place(start, at))) }
    store.codes[head] = PhraseCode(.optional, Int32(truncatingIfNeeded: inner))
  }

  /// Writes an element and, where `/` follows, those that may stand in its place.
  @inline(__always)
  private mutating func alternatives(from first: PhraseCode) throws(ParseFailure) {
    if at < end, text[at] == .slash {
      try oneOf(first)
    } else {
      store.codes.append(first)
    }
  }

  private mutating func oneOf(_ first: PhraseCode) throws(ParseFailure) {
    let head = store.codes.count
    store.codes.append(PhraseCode(.oneOf))
    store.codes.append(first)
    while at < end, text[at] == .slash {
      at += 1
      guard at < end, !endsWord(text[at]) else {
        throw malformed("nothing after '/'", (at - 1)..<at, help: "write the words without spaces: sit/sat")
      }
      if let word = plainWord() {
        store.codes.append(PhraseCode(.word, word))
      } else {
        store.codes.append(try element())
      }
    }
    let count = Int32(truncatingIfNeeded: store.codes.count - head - 1)
    store.codes[head] = PhraseCode(.oneOf, count)
  }

  private mutating func element() throws(ParseFailure) -> PhraseCode {
    let start = at
    if text[at] == .less { return try reference() }
    if text[at] == .quote && !inQuotes {
      throw malformed("a quote inside a phrase", at..<(at + 1), help: "put all of the phrase in quotes")
    }
    if let gap = gap() { return gap }
    let isExact = text[at] == .equals
    if isExact { at += 1 }
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
    return PhraseCode(isExact ? .exact : .word, word(from..<at))
  }

  private mutating func starred(_ from: Int) -> PhraseCode {
    at - from == 1 ? PhraseCode(.anyWord) : PhraseCode(.prefix, word(from..<(at - 1)))
  }

  /// `...` and `...5`, also with U+2026.
  private mutating func gap() -> PhraseCode? {
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
    return PhraseCode(.gap, next == digits ? 3 : Int32(truncatingIfNeeded: number))
  }

  private mutating func reference() throws(ParseFailure) -> PhraseCode {
    let start = at
    at += 1
    while at < end, text[at].isWordByte || text[at] == .colon { at += 1 }
    guard at < end, text[at] == .greater, at > start + 1 else {
      throw ParseFailure(.malformedReference(at: place(start, max(at, start + 1))))
    }
    let number = enter(text[(start + 1)..<at])
    at += 1
    references.append((number, place(start, at)))
    return PhraseCode(.reference, number)
  }

  private mutating func enter(_ bytes: ArraySlice<UInt8>) -> Int32 {
    // safe: read within the closure only.
    bytes.withUnsafeBufferPointer { store.strings.number(of: $0) }
  }

  /// A slash separates alternatives unless it stands between digits ("24/7").
  private func isAlternative(_ offset: Int) -> Bool {
    guard text[offset] == .slash else { return false }
    return !(offset > 0 && offset + 1 < end && text[offset - 1].isDigit && text[offset + 1].isDigit)
  }

  private func endsWord(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == .close || (inQuotes ? byte == .quote : byte == .comma)
  }

  /// The number of a word, folded.
  private mutating func word(_ range: Range<Int>) -> Int32 {
    var isPlain = true
    for index in range {
      let byte = text[index]
      if byte >= 0x80 || byte == .backslash || byte &- 0x41 < 26 { isPlain = false }
    }
    if isPlain { return enter(text[range]) }
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
    return enter(Folding.folded(bytes)[...])
  }

  /// Passes over spaces, line ends and comments.
  @inline(__always)
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
    guard text.utf8.contains(.colon) else {
      self.init(name: text, group: nil)
      return
    }
    let bytes = Array(text.utf8)
    let colon = bytes.firstIndex(of: .colon) ?? bytes.count
    self.init(
      name: String(decoding: bytes[..<colon], as: UTF8.self),
      group: String(decoding: bytes[(colon + 1)...], as: UTF8.self))
  }
}
