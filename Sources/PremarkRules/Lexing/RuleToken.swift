import PremarkText

/// A word or sign of a property: where it stands. It holds no text, so that thousands of tokens cost no allocation.
struct RuleToken {
  enum Kind {
    /// A word or name: letters, digits, `-`, `.`.
    case word
    /// Digits only.
    case number
    /// A quoted text; its span includes the quotes.
    case string
    /// `<…>`; its span includes the brackets.
    case reference
    case comma, open, close
    /// Any other sign.
    case other
    /// After the last one.
    case end
  }

  let kind: Kind
  let span: Span
  /// Of the bytes of what it says.
  let hash: UInt32

  /// No tokens but the end.
  static let onlyEnd = [RuleToken(kind: .end, span: Span(0, 0), hash: ByteHash().value)]

  /// Where what it says stands: a string without its quotes, a reference without its brackets.
  var inside: Range<Int> {
    kind == .string || kind == .reference ? span.start + 1..<span.end - 1 : span.range
  }

  /// What it says: the word; of a string what stands inside, escapes undone; of a reference what stands inside.
  func text(in bytes: [UInt8]) -> String {
    // safe: read within the closure only.
    let plain = bytes.withUnsafeBufferPointer { bytes -> String? in
      let inside = UnsafeBufferPointer(rebasing: bytes[inside])
      return kind == .string && inside.contains(.backslash) ? nil : String(decoding: inside, as: UTF8.self)
    }
    if let plain { return plain }
    var said: [UInt8] = []
    appendText(in: bytes, to: &said)
    return String(decoding: said, as: UTF8.self)
  }

  /// Adds the bytes of what it says.
  func appendText(in bytes: [UInt8], to said: inout [UInt8]) {
    guard kind == .string else {
      said += bytes[inside]
      return
    }
    var at = inside.lowerBound
    while at < inside.upperBound {
      if bytes.isEscape(at) { at += 1 }
      said.append(bytes[at])
      at += 1
    }
  }

  /// True where it is the word.
  @inline(__always)
  func isWord(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    kind == .word && says(word, in: bytes)
  }

  /// True where it says a word, which has no escapes.
  @inline(__always)
  func says(_ word: StaticString, in bytes: [UInt8]) -> Bool {
    let inside = inside
    guard inside.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<inside.count where bytes[inside.lowerBound + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// How a message names it.
  func described(in bytes: [UInt8]) -> String {
    switch kind {
    case .end: "the end of the line"
    case .string: "a text in quotes"
    default: "'\(kind == .reference ? "<" + text(in: bytes) + ">" : text(in: bytes))'"
    }
  }
}

extension [UInt8] {
  /// True where a backslash stands for the sign behind it.
  fileprivate func isEscape(_ at: Int) -> Bool {
    self[at] == .backslash && at + 1 < count && (self[at + 1] == .quote || self[at + 1] == .backslash)
  }
}

/// Cuts a property into words and signs.
struct RuleLexer {
  let text: [UInt8]
  let file: Int

  /// The tokens of a stretch, comments left out, with one of kind `end` after the last.
  ///
  /// - Throws: what is wrong with the first quote or bracket that does not close.
  func tokens(in span: Span, into tokens: inout [RuleToken]) throws(ParseFailure) {
    tokens.removeAll(keepingCapacity: true)
    var at = span.start
    while at < span.end {
      let byte = text[at]
      if byte.isBlank {
        at += 1
      } else if byte == .hash {
        while at < span.end, text[at] != .lineFeed { at += 1 }
      } else {
        let token = try token(at: at, end: span.end)
        tokens.append(token)
        at = token.span.end
      }
    }
    let end = tokens.last?.span.end ?? span.start
    tokens.append(RuleToken(kind: .end, span: Span(end, end), hash: ByteHash().value))
  }

  private func token(at start: Int, end: Int) throws(ParseFailure) -> RuleToken {
    switch text[start] {
    case .quote: return try string(at: start, end: end)
    case .less: return try reference(at: start, end: end)
    case .comma: return sign(.comma, at: start)
    case .open: return sign(.open, at: start)
    case .close: return sign(.close, at: start)
    default: return word(at: start, end: end)
    }
  }

  private func word(at start: Int, end: Int) -> RuleToken {
    var at = start
    var isNumber = true
    var hash = ByteHash()
    while at < end, text[at].isWordByte {
      isNumber = isNumber && text[at].isDigit
      hash.add(text[at])
      at += 1
    }
    guard at > start else {
      return sign(.other, at: start)
    }
    return RuleToken(kind: isNumber ? .number : .word, span: Span(start, at), hash: hash.value)
  }

  private func string(at start: Int, end: Int) throws(ParseFailure) -> RuleToken {
    var hash = ByteHash()
    var at = start + 1
    while at < end, text[at] != .lineFeed, text[at] != .quote {
      if at + 1 < end, text.isEscape(at) { at += 1 }
      hash.add(text[at])
      at += 1
    }
    guard at < end, text[at] == .quote else {
      throw ParseFailure(.openString(at: RuleLocation(file: file, span: Span(start, start + 1))))
    }
    return RuleToken(kind: .string, span: Span(start, at + 1), hash: hash.value)
  }

  private func reference(at start: Int, end: Int) throws(ParseFailure) -> RuleToken {
    var at = start + 1
    var hash = ByteHash()
    while at < end, text[at].isWordByte || text[at] == .colon {
      hash.add(text[at])
      at += 1
    }
    guard at < end, text[at] == .greater, at > start + 1 else {
      throw ParseFailure(
        .malformedReference(at: RuleLocation(file: file, span: Span(start, max(at, start + 1)))))
    }
    return RuleToken(kind: .reference, span: Span(start, at + 1), hash: hash.value)
  }

  private func sign(_ kind: RuleToken.Kind, at start: Int) -> RuleToken {
    var hash = ByteHash()
    hash.add(text[start])
    return RuleToken(kind: kind, span: Span(start, start + 1), hash: hash.value)
  }
}
