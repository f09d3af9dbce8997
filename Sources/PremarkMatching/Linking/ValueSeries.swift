import PremarkAnnotation
import PremarkRules

/// Values in an order, grouped by what may be compared, so that a question about all before or after a place is answered
/// from the extremes kept at each step.
struct ValueSeries {
  /// Which values a question is about, by their rank.
  enum Reach { case all, before(Int), after(Int), except(Int) }

  private struct Group {
    var ranks: [Int] = []
    /// Extremes of the values up to and with each, and from each on.
    var up: [Extremes] = []
    var down: [Extremes] = []
    /// The first and the last of each value.
    var byValue:
      [Double: (first: (rank: Int, value: CapturedValue), last: (rank: Int, value: CapturedValue))] = [:]
  }

  private var groups: [String: Group] = [:]

  /// - Parameter values: sorted by rank. Linear in them.
  init(_ values: [(rank: Int, group: String, value: CapturedValue)]) {
    for (rank, name, value) in values {
      var extremes = groups[name]?.up.last ?? Extremes()
      extremes.add(value)
      let known = groups[name]?.byValue[value.value]
      groups[name, default: Group()].ranks.append(rank)
      groups[name]?.up.append(extremes)
      groups[name]?.byValue[value.value] = (first: known?.first ?? (rank, value), last: (rank, value))
    }
    var down: [String: [Extremes]] = [:]
    for (_, name, value) in values.reversed() {
      var extremes = down[name]?.last ?? Extremes()
      extremes.add(value)
      down[name, default: []].append(extremes)
    }
    // each group has its own list, so the order in which they are taken does not show
    for (name, list) in down { groups[name]?.down = list.reversed() }
  }

  /// A value within reach to which `value` stands as asked; nil where there is none.
  func match(
    for value: CapturedValue, in name: String, _ relation: ValueComparison.Relation, isLess: Bool,
    _ reach: Reach
  ) -> CapturedValue? {
    guard let group = groups[name] else { return nil }
    if relation == .equal { return Self.equal(to: value, group, reach) }
    for extremes in Self.extremes(of: group, reach) {
      if let match = extremes.match(for: value, relation, isLess) { return match }
    }
    return nil
  }

  private static func extremes(of group: Group, _ reach: Reach) -> [Extremes] {
    func before(_ rank: Int) -> [Extremes] {
      let count = firstIndex(in: group.ranks, from: rank)
      return count > 0 ? [group.up[count - 1]] : []
    }
    func after(_ rank: Int) -> [Extremes] {
      let start = firstIndex(in: group.ranks, from: rank + 1)
      return start < group.down.count ? [group.down[start]] : []
    }
    switch reach {
    case .all: return group.up.last.map { [$0] } ?? []
    case .before(let rank): return before(rank)
    case .after(let rank): return after(rank)
    case .except(let rank): return before(rank) + after(rank)
    }
  }

  private static func equal(to value: CapturedValue, _ group: Group, _ reach: Reach) -> CapturedValue? {
    guard let (first, last) = group.byValue[value.value] else { return nil }
    switch reach {
    case .all: return first.value
    case .before(let rank): return first.rank < rank ? first.value : nil
    case .after(let rank): return last.rank > rank ? last.value : nil
    case .except(let rank): return first.rank != rank ? first.value : last.rank != rank ? last.value : nil
    }
  }

  private static func firstIndex(in ranks: [Int], from rank: Int) -> Int {
    var low = 0
    var high = ranks.count
    while low < high {
      let middle = (low + high) / 2
      if ranks[middle] < rank { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The least and the greatest of some values.
struct Extremes {
  private(set) var least: CapturedValue?
  private(set) var greatest: CapturedValue?

  mutating func add(_ value: CapturedValue) {
    if least.map({ value.value < $0.value }) ?? true { least = value }
    if greatest.map({ value.value > $0.value }) ?? true { greatest = value }
  }

  /// A known value to which `value` stands as asked; nil where there is none.
  func match(
    for value: CapturedValue, _ relation: ValueComparison.Relation, _ isLess: Bool
  ) -> CapturedValue? {
    switch relation {
    case .higher, .later: return below(value)
    case .lower, .earlier: return above(value)
    case .better: return isLess ? above(value) : below(value)
    case .worse: return isLess ? below(value) : above(value)
    case .other: return below(value) ?? above(value)
    case .equal: return nil
    }
  }

  private func below(_ value: CapturedValue) -> CapturedValue? {
    least.flatMap { $0.value < value.value ? $0 : nil }
  }

  private func above(_ value: CapturedValue) -> CapturedValue? {
    greatest.flatMap { $0.value > value.value ? $0 : nil }
  }
}
