/// Named groups of phrases; a list without groups has one with an empty name.
public struct WordList: Sendable {
  /// A named part of a list.
  public struct Group: Sendable {
    /// Its name.
    public let name: String
    /// Its phrases, in order, as they stand in ``store``.
    public let entries: [PhraseEntry]
    /// What holds them.
    public let store: PhraseStore

    /// Its phrases, in order. Makes them anew.
    public var phrases: [Phrase] { entries.map { Phrase(entry: $0, store: store) } }

    /// Makes a group of one phrase.
    public init(name: String, phrase: Phrase) {
      self.init(name: name, entries: [phrase.entry], store: phrase.store)
    }

    /// Makes a group with a store of its own.
    public init(name: String, phrases: [Phrase]) {
      var store = PhraseStore()
      let entries = phrases.map { store.add($0.elements, at: $0.location) }
      self.init(name: name, entries: entries, store: store)
    }

    init(name: String, entries: [PhraseEntry], store: PhraseStore) {
      self.name = name
      self.entries = entries
      self.store = store
    }
  }
  /// Its name.
  public let name: String
  /// Its groups, inherited ones first.
  public let groups: [Group]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(name: String, groups: [Group], location: RuleLocation) {
    self.name = name
    self.groups = groups
    self.location = location
  }
}

/// A phrase: what stands between two commas of a word list, or between quotes in a condition.
public struct Phrase: Sendable, Equatable {
  /// One place of a phrase.
  public enum Element: Sendable, Equatable {
    /// A word, matched by stem; lower case.
    case word(String)
    /// `=word`: matched by its folded form, not by its stem.
    case exact(String)
    /// `word*`: any word that begins so.
    case prefix(String)
    /// `*`: any one word.
    case anyWord
    /// `...` (up to 3 words) or `...n` (up to n): a gap inside the clause.
    case gap(upTo: Int)
    /// `a/b`: one of several words.
    case oneOf([Element])
    /// `(word word)`: may be missing.
    case optional([Element])
    /// `<list>`, `<list:group>` or `<entity>` inside a phrase.
    case reference(Reference)
  }
  let entry: PhraseEntry
  let store: PhraseStore

  /// What it is made of, in order; at least one. Makes the tree anew.
  public var elements: [Element] { store.elements(of: entry) }
  /// Where it stands.
  public var location: RuleLocation { entry.location }

  init(entry: PhraseEntry, store: PhraseStore) {
    self.entry = entry
    self.store = store
  }

  /// Makes a phrase with a store of its own.
  public init(elements: [Element], location: RuleLocation) {
    var store = PhraseStore()
    entry = store.add(elements, at: location)
    self.store = store
  }

  /// True where both stand in the same place and are made of the same elements.
  public static func == (a: Phrase, b: Phrase) -> Bool {
    a.location == b.location && a.elements == b.elements
  }
}

/// `<name>`, `<name:group>`: a word list or a built-in entity.
public struct Reference: Sendable, Equatable, Hashable {
  /// Entity kinds with `figure` (percentage, score, duration, money, count, number, change) and `deadline` (a date to the
  /// month or finer, or a time limit); else a word list.
  public let name: String
  /// A group of the list; for `person` and `role` a group of the role list; for `date` the precision `day`, `month`
  /// or `year` (that or finer); for `change` `up` or `down`.
  public let group: String?

  /// Makes one.
  public init(name: String, group: String?) {
    self.name = name
    self.group = group
  }
}
