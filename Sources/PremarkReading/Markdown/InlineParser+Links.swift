// CommonMark 0.31: 6.3 "Links", 6.4 "Images", 6.5 "Autolinks", 6.6 "Raw HTML". Of a link its text is kept, of an
// image its description; addresses are dropped.

/// What a document defines for links and notes: labels, folded to lower case with single spaces.
struct LinkDefinitions {
  /// Labels of `[label]: address`.
  var links: Set<[UInt8]> = []
  /// Labels of `[^label]: text`, and the number of each text in the document.
  var notes: [[UInt8]: Int] = [:]

  /// A label as it is compared (CommonMark 6.3: case and runs of white space do not matter).
  static func folded(_ label: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    for byte in label {
      if byte.isWhite {
        if let last = out.last, last != 0x20 { out.append(0x20) }
      } else {
        out.append(byte.lowered)
      }
    }
    if out.last == 0x20 { out.removeLast() }
    return out
  }
}

extension InlineParser {
  mutating func openBracket(isImage: Bool) {
    let length = isImage ? 2 : 1
    emit(source[at..<(at + length)])
    at += length
    brackets.append(
      Bracket(
        node: nodes.count - 1, isImage: isImage, delimiter: lastDelimiter, place: at, isActive: true))
  }

  mutating func closeBracket() {
    guard let open = brackets.popLast(), open.isActive else { return emitOne() }
    let inner = open.place..<at
    if inner.first.map({ source[$0] }) == UInt8(ascii: "^"), inner.count < 100,
      links.notes[LinkDefinitions.folded(source[inner].dropFirst())] != nil
    {
      return closeNote(open, inner)
    }
    guard let end = endOfTarget(inner) else {
      guard !open.isImage, inner.count == 1, let box = CheckBox.shown(source[inner.lowerBound]) else {
        return emitOne()
      }
      return closeBox(open, box)
    }
    nodes[open.node].end = nodes[open.node].start
    pairDelimiters(above: open.delimiter)
    if open.isImage {
      result.hasImage = true
    } else {
      deactivateOpenBrackets()
    }
    at = end
  }

  /// Links do not nest. Those below one that is inactive are so already.
  private mutating func deactivateOpenBrackets() {
    for i in brackets.indices.reversed() where !brackets[i].isImage {
      guard brackets[i].isActive else { return }
      brackets[i].isActive = false
    }
  }

  private mutating func closeBox(_ open: Bracket, _ box: StaticString) {
    for i in open.node..<nodes.count { nodes[i].end = nodes[i].start }
    box.withUTF8Buffer { emit($0) }
    at += 1
  }

