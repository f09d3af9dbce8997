/// Judgements of the same things by several judges, some of them missing.
public struct Ratings: Sendable {
  /// A row for each thing, a column for each judge; nil where that judge did not judge that thing.
  public let rows: [[Int?]]
  /// Levels run from 0 to one less than this.
  public let levels: Int

  /// Rows without any judgement are left out.
  ///
  /// - Parameter levels: at least 2; every judgement is below it.
  public init(_ rows: [[Int?]], levels: Int) {
    // safe: the program's own scale of decisions, no figure of a file.
    precondition(levels > 1, "a scale of \(levels) levels")
    self.levels = levels
    self.rows = rows.filter { row in row.contains { $0 != nil } }
  }

  /// For each thing how many judges chose each level.
  var tallies: [[Double]] {
    rows.map { row in
      var tally = [Double](repeating: 0, count: levels)
      for case let level? in row { tally[level] += 1 }
      return tally
    }
  }
}

extension Ratings {
  /// What a difference of levels costs in Krippendorff's alpha.
  public enum Metric: String, Sendable, CaseIterable {
    case nominal, ordinal, interval
  }

  /// Krippendorff's alpha; nil where it says nothing (no thing judged twice, or one level only).
  ///
  /// - Source: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), with the coincidence matrix.
  /// - Complexity: O(*n* *q*²) in things and levels.
  public func alpha(_ metric: Metric) -> Double? {
    var coincidences = [[Double]](repeating: [Double](repeating: 0, count: levels), count: levels)
    for tally in tallies {
      let judges = tally.reduce(0, +)
      guard judges > 1 else { continue }
      for a in tally.indices where tally[a] > 0 {
        for b in tally.indices {
          coincidences[a][b] += tally[a] * (tally[b] - (a == b ? 1 : 0)) / (judges - 1)
        }
      }
    }
    let totals = coincidences.map { $0.reduce(0, +) }
    let all = totals.reduce(0, +)
    var (seen, expected) = (0.0, 0.0)
    for a in totals.indices {
      for b in totals.indices {
        let cost = Self.cost(a, b, metric, totals)
        seen += coincidences[a][b] * cost
        expected += totals[a] * totals[b] * cost
      }
    }
    guard expected > 0 else { return nil }
    return 1 - (all - 1) * seen / expected
  }

  private static func cost(_ a: Int, _ b: Int, _ metric: Metric, _ totals: [Double]) -> Double {
    switch metric {
    case .nominal: return a == b ? 0 : 1
    case .interval: return Double((a - b) * (a - b))
    case .ordinal:
      let between = totals[min(a, b)...max(a, b)].reduce(0, +) - (totals[a] + totals[b]) / 2
      return between * between
    }
  }
}

extension Ratings {
  /// Gwet's AC1 (weights of identity) or AC2 with its 95 % interval; nil where no thing was judged twice or only one
  /// was judged.
  ///
  /// - Source: Gwet, British Journal of Mathematical and Statistical Psychology 61 (2008), 29-48; Handbook of
  ///   Inter-Rater Reliability, 4th edition (2014), chapters 3 to 5, with Student's t on *n* - 1 degrees of freedom.
  /// - Complexity: O(*n* *q*²) in things and levels.
  public func gwet(_ weighting: Weighting) -> Estimate? {
    let tallies = tallies
    let judges = tallies.map { $0.reduce(0, +) }
    let things = Double(tallies.count)
    let twice = Double(judges.count { $0 >= 2 })
    guard twice > 0, things > 1 else { return nil }
    let weights = (0..<levels).map { a in (0..<levels).map { weighting.weight(a, $0, levels: levels) } }
    var shares = [Double](repeating: 0, count: levels)
    for (tally, judges) in zip(tallies, judges) {
      for level in tally.indices { shares[level] += tally[level] / judges / things }
    }
    let scale = weights.reduce(0) { $0 + $1.reduce(0, +) } / Double(levels * (levels - 1))
    let expected = scale * shares.reduce(0) { $0 + $1 * (1 - $1) }
    let agreed = zip(tallies, judges).map { Self.agreement(of: $0, by: $1, weights) }
    let seen = agreed.reduce(0, +) / twice
    guard expected < 1 else { return nil }
    let coefficient = (seen - expected) / (1 - expected)
    var spread = 0.0
    for (index, tally) in tallies.enumerated() {
      let chance = judges[index] >= 2 ? expected : 0
      let own = things / twice * (agreed[index] - chance) / (1 - expected)
      let hard = tally.indices.reduce(0) { $0 + tally[$1] * (1 - shares[$1]) }
      let ownChance = scale * hard / judges[index]
      let part = own - 2 * (1 - coefficient) * (ownChance - expected) / (1 - expected) - coefficient
      spread += part * part
    }
    let error = (spread / (things * (things - 1))).squareRoot()
    return Estimate(
      coefficient, error: error, quantile: Quantile.student(degrees: tallies.count - 1), most: 1)
  }

  /// The share of pairs of judges that agree on one thing; 0 where fewer than two judged.
  private static func agreement(of tally: [Double], by judges: Double, _ weights: [[Double]]) -> Double {
    guard judges >= 2 else { return 0 }
    var pairs = 0.0
    for a in tally.indices {
      let near = tally.indices.reduce(0) { $0 + weights[a][$1] * tally[$1] }
      pairs += tally[a] * (near - 1)
    }
    return pairs / (judges * (judges - 1))
  }
}
