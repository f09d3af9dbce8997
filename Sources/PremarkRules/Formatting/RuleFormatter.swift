import PremarkText

/// Lays a rule file out in the one canonical way, comments kept:
///
/// - properties two columns in, those of a requirement four, values of one level in one column;
/// - one space between words, none before a comma or inside brackets;
/// - word lists filled up to 110 columns, other lines broken only where they are longer;
/// - an empty line before each statement and the comment that stands on it, never two.
///
/// What is said does not change, and a formatted file is formatted again to the same bytes.
public struct RuleFormatter {
  /// Columns of a line at most; a longer word or text in quotes stands on a line of its own.
  public static let columns = 110

  /// A formatted file.
  public struct Formatted: Sendable {
    /// The file, with "\n" after its last line; as it was (but for line ends) where it cannot be laid out.
    public let text: [UInt8]
    /// Why it cannot be laid out: indentation that says nothing. Empty where it can.
    public let diagnostics: [Diagnostic]
  }

  /// Formats a file. Linear.
  public static func format(_ text: [UInt8]) -> Formatted {
    let plain = UTF8Bytes.repaired(text.withPlainLineEnds)
    let layout = FileLayout(plain, file: 0)
    guard layout.diagnostics.isEmpty else { return Formatted(text: plain, diagnostics: layout.diagnostics) }
    var writer = FormatWriter(text: plain)
    writer.write(layout.statements)
    return Formatted(text: writer.out, diagnostics: [])
  }
}

/// Writes statements one after the other with what stands between them.
private struct FormatWriter {
  let text: [UInt8]
  var out: [UInt8] = []
  /// How far the source has been written.
  private var offset = 0
  private var followsLanguage = false

  init(text: [UInt8]) { self.text = text }

  mutating func write(_ statements: [FileLayout.Statement]) {
    for statement in statements {
      writeGap(upTo: statement.header.start, level: 0, beforeStatement: true)
      write(line: PropertyText(text, statement.header).onOneLine, indent: 0)
      offset = statement.header.end
      followsLanguage = text.hasWord("language", at: statement.header.start)
      if text.hasWord("words", at: statement.header.start) {
        writeList(statement.properties)
      } else {
        write(statement.properties, of: keyword(of: statement.header), level: 2)
      }
    }
    writeGap(upTo: text.count, level: 0, beforeStatement: false)
    while out.last == .lineFeed { out.removeLast() }
    if !out.isEmpty { out.append(.lineFeed) }
  }

  private mutating func write(_ properties: [FileLayout.Property], of statement: String, level: Int) {
    let texts = properties.map { PropertyText(text, $0.span) }
    let keywords = texts.map { PropertyKeyword.count(in: $0, of: statement) }
    var width = 0
    for (property, number) in zip(texts, keywords) where property.isReadable && !property.hasWord("requires")
    {
      let own = property.width(ofFirst: number)
      if own <= 24 { width = max(width, own) }
    }
    for (index, property) in properties.enumerated() {
      writeGap(upTo: property.span.start, level: level, beforeStatement: false)
      let isRequirement = texts[index].hasWord("requires")
      let column = isRequirement ? 0 : level + width + 1
      for line in texts[index].laidOut(level: level, keyword: keywords[index], column: column) {
        write(line: line, indent: 0)
      }
      offset = property.span.end
      if let block = property.block { writeBlock(block, level: level + 2) }
      if !property.children.isEmpty { write(property.children, of: "requires", level: level + 2) }
    }
  }

  private mutating func writeList(_ properties: [FileLayout.Property]) {
    let lines = properties.map { ListText(text, $0.span) }
    let width = lines.reduce(0) { max($0, $1.groupWidth) }
    var index = 0
    while index < properties.count {
      writeGap(upTo: properties[index].span.start, level: 2, beforeStatement: false)
      var list = lines[index]
      offset = properties[index].span.end
      // Lines without a group that follow each other say one list.
      while index + 1 < properties.count, list.goesOn(with: lines[index + 1]),
        isPlainLineEnd(offset, properties[index + 1].span.start)
      {
        index += 1
        list.add(lines[index])
        offset = properties[index].span.end
      }
      for line in list.laidOut(groupWidth: width) { write(line: line, indent: 0) }
      index += 1
    }
  }

  /// True where nothing but one line end and spaces stands between two places.
  private func isPlainLineEnd(_ from: Int, _ to: Int) -> Bool {
    var lineEnds = 0
    for byte in text[from..<to] {
      if !byte.isBlank { return false }
      if byte == .lineFeed { lineEnds += 1 }
    }
    return lineEnds == 1
  }

  /// The lines of a block, what they share of indentation replaced.
  private mutating func writeBlock(_ block: Span, level: Int) {
    var shared = Int.max
    let lines = physicalLines(of: text, block)
    for line in lines where line.text.count > 0 { shared = min(shared, line.text.start - line.start) }
    for line in lines {
      if line.text.isEmpty {
        out.append(.lineFeed)
      } else {
        // Spaces at the end of a line of Markdown are a line break.
        var end = line.text.end
        while end < block.end, text[end] != .lineFeed { end += 1 }
        write(line: Array(text[(line.start + shared)..<end]), indent: level)
      }
    }
    offset = block.end
  }

  /// Comments and empty lines up to the next statement or property.
  private mutating func writeGap(upTo end: Int, level: Int, beforeStatement: Bool) {
    var entries: [(comment: [UInt8], level: Int)] = []
    for line in physicalLines(of: text, Span(offset, max(offset, end))).dropFirst(offset == 0 ? 0 : 1) {
      if line.text.isEmpty {
        entries.append(([], 0))
      } else {
        let own = line.text.start > line.start ? 2 : 0
        entries.append((Array(text[line.text.range]), level == 0 ? (offset == 0 ? 0 : own) : level))
      }
    }
    // The rest of the line on which the next thing begins is its indentation.
    if end < text.count, entries.last?.comment.isEmpty == true { entries.removeLast() }
    if beforeStatement, !out.isEmpty, !followsLanguage {
      var start = entries.count
      while start > 0, !entries[start - 1].comment.isEmpty, entries[start - 1].level == 0 { start -= 1 }
      entries.insert(([], 0), at: start)
    }
    for entry in entries {
      if !entry.comment.isEmpty {
        write(line: entry.comment, indent: entry.level)
      } else if !out.isEmpty, !endsWithEmptyLine {
        out.append(.lineFeed)
      }
    }
    followsLanguage = false
  }

  private var endsWithEmptyLine: Bool {
    out.count > 1 && out[out.count - 1] == .lineFeed && out[out.count - 2] == .lineFeed
  }

  private mutating func write(line: [UInt8], indent: Int) {
    out.append(contentsOf: repeatElement(.space, count: indent))
    out += line
    out.append(.lineFeed)
  }

  private func keyword(of header: Span) -> String {
    var end = header.start
    while end < header.end, text[end].isWordByte { end += 1 }
    return String(decoding: text[header.start..<end], as: UTF8.self)
  }
}

/// Lines of a stretch: where each starts, and its text without spaces at both ends.
func physicalLines(of text: [UInt8], _ span: Span) -> [(start: Int, text: Span)] {
  var lines: [(start: Int, text: Span)] = []
  var start = span.start
  while start <= span.end {
    var end = start
    while end < span.end, text[end] != .lineFeed { end += 1 }
    var first = start
    var last = end
    while first < last, text[first] == .space || text[first] == .tab { first += 1 }
    while last > first, text[last - 1] == .space || text[last - 1] == .tab { last -= 1 }
    lines.append((start, Span(first, last)))
    start = end + 1
  }
  return lines
}
