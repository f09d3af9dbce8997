import PremarkDocument
import PremarkText

/// Finds the parts of a document that its writer says are somebody else's work: "For this section I've used hers",
/// "From Tariq's diary:", a table of "Leanne's need" and "Leanne's date", "2.5, by Magda: …".
///
/// What a manager, coach or assessor has on record about the learner is not meant: their names are passed over. The
/// words come from the vocabulary (see ``BorrowedVocabulary``); a unit whose rules do not set such parts aside takes
/// them as evidence all the same.
struct BorrowedReader {
  let labels: LabelReader
  let shapes: [BlockShape]
  let tables: [AnnotatedTable]
  /// For each token the person it names, where that is somebody on the learner's own level; -1 elsewhere.
  private let peers: [Int]

  private var document: Document { labels.document }
  private var tokens: [Token] { labels.layout.tokens }
  private var vocabulary: BorrowedVocabulary { labels.vocabulary.borrowed }

  /// Blocks of a part that is not bounded by a heading of its own.
  private static let reach = 12

  init(labels: LabelReader, shapes: [BlockShape], tables: [AnnotatedTable], found: FoundEntities) {
    self.labels = labels
    self.shapes = shapes
    self.tables = tables
    peers = Self.peers(found, count: labels.layout.tokens.count)
  }

  private static func peers(_ found: FoundEntities, count: Int) -> [Int] {
    var peers = [Int](repeating: -1, count: count)
    for (index, person) in found.people.enumerated() where !person.isLearner && isPeer(person.role) {
      for mention in person.mentions where found.entities[mention].kind == .person {
        for token in found.entities[mention].tokens { peers[token] = index }
      }
    }
    return peers
  }

  /// False for those who keep records about a learner.
  private static func isPeer(_ role: String?) -> Bool {
    switch role {
    case "manager", "senior-manager", "coach", "quality", "trainer", "assessor", "hr", "customer", "employer":
      false
    default: true
    }
  }

  /// For each block whether it is somebody else's work.
  func borrowed() -> [Bool] {
    var borrowed = [Bool](repeating: false, count: document.blocks.count)
    guard !vocabulary.isEmpty else { return borrowed }
    for table in tables.indices where isOfOnePeer(table) {
      for cell in document.tables[table].cells where cell.row >= tables[table].headerRows {
        for block in cell.blocks { borrowed[block] = true }
      }
    }
    for index in document.blocks.indices where document.blocks[index].cell == nil {
      if isSigned(index) { borrowed[index] = true }
      if opensRecord(index) {
        markRecord(after: index, &borrowed)
      } else if document.blocks[index].kind != .heading, declares(index) {
        markPart(after: index, &borrowed)
      }
    }
    return borrowed
  }

  // MARK: how far it reaches

  /// The blocks of the part behind a statement that do not speak of the writer, up to one that says "mine".
  private func markPart(after declaring: Int, _ borrowed: inout [Bool]) {
    let section = document.blocks[declaring].section
    let isBounded = document.sections[section].heading != nil && section != document.titleSection
    var at = declaring + 1
    var left = isBounded ? Int.max : Self.reach
    while at < document.blocks.count, document.blocks[at].section == section, left > 0 {
      if document.blocks[at].cell == nil {
        if returnsToWriter(at) { return }
        left -= 1
      }
      if isQuoted(at) || !speaksOfWriter(at) { borrowed[at] = true }
      at += 1
    }
  }

  /// Behind "From Tariq's diary:" what is quoted or listed; behind such a heading its whole part.
  private func markRecord(after opening: Int, _ borrowed: inout [Bool]) {
    if document.blocks[opening].kind == .heading { return markPart(after: opening, &borrowed) }
    var at = opening + 1
    let section = document.blocks[opening].section
    while at < document.blocks.count, document.blocks[at].section == section,
      isQuoted(at) || document.blocks[at].kind == .listItem || document.blocks[at].cell != nil
    {
      borrowed[at] = true
      at += 1
    }
  }

