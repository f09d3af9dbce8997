/// How a text tries an alternative.
public enum Reach: Sendable {
  /// Something is found by it.
  case found
  /// Words of it are there, and nothing is found by it.
  case left
  /// Nothing of it is there.
  case none
}

extension Evaluation {
  /// How this text tries an alternative of an indicator, both by number.
  public func reach(ofIndicator number: Int, alternative: Int) -> Reach {
    let indicator = rules.indicators[number]
    let compiled = indicator.alternatives[alternative]
    let found = found(by: compiled)
    if found.contains(where: { !isExcepted(indicator, $0.stretch, $0.tokens) }) { return .found }
    if !found.isEmpty { return .left }
    return nearestStretch(compiled.condition, compiled.scope, everywhere(compiled.filter)) == nil
      ? .none : .left
  }

  /// True where an `unless` of an indicator, by number, takes back what an alternative finds.
  public func excepts(indicator number: Int, exception: Int) -> Bool {
    let indicator = rules.indicators[number]
    let only = CompiledIndicator(
      id: indicator.id, alternatives: indicator.alternatives, unless: [indicator.unless[exception]])
    return indicator.alternatives.contains { alternative in
      found(by: alternative).contains { isExcepted(only, $0.stretch, $0.tokens) }
    }
  }

  /// True where a passage of a rule begins by its start of that number.
  public func hasPassage(_ number: Int, from start: Int) -> Bool {
    let rule = rules.passages[number]
    guard rule.starts.indices.contains(start) else { return false }
    let only = CompiledPassage(id: rule.id, starts: [rule.starts[start]], end: rule.end, having: rule.having)
    return !search(only).isEmpty
  }

  /// True where an item that counts comes from the source of that number.
  public func hasItem(_ number: Int, fromSource source: Int) -> Bool {
    items(ofRule: number).contains { $0.counts && $0.source == source }
  }
}
