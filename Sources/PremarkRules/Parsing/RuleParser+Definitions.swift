import PremarkText

extension RuleParser {
  static let passageProperties =
    [
      PropertyRule("starts", "at", repeats: true), PropertyRule("lasts", "until"),
      PropertyRule("counts", "when"),
    ] + exampleProperties

  /// `passage NAME` and what stands under it.
  mutating func parsePassage(_ statement: FileLayout.Statement, file: Int) {
    guard let (id, location) = beginDefinition(statement, file: file) else { return }
    var starts: [PassageRule.Start] = []
    var end = PassageRule.End.nextStartOrHeading
    var having: Condition?
    var examples: [Example] = []
    var seen = SeenProperties()
    readProperties(
      statement.properties, of: "passage", file: file, allowed: Self.passageProperties, seen: &seen
    ) {
      (parser, name, property) throws(ParseFailure) in
      switch name {
      case "starts at": starts += try parser.starts()
      case "lasts until": end = try parser.readEnd()
      case "counts when": having = try parser.onlyCondition()
      default: examples.append(try parser.example(name, of: property))
      }
    }
    if !seen.has("starts at") { diagnostics.append(.noAlternatives("passage", id, at: location)) }
    checkExamples(examples, seen: seen, of: "passage '\(id)'", at: location)
    guard declarations.isFirstNamed(id, at: location) else { return }
    passages.append(
      PassageRule(id: id, starts: starts, end: end, having: having, examples: examples, location: location))
  }

  /// `<date>, or label <x>, or a row of a table with a review column, or a sentence opening with <date>`.
  private mutating func starts() throws(ParseFailure) -> [PassageRule.Start] {
    var starts: [PassageRule.Start] = []
    while true {
      starts.append(try start())
      if cursor.isAtEnd { return starts }
      let hadComma = cursor.take(.comma)
      guard cursor.take("or") || hadComma else { throw cursor.expected("', or' or the end of the line") }
    }
  }

  private mutating func start() throws(ParseFailure) -> PassageRule.Start {
    if cursor.isAt("label"), cursor.peek(1).kind == .reference {
      cursor.advance()
      return .label(try reference())
    }
    cursor.skipArticle()
    if cursor.take(all: "row", "of") {
      cursor.skipArticle()
      try cursor.expect("table")
      try cursor.expect("with")
      let role = try role()
      try cursor.expect("column")
      return .row(role)
    }
    if cursor.take(all: "sentence", "opening", "with") { return .sentence(try term()) }
    return .opening(try term())
  }

  private mutating func readEnd() throws(ParseFailure) -> PassageRule.End {
    var end = PassageRule.End.block
    cursor.skipArticle()
    if cursor.take(all: "next", "start") {
      end = cursor.take(all: "or", "heading") ? .nextStartOrHeading : .nextStart
    } else {
      _ = cursor.take(all: "end", "of")
      cursor.skipArticle()
      guard cursor.take("block") else {
        throw cursor.expected("'next start or heading', 'next start' or 'end of block'")
      }
    }
    try cursor.expectEnd()
    return end
  }

  static let indicatorProperties =
    Vocabulary.scopes.map { PropertyRule($0, repeats: true) } + [
      PropertyRule("or", repeats: true), PropertyRule("unless", repeats: true),
    ] + exampleProperties

  /// `indicator NAME` and what stands under it.
  mutating func parseIndicator(_ statement: FileLayout.Statement, file: Int) {
    guard let (id, location) = beginDefinition(statement, file: file) else { return }
    var alternatives: [Indicator.Alternative] = []
    var exceptions: [(scope: Within?, condition: Condition, location: RuleLocation)] = []
    var examples: [Example] = []
    var written = Alternatives()
    var seen = SeenProperties()
    var isFirst = true
    readProperties(
      statement.properties, of: "indicator", file: file, allowed: Self.indicatorProperties, seen: &seen
    ) {
      (parser, name, property) throws(ParseFailure) in
      switch name {
      case "accept", "reject": examples.append(try parser.example(name, of: property))
      case "unless":
        let scope = parser.takeScope()
        exceptions.append((scope, try parser.onlyCondition(), parser.cursor.location(from: 0)))
      default:
        let wasFirst = isFirst
        isFirst = false
        alternatives.append(try parser.alternative(name, isFirst: wasFirst, &written))
      }
    }
    for (again, first) in written.repeated {
      diagnostics.append(.repeatedAlternative(at: again, first: first))
    }
    if isFirst, !Vocabulary.scopes.contains(where: seen.has), !seen.has("or") {
      diagnostics.append(.noAlternatives("indicator", id, at: location))
    }
    checkExamples(examples, seen: seen, of: "indicator '\(id)'", at: location)
    guard declarations.isFirstNamed(id, at: location) else { return }
    // Without a stretch of its own, `unless` looks where the first alternative looks.
    let usual = alternatives.first?.scope ?? .clause
    indicators.append(
      Indicator(
        id: id, alternatives: alternatives,
        unless: exceptions.map {
          Indicator.Alternative(scope: $0.scope ?? usual, condition: $0.condition, location: $0.location)
        }, examples: examples, location: location))
  }

  private mutating func alternative(
    _ keyword: String, isFirst: Bool, _ written: inout Alternatives
  ) throws(ParseFailure) -> Indicator.Alternative {
    var scope = Within(named: keyword)
    var start = 0
    if keyword == "or" {
      start = 1
      scope = takeScope()
    } else if !isFirst {
      diagnostics.append(.missingOr(keyword, at: cursor.location(of: cursor.tokens[0])))
    }
    guard let scope else { throw cursor.expected("'clause', 'sentence' or another stretch after 'or'") }
    let condition = try onlyCondition()
    let location = cursor.location(from: start)
    written.add(cursor.signature(start..<cursor.index), at: location, hasComma: false)
    return Indicator.Alternative(scope: scope, condition: condition, location: location)
  }

  private mutating func takeScope() -> Within? {
    guard cursor.current.kind == .word, let scope = Within(named: cursor.text) else { return nil }
    cursor.advance()
    return scope
  }

  /// Reads the first line of a definition; nil, reported, where it has no name.
  mutating func beginDefinition(_ statement: FileLayout.Statement, file: Int) -> (
    name: String, location: RuleLocation
  )? {
    guard let (id, location) = header(statement, file: file) else { return nil }
    if declarations.isFirstNamed(id, at: location) { currentNamed = declarations.namedIndex[id] }
    return (id, location)
  }
}
