import PremarkText

extension RuleParser {
  /// Collects all names.
  mutating func declare() {
    for (file, layout) in layouts.enumerated() {
      for statement in layout.statements { declare(statement, file: file) }
    }
  }

  private mutating func declare(_ statement: FileLayout.Statement, file: Int) {
    let text = files[file].text
    let start = statement.header.start
    if text.hasWord("words", at: start) {
      declareList(statement, file: file)
    } else if text.hasWord("indicator", at: start) {
      declareNamed(.indicator, statement, file: file)
    } else if text.hasWord("item", at: start) {
      declareNamed(.item, statement, file: file)
    } else if text.hasWord("passage", at: start) {
      declareNamed(.passage, statement, file: file)
    } else if text.hasWord("criterion", at: start) {
      declareCriterion(statement, file: file)
    } else if let (keyword, _) = word(0, of: statement.header, file: file),
      !Vocabulary.statements.contains(keyword)
    {
      doubt(1, of: statement.header, file: file)
      for property in statement.properties { doubt(1, of: property.span, file: file) }
    }
  }

  /// Takes a word of a line that cannot be read for a name.
  private mutating func doubt(_ number: Int, of span: Span, file: Int) {
    if let (name, _) = word(number, of: span, file: file) { declarations.doubtful.insert(name) }
  }

  private mutating func declareList(_ statement: FileLayout.Statement, file: Int) {
    guard let (name, location) = word(1, of: statement.header, file: file) else { return }
    if Vocabulary.entities.contains(name) {
      diagnostics.append(.listNamedAsEntity(name, at: location))
      return
    }
    if let first = declarations.listIndex[name] {
      var places = (location, declarations.lists[first].location)
      // The unit's own file comes first, but the vocabulary had the name before it.
      if isUnitFile(places.1.file), !isUnitFile(file) { places = (places.1, places.0) }
      diagnostics.append(.duplicateName(name, kind: "word list", at: places.0, first: places.1))
      return
    }
    declarations.listIndex[name] = declarations.lists.count
    declarations.listNames.append(name)
    declarations.lists.append(Declarations.ListEntry(location: location))
  }

  private mutating func declareNamed(_ kind: Declarations.Kind, _ statement: FileLayout.Statement, file: Int)
  {
    guard let (name, location) = word(1, of: statement.header, file: file) else { return }
    if Vocabulary.reserved.contains(name) {
      diagnostics.append(.reservedName(name, at: location))
    }
    if let index = declarations.namedIndex[name] {
      let first = declarations.named[index]
      diagnostics.append(
        first.kind == kind
          ? .duplicateName(name, kind: kind.rawValue, at: location, first: first.location)
          : .nameOfTwoKinds(
            name, kind: kind.described, at: location, first: first.location, firstKind: first.kind.described))
      return
    }
    var parts: [String] = []
    if kind == .item {
      for property in statement.properties where files[file].text.hasWord("part", at: property.span.start) {
        if let (part, _) = word(1, of: property.span, file: file) { parts.append(part) }
      }
      doubtUnknown(statement.properties, known: Self.itemProperties, file: file)
    }
    declarations.namedIndex[name] = declarations.named.count
    declarations.namedNames.append(name)
    declarations.named.append(Declarations.Named(kind: kind, location: location, parts: parts))
  }

  private mutating func declareCriterion(_ statement: FileLayout.Statement, file: Int) {
    guard let (name, location) = word(1, of: statement.header, file: file) else { return }
    if let first = declarations.criterionIndex[name] {
      let place = declarations.criteria[first].location
      diagnostics.append(.duplicateName(name, kind: "criterion", at: location, first: place))
      return
    }
    var requirements: [String] = []
    for property in statement.properties where files[file].text.hasWord("requires", at: property.span.start) {
      if let (requirement, _) = word(1, of: property.span, file: file) { requirements.append(requirement) }
    }
    doubtUnknown(statement.properties, known: Self.criterionProperties, file: file)
    declarations.criterionIndex[name] = declarations.criteria.count
    declarations.criteria.append(
      Declarations.CriterionEntry(name: name, location: location, requirements: requirements))
  }

  /// What stands after an unknown property may be the name of a part or a requirement.
  private mutating func doubtUnknown(_ properties: [FileLayout.Property], known: [PropertyRule], file: Int) {
    for property in properties {
      guard let (keyword, _) = word(0, of: property.span, file: file) else { continue }
      if !known.contains(where: { $0.words[0] == keyword }) { doubt(1, of: property.span, file: file) }
    }
  }

  /// The word with that number, from 0, of a line, without looking at the rest of it.
  private func word(_ number: Int, of span: Span, file: Int) -> (String, RuleLocation)? {
    let text = files[file].text
    var at = span.start
    for _ in 0..<number {
      while at < span.end, text[at].isWordByte { at += 1 }
      while at < span.end, text[at] == .space || text[at] == .tab { at += 1 }
    }
    let start = at
    while at < span.end, text[at].isWordByte { at += 1 }
    guard at > start else { return nil }
    return (
      String(decoding: text[start..<at], as: UTF8.self), RuleLocation(file: file, span: Span(start, at))
    )
  }
}
