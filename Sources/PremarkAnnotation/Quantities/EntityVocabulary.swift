import PremarkText

/// What every word means to the entity readers, by its number in the word table.
///
/// Names of months and days, number words and units are the closed classes of English and stand in
/// ``EntityWords``. From the lexicon come the open ones, single words each (of a phrase the last word counts):
/// `countable`, `numbered`, `time-measure`, `dated`, `change-up`, `change-down`, `person-verb`, `before-person`,
/// `first-name`, `not-a-name`, `organisation-word`, `name-label`, `learner-label`; and, as phrases with groups,
/// `people-role`.
struct EntityVocabulary: Sendable {
  private let meanings: [Meaning]
  /// Phrases of the list `people-role`.
  let roles: PhraseTree

  init(lexicon: Lexicon, words: inout WordTable) {
    var builder = MeaningBuilder(words: words)
    EntityWords.enter(into: &builder)
    for (name, trait) in Self.lists {
      for group in lexicon.list(name)?.groups ?? [] {
        for phrase in group.phrases { builder.mark(Self.lastWord(of: phrase), trait) }
      }
    }
    roles = PhraseTree(list: lexicon.list("people-role"), words: &builder.words)
    words = builder.words
    meanings = builder.meanings
  }

  /// What the word means; nothing for words that are not in the vocabulary.
  func meaning(of word: WordID) -> Meaning {
    let index = Int(word.rawValue)
    return index < meanings.count ? meanings[index] : Meaning()
  }

  private static let lists: [(String, Traits)] = [
    ("countable", .countable), ("numbered", .numbered), ("time-measure", .timeMeasure), ("dated", .dated),
    ("change-up", .rise), ("change-down", .fall), ("person-verb", .personVerb),
    ("before-person", .beforePerson), ("first-name", .firstName), ("not-a-name", .notName),
    ("organisation-word", .organisation), ("name-label", .nameLabel), ("learner-label", .learnerLabel),
  ]

  private static func lastWord(of phrase: String) -> String {
    let bytes = Array(phrase.utf8)
    let space = bytes.lastIndex(of: 0x20).map { $0 + 1 } ?? 0
    return String(decoding: bytes[space...], as: UTF8.self)
  }
}

/// Collects meanings while words are entered.
struct MeaningBuilder {
  var words: WordTable
  private(set) var meanings: [Meaning] = []

  init(words: WordTable) { self.words = words }

  /// Changes what a word means.
  mutating func mark(_ word: String, _ change: (inout Meaning) -> Void) {
    let index = Int(words.intern(word).rawValue)
    while meanings.count <= index { meanings.append(Meaning()) }
    change(&meanings[index])
  }

  /// Gives a word a property.
  mutating func mark(_ word: String, _ trait: Traits) { mark(word) { $0.traits.insert(trait) } }

  /// Gives words, apart by spaces, a property.
  mutating func mark(all list: String, _ trait: Traits) {
    for word in Self.words(of: list) { mark(word, trait) }
  }

  /// Gives words, apart by spaces, a part in the grammar.
  mutating func mark(all list: String, _ keyword: Keyword) {
    for word in Self.words(of: list) { mark(word) { $0.keyword = keyword } }
  }

  /// Numbers words, apart by spaces, from `first` on.
  mutating func number(_ list: String, from first: Int, _ change: (inout Meaning, Int) -> Void) {
    var value = first
    for word in Self.words(of: list) {
      mark(word) { change(&$0, value) }
      value += 1
    }
  }

  static func words(of list: String) -> [String] {
    list.utf8.split(separator: 0x20).map { String(decoding: Array($0), as: UTF8.self) }
  }
}
