/// How far two judgements of the same things agree, on levels in order.
public struct Agreement: Sendable {
  /// `counts[a][b]`: things that the first judged `a` and the second `b`.
  public private(set) var counts: [[Int]]

  /// - Parameter levels: how many levels there are, at least 2.
  public init(levels: Int) {
    counts = Array(repeating: Array(repeating: 0, count: levels), count: levels)
  }

  /// Counts one thing.
  public mutating func count(_ first: Int, _ second: Int) { counts[first][second] += 1 }

  /// Things judged.
  public var all: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }

  /// Things judged alike.
  public var exact: Int { counts.indices.reduce(0) { $0 + counts[$1][$1] } }

  /// Cohen's kappa with quadratic weights: 1 where all agree, 0 where no more than by chance; nil where it says nothing
  /// (nothing judged, or all judged one level by both).
  ///
  /// - Source: Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), 213-220.
  public var kappa: Double? {
    let total = all
    let rows = counts.map { $0.reduce(0, +) }
    let columns = counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    var seen = 0
    var expected = 0
    for a in counts.indices {
      for b in counts.indices {
        seen += (a - b) * (a - b) * counts[a][b]
        expected += (a - b) * (a - b) * rows[a] * columns[b]
      }
    }
    guard expected > 0 else { return nil }
    return 1 - Double(seen) * Double(total) / Double(expected)
  }
}
