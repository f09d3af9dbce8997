// CommonMark 0.31: 6.2 "Emphasis and strong emphasis" and the appendix "A parsing strategy".

extension InlineParser {
  /// Reads a run of `*`, `_` or `~` and notes what it may do.
  mutating func readDelimiter() {
    let start = at
    let mark = source[at]
    while at < source.count, source[at] == mark { at += 1 }
    let length = at - start
    emit(source[start..<at])
    if mark == UInt8(ascii: "_"), length >= 4 { return }
    if mark == UInt8(ascii: "~"), length != 2 { return }
    let (canOpen, canClose) = flanks(start, at, mark)
    guard canOpen || canClose else { return }
    delimiters.append(
      Delimiter(
        node: nodes.count - 1, mark: mark, length: length, left: length, canOpen: canOpen, canClose: canClose,
        previous: lastDelimiter, next: -1))
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count - 1 }
    lastDelimiter = delimiters.count - 1
  }

  private func flanks(_ start: Int, _ end: Int, _ mark: UInt8) -> (canOpen: Bool, canClose: Bool) {
    let before = source.scalar(before: start) ?? 0x0A
    let after = end < source.count ? source.scalar(at: end).value : 0x0A
    let spaceBefore = before == 0x20 || before == 0x0A || before == 0x09
    let spaceAfter = after == 0x20 || after == 0x0A || after == 0x09
    let markBefore = Self.isPunctuation(before)
    let markAfter = Self.isPunctuation(after)
    let left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    let right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    guard mark == UInt8(ascii: "_") else { return (left, right) }
    return (left && (!right || markBefore), right && (!left || markAfter))
  }

  /// Unicode punctuation and symbols, as far as English text has them.
  private static func isPunctuation(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x80: UInt8(value).isMark
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: false
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20C0, 0x2190...0x2BFF,
      0x3001...0x3003, 0x3008...0x3020, 0xFF01...0xFF0F, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }

  /// Pairs openers with closers among the delimiters after `bottom`, and forgets them all.
  mutating func pairDelimiters(above bottom: Int) {
    // Below these no opener for that kind of closer is left: by mark, whether it can open, and length modulo 3.
    var bottoms = [Int](repeating: bottom, count: 18)
    var closer = firstDelimiter(above: bottom)
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let kind = Self.kind(of: delimiters[closer])
      if let opener = opener(for: closer, above: bottoms[kind]) {
        pair(opener, closer)
        if delimiters[closer].left == 0 {
          let next = delimiters[closer].next
          unlink(closer)
          closer = next
        }
      } else {
        bottoms[kind] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { unlink(closer) }
        closer = next
      }
    }
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  private func firstDelimiter(above bottom: Int) -> Int {
    if bottom >= 0 { return delimiters[bottom].next }
    var first = lastDelimiter
    while first >= 0, delimiters[first].previous >= 0 { first = delimiters[first].previous }
    return first
  }

  private static func kind(of delimiter: Delimiter) -> Int {
    let mark = delimiter.mark == UInt8(ascii: "*") ? 0 : delimiter.mark == UInt8(ascii: "_") ? 1 : 2
    return mark * 6 + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
  }

  private func opener(for closer: Int, above bottom: Int) -> Int? {
    var i = delimiters[closer].previous
    let c = delimiters[closer]
    while i > bottom, i >= 0 {
      let o = delimiters[i]
      // Rules 9 and 10: "the sum of the lengths is a multiple of 3".
      let clashes =
        (o.canClose || c.canOpen) && (o.length + c.length) % 3 == 0
        && (o.length % 3 != 0 || c.length % 3 != 0)
      if o.mark == c.mark, o.canOpen, !clashes { return i }
      i = o.previous
    }
    return nil
  }

  private mutating func pair(_ opener: Int, _ closer: Int) {
    let use = delimiters[opener].left >= 2 && delimiters[closer].left >= 2 ? 2 : 1
    let first = delimiters[opener].node
    let last = delimiters[closer].node
    if delimiters[closer].mark == UInt8(ascii: "~") {
      nodes[first + 1].deleted += 1
      nodes[last].deleted -= 1
    } else if use == 2 {
      nodes[first + 1].bold += 1
      nodes[last].bold -= 1
    } else {
      nodes[first + 1].italic += 1
      nodes[last].italic -= 1
    }
    nodes[first].end -= Int32(use)
    nodes[last].start += Int32(use)
    delimiters[opener].left -= use
    delimiters[closer].left -= use
    // What stands between can no longer pair with anything outside.
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
    if delimiters[opener].left == 0 { unlink(opener) }
  }

  private mutating func unlink(_ index: Int) {
    let previous = delimiters[index].previous
    let next = delimiters[index].next
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 {
      delimiters[next].previous = previous
    } else if lastDelimiter == index {
      lastDelimiter = previous
    }
  }
}
