/// A pattern that speaks for a requirement.
public struct Indicator: Sendable {
  /// One way to show it: a condition inside one stretch of that size.
  public struct Alternative: Sendable {
    /// How large the stretch is.
    public let scope: Within
    /// What must hold in it.
    public let condition: Condition
    /// Where its name stands.
    public let location: RuleLocation

    /// Makes one.
    public init(scope: Within, condition: Condition, location: RuleLocation) {
      self.scope = scope
      self.condition = condition
      self.location = location
    }
  }
  /// Its name.
  public let id: String
  /// Ways to show it: any of these.
  public let alternatives: [Alternative]
  /// Not found where this holds in the same stretch.
  public let unless: [Alternative]
  /// Its own tests, in order.
  public internal(set) var examples: [Example]
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(
    id: String, alternatives: [Alternative], unless: [Alternative], examples: [Example],
    location: RuleLocation
  ) {
    self.id = id
    self.alternatives = alternatives
    self.unless = unless
    self.examples = examples
    self.location = location
  }
}
