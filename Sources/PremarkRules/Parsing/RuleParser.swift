import PremarkText

/// Parses the statements of all files in reach into a rule set. Never throws: a property that cannot be read is
/// reported and left out, and the next is read as if nothing had happened.
///
/// It goes over the files in order: names first (``Declarations``), then word lists, then everything else, so that a
/// name may be used above the line that defines it.
struct RuleParser {
  /// What may be asked of decisions in the test at hand.
  enum DecisionUse {
    /// Nothing: findings only.
    case none
    /// Requirements of the criterion at hand.
    case ownRequirements
    /// Every criterion and requirement.
    case all
  }

  let files: [RuleFile]
  let layouts: [FileLayout]
  /// Which file is the unit's; nil where all are vocabularies.
  let unitFile: Int?
  /// Which file holds nothing but rows; nil where there is none.
  var rowsFile: Int?
  /// Which word lists are read.
  var lists = ListChoice.all
  var diagnostics: [Diagnostic] = []
  var declarations = Declarations()

  // The property at hand.
  var cursor = TokenCursor(file: 0, bytes: [], tokens: RuleToken.onlyEnd)
  var depth = 0
  /// Names of the item's parts that may be used here.
  var visibleParts: [String] = []
  /// True where `for it` has an item to mean: after `with` in a test of items.
  var isItemAtHand = false
  /// True inside something whose parts cannot be known, since it is unknown itself.
  var hasUnknownParts = false
  var decisionUse = DecisionUse.none
  /// The criterion or definition being parsed.
  var currentCriterion: Int?
  var currentNamed: Int?

  // What has been parsed.
  var unit: Unit?
  var wordLists: [WordList] = []
  /// The phrases of all word lists.
  var phrases = PhraseStore()
  var passages: [PassageRule] = []
  var indicators: [Indicator] = []
  var items: [ItemRule] = []
  var criteria: [Criterion] = []
  var mistakes: [CommonMistake] = []
  var tips: [Tip] = []
  /// Where each mistake and each tip was first defined.
  var firstMistakes: [String: RuleLocation] = [:]
  var firstTips: [String: RuleLocation] = [:]

  init(files: [RuleFile], layouts: [FileLayout], unitFile: Int?) {
    self.unitFile = unitFile
    self.files = files
    self.layouts = layouts
  }

  /// Parses all files.
  mutating func parse() {
    declare()
    parseWordLists()
    for (file, layout) in layouts.enumerated() {
      for statement in layout.statements { parse(statement, file: file) }
    }
    parseRows()
    checkDefinitions()
  }

  /// Parses only the `unit` statement of the unit's file.
  mutating func parseTop() {
    guard let file = files.first, let layout = layouts.first else { return }
    for statement in layout.statements where file.text.hasWord("unit", at: statement.header.start) {
      parseUnit(statement, file: 0)
      return
    }
  }

  /// Reads the tokens of a stretch into ``cursor``.
  mutating func begin(_ span: Span, file: Int) throws(ParseFailure) {
    var tokens = cursor.takeTokens()
    let bytes = files[file].text
    try RuleLexer(text: bytes, file: file).tokens(in: span, into: &tokens)
    cursor = TokenCursor(file: file, bytes: bytes, tokens: tokens)
    depth = 0
  }

