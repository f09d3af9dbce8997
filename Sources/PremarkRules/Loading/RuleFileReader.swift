import PremarkText

/// Reads files in order of first use, cuts them into statements and checks how each begins.
struct RuleFileReader {
  private let vocabulary: (String) -> RuleFile?
  /// True where the first file must be a unit's.
  private let unitIsFirst: Bool
  private(set) var files: [RuleFile] = []
  private(set) var layouts: [FileLayout] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Which file holds nothing but rows.
  private(set) var rowsFile: Int?
  /// True where a file that is used is not there.
  private(set) var isIncomplete = false
  /// Number of the file of each name; -1 where there is none.
  private var index: [String: Int] = [:]
  private var uses: [(from: Int, to: Int, location: RuleLocation)] = []

  init(vocabulary: @escaping (String) -> RuleFile?, unitIsFirst: Bool) {
    self.vocabulary = vocabulary
    self.unitIsFirst = unitIsFirst
  }

  /// Reads a unit's file and all it uses, and last the file of its rows.
  mutating func read(_ unit: RuleFile, rows: RuleFile? = nil) {
    add(unit)
    followAll()
    if let rows {
      rowsFile = files.count
      add(rows)
    }
  }

  /// Reads vocabularies and all they use.
  mutating func read(_ names: [String]) {
    for name in names where index[name] == nil {
      index[name] = files.count
      guard let file = vocabulary(name) else {
        // Nothing names it, so that the place is the start of an empty file of its name.
        files.append(RuleFile(path: name + ".rules", text: []))
        layouts.append(FileLayout([], file: files.count - 1))
        let place = RuleLocation(file: files.count - 1, span: Span(0, 0))
        diagnostics.append(.unknownVocabulary(name, at: place))
        continue
      }
      add(file)
    }
    followAll()
  }

  private mutating func followAll() {
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
    if !text.isASCII, let damaged = UTF8Bytes.firstMalformed(in: text) {
      let repaired = UTF8Bytes.repaired(text)
      // The bytes before the first damage keep their places.
      diagnostics.append(.notUTF8(at: RuleLocation(file: number, span: Span(damaged, damaged + 3))))
      text = repaired
    }
    files.append(RuleFile(path: file.path, text: text))
    layouts.append(FileLayout(text, file: number))
    diagnostics += layouts[number].diagnostics
    checkTop(number)
    checkHeader(number)
  }

  /// The first statement is `language 1`, and no other says a language.
  private mutating func checkTop(_ number: Int) {
    let text = files[number].text
    let statements = layouts[number].statements
    let top = RuleLocation(file: number, span: statements.first?.header ?? Span(0, 0))
    guard let first = statements.first, text.hasWord("language", at: first.header.start) else {
      diagnostics.append(.missingLanguage(at: top))
      return
    }
    var tokens: [RuleToken] = []
    do throws(ParseFailure) {
      try RuleLexer(text: text, file: number).tokens(in: first.header, into: &tokens)
      if tokens[1].text(in: text) != "1" || tokens[2].kind != .end {
        let place =
          tokens.count > 2 ? Span(tokens[1].span.start, tokens[tokens.count - 2].span.end) : first.header
        let written = tokens.count > 2 ? String(decoding: text[place.range], as: UTF8.self) : ""
        diagnostics.append(.unknownLanguage(written, at: RuleLocation(file: number, span: place)))
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  /// Some statement is `unit` or `vocabulary`, but in a file of rows; whether it is the right one is the parser's.
  private mutating func checkHeader(_ number: Int) {
    if number == rowsFile { return }
    let text = files[number].text
    let statements = layouts[number].statements
    for statement in statements {
      let start = statement.header.start
      if text.hasWord("unit", at: start) || text.hasWord("vocabulary", at: start) { return }
    }
    let place = statements.first?.header ?? Span(0, 0)
    let wanted = number == 0 && unitIsFirst ? "unit" : "vocabulary"
    diagnostics.append(.missingHeader(wanted, at: RuleLocation(file: number, span: place)))
  }

  /// Reads what a file uses.
  private mutating func follow(_ number: Int) {
    let text = files[number].text
    for statement in layouts[number].statements {
      let start = statement.header.start
      guard text.hasWord("unit", at: start) || text.hasWord("vocabulary", at: start) else { continue }
      for property in statement.properties where text.hasWord("uses", at: property.span.start) {
        var parser = RuleParser(files: files, layouts: [], unitFile: nil)
        do throws(ParseFailure) {
          try parser.begin(property.span, file: number)
          parser.cursor.advance()
          for (name, location) in try parser.names("the name of a vocabulary") {
            use(name, from: number, at: location)
          }
        } catch {
          diagnostics.append(error.diagnostic)
        }
      }
    }
  }

  private mutating func use(_ name: String, from number: Int, at location: RuleLocation) {
    if let known = index[name] {
      if known >= 0 { uses.append((number, known, location)) }
      return
    }
    guard let file = vocabulary(name) else {
      index[name] = -1
      isIncomplete = true
      diagnostics.append(.unknownVocabulary(name, at: location))
      return
    }
    index[name] = files.count
    uses.append((number, files.count, location))
    add(file)
  }

  private mutating func reportCircles() {
    var names = NameGraph(names: files.map { RuleParser.baseName(of: $0.path) })
    for use in uses { names.connect(use.from, use.to, at: use.location) }
    for circle in names.circles() { diagnostics.append(.cycleInUses(circle.names, at: circle.location)) }
  }
}

extension [UInt8] {
  /// True where every byte is below 128.
  fileprivate var isASCII: Bool {
    // safe: read within the closure only; a buffer lets the loop run without a check for each byte.
    withUnsafeBufferPointer { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 0x80
    }
  }

  /// True where a byte is "\r". All are looked at, many at a time, which is faster than stopping at the first.
  private var hasCarriageReturn: Bool {
    // safe: read within the closure only; see ``isASCII``.
    withUnsafeBufferPointer { bytes in
      var nearest = UInt8.max
      for byte in bytes { nearest = Swift.min(nearest, byte ^ 0x0D) }
      return nearest == 0
    }
  }

  /// With "\n" for "\r\n" and "\r", and without a byte order mark.
  var withPlainLineEnds: [UInt8] {
    let hasMark = count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF
    guard hasMark || hasCarriageReturn else { return self }
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
