import PremarkText

/// One part of a conjunction.
private enum ConditionUnit {
  case filter(Filter)
  case condition(Condition)
}

extension RuleParser {
  /// `a, b, or c`: alternatives of conjunctions.
  mutating func condition() throws(ParseFailure) -> Condition {
    try enter()
    defer { depth -= 1 }
    var alternatives: [Condition] = []
    var written = Alternatives()
    while true {
      let start = cursor.index
      let commas = try conjunction(into: &alternatives)
      written.add(cursor.signature(start..<cursor.index), at: cursor.location(from: start), hasComma: commas)
      let location = cursor.location
      guard let plain = takeOr() else { break }
      if plain { written.plainOr = written.plainOr ?? location }
    }
    report(written)
    return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
  }

  /// A condition that fills the rest of the property.
  mutating func onlyCondition() throws(ParseFailure) -> Condition {
    let condition = try condition()
    try cursor.expectEnd("',', 'and', 'or' or the end of the line")
    return condition
  }

  /// Takes `or` or `, or`; true where it came without a comma, nil where neither comes next.
  mutating func takeOr() -> Bool? {
    if cursor.take("or") { return true }
    guard cursor.current.kind == .comma, cursor.isWord("or", ahead: 1) else { return nil }
    cursor.advance()
    cursor.advance()
    return false
  }

  /// Reports alternatives that are written twice, and `or` beside `,`.
  mutating func report(_ written: Alternatives) {
    for (location, first) in written.repeated {
      diagnostics.append(.repeatedAlternative(at: location, first: first))
    }
    if written.hasComma, let location = written.plainOr { diagnostics.append(.mixedOr(at: location)) }
  }

  /// `a, b and c`; filters among them apply to all of it. True where it held a comma.
  private mutating func conjunction(into alternatives: inout [Condition]) throws(ParseFailure) -> Bool {
    var units: [ConditionUnit] = []
    var hasComma = false
    let start = cursor.index
    while true {
      units.append(try conditionUnit())
      if cursor.current.kind == .comma, !cursor.isWord("or", ahead: 1) {
        hasComma = true
        cursor.advance()
        _ = cursor.take("and")
      } else if !cursor.take("and") {
        break
      }
    }
    alternatives.append(joined(units, at: cursor.location(from: start)))
    return hasComma
  }

  /// What follows `with` in a test: units joined by `and`. An `and` before a word that only tests begin with belongs to
  /// the test.
  mutating func inlineCondition() throws(ParseFailure) -> Condition {
    var units: [ConditionUnit] = []
    let start = cursor.index
    while true {
      units.append(try conditionUnit())
      guard cursor.isAt("and"), !isAtTestOnly(ahead: 1) else { break }
      if cursor.isWord("at", ahead: 1) {
        diagnostics.append(.countInsideWith(at: cursor.location))
      }
      cursor.advance()
    }
    return joined(units, at: cursor.location(from: start))
  }

  /// True for `more than`, `no`, `most` and the like: words that begin a test and no condition.
  private func isAtTestOnly(ahead: Int) -> Bool {
    let word = cursor.peek(ahead)
    guard word.kind == .word else { return false }
    var next: String { cursor.text(of: cursor.peek(ahead + 1)) }
    switch cursor.text(of: word) {
    case "more", "fewer", "exactly", "no", "some", "all", "most", "half", "criterion", "requirement":
      return true
    case "at": return next == "most"
    case "any": return next != "voice" && next != "polarity"
    case "none": return next == "of"
    default: return false
    }
  }

  private mutating func joined(_ units: [ConditionUnit], at location: RuleLocation) -> Condition {
    var conditions: [Condition] = []
    var filters: [Filter] = []
    for unit in units {
      switch unit {
      case .filter(let filter): filters.append(filter)
      case .condition(let condition): conditions.append(condition)
      }
    }
    let all: Condition = conditions.count == 1 ? conditions[0] : .all(conditions)
    if filters.isEmpty { return all }
    checkTogether(filters, at: location)
    return .filtered(all, filters)
  }

