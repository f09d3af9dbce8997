/// What ties one thing to another: `for it`, and values that are compared.
extension RuleParser {
  /// `for it`: what belongs to the item that the test asks of.
  mutating func takeForIt(from start: Int) throws(ParseFailure) -> Bool {
    guard cursor.take(all: "for", "it") else { return false }
    if !isItemAtHand { diagnostics.append(.nothingAtHand(at: cursor.location(from: start))) }
    return true
  }

  /// `better than <percentage> of an earlier review-entry about the same <kpi>`, after the first value.
  mutating func comparison(with first: Term) throws(ParseFailure) -> ValueComparison? {
    guard let relation = takeRelation() else { return nil }
    guard isAtTerm else { throw cursor.expected("a list in < >, a phrase in quotes or a name") }
    let start = cursor.index
    let second = try term()
    if let why = Self.whyNeverCompared(first, second) {
      diagnostics.append(.neverCompared(why, at: cursor.location(from: start)))
    }
    var place: ValueComparison.Place?
    if cursor.take("of") { place = try otherPlace() }
    return ValueComparison(
      first: first, relation: relation, second: second, place: place, about: try sameThings())
  }

  /// `about the same <kpi> and the same <date>`; empty where it does not come next.
  mutating func sameThings() throws(ParseFailure) -> [Reference] {
    guard cursor.take(all: "about", "the", "same") else { return [] }
    var things = [try reference()]
    while cursor.take(all: "and", "the", "same") { things.append(try reference()) }
    return things
  }

  private mutating func takeRelation() -> ValueComparison.Relation? {
    let isEqual = cursor.isWord("to", ahead: 1)
    guard isEqual || cursor.isWord("than", ahead: 1), cursor.current.kind == .word else { return nil }
    guard let relation = ValueComparison.Relation(rawValue: cursor.text), (relation == .equal) == isEqual
    else {
      return nil
    }
    cursor.advance()
    cursor.advance()
    return relation
  }

  /// `an earlier review-entry`, `a later review-entry`, `another review-entry`.
  private mutating func otherPlace() throws(ParseFailure) -> ValueComparison.Place {
    cursor.skipArticle()
    guard let order = ValueComparison.Place.Order(rawValue: cursor.text) else {
      throw cursor.expected("'an earlier', 'a later' or 'another' and the name of a passage or item")
    }
    cursor.advance()
    return ValueComparison.Place(order: order, name: try stretchName())
  }

  /// Why two entities have no values that could be compared; nil where they may.
  private static func whyNeverCompared(_ first: Term, _ second: Term) -> String? {
    guard case .reference(let a) = first, case .reference(let b) = second, let left = measures(of: a.name),
      let right = measures(of: b.name)
    else { return nil }
    for (entity, measures) in [(a.name, left), (b.name, right)] where measures.isEmpty {
      return "'\(entity)' has no value"
    }
    return left.contains { right.contains($0) } ? nil : "'\(a.name)' and '\(b.name)' measure different things"
  }

  /// What the values of an entity count; nil for what is no entity.
  private static func measures(of name: String) -> [String]? {
    switch name {
    case "date", "date-range": ["date"]
    case "deadline": ["date", "time"]
    case "time-limit", "duration": ["time"]
    case "percentage": ["per cent"]
    case "score": ["score"]
    case "money": ["money"]
    case "count", "number": ["number"]
    case "change", "figure": ["time", "per cent", "score", "money", "number"]
    case "person", "role", "recurrence", "reference": []
    default: nil
    }
  }
}
