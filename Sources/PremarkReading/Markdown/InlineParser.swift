import PremarkDocument

/// Reads the inline markup of one paragraph, heading, item or cell: CommonMark 0.31 chapter 6, with GFM
/// strikethrough and what pandoc writes (`[text]{.underline}`, `1^st^`, `[^1]`).
///
/// The text is cut into nodes in one pass. A run of `*`, `_` or `~~` is a node that may open or close emphasis; pairs
/// are found afterwards by the delimiter stack of the CommonMark appendix, and each pair raises the depth of the
/// nodes between:
///
///     **Call *handling*.** Good      nodes:   ** Call  * handling * .  ** Good
///                                    bold:    0  1     1 1        1 1  0  0
///                                    italic:  0  0     0 1        0 0  0  0
///
/// Three deviations, all for forms and plans: a run of four or more underscores is a blank to fill in; `<name>` is
/// text unless `name` is an element of HTML; one tilde is a tilde ("~5 minutes").
///
/// O(*n*) but for scans that a flag keeps from being repeated in vain.
struct InlineParser {
  struct Node {
    /// Bytes in `out`.
    var start: Int32
    var end: Int32
    /// Changes of depth from this node on.
    var bold: Int32 = 0
    var italic: Int32 = 0
    var deleted: Int32 = 0
  }

  struct Delimiter {
    let node: Int
    let mark: UInt8
    let length: Int
    var left: Int
    let canOpen: Bool
    let canClose: Bool
    var previous: Int
    var next: Int
  }

  struct Bracket {
    let node: Int
    let isImage: Bool
    /// Last delimiter before it, or -1.
    let delimiter: Int
    /// Place in `source` after the bracket.
    let place: Int
    var isActive: Bool
  }

  let source: [UInt8]
  let links: LinkDefinitions
  var at = 0
  var out: [UInt8] = []
  var nodes: [Node] = []
  var delimiters: [Delimiter] = []
  var lastDelimiter = -1
  var brackets: [Bracket] = []
  var result = StyledText()
  var cleaning: TextCleaning
  /// Lengths of backtick runs that have no partner from here on.
  var unmatchedTicks: [Int] = []
  var hasNoCommentEnd = false
  /// The first ">" from `at` on, once looked for.
  var nextAngleEnd = -1
  /// Bytes of addresses and titles that may still be looked at.
  var addressBudget: Int

  init(_ source: [UInt8], links: LinkDefinitions, cleaning: TextCleaning) {
    self.source = source
    self.links = links
    self.cleaning = cleaning
    addressBudget = 4 * source.count + 2000
    out.reserveCapacity(source.count)
  }

  /// Reads it all.
  static func parse(_ source: [UInt8], links: LinkDefinitions, cleaning: inout TextCleaning) -> StyledText {
    guard source.contains(where: isSpecial) else {
      var plain = StyledText()
      plain.text = source
      return plain
    }
    var parser = InlineParser(source, links: links, cleaning: cleaning)
    parser.cut()
    parser.pairDelimiters(above: -1)
    parser.assemble()
    cleaning = parser.cleaning
    return parser.result
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "~"),
      UInt8(ascii: "^"):
      true
    default: false
    }
  }

  private mutating func cut() {
    while at < source.count {
      let start = at
      while at < source.count, !Self.isSpecial(source[at]) { at += 1 }
      if at > start { emit(source[start..<at]) }
      guard at < source.count else { return }
      switch source[at] {
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "`"): readCode()
      case UInt8(ascii: "&"): readReference()
      case UInt8(ascii: "<"): readAngle()
      case UInt8(ascii: "^"): readSuperscript()
      case UInt8(ascii: "["): openBracket(isImage: false)
      case UInt8(ascii: "]"): closeBracket()
      case UInt8(ascii: "!"):
        if source.has("![", at: at, before: source.count) { openBracket(isImage: true) } else { emitOne() }
      default: readDelimiter()
      }
    }
  }

  /// Adds a text node.
  mutating func emit(_ bytes: some Collection<UInt8>) {
    let start = Int32(out.count)
    out.append(contentsOf: bytes)
    nodes.append(Node(start: start, end: Int32(out.count)))
  }

  mutating func emitOne() {
    emit(source[at...at])
    at += 1
  }

  private mutating func readEscape() {
    let next = at + 1
    guard next < source.count, source[next].isMark || source[next] == 0x20 else { return emitOne() }
    emit(source[next...next])
    at += 2
  }

  private mutating func readReference() {
    guard let found = CharacterReference.read(source, at: at, before: source.count) else { return emitOne() }
    var raw: [UInt8] = []
    raw.appendScalar(found.value)
    emit(cleaning.cleaned(raw))
    at = found.end
  }

  /// "1^st^", as pandoc writes raised letters: the marks go.
  private mutating func readSuperscript() {
    var i = at + 1
    while i < source.count, i - at <= 4, source[i].isLetterOrDigit { i += 1 }
    guard i > at + 1, i < source.count, source[i] == UInt8(ascii: "^") else { return emitOne() }
    emit(source[(at + 1)..<i])
    at = i + 1
  }

  /// CommonMark 6.1.
  private mutating func readCode() {
    let start = at
    while at < source.count, source[at] == UInt8(ascii: "`") { at += 1 }
    let length = at - start
    guard !unmatchedTicks.contains(length), let close = closingTicks(length) else {
      if unmatchedTicks.count < 64 { unmatchedTicks.append(length) }
      return emit(source[start..<at])
    }
    var first = at
    var last = close
    if last - first > 2, source[first] == 0x20, source[last - 1] == 0x20,
      source[first..<last].contains(where: { $0 != 0x20 })
    {
      first += 1
      last -= 1
    }
    emit(source[first..<last])
    at = close + length
  }

  private func closingTicks(_ length: Int) -> Int? {
    guard unmatchedTicks.count < 64 else { return nil }
    var i = at
    while i < source.count {
      guard source[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let start = i
      while i < source.count, source[i] == UInt8(ascii: "`") { i += 1 }
      if i - start == length { return start }
    }
    return nil
  }

  /// Puts the nodes together, each in the style of its depth.
  private mutating func assemble() {
    var bold: Int32 = 0
    var italic: Int32 = 0
    var deleted: Int32 = 0
    for node in nodes {
      bold = max(0, bold + node.bold)
      italic = max(0, italic + node.italic)
      deleted = max(0, deleted + node.deleted)
      let bytes = out[Int(node.start)..<Int(node.end)]
      if deleted > 0 {
        result.deleted.append(contentsOf: bytes)
      } else {
        result.append(bytes, isBold: bold > 0, isItalic: italic > 0)
      }
    }
  }
}
