import PremarkDocument
import PremarkText

/// Reads Markdown: the blocks of CommonMark 0.31 that a plan can have, GFM tables and task lists, pandoc's tables,
/// notes and attributes.
///
/// Containers are read by taking their marks off their lines and reading what is left as a document of its own; a
/// line is only offsets, so nothing is copied but the list of lines, once for each depth (at most
/// ``ReadingLimits/listDepth``).
///
/// Deviations from CommonMark, for what learners hand in: a line end is kept as a line break unless the text is
/// hard-wrapped (``LineBreaks``); "•" and lettered lists are lists; a heading underlined with dashes has at most two
/// lines.
struct MarkdownReader {
  /// Where a block stands.
  struct Context {
    var depth = 0
    var listDepth = 0
    var isQuote = false
    var isNote = false
    /// The marker of the item whose first block comes next.
    var marker: String?
    /// True for the first block of an item.
    var opensItem = false
  }

  let text: [UInt8]
  var builder = DocumentBuilder(format: .markdown)
  var cleaning: TextCleaning
  var breaks = LineBreaks()
  var links = LinkDefinitions()
  var notes: [(lines: [TextLine], isRead: Bool)] = []
  var imageCount = 0

  init(_ text: [UInt8], cleaning: TextCleaning) {
    self.text = text
    self.cleaning = cleaning
  }

  /// Reads the whole text, whose lines are given.
  mutating func read(_ lines: [TextLine]) throws(ReadingError) -> Document {
    let body = withoutDefinitions(withoutFrontMatter(lines))
    noteBreaks(body)
    readBlocks(body, Context())
    for index in notes.indices { readNote(index) }
    if imageCount > 0 {
      builder.warn(
        "image-without-text",
        imageCount == 1 ? "An image cannot be read." : "\(imageCount) images cannot be read.")
    }
    for warning in cleaning.warnings { builder.warn(warning.code, warning.message) }
    return try builder.finish()
  }

  private mutating func noteBreaks(_ lines: [TextLine]) {
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard !line.isBlank, !next.isBlank, !opensBlock(next, interrupting: true), !PipeTable.isRow(text, line),
        Self.headingLevel(text, line) == nil, !TextTable.isRule(text, line), !TextTable.isRule(text, next),
        line.indent < 24
      else { continue }
      breaks.note(line, next, in: text)
    }
    breaks.settle()
  }

  /// Reads the blocks of one container.
  mutating func readBlocks(_ lines: [TextLine], _ context: Context) {
    var context = context
    var i = 0
    while i < lines.count {
      if lines[i].isBlank {
        i += 1
        continue
      }
      i = readBlock(lines, i, &context)
    }
  }

  /// Reads the block at `i`.
  ///
  /// - Returns: the index of the line after it.
  private mutating func readBlock(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int {
    let line = lines[i]
    if let next = readTable(lines, i) {
      context.opensItem = false
      return next
    }
    if line.indent >= 4 { return readIndented(lines, i, &context) }
    if let level = Self.headingLevel(text, line) {
      appendHeading(headingText(line), level: level, &context)
      return i + 1
    }
    if let fence = fence(line) { return readFenced(lines, i, fence, &context) }
    if isThematicBreak(line) || text.has(":::", at: Int(line.start), before: Int(line.end)) { return i + 1 }
    if text[Int(line.start)] == UInt8(ascii: "<"), let next = readHTML(lines, i, &context) { return next }
    if context.depth < ReadingLimits.listDepth {
      if text[Int(line.start)] == UInt8(ascii: ">") { return readQuote(lines, i, context) }
      if let marker = marker(lines, i) { return readList(lines, i, marker, context) }
    }
    return readParagraph(lines, i, &context)
  }
}

// MARK: - Leaves

extension MarkdownReader {
  /// The level of an ATX heading (CommonMark 4.2), or nil.
  static func headingLevel(_ text: [UInt8], _ line: TextLine) -> Int? {
    var i = Int(line.start)
    while i < Int(line.end), text[i] == UInt8(ascii: "#") { i += 1 }
    let level = i - Int(line.start)
    guard level > 0, level <= 6, i == Int(line.end) || text[i].isSpaceOrTab else { return nil }
    return level
  }

