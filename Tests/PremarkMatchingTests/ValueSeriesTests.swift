import PremarkRules
import Testing

@testable import PremarkMatching

/// Extremes answer what comparing every pair would.
struct ValueSeriesTests {
  /// A small generator, so that every run tries the same values.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
  }

  @Test(arguments: ValueComparison.Relation.allCases)
  func findsAMatchExactlyWhereSomePairStandsSo(_ relation: ValueComparison.Relation) {
    var numbers = Numbers(state: 7)
    var some = 0
    for _ in 0..<400 {
      var values: [(rank: Int, group: String, value: CapturedValue)] = []
      for rank in 0..<numbers.next(6) {
        for _ in 0..<numbers.next(3) {
          let value = CapturedValue(unit: "%", value: Double(numbers.next(4)), tokens: rank..<rank + 1)
          values.append((rank, "%", value))
        }
      }
      let series = ValueSeries(values)
      let asked = CapturedValue(unit: "%", value: Double(numbers.next(4)), tokens: 9..<10)
      let isLess = numbers.next(2) == 1
      let rank = numbers.next(6)
      let reaches: [(ValueSeries.Reach, (Int) -> Bool)] = [
        (.all, { _ in true }), (.before(rank), { $0 < rank }), (.after(rank), { $0 > rank }),
        (.except(rank), { $0 != rank }),
      ]
      for (reach, isWithin) in reaches {
        let pairs = values.filter { isWithin($0.rank) && Self.stands(asked, relation, $0.value, isLess) }
        let match = series.match(for: asked, in: "%", relation, isLess: isLess, reach)
        #expect((match != nil) == !pairs.isEmpty)
        if let match { #expect(pairs.contains { $0.value.tokens == match.tokens }) }
        if match != nil { some += 1 }
        #expect(series.match(for: asked, in: "s", relation, isLess: isLess, reach) == nil)
      }
    }
    #expect(some > 100, "too few of the tried values match")
  }

  private static func stands(
    _ a: CapturedValue, _ relation: ValueComparison.Relation, _ b: CapturedValue, _ isLess: Bool
  ) -> Bool {
    switch relation {
    case .higher, .later: a.value > b.value
    case .lower, .earlier: a.value < b.value
    case .better: isLess ? a.value < b.value : a.value > b.value
    case .worse: isLess ? a.value > b.value : a.value < b.value
    case .equal: a.value == b.value
    case .other: a.value != b.value
    }
  }
}
