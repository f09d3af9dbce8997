public import PremarkAnnotation

/// What sort of rule found something.
public enum FindingSort: Sendable {
  case term, indicator, passage, item
}

extension CompiledRules {
  /// What sort of rule has an id; a plain term for nil and for ids that no rule has.
  public func sort(of rule: String?) -> FindingSort {
    switch rule.flatMap({ names[$0] }) {
    case nil: .term
    case .indicator?: .indicator
    case .passage?: .passage
    case .item?: .item
    }
  }

  /// Roles a rule asks for by name ("in a review role", "rows of a table with an objective column"), whichever of its
  /// alternatives does; empty where it asks for none. Linear in the length of the rule.
  public func roles(askedBy rule: String?) -> [Role] {
    var asked = AskedRoles()
    switch rule.flatMap({ names[$0] }) {
    case nil: break
    case .indicator(let number)?:
      for alternative in indicators[number].alternatives { asked.add(alternative.condition) }
    case .passage(let number)?:
      for case .row(let role) in passages[number].starts { asked.add([role]) }
      if let having = passages[number].having { asked.add(having) }
    case .item(let number)?:
      for (source, having) in items[number].sources {
        asked.add(source)
        if let having { asked.add(having) }
      }
    }
    return Role.allCases.enumerated().filter { asked.mask & (1 << UInt32($0.offset)) != 0 }.map { $0.element }
  }
}

extension CompiledRules {
  /// True where a rule looks for what was done or came of it: a passage, or an indicator with an alternative that asks
  /// for nothing weaker.
  public func asksForDeeds(_ rule: String?) -> Bool {
    switch rule.flatMap({ names[$0] }) {
    case .passage?: true
    case .indicator(let number)?: indicators[number].alternatives.contains { Self.asksForDeeds($0.condition) }
    case .item?, nil: false
    }
  }

  private static func asksForDeeds(_ condition: CompiledCondition) -> Bool {
    switch condition {
    case .filtered(let inner, let change):
      change.strengths.map { $0 & ClauseFilter.undone == 0 } ?? asksForDeeds(inner)
    case .all(let parts), .any(let parts): parts.contains(where: asksForDeeds)
    case .together(let a, let b, _), .about(let a, let b, _, _): asksForDeeds(a) || asksForDeeds(b)
    case .term, .clause, .not, .atLeast, .linked, .compared: false
    }
  }
}

/// Gathers the roles that conditions want.
private struct AskedRoles {
  /// Bit n: the n-th case of `Role.allCases`.
  var mask: UInt32 = 0

  mutating func add(_ roles: [Role]) {
    for (place, role) in Role.allCases.enumerated() where roles.contains(role) { mask |= 1 << UInt32(place) }
  }

  mutating func add(_ source: CompiledItem.Source) {
    switch source {
    case .rows(let roles): add(roles)
    case .listsWithRole(let role), .paragraphsWithRole(let role), .cellsWithRole(let role): add([role])
    case .statements(let condition): add(condition)
    case .listsUnder, .passages, .labelled: break
    }
  }

  mutating func add(_ condition: CompiledCondition) {
    switch condition {
    case .term(.column(let role)), .atLeast(_, .column(let role), _): add([role])
    case .term, .atLeast, .clause, .linked, .compared, .not: break
    case .all(let parts), .any(let parts): for part in parts { add(part) }
    case .filtered(let inner, let change):
      for test in change.demands?.roles ?? [] where test.isWanted { mask |= test.mask }
      add(inner)
    case .together(let a, let b, _), .about(let a, let b, _, _):
      add(a)
      add(b)
    }
  }
}