  private func isQuoted(_ index: Int) -> Bool {
    guard document.blocks[index].isQuote || !shapes[index].tokens.isEmpty else { return false }
    return document.blocks[index].isQuote || function(shapes[index].tokens.lowerBound) == .quote
  }

  /// I, me, my, we outside quotation marks.
  private func speaksOfWriter(_ index: Int) -> Bool {
    var isOutside = true
    for token in shapes[index].tokens {
      if function(token) == .quote { isOutside.toggle() }
      if isOutside, isFirstPerson(token) { return true }
    }
    return false
  }

  /// "Mine:", "my own plan": here the writer's own work begins again.
  private func returnsToWriter(_ index: Int) -> Bool {
    let range = shapes[index].tokens
    return shapes[index].words <= 12 && !declares(index)
      && range.contains { at in
        listed(at).has(.firstPossessive)
          && (at + 1 == range.upperBound || function(at + 1) == .own || function(at + 1) == .colon)
      }
  }

  // MARK: what says so

  /// Two columns or more that are one peer's, and none that is another's or the writer's.
  private func isOfOnePeer(_ table: Int) -> Bool {
    var owner = -1
    var columns = 0
    for cell in document.tables[table].cells where cell.row < tables[table].headerRows {
      for block in cell.blocks {
        if speaksOfWriter(block) { return false }
        guard let token = shapes[block].tokens.first(where: { peers[$0] >= 0 }) else { continue }
        guard shapes[block].words > 1, owner < 0 || owner == peers[token] else { return false }
        owner = peers[token]
        columns += 1
      }
    }
    return columns >= 2
  }

  /// "2.5, by Magda Nowak." at the start of a block.
  private func isSigned(_ index: Int) -> Bool {
    let range = shapes[index].tokens.prefix(8)
    guard let by = range.first(where: { function($0) == .by }), by > range.lowerBound,
      function(by - 1) == .comma || function(by - 1) == .open || function(by - 1) == .enDash
        || tokens[by - 1].kind == .number
    else { return false }
    var at = by + 1
    while at < shapes[index].tokens.upperBound, peers[at] >= 0 { at += 1 }
    guard at > by + 1, at < shapes[index].tokens.upperBound else { return false }
    switch function(at) {
    case .stop, .colon, .close, .quote: return true
    default: return false
    }
  }

  /// "From Tariq's diary, with thanks:", "Leanne's review sheets" as a heading.
  private func opensRecord(_ index: Int) -> Bool {
    let shape = shapes[index]
    guard shape.words <= 10, shape.endsWithColon || document.blocks[index].kind == .heading,
      !speaksOfWriter(index), let start = shape.tokens.first
    else { return false }
    let opening = function(start) == .from ? start + 1 : start
    guard opening < shape.tokens.upperBound, peers[opening] >= 0 else { return false }
    return owns(opening, before: shape.tokens.upperBound, [.record, .notes])
  }

  private func declares(_ index: Int) -> Bool {
    labels.layout.sentences[labels.layout.blockSentences[index]].contains { declares($0.tokens) }
  }

  /// A sentence that says the part to be another's.
  private func declares(_ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 90, sentence.contains(where: { isFirstPerson($0) || isOpening($0) }) else {
      return false
    }
    let places = sentence.filter { tokens[$0].kind == .word }
    let forms = places.map { tokens[$0].word }
    if vocabulary.holds(forms, .saying) { return true }
    if isAnothers(places, sentence.upperBound) { return true }
    for at in forms.indices {
      guard let count = vocabulary.length(at: at, in: forms, .taking), at + count < places.count else {
        continue
      }
      guard places[max(0, at - 6)..<at].contains(where: { isFirstPerson($0) }) else { continue }
      for next in places[(at + count)...].prefix(6) {
        if isTheirs(next) { return true }
        if owns(next, before: sentence.upperBound, peers[next] >= 0 ? [.record, .notes] : [.record]) {
          return true
        }
      }
    }
    return vocabulary.holds(forms, .part) && isMadeByPeer(places)
  }

