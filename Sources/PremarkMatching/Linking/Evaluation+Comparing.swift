import PremarkAnnotation
import PremarkRules
import PremarkText

extension Evaluation {
  /// True where two values stand as asked. Values are grouped by unit (and by what they are about), and only the extremes
  /// of a group are compared, so that the cost is linear in the values of the place.
  func holdsComparison(_ comparison: CompiledComparison, _ place: Place, _ hits: inout [Hit]) -> Bool {
    let first = values(of: comparison.first, place)
    guard !first.isEmpty else { return false }
    let series: ValueSeries
    var reach = ValueSeries.Reach.all
    if let other = comparison.place {
      let others = others(comparison, other.name)
      series = others.series
      reach = others.reach(other.order, from: place.stretch)
    } else {
      series = self.series(beside: comparison, place)
    }
    for value in first {
      let isLess = comparison.lessIsBetter.map { self.isLess(value, $0, place) } ?? false
      if comparison.place == nil, comparison.relation == .equal { reach = .except(value.tokens.lowerBound) }
      for group in groups(of: value, comparison) {
        if let match = series.match(for: value, in: group, comparison.relation, isLess: isLess, reach) {
          hits += [Hit(tokens: value.tokens), Hit(tokens: match.tokens)]
          return true
        }
      }
    }
    return false
  }

  private func series(beside comparison: CompiledComparison, _ place: Place) -> ValueSeries {
    let isSecond = isSame(comparison.first, comparison.second)
    var ranked: [(rank: Int, group: String, value: CapturedValue)] = []
    for value in values(of: comparison.second, place, isSecond: isSecond) {
      for group in groups(of: value, comparison) { ranked.append((value.tokens.lowerBound, group, value)) }
    }
    ranked.sort { $0.rank < $1.rank }
    return ValueSeries(ranked)
  }

  /// True for a change compared with itself: then the second value is what it came from.
  private func isSame(_ a: CompiledTerm, _ b: CompiledTerm) -> Bool {
    if case .slot(let first) = a, case .slot(let second) = b { return first == second }
    return false
  }

  /// The unit of a value, with each thing it is about where that is asked.
  private func groups(of value: CapturedValue, _ comparison: CompiledComparison) -> [String] {
    guard !comparison.about.isEmpty else { return [value.unit] }
    return keys(ofSlots: comparison.about, in: surroundings(of: value.tokens.lowerBound)).map {
      value.unit + " " + $0
    }
  }

  /// True where less is better for what a value measures: the list has a word beside it, or, where the value stands
  /// alone, in its item or passage.
  private func isLess(_ value: CapturedValue, _ slot: Int, _ place: Place) -> Bool {
    if !occurrences(slot, in: surroundings(of: value.tokens.lowerBound)).isEmpty { return true }
    return place.stretch.count < text.tokens.count && !occurrences(slot, in: place.stretch).isEmpty
  }

  /// The passages or items of a name in their order, with the values of the second term: worked out once.
  private func others(_ comparison: CompiledComparison, _ name: CompiledTerm) -> OrderedValues {
    let key =
      "\(Self.id(of: comparison.second)) \(Self.id(of: name)) \(comparison.about.map { "\($0)" }.joined(separator: ","))"
    if let known = orderedValues[key] { return known }
    var item: Int?
    if case .item(let number) = name { item = number }
    var things: [(stretch: Range<Int>, day: Int?)] = []
    for one in candidates(name) { things.append((one.stretch, firstDay(in: one.stretch))) }
    var order = OrderedValues(things)
    var ranked: [(rank: Int, group: String, value: CapturedValue)] = []
    for (rank, stretch) in order.stretches.enumerated() {
      let place = Place(stretch: stretch, filter: .ofParts, item: item)
      for value in values(of: comparison.second, place) {
        for group in groups(of: value, comparison) { ranked.append((rank, group, value)) }
      }
    }
    order.series = ValueSeries(ranked)
    orderedValues[key] = order
    return order
  }

  private func firstDay(in stretch: Range<Int>) -> Int? {
    var at = text.entities.firstIndex(startingFrom: stretch.lowerBound)
    while at < text.entities.count, text.entities[at].tokens.lowerBound < stretch.upperBound {
      if case .date(let date) = text.entities[at].value, let day = dayNumber(date) { return day }
      at += 1
    }
    return nil
  }

  static func id(of term: CompiledTerm) -> String {
    switch term {
    case .slot(let number): "slot \(number)"
    case .indicator(let number): "indicator \(number)"
    case .passage(let number): "passage \(number)"
    case .item(let number): "item \(number)"
    case .part(let number): "part \(number)"
    case .label(let number): "label \(number)"
    case .column(let role): "column " + role.rawValue
    case .nothing: "nothing"
    }
  }
}

/// Passages or items in the order of their dates; one without a date stands with the last dated one before it.
struct OrderedValues {
  /// In order.
  let stretches: [Range<Int>]
  var series = ValueSeries([])
  /// Where each begins in the text, with its rank, by place.
  private let byPlace: [(stretch: Range<Int>, rank: Int)]

  /// - Parameter things: in document order.
  init(_ things: [(stretch: Range<Int>, day: Int?)]) {
    var day = Int.min
    var dated: [(stretch: Range<Int>, day: Int)] = []
    for thing in things {
      day = thing.day ?? day
      dated.append((thing.stretch, day))
    }
    dated.sort { ($0.day, $0.stretch.lowerBound) < ($1.day, $1.stretch.lowerBound) }
    stretches = dated.map { $0.stretch }
    byPlace = stretches.enumerated().map { (stretch: $1, rank: $0) }.sorted {
      $0.stretch.lowerBound < $1.stretch.lowerBound
    }
  }

  /// What is within reach from a stretch: the thing there, or the last that begins before it, is where it stands.
  func reach(_ order: ValueComparison.Place.Order, from stretch: Range<Int>) -> ValueSeries.Reach {
    var low = 0
    var high = byPlace.count
    while low < high {
      let middle = (low + high) / 2
      if byPlace[middle].stretch.lowerBound < stretch.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return order == .earlier ? .before(0) : .all }
    let last = byPlace[low - 1]
    let isInside = last.stretch.overlaps(stretch)
    switch order {
    case .another: return isInside ? .except(last.rank) : .all
    case .earlier: return .before(isInside ? last.rank : last.rank + 1)
    case .later: return .after(last.rank)
    }
  }
}

extension [Entity] {
  /// Index of the first that starts at or after a token; they are sorted by start.
  func firstIndex(startingFrom token: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
