import PremarkDocument

/// Titles by their letters and numbers, and leads over lines that are set in.
extension PlainTextReader {
  /// Offsets of the lines "A. Where I stand", "B. PLAN", "C. 121s": at least three, in the order of the alphabet from A,
  /// short, without a full stop, each over text. Letters in front of lines without text between them are a list.
  func letteredTitles(_ lines: [TextLine]) -> Set<Int32> {
    var found: [Int32] = []
    var textBetween = 0
    for line in lines where !line.isBlank {
      guard let letter = titleLetter(line) else {
        textBetween += 1
        continue
      }
      let expected = UInt8(ascii: "A") + UInt8(truncatingIfNeeded: found.count)
      guard letter == expected, found.isEmpty || textBetween > 0, found.count < 20 else { return [] }
      found.append(line.start)
      textBetween = 0
    }
    return found.count >= 3 && textBetween > 0 ? Set(found) : []
  }

  /// Offsets of the lines "1.1 Why we plan", "2.2 Finding strengths": at least two, each directly over its text, in rising
  /// order, short, ended on purpose without a stop. Numbers in front of whole answers are no titles.
  func numberedTitles(_ lines: [TextLine]) -> Set<Int32> {
    var found: [Int32] = []
    var last: [UInt8] = []
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && opensParagraphNumber(line) {
      guard line.indent < 2, !next.isBlank, !opensParagraphNumber(next), !isDrawing(next),
        isMeantEnd(line, next), text[Int(next.start)].isUpper || hasMarker(next)
      else { continue }
      let number = Array(text[line.range].prefix { $0 != 0x20 })
      let rest = text[line.range].dropFirst(number.count)
      guard TitleLook.isShort(rest), rest.count <= 70, !rest.contains(where: { $0.isDigit }) else { continue }
      guard last.lexicographicallyPrecedes(number) else { return [] }
      last = number
      found.append(line.start)
    }
    return found.count >= 2 ? Set(found) : []
  }

  /// The letter in front of a short line at the margin; nil where there is none.
  private func titleLetter(_ line: TextLine) -> UInt8? {
    guard line.indent < 2, line.count >= 4, line.count <= 60 else { return nil }
    let start = Int(line.start)
    let mark = text[start + 1]
    guard text[start].isUpper, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      text[start + 2] == 0x20, text[start + 3].isUpper || text[start + 3].isDigit
    else { return nil }
    switch text[Int(line.end) - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return nil
    default: return text[start]
    }
  }

  /// True for a line that ends in a colon over one that is set in.
  func leads(_ line: TextLine, to next: TextLine) -> Bool {
    text[Int(line.end) - 1] == UInt8(ascii: ":") && next.indent >= line.indent + 2
  }

  /// "this yr:" over lines set in by the same blanks, none of them a sentence: a lead and a list, a line an item.
  ///
  /// - Returns: the index after the list; nil where there is none.
  mutating func readLead(_ lines: [TextLine], _ i: Int, _ context: Context) -> Int? {
    let line = lines[i]
    guard !context.isCell, context.listDepth == 0, !breaks.isWrapped, line.count <= 40, i + 1 < lines.count,
      !lines[i + 1].isBlank, leads(line, to: lines[i + 1])
    else { return nil }
    var end = i + 1
    while end < lines.count, !lines[end].isBlank, lines[end].indent == lines[i + 1].indent {
      let item = lines[end]
      let last = text[Int(item.end) - 1]
      guard item.count <= 90, last != UInt8(ascii: "."), last != UInt8(ascii: ":"), !hasGap(item),
        ListMarker.read(text, at: Int(item.start), before: Int(item.end)) == nil
      else { return nil }
      end += 1
    }
    guard end - i > 2, end == lines.count || lines[end].indent <= line.indent || lines[end].isBlank else {
      return nil
    }
    var lead = context
    appendParagraph(Array(text[line.range]), &lead)
    for item in lines[(i + 1)..<end] {
      var inner = context
      inner.depth += 1
      inner.listDepth += 1
      inner.marker = "-"
      inner.opensItem = true
      appendParagraph(Array(text[item.range]), &inner)
    }
    return end
  }
}
