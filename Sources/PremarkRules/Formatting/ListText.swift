import PremarkText

/// The phrases of a line of a word list, with the lines that go on with it.
struct ListText {
  /// "manager:", or empty.
  private var group: [UInt8] = []
  private var phrases: [[UInt8]] = []
  /// The lines as written, where they hold comments or something that cannot be read: only their indentation changes.
  private var asWritten: [[UInt8]]?

  init(_ text: [UInt8], _ span: Span) {
    var at = span.start
    while at < span.end, text[at].isWordByte { at += 1 }
    if at > span.start, at < span.end, text[at] == .colon, at + 1 == span.end || text[at + 1].isBlank {
      group = Array(text[span.start...at])
      at += 1
    } else {
      at = span.start
    }
    if !readPhrases(text, Span(at, span.end)) {
      var lines = physicalLines(of: text, Span(at, span.end)).map { Array(text[$0.text.range]) }
      if lines.count > 1 { lines.removeAll { $0.isEmpty } }
      asWritten = lines
    }
  }

  /// True where both are phrases without a group, and not `extends` or `drops`.
  func goesOn(with next: ListText) -> Bool { isPlain && next.isPlain }

  /// Adds the phrases of a line that goes on with this one.
  mutating func add(_ next: ListText) { phrases += next.phrases }

  private var isPlain: Bool {
    guard group.isEmpty, asWritten == nil, let first = phrases.first else { return false }
    return !first.hasWord("extends", at: 0) && !first.hasWord("drops", at: 0)
  }

  /// Columns of the group's name and its colon.
  var groupWidth: Int { UTF8Bytes.displayWidth(of: group) }

  /// False where there is a comment, an open quote or an empty phrase.
  private mutating func readPhrases(_ text: [UInt8], _ span: Span) -> Bool {
    var phrase: [UInt8] = []
    var inQuotes = false
    var at = span.start
    while at < span.end {
      let byte = text[at]
      if inQuotes {
        if byte == .lineFeed { return false }
        phrase.append(byte)
        if byte == .backslash, at + 1 < span.end, text[at + 1] != .lineFeed {
          at += 1
          phrase.append(text[at])
        } else if byte == .quote {
          inQuotes = false
        }
      } else if byte == .comma {
        while phrase.last == .space { phrase.removeLast() }
        if phrase.isEmpty { return false }
        phrases.append(phrase)
        phrase = []
      } else if byte.isBlank {
        if let last = phrase.last, last != .space { phrase.append(.space) }
      } else if byte == .hash, at == span.start || text[at - 1].isBlank {
        return false
      } else {
        inQuotes = byte == .quote
        phrase.append(byte)
      }
      at += 1
    }
    while phrase.last == .space { phrase.removeLast() }
    if !phrase.isEmpty { phrases.append(phrase) }
    return !inQuotes
  }

  /// The lines as they should stand, phrases in one column behind the groups' names.
  func laidOut(groupWidth: Int) -> [[UInt8]] {
    let column = group.isEmpty ? 4 : 2 + groupWidth + 1
    var line: [UInt8] = [.space, .space] + group
    if !group.isEmpty {
      line.append(contentsOf: repeatElement(.space, count: groupWidth + 1 - self.groupWidth))
    }
    let margin = [UInt8](repeating: .space, count: column)
    if let asWritten {
      var out: [[UInt8]] = []
      for (index, written) in asWritten.enumerated() {
        var own = (index == 0 ? line : margin) + written
        while own.last == .space { own.removeLast() }
        out.append(own)
      }
      return out
    }
    var out: [[UInt8]] = []
    var width = UTF8Bytes.displayWidth(of: line)
    var isFirst = true
    for (index, phrase) in phrases.enumerated() {
      let isLast = index == phrases.count - 1
      let own = UTF8Bytes.displayWidth(of: phrase) + (isLast ? 0 : 1)
      if !isFirst, width + 1 + own > RuleFormatter.columns {
        out.append(line)
        (line, width, isFirst) = (margin, column, true)
      }
      if !isFirst {
        line.append(.space)
        width += 1
      }
      line += phrase
      if !isLast { line.append(.comma) }
      width += own
      isFirst = false
    }
    while line.last == .space { line.removeLast() }
    out.append(line)
    return out
  }
}
