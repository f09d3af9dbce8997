import PremarkDocument
import PremarkText

/// Reads plain text the way a person reads it: blank lines part paragraphs, marks and indents make lists, dashes and
/// aligned columns make tables, ">" quotes.
///
/// Nothing in the text is markup: asterisks stay. Which short lines are headings is decided by their look, for every
/// format alike, in ``DocumentBuilder``; this reader only sees to it that a title line is a block of its own.
struct PlainTextReader {
  /// Where a block stands.
  struct Context {
    var depth = 0
    var listDepth = 0
    var isQuote = false
    /// The marker of the item whose first block comes next; empty where the item has been opened.
    var marker: String?
    var opensItem = false
    var isCell = false
  }

  let text: [UInt8]
  var builder = DocumentBuilder(format: .text)
  let cleaning: TextCleaning
  var breaks = LineBreaks()
  /// Numbers of the notes at the end ("[1] …").
  var notes: Set<Int> = []
  /// True where more lines than paragraphs end where they were meant to: an entry a line, as in a diary.
  var hasEntryALine = false
  /// True where list markers are filled up to four columns, as pandoc writes them.
  var hasWideMarkers = false
  /// True where quotations are set off by two spaces, as pandoc writes them.
  var hasIndentedQuotes = false
  /// Offsets of lines that are titles by their letters or numbers: "A. …", "B. …", "C. …" or "1.1 …", "1.2 …" over text.
  var markedTitles: Set<Int32> = []

  init(_ text: [UInt8], cleaning: TextCleaning) {
    self.text = text
    self.cleaning = cleaning
  }

  /// Reads the whole text, whose lines are given.
  mutating func read(_ lines: [TextLine]) throws(ReadingError) -> Document {
    noteBreaks(lines)
    findNotes(lines)
    hasIndentedQuotes = isEvenlyIndented(lines)
    hasWideMarkers = lines.contains(where: isWide)
    markedTitles = letteredTitles(lines).union(numberedTitles(lines))
    readBlocks(lines, Context())
    for warning in cleaning.warnings { builder.warn(warning.code, warning.message) }
    return try builder.finish()
  }

  private mutating func noteBreaks(_ lines: [TextLine]) {
    var ends = 0
    var paragraphs = 1
    for (line, next) in zip(lines, lines.dropFirst()) {
      guard !line.isBlank, !next.isBlank,
        ListMarker.read(text, at: Int(next.start), before: Int(next.end)) == nil,
        !isDrawing(line), !isDrawing(next), text[Int(line.start)] != 0x7C, !hasGap(line), !hasGap(next),
        !leads(line, to: next), next.indent + 2 > line.indent
      else { continue }
      breaks.note(line, next, in: text)
      ends += 1
    }
    for (line, next) in zip(lines, lines.dropFirst()) where line.isBlank && !next.isBlank && next.indent < 2 {
      paragraphs += 1
    }
    breaks.settle()
    hasEntryALine = !breaks.isWrapped && ends >= paragraphs
  }

  /// True where less than a third of the lines are indented, so that an indent says something.
  private func isEvenlyIndented(_ lines: [TextLine]) -> Bool {
    var indented = 0
    var flush = 0
    for line in lines where !line.isBlank {
      if line.indent == 0 { flush += 1 } else if line.indent == 2 { indented += 1 }
    }
    return flush > 0 && indented < flush * 2
  }

  /// A list marker and white space of four columns together, or the rule of a table set in by two.
  private func isWide(_ line: TextLine) -> Bool {
    guard !line.isBlank else { return false }
    if line.indent == 2, line.count > 8, TextTable.isRule(text, line) { return true }
    guard line.indent % 4 == 0, let marker = ListMarker.read(text, at: Int(line.start), before: Int(line.end))
    else {
      return false
    }
    return marker.length < 3 && marker.length + Int(line.dropping(marker.length, of: text).indent) == 4
  }

