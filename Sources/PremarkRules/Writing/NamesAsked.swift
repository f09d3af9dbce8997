/// The names of indicators, items and passages that rules ask for.
public struct NamesAsked {
  /// In the order they are first asked for.
  public private(set) var names: [String] = []

  /// Nothing yet.
  public init() {}

  /// Adds those of a test.
  public mutating func add(_ test: Test) {
    switch test {
    case .atLeast(_, let thing), .atMost(_, let thing): add(thing)
    case .share(_, let thing, let condition):
      add(thing)
      add(condition)
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .not(let inner): add(inner)
    case .outnumbers(let a, let b, _):
      add(a)
      add(b)
    case .criterion, .requirement, .words: break
    }
  }

  /// Adds those of a condition; parts of items are among them where they are named like a rule.
  public mutating func add(_ condition: Condition) {
    switch condition {
    case .term(let term, _), .atLeast(_, let term, _, _), .linked(_, let term, _): add(term)
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .not(let inner): add(inner)
    case .together(let a, let b, _), .about(let a, let b, _, _):
      add(a)
      add(b)
    case .compared(let comparison, _):
      add(comparison.first)
      add(comparison.second)
      if let place = comparison.place { add(place.name) }
    case .filtered(let inner, let filters):
      add(inner)
      for filter in filters { if case .inside(let name, _) = filter { add(name) } }
    }
  }

  /// Adds those that an item's own lines ask for.
  public mutating func add(_ item: ItemRule) {
    for (source, having, _) in item.sources {
      if case .passages(let name) = source { add(name) }
      if case .statements(let condition) = source { add(condition) }
      if let having { add(having) }
    }
    if let condition = item.countsWhen { add(condition) }
    for part in item.parts { add(part.condition) }
  }

  /// Adds those that an indicator's own lines ask for.
  public mutating func add(_ indicator: Indicator) {
    for alternative in indicator.alternatives + indicator.unless { add(alternative.condition) }
  }

  /// Adds those that a passage's own lines ask for.
  public mutating func add(_ passage: PassageRule) {
    for start in passage.starts {
      if case .opening(let term) = start { add(term) }
      if case .sentence(let term) = start { add(term) }
    }
    if let condition = passage.having { add(condition) }
  }

  private mutating func add(_ thing: Thing) {
    add(thing.term)
    if let condition = thing.having { add(condition) }
  }

  private mutating func add(_ term: Term) {
    if case .named(let name) = term { add(name) }
  }

  private mutating func add(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}

extension RuleSet {
  /// The indicators, items and passages that some names lean on, directly or through others, in the order of the rules.
  public func reached(from names: [String]) -> [String] {
    var reached: [String] = []
    var open = names
    while let name = open.popLast() {
      guard !reached.contains(name) else { continue }
      reached.append(name)
      var asked = NamesAsked()
      for rule in indicators where rule.id == name { asked.add(rule) }
      for rule in items where rule.id == name { asked.add(rule) }
      for rule in passages where rule.id == name { asked.add(rule) }
      open += asked.names
    }
    let all = passages.map { $0.id } + indicators.map { $0.id } + items.map { $0.id }
    return all.filter { reached.contains($0) }
  }
}
