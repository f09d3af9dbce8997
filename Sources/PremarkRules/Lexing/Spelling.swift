/// The nearest known name, for "did you mean".
enum Spelling {
  /// The name with the fewest slips from `word` (a slip: a letter missing, too many, another, or two swapped), if they
  /// are at most a third of its letters; the first of equally near ones.
  ///
  /// - Complexity: O(*n·m²*) for *n* names of *m* letters; words above 40 letters have none.
  static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(word.utf8)
    guard wanted.count <= 40 else { return nil }
    var best: (name: String, slips: Int)?
    for name in names where name != word {
      let other = Array(name.utf8)
      let limit = min(best.map { $0.slips - 1 } ?? Int.max, (max(wanted.count, other.count) + 1) / 3)
      guard limit > 0, abs(other.count - wanted.count) <= limit else { continue }
      let slips = distance(wanted, other)
      if slips <= limit { best = (name, slips) }
    }
    return best?.name
  }

  /// Optimal string alignment distance.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
