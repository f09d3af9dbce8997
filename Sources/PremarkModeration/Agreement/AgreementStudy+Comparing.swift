public import PremarkMarking

extension AgreementStudy {
  /// Two judges on the cases of one group.
  public struct Comparison: Sendable {
    /// What the group is told apart by: "all", "unit", "criterion" or "assessor".
    public let kind: String
    /// The unit's id, `unit/criterion`, or the assessor's name; "" for all.
    public let group: String
    /// Who is compared; the first is what the second is measured against.
    public let first: Judge
    /// Who is compared with the first.
    public let second: Judge
    /// `counts[first][second]`, levels from not met to met.
    public let table: Agreement
    /// The cases as ratings, for coefficients that want them.
    let ratings: Ratings

    /// Krippendorff's alpha with ordinal differences.
    public var alpha: Double? { ratings.alpha(.ordinal) }
    /// Gwet's AC1.
    public var ac1: Estimate? { ratings.gwet(.identity) }
    /// Gwet's AC2 with quadratic weights.
    public var ac2: Estimate? { ratings.gwet(.quadratic) }
  }

  /// The pairs of judges that any case has both of.
  public var pairs: [(first: Judge, second: Judge)] {
    let all: [(first: Judge, second: Judge)] = [
      (.assessor, .premark), (.moderator, .premark), (.moderator, .assessor),
    ]
    return all.filter { pair in cases.contains { $0.level(pair.first) != nil && $0.level(pair.second) != nil }
    }
  }

  /// For each pair of judges: all cases, then by unit, by criterion and by assessor, each in the order of names.
  public func comparisons() -> [Comparison] {
    var comparisons: [Comparison] = []
    for (first, second) in pairs {
      let both = cases.filter { $0.level(first) != nil && $0.level(second) != nil }
      comparisons.append(compare(both, "all", "", first, second))
      let kinds: [(name: String, key: (Case) -> String)] = [
        ("unit", { results[$0.result].unit }), ("criterion", { criterionName(of: $0) }),
        ("assessor", { $0.assessor?.person ?? "" }),
      ]
      for kind in kinds {
        for (name, cases) in Self.grouped(both, by: kind.key) where !name.isEmpty {
          comparisons.append(compare(cases, kind.name, name, first, second))
        }
      }
    }
    return comparisons
  }

  /// All judges together, for the coefficients that take more than two; nil where only two judged.
  public var together: Ratings? {
    guard pairs.count > 2 else { return nil }
    return Ratings(cases.map { one in Judge.allCases.map { one.level($0)?.rawValue } }, levels: 3)
  }

  private func compare(
    _ cases: [Case], _ kind: String, _ group: String, _ first: Judge, _ second: Judge
  ) -> Comparison {
    var table = Agreement(levels: 3)
    var rows: [[Int?]] = []
    for one in cases {
      guard let a = one.level(first), let b = one.level(second) else { continue }
      table.count(a.rawValue, b.rawValue)
      rows.append([a.rawValue, b.rawValue])
    }
    return Comparison(
      kind: kind, group: group, first: first, second: second, table: table,
      ratings: Ratings(rows, levels: 3))
  }

  /// `unit/criterion`.
  func criterionName(of one: Case) -> String {
    let result = results[one.result]
    return result.unit + "/" + result.criteria[one.criterion].id
  }

  /// Groups in the order of their names.
  static func grouped(_ cases: [Case], by key: (Case) -> String) -> [(name: String, cases: [Case])] {
    var groups: [String: [Case]] = [:]
    for one in cases { groups[key(one), default: []].append(one) }
    return groups.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map {
      (name: $0, cases: groups[$0] ?? [])
    }
  }
}
