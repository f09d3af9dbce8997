import PremarkText

extension RuleParser {
  /// `at least 2 a, no b, or most c with d`.
  mutating func test() throws(ParseFailure) -> Test {
    try enter()
    defer { depth -= 1 }
    var alternatives: [Test] = []
    var written = Alternatives()
    while true {
      let start = cursor.index
      let commas = try testConjunction(into: &alternatives)
      written.add(cursor.signature(start..<cursor.index), at: cursor.location(from: start), hasComma: commas)
      let location = cursor.location
      guard let plain = takeOr() else { break }
      if plain { written.plainOr = written.plainOr ?? location }
    }
    report(written)
    return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
  }

  /// A test that fills the rest of the property.
  mutating func onlyTest() throws(ParseFailure) -> Test {
    let test = try test()
    try cursor.expectEnd("',', 'and', 'or' or the end of the line")
    return test
  }

  /// True where it held a comma.
  private mutating func testConjunction(into alternatives: inout [Test]) throws(ParseFailure) -> Bool {
    var tests: [Test] = []
    var bounds = CountBounds()
    var hasComma = false
    while true {
      let start = cursor.index
      let (test, thing) = try testUnit()
      tests.append(test)
      if let thing, bounds.narrow(cursor.signature(thing), by: test) {
        let (least, most) = bounds.last
        diagnostics.append(.cannotHold(at: cursor.location(from: start), atLeast: least, atMost: most))
      }
      if cursor.current.kind == .comma, !cursor.isWord("or", ahead: 1) {
        hasComma = true
        cursor.advance()
        _ = cursor.take("and")
      } else if !cursor.take("and") {
        break
      }
    }
    alternatives.append(tests.count == 1 ? tests[0] : .all(tests))
    return hasComma
  }

  /// A test and, where it counts something, the tokens that say what.
  private mutating func testUnit() throws(ParseFailure) -> (Test, Range<Int>?) {
    if cursor.take("not") {
      try enter()
      defer { depth -= 1 }
      return (.not(try testUnit().0), nil)
    }
    if cursor.take(.open) {
      let inner = try test()
      _ = try cursor.expect(.close, "')'")
      return (inner, nil)
    }
    return try atom()
  }

  private mutating func atom() throws(ParseFailure) -> (Test, Range<Int>?) {
    guard isAtTerm else { throw cursor.expected("a test such as 'at least 2 objective'") }
    let start = cursor.index
    if cursor.take(all: "at", "least") { return try counted(from: start) { .atLeast($0, $1) } }
    if cursor.take(all: "more", "than") { return try counted(from: start) { .atLeast($0 + 1, $1) } }
    if cursor.take(all: "at", "most") { return try counted(from: start) { .atMost($0, $1) } }
    if cursor.take("exactly") {
      return try counted(from: start) { .all([.atLeast($0, $1), .atMost($0, $1)]) }
    }
    if cursor.take(all: "fewer", "than") { return try fewerThan(from: start) }
    if cursor.take("no") {
      let begin = cursor.index
      return (.atMost(0, try thing()), begin..<cursor.index)
    }
    if cursor.isAt("some") || cursor.isAt("any") {
      cursor.advance()
      let begin = cursor.index
      return (.atLeast(1, try thing()), begin..<cursor.index)
    }
    if let share = takeShare() { return (try self.share(share), nil) }
    if cursor.isAt("criterion") { return (try criterionTest(), nil) }
    if cursor.isAt("requirement") { return (try requirementTest(), nil) }
    let thing = try thing()
    guard cursor.take("outnumbers") else { return (.atLeast(1, thing), start..<cursor.index) }
    let other = try term()
    if other == thing.term {
      diagnostics.append(.neverHolds("nothing outnumbers itself", at: cursor.location(from: start)))
    }
    return (.outnumbers(thing.term, other, cursor.location(from: start)), nil)
  }

  private mutating func counted(from start: Int, _ make: (Int, Thing) -> Test) throws(ParseFailure) -> (
    Test, Range<Int>?
  ) {
    let count = try number()
    let begin = cursor.index
    if count == 0, cursor.isWord("at", ahead: start - cursor.index),
      cursor.isWord("least", ahead: start + 1 - cursor.index)
    {
      throw ParseFailure(.impossibleNumber("'at least 0' is always so", at: cursor.location(from: start)))
    }
    return (make(count, try thing()), begin..<cursor.index)
  }

