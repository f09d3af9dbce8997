import PremarkDocument

extension MarkdownReader {
  /// Reads a block quotation (CommonMark 5.1).
  mutating func readQuote(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int {
    var inner: [TextLine] = []
    var end = i
    var isParagraphOpen = false
    while end < lines.count, !lines[end].isBlank {
      let line = lines[end]
      if line.indent < 4, text[Int(line.start)] == UInt8(ascii: ">") {
        let rest = line.dropping(1, of: text)
        inner.append(rest.outdented(min(1, Int(rest.indent))))
        isParagraphOpen = leavesParagraphOpen(inner[inner.count - 1])
      } else {
        guard isParagraphOpen, !opensBlock(line, interrupting: false) else { break }
        inner.append(line)
      }
      end += 1
    }
    var deeper = context
    deeper.depth += 1
    deeper.isQuote = true
    readBlocks(inner, deeper)
    return end
  }

  /// The marker that a line of a list begins with.
  func marker(_ lines: [TextLine], _ i: Int) -> ListMarker? {
    ListMarker.read(text, at: Int(lines[i].start), before: Int(lines[i].end)) ?? lettered(lines, i)
  }

  /// A lettered or bracketed marker that begins a sequence: "a)" is believed where "b)" follows.
  func lettered(_ lines: [TextLine], _ i: Int) -> ListMarker? {
    let line = lines[i]
    let first = ListMarker.readDoubtful(text, at: Int(line.start), before: Int(line.end))
    for marker in first where !marker.isBullet && marker.value == 1 {
      for other in lines[(i + 1)..<min(i + 30, lines.count)] where abs(other.indent - line.indent) < 2 {
        let next = ListMarker.readDoubtful(text, at: Int(other.start), before: Int(other.end))
        if next.contains(where: { $0.style == marker.style && $0.value == 2 }) { return marker }
        if next.contains(marker) { break }
      }
    }
    return nil
  }

  /// The marker of the next item of a list that is open.
  private func next(_ lines: [TextLine], _ i: Int, after marker: ListMarker, _ value: Int) -> ListMarker? {
    let line = lines[i]
    if let found = ListMarker.read(text, at: Int(line.start), before: Int(line.end)) {
      return found.style == marker.style ? found : nil
    }
    return ListMarker.readDoubtful(text, at: Int(line.start), before: Int(line.end))
      .first { $0.style == marker.style && $0.value == value + 1 }
  }

  /// Reads a list (CommonMark 5.3): items follow as long as their markers are of one style.
  mutating func readList(_ lines: [TextLine], _ i: Int, _ first: ListMarker, _ context: Context) -> Int {
    var deeper = context
    deeper.depth += 1
    deeper.listDepth += 1
    var end = i
    var marker = first
    var value = first.value
    while true {
      let (inner, next) = item(lines, end, marker)
      deeper.marker = marker.shown(as: value)
      deeper.opensItem = true
      readBlocks(inner, deeper)
      end = next
      while end < lines.count, lines[end].isBlank { end += 1 }
      guard end < lines.count, lines[end].indent < 4 + lines[i].indent, !isThematicBreak(lines[end]),
        let following = self.next(lines, end, after: first, value)
      else { return end }
      marker = following
      value += 1
    }
  }

  /// The lines of the item at `i`, its marker and indent taken off, and the index of the line after it.
  private func item(_ lines: [TextLine], _ i: Int, _ marker: ListMarker) -> ([TextLine], Int) {
    let line = lines[i]
    let rest = line.dropping(marker.length, of: text)
    // CommonMark 5.2: one to four spaces belong to the marker; of five or more, one does.
    let gap = rest.isBlank || rest.indent > 4 && marker.length < 2 ? 1 : Int(rest.indent)
    let offset = Int(line.indent) + marker.length + max(1, gap)
    var inner = [rest.outdented(gap)]
    var end = i + 1
    var isParagraphOpen = leavesParagraphOpen(inner[0])
    while end < lines.count {
      let next = lines[end]
      if next.isBlank {
        if inner.count == 1, inner[0].isBlank { break }
        inner.append(next)
        isParagraphOpen = false
      } else if Int(next.indent) >= offset {
        inner.append(next.outdented(offset))
        isParagraphOpen = leavesParagraphOpen(next)
      } else {
        guard isParagraphOpen, !opensBlock(next, interrupting: false),
          self.next(lines, end, after: marker, marker.value) == nil
        else { break }
        inner.append(next.outdented(Int(next.indent)))
      }
      end += 1
    }
    while let last = inner.last, last.isBlank, inner.count > 1 { inner.removeLast() }
    return (inner, end)
  }

  /// True where the next line could go on with the paragraph that this one ends in (CommonMark 5.1, laziness).
  private func leavesParagraphOpen(_ line: TextLine) -> Bool {
    var line = line
    for _ in 0..<4 {
      if line.isBlank || isThematicBreak(line) || Self.headingLevel(text, line) != nil { return false }
      if text.has("```", at: Int(line.start), before: Int(line.end)) { return false }
      if PipeTable.isRule(text, line) { return false }
      if text[Int(line.start)] == UInt8(ascii: ">") {
        line = line.dropping(1, of: text)
      } else if let marker = ListMarker.read(text, at: Int(line.start), before: Int(line.end)) {
        line = line.dropping(marker.length, of: text)
      } else {
        return true
      }
    }
    return false
  }
}
