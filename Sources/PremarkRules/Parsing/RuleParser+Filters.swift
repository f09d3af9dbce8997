import PremarkText

extension RuleParser {
  /// A filter, if one comes next.
  mutating func filter() throws(ParseFailure) -> Filter? {
    guard cursor.current.kind == .word else { return nil }
    if let filter = voiceOrPolarity() { return filter }
    if let filter = strength() { return filter }
    if cursor.take("asked") { return .asked(true) }
    if cursor.take(all: "not", "asked") { return .asked(false) }
    if cursor.isAt("in"), !cursor.isWord("same", ahead: 2) {
      cursor.advance()
      return try place(isInside: true)
    }
    if cursor.isAt("not"), cursor.isWord("in", ahead: 1) {
      cursor.advance()
      cursor.advance()
      return try place(isInside: false)
    }
    if cursor.take("outside") { return try outside() }
    return nil
  }

  /// Filters apart by commas or `and`, up to the end of the property.
  mutating func filters() throws(ParseFailure) -> [Filter] {
    var filters: [Filter] = []
    let start = cursor.index
    repeat {
      _ = cursor.take("and")
      guard let filter = try filter() else { throw cursor.expected("a filter such as 'own' or 'affirmed'") }
      filters.append(filter)
    } while cursor.take(.comma) || cursor.isAt("and")
    try cursor.expectEnd("a comma or the end of the line")
    checkTogether(filters, at: cursor.location(from: start))
    return filters
  }

  private mutating func voiceOrPolarity() -> Filter? {
    if cursor.take(all: "own", "or", "other") || cursor.take(all: "other", "or", "own") {
      return .voice(.ownOrOther)
    }
    if cursor.take(all: "any", "voice") { return .voice(.any) }
    if cursor.take("own") { return .voice(.own) }
    if cursor.take("other") { return .voice(.other) }
    if cursor.take("general") { return .voice(.general) }
    if cursor.take(all: "affirmed", "or", "hypothetical")
      || cursor.take(all: "hypothetical", "or", "affirmed")
    {
      return .polarity(.affirmedOrHypothetical)
    }
    if cursor.take(all: "any", "polarity") { return .polarity(.any) }
    if cursor.take("affirmed") { return .polarity(.affirmed) }
    if cursor.take("negated") { return .polarity(.negated) }
    if cursor.take("hypothetical") { return .polarity(.hypothetical) }
    return nil
  }

  private mutating func strength() -> Filter? {
    let word = cursor.text
    let name = word == "planned" ? "plan" : word
    guard Vocabulary.strengths.contains(name) else { return nil }
    cursor.advance()
    if cursor.take(all: "or", "stronger") { return .strength(name, .orStronger) }
    if cursor.take(all: "or", "weaker") { return .strength(name, .orWeaker) }
    return .strength(name, .exactly)
  }

  /// What follows `in` or `not in`.
  private mutating func place(isInside: Bool) throws(ParseFailure) -> Filter {
    cursor.skipArticle()
    if cursor.take(all: "section", "headed") || cursor.take(all: "sections", "headed") {
      return .headed(try reference(), isInside)
    }
    if cursor.take("table") || cursor.take("tables") { return .place(.table, isInside) }
    if cursor.take("list") || cursor.take("lists") { return .place(.list, isInside) }
    if cursor.take("quotation") || cursor.take("quotations") { return .place(.quotation, isInside) }
    if !Vocabulary.roles.contains(cursor.text), !isRoleNoun(ahead: 1), !cursor.isWord("or", ahead: 1) {
      return .inside(try stretchName(), isInside)
    }
    return .role(try roles(), isInside)
  }

  /// The name of a passage or an item.
  mutating func stretchName() throws(ParseFailure) -> String {
    if let index = declarations.namedIndex[cursor.text], declarations.named[index].kind == .item {
      return try name(of: .item)
    }
    return try name(of: .passage)
  }

  private mutating func outside() throws(ParseFailure) -> Filter {
    cursor.skipArticle()
    if cursor.take("tables") || cursor.take("table") { return .place(.table, false) }
    if cursor.take("lists") || cursor.take("list") { return .place(.list, false) }
    if cursor.take("quotations") || cursor.take("quotation") { return .place(.quotation, false) }
    throw cursor.expected("'tables', 'lists' or 'quotations'")
  }

  /// `objective column`, `objective or activity column`, `objective column or activity cell`: a role goes on after `or`
  /// where its own `column`, `cell` or `role` follows, or none has followed yet.
  private mutating func roles() throws(ParseFailure) -> [String] {
    var roles = [try role()]
    while true {
      if takeRoleNoun() {
        guard cursor.isAt("or"), isRoleNoun(ahead: isArticle(ahead: 1) ? 3 : 2) else { return roles }
        cursor.advance()
      } else {
        guard cursor.take("or") || cursor.take(.comma) else {
          throw cursor.expected("'column', 'cell' or 'role'")
        }
        _ = cursor.take("or")
      }
      roles.append(try role())
    }
  }

  private mutating func takeRoleNoun() -> Bool {
    guard isRoleNoun(ahead: 0) else { return false }
    cursor.advance()
    return true
  }

  private func isRoleNoun(ahead: Int) -> Bool {
    cursor.isWord("column", ahead: ahead) || cursor.isWord("cell", ahead: ahead)
      || cursor.isWord("role", ahead: ahead)
      || cursor.isWord("columns", ahead: ahead) || cursor.isWord("cells", ahead: ahead)
  }

  private func isArticle(ahead: Int) -> Bool {
    cursor.isWord("a", ahead: ahead) || cursor.isWord("an", ahead: ahead)
      || cursor.isWord("the", ahead: ahead)
  }
}
