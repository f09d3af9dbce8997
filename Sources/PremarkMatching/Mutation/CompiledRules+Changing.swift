import PremarkRules

/// A source of items with the condition after its comma, as compiled.
typealias ResolvedSource = (source: CompiledItem.Source, having: CompiledCondition?)

extension ItemRule {
  /// Every way to weaken the source of that number.
  func weakened(source number: Int, _ compiled: ResolvedSource) -> [Weakened<ResolvedSource>] {
    let (source, having, _) = sources[number]
    var all: [Weakened<ResolvedSource>] = []
    if let having, let resolved = compiled.having {
      all.append(.init(change: "without ', " + having.written + "'", rule: (compiled.source, nil)))
      all += having.weakened(resolved).map { $0.inside { (compiled.source, $0) } }
    }
    if case .statements(let condition) = source, case .statements(let resolved) = compiled.source {
      all += condition.weakened(resolved).map { $0.inside { (.statements($0), compiled.having) } }
    }
    if case .rows(let roles) = source, roles.count > 1, case .rows(let resolved) = compiled.source {
      for (position, role) in roles.enumerated() where roles.count == resolved.count {
        var rest = resolved
        rest.remove(at: position)
        all.append(.init(change: "without the " + role + " column", rule: (.rows(rest), compiled.having)))
      }
    }
    return all
  }
}

extension CompiledItem {
  /// With another source in the place of one, or without it.
  func changed(source number: Int, to source: ResolvedSource?) -> CompiledItem {
    var sources = sources
    if let source { sources[number] = source } else { sources.remove(at: number) }
    return CompiledItem(id: id, sources: sources, knownBy: knownBy, countsWhen: countsWhen, parts: parts)
  }

  func changed(countsWhen: CompiledCondition?) -> CompiledItem {
    CompiledItem(id: id, sources: sources, knownBy: knownBy, countsWhen: countsWhen, parts: parts)
  }

  func changed(part number: Int, to condition: CompiledCondition) -> CompiledItem {
    var parts = parts
    parts[number].condition = condition
    return CompiledItem(id: id, sources: sources, knownBy: knownBy, countsWhen: countsWhen, parts: parts)
  }
}

extension CompiledCriterion {
  func changed(requirement number: Int, to requirement: CompiledRequirement) -> CompiledCriterion {
    var requirements = requirements
    requirements[number] = requirement
    return CompiledCriterion(
      requirements: requirements, metWhen: metWhen, partlyWhen: partlyWhen, refer: refer)
  }
}

extension CompiledRequirement {
  func changed(heldIf: CompiledTest) -> CompiledRequirement {
    CompiledRequirement(heldIf: heldIf, nearIf: nearIf, contradictedBy: contradictedBy, firmIf: firmIf)
  }

  func changed(contradictedBy: CompiledTest?) -> CompiledRequirement {
    CompiledRequirement(heldIf: heldIf, nearIf: nearIf, contradictedBy: contradictedBy, firmIf: firmIf)
  }
}