  private mutating func closeNote(_ open: Bracket, _ inner: Range<Int>) {
    for i in open.node..<nodes.count { nodes[i].end = nodes[i].start }
    lastDelimiter = open.delimiter
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = -1 }
    if result.notes.count < 1000 { result.notes.append(LinkDefinitions.folded(source[inner].dropFirst())) }
    at += 1
  }

  /// Where a link whose text ends at `at` ends, or nil where there is no link.
  private mutating func endOfTarget(_ inner: Range<Int>) -> Int? {
    let next = at + 1
    if next < source.count {
      if source[next] == UInt8(ascii: "("), let end = endOfAddress(next + 1) { return skipAttributes(end) }
      if source[next] == UInt8(ascii: "{") {
        let end = skipAttributes(next)
        if end > next { return end }
      }
      if source[next] == UInt8(ascii: "["), let close = endOfLabel(next + 1) {
        let label = close == next + 1 ? inner : (next + 1)..<close
        return isDefined(label) ? close + 1 : nil
      }
    }
    return isDefined(inner) ? next : nil
  }

  private func isDefined(_ label: Range<Int>) -> Bool {
    !links.links.isEmpty && label.count < 1000 && links.links.contains(LinkDefinitions.folded(source[label]))
  }

  private func endOfLabel(_ start: Int) -> Int? {
    var i = start
    while i < source.count, i - start < 1000 {
      if source[i] == UInt8(ascii: "]") { return i }
      if source[i] == UInt8(ascii: "[") { return nil }
      i += source[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// The end of `address "title")`. Addresses and titles are held to 2000 bytes, and all of them together to four
  /// times the text, so that a text of many brackets stays linear.
  private mutating func endOfAddress(_ start: Int) -> Int? {
    let limit = min(source.count, start + min(2000, addressBudget))
    var i = skipWhite(start, limit)
    guard i < limit else { return nil }
    if source[i] == UInt8(ascii: "<") {
      i += 1
      while i < limit, source[i] != UInt8(ascii: ">") {
        if source[i] == 0x0A || source[i] == UInt8(ascii: "<") { return nil }
        i += source[i] == UInt8(ascii: "\\") ? 2 : 1
      }
      i += 1
    } else {
      var depth = 0
      while i < limit, !source[i].isWhite {
        if source[i] == UInt8(ascii: "(") { depth += 1 }
        if source[i] == UInt8(ascii: ")") {
          if depth == 0 { break }
          depth -= 1
        }
        i += source[i] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    let address = i
    addressBudget = max(0, addressBudget - (i - start))
    i = skipWhite(i, limit)
    guard i < limit else { return nil }
    if i > address, let close = closingQuote(source[i]) {
      i += 1
      while i < limit, source[i] != close { i += source[i] == UInt8(ascii: "\\") ? 2 : 1 }
      addressBudget = max(0, addressBudget - (i - address))
      i = skipWhite(i + 1, limit)
    }
    return i < limit && source[i] == UInt8(ascii: ")") ? i + 1 : nil
  }

  private func closingQuote(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): byte
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  private func skipWhite(_ start: Int, _ limit: Int) -> Int {
    var i = start
    while i < limit, source[i].isWhite { i += 1 }
    return i
  }

  /// Pandoc's attributes after a span or link: `{.underline}`, `{#id}`, `{width="3in"}`.
  private func skipAttributes(_ start: Int) -> Int {
    guard start + 1 < source.count, source[start] == UInt8(ascii: "{") else { return start }
    let first = source[start + 1]
    guard first == UInt8(ascii: ".") || first == UInt8(ascii: "#") || first.isLetter else { return start }
    let limit = min(source.count, start + 300)
    for i in start..<limit where source[i] == UInt8(ascii: "}") {
      let hasValue = source[start..<i].contains(UInt8(ascii: "="))
      return first.isLetter && !hasValue ? start : i + 1
    }
    return start
  }
}

extension InlineParser {
  /// An autolink, a tag or a comment; any other "<" is itself.
  mutating func readAngle() {
    if source.has("<!--", at: at, before: source.count) { return readComment() }
    if nextAngleEnd < at { nextAngleEnd = source[at...].firstIndex(of: UInt8(ascii: ">")) ?? source.count }
    let end = nextAngleEnd
    guard end < source.count else { return emitOne() }
    if isAutolink(at + 1, end) {
      emit(source[(at + 1)..<end])
      at = end + 1
    } else if let tag = HTMLTag.read(source, at: at, before: source.count) {
      apply(tag)
      at = tag.end
    } else {
      emitOne()
    }
  }

  private mutating func readComment() {
    guard !hasNoCommentEnd, let end = source.index(of: "-->", from: at + 4, before: source.count) else {
      hasNoCommentEnd = true
      return emitOne()
    }
    at = end + 3
  }

  private func isAutolink(_ start: Int, _ end: Int) -> Bool {
    guard end > start, source[start].isLetterOrDigit else { return false }
    var hasColon = false
    var hasAt = false
    for i in start..<end {
      if source[i].isWhite || source[i] == UInt8(ascii: "<") { return false }
      if source[i] == UInt8(ascii: ":"), i - start > 1 { hasColon = true }
      if source[i] == UInt8(ascii: "@"), i > start { hasAt = true }
    }
    return hasColon || hasAt
  }

  private mutating func apply(_ tag: HTMLTag) {
    let step: Int32 = tag.isClosing ? -1 : 1
    switch tag.style {
    case .lineBreak: emit([0x0A])
    case .bold: emitChange { $0.bold = step }
    case .italic: emitChange { $0.italic = step }
    case .deleted: emitChange { $0.deleted = step }
    case .image: result.hasImage = true
    case .block: emit([0x20])
    case .other: break
    }
  }

  private mutating func emitChange(_ change: (inout Node) -> Void) {
    var node = Node(start: Int32(out.count), end: Int32(out.count))
    change(&node)
    nodes.append(node)
  }
}