  private func headingText(_ line: TextLine) -> [UInt8] {
    var start = Int(line.start)
    while start < Int(line.end), text[start] == UInt8(ascii: "#") { start += 1 }
    while start < Int(line.end), text[start].isSpaceOrTab { start += 1 }
    var end = Int(line.end)
    // Pandoc's "{#id .class}".
    if end > start, text[end - 1] == UInt8(ascii: "}"),
      let open = text[start..<end].lastIndex(of: UInt8(ascii: "{")), open + 1 < end,
      [UInt8(ascii: "#"), UInt8(ascii: "."), UInt8(ascii: "-")].contains(text[open + 1])
    {
      end = open
    }
    while end > start, text[end - 1].isSpaceOrTab { end -= 1 }
    var close = end
    while close > start, text[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close < end, close == start || text[close - 1].isSpaceOrTab { end = close }
    return Array(text[start..<max(start, end)])
  }

  mutating func appendHeading(_ source: [UInt8], level: Int, _ context: inout Context) {
    let styled = InlineParser.parse(source, links: links, cleaning: &cleaning)
    append(styled, kind: context.isNote ? .note : .heading, level: context.isNote ? 0 : level, context)
    context.opensItem = false
  }

  /// Adds a block, what was struck out of it, and the notes it refers to.
  mutating func append(
    _ styled: StyledText, kind: Block.Kind, level: Int, _ context: Context, marker: String? = nil
  ) {
    if styled.hasImage { imageCount += 1 }
    var block = Block(
      kind: kind, level: level, text: styled.text, emphasis: styled.emphasis, isQuote: context.isQuote,
      marker: marker)
    block.takeTypedMarker()
    builder.append(block)
    if !styled.deleted.isEmpty {
      builder.append(
        Block(kind: kind, level: level, text: styled.deleted, visibility: .deleted, isQuote: context.isQuote))
    }
    for label in styled.notes {
      if let index = links.notes[label] { readNote(index) }
    }
  }

  private mutating func readNote(_ index: Int) {
    guard !notes[index].isRead else { return }
    notes[index].isRead = true
    var context = Context()
    context.isNote = true
    readBlocks(notes[index].lines, context)
  }

  /// A thematic break (CommonMark 4.1).
  func isThematicBreak(_ line: TextLine) -> Bool {
    guard line.count <= 400 else { return false }
    var mark: UInt8 = 0
    var count = 0
    for byte in text[line.range] where !byte.isSpaceOrTab {
      guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") else {
        return false
      }
      if mark == 0 { mark = byte }
      guard byte == mark else { return false }
      count += 1
    }
    // A line of underscores is a blank to fill in as often as a rule; neither says anything.
    return count >= 3
  }

  private func fence(_ line: TextLine) -> (mark: UInt8, length: Int)? {
    let mark = text[Int(line.start)]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var i = Int(line.start)
    while i < Int(line.end), text[i] == mark { i += 1 }
    let length = i - Int(line.start)
    guard length >= 3, mark != UInt8(ascii: "`") || !text[i..<Int(line.end)].contains(mark) else {
      return nil
    }
    return (mark, length)
  }

  private mutating func readFenced(
    _ lines: [TextLine], _ i: Int, _ open: (mark: UInt8, length: Int), _ context: inout Context
  ) -> Int {
    var end = i + 1
    while end < lines.count {
      if let close = fence(lines[end]), close.mark == open.mark, close.length >= open.length,
        text[lines[end].range].allSatisfy({ $0 == open.mark })
      {
        break
      }
      end += 1
    }
    appendLiteral(lines[(i + 1)..<end], &context)
    return min(end + 1, lines.count)
  }

  /// Indented text is code in CommonMark (4.4); here more often a plan typed with the space bar: its words count,
  /// its marks do not. An indented list is a list.
  private mutating func readIndented(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int {
    if context.depth < ReadingLimits.listDepth, let marker = marker(lines, i) {
      return readList(lines, i, marker, context)
    }
    var end = i
    while end < lines.count, lines[end].isBlank || lines[end].indent >= 4 { end += 1 }
    appendLiteral(lines[i..<end], &context)
    return end
  }

  private mutating func appendLiteral(_ lines: ArraySlice<TextLine>, _ context: inout Context) {
    for part in lines.split(whereSeparator: { $0.isBlank }) {
      var styled = StyledText()
      for (n, line) in part.enumerated() {
        if n > 0 { styled.text.append(0x0A) }
        styled.text.append(contentsOf: text[line.range])
      }
      appendParagraph(styled, &context)
    }
  }

  /// Adds a paragraph, or the item that it opens.
  mutating func appendParagraph(_ styled: StyledText, _ context: inout Context) {
    if context.isNote {
      append(styled, kind: .note, level: 0, context)
    } else if context.opensItem {
      append(styled, kind: .listItem, level: context.listDepth, context, marker: context.marker)
      context.opensItem = false
    } else {
      append(styled, kind: .paragraph, level: 0, context)
    }
  }
}
