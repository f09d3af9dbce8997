/// A dated or labelled run of text inside or across blocks.
public struct PassageRule: Sendable {
  /// Where one starts.
  public enum Start: Sendable {
    /// The block opens with the term (in its first words, its lead, its label), or is a heading that holds it.
    case opening(Term)
    /// The label, lead or heading holds the list.
    case label(Reference)
    /// Each row of a table with a column of that role.
    case row(String)
    /// A sentence that opens with the term: passages inside one block.
    case sentence(Term)
  }
  /// Where a passage ends.
  ///
  /// A whole number, for Embedded Swift 6.3 for wasm32 loses which case an enumeration of one byte is on its way through
  /// this rule.
  public struct End: Sendable, Equatable {
    private let code: Int
    /// Where the next one starts, or at the next heading of its level or above.
    public static let nextStartOrHeading = End(code: 0)
    /// Where its block ends.
    public static let block = End(code: 1)
    /// Where the next one starts.
    public static let nextStart = End(code: 2)
  }
  /// Its name.
  public let id: String
  /// Where one starts: at any of these.
  public let starts: [Start]
  /// Where one ends.
  public let end: End
  /// Only passages in which this holds count.
  public let having: Condition?
  /// Its own tests, in order.
  public let examples: [Example]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(
    id: String, starts: [Start], end: End, having: Condition?, examples: [Example], location: RuleLocation
  ) {
    self.id = id
    self.starts = starts
    self.end = end
    self.having = having
    self.examples = examples
    self.location = location
  }
}
