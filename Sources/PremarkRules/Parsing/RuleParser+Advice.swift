import PremarkText

extension RuleParser {
  static let mistakeProperties =
    [
      PropertyRule("title"), PropertyRule("when"), PropertyRule("contradicted", "by"), PropertyRule("says"),
      PropertyRule("advice"),
    ] + exampleProperties

  /// `mistake NAME [minor|major]` and what stands under it.
  mutating func parseMistake(_ statement: FileLayout.Statement, file: Int) {
    guard allowOnlyInUnit("mistake", statement, file: file) else { return }
    guard let (id, location) = header(statement, file: file, more: true) else { return }
    let isMajor = cursor.take("major")
    if !isMajor { _ = cursor.take("minor") }
    attempt { (parser) throws(ParseFailure) in
      try parser.cursor.expectEnd("'minor', 'major' or the end of the line")
    }
    decisionUse = .all
    var title = ""
    var when: Test?
    var contradictedBy: Test?
    var says = ""
    var advice: String?
    var examples: [Example] = []
    var seen = SeenProperties()
    readProperties(
      statement.properties, of: "mistake", file: file, allowed: Self.mistakeProperties, seen: &seen
    ) {
      (parser, name, property) throws(ParseFailure) in
      switch name {
      case "title": title = try parser.onlyText()
      case "when": when = try parser.onlyTest()
      case "contradicted by": contradictedBy = try parser.onlyTest()
      case "says": says = try parser.onlyText()
      case "advice": advice = try parser.onlyText()
      default: examples.append(try parser.example(name, of: property))
      }
    }
    require(["title", "when", "says"], in: seen, of: "mistake '\(id)'", at: location)
    checkExamples(examples, seen: seen, of: "mistake '\(id)'", at: location)
    if let first = firstMistakes[id] {
      diagnostics.append(.duplicateName(id, kind: "mistake", at: location, first: first))
      return
    }
    firstMistakes[id] = location
    if let when {
      mistakes.append(
        CommonMistake(
          id: id, title: title, isMajor: isMajor, when: when, contradictedBy: contradictedBy, says: says,
          advice: advice, examples: examples, location: location))
    }
  }

  /// `tip NAME` and what stands under it.
  mutating func parseTip(_ statement: FileLayout.Statement, file: Int) {
    guard allowOnlyInUnit("tip", statement, file: file) else { return }
    guard let (id, location) = header(statement, file: file) else { return }
    decisionUse = .all
    var when: Test?
    var says = ""
    var seen = SeenProperties()
    let allowed = [PropertyRule("when"), PropertyRule("says")]
    readProperties(statement.properties, of: "tip", file: file, allowed: allowed, seen: &seen) {
      (parser, name, _) throws(ParseFailure) in
      if name == "when" { when = try parser.onlyTest() } else { says = try parser.onlyText() }
    }
    require(["says"], in: seen, of: "tip '\(id)'", at: location)
    if let first = firstTips[id] {
      diagnostics.append(.duplicateName(id, kind: "tip", at: location, first: first))
      return
    }
    firstTips[id] = location
    if when != nil || !seen.has("when") {
      tips.append(Tip(id: id, when: when, says: says, location: location))
    }
  }
}
