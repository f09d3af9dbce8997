import PremarkRules

/// Which passages, indicators and items lean on which, directly or through others.
public struct Dependents: Sendable {
  /// For each name, in the order passages, indicators, items: the names that lean on it, itself included.
  private let closure: [[Bool]]
  private let passages: Int
  private let indicators: Int

  /// Follows every name a rule asks for. Quadratic in the number of rules, which is some dozens.
  public init(_ rules: CompiledRules) {
    passages = rules.passages.count
    indicators = rules.indicators.count
    let count = passages + indicators + rules.items.count
    var asked = Names(passages: passages, indicators: indicators, count: count)
    var uses: [[Bool]] = []
    for rule in rules.passages {
      asked.reset()
      for start in rule.starts {
        if case .opening(let term) = start { asked.add(term) }
        if case .sentence(let term) = start { asked.add(term) }
      }
      if let having = rule.having { asked.add(having) }
      uses.append(asked.found)
    }
    for rule in rules.indicators {
      asked.reset()
      for alternative in rule.alternatives + rule.unless {
        if case .passage = alternative.scope { asked.addPassages() }
        asked.add(alternative.condition)
      }
      uses.append(asked.found)
    }
    for rule in rules.items {
      asked.reset()
      asked.add(rule)
      uses.append(asked.found)
    }
    closure = Self.closed(uses, asked.filter(rules.statementFilter))
  }

  /// From "uses" to "is used by, however far".
  private static func closed(_ uses: [[Bool]], _ always: [Bool]) -> [[Bool]] {
    uses.indices.map { target in
      var reached = [Bool](repeating: false, count: uses.count)
      reached[target] = true
      var open = [target]
      while let at = open.popLast() {
        for user in uses.indices where !reached[user] && (uses[user][at] || always[at]) {
          reached[user] = true
          open.append(user)
        }
      }
      return reached
    }
  }

  /// True where a passage leans on a target.
  func touches(passage number: Int, _ target: Mutant.Target) -> Bool { touches(number, target) }
  /// True where an indicator leans on a target.
  func touches(indicator number: Int, _ target: Mutant.Target) -> Bool { touches(passages + number, target) }
  /// True where an item leans on a target.
  func touches(item number: Int, _ target: Mutant.Target) -> Bool {
    touches(passages + indicators + number, target)
  }

  /// True where what is found for a rule may change with a target.
  public func touches(_ rule: Mutant.Target, _ target: Mutant.Target) -> Bool {
    switch rule {
    case .passage(let number): touches(passage: number, target)
    case .indicator(let number): touches(indicator: number, target)
    case .item(let number): touches(item: number, target)
    case .criterion, .mistake: true
    }
  }

  private func touches(_ name: Int, _ target: Mutant.Target) -> Bool {
    switch target {
    case .passage(let number): closure[number][name]
    case .indicator(let number): closure[passages + number][name]
    case .item(let number): closure[passages + indicators + number][name]
    case .criterion, .mistake: false
    }
  }
}

/// The names a rule asks for.
private struct Names {
  let passages: Int
  let indicators: Int
  var found: [Bool]

  init(passages: Int, indicators: Int, count: Int) {
    self.passages = passages
    self.indicators = indicators
    found = Array(repeating: false, count: count)
  }

  mutating func reset() { found = Array(repeating: false, count: found.count) }

  mutating func addPassages() { for number in 0..<passages { found[number] = true } }

  mutating func add(_ name: CompiledRules.Name) {
    switch name {
    case .passage(let number): found[number] = true
    case .indicator(let number): found[passages + number] = true
    case .item(let number): found[passages + indicators + number] = true
    }
  }

  mutating func add(_ term: CompiledTerm) {
    switch term {
    case .passage(let number): add(CompiledRules.Name.passage(number))
    case .indicator(let number): add(CompiledRules.Name.indicator(number))
    case .item(let number): add(CompiledRules.Name.item(number))
    case .slot, .part, .column, .label, .nothing: break
    }
  }

  mutating func add(_ condition: CompiledCondition) {
    switch condition {
    case .term(let term), .atLeast(_, let term, _), .linked(_, let term): add(term)
    case .compared(let comparison):
      add(comparison.first)
      add(comparison.second)
      if let place = comparison.place { add(place.name) }
    case .about(let a, let b, let within, _):
      if case .passage = within { addPassages() }
      add(a)
      add(b)
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .not(let inner): add(inner)
    case .together(let a, let b, let within):
      if case .passage = within { addPassages() }
      add(a)
      add(b)
    case .filtered(let inner, let change):
      for test in change.demands?.insides ?? [] { add(test.name) }
      add(inner)
    case .clause: break
    }
  }

  mutating func add(_ rule: CompiledItem) {
    for (source, having) in rule.sources {
      if case .passages(let number) = source { add(CompiledRules.Name.passage(number)) }
      if case .statements(let condition) = source { add(condition) }
      if let having { add(having) }
    }
    if let condition = rule.countsWhen { add(condition) }
    for part in rule.parts { add(part.condition) }
  }

  /// Names that a filter of every statement asks for.
  func filter(_ filter: ClauseFilter) -> [Bool] {
    var names = Names(passages: passages, indicators: indicators, count: found.count)
    for test in filter.demands?.insides ?? [] { names.add(test.name) }
    return names.found
  }
}