  /// "This is from Leanne's review sheets", "these are hers".
  private func isAnothers(_ places: [Int], _ end: Int) -> Bool {
    guard let first = places.first, isOpening(first) else { return false }
    guard let verb = places.prefix(5).first(where: { listed($0).has(.be) || function($0) == .come }),
      let position = places.firstIndex(of: verb)
    else { return false }
    for next in places[(position + 1)...].prefix(4) {
      if isTheirs(next) { return true }
      if peers[next] >= 0 { return owns(next, before: end, [.record, .notes]) }
    }
    return false
  }

  /// "… was done by Moira".
  private func isMadeByPeer(_ places: [Int]) -> Bool {
    places.indices.dropFirst(2).dropLast().contains { at in
      function(places[at]) == .by && peers[places[at + 1]] >= 0
        && labels.grammar[tokens[places[at - 1]].word].has(.participle)
        && places[max(0, at - 4)..<at].contains { listed($0).has([.be, .have]) }
    }
  }

  /// True where a possessive ("Leanne's", "her") stands in front of a record, at most three words between.
  private func owns(_ owner: Int, before end: Int, _ kinds: [BorrowedVocabulary.Group]) -> Bool {
    var last = owner
    while last + 1 < end, peers[last + 1] >= 0, peers[last + 1] == peers[owner] { last += 1 }
    let isNamed = peers[owner] >= 0 && labels.grammar[tokens[last].word].has(.possessive)
    let isPronoun =
      listed(owner).has(.thirdOther) && listed(owner).has(.determiner) && function(owner) != .its
    guard isNamed || isPronoun else { return false }
    let forms = (last + 1..<min(last + 6, end)).filter { tokens[$0].kind == .word }.map { tokens[$0].word }
    return forms.indices.prefix(4).contains { at in
      kinds.contains { vocabulary.length(at: at, in: forms, $0) != nil }
    }
  }

  /// hers, theirs
  private func isTheirs(_ index: Int) -> Bool { vocabulary.isTheirs(tokens[index].word) }

  /// this, these, it, they, what
  private func isOpening(_ index: Int) -> Bool {
    listed(index).has(.thing) || function(index) == .these || function(index) == .what
  }

  private func isFirstPerson(_ index: Int) -> Bool {
    listed(index).has([.firstPerson, .firstObject, .firstPossessive, .firstPlural, .firstPluralOther])
  }

  private func function(_ index: Int) -> FunctionWord { labels.grammar.functionWord(tokens[index].word) }

  private func listed(_ index: Int) -> WordClass { labels.grammar.listedClass(tokens[index].word) }
}

/// The words of the list `borrowed`: how a writer says that a part is somebody else's.
struct BorrowedVocabulary: Sendable {
  /// The groups of the list.
  enum Group: Int, CaseIterable, Sendable {
    case saying, taking, record, notes, part

    fileprivate var name: String {
      switch self {
      case .saying: "saying"
      case .taking: "taking"
      case .record: "record"
      case .notes: "notes"
      case .part: "part"
      }
    }
  }

  private var phrases = PhraseIndex()
  private let theirs: [WordID]
  /// True where the vocabulary has no such list.
  private(set) var isEmpty = true

  init(lexicon: Lexicon, words: inout WordTable) {
    theirs = [words.intern("hers"), words.intern("theirs")]
    for group in lexicon.list("borrowed")?.groups ?? [] {
      guard let known = Group.allCases.first(where: { $0.name == group.name }) else { continue }
      isEmpty = false
      group.forEachPhrase(in: &words) { tokens, _ in
        phrases.add(tokens.lazy.filter { $0.kind == .word }.map { $0.word }, tag: known.rawValue)
      }
    }
  }

  /// True where a phrase of the group stands anywhere in the words.
  func holds(_ forms: [WordID], _ group: Group) -> Bool { phrases.holds(forms, tag: group.rawValue) }

  /// How many words the longest phrase of the group covers that begins at a place; nil where none does.
  func length(at start: Int, in forms: [WordID], _ group: Group) -> Int? {
    phrases.longest(at: start, in: forms, tag: group.rawValue)
  }

  /// hers, theirs
  func isTheirs(_ word: WordID) -> Bool { theirs.contains(word) }
}
