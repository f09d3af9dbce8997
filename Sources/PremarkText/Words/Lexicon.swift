/// Word lists in plain form: what the annotation needs of the vocabulary, without the rule language.
///
/// A list has named groups (or one group with an empty name), a group has phrases: UTF-8 text, words apart by one
/// space, as the rule file writes them. Lists, groups and phrases keep the order of the files.
public struct Lexicon: Sendable {
  /// A named part of a list: "my team leader Kev" and "supervisor" are one group of the list of roles.
  public struct Group: Sendable {
    /// Its name; empty for a list without groups.
    public let name: String
    /// Phrases, lower case.
    public let phrases: [String]

    /// Makes a group.
    public init(name: String, phrases: [String]) {
      self.name = name
      self.phrases = phrases
    }
  }

  /// A word list.
  public struct List: Sendable {
    /// The list's name, unique in the lexicon.
    public let name: String
    /// Its groups in order.
    public let groups: [Group]

    /// Makes a list.
    public init(name: String, groups: [Group]) {
      self.name = name
      self.groups = groups
    }
  }

  /// All lists, in order.
  public let lists: [List]

  /// Makes a lexicon of lists with different names.
  public init(lists: [List]) { self.lists = lists }

  /// The list of that name, or nil. Linear in the number of lists.
  public func list(_ name: String) -> List? { lists.first { $0.name == name } }
}
