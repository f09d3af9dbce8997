import PremarkRules

extension Tracer {
  /// A condition asked at a place, as a tree.
  mutating func trace(_ condition: Condition, _ compiled: CompiledCondition, _ place: Place) -> Trace {
    var hits: [Hit] = []
    let holds = evaluation.holds(compiled, place, &hits)
    var node = Trace(.condition, condition.written, holds ? .held : .absent)
    switch (condition, compiled) {
    case (.term(let term, _), .term(let compiledTerm)):
      node.hits = hits
      if !holds { explain(&node, term, compiledTerm, place) }
    case (.all(let parts), .all(let compiledParts)) where parts.count == compiledParts.count:
      node.children = traces(parts, compiledParts, place)
      if !holds, node.children.contains(where: { $0.hasSome && !$0.text.utf8.starts(with: "not ".utf8) }) {
        node.state = .near
      }
    case (.any(let parts), .any(let compiledParts)):
      node.children = traces(parts, compiledParts, place)
      // what holds is enough; the ways that do not would only be in the way
      if holds { node.children = node.children.filter { $0.state == .held } }
      if !holds, node.children.contains(where: { $0.hasSome }) { node.state = .near }
    case (.not(let inner), .not(let compiledInner)):
      if !holds {
        node.failed = "it is there"
        node.children = [trace(inner, compiledInner, place)]
      }
    case (.together(let a, let b, let within), .together(let first, let second, _)):
      together(&node, (a, first), (b, second), within, place)
    case (.filtered(let inner, _), .filtered(let compiledInner, let change)):
      filtered(&node, inner, compiledInner, change.applied(to: place.filter), place)
      if node.children.isEmpty { node.hits = hits }
    case (.atLeast(let count, let term, _, _), .atLeast(_, let compiledTerm, let different)):
      atLeast(&node, count, term, compiledTerm, different, place)
    case (.about(let a, let b, _, let same), .about(let first, let second, _, _)):
      node.children = [trace(a, first, place), trace(b, second, place)]
      if !holds, node.children.contains(where: { $0.hasSome }) { node.state = .near }
      if !holds, node.children.allSatisfy({ $0.state == .held }) {
        node.failed = "both are there, but not" + same.aboutTheSame
      }
    case (.compared, .compared(let comparison)):
      node.hits = hits
      if !holds { explain(&node, comparison, place) }
    case (.linked(let count, _, _), .linked(_, let term)):
      node.hits = hits
      if !holds, !evaluation.candidates(term).isEmpty {
        node.state = .near
        node.failed = count > 1 ? "fewer than \(count) belong to it" : "found, but none belongs to it"
      }
    default: node.hits = hits
    }
    return node
  }

  /// Says what is missing of two values that do not stand as asked.
  private func explain(_ node: inout Trace, _ comparison: CompiledComparison, _ place: Place) {
    let first = evaluation.values(of: comparison.first, place)
    let hasSecond = comparison.place != nil || !evaluation.values(of: comparison.second, place).isEmpty
    guard !first.isEmpty else {
      if hasSecond, comparison.place == nil {
        (node.state, node.failed) = (.near, "the first value is missing")
      }
      return
    }
    node.state = .near
    node.hits = first.prefix(3).map { Hit(tokens: $0.tokens) }
    node.failed = hasSecond ? "no two values stand so" : "the second value is missing"
  }

  private mutating func traces(
    _ parts: [Condition], _ compiled: [CompiledCondition], _ place: Place
  ) -> [Trace] {
    var children: [Trace] = []
    for (part, resolved) in zip(parts, compiled) { children.append(trace(part, resolved, place)) }
    return children
  }

  private mutating func together(
    _ node: inout Trace, _ a: (Condition, CompiledCondition), _ b: (Condition, CompiledCondition),
    _ within: Within, _ place: Place
  ) {
    var inner = place
    let both: Condition = .together(a.0, b.0, within)
    if node.state == .held, let stretch = evaluation.stretch(holding: a.1, b.1, within, place) {
      inner.stretch = stretch
    } else if let stretch = evaluation.nearestStretch(.all([a.1, b.1]), within, place) {
      inner.stretch = stretch
    }
    node.children = [trace(a.0, a.1, inner), trace(b.0, b.1, inner)]
    guard node.state != .held else { return }
    if node.children.contains(where: { $0.hasSome }) { node.state = .near }
    if node.children.allSatisfy({ $0.state == .held }) {
      switch within {
      case .words(let most): node.failed = "both are there, but more than \(most) words apart"
      case .order: node.failed = "both are there, but not in this order"
      default: node.failed = "both are there, but not in the same " + both.word
      }
    }
  }

  private mutating func filtered(
    _ node: inout Trace, _ inner: Condition, _ compiled: CompiledCondition, _ filter: ClauseFilter,
    _ place: Place
  ) {
    var narrowed = place
    narrowed.filter = filter
    if case .all(let parts) = inner, parts.isEmpty {
      if node.state != .held { node.failed = "nothing here passes the filters" }
      return
    }
    // a condition that only excludes was given a clause to stand in
    var resolved = compiled
    if case .all(let parts) = compiled, parts.count == 2, case .clause = parts[0], !inner.isConjunction {
      resolved = parts[1]
    }
    let child = trace(inner, resolved, narrowed)
    if node.state != .held { node.state = child.state == .held ? .near : child.state }
    node.failed = child.failed
    node.children = child.children.isEmpty ? [] : child.children
    if child.children.isEmpty { node.hits = child.hits }
  }

  private mutating func atLeast(
    _ node: inout Trace, _ count: Int, _ term: Term, _ compiled: CompiledTerm, _ different: Different?,
    _ place: Place
  ) {
    let all = evaluation.all(of: compiled, place)
    let wanted = different.map { evaluation.different(all, by: $0, in: evaluation.text) } ?? all
    node.hits = Array(wanted.prefix(Evaluation.mostTraced))
    guard node.state != .held else { return }
    node.failed = "\(wanted.count) of \(count)"
    if !wanted.isEmpty { node.state = .near } else { explain(&node, term, compiled, place) }
  }

  /// Says why a term is not there: its words stand there but may not be credited, or its rule nearly holds.
  private mutating func explain(
    _ node: inout Trace, _ term: Term, _ compiled: CompiledTerm, _ place: Place
  ) {
    if let definition = definition(term, compiled) {
      if definition.state == .held {
        node.failed = "found, but not here"
        node.hits = definition.hits
        node.state = .near
      } else {
        node.state = definition.state
        node.children = [definition]
      }
      return
    }
    let (state, failed) = blocked(compiled, place)
    node.state = state
    node.failed = failed
    if state == .near, case .slot(let slot) = compiled {
      node.hits = evaluation.occurrences(slot, in: place.stretch).prefix(3).map { Hit(tokens: $0.tokens) }
    }
  }

  /// Near, and why, where words of a term stand at a place and none may be credited.
  func blocked(_ term: CompiledTerm, _ place: Place) -> (Trace.State, String?) {
    guard case .slot(let slot) = term else { return (.absent, nil) }
    for occurrence in evaluation.occurrences(slot, in: place.stretch) {
      if let obstacle = evaluation.obstacle(occurrence, slot, place) { return (.near, obstacle) }
    }
    return (.absent, nil)
  }
}

extension Condition {
  fileprivate var isConjunction: Bool {
    if case .all = self { return true }
    return false
  }

  /// The stretch two things must share.
  fileprivate var word: String {
    if case .together(_, _, let within) = self { return within.word }
    return "place"
  }
}
