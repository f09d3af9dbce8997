public import PremarkMarking

/// Two judges, thing by thing.
extension Agreement {
  /// How many levels there are.
  private var levels: Int { counts.count }

  /// Things judged alike or one level apart.
  public var adjacent: Int {
    var adjacent = 0
    for a in counts.indices {
      for b in counts.indices where a - b <= 1 && b - a <= 1 { adjacent += counts[a][b] }
    }
    return adjacent
  }

  /// Cohen's kappa with its asymptotic 95 % interval; nil where it says nothing (nothing judged, or chance alone would
  /// agree always).
  ///
  /// - Source: Cohen, Educational and Psychological Measurement 20 (1960), 37-46, and Psychological Bulletin 70 (1968),
  ///   213-220; variance: Fleiss, Cohen and Everitt, Psychological Bulletin 72 (1969), 323-327.
  /// - Complexity: O(*q*²) in the levels.
  public func kappa(_ weighting: Weighting) -> Estimate? {
    let total = Double(all)
    guard total > 0, levels > 1 else { return nil }
    let cells = counts.map { row in row.map { Double($0) / total } }
    let first = cells.map { $0.reduce(0, +) }
    let second = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    let weights = cells.indices.map { a in
      cells.indices.map { weighting.weight(a, $0, levels: levels) }
    }
    var (seen, expected) = (0.0, 0.0)
    for a in cells.indices {
      for b in cells.indices {
        seen += weights[a][b] * cells[a][b]
        expected += weights[a][b] * first[a] * second[b]
      }
    }
    guard expected < 1 - 1e-12 else { return nil }
    let kappa = (seen - expected) / (1 - expected)
    let ofFirst = cells.indices.map { a in
      cells.indices.reduce(0.0) { $0 + weights[a][$1] * second[$1] }
    }
    let ofSecond = cells.indices.map { b in
      cells.indices.reduce(0.0) { $0 + weights[$1][b] * first[$1] }
    }
    var spread = 0.0
    for a in cells.indices {
      for b in cells.indices {
        let term = weights[a][b] - (ofFirst[a] + ofSecond[b]) * (1 - kappa)
        spread += cells[a][b] * term * term
      }
    }
    let shift = kappa - expected * (1 - kappa)
    let variance = (spread - shift * shift) / ((1 - expected) * (1 - expected) * total)
    return Estimate(kappa, error: max(variance, 0).squareRoot(), quantile: Quantile.normal)
  }
}
