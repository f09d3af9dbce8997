import PremarkText

extension RuleParser {
  /// `criterion a is met`, `… is below met`, `… is at least partly`.
  mutating func criterionTest() throws(ParseFailure) -> Test {
    let start = cursor.index
    cursor.advance()
    let (name, location) = try name("the name of a criterion")
    try cursor.expect("is")
    let test = try level(of: name, from: start)
    switch decisionUse {
    case .all:
      if declarations.criterionIndex[name] == nil {
        let closest = declarations.nearest(to: name, in: declarations.criteria.map { $0.name })
        report(.unknownCriterion(name, at: location, closest: closest), unknown: name, closest: closest)
      }
    case .ownRequirements:
      diagnostics.append(
        .decisionNotKnown("criterion", at: location, help: "ask for requirements of this criterion"))
    case .none:
      diagnostics.append(
        .decisionNotKnown("criterion", at: location, help: "ask for what should be found in the text"))
    }
    return test
  }

  private mutating func level(of name: String, from start: Int) throws(ParseFailure) -> Test {
    let isBelow = cursor.take("below")
    let isAtLeast = !isBelow && cursor.take(all: "at", "least")
    let level: String
    if cursor.take("met") {
      level = "met"
    } else if cursor.take("partly") {
      level = "partly"
    } else if cursor.take("not-met") || cursor.take(all: "not", "met") {
      level = "not-met"
    } else {
      throw cursor.expected("'met', 'partly' or 'not-met'")
    }
    let location = cursor.location(from: start)
    if level == "not-met", isBelow {
      diagnostics.append(.neverHolds("nothing is below 'not-met'", at: location))
    }
    if isBelow { return .criterion(name, atLeast: nil, below: level, location) }
    if isAtLeast || level == "met" { return .criterion(name, atLeast: level, below: nil, location) }
    if level == "partly" { return .criterion(name, atLeast: "partly", below: "met", location) }
    return .criterion(name, atLeast: nil, below: "partly", location)
  }

  /// `requirement a is held`, `requirement a is not held`.
  mutating func requirementTest() throws(ParseFailure) -> Test {
    let start = cursor.index
    cursor.advance()
    let (name, location) = try name("the name of a requirement")
    try cursor.expect("is")
    let isHeld = !cursor.take("not")
    try cursor.expect("held")
    if case .none = decisionUse {
      diagnostics.append(
        .decisionNotKnown("requirement", at: location, help: "ask for what should be found in the text"))
    } else {
      resolveRequirement(name, at: location)
    }
    return .requirement(name, isHeld: isHeld, cursor.location(from: start))
  }

  /// The criterion at hand first, then the only one that has it.
  private mutating func resolveRequirement(_ name: String, at location: RuleLocation) {
    if let current = currentCriterion, declarations.criteria[current].requirements.contains(name) { return }
    var known: [String] = []
    var owners: [String] = []
    for (index, criterion) in declarations.criteria.enumerated() {
      if case .ownRequirements = decisionUse, index != currentCriterion { continue }
      known += criterion.requirements
      if criterion.requirements.contains(name) { owners.append(criterion.name) }
    }
    if owners.isEmpty {
      let closest = declarations.nearest(to: name, in: known)
      report(.unknownRequirement(name, at: location, closest: closest), unknown: name, closest: closest)
    } else if owners.count > 1 {
      diagnostics.append(.ambiguousRequirement(name, at: location, criteria: owners))
    }
  }
}
