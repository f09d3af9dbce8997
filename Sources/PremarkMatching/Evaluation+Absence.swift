import PremarkRules

/// Conditions that no stretch of the text can meet, told without looking at one.
///
/// Most rules of a large set ask for words that a text does not have; they end here. Only word lists and entities are
/// looked up, never rules; where that does not settle it, the answer is "it may hold". The naive twin does not ask.
extension Evaluation {
  /// True where something that the condition cannot do without is nowhere in the text.
  func cannotHold(_ condition: CompiledCondition?) -> Bool {
    guard usesAnchors, let condition else { return false }
    return lacks(condition)
  }

  /// True where the term's words or entities are nowhere in the text.
  func isAbsent(_ term: CompiledTerm) -> Bool {
    switch term {
    case .slot(let slot), .label(let slot): usesAnchors && matcher.isAbsent(slot: slot)
    case .nothing: true
    case .indicator, .passage, .item, .part, .column: false
    }
  }

  private func lacks(_ condition: CompiledCondition) -> Bool {
    switch condition {
    case .term(let term): isAbsent(term)
    case .atLeast(let count, let term, _): count > 0 && isAbsent(term)
    case .compared(let comparison): isAbsent(comparison.first) || isAbsent(comparison.second)
    case .all(let parts): parts.contains { lacks($0) }
    case .any(let parts): parts.allSatisfy { lacks($0) }
    case .together(let a, let b, _), .about(let a, let b, _, _): lacks(a) || lacks(b)
    case .filtered(let inner, _): lacks(inner)
    case .not, .clause, .linked: false
    }
  }
}