  private mutating func conditionUnit() throws(ParseFailure) -> ConditionUnit {
    if let filter = try filter() {
      guard isAtNearness else { return .filter(filter) }
      return .condition(try together(from: .filtered(.all([]), [filter])))
    }
    if cursor.take("not") {
      try enter()
      defer { depth -= 1 }
      switch try conditionUnit() {
      case .filter(let filter): return .condition(.not(.filtered(.all([]), [filter])))
      case .condition(let condition): return .condition(.not(condition))
      }
    }
    return .condition(try together(from: try primary()))
  }

  private var isAtNearness: Bool { cursor.isAt("with") || cursor.isAt("within") || cursor.isAt("before") }

  /// `a with b in the same sentence`, `a within 5 words of b`, `a before b`, from the left.
  private mutating func together(from first: Condition) throws(ParseFailure) -> Condition {
    var left = first
    while true {
      if cursor.take("with") {
        let right = try primary()
        let stretch = try sameStretch()
        let same = try sameThings()
        if same.isEmpty {
          left = .together(left, right, stretch ?? .clause)
        } else {
          left = .about(left, right, stretch ?? .document, same)
        }
      } else if cursor.take("within") {
        let words = try number()
        guard cursor.take("words") || cursor.take("word") else { throw cursor.expected("'words of'") }
        try cursor.expect("of")
        left = .together(left, try primary(), .words(words))
      } else if cursor.take("before") {
        left = .together(left, try primary(), .order)
      } else {
        return left
      }
    }
  }

  private mutating func sameStretch() throws(ParseFailure) -> Within? {
    guard cursor.take(all: "in", "the", "same") else { return nil }
    guard let stretch = Within(named: cursor.text) else {
      throw cursor.expected("'clause', 'sentence', 'block', 'row', 'passage' or 'section'")
    }
    cursor.advance()
    return stretch
  }

  private mutating func primary() throws(ParseFailure) -> Condition {
    if cursor.take(.open) {
      let inner = try condition()
      _ = try cursor.expect(.close, "')'")
      return inner
    }
    if let filter = try filter() { return .filtered(.all([]), [filter]) }
    let start = cursor.index
    if cursor.take(all: "at", "least") {
      let count = try number()
      if count == 0 {
        throw ParseFailure(.impossibleNumber("'at least 0' is always so", at: cursor.location(from: start)))
      }
      let isDifferent = cursor.take("different")
      let term = try term()
      if !isDifferent, try takeForIt(from: start) {
        return .linked(count, term, cursor.location(from: start))
      }
      let by = try differentBy() ?? (isDifferent ? usualDifference(of: term) : nil)
      return .atLeast(count, term, by, cursor.location(from: start))
    }
    if cursor.isAt("no") {
      throw cursor.expected(
        "a list in < >, a phrase in quotes, a name or a filter", help: "write 'not' for 'no'")
    }
    guard isAtTerm else { throw cursor.expected("a list in < >, a phrase in quotes, a name or a filter") }
    let term = try term()
    if try takeForIt(from: start) { return .linked(1, term, cursor.location(from: start)) }
    if let comparison = try comparison(with: term) {
      return .compared(comparison, cursor.location(from: start))
    }
    return .term(term, cursor.location(from: start))
  }
}

extension Within {
  /// A stretch by its word in the language; nil for anything else.
  init?(named name: String) {
    switch name {
    case "clause": self = .clause
    case "sentence": self = .sentence
    case "block": self = .block
    case "row": self = .row
    case "passage": self = .passage
    case "section": self = .section
    case "document": self = .document
    default: return nil
    }
  }
}

/// How alternatives were written, to find those that can never matter.
struct Alternatives {
  /// Repeated ones with the first of them.
  private(set) var repeated: [(RuleLocation, RuleLocation)] = []
  private(set) var hasComma = false
  /// The first `or` without a comma before it.
  var plainOr: RuleLocation?
  /// The first one, most often the only one, which needs no table.
  private var first: (signature: UInt64, location: RuleLocation)?
  private var seen: [UInt64: RuleLocation] = [:]

  mutating func add(_ signature: UInt64, at location: RuleLocation, hasComma: Bool) {
    self.hasComma = self.hasComma || hasComma
    guard let first else {
      self.first = (signature, location)
      return
    }
    if let earlier = signature == first.signature ? first.location : seen[signature] {
      repeated.append((location, earlier))
    } else {
      seen[signature] = location
    }
  }
}
