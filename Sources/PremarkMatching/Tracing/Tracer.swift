public import PremarkRules

/// Walks a rule as read and as compiled side by side. A definition is opened where it is first named; where it is named
/// again its node is a leaf.
public struct Tracer {
  let evaluation: Evaluation
  let sofar: DecisionsSoFar
  /// Definitions opened so far.
  var opened: [CompiledRules.Name] = []

  /// - Parameter sofar: as for ``Evaluation/outcome(of:_:)``.
  public init(evaluation: Evaluation, sofar: DecisionsSoFar) {
    self.evaluation = evaluation
    self.sofar = sofar
  }

  /// A test as a tree; `compiled` is the same test with its names resolved.
  ///
  /// - Complexity: linear in the text for a given rule.
  public mutating func trace(_ test: Test, _ compiled: CompiledTest) -> Trace {
    switch (test, compiled) {
    case (.all(let tests), .all(let parts)):
      let children = traces(tests, parts)
      return Trace(.test, test.written, Self.state(ofAll: children), children: children)
    case (.any(let tests), .any(let parts)):
      let children = traces(tests, parts)
      return Trace(.test, test.written, Self.state(ofAny: children), children: children)
    case (.not(let inner), .not(let part)):
      let child = trace(inner, part)
      let holds = child.state != .held
      return Trace(
        .test, test.written, holds ? .held : .absent, failed: holds ? nil : "it is there",
        children: [child])
    case (.atLeast(_, let thing), .count(_, _, let counted)),
      (.atMost(_, let thing), .count(_, _, let counted)):
      return count(test, compiled, thing, counted)
    case (.share(_, let thing, let condition), .share(_, let counted, let having)):
      return share(test, compiled, thing, counted, condition, having)
    default:
      let outcome = evaluation.outcome(of: compiled, sofar)
      return Trace(
        .test, test.written, outcome.holds ? .held : .absent,
        failed: outcome.holds ? nil : Self.failure(test, outcome), hits: outcome.hits)
    }
  }

  private mutating func traces(_ tests: [Test], _ parts: [CompiledTest]) -> [Trace] {
    var children: [Trace] = []
    for (test, part) in zip(tests, parts) { children.append(trace(test, part)) }
    return children
  }

  private static func failure(_ test: Test, _ outcome: TestOutcome) -> String? {
    switch test {
    case .words: "there are \(outcome.count) words"
    case .outnumbers: "there are \(outcome.count) of the first"
    default: nil
    }
  }

  static func state(ofAll children: [Trace]) -> Trace.State {
    if children.allSatisfy({ $0.state == .held }) { return .held }
    return children.contains { $0.hasSome } ? .near : .absent
  }

  static func state(ofAny children: [Trace]) -> Trace.State {
    if children.contains(where: { $0.state == .held }) { return .held }
    return children.contains { $0.state == .near } ? .near : .absent
  }
}

extension Tracer {
  private mutating func count(
    _ test: Test, _ compiled: CompiledTest, _ thing: Thing, _ counted: CompiledThing
  ) -> Trace {
    let outcome = evaluation.outcome(of: compiled, sofar)
    var node = Trace(
      .test, test.written, outcome.holds ? .held : .absent, failed: outcome.shortfall)
    let definition = self.definition(thing.term, counted.term)
    if let condition = thing.having, let having = counted.having {
      node.children = things(counted, condition, having)
    } else if definition == nil {
      node.hits = Array(outcome.hits.prefix(Evaluation.mostTraced))
      if !outcome.holds, outcome.count == 0, case .atLeast = test {
        let (state, failed) = blocked(counted.term, evaluation.everywhere(.ofParts))
        if state == .near { (node.state, node.failed) = (state, failed) }
      }
    }
    if let definition { node.children.append(definition) }
    if !outcome.holds, case .atLeast = test {
      let some = outcome.count > 0 || node.children.contains { $0.hasSome }
      if some { node.state = .near }
    }
    if !outcome.holds, case .atMost = test { node.hits = Array(outcome.hits.prefix(Evaluation.mostTraced)) }
    return node
  }

  private mutating func share(
    _ test: Test, _ compiled: CompiledTest, _ thing: Thing, _ counted: CompiledThing,
    _ condition: Condition, _ having: CompiledPart
  ) -> Trace {
    let outcome = evaluation.outcome(of: compiled, sofar)
    var children = things(counted, condition, having.condition)
    if children.isEmpty, let definition = definition(thing.term, counted.term) { children = [definition] }
    let state: Trace.State =
      outcome.holds ? .held : children.contains { $0.hasSome } && outcome.count > 0 ? .near : .absent
    return Trace(.test, test.written, state, failed: outcome.shortfall, children: children)
  }

  /// The things a test looks at, each with what its condition came to.
  private mutating func things(
    _ thing: CompiledThing, _ condition: Condition, _ having: CompiledCondition
  ) -> [Trace] {
    var traces: [Trace] = []
    let candidates = evaluation.counted(thing, ignoringCondition: true)
    for (number, candidate) in candidates.prefix(Evaluation.mostTraced).enumerated() {
      let place = evaluation.place(of: candidate, thing)
      let child = trace(condition, having, place)
      traces.append(
        Trace(
          .thing, "\(thing.singular) \(number + 1)", child.state == .held ? .held : .near,
          hits: [candidate.hit], children: [child]))
    }
    return traces
  }
}
