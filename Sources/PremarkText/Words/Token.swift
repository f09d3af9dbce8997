/// One word, number or mark of a text, in reading order.
public struct Token: Hashable, Sendable {
  /// What kind of characters a token is made of.
  public enum Kind: UInt8, Sendable {
    /// Begins with a letter; digits and inner apostrophes are kept ("don't", "SM1"), hyphens are not ("follow-up"
    /// is three tokens).
    case word
    /// Digits, with inner points and commas ("85", "4.2", "1,200"). "6m" is a number and a word, "85%" a number and
    /// a symbol, "14/03/2026" three numbers with symbols between.
    case number
    /// One punctuation or symbol character ("%", "£", "(", "–").
    case symbol
  }

  /// Bytes in the block's text.
  public let span: Span
  /// The word in its folded form (see ``WordTable``).
  public let word: WordID
  /// What it is made of.
  public let kind: Kind
  /// True where the first letter is a capital.
  public let isCapitalised: Bool
  /// True where white space, or the start of the text, stands before it.
  public let followsSpace: Bool

  /// Makes a token; the tokeniser is the only caller outside tests.
  public init(span: Span, word: WordID, kind: Kind, isCapitalised: Bool, followsSpace: Bool) {
    self.span = span
    self.word = word
    self.kind = kind
    self.isCapitalised = isCapitalised
    self.followsSpace = followsSpace
  }
}

/// The number of a word in a ``WordTable``. Equal ids of one table are equal words.
public struct WordID: Hashable, Comparable, Sendable {
  /// Index in the table, from 0.
  public let rawValue: Int32

  /// Wraps an index; only a table hands these out.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// In order of first appearance.
  public static func < (a: WordID, b: WordID) -> Bool { a.rawValue < b.rawValue }
}
