import PremarkText

/// Which properties of a statement have been seen, readable or not.
struct SeenProperties {
  private var places: [(name: String, location: RuleLocation)] = []

  func has(_ name: String) -> Bool { places.contains { $0.name == name } }

  /// Where the property stood before, if it did.
  mutating func add(_ name: String, at location: RuleLocation) -> RuleLocation? {
    if let first = places.first(where: { $0.name == name }) { return first.location }
    places.append((name, location))
    return nil
  }
}

/// A property that a statement may have.
struct PropertyRule {
  /// Its words: one, or two ("starts at").
  let words: [String]
  /// May stand more than once.
  let repeats: Bool

  /// Its words with a space between.
  let name: String

  init(_ words: String..., repeats: Bool = false) {
    self.words = words
    self.repeats = repeats
    name = words.count == 1 ? words[0] : words[0] + " " + words[1]
  }
}

extension RuleParser {
  /// Goes over properties: finds out which each is, reports those that are unknown or repeated, and lets `body` read
  /// the rest of the others. What cannot be read is reported and counts as seen.
  mutating func readProperties(
    _ properties: [FileLayout.Property], of statement: String, file: Int, allowed: [PropertyRule],
    seen: inout SeenProperties,
    _ body: (inout RuleParser, String, FileLayout.Property) throws(ParseFailure) -> Void
  ) {
    for property in properties {
      do throws(ParseFailure) {
        try begin(property.span, file: file)
        if let rule = try rule(of: statement, allowed: allowed, seen: &seen) {
          try body(&self, rule.name, property)
        }
      } catch {
        noteFirstWord(of: property, allowed: allowed, file: file, seen: &seen)
        declarations.useMentions(in: property.span, of: files[file].text)
        for child in property.children { declarations.useMentions(in: child.span, of: files[file].text) }
        diagnostics.append(error.diagnostic)
      }
    }
  }

  private mutating func rule(
    of statement: String, allowed: [PropertyRule], seen: inout SeenProperties
  ) throws(ParseFailure) -> PropertyRule? {
    let first = cursor.current
    let location = cursor.location
    let word = cursor.text
    guard let sample = allowed.firstIndex(where: { $0.words[0] == word }), first.kind == .word else {
      guard first.kind == .word || first.kind == .number else {
        throw cursor.expected("a property of '\(statement)'")
      }
      throw ParseFailure(
        .unknownProperty(word, of: statement, at: location, known: allowed.map { $0.name }))
    }
    cursor.advance()
    let rule = allowed[sample]
    if rule.words.count > 1 {
      guard cursor.current.kind == .word, cursor.text == rule.words[1] else {
        throw cursor.expected("'\(rule.words[1])' after '\(rule.words[0])'")
      }
      cursor.advance()
    }
    let place = RuleLocation(
      file: location.file, span: Span(location.span.start, cursor.tokens[cursor.index - 1].span.end))
    if let earlier = seen.add(rule.name, at: place), !rule.repeats {
      throw ParseFailure(.repeatedProperty(rule.name, at: place, first: earlier))
    }
    return rule
  }

  /// So that a property with an error in it is not reported as missing too.
  private func noteFirstWord(
    of property: FileLayout.Property, allowed: [PropertyRule], file: Int, seen: inout SeenProperties
  ) {
    let text = files[file].text
    var end = property.span.start
    while end < property.span.end, text[end].isWordByte { end += 1 }
    let word = String(decoding: text[property.span.start..<end], as: UTF8.self)
    let location = RuleLocation(file: file, span: Span(property.span.start, end))
    for rule in allowed where rule.words[0] == word || Spelling.nearest(to: word, in: [rule.words[0]]) != nil
    {
      _ = seen.add(rule.name, at: location)
    }
  }

  /// Reports each property that must be there and was not seen.
  mutating func require(
    _ names: [String], in seen: SeenProperties, of what: String, at location: RuleLocation
  ) {
    for name in names where !seen.has(name) {
      diagnostics.append(.missingProperty(name, of: what, at: location))
    }
  }

  /// True where a statement stands in the unit's own file.
  func isUnitFile(_ file: Int) -> Bool { file == unitFile }

  /// Reports a statement that only a unit's file may hold; true where it may stand here.
  mutating func allowOnlyInUnit(_ kind: String, _ statement: FileLayout.Statement, file: Int) -> Bool {
    if isUnitFile(file) { return true }
    let start = statement.header.start
    let location = RuleLocation(file: file, span: Span(start, start + kind.utf8.count))
    diagnostics.append(.notInVocabulary(kind, at: location))
    return false
  }
}