  private mutating func findNotes(_ lines: [TextLine]) {
    var previousIsBlank = true
    for line in lines {
      if previousIsBlank, line.indent == 0, let note = noteNumber(Int(line.start), Int(line.end)) {
        if note.end < Int(line.end), text[note.end] == 0x20 { notes.insert(note.number) }
      }
      previousIsBlank = line.isBlank
    }
  }

  /// The number in "[12]" at `start`.
  func noteNumber(_ start: Int, _ end: Int) -> (number: Int, end: Int)? {
    guard start + 2 < end, text[start] == UInt8(ascii: "[") else { return nil }
    var i = start + 1
    var number = 0
    while i < end, i - start <= 3, text[i].isDigit {
      number = number * 10 + Int(text[i] - 0x30)
      i += 1
    }
    return i > start + 1 && i < end && text[i] == UInt8(ascii: "]") ? (number, i + 1) : nil
  }

  /// Reads the blocks of one container.
  mutating func readBlocks(_ lines: [TextLine], _ context: Context) {
    var context = context
    var i = 0
    while i < lines.count {
      if lines[i].isBlank {
        i += 1
      } else {
        i = readBlock(lines, i, &context)
      }
    }
  }

  private mutating func readBlock(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int {
    if let end = readTable(lines, i, context) {
      context.opensItem = false
      return end
    }
    let line = lines[i]
    if isDrawing(line) { return i + 1 }
    if markedTitles.contains(line.start), !context.isCell, context.listDepth == 0 {
      if let block = appendParagraph(Array(text[line.range]), &context) { builder.setApart(block) }
      return i + 1
    }
    if let end = readLead(lines, i, context) { return end }
    if let title = dressedTitle(line), !context.isCell, context.listDepth == 0 {
      if let block = appendParagraph(Array(text[title]), &context) { builder.setApart(block) }
      return i + 1
    }
    if context.depth < ReadingLimits.listDepth {
      if text[Int(line.start)] == UInt8(ascii: ">") { return readMailQuote(lines, i, context) }
      if let marker = openingMarker(lines, i, context) { return readList(lines, i, marker, context) }
      if let end = readIndentedQuote(lines, i, context) { return end }
    }
    return readParagraph(lines, i, &context)
  }

  /// A line of nothing but rule characters: it parts or underlines, and says nothing.
  func isDrawing(_ line: TextLine) -> Bool {
    guard line.count >= 3 else { return false }
    let first = text[Int(line.start)]
    let marks: [UInt8] = [0x2D, 0x3D, 0x2A, 0x5F, 0x7E, 0x23, 0x2B]
    guard marks.contains(first) else {
      return text[line.range].allSatisfy { $0 >= 0x80 } && isDrawnWide(line)
    }
    return text[line.range].allSatisfy { $0 == first || $0 == 0x20 }
  }

  /// The words of a title between two runs of the same mark: "--- Reviews ---", "=== My plan ===".
  private func dressedTitle(_ line: TextLine) -> Range<Int>? {
    guard line.count >= 7, line.count <= 100, let mark = text[line.range].first,
      mark == 0x2D || mark == 0x3D || mark == 0x2A || mark == 0x7E
    else { return nil }
    let left = text[line.range].prefix { $0 == mark }.count
    let right = text[line.range].reversed().prefix { $0 == mark }.count
    guard left >= 2, right >= 2, left + right < line.count - 2 else { return nil }
    var inner = Int(line.start) + left..<Int(line.end) - right
    guard text[inner.lowerBound] == 0x20, text[inner.upperBound - 1] == 0x20 else { return nil }
    inner = inner.lowerBound + 1..<inner.upperBound - 1
    return text[inner].contains(where: { $0.isLetter }) && !text[inner].contains(mark) ? inner : nil
  }

  /// A line of em dashes, box drawing or bullets.
  private func isDrawnWide(_ line: TextLine) -> Bool {
    var i = Int(line.start)
    while i < Int(line.end) {
      let (value, length) = text.scalar(at: i)
      guard value == 0x2014 || value == 0x2013 || value == 0x2022 || value >= 0x2500 && value <= 0x257F else {
        return false
      }
      i += length
    }
    return true
  }
}

// MARK: - Paragraphs

extension PlainTextReader {
  private mutating func readParagraph(_ lines: [TextLine], _ i: Int, _ context: inout Context) -> Int {
    var end = i + 1
    while end < lines.count, !lines[end].isBlank, !opensBlock(lines, end, context) {
      if isDrawing(lines[end]) { break }
      // A title line, set off by capitals, stands by itself.
      if end == i + 1, isCapitalTitle(lines[i]), !isCapitalTitle(lines[end]) { break }
      if end == i + 1, isHangingTitle(lines[i], over: lines[end]) || isNumberedTitle(lines, i) { break }
      if opensParagraphNumber(lines[end]),
        opensParagraphNumber(lines[i]) || lines[end].indent == lines[i].indent,
        lines[end].indent <= lines[i].indent
      {
        break
      }
      // So does a form's question, above an answer or another question.
      if opensQuestion(lines[end]) || opensQuestion(lines[i]), isMeant(lines[end - 1], lines[end]) { break }
      end += 1
    }
    var start = i
    for next in i + 1..<max(end, i + 1) where isTypedLine(lines[next - 1], lines[next]) {
      appendParagraph(joined(lines[start..<next]), &context)
      start = next
    }
    let block = appendParagraph(joined(lines[start..<end]), &context)
    if let block, isUnderlined(lines, i, end, context) { builder.setApart(block) }
    return end
  }

