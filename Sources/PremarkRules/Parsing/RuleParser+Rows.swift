import PremarkText

extension RuleParser {
  /// Reads every `rows NAME`: more examples of a rule that is defined elsewhere. They join its own, in order.
  ///
  /// Such rows are many and only tests read them, so that a unit keeps them in a file beside its rules.
  mutating func parseRows() {
    for (file, layout) in layouts.enumerated() {
      for statement in layout.statements {
        let start = statement.header.start
        if files[file].text.hasWord("rows", at: start) {
          parseRows(statement, file: file)
        } else if file == rowsFile, !files[file].text.hasWord("language", at: start) {
          reportOutsideRows(statement, file: file)
        }
      }
    }
  }

  private mutating func parseRows(_ statement: FileLayout.Statement, file: Int) {
    guard isUnitFile(file) || file == rowsFile else {
      _ = allowOnlyInUnit("rows", statement, file: file)
      return
    }
    guard let (name, location) = header(statement, file: file) else { return }
    var examples: [Example] = []
    var seen = SeenProperties()
    readProperties(statement.properties, of: "rows", file: file, allowed: Self.exampleProperties, seen: &seen)
    {
      (parser, keyword, property) throws(ParseFailure) in
      examples.append(try parser.example(keyword, of: property))
    }
    if !add(examples, to: name), !declarations.doubtful.contains(name), declarations.namedIndex[name] == nil {
      let known = declarations.namedNames + firstMistakes.keys.sorted()
      diagnostics.append(
        .noRuleOfRows(name, at: location, closest: declarations.nearest(to: name, in: known)))
    }
  }

  /// False where no rule has the name.
  private mutating func add(_ examples: [Example], to name: String) -> Bool {
    if let rule = indicators.firstIndex(where: { $0.id == name }) {
      indicators[rule].examples += examples
    } else if let rule = items.firstIndex(where: { $0.id == name }) {
      items[rule].examples += examples
    } else if let rule = passages.firstIndex(where: { $0.id == name }) {
      passages[rule].examples += examples
    } else if let rule = mistakes.firstIndex(where: { $0.id == name }) {
      mistakes[rule].examples += examples
    } else {
      return false
    }
    return true
  }

  /// A file of rows holds nothing else: another statement in it would be read by tests and not by marking.
  private mutating func reportOutsideRows(_ statement: FileLayout.Statement, file: Int) {
    attempt { (parser) throws(ParseFailure) in
      try parser.begin(statement.header, file: file)
      throw ParseFailure(
        .unexpectedHeader(
          parser.cursor.text, at: parser.cursor.location,
          help: "a file of rows holds 'rows NAME' and nothing else"))
    }
  }
}
