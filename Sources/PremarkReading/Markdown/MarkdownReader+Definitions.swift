import PremarkDocument

extension MarkdownReader {
  /// The lines without YAML front matter: `---`, "key: value" lines, `---` or `...`.
  func withoutFrontMatter(_ lines: [TextLine]) -> [TextLine] {
    guard let first = lines.first, first.count == 3,
      text.has("---", at: Int(first.start), before: Int(first.end))
    else { return lines }
    for i in 1..<min(lines.count, 200) {
      let line = lines[i]
      let start = Int(line.start)
      if line.count == 3,
        text.has("---", at: start, before: start + 3) || text.has("...", at: start, before: start + 3)
      {
        return i > 1 ? Array(lines[(i + 1)...]) : lines
      }
      // A blank line or prose means that the first line was a thematic break.
      guard !line.isBlank,
        line.indent > 0 || text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "#")
          || text[line.range].contains(UInt8(ascii: ":"))
      else { return lines }
    }
    return lines
  }

  /// Takes out `[label]: address` and `[^label]: text`, so that they can be used before they come.
  mutating func withoutDefinitions(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { !$0.isBlank && text[Int($0.start)] == UInt8(ascii: "[") }) else {
      return lines
    }
    var body: [TextLine] = []
    body.reserveCapacity(lines.count)
    var i = 0
    var inFence = false
    while i < lines.count {
      let line = lines[i]
      if text.has("```", at: Int(line.start), before: Int(line.end)) { inFence.toggle() }
      guard !inFence, line.indent < 4, !line.isBlank, let colon = endOfLabel(line) else {
        body.append(line)
        i += 1
        continue
      }
      let label = (Int(line.start) + 1)..<(colon - 1)
      if text[label.lowerBound] == UInt8(ascii: "^") {
        i = takeNote(lines, i, label, colon)
      } else if isAddress(line, after: colon) {
        links.links.insert(LinkDefinitions.folded(text[label]))
        i += 1
      } else {
        body.append(line)
        i += 1
      }
    }
    return body
  }

  /// The index of the colon after `[label]` at the start of a line.
  private func endOfLabel(_ line: TextLine) -> Int? {
    guard text[Int(line.start)] == UInt8(ascii: "[") else { return nil }
    let limit = min(Int(line.end), Int(line.start) + 200)
    for i in (Int(line.start) + 1)..<max(limit, Int(line.start) + 1) where text[i] == UInt8(ascii: "]") {
      let isLabel = i > Int(line.start) + 1 && i + 1 < Int(line.end) && text[i + 1] == UInt8(ascii: ":")
      return isLabel ? i + 1 : nil
    }
    return nil
  }

  /// True where one word that looks like an address follows: "[Name]: Priya" is a line of a form.
  private func isAddress(_ line: TextLine, after colon: Int) -> Bool {
    let rest = line.dropping(colon + 1 - Int(line.start), of: text)
    guard !rest.isBlank else { return false }
    let word = text[rest.range].prefix { !$0.isSpaceOrTab }
    let marks: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "<"), UInt8(ascii: "@")]
    return word.contains { marks.contains($0) }
  }

  private mutating func takeNote(_ lines: [TextLine], _ i: Int, _ label: Range<Int>, _ colon: Int) -> Int {
    let first = lines[i].dropping(colon + 1 - Int(lines[i].start), of: text)
    var inner = [first.outdented(Int(first.indent))]
    var end = i + 1
    while end < lines.count {
      let line = lines[end]
      let isLazy = !line.isBlank && !lines[end - 1].isBlank && endOfLabel(line) == nil
      guard line.isBlank || line.indent >= 2 || isLazy && !opensBlock(line, interrupting: true) else { break }
      inner.append(line.outdented(4))
      end += 1
    }
    let folded = LinkDefinitions.folded(text[label].dropFirst())
    if links.notes[folded] == nil { links.notes[folded] = notes.count }
    notes.append((inner, false))
    return end
  }
}
