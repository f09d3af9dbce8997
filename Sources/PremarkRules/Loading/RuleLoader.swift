import PremarkText

/// Reads a unit's file and all it uses, and checks them together.
public struct RuleLoader {
  private let vocabulary: (String) -> RuleFile?

  /// Makes a loader.
  ///
  /// - Parameter vocabulary: gives the file of a vocabulary by its name ("people"), or nil where there is none; asked
  ///   once for each name.
  public init(vocabulary: @escaping (String) -> RuleFile?) { self.vocabulary = vocabulary }

  /// Reads the unit's file, then every file it uses, directly or not, in order of first use, and checks all of them.
  ///
  /// Never fails: what could not be read is left out of the rule set and reported. A rule set with errors must not
  /// be used for marking.
  ///
  /// - Complexity: O(*n*) in the bytes, apart from looking for the nearest names of unknown ones.
  public func load(unit: RuleFile) -> LoadedRules {
    var reader = FileReader(vocabulary: vocabulary)
    reader.read(unit)
    var parser = RuleParser(files: reader.files, layouts: reader.layouts)
    parser.diagnostics = reader.diagnostics
    parser.parse()
    let none = RuleLocation(file: 0, span: Span(0, 0))
    let ruleSet = RuleSet(
      files: parser.files,
      unit: parser.unit
        ?? Unit(
          id: "", title: "", awardedBy: "", defaults: [], appliesUnless: nil, wording: [], location: none),
      wordLists: parser.wordLists, passages: parser.passages, indicators: parser.indicators,
      items: parser.items,
      criteria: parser.criteria, mistakes: parser.mistakes, tips: parser.tips)
    return LoadedRules(ruleSet: ruleSet, diagnostics: parser.diagnostics)
  }
}

/// What came of reading a unit's rules.
public struct LoadedRules: Sendable {
  /// The rules; without the parts that could not be read where there are errors.
  public let ruleSet: RuleSet
  /// All that is wrong or doubtful, by file and place.
  public let diagnostics: [Diagnostic]

  /// Makes one, the diagnostics in order of file and place.
  init(ruleSet: RuleSet, diagnostics: [Diagnostic]) {
    self.ruleSet = ruleSet
    self.diagnostics = diagnostics.sorted {
      ($0.location.file, $0.location.span, $0.code.rawValue) < (
        $1.location.file, $1.location.span, $1.code.rawValue
      )
    }
  }

  /// The files that were read, the unit's own first.
  public var files: [RuleFile] { ruleSet.files }

  /// True where the rules must not be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads files in order of first use.
private struct FileReader {
  let vocabulary: (String) -> RuleFile?
  var files: [RuleFile] = []
  var layouts: [FileLayout] = []
  var diagnostics: [Diagnostic] = []
  private var index: [String: Int] = [:]
  private var graph: [(from: Int, to: Int, location: RuleLocation)] = []

  init(vocabulary: @escaping (String) -> RuleFile?) { self.vocabulary = vocabulary }

  mutating func read(_ unit: RuleFile) {
    add(unit)
    var next = 0
    while next < files.count {
      follow(next)
      next += 1
    }
    reportCircles()
  }

  private mutating func add(_ file: RuleFile) {
    let number = files.count
    var text = file.text.withPlainLineEnds
    if let damaged = UTF8Bytes.firstMalformed(in: text) {
      diagnostics.append(.notUTF8(at: RuleLocation(file: number, span: Span(damaged, damaged + 1))))
      text = UTF8Bytes.repaired(text)
    }
    files.append(RuleFile(path: file.path, text: text))
    layouts.append(FileLayout(text, file: number))
    diagnostics += layouts[number].diagnostics
    checkTop(number)
  }

  /// `language 1`, then `unit` or `vocabulary`.
  private mutating func checkTop(_ number: Int) {
    let text = files[number].text
    let statements = layouts[number].statements
    let top = RuleLocation(file: number, span: Span(0, 0))
    guard let first = statements.first, text.hasWord("language", at: first.header.start) else {
      diagnostics.append(
        .missingLanguage(at: statements.first.map { RuleLocation(file: number, span: $0.header) } ?? top))
      return checkHeader(number, statements)
    }
    var tokens: [RuleToken] = []
    let lexer = RuleLexer(text: text, file: number)
    do throws(ParseFailure) {
      try lexer.tokens(in: first.header, into: &tokens)
      if tokens[1].text != "1" || tokens[2].kind != .end {
        let place =
          tokens.count > 2 ? Span(tokens[1].span.start, tokens[tokens.count - 2].span.end) : first.header
        let written = String(decoding: text[place.range], as: UTF8.self)
        diagnostics.append(.unknownLanguage(written, at: RuleLocation(file: number, span: place)))
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    checkHeader(number, statements)
  }

  private mutating func checkHeader(_ number: Int, _ statements: [FileLayout.Statement]) {
    let text = files[number].text
    let wanted = number == 0 ? "unit" : "vocabulary"
    for statement in statements {
      let start = statement.header.start
      if text.hasWord("unit", at: start) || text.hasWord("vocabulary", at: start) { return }
    }
    let place = statements.first?.header ?? Span(0, 0)
    diagnostics.append(.missingHeader(wanted, at: RuleLocation(file: number, span: place)))
  }

  /// Reads what a file uses.
  private mutating func follow(_ number: Int) {
    let text = files[number].text
    for statement in layouts[number].statements {
      let start = statement.header.start
      guard text.hasWord("unit", at: start) || text.hasWord("vocabulary", at: start) else { continue }
      for property in statement.properties where text.hasWord("uses", at: property.span.start) {
        var parser = RuleParser(files: files, layouts: [])
        parser.attempt { (parser) throws(ParseFailure) in
          try parser.begin(property.span, file: number)
          parser.cursor.advance()
          for (name, location) in try parser.names("the name of a vocabulary") {
            use(name, from: number, at: location)
          }
        }
        diagnostics += parser.diagnostics
      }
    }
  }

  private mutating func use(_ name: String, from number: Int, at location: RuleLocation) {
    if let known = index[name] {
      if known >= 0 { graph.append((number, known, location)) }
      return
    }
    guard let file = vocabulary(name) else {
      index[name] = -1
      diagnostics.append(.unknownVocabulary(name, at: location))
      return
    }
    index[name] = files.count
    graph.append((number, files.count, location))
    add(file)
  }

  private mutating func reportCircles() {
    var names = NameGraph(names: files.map { RuleParser.baseName(of: $0.path) })
    for edge in graph { names.connect(edge.from, edge.to, at: edge.location) }
    for circle in names.circles() { diagnostics.append(.cycleInUses(circle.names, at: circle.location)) }
  }
}

extension [UInt8] {
  /// With "\n" for "\r\n" and "\r", and without a byte order mark.
  var withPlainLineEnds: [UInt8] {
    let hasMark = count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
    guard hasMark || contains(0x0D) else { return self }
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var at = hasMark ? 3 : 0
    while at < count {
      if self[at] == 0x0D {
        out.append(.lineFeed)
        if at + 1 < count, self[at + 1] == .lineFeed { at += 1 }
      } else {
        out.append(self[at])
      }
      at += 1
    }
    return out
  }
}
