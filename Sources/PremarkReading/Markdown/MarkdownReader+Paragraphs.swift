import PremarkDocument

extension MarkdownReader {
  /// Reads a paragraph, or the heading that its underline makes of it (CommonMark 4.3, 4.8).
  mutating func readParagraph(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int {
    var end = i + 1
    var level = 0
    while end < lines.count, !lines[end].isBlank {
      if end - i <= 2, let underline = underlineLevel(lines[end]) {
        level = underline
        break
      }
      if opensBlock(lines[end], interrupting: true) || opensPipeTable(lines, end) { break }
      if lines[end].indent < 4, lettered(lines, end) != nil { break }
      end += 1
    }
    let source = joined(lines[i..<end])
    if level > 0 {
      appendHeading(source, level: level, &context)
      return end + 1
    }
    let styled = InlineParser.parse(source, links: links, cleaning: &cleaning)
    appendParagraph(styled, &context)
    return end
  }

  private func underlineLevel(_ line: TextLine) -> Int? {
    guard line.indent < 4 else { return nil }
    let mark = text[Int(line.start)]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), line.count >= 2,
      text[line.range].allSatisfy({ $0 == mark })
    else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// The lines of a paragraph as inline source, each line end a space or, where it was meant, "\n".
  func joined(_ lines: ArraySlice<TextLine>) -> [UInt8] {
    var source: [UInt8] = []
    for i in lines.indices {
      var range = lines[i].range
      guard i + 1 < lines.endIndex else {
        source.append(contentsOf: text[range])
        break
      }
      var isBreak = lines[i].endsInSpaces
      if text[range.upperBound - 1] == UInt8(ascii: "\\") {
        isBreak = true
        range = range.lowerBound..<(range.upperBound - 1)
      }
      source.append(contentsOf: text[range])
      isBreak = isBreak || text.has("**", at: Int(lines[i + 1].start), before: Int(lines[i + 1].end))
      source.append(isBreak || breaks.isMeant(lines[i], lines[i + 1], in: text) ? 0x0A : 0x20)
    }
    return source
  }

  /// True where a line opens a block other than a paragraph.
  ///
  /// - Parameter interrupting: inside a paragraph a list must have words and begin with 1 (CommonMark 5.2).
  func opensBlock(_ line: TextLine, interrupting: Bool) -> Bool {
    guard line.indent < 4, !line.isBlank else { return false }
    let first = text[Int(line.start)]
    switch first {
    case UInt8(ascii: "#"): return Self.headingLevel(text, line) != nil
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "`"): return text.has("```", at: Int(line.start), before: Int(line.end))
    case UInt8(ascii: "~"): return text.has("~~~", at: Int(line.start), before: Int(line.end))
    case UInt8(ascii: "<"): return opensHTML(line)
    case UInt8(ascii: "_"): return isThematicBreak(line)
    case UInt8(ascii: ":"): return text.has(":::", at: Int(line.start), before: Int(line.end))
    case UInt8(ascii: "*"), UInt8(ascii: "-"): if isThematicBreak(line) { return true }
    default: break
    }
    guard let marker = ListMarker.read(text, at: Int(line.start), before: Int(line.end)) else { return false }
    return !interrupting || marker.length < line.count && (marker.isBullet || marker.value == 1)
  }

  func opensPipeTable(_ lines: [TextLine], _ i: Int) -> Bool {
    guard i + 1 < lines.count, PipeTable.isRow(text, lines[i]), PipeTable.isRule(text, lines[i + 1]) else {
      return false
    }
    return PipeTable.columns(text, lines[i]) == PipeTable.columns(text, lines[i + 1])
  }
}