  /// Does something with one property and reports why it could not.
  mutating func attempt(_ body: (inout RuleParser) throws(ParseFailure) -> Void) {
    do throws(ParseFailure) {
      try body(&self)
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }

  private mutating func parse(_ statement: FileLayout.Statement, file: Int) {
    let text = files[file].text
    let start = statement.header.start
    if file == rowsFile || text.hasWord("rows", at: start) { return }
    visibleParts = []
    currentCriterion = nil
    currentNamed = nil
    decisionUse = .none
    if text.hasWord("passage", at: start) {
      parsePassage(statement, file: file)
    } else if text.hasWord("indicator", at: start) {
      parseIndicator(statement, file: file)
    } else if text.hasWord("item", at: start) {
      parseItem(statement, file: file)
    } else if text.hasWord("unit", at: start) {
      parseUnit(statement, file: file)
    } else if text.hasWord("vocabulary", at: start) {
      parseVocabulary(statement, file: file)
    } else if text.hasWord("criterion", at: start) {
      parseCriterion(statement, file: file)
    } else if text.hasWord("mistake", at: start) {
      parseMistake(statement, file: file)
    } else if text.hasWord("tip", at: start) {
      parseTip(statement, file: file)
    } else if !text.hasWord("words", at: start), !text.hasWord("language", at: start) {
      reportUnknown(statement, file: file)
    }
  }

  private mutating func reportUnknown(_ statement: FileLayout.Statement, file: Int) {
    attempt { (parser) throws(ParseFailure) in
      try parser.begin(statement.header, file: file)
      let word = parser.cursor.text
      let closest = Spelling.nearest(to: word, in: Vocabulary.statements)
      throw ParseFailure(.unknownStatement(word, at: parser.cursor.location, closest: closest))
    }
    for property in statement.properties { declarations.useMentions(in: property.span, of: files[file].text) }
  }

  /// The name in a statement's first line, which must end there unless `more` is true; nil, reported, where it is none.
  mutating func header(_ statement: FileLayout.Statement, file: Int, more: Bool = false) -> (
    name: String, location: RuleLocation
  )? {
    do throws(ParseFailure) {
      try begin(statement.header, file: file)
      cursor.advance()
      let named = try name("a name")
      if !more { try cursor.expectEnd() }
      return named
    } catch {
      diagnostics.append(error.diagnostic)
      return nil
    }
  }

  /// A name as the current token.
  mutating func name(_ what: String) throws(ParseFailure) -> (name: String, location: RuleLocation) {
    let token = cursor.current
    guard token.kind == .word || token.kind == .number else { throw cursor.expected(what) }
    let (text, location) = (cursor.text, cursor.location)
    guard Self.isName(text) else { throw ParseFailure(.malformedName(text, at: location)) }
    cursor.advance()
    return (text, location)
  }

  /// Small letters and digits first, then also `-` and `.`.
  static func isName(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      let isLetter = byte.isDigit || (byte >= 0x61 && byte <= 0x7A)
      guard isLetter || (!isFirst && (byte == 0x2D || byte == .stop)) else { return false }
      isFirst = false
    }
    return !isFirst
  }

  /// One text, or several one after the other, joined by spaces; its placeholders are checked.
  mutating func text() throws(ParseFailure) -> String {
    guard cursor.current.kind == .string else { throw cursor.expected("a text in quotes") }
    var said = ""
    while cursor.current.kind == .string {
      let token = cursor.current
      if !said.isEmpty { said += " " }
      said += cursor.text
      checkPlaceholders(of: token)
      cursor.advance()
    }
    return said
  }

  /// A text that fills the rest of the property.
  mutating func onlyText() throws(ParseFailure) -> String {
    let said = try text()
    try cursor.expectEnd()
    return said
  }

  private mutating func checkPlaceholders(of token: RuleToken) {
    let text = files[cursor.file].text
    var at = token.span.start
    while at < token.span.end {
      guard text[at] == 0x7B else {
        at += 1
        continue
      }
      let start = at
      while at < token.span.end, text[at] != 0x7D { at += 1 }
      let name = String(
        decoding: text[(start + 1)..<max(start + 1, min(at, token.span.end - 1))], as: UTF8.self)
      if at == token.span.end || !Vocabulary.placeholders.contains(name) {
        let span = Span(start, min(at + 1, token.span.end - 1))
        diagnostics.append(.unknownPlaceholder(name, at: RuleLocation(file: cursor.file, span: span)))
      }
    }
  }

  /// A number of at most six digits, or a number word up to twelve.
  mutating func number() throws(ParseFailure) -> Int {
    let (kind, text) = (cursor.current.kind, cursor.text)
    if kind == .number {
      guard text.utf8.count <= 6 else {
        throw ParseFailure(.impossibleNumber("'\(text)' is too large", at: cursor.location))
      }
      cursor.advance()
      var value = 0
      for byte in text.utf8 { value = value * 10 + Int(byte - 0x30) }
      return value
    }
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    guard kind == .word, let index = words.firstIndex(of: text) else {
      throw cursor.expected("a number")
    }
    cursor.advance()
    return index + 1
  }

  /// One level deeper into brackets.
  mutating func enter() throws(ParseFailure) {
    depth += 1
    if depth > Vocabulary.deepestNesting { throw ParseFailure(.nestedTooDeep(at: cursor.location)) }
  }
}
