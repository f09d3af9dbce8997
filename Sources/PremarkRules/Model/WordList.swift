/// Named groups of phrases; a list without groups has one with an empty name.
public struct WordList: Sendable {
  /// A named part of a list.
  public struct Group: Sendable {
    /// Its name.
    public let name: String
    /// Its phrases, in order.
    public let phrases: [Phrase]

    /// Makes one.
    public init(name: String, phrases: [Phrase]) {
      self.name = name
      self.phrases = phrases
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
  /// What it is made of, in order; at least one.
  public let elements: [Element]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(elements: [Element], location: RuleLocation) {
    self.elements = elements
    self.location = location
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
