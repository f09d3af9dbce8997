import PremarkRules

extension Tracer {
  /// What an indicator, an item or a passage says of itself; nil for terms that are none.
  mutating func definition(_ term: Term, _ compiled: CompiledTerm) -> Trace? {
    switch compiled {
    case .indicator(let number): return indicator(number)
    case .item(let number): return item(number)
    case .passage(let number): return passage(number)
    case .slot, .part, .column, .label, .nothing: return nil
    }
  }

  /// True where the definition is still to be opened.
  private mutating func opens(_ name: CompiledRules.Name, _ node: inout Trace) -> Bool {
    if opened.contains(name) {
      node.isRepeated = true
      return false
    }
    opened.append(name)
    return true
  }

  private mutating func indicator(_ number: Int) -> Trace {
    let rule = evaluation.rules.rules.indicators[number]
    let findings = evaluation.findings(ofIndicator: number)
    var node = Trace(.indicator, rule.id, findings.isEmpty ? .absent : .held)
    node.hits = findings.prefix(Evaluation.mostTraced).map { Hit(tokens: $0.tokens, rule: rule.id) }
    guard opens(.indicator(number), &node) else { return node }
    let compiled = evaluation.rules.indicators[number]
    for (alternative, resolved) in zip(rule.alternatives, compiled.alternatives) {
      node.children.append(self.alternative(alternative, resolved, of: compiled))
    }
    if node.state == .absent, node.children.contains(where: { $0.hasSome }) { node.state = .near }
    return node
  }

  private mutating func alternative(
    _ rule: Indicator.Alternative, _ compiled: CompiledAlternative, of indicator: CompiledIndicator
  ) -> Trace {
    let found = evaluation.found(by: compiled)
    var node = Trace(.alternative, rule.scope.word + " " + rule.condition.written, .absent)
    guard let first = found.first else { return nearest(node, rule, compiled) }
    let kept = found.filter { !evaluation.isExcepted(indicator, $0.stretch, $0.tokens) }
    node.state = kept.isEmpty ? .near : .held
    let shown = kept.first ?? first
    if kept.isEmpty { node.failed = "found, but excepted by 'unless'" }
    node.hits = (kept.isEmpty ? found : kept).prefix(Evaluation.mostTraced).map { Hit(tokens: $0.tokens) }
    var place = evaluation.everywhere(compiled.filter)
    place.stretch = shown.stretch
    let child = trace(rule.condition, compiled.condition, place)
    node.children = child.children
    return node
  }

  /// The stretch in which most of a condition holds.
  private mutating func nearest(
    _ node: Trace, _ rule: Indicator.Alternative, _ compiled: CompiledAlternative
  ) -> Trace {
    var place = evaluation.everywhere(compiled.filter)
    guard let stretch = evaluation.nearestStretch(compiled.condition, compiled.scope, place) else {
      return node
    }
    place.stretch = stretch
    let child = trace(rule.condition, compiled.condition, place)
    var node = node
    node.state = child.state == .absent ? .absent : .near
    guard node.state == .near else { return node }
    node.failed = child.failed
    node.hits = child.hits
    node.children = child.children
    return node
  }

  private mutating func item(_ number: Int) -> Trace {
    let rule = evaluation.rules.rules.items[number]
    let items = evaluation.items(ofRule: number)
    let counting = items.filter { $0.counts }
    var node = Trace(.item, rule.id, counting.isEmpty ? (items.isEmpty ? .absent : .near) : .held)
    guard opens(.item(number), &node) else { return node }
    for (position, item) in items.prefix(Evaluation.mostTraced).enumerated() {
      node.children.append(thing(item, position + 1, rule))
    }
    if items.isEmpty {
      node.children = rule.sources.map {
        Trace(.source, "from " + $0.source.written, .absent)
      }
    }
    return node
  }

  private func thing(_ item: ItemFinding, _ number: Int, _ rule: ItemRule) -> Trace {
    var node = Trace(.thing, rule.singular + " \(number)", item.counts ? .held : .near)
    node.hits = [Hit(itemAt: item.instance.stretch, rule: rule.id)]
    if !item.counts { node.failed = "does not count: 'counts when' fails" }
    for (part, hits) in zip(rule.parts, item.parts) {
      node.children.append(Trace(.part, part.name, hits.isEmpty ? .absent : .held, hits: hits))
    }
    return node
  }

  private mutating func passage(_ number: Int) -> Trace {
    let rule = evaluation.rules.rules.passages[number]
    let found = evaluation.instances(ofPassage: number)
    var node = Trace(.passage, rule.id, found.isEmpty ? .absent : .held)
    node.hits = found.prefix(Evaluation.mostTraced).map { Hit(tokens: $0.stretch, rule: rule.id) }
    guard opens(.passage(number), &node), found.isEmpty else { return node }
    node.children = rule.starts.map { Trace(.source, "starts at " + $0.written, .absent) }
    let compiled = evaluation.rules.passages[number]
    guard let condition = rule.having, let having = compiled.having else { return node }
    let open = CompiledPassage(id: compiled.id, starts: compiled.starts, end: compiled.end, having: nil)
    for instance in evaluation.search(open).prefix(3) {
      var thing = Trace(.thing, rule.id + " left out", .near, failed: "'counts when' fails")
      thing.hits = [Hit(tokens: instance.stretch, rule: rule.id)]
      let place = Place(stretch: instance.stretch, filter: .ofParts, opener: instance.opener)
      thing.children = [trace(condition, having, place)]
      node.children.append(thing)
      node.state = .near
    }
    return node
  }
}
