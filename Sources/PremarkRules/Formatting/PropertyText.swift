import PremarkText

/// How many words of a property are its keyword: what stands in front of the column of values.
enum PropertyKeyword {
  static func count(in property: PropertyText, of statement: String) -> Int {
    switch property.word(0) {
    case "part": return 2
    case "accept", "reject": return property.word(1) == "block" ? 2 : 1
    case "or" where statement == "indicator": return 2
    default: break
    }
    for rule in rules(of: statement) where rule.words.count == 2 {
      if property.word(0) == rule.words[0], property.word(1) == rule.words[1] { return 2 }
    }
    return 1
  }

  private static func rules(of statement: String) -> [PropertyRule] {
    switch statement {
    case "unit": RuleParser.unitProperties
    case "passage": RuleParser.passageProperties
    case "item": RuleParser.itemProperties
    case "criterion": RuleParser.criterionProperties
    case "requires": RuleParser.requirementProperties
    case "mistake": RuleParser.mistakeProperties
    default: []
    }
  }
}

/// The words and signs of a property, line by line, with its comments.
struct PropertyText {
  private struct Line {
    /// Words and signs as written, the space before each decided.
    var pieces: [(text: [UInt8], followsSpace: Bool)] = []
    var comment: [UInt8] = []
  }

  private var lines: [Line] = []
  /// False where a quote or bracket is open: the lines stay as they were written, but for their indentation.
  private(set) var isReadable = true

  init(_ text: [UInt8], _ span: Span) {
    let lexer = RuleLexer(text: text, file: 0)
    for line in physicalLines(of: text, span) where !line.text.isEmpty {
      var tokens: [RuleToken] = []
      var own = Line()
      do throws(ParseFailure) {
        try lexer.tokens(in: line.text, into: &tokens)
        own.pieces = Self.pieces(of: tokens, in: text)
        let end = max(line.text.start, tokens.dropLast().last?.span.end ?? line.text.start)
        if let comment = text[end..<line.text.end].firstIndex(of: .hash) {
          own.comment = Array(text[comment..<line.text.end])
        }
      } catch {
        own.pieces = [(Array(text[line.text.range]), true)]
        isReadable = false
      }
      lines.append(own)
    }
    if !isReadable {
      lines = physicalLines(of: text, span).filter { !$0.text.isEmpty }.map {
        Line(pieces: [(Array(text[$0.text.range]), true)])
      }
      return
    }
    // A keyword alone on its line takes the next line to it.
    if lines.count > 1, lines[0].pieces.count <= 2, lines[0].comment.isEmpty {
      lines[1].pieces = lines[0].pieces + lines[1].pieces
      lines.removeFirst()
    }
  }

  private static func pieces(of tokens: [RuleToken], in text: [UInt8]) -> [(
    text: [UInt8], followsSpace: Bool
  )] {
    var pieces: [(text: [UInt8], followsSpace: Bool)] = []
    var last: RuleToken?
    for token in tokens where token.kind != .end {
      var followsSpace = token.kind != .comma && token.kind != .close && last?.kind != .open
      if token.kind == .other || last?.kind == .other { followsSpace = last?.span.end != token.span.start }
      pieces.append((Array(text[token.span.range]), followsSpace))
      last = token
    }
    return pieces
  }

  /// The word with that number, from 0, of the first line; empty where there is none.
  func word(_ number: Int) -> String {
    guard let first = lines.first, number < first.pieces.count else { return "" }
    return String(decoding: first.pieces[number].text, as: UTF8.self)
  }

  func hasWord(_ word: String) -> Bool { self.word(0) == word }

  /// Columns of the first words with a space between.
  func width(ofFirst count: Int) -> Int {
    guard let first = lines.first else { return 0 }
    return first.pieces.prefix(count).reduce(-1) { $0 + 1 + UTF8Bytes.displayWidth(of: $1.text) }
  }

  /// Everything on one line: for the first line of a statement.
  var onOneLine: [UInt8] {
    var out: [UInt8] = []
    for line in lines { Self.fill(&out, line.pieces[...], column: 0, wraps: false) }
    for line in lines where !line.comment.isEmpty { out += [.space, .space] + line.comment }
    return out
  }

  /// The lines as they should stand.
  ///
  /// - Parameters:
  ///   - level: columns in front of the keyword.
  ///   - keyword: how many words it has.
  ///   - column: where values stand, or 0: one space behind the keyword, and further lines four columns in from it.
  func laidOut(level: Int, keyword: Int, column: Int) -> [[UInt8]] {
    if !isReadable {
      return lines.enumerated().map { index, line in
        [UInt8](repeating: .space, count: index == 0 ? level : level + 2) + line.pieces[0].text
      }
    }
    var out: [UInt8] = []
    var whole: [[UInt8]] = []
    let hanging = max(column, level + 2)
    for (index, line) in lines.enumerated() {
      var rest = line.pieces[...]
      out = [UInt8](repeating: .space, count: index == 0 ? level : hanging)
      var start = out.count
      if index == 0 {
        for piece in rest.prefix(keyword) {
          if out.count > start { out.append(.space) }
          out += piece.text
        }
        rest = rest.dropFirst(keyword)
        if !rest.isEmpty {
          let width = UTF8Bytes.displayWidth(of: out)
          out.append(contentsOf: repeatElement(.space, count: max(1, column - width)))
        }
        start = out.count
      }
      whole += Self.fill(&out, rest, column: hanging, wraps: true)
      if !line.comment.isEmpty {
        if out.contains(where: { $0 != .space }) { out += [.space, .space] }
        out += line.comment
      }
      while out.last == .space { out.removeLast() }
      whole.append(out)
    }
    return whole
  }

  /// Adds pieces to a line; the lines that became full.
  @discardableResult
  private static func fill(
    _ line: inout [UInt8], _ pieces: ArraySlice<(text: [UInt8], followsSpace: Bool)>, column: Int, wraps: Bool
  ) -> [[UInt8]] {
    var full: [[UInt8]] = []
    var width = UTF8Bytes.displayWidth(of: line)
    var isFirst = true
    for (index, piece) in zip(pieces.indices, pieces) {
      let own = UTF8Bytes.displayWidth(of: piece.text)
      // What clings to a word stays on its line.
      var needed = own + 1
      var next = index + 1
      while piece.followsSpace, needed <= RuleFormatter.columns, next < pieces.endIndex,
        !pieces[next].followsSpace
      {
        needed += UTF8Bytes.displayWidth(of: pieces[next].text)
        next += 1
      }
      if wraps, !isFirst, piece.followsSpace, width + needed > RuleFormatter.columns {
        full.append(line)
        line = [UInt8](repeating: .space, count: column)
        width = column
        isFirst = true
      }
      if !isFirst || (!wraps && !line.isEmpty), piece.followsSpace {
        line.append(.space)
        width += 1
      }
      line += piece.text
      width += own
      isFirst = false
    }
    return full
  }
}
