import PremarkText

/// A word or sign of a property.
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
  /// The word; of a string what it says, of a reference what stands inside.
  let text: String
  /// Of the bytes of `text`.
  let hash: UInt32

  init(kind: Kind, span: Span, bytes: ArraySlice<UInt8>) {
    self.kind = kind
    self.span = span
    // safe: read within the closure only.
    (text, hash) = bytes.withUnsafeBufferPointer {
      (String(decoding: $0, as: UTF8.self), ByteHash($0).value)
    }
  }

  /// How a message names it.
  var described: String {
    switch kind {
    case .end: "the end of the line"
    case .string: "a text in quotes"
    default: "'\(kind == .reference ? "<" + text + ">" : text)'"
    }
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
    tokens.append(RuleToken(kind: .end, span: Span(end, end), bytes: []))
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
    while at < end, text[at].isWordByte {
      isNumber = isNumber && text[at].isDigit
      at += 1
    }
    guard at > start else {
      return sign(.other, at: start)
    }
    return RuleToken(kind: isNumber ? .number : .word, span: Span(start, at), bytes: text[start..<at])
  }

  private func string(at start: Int, end: Int) throws(ParseFailure) -> RuleToken {
    var said: [UInt8] = []
    var at = start + 1
    while at < end, text[at] != .lineFeed, text[at] != .quote {
      if text[at] == .backslash, at + 1 < end, text[at + 1] == .quote || text[at + 1] == .backslash {
        at += 1
      }
      said.append(text[at])
      at += 1
    }
    guard at < end, text[at] == .quote else {
      throw ParseFailure(.openString(at: RuleLocation(file: file, span: Span(start, start + 1))))
    }
    return RuleToken(kind: .string, span: Span(start, at + 1), bytes: said[...])
  }

  private func reference(at start: Int, end: Int) throws(ParseFailure) -> RuleToken {
    var at = start + 1
    while at < end, text[at].isWordByte || text[at] == .colon { at += 1 }
    guard at < end, text[at] == .greater, at > start + 1 else {
      throw ParseFailure(
        .malformedReference(at: RuleLocation(file: file, span: Span(start, max(at, start + 1)))))
    }
    return RuleToken(kind: .reference, span: Span(start, at + 1), bytes: text[(start + 1)..<at])
  }

  private func sign(_ kind: RuleToken.Kind, at start: Int) -> RuleToken {
    RuleToken(kind: kind, span: Span(start, start + 1), bytes: text[start..<(start + 1)])
  }
}
