public import PremarkRules

/// Which branches of a unit's rules its examples and example submissions reach.
public struct Coverage: Sendable {
  /// A branch: an alternative, an exception, a source of items, a start of passages, a requirement, a criterion, a mistake.
  public struct Branch: Sendable {
    /// What it is: `alternative`, `exception`, `source`, `start`, `requirement`, `criterion` or `mistake`.
    public let kind: String
    /// Id of the rule it belongs to.
    public let rule: String
    /// As written, or its id.
    public let text: String
    /// Where it stands.
    public let location: RuleLocation
    /// The ways it can come out and whether some example comes out so: "found" and "left" for an alternative, "held",
    /// "near" and "absent" for a requirement …
    public internal(set) var ways: [(name: String, isReached: Bool)]

    /// True where every way is reached.
    public var isCovered: Bool { ways.allSatisfy { $0.isReached } }

    mutating func reach(_ name: String) {
      if let at = ways.firstIndex(where: { $0.name == name }) { ways[at].isReached = true }
    }

    func isReached(_ name: String) -> Bool { ways.first { $0.name == name }?.isReached ?? true }
  }

  /// In the order of the rules: passages, indicators, items, criteria, mistakes.
  public let branches: [Branch]

  /// Ways that some example comes out.
  public var reached: Int { branches.reduce(0) { $0 + $1.ways.count { $0.isReached } } }
  /// All ways.
  public var all: Int { branches.reduce(0) { $0 + $1.ways.count } }
}
