import PremarkRules

/// A rule with one clause weakened.
struct Weakened<Rule> {
  /// What was done, such as "without 'own'".
  let change: String
  let rule: Rule

  /// The same inside something larger.
  func inside<Whole>(_ make: (Rule) -> Whole) -> Weakened<Whole> {
    Weakened<Whole>(change: change, rule: make(rule))
  }
}

extension Condition {
  /// Every way to weaken one clause of a condition: a part dropped, an alternative dropped, a filter dropped, a count
  /// lowered, nearness widened. What stands under `not` is dropped whole and not weakened, since that would narrow it.
  func weakened(_ compiled: CompiledCondition) -> [Weakened<CompiledCondition>] {
    switch (self, compiled) {
    case (.all(let parts), .all(let resolved)) where parts.count == resolved.count:
      return Self.weakened(parts, resolved, "without") { .all($0) }
    case (.any(let parts), .any(let resolved)) where parts.count == resolved.count:
      return Self.weakened(parts, resolved, "without the alternative") { .any($0) }
    case (.together(let a, let b, let within), .together(let first, let second, _)):
      return Self.weakened(a, b, within, first, second)
    case (.filtered(let inner, let filters), .filtered(let resolved, let change)):
      return Self.weakened(inner, filters, resolved, change)
    case (.atLeast(let count, let term, let different, _), .atLeast(_, let resolved, _)):
      var all: [Weakened<CompiledCondition>] = []
      if count > 1 {
        all.append(
          .init(
            change: "\(count - 1) \(term.written) instead of \(count)",
            rule: .atLeast(count - 1, resolved, different)))
      }
      if different != nil {
        all.append(
          .init(change: "without 'different' before '\(term.written)'", rule: .atLeast(count, resolved, nil)))
      }
      return all
    case (.linked(let count, let term, _), .linked(_, let resolved)) where count > 1:
      return [
        .init(change: "\(count - 1) \(term.written) instead of \(count)", rule: .linked(count - 1, resolved))
      ]
    case (.compared(let comparison, _), .compared(let resolved)):
      var all: [Weakened<CompiledCondition>] = [
        .init(
          change: "without '" + comparison.relation.written + " " + comparison.second.written + "'",
          rule: .term(resolved.first))
      ]
      if !comparison.about.isEmpty {
        all.append(
          .init(
            change: "without '" + comparison.about.aboutTheSame.dropFirst() + "'",
            rule: .compared(resolved.withoutAbout)))
      }
      return all
    case (.about(let a, let b, let within, let same), .about(let first, let second, _, let slots)):
      return [
        .init(
          change: "without '" + same.aboutTheSame.dropFirst() + "'",
          rule: .together(first, second, within))
      ] + a.weakened(first).map { $0.inside { .about($0, second, within, slots: slots) } }
        + b.weakened(second).map { $0.inside { .about(first, $0, within, slots: slots) } }
    default: return []
    }
  }

  private static func weakened(
    _ parts: [Condition], _ resolved: [CompiledCondition], _ without: String,
    _ make: ([CompiledCondition]) -> CompiledCondition
  ) -> [Weakened<CompiledCondition>] {
    var all: [Weakened<CompiledCondition>] = []
    for (number, part) in parts.enumerated() {
      var rest = resolved
      if parts.count > 1 {
        rest.remove(at: number)
        all.append(
          .init(change: without + " '" + part.written + "'", rule: rest.count == 1 ? rest[0] : make(rest)))
      }
      for weaker in part.weakened(resolved[number]) {
        all.append(
          weaker.inside { inner in
            var changed = resolved
            changed[number] = inner
            return make(changed)
          })
      }
    }
    return all
  }

  private static func weakened(
    _ a: Condition, _ b: Condition, _ within: Within, _ first: CompiledCondition, _ second: CompiledCondition
  ) -> [Weakened<CompiledCondition>] {
    var all: [Weakened<CompiledCondition>] = [
      .init(change: "without '" + b.written + "' beside '" + a.written + "'", rule: first),
      .init(change: "without '" + a.written + "' beside '" + b.written + "'", rule: second),
    ]
    switch within {
    case .words(let most):
      all.append(.init(change: "more than \(most) words apart", rule: .together(first, second, .sentence)))
    case .order: all.append(.init(change: "in any order", rule: .together(first, second, .sentence)))
    default: break
    }
    all += a.weakened(first).map { $0.inside { .together($0, second, within) } }
    all += b.weakened(second).map { $0.inside { .together(first, $0, within) } }
    return all
  }

  private static func weakened(
    _ inner: Condition, _ filters: [Filter], _ resolved: CompiledCondition, _ change: FilterChange
  ) -> [Weakened<CompiledCondition>] {
    var all: [Weakened<CompiledCondition>] = []
    for number in filters.indices {
      var rest = filters
      let dropped = rest.remove(at: number)
      all.append(
        .init(
          change: "without '" + dropped.written + "'",
          rule: .filtered(resolved, change.without(number, of: filters))))
    }
    if case .all(let parts) = inner, parts.isEmpty { return all }
    var core = resolved
    var stands = false
    if case .all(let parts) = resolved, parts.count == 2, case .clause = parts[0], !inner.isAll {
      core = parts[1]
      stands = true
    }
    return all
      + inner.weakened(core).map { weaker in
        weaker.inside { .filtered(stands ? .all([.clause, $0]) : $0, change) }
      }
  }

