/// Things that come in numbers: objectives, activities, review entries, one-to-ones.
public struct ItemRule: Sendable {
  /// Where items come from.
  public enum Source: Sendable {
    /// Rows of a table that has columns of all these roles.
    case rows([String])
    /// List items whose role is this, or that stand under a lead-in or heading holding the list.
    case listsWithRole(String)
    case listsUnder(Reference)
    /// Paragraphs (no list, no table) whose role is this.
    case paragraphsWithRole(String)
    /// Paragraphs, list items and lines of cells of that role.
    case cellsWithRole(String)
    /// Passages of that kind.
    case passages(String)
    /// From a block whose label or lead holds the list (in a form: the row) until the next such block or heading.
    case labelled(Reference)
    /// A sentence in which the condition holds, until the next such sentence or the end of the block.
    case statements(Condition)
  }
  /// A named part of an item.
  public struct Part: Sendable {
    /// Its name.
    public let name: String
    /// What must hold in it.
    public let condition: Condition
    /// Where its name stands.
    public let location: RuleLocation

    /// Makes one.
    public init(name: String, condition: Condition, location: RuleLocation) {
      self.name = name
      self.condition = condition
      self.location = location
    }
  }
  /// Its name.
  public let id: String
  /// Plain words for feedback: "objective", "objectives".
  public let singular: String
  /// For more than one of them.
  public let plural: String
  /// Where they come from, in order of precedence.
  public let sources: [(source: Source, having: Condition?, location: RuleLocation)]
  /// Lists by whose words (or groups) other things are known to belong to an item: a KPI, a competency.
  public let knownBy: [Reference]
  /// Only items in which this holds count; nil for all.
  public let countsWhen: Condition?
  /// Named parts, in order.
  public let parts: [Part]
  /// Its own tests, in order.
  public internal(set) var examples: [Example]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(
    id: String, singular: String, plural: String,
    sources: [(source: Source, having: Condition?, location: RuleLocation)], knownBy: [Reference] = [],
    countsWhen: Condition?, parts: [Part],
    examples: [Example], location: RuleLocation
  ) {
    self.id = id
    self.singular = singular
    self.plural = plural
    self.sources = sources
    self.knownBy = knownBy
    self.countsWhen = countsWhen
    self.parts = parts
    self.examples = examples
    self.location = location
  }
}