  /// True for one short line with a line drawn under it about as long as itself: a heading whatever its letters.
  private func isUnderlined(_ lines: [TextLine], _ i: Int, _ end: Int, _ context: Context) -> Bool {
    guard end == i + 1, end < lines.count, isDrawing(lines[end]), !context.isCell, context.listDepth == 0,
      i == 0 || lines[i - 1].isBlank || isDrawing(lines[i - 1]), !hasGap(lines[end])
    else { return false }
    let line = lines[i]
    return line.count <= 80 && text[line.range].contains { $0.isLetter }
      && abs(line.count - lines[end].count) <= max(5, line.count / 3)
  }

  /// True where a meant line end parts two entries: before a numbered label ("Objective 2: …"), and after a full stop
  /// in a text that has an entry a line. Elsewhere lines of a paragraph stay together, as in every other format.
  private func isTypedLine(_ line: TextLine, _ next: TextLine) -> Bool {
    // A program that fills up list markers has kept paragraphs apart itself.
    guard !hasWideMarkers, isMeant(line, next), line.count >= 12 else { return false }
    let last = text[Int(line.end) - 1]
    if hasEntryALine, last == 0x2E || last == 0x21 || last == 0x3F { return true }
    return isLabelled(next) && text[next.range].prefix { $0 != UInt8(ascii: ":") }.contains { $0.isDigit }
  }

  private func opensBlock(_ lines: [TextLine], _ i: Int, _ context: Context) -> Bool {
    let line = lines[i]
    if text[Int(line.start)] == UInt8(ascii: ">") || markedTitles.contains(line.start) { return true }
    if text[Int(line.start)] == UInt8(ascii: "+"), TextTable.isGridRule(text, line) { return true }
    guard let marker = openingMarker(lines, i, context) else { return false }
    // A number that begins a line of a wrapped paragraph: "… by the end of week\n12. Then …".
    return marker.isBullet || marker.value == 1 || !breaks.isWrapped
  }

  /// "Q7. What …", outside cells as inside.
  private func opensQuestion(_ line: TextLine) -> Bool {
    let bytes = Array(text[line.range.prefix(1000)])
    return bytes.count <= 240 && TitleLook.opensWithQuestionNumber(bytes)
      || QuestionLine.answer(in: bytes) != nil
  }

