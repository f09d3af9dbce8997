import PremarkText

extension RuleParser {
  /// What only shows once everything has been parsed: circles, and names of the unit that nothing uses.
  mutating func checkDefinitions() {
    checkCircles()
    checkUnused()
  }

  private mutating func checkCircles() {
    var graph = NameGraph(names: declarations.namedNames)
    for (index, entry) in declarations.named.enumerated() {
      for use in entry.uses { graph.connect(index, use.index, at: use.location) }
    }
    for circle in graph.circles() {
      diagnostics.append(.cycleInDefinitions(circle.names, at: circle.location))
    }
    for index in declarations.named.indices where graph.isInCircle[index] {
      declarations.named[index].isUsed = true
    }
  }

  private mutating func checkUnused() {
    for (index, entry) in declarations.named.enumerated()
    where !entry.isUsed && isUnitFile(entry.location.file) {
      diagnostics.append(.unused(entry.kind.rawValue, declarations.namedNames[index], at: entry.location))
    }
    for (index, entry) in declarations.lists.enumerated()
    where !entry.isUsed && isUnitFile(entry.location.file) {
      diagnostics.append(.unused("word list", declarations.listNames[index], at: entry.location))
    }
  }

  /// Reports filters of one stretch that exclude each other, one kind at a time.
  mutating func checkTogether(_ filters: [Filter], at location: RuleLocation) {
    for kind in FilterSet(filters).contradictions {
      diagnostics.append(.contradictoryFilters(kind, at: location))
    }
  }
}

/// What is left of each kind when filters are taken together.
private struct FilterSet {
  private var voices: UInt8 = 0b111
  private var polarities: UInt8 = 0b111
  private var strongest = 6
  private var weakest = 0
  private var asked: UInt8 = 0b11
  private var places: [UInt8] = [0b11, 0b11, 0b11]
  private var requiredRoles: [[String]] = []
  private var excludedRoles: [String] = []
  private var headings: [(Reference, Bool)] = []
  private var stretches: [(String, Bool)] = []

  init(_ filters: [Filter]) {
    for filter in filters { add(filter) }
  }

  var contradictions: [String] {
    var kinds: [String] = []
    if voices == 0 { kinds.append("who speaks") }
    if polarities == 0 { kinds.append("affirmed, negated or hypothetical") }
    if weakest > strongest { kinds.append("how far the claim goes") }
    if asked == 0 { kinds.append("asked or not") }
    if places.contains(0) { kinds.append("inside or outside") }
    if requiredRoles.contains(where: { $0.allSatisfy(excludedRoles.contains) }) { kinds.append("roles") }
    for (reference, isInside) in headings where isInside {
      if headings.contains(where: { $0.0 == reference && !$0.1 }) {
        kinds.append("headings")
        break
      }
    }
    for (name, isInside) in stretches where isInside {
      if stretches.contains(where: { $0.0 == name && !$0.1 }) {
        kinds.append("passages and items")
        break
      }
    }
    return kinds
  }

  private mutating func add(_ filter: Filter) {
    switch filter {
    case .voice(let voice): voices &= Self.mask(voice)
    case .polarity(let polarity): polarities &= Self.mask(polarity)
    case .strength(let name, let comparison):
      let level = Vocabulary.strengths.firstIndex(of: name) ?? 0
      if comparison != .orWeaker { weakest = max(weakest, level) }
      if comparison != .orStronger { strongest = min(strongest, level) }
    case .asked(let isAsked): asked &= isAsked ? 0b10 : 0b01
    case .role(let roles, true): requiredRoles.append(roles)
    case .role(let roles, false): excludedRoles += roles
    case .headed(let reference, let isInside): headings.append((reference, isInside))
    case .inside(let name, let isInside): stretches.append((name, isInside))
    case .place(let place, let isInside):
      let index = place == .table ? 0 : place == .list ? 1 : 2
      places[index] &= isInside ? 0b10 : 0b01
    }
  }

  private static func mask(_ voice: Filter.Voice) -> UInt8 {
    switch voice {
    case .own: 0b001
    case .other: 0b010
    case .general: 0b100
    case .ownOrOther: 0b011
    case .any: 0b111
    }
  }

  private static func mask(_ polarity: Filter.Polarity) -> UInt8 {
    switch polarity {
    case .affirmed: 0b001
    case .negated: 0b010
    case .hypothetical: 0b100
    case .affirmedOrHypothetical: 0b101
    case .any: 0b111
    }
  }
}
