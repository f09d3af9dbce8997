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
  public enum End: Sendable { case nextStartOrHeading, block, nextStart }
  /// Its name.
  public let id: String
  /// Where one starts: at any of these.
  public let starts: [Start]
  /// Where one ends.
  public let end: End
  /// Only passages in which this holds count.
  public let having: Condition?
  /// Its own tests, in order.
  public internal(set) var examples: [Example]
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
