import PremarkText

extension RuleParser {
  /// `<ref>`, a quoted phrase, a name, `[an] objective column`, `label <ref>`.
  mutating func term() throws(ParseFailure) -> Term {
    if cursor.current.kind == .word { cursor.skipArticle() }
    let token = cursor.current
    switch token.kind {
    case .reference: return .reference(try reference())
    case .string: return .phrase(try phrase())
    case .word, .number:
      if cursor.isAt("label"), cursor.peek(1).kind == .reference {
        cursor.advance()
        return .label(try reference())
      }
      if cursor.isWord("column", ahead: 1) { return .column(try column()) }
      return .named(try definedName())
    default:
      throw cursor.expected("a list in < >, a phrase in quotes or a name")
    }
  }

  /// True where a term could begin.
  var isAtTerm: Bool {
    switch cursor.current.kind {
    case .reference, .string, .word, .number: true
    default: false
    }
  }

  /// `objective column`.
  private mutating func column() throws(ParseFailure) -> String {
    let role = try role()
    try cursor.expect("column")
    return role
  }

  /// A role that annotation knows; an unknown one is reported and given back all the same.
  mutating func role() throws(ParseFailure) -> String {
    cursor.skipArticle()
    let token = cursor.current
    guard token.kind == .word else { throw cursor.expected("a role such as 'objective'") }
    let role = cursor.text
    if !Vocabulary.roles.contains(role) { diagnostics.append(.unknownRole(role, at: cursor.location)) }
    cursor.advance()
    return role
  }

  /// `<name>` or `<name:group>`, resolved.
  mutating func reference() throws(ParseFailure) -> Reference {
    let location = cursor.location
    let token = try cursor.expect(.reference, "a list in < >")
    let reference = Reference(written: cursor.text(of: token))
    resolve(reference, at: location)
    return reference
  }

  private mutating func phrase() throws(ParseFailure) -> Phrase {
    let token = cursor.current
    var scanner = PhraseScanner(text: files[cursor.file].text, file: cursor.file)
    let phrase = try scanner.phrase(inQuotes: token.span)
    cursor.advance()
    for (number, location) in scanner.references { resolve(scanner.store.reference(number), at: location) }
    return phrase
  }

  /// Reports a reference that leads nowhere; marks the list as used where it leads somewhere.
  ///
  /// - Parameter brackets: the place from `<` to `>`; what is reported is the name or the group inside.
  mutating func resolve(_ reference: Reference, at brackets: RuleLocation) {
    let name = reference.name
    let start = brackets.span.start + 1
    let nameEnd = start + name.utf8.count
    let location = RuleLocation(file: brackets.file, span: Span(start, nameEnd))
    let groupPlace = RuleLocation(
      file: brackets.file, span: Span(min(nameEnd + 1, brackets.span.end - 1), brackets.span.end - 1))
    // No list has the name of an entity.
    if let index = declarations.listIndex[name] {
      declarations.lists[index].isUsed = true
      guard let group = reference.group else { return }
      let groups = declarations.lists[index].groups
      if !groups.contains(group) {
        diagnostics.append(
          .unknownGroup(group, of: name, at: groupPlace, known: groups.filter { !$0.isEmpty }))
      }
    } else if Vocabulary.entities.contains(name) {
      guard let group = reference.group else { return }
      resolveRefinement(group, of: name, at: groupPlace)
    } else if let index = declarations.namedIndex[name] {
      declarations.named[index].isUsed = true
      let kind = declarations.named[index].kind.described
      diagnostics.append(.nameInBrackets(name, kind: kind, at: location))
    } else {
      let closest =
        declarations.nearest(to: name, in: declarations.listNames)
        ?? Spelling.nearest(to: name, in: Vocabulary.entities)
      report(.unknownWordList(name, at: location, closest: closest), unknown: name, closest: closest)
    }
  }

