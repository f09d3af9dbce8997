import PremarkText

/// A rule file cut into statements and properties by its indentation, before any word is looked at.
///
/// ```
/// criterion a          ← statement: column 0
///   title "…"          ← property
///   requires b         ← property with properties of its own
///     held if x,       ← child
///       y              ← deeper: goes on
/// ```
/// Blank lines and lines with only a comment belong to nothing, except inside the block of an example.
struct FileLayout {
  /// A property, or a child of one.
  struct Property {
    /// From its first word to the end of its last line, comments and line ends included.
    var span: Span
    /// Properties of this one: of `requires` only.
    var children: [Property] = []
    /// The lines of an example's Markdown block, indentation included; nil where there is none.
    var block: Span?
  }

  /// A line at column 0 and what is indented under it.
  struct Statement {
    /// Its first line.
    var header: Span
    var properties: [Property] = []
  }

  private(set) var statements: [Statement] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Cuts a file. Linear.
  init(_ text: [UInt8], file: Int) {
    var cutter = LayoutCutter(text: text, file: file)
    cutter.cut()
    statements = cutter.statements
    diagnostics = cutter.diagnostics
  }
}

private struct LayoutCutter {
  let text: [UInt8]
  let file: Int
  var statements: [FileLayout.Statement] = []
  var diagnostics: [Diagnostic] = []

  private var offset = 0
  /// Of the current statement's properties and of the current property's children.
  private var level: Int?
  private var childLevel: Int?
  private var opensChildren = false
  private var isCriterion = false
  private var isWords = false

  init(text: [UInt8], file: Int) {
    self.text = text
    self.file = file
  }

  mutating func cut() {
    while offset < text.count {
      let line = nextLine()
      guard let start = line.start else { continue }
      if line.indent == 0 {
        beginStatement(Span(start, line.end))
      } else if statements.isEmpty {
        let place = RuleLocation(file: file, span: Span(start, line.end))
        diagnostics.append(.indentedFirst(at: place))
        skipIndented()
      } else {
        add(Span(start, line.end), indent: line.indent)
      }
    }
  }

  /// The line at `offset`, which moves past it: columns of indentation (a tab counts two), where its text starts (nil
  /// for a blank line or one with only a comment), and where it ends without the line end and spaces before it.
  private mutating func nextLine() -> (indent: Int, start: Int?, end: Int) {
    // safe: every index is compared with the count first, and the buffer is not kept.
    let (line, next) = text.withUnsafeBufferPointer { [offset] text in
      var start = offset
      var indent = 0
      while start < text.count, text[start] == .space || text[start] == .tab {
        indent += text[start] == .tab ? 2 : 1
        start += 1
      }
      var end = start
      while end < text.count, text[end] != .lineFeed { end += 1 }
      let next = end + 1
      while end > start, text[end - 1] == .space || text[end - 1] == .tab { end -= 1 }
      return ((indent, start == end || text[start] == .hash ? nil : start, end), next)
    }
    offset = next
    return line
  }

  private mutating func beginStatement(_ header: Span) {
    statements.append(FileLayout.Statement(header: header))
    level = nil
    childLevel = nil
    opensChildren = false
    isCriterion = hasWord("criterion", at: header.start)
    isWords = hasWord("words", at: header.start)
  }

  private mutating func add(_ span: Span, indent: Int) {
    let last = statements.count - 1
    let level = self.level ?? indent
    self.level = level
    if indent <= level {
      if indent < level {
        diagnostics.append(.indentation(at: RuleLocation(file: file, span: span), expected: level))
      }
      opensChildren = isCriterion && hasWord("requires", at: span.start)
      childLevel = nil
      var property = FileLayout.Property(span: span)
      if !isWords, opensBlock(span) { property.block = takeBlock(below: level) }
      statements[last].properties.append(property)
      return
    }
    let index = statements[last].properties.count - 1
    guard opensChildren else {
      statements[last].properties[index].span.end = span.end
      return
    }
    let inner = childLevel ?? indent
    childLevel = inner
    let children = statements[last].properties[index].children.count
    if indent > inner, children > 0 {
      statements[last].properties[index].children[children - 1].span.end = span.end
    } else {
      if indent < inner {
        diagnostics.append(.indentation(at: RuleLocation(file: file, span: span), expected: inner))
      }
      statements[last].properties[index].children.append(FileLayout.Property(span: span))
    }
  }

  private mutating func skipIndented() {
    while offset < text.count {
      let before = offset
      let line = nextLine()
      if line.start != nil, line.indent == 0 {
        offset = before
        return
      }
    }
  }

  /// True where a line is `accept`, `reject`, `accept block` or `reject block` and nothing else.
  private func opensBlock(_ line: Span) -> Bool {
    guard hasWord("accept", at: line.start) || hasWord("reject", at: line.start) else { return false }
    var at = line.start + 6
    while at < line.end, text[at] == .space { at += 1 }
    if hasWord("block", at: at) { at += 5 }
    while at < line.end, text[at] == .space { at += 1 }
    return at == line.end || text[at] == .hash
  }

  /// The lines that follow, up to one that is indented no deeper than `level`; blank lines at the end are left out.
  private mutating func takeBlock(below level: Int) -> Span? {
    let start = offset
    var end = offset
    while offset < text.count {
      let before = offset
      let line = nextLine()
      let isBlank =
        line.start == nil && (line.end >= text.count || text[line.end] != .hash) && isSpace(before, line.end)
      if !isBlank, line.indent <= level {
        offset = before
        break
      }
      if !isBlank { end = line.end }
    }
    return end > start ? Span(start, end) : nil
  }

  private func isSpace(_ from: Int, _ to: Int) -> Bool {
    for byte in text[from..<to] where byte != .space && byte != .tab { return false }
    return true
  }

  private func hasWord(_ word: StaticString, at offset: Int) -> Bool {
    text.hasWord(word, at: offset)
  }
}

extension UInt8 {
  static var tab: UInt8 { 0x09 }
  static var lineFeed: UInt8 { 0x0A }
  static var space: UInt8 { 0x20 }
  static var quote: UInt8 { 0x22 }
  static var hash: UInt8 { 0x23 }
  static var open: UInt8 { 0x28 }
  static var close: UInt8 { 0x29 }
  static var star: UInt8 { 0x2A }
  static var comma: UInt8 { 0x2C }
  static var stop: UInt8 { 0x2E }
  static var slash: UInt8 { 0x2F }
  static var colon: UInt8 { 0x3A }
  static var less: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }
  static var backslash: UInt8 { 0x5C }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isBlank: Bool { self == .space || self == .tab || self == .lineFeed }
  /// Part of a word of the language: letters, digits, `'`, `-`, `.`, `_` and whatever is not ASCII.
  @inline(__always)
  var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x27, 0x2D, 0x2E, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}

extension [UInt8] {
  /// True where the word stands at the offset and ends there.
  func hasWord(_ word: StaticString, at offset: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset + count <= self.count else { return false }
    let start = word.utf8Start
    for index in 0..<count where self[offset + index] != start[index] { return false }
    return offset + count == self.count || !self[offset + count].isWordByte
  }
}
