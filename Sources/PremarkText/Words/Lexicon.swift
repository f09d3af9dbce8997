/// Word lists in plain form: what the annotation needs of the vocabulary, without the rule language.
///
/// A list has named groups (or one group with an empty name), a group has phrases: UTF-8 text, words apart by one
/// space, as the rule file writes them. Lists, groups and phrases keep the order of the files.
public struct Lexicon: Sendable {
  /// A named part of a list: "my team leader Kev" and "supervisor" are one group of the list of roles.
  ///
  /// Its phrases stand one after the other in one array of bytes; thousands of strings would each be an allocation.
  public struct Group: Sendable {
    /// Its name; empty for a list without groups.
    public let name: String
    /// Phrase after phrase, a line feed behind each.
    private var text: [UInt8] = []
    /// Where each phrase ends in `text`, its line feed left out.
    private var ends: [Int32] = []

    /// Makes a group without phrases.
    public init(name: String) { self.name = name }

    /// Makes a group of phrases in lower case.
    public init(name: String, phrases: [String]) {
      self.name = name
      for phrase in phrases { add(phrase) }
    }

    /// Phrases, lower case. Makes the strings anew.
    public var phrases: [String] {
      var phrases: [String] = []
      forEachPhrase { phrases.append(String(decoding: $0, as: UTF8.self)) }
      return phrases
    }

    /// Calls `body` with each phrase in order; its bytes are good inside the call only.
    public func forEachPhrase(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      // safe: the ends were counted as the bytes were added, and none outlives the call.
      text.withUnsafeBufferPointer { bytes in
        var start = 0
        for end in ends {
          body(UnsafeBufferPointer(rebasing: bytes[start..<Int(end)]))
          start = Int(end) + 1
        }
      }
    }

    /// Calls `body` with the tokens of each phrase in order, and with the table that their words have been entered into.
    ///
    /// All phrases are tokenised at once: line ends keep them apart.
    public func forEachPhrase(in words: inout WordTable, _ body: (ArraySlice<Token>, WordTable) -> Void) {
      let tokens = Tokeniser().tokens(of: text, into: &words)
      var start = 0
      for end in ends {
        var next = start
        while next < tokens.count, tokens[next].span.start < Int(end) { next += 1 }
        body(tokens[start..<next], words)
        start = next
      }
    }

    /// Adds a phrase in lower case.
    public mutating func add(_ phrase: String) {
      text.append(contentsOf: phrase.utf8)
      endPhrase()
    }

    /// Adds a word to the phrase that ``endPhrase()`` ends.
    public mutating func addWord(_ word: UnsafeBufferPointer<UInt8>) {
      if let last = text.last, last != 0x0A { text.append(0x20) }
      text.append(contentsOf: word)
    }

    /// Ends a phrase of the words added since the last one.
    public mutating func endPhrase() {
      ends.append(Int32(truncatingIfNeeded: text.count))
      text.append(0x0A)
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