  /// A short line, ended on purpose and without a full stop, whose text is set in under it.
  private func isHangingTitle(_ line: TextLine, over next: TextLine) -> Bool {
    guard next.indent >= line.indent + 2, line.count <= 72, breaks.isWrapped, isMeant(line, next) else {
      return false
    }
    switch text[Int(line.end) - 1] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"): return false
    default: return text[Int(line.start)].isUpper || text[Int(line.start)].isDigit
    }
  }

  func isCapitalTitle(_ line: TextLine) -> Bool {
    guard line.count <= 80 else { return false }
    var letters = 0
    for byte in text[line.range] {
      if byte.isLower { return false }
      if byte.isLetter { letters += 1 }
    }
    return letters >= 3
  }

  /// The lines of a paragraph, each line end a space or, where it was meant, "\n".
  func joined(_ lines: ArraySlice<TextLine>) -> [UInt8] {
    var out: [UInt8] = []
    for i in lines.indices {
      append(lines[i], to: &out)
      guard i + 1 < lines.endIndex else { break }
      out.append(isMeant(lines[i], lines[i + 1]) ? 0x0A : 0x20)
    }
    return out
  }

  /// True where the line end was meant, whatever the next line begins with.
  func isMeantEnd(_ line: TextLine, _ next: TextLine) -> Bool { breaks.isMeant(line, next, in: text) }

  private func isMeant(_ line: TextLine, _ next: TextLine) -> Bool {
    breaks.isMeant(line, next, in: text) || isLabelled(next)
  }

  /// True where a line begins with a label of up to three capitalised words: "Team leader: Wendy".
  private func isLabelled(_ line: TextLine) -> Bool {
    guard text[Int(line.start)].isUpper else { return false }
    var words = 1
    for i in line.range.prefix(40) {
      if text[i] == UInt8(ascii: ":") { return i + 1 == Int(line.end) || text[i + 1].isSpaceOrTab }
      if text[i].isSpaceOrTab { words += 1 }
      if words > 3 || text[i].isMark && text[i] != UInt8(ascii: "-") && text[i] != UInt8(ascii: "'") {
        return false
      }
    }
    return false
  }

  /// Appends a line's words, tick boxes drawn and references to notes left out.
  private func append(_ line: TextLine, to out: inout [UInt8]) {
    guard text[line.range].contains(UInt8(ascii: "[")) else {
      out.append(contentsOf: text[line.range])
      return
    }
    let end = Int(line.end)
    var i = Int(line.start)
    while i < end {
      if text[i] == UInt8(ascii: "["), i + 2 < end, text[i + 2] == UInt8(ascii: "]"),
        let box = CheckBox.shown(text[i + 1])
      {
        box.withUTF8Buffer { out.append(contentsOf: $0) }
        i += 3
      } else if let note = noteNumber(i, end), notes.contains(note.number), i > Int(line.start) {
        i = note.end
      } else {
        out.append(text[i])
        i += 1
      }
    }
  }

  /// Adds a paragraph, the item that it opens, or the note that it is.
  ///
  /// - Returns: its index in the document, where it has one.
  @discardableResult
  mutating func appendParagraph(_ source: [UInt8], _ context: inout Context) -> Int? {
    var kind = Block.Kind.paragraph
    if context.opensItem { kind = .listItem }
    var block = Block(
      kind: kind, level: kind == .listItem ? context.listDepth : 0, text: source, isQuote: context.isQuote,
      marker: kind == .listItem ? context.marker : nil)
    if !context.opensItem, !context.isCell, let note = leadingNote(source) {
      block.kind = .note
      block.text.removeFirst(note)
    }
    context.opensItem = false
    block.takeTypedMarker()
    return builder.append(block)
  }

  private func leadingNote(_ source: [UInt8]) -> Int? {
    guard !notes.isEmpty, source.first == UInt8(ascii: "["),
      let close = source.prefix(5).firstIndex(of: UInt8(ascii: "]")), close > 1
    else { return nil }
    var number = 0
    for byte in source[1..<close] {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return notes.contains(number) ? close + 1 : nil
  }
}
