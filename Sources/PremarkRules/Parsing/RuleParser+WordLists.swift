import PremarkText

/// A list as written, before `extends` and `drops` are applied.
struct WordListDraft {
  let name: String
  let location: RuleLocation
  var groups = PhraseGroups()
  var extended: [(name: String, location: RuleLocation)] = []
  var droppedPhrases: [PhraseEntry] = []
  var droppedGroups: [(name: String, location: RuleLocation)] = []
  var references: [(Reference, RuleLocation)] = []
  /// False where part of it could not be read, or nobody asked for it.
  var isReadable = true
}

extension RuleParser {
  /// Parses the word lists and applies `extends` and `drops`. Lists that are not asked for stay empty.
  mutating func parseWordLists() {
    let reach: ListReach? =
      switch lists {
      case .all: nil
      case .asked: ListReach(self, roots: nil)
      case .named(let names): ListReach(self, roots: names)
      }
    var drafts: [WordListDraft] = []
    for (file, layout) in layouts.enumerated() {
      for statement in layout.statements where files[file].text.hasWord("words", at: statement.header.start) {
        guard let (name, location) = header(statement, file: file) else { continue }
        guard let index = declarations.listIndex[name], declarations.lists[index].location == location else {
          continue
        }
        if reach?.isReached[index] == false {
          drafts.append(WordListDraft(name: name, location: location, isReadable: false))
        } else {
          drafts.append(draft(name, location, of: statement, file: file))
        }
      }
    }
    var builder = WordListBuilder(drafts: drafts, store: phrases, declarations: declarations)
    builder.build()
    wordLists = builder.lists
    declarations = builder.declarations
    diagnostics += builder.diagnostics
    for draft in drafts {
      for (reference, location) in draft.references { resolve(reference, at: location) }
    }
  }

  private mutating func draft(
    _ name: String, _ location: RuleLocation, of statement: FileLayout.Statement, file: Int
  ) -> WordListDraft {
    var draft = WordListDraft(name: name, location: location)
    let before = diagnostics.count
    var scanner = PhraseScanner(text: files[file].text, file: file, store: takePhrases())
    for property in statement.properties {
      if opens("extends", property.span, file: file) {
        attempt { (parser) throws(ParseFailure) in
          try parser.begin(property.span, file: file)
          parser.cursor.advance()
          draft.extended += try parser.names("a word list")
        }
      } else if opens("drops", property.span, file: file) {
        attempt { (parser) throws(ParseFailure) in
          try parser.parseDrops(property.span, file: file, scanner: &scanner, into: &draft)
        }
      } else {
        addPhrases(of: property.span, file: file, scanner: &scanner, to: &draft)
      }
    }
    phrases = scanner.store
    draft.references = scanner.references.map { (phrases.reference($0.number), $0.location) }
    draft.isReadable = scanner.diagnostics.isEmpty && diagnostics.count == before
    diagnostics += scanner.diagnostics
    return draft
  }

  /// Gives the store away to be written to; what is left is empty.
  private mutating func takePhrases() -> PhraseStore {
    var taken = PhraseStore()
    swap(&taken, &phrases)
    return taken
  }

  /// True where a line begins with the word as a property, not as a phrase or a group of that name.
  private func opens(_ word: StaticString, _ span: Span, file: Int) -> Bool {
    let text = files[file].text
    guard text.hasWord(word, at: span.start) else { return false }
    let next = span.start + word.utf8CodeUnitCount
    return next < span.end && text[next] != .comma && text[next] != .colon
  }

  private mutating func parseDrops(
    _ span: Span, file: Int, scanner: inout PhraseScanner, into draft: inout WordListDraft
  ) throws(ParseFailure) {
    let text = files[file].text
    var start = span.start + 5
    while start < span.end, text[start].isBlank { start += 1 }
    guard opens("group", Span(start, span.end), file: file) else {
      scanner.readList(in: Span(start, span.end), into: &draft.droppedPhrases)
      return
    }
    try begin(Span(start, span.end), file: file)
    cursor.advance()
    draft.droppedGroups += try names("a group's name")
  }

  /// Names apart by commas (or `and`) up to the end of the property.
  mutating func names(_ what: String) throws(ParseFailure) -> [(name: String, location: RuleLocation)] {
    var names: [(name: String, location: RuleLocation)] = []
    repeat {
      _ = cursor.take("and")
      names.append(try name(what))
    } while cursor.take(.comma) || cursor.isAt("and")
    try cursor.expectEnd("a comma or the end of the line")
    return names
  }

  private func addPhrases(
    of span: Span, file: Int, scanner: inout PhraseScanner, to draft: inout WordListDraft
  ) {
    let text = files[file].text
    var at = span.start
    while at < span.end, text[at].isWordByte { at += 1 }
    var group = ""
    var start = span.start
    if at > span.start, at < span.end, text[at] == .colon, at + 1 == span.end || text[at + 1].isBlank {
      group = String(decoding: text[span.start..<at], as: UTF8.self)
      if !Self.isName(group) {
        let place = RuleLocation(file: file, span: Span(span.start, at))
        scanner.diagnostics.append(.malformedName(group, at: place))
      }
      start = at + 1
    }
    var phrases: [PhraseEntry] = []
    // A phrase takes about 20 bytes.
    phrases.reserveCapacity((span.end - start) / 16 + 1)
    scanner.readList(in: Span(start, span.end), into: &phrases)
    draft.groups.add(phrases, to: group)
  }
}