  private mutating func fewerThan(from start: Int) throws(ParseFailure) -> (Test, Range<Int>?) {
    let count = try number()
    guard count > 0 else {
      throw ParseFailure(.impossibleNumber("'fewer than 0' is never so", at: cursor.location(from: start)))
    }
    if cursor.take("words") || cursor.take("word") { return (.words(below: count), nil) }
    let begin = cursor.index
    return (.atMost(count - 1, try thing()), begin..<cursor.index)
  }

  private mutating func takeShare() -> Test.Share? {
    if cursor.take("all") {
      _ = cursor.take("of")
      return .all
    }
    if cursor.take("most") {
      _ = cursor.take("of")
      return .most
    }
    if cursor.take(all: "half", "of") { return .half }
    if cursor.take(all: "none", "of") { return Test.Share.none }
    return nil
  }

  private mutating func share(_ share: Test.Share) throws(ParseFailure) -> Test {
    let start = cursor.index
    let term = try term()
    let location = cursor.location(from: start)
    try cursor.expect("with")
    let condition = try inside(term) { (parser) throws(ParseFailure) in try parser.inlineCondition() }
    return .share(
      share, Thing(term: term, having: nil, different: nil, spreadDays: nil, location: location), condition)
  }

  /// `[different] TERM [by group] [with …] [over at least 2 weeks]`.
  private mutating func thing() throws(ParseFailure) -> Thing {
    let start = cursor.index
    let isDifferent = cursor.take("different")
    let term = try term()
    let by = try differentBy() ?? (isDifferent ? usualDifference(of: term) : nil)
    var having: Condition?
    if cursor.take("with") {
      having = try inside(term) { (parser) throws(ParseFailure) in try parser.inlineCondition() }
    }
    let spread = try spreadDays()
    return Thing(
      term: term, having: having, different: by, spreadDays: spread, location: cursor.location(from: start))
  }

  /// Makes the parts of the item that a term names visible while `body` parses.
  private mutating func inside(
    _ term: Term, _ body: (inout RuleParser) throws(ParseFailure) -> Condition
  ) throws(ParseFailure) -> Condition {
    guard case .named(let name) = term else { return try body(&self) }
    let before = (visibleParts, hasUnknownParts, isItemAtHand)
    defer { (visibleParts, hasUnknownParts, isItemAtHand) = before }
    if let item = declarations.item(name) {
      visibleParts += item.parts
      isItemAtHand = true
    } else if declarations.namedIndex[name] == nil {
      hasUnknownParts = true
      isItemAtHand = true
    }
    return try body(&self)
  }

  /// `over at least 6 weeks` in days. A month counts 28 days and a year 365, so that dates a calendar month apart pass.
  private mutating func spreadDays() throws(ParseFailure) -> Int? {
    guard cursor.take("over") else { return nil }
    try cursor.expect("at")
    try cursor.expect("least")
    let count = try number()
    let unit = cursor.text
    let days: Int
    switch unit {
    case "day", "days": days = 1
    case "week", "weeks": days = 7
    case "month", "months": days = 28
    case "year", "years": days = 365
    default: throw cursor.expected("'days', 'weeks', 'months' or 'years'")
    }
    cursor.advance()
    return count * days
  }
}

/// What one conjunction says of how many there are, for each thing counted.
private struct CountBounds {
  private var bounds: [UInt64: (least: Int, most: Int)] = [:]
  /// The bounds that excluded each other.
  private(set) var last = (least: 0, most: 0)

  /// True where the test leaves no number for the thing.
  mutating func narrow(_ thing: UInt64, by test: Test) -> Bool {
    var (least, most) = bounds[thing] ?? (0, Int.max)
    let wasPossible = least <= most
    switch test {
    case .atLeast(let count, _): least = max(least, count)
    case .atMost(let count, _): most = min(most, count)
    case .all(let both):
      for part in both {
        if case .atLeast(let count, _) = part { least = max(least, count) }
        if case .atMost(let count, _) = part { most = min(most, count) }
      }
    default: return false
    }
    bounds[thing] = (least, most)
    last = (least, most)
    return wasPossible && least > most
  }
}
