/// Where each stem or word of a text stands, without a step for those that only the rules have.
///
/// A table of words is as large as the rules are many, a text has some hundred of them: they are numbered in the order in
/// which the text has them, and all but that numbering is as large as the text.
struct StreamPositions {
  /// Every id of the stream, once, in order of first appearance.
  private(set) var ids: [Int32] = []
  /// By id its place in `ids`; -1 where the text lacks it.
  private var ranks: [Int32]
  /// By rank, where its positions begin; one more entry than `ids`.
  private var starts: [Int32] = [0]
  private var positions: [Int32]

  /// - Parameters:
  ///   - stream: ids, with negative entries for what has none.
  ///   - wordCount: one more than the largest id can be.
  /// - Complexity: linear in the stream, after filling one entry for each word of the table.
  init(of stream: [Int32], wordCount: Int) {
    ranks = Array(repeating: -1, count: wordCount)
    var counts: [Int32] = []
    for id in stream where id >= 0 {
      if ranks[Int(id)] < 0 {
        ranks[Int(id)] = Int32(truncatingIfNeeded: ids.count)
        ids.append(id)
        counts.append(0)
      }
      counts[Int(ranks[Int(id)])] += 1
    }
    var sum: Int32 = 0
    for count in counts {
      sum += count
      starts.append(sum)
    }
    var next = starts
    positions = Array(repeating: 0, count: Int(sum))
    for (at, id) in stream.enumerated() where id >= 0 {
      let rank = Int(ranks[Int(id)])
      positions[Int(next[rank])] = Int32(truncatingIfNeeded: at)
      next[rank] += 1
    }
  }

  /// The positions of an id in order; none for one that the text lacks.
  func of(_ id: Int32) -> ArraySlice<Int32> {
    guard Int(id) < ranks.count, ranks[Int(id)] >= 0 else { return [] }
    let rank = Int(ranks[Int(id)])
    return positions[Int(starts[rank])..<Int(starts[rank + 1])]
  }
}