  private var isAll: Bool {
    if case .all = self { return true }
    return false
  }
}

extension FilterChange {
  /// The change that the filters make without one of them.
  func without(_ number: Int, of filters: [Filter]) -> FilterChange {
    var slots: [(reference: Reference, slot: Int)] = []
    var names: [(name: String, resolved: CompiledRules.Name)] = []
    let (headings, insides) = (demands?.headings ?? [], demands?.insides ?? [])
    for filter in filters {
      if case .headed(let reference, _) = filter, slots.count < headings.count {
        slots.append((reference, headings[slots.count].slot))
      }
      if case .inside(let name, _) = filter, names.count < insides.count {
        names.append((name, insides[names.count].name))
      }
    }
    var rest = filters
    rest.remove(at: number)
    var known: [String: CompiledRules.Name] = [:]
    for (name, resolved) in names { known[name] = resolved }
    return FilterChange(
      rest, slot: { reference in slots.first { $0.reference == reference }?.slot ?? 0 }, names: known)
  }
}

extension Test {
  /// Every way to weaken one clause of a test, as for conditions; a whole line that counts one thing is not dropped here.
  func weakened(_ compiled: CompiledTest) -> [Weakened<CompiledTest>] {
    switch (self, compiled) {
    case (.all(let parts), .all(let resolved)):
      return Self.weakened(parts, resolved, "without") { .all($0) }
    case (.any(let parts), .any(let resolved)):
      return Self.weakened(parts, resolved, "without the alternative") { .any($0) }
    case (.atLeast(let count, let thing), .count(_, let most, let resolved)):
      var all: [Weakened<CompiledTest>] = []
      if count > 1 {
        all.append(
          .init(
            change: "at least \(count - 1) instead of \(count)",
            rule: .count(min: count - 1, max: most, resolved)))
      }
      return all + thing.weakened(resolved).map { $0.inside { .count(min: count, max: most, $0) } }
    case (.atMost(let count, _), .count(let least, _, let resolved)):
      return [
        .init(
          change: "at most \(count + 1) instead of \(count)",
          rule: .count(min: least, max: count + 1, resolved))
      ]
    case (.share(let share, _, let condition), .share(_, let resolved, let having)):
      var all: [Weakened<CompiledTest>] = []
      switch share {
      case .all:
        all.append(.init(change: "'most' instead of 'all'", rule: .share(.most, resolved, having: having)))
      case .most:
        all.append(
          .init(change: "'half of' instead of 'most'", rule: .share(.half, resolved, having: having)))
      case .half, .none: break
      }
      return all
        + condition.weakened(having.condition).map {
          $0.inside { .share(share, resolved, having: CompiledPart(condition: $0, names: having.names)) }
        }
    default: return []
    }
  }

  private static func weakened(
    _ parts: [Test], _ resolved: [CompiledTest], _ without: String, _ make: ([CompiledTest]) -> CompiledTest
  ) -> [Weakened<CompiledTest>] {
    var all: [Weakened<CompiledTest>] = []
    for (number, part) in parts.enumerated() where parts.count == resolved.count {
      if parts.count > 1 {
        var rest = resolved
        rest.remove(at: number)
        all.append(.init(change: without + " '" + part.written + "'", rule: make(rest)))
      }
      for weaker in part.weakened(resolved[number]) {
        all.append(
          weaker.inside { inner in
            var changed = resolved
            changed[number] = inner
            return make(changed)
          })
      }
    }
    return all
  }
}

extension Thing {
  fileprivate func weakened(_ compiled: CompiledThing) -> [Weakened<CompiledThing>] {
    var all: [Weakened<CompiledThing>] = []
    if let having, let resolved = compiled.having {
      all.append(
        .init(change: "without 'with " + having.written + "'", rule: compiled.changed(having: nil)))
      all += having.weakened(resolved).map { $0.inside { compiled.changed(having: $0) } }
    }
    if let different {
      all.append(
        .init(
          change: "without 'different … by " + different.rawValue + "'",
          rule: compiled.changed(having: compiled.having, isDifferent: false)))
    }
    if spreadDays != nil {
      all.append(
        .init(
          change: "without 'over at least …'",
          rule: compiled.changed(having: compiled.having, isSpread: false)))
    }
    return all
  }
}

extension CompiledThing {
  fileprivate func changed(
    having: CompiledCondition?, isDifferent: Bool = true, isSpread: Bool = true
  ) -> CompiledThing {
    CompiledThing(
      term: term, having: having, different: isDifferent ? different : nil,
      spreadDays: isSpread ? spreadDays : nil, singular: singular, plural: plural, item: item)
  }
}
