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
        group.forEachPhrase { builder.mark(Self.lastWord(of: $0), trait) }
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

  /// Every list it reads.
  static var listNames: [String] { lists.map { $0.0 } + ["people-role"] }

  private static let lists: [(String, Traits)] = [
    ("countable", .countable), ("numbered", .numbered), ("time-measure", .timeMeasure), ("dated", .dated),
    ("change-up", .rise), ("change-down", .fall), ("person-verb", .personVerb),
    ("before-person", .beforePerson), ("first-name", .firstName), ("not-a-name", .notName),
    ("organisation-word", .organisation), ("name-label", .nameLabel), ("learner-label", .learnerLabel),
  ]

  private static func lastWord(of phrase: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = phrase.count
    while start > 0, phrase[start - 1] != 0x20 { start -= 1 }
    // safe: a slice of the phrase at hand, used inside the call that lends it.
    return UnsafeBufferPointer(rebasing: phrase[start...])
  }
}

/// Collects meanings while words are entered.
struct MeaningBuilder {
  var words: WordTable
  private(set) var meanings: [Meaning] = []

  init(words: WordTable) { self.words = words }

  /// Changes what a word means.
  mutating func mark(_ word: String, _ change: (inout Meaning) -> Void) { mark(words.intern(word), change) }

  private mutating func mark(_ word: WordID, _ change: (inout Meaning) -> Void) {
    let index = Int(word.rawValue)
    if meanings.count <= index {
      meanings.append(contentsOf: repeatElement(Meaning(), count: index + 1 - meanings.count))
    }
    change(&meanings[index])
  }

  /// Gives a word a property.
  mutating func mark(_ word: String, _ trait: Traits) { mark(word) { $0.traits.insert(trait) } }

  /// Gives a word a property.
  mutating func mark(_ word: UnsafeBufferPointer<UInt8>, _ trait: Traits) {
    mark(words.intern(word)) { $0.traits.insert(trait) }
  }

  /// Gives words, apart by spaces, a property.
  mutating func mark(all list: StaticString, _ trait: Traits) {
    forEachWord(of: list) { $0.traits.insert(trait) }
  }

  /// Gives words, apart by spaces, a part in the grammar.
  mutating func mark(all list: StaticString, _ keyword: Keyword) {
    forEachWord(of: list) { $0.keyword = keyword }
  }

  /// Numbers words, apart by spaces, from `first` on.
  mutating func number(_ list: StaticString, from first: Int, _ change: (inout Meaning, Int) -> Void) {
    var value = first
    forEachWord(of: list) {
      change(&$0, value)
      value += 1
    }
  }

  private mutating func forEachWord(of list: StaticString, _ change: (inout Meaning) -> Void) {
    WordRow(list).forEachWord { mark(words.intern($0), change) }
  }

  static func words(of list: StaticString) -> [String] {
    var words: [String] = []
    WordRow(list).forEachWord { words.append(String(decoding: $0, as: UTF8.self)) }
    return words
  }
}