  /// Reports an unknown name, unless something that could not be read may have given it.
  mutating func report(_ diagnostic: Diagnostic, unknown name: String, closest: String?) {
    if let closest { declarations.useByName(closest) }
    if declarations.doubtful.contains(name) || (declarations.isIncomplete && closest == nil) { return }
    diagnostics.append(diagnostic)
  }

  private mutating func resolveRefinement(_ group: String, of entity: String, at location: RuleLocation) {
    if let known = Vocabulary.refinements(of: entity) {
      if !known.contains(group) {
        diagnostics.append(.unknownRefinement(group, of: entity, at: location, known: known))
      }
    } else if let index = declarations.listIndex[Vocabulary.peopleRoles] {
      declarations.lists[index].isUsed = true
      let groups = declarations.lists[index].groups
      if !groups.contains(group) {
        diagnostics.append(.unknownGroup(group, of: Vocabulary.peopleRoles, at: location, known: groups))
      }
    }
  }

  /// The name of an indicator, item, passage or visible part; an unknown one is reported and given back all the same.
  private mutating func definedName() throws(ParseFailure) -> String {
    if Vocabulary.reserved.contains(cursor.text) {
      throw cursor.expected("a list in < >, a phrase in quotes or a name")
    }
    let (name, location) = try name("a name")
    if visibleParts.contains(name) { return name }
    if hasUnknownParts, declarations.namedIndex[name] == nil { return name }
    if let index = declarations.namedIndex[name] {
      use(index, at: location)
    } else if declarations.listIndex[name] != nil || Vocabulary.entities.contains(name) {
      declarations.useByName(name)
      diagnostics.append(.listWithoutBrackets(name, at: location))
    } else {
      let closest =
        Spelling.nearest(to: name, in: visibleParts)
        ?? declarations.nearest(to: name, in: declarations.namedNames)
        ?? Spelling.nearest(to: name, in: Vocabulary.filters)
      report(.unknownName(name, at: location, closest: closest), unknown: name, closest: closest)
    }
    return name
  }

  private mutating func use(_ index: Int, at location: RuleLocation) {
    if let current = currentNamed { declarations.named[current].uses.append((index, location)) }
    if index != currentNamed { declarations.named[index].isUsed = true }
  }

  /// The name of something of that kind only.
  mutating func name(of kind: Declarations.Kind) throws(ParseFailure) -> String {
    cursor.skipArticle()
    let (name, location) = try name("the name of \(kind.described)")
    if let index = declarations.namedIndex[name], declarations.named[index].kind == kind {
      use(index, at: location)
    } else {
      var known: [String] = []
      for (index, entry) in declarations.named.enumerated() where entry.kind == kind {
        known.append(declarations.namedNames[index])
      }
      let closest = declarations.nearest(to: name, in: known)
      report(
        .wrongKind(name, wanted: kind.rawValue, at: location, closest: closest), unknown: name,
        closest: closest)
    }
    return name
  }

  /// `by word`, `by group`, `by date`, `by person`, if it comes next.
  mutating func differentBy() throws(ParseFailure) -> Different? {
    guard cursor.isAt("by") else { return nil }
    cursor.advance()
    guard let by = Different(named: cursor.text) else {
      throw cursor.expected("'word', 'group', 'date' or 'person'")
    }
    cursor.advance()
    return by
  }

  /// By what findings of a term are told apart where the rule does not say.
  func usualDifference(of term: Term) -> Different {
    guard case .reference(let reference) = term else { return .word }
    switch reference.name {
    case "date", "date-range", "deadline": return .date
    case "person", "role": return .person
    default: break
    }
    guard reference.group == nil, let index = declarations.listIndex[reference.name] else { return .word }
    return declarations.lists[index].groups.contains { !$0.isEmpty } ? .group : .word
  }
}

extension Different {
  /// By its word in the language.
  init?(named name: String) {
    switch name {
    case "word": self = .word
    case "group": self = .group
    case "date": self = .date
    case "person": self = .person
    default: return nil
    }
  }
}
