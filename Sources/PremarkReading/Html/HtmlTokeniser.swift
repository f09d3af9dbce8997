/// Cuts HTML into tags and text the way browsers do (WHATWG HTML 13.2.5), without ever failing: what is no tag is
/// text. Comments, declarations and processing instructions are passed over, but for Word's list marks.
struct HtmlTokeniser {
  /// What comes next.
  enum Token {
    /// Bytes with references still in them.
    case text(Range<Int>)
    /// The content of a raw element: no tags, no references but in `textarea` and `title`.
    case rawText(HtmlElement, Range<Int>)
    case start(HtmlElement)
    case end(HtmlElement)
    /// `<![if !supportLists]>` (true) or `<![endif]>` (false), which Word sets around a list marker.
    case marker(Bool)
    case finish
  }

  /// An attribute of the last start tag.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  let bytes: [UInt8]
  private(set) var at = 0
  private(set) var attributes: [Attribute] = []
  private var raw: HtmlElement = .unknown
  private var hasNoCommentEnd = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Moves on.
  mutating func next() -> Token {
    if raw != .unknown { return takeRaw() }
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "<") || !opensMarkup(at) { at += 1 }
      if at > start { return .text(start..<at) }
      if let token = takeMarkup() { return token }
    }
    return .finish
  }

  /// True for `<` before a letter, "/", "!" or "?".
  private func opensMarkup(_ i: Int) -> Bool {
    guard i + 1 < bytes.count else { return false }
    let next = bytes[i + 1]
    if next == UInt8(ascii: "/") { return i + 2 < bytes.count && bytes[i + 2].isLetter }
    return next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  private mutating func takeMarkup() -> Token? {
    let next = bytes[at + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") { return takeDeclaration() }
    let isEnd = next == UInt8(ascii: "/")
    at += isEnd ? 2 : 1
    let element = takeName()
    takeAttributes()
    if isEnd { return .end(element) }
    if element.isRaw { raw = element }
    return .start(element)
  }

  private mutating func takeDeclaration() -> Token? {
    if bytes.has("<!--", at: at, before: bytes.count) {
      // A comment without an end is a slip: a browser would drop all that follows, a reader cannot.
      guard !hasNoCommentEnd, let end = bytes.index(of: "-->", from: at + 2, before: bytes.count) else {
        hasNoCommentEnd = true
        at += 4
        return nil
      }
      at = end + 3
      return nil
    }
    let isList = bytes.has("<![if !supportLists]", at: at, before: bytes.count)
    let isEnd = bytes.has("<![endif]", at: at, before: bytes.count)
    // CDATA outside foreign elements is a comment in HTML; XHTML means its text.
    if bytes.has("<![CDATA[", at: at, before: bytes.count) {
      let start = at + 9
      let end = bytes.index(of: "]]>", from: start, before: bytes.count) ?? bytes.count
      at = min(end + 3, bytes.count)
      return .rawText(.xmp, start..<end)
    }
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
    at = min(at + 1, bytes.count)
    return isList ? .marker(true) : isEnd ? .marker(false) : nil
  }

  private mutating func takeName() -> HtmlElement {
    var name: [UInt8] = []
    while at < bytes.count, !bytes[at].isWhite, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/")
    {
      if name.count < 16 { name.append(bytes[at].lowered) }
      at += 1
    }
    return HtmlElement(name)
  }

  private mutating func takeAttributes() {
    attributes.removeAll(keepingCapacity: true)
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if bytes[at].isWhite || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let nameStart = at
      at += 1
      while at < bytes.count, !bytes[at].isWhite, !isEndOfName(bytes[at]) { at += 1 }
      let name = nameStart..<at
      skipWhite()
      var value = at..<at
      if at < bytes.count, bytes[at] == UInt8(ascii: "=") {
        at += 1
        skipWhite()
        value = takeValue()
      }
      if attributes.count < 64 { attributes.append(Attribute(name: name, value: value)) }
    }
    at = min(at + 1, bytes.count)
  }

  private func isEndOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private mutating func takeValue() -> Range<Int> {
    guard at < bytes.count else { return at..<at }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = at + 1
      at = start
      while at < bytes.count, bytes[at] != quote { at += 1 }
      let end = at
      at = min(at + 1, bytes.count)
      return start..<end
    }
    let start = at
    while at < bytes.count, !bytes[at].isWhite, bytes[at] != UInt8(ascii: ">") { at += 1 }
    return start..<at
  }

  private mutating func skipWhite() { while at < bytes.count, bytes[at].isWhite { at += 1 } }

  /// Text up to the end tag of the raw element, or to the end.
  private mutating func takeRaw() -> Token {
    let element = raw
    raw = .unknown
    let start = at
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "<"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "/") {
        var ahead = self
        ahead.at = at + 2
        if ahead.takeName() == element { break }
      }
      at += 1
    }
    return .rawText(element, start..<at)
  }
}

extension HtmlTokeniser {
  /// The value of an attribute of the last start tag, references in place; nil where it has none.
  func value(_ name: StaticString) -> Range<Int>? {
    let length = name.utf8CodeUnitCount
    for attribute in attributes where attribute.name.count == length {
      let isSame = name.withUTF8Buffer { buffer in
        for i in 0..<length where bytes[attribute.name.lowerBound + i].lowered != buffer[i] { return false }
        return true
      }
      if isSame { return attribute.value }
    }
    return nil
  }

  /// The value of an attribute in small letters, without white space at its ends; empty where there is none.
  func lowered(_ name: StaticString) -> [UInt8] {
    guard let range = value(name) else { return [] }
    var text = bytes[range].map { $0.lowered }
    while let last = text.last, last.isWhite { text.removeLast() }
    return Array(text.drop { $0.isWhite })
  }

  /// The number that an attribute begins with.
  func number(_ name: StaticString) -> Int? {
    guard let range = value(name) else { return nil }
    var number = 0
    var digits = 0
    for byte in bytes[range] where digits > 0 || !byte.isWhite {
      guard byte.isDigit, digits < 6 else { break }
      number = number * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 ? number : nil
  }

  /// True where the last start tag has the attribute at all.
  func has(_ name: StaticString) -> Bool { value(name) != nil }
}
