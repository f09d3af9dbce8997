import PremarkText

extension RuleParser {
  static let itemProperties =
    [
      PropertyRule("called"), PropertyRule("from", repeats: true), PropertyRule("known", "by"),
      PropertyRule("counts", "when"), PropertyRule("part", repeats: true),
    ] + exampleProperties

  /// `item NAME` and what stands under it.
  mutating func parseItem(_ statement: FileLayout.Statement, file: Int) {
    guard allowOnlyInUnit("item", statement, file: file) else { return }
    guard let (id, location) = beginDefinition(statement, file: file) else { return }
    let allParts = currentNamed.map { declarations.named[$0].parts } ?? []
    var called: (String, String)?
    var sources: [(source: ItemRule.Source, having: Condition?, location: RuleLocation)] = []
    var knownBy: [Reference] = []
    var countsWhen: Condition?
    var parts: [ItemRule.Part] = []
    var examples: [Example] = []
    var seen = SeenProperties()
    readProperties(statement.properties, of: "item", file: file, allowed: Self.itemProperties, seen: &seen) {
      (parser, name, property) throws(ParseFailure) in
      switch name {
      case "called": called = try parser.called()
      case "from": sources.append(try parser.source())
      case "known by": knownBy = try parser.references()
      case "counts when":
        parser.visibleParts = allParts
        defer { parser.visibleParts = [] }
        countsWhen = try parser.onlyCondition()
      case "part": parts.append(try parser.part(after: parts))
      default: examples.append(try parser.example(name, of: property))
      }
    }
    if !seen.has("from") { diagnostics.append(.noSources(id, at: location)) }
    checkExamples(examples, seen: seen, of: "item '\(id)'", at: location)
    guard declarations.isFirstNamed(id, at: location) else { return }
    let plain = Self.plainWords(id)
    items.append(
      ItemRule(
        id: id, singular: called?.0 ?? plain, plural: called?.1 ?? plain + "s", sources: sources,
        knownBy: knownBy, countsWhen: countsWhen, parts: parts, examples: examples, location: location))
  }

  /// "review-entry" in words: "review entry".
  private static func plainWords(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x2D ? UInt8.space : $0 }, as: UTF8.self)
  }

  /// `<kpi>, <competency>`.
  private mutating func references() throws(ParseFailure) -> [Reference] {
    var references: [Reference] = []
    repeat {
      _ = cursor.take("or")
      references.append(try reference())
    } while cursor.take(.comma) || cursor.isAt("or")
    try cursor.expectEnd("',' or the end of the line")
    return references
  }

  private mutating func called() throws(ParseFailure) -> (String, String) {
    let singular = try word("a word in quotes")
    var plural = singular + "s"
    if cursor.take(.comma) { plural = try word("the plural in quotes") }
    try cursor.expectEnd()
    return (singular, plural)
  }

  private mutating func word(_ what: String) throws(ParseFailure) -> String {
    let token = try cursor.expect(.string, what)
    return cursor.text(of: token)
  }

  /// `part NAME CONDITION`; it may name the parts above it.
  private mutating func part(after earlier: [ItemRule.Part]) throws(ParseFailure) -> ItemRule.Part {
    let (name, location) = try name("the name of a part")
    if Vocabulary.reserved.contains(name) { diagnostics.append(.reservedName(name, at: location)) }
    if let first = earlier.first(where: { $0.name == name }) {
      throw ParseFailure(.duplicateName(name, kind: "part", at: location, first: first.location))
    }
    visibleParts = earlier.map { $0.name }
    defer { visibleParts = [] }
    return ItemRule.Part(name: name, condition: try onlyCondition(), location: location)
  }

  private mutating func source() throws(ParseFailure) -> (
    source: ItemRule.Source, having: Condition?, location: RuleLocation
  ) {
    let start = cursor.index
    if cursor.take("statements") {
      guard cursor.take(.comma) || cursor.take("with") else { throw cursor.expected("',' and what they say") }
      let condition = try onlyCondition()
      return (.statements(condition), nil, cursor.location(from: start))
    }
    if cursor.take(all: "list", "items") {
      guard cursor.take(.comma) || cursor.take("with") else { throw cursor.expected("',' and what they say") }
      let condition = try onlyCondition()
      let inList = Condition.filtered(condition, [.place(.list, true)])
      return (.statements(inList), nil, cursor.location(from: start))
    }
    let source = try place()
    let location = cursor.location(from: start)
    var having: Condition?
    if cursor.take(.comma) {
      having = try onlyCondition()
    } else {
      try cursor.expectEnd("',' and a condition, or the end of the line")
    }
    return (source, having, location)
  }

  private mutating func place() throws(ParseFailure) -> ItemRule.Source {
    cursor.skipArticle()
    if cursor.take(all: "rows", "of") { return .rows(try columns()) }
    if cursor.take("list") || cursor.take("lists") {
      if cursor.take("under") { return .listsUnder(try reference()) }
      return .listsWithRole(try withRole())
    }
    if cursor.take("paragraphs") { return .paragraphsWithRole(try withRole()) }
    if cursor.take("cells") { return .cellsWithRole(try withRole()) }
    if cursor.take("passages") || cursor.take("passage") { return .passages(try name(of: .passage)) }
    if cursor.take(all: "blocks", "labelled") { return .labelled(try reference()) }
    throw cursor.expected(
      "a source of items",
      help:
        "rows of a table with …, a list with … role, a list under <…>, paragraphs with … role, cells with … role, "
        + "passages …, blocks labelled <…> or statements, …")
  }

  /// `a table with an objective column and a deadline column`.
  private mutating func columns() throws(ParseFailure) -> [String] {
    cursor.skipArticle()
    guard cursor.take("table") || cursor.take("tables") else { throw cursor.expected("'a table with …'") }
    try cursor.expect("with")
    var roles: [String] = []
    repeat {
      roles.append(try role())
      _ = cursor.take("column")
    } while cursor.take("and")
    guard cursor.isWord("column", ahead: -1) || cursor.take("columns") else {
      throw cursor.expected("'column'")
    }
    return roles
  }

  private mutating func withRole() throws(ParseFailure) -> String {
    try cursor.expect("with")
    let role = try role()
    try cursor.expect("role")
    return role
  }
}
