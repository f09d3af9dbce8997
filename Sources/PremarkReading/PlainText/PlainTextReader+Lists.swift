import PremarkDocument

extension PlainTextReader {
  /// The marker that opens a list at `i`, or nil.
  ///
  /// A number that stands alone above other text is a heading ("2. My plan"), not an item.
  func openingMarker(_ lines: [TextLine], _ i: Int, _ context: Context) -> ListMarker? {
    let line = lines[i]
    if let marker = ListMarker.read(text, at: Int(line.start), before: Int(line.end)) {
      if isStar(marker), marker.length == line.count { return nil }
      return isText(lines, i, marker) ? nil : marker
    }
    let doubtful = ListMarker.readDoubtful(text, at: Int(line.start), before: Int(line.end))
    for marker in doubtful where marker.isBullet || marker.value == 1 {
      if hasSecond(lines, i, marker) { return marker }
    }
    return nil
  }

  /// A number that is part of the text: that of a heading, or, where lists have wide markers, one with a single space.
  private func isText(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> Bool {
    guard marker.isNumber else { return false }
    if isTitleOverText(lines, i, marker) { return true }
    if hasWideMarkers, lines[i].dropping(marker.length, of: text).indent == 1 { return true }
    return isNumberedHeading(lines, i, marker)
  }

  private func isStar(_ marker: ListMarker) -> Bool { marker.style == .bullet(0x2A) }

  /// True where another item of the same list follows within thirty lines.
  private func hasSecond(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> Bool {
    for other in lines[(i + 1)..<min(i + 30, lines.count)] where abs(other.indent - lines[i].indent) < 2 {
      let next = ListMarker.readDoubtful(text, at: Int(other.start), before: Int(other.end))
      if next.contains(where: { $0.style == marker.style && (marker.isBullet || $0.value == 2) }) {
        return true
      }
      if next.contains(marker) { return false }
    }
    return false
  }

  /// A short line without a full stop, alone between blank lines, with one space after its number, above something
  /// that is not the next number.
  private func isNumberedHeading(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> Bool {
    let line = lines[i]
    guard line.indent < 4, i == 0 || lines[i - 1].isBlank, i + 1 < lines.count,
      lines[i + 1].isBlank || isDrawing(lines[i + 1])
    else { return false }
    let rest = line.dropping(marker.length, of: text)
    guard !rest.isBlank, rest.indent == 1 else { return false }
    guard TitleLook.isShort(text[rest.range]) || text[Int(line.end) - 1] == UInt8(ascii: "?") else {
      return false
    }
    var next = i + 1
    while next < lines.count, lines[next].isBlank || isDrawing(lines[next]) { next += 1 }
    guard next < lines.count else { return false }
    let other = ListMarker.read(text, at: Int(lines[next].start), before: Int(lines[next].end))
    return other?.style != marker.style || other?.value == 1
  }

  /// True for a numbered title with its text set in under it.
  func isNumberedTitle(_ lines: [TextLine], _ i: Int) -> Bool {
    guard let marker = ListMarker.read(text, at: Int(lines[i].start), before: Int(lines[i].end)),
      marker.isNumber
    else { return false }
    return isTitleOverText(lines, i, marker)
  }

  /// "1. Where I want to be" directly over the answer, which is set in under it: short, without a full stop or figures,
  /// ended on purpose, and the next line opens a sentence; or over "1.1 …".
  private func isTitleOverText(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> Bool {
    guard i + 1 < lines.count, i == 0 || lines[i - 1].isBlank, !lines[i + 1].isBlank else { return false }
    let line = lines[i]
    let next = lines[i + 1]
    let rest = line.dropping(marker.length, of: text)
    guard line.indent < 4, next.indent >= line.indent + 2, !rest.isBlank, rest.count <= 60,
      text[Int(rest.start)].isUpper, TitleLook.isShort(text[rest.range]),
      !text[rest.range].contains(where: { $0.isDigit })
    else { return false }
    if opensParagraphNumber(next) { return true }
    return isMeantEnd(line, next) && rest.count <= 45
      && (text[Int(next.start)].isUpper || hasMarker(next) || hasGap(next))
  }

  /// "2.1  …": a paragraph that is numbered inside its section.
  func opensParagraphNumber(_ line: TextLine) -> Bool {
    var i = Int(line.start)
    let end = min(Int(line.end), i + 7)
    var dots = 0
    while i < end, text[i].isDigit || text[i] == UInt8(ascii: ".") && i > Int(line.start) {
      if text[i] == UInt8(ascii: ".") { dots += 1 }
      i += 1
    }
    return dots >= 1 && i < Int(line.end) && text[i] == 0x20 && text[i - 1].isDigit
      && i + 1 < Int(line.end) && (text[i + 1] == 0x20 || text[i + 1].isUpper)
  }

  /// Reads a list: items follow as long as their markers are of one style at one indent.
  mutating func readList(_ lines: [TextLine], _ i: Int, _ first: ListMarker, _ context: Context) -> Int {
    var deeper = context
    deeper.depth += 1
    deeper.listDepth += 1
    var end = i
    var marker = first
    while true {
      let (inner, next) = item(lines, end, marker)
      deeper.marker = marker.shown
      deeper.opensItem = true
      readBlocks(inner, deeper)
      end = next
      while end < lines.count, lines[end].isBlank { end += 1 }
      guard end < lines.count, abs(lines[end].indent - lines[i].indent) < 2,
        let following = following(lines, end, marker, context)
      else { return end }
      marker = following
    }
  }

  private func following(_ lines: [TextLine], _ i: Int, _ marker: ListMarker, _ context: Context)
    -> ListMarker?
  {
    let line = lines[i]
    if let next = ListMarker.read(text, at: Int(line.start), before: Int(line.end)),
      next.style == marker.style
    {
      return isText(lines, i, next) ? nil : next
    }
    return ListMarker.readDoubtful(text, at: Int(line.start), before: Int(line.end))
      .first { $0.style == marker.style && (marker.isBullet || $0.value == marker.value + 1) }
  }

  /// The lines of the item at `i`, its marker and indent taken off, and the index of the line after it.
  private func item(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> ([TextLine], Int) {
    let line = lines[i]
    let rest = line.dropping(marker.length, of: text)
    let offset = Int(line.indent) + marker.length + Int(rest.indent)
    var inner = [rest.outdented(Int(rest.indent))]
    var end = i + 1
    var last = line
    while end < lines.count {
      let next = lines[end]
      if next.isBlank {
        inner.append(next)
      } else if Int(next.indent) >= Int(line.indent) + (last.isBlank ? min(3, offset - Int(line.indent)) : 1)
      {
        inner.append(next.outdented(offset))
      } else {
        // A wrapped line without a hanging indent.
        guard !last.isBlank, breaks.isWrapped, !breaks.isMeant(last, next, in: text),
          ListMarker.read(text, at: Int(next.start), before: Int(next.end)) == nil
        else { break }
        inner.append(next.outdented(Int(next.indent)))
      }
      last = next
      end += 1
    }
    while let last = inner.last, last.isBlank, inner.count > 1 { inner.removeLast() }
    return (inner, end)
  }

  /// Reads pasted mail: lines that begin with ">".
  mutating func readMailQuote(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int {
    var inner: [TextLine] = []
    var end = i
    while end < lines.count, !lines[end].isBlank, text[Int(lines[end].start)] == UInt8(ascii: ">") {
      let rest = lines[end].dropping(1, of: text)
      inner.append(rest.outdented(min(1, Int(rest.indent))))
      end += 1
    }
    var deeper = context
    deeper.depth += 1
    deeper.isQuote = true
    readBlocks(inner, deeper)
    return end
  }

  /// Reads a quotation set off by two spaces on every line, in a text whose paragraphs are not indented.
  func indentedQuoteEnd(_ lines: [TextLine], _ i: Int) -> Int {
    var end = i
    var last = i
    while end < lines.count, lines[end].isBlank || lines[end].indent >= 2 {
      if !lines[end].isBlank { last = end + 1 }
      end += 1
    }
    return last
  }

  mutating func readIndentedQuote(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    guard hasIndentedQuotes, context.listDepth == 0, !context.isCell, lines[i].indent == 2,
      i == 0 || lines[i - 1].isBlank
    else { return nil }
    let end = indentedQuoteEnd(lines, i)
    guard end > i, end == lines.count || lines[end].isBlank || end == lines.count else { return nil }
    var deeper = context
    deeper.depth += 1
    deeper.isQuote = true
    readBlocks(lines[i..<end].map { $0.outdented(2) }, deeper)
    return end
  }
}
