/// Where a word list, a phrase or an entity stands: a run of tokens, and the group it belongs to.
public struct Occurrence: Sendable, Equatable {
  /// Tokens of the annotated text.
  public let tokens: Range<Int>
  /// Group of the list; 0 for phrases; for entities the index of the entity.
  public let group: Int

  /// Makes one.
  public init(tokens: Range<Int>, group: Int) {
    self.tokens = tokens
    self.group = group
  }
}

extension Array where Element == Occurrence {
  /// Index of the first occurrence that starts at or after a token. The array is sorted by start.
  func firstIndex(from token: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// By start, longest first.
  private static func precedes(_ a: Occurrence, _ b: Occurrence) -> Bool {
    (a.tokens.lowerBound, -a.tokens.upperBound, a.group) < (
      b.tokens.lowerBound, -b.tokens.upperBound, b.group
    )
  }

  /// Sorted by start, longest first, without those that lie inside another of the same group.
  func withoutContained() -> [Occurrence] {
    let isInOrder = indices.dropFirst().allSatisfy { !Self.precedes(self[$0], self[$0 - 1]) }
    let sorted = isInOrder ? self : self.sorted(by: Self.precedes)
    var kept: [Occurrence] = []
    kept.reserveCapacity(sorted.count)
    for occurrence in sorted {
      var inside = false
      for earlier in kept.reversed().prefix(8)
      where earlier.group == occurrence.group && earlier.tokens.upperBound >= occurrence.tokens.upperBound {
        inside = true
        break
      }
      if !inside { kept.append(occurrence) }
    }
    return kept
  }
}
