import PremarkText

/// Patterns that stand beside the trie, each known by a word that it cannot do without.
///
/// A rule set has thousands of patterns, a text some hundred different stems: a pattern whose word the text lacks is
/// never looked at, so what more rules cost is what they find. The naive twin tries every pattern.
struct PatternIndex: Sendable {
  /// A pattern: its list, and its place among those of the list.
  struct Entry: Sendable {
    let list: Int32
    let position: Int32
  }

  /// By list, the patterns of which no word is certain: all references, prefixes and gaps.
  let unbound: [[Int32]]
  /// Entries by stem: `entries[starts[stem]..<starts[stem + 1]]`.
  private let starts: [Int32]
  private let entries: [Entry]

  /// - Parameter words: the table that the words of the patterns are of.
  /// - Complexity: linear in the patterns' steps and the table.
  init(_ patterns: PhrasePatterns, in words: WordTable) {
    var load = [Int32](repeating: 0, count: words.count + 1)
    var unbound = [[Int32]](repeating: [], count: patterns.lists.count)
    var bound: [(stem: Int32, entry: Entry)] = []
    bound.reserveCapacity(patterns.lists.reduce(0) { $0 + $1.count })
    for (list, content) in patterns.lists.enumerated() {
      for (position, pattern) in content.enumerated() {
        let position = Int32(truncatingIfNeeded: position)
        if let stem = Self.rarest(patterns.steps, pattern.range, load, words) {
          load[Int(stem)] += 1
          bound.append((stem, Entry(list: Int32(truncatingIfNeeded: list), position: position)))
        } else {
          unbound[list].append(position)
        }
      }
    }
    var next = load
    var sum: Int32 = 0
    for stem in load.indices {
      next[stem] = sum
      sum += load[stem]
    }
    starts = next
    var entries = [Entry](repeating: Entry(list: 0, position: 0), count: bound.count)
    for (stem, entry) in bound {
      entries[Int(next[Int(stem)])] = entry
      next[Int(stem)] += 1
    }
    self.entries = entries
    self.unbound = unbound
  }

  /// The patterns known by a stem; none for a word that the rules do not have.
  func known(by stem: Int) -> ArraySlice<Entry> {
    stem + 1 < starts.count ? entries[Int(starts[stem])..<Int(starts[stem + 1])] : []
  }

  /// Of the stems a pattern needs the one that the fewest are known by so far.
  private static func rarest(
    _ steps: [Step], _ range: Range<Int>, _ load: [Int32], _ words: WordTable
  ) -> Int32? {
    var best: Int32?
    var least = Int32.max
    for index in range {
      let step = steps[index]
      guard step.isPlain else { continue }
      let stem = step.kind == .stem ? step.number : words.stem(of: WordID(rawValue: step.number)).rawValue
      let known = load[Int(stem)]
      if best == nil || known < least { (best, least) = (stem, known) }
    }
    return best
  }
}
