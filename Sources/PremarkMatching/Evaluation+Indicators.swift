import PremarkAnnotation
import PremarkRules

extension Evaluation {
  /// All findings of an indicator: at most one a stretch and alternative, none inside another.
  func search(_ indicator: CompiledIndicator) -> [Finding] {
    var findings: [Finding] = []
    for alternative in indicator.alternatives {
      for finding in found(by: alternative) {
        if isExcepted(indicator, finding.stretch, finding.tokens) { continue }
        findings.append(finding)
        let place = Place(stretch: finding.stretch, filter: alternative.filter)
        for lead in leads(alternative.condition, place) where !finding.tokens.overlaps(lead.tokens) {
          findings.append(Finding(tokens: lead.tokens, stretch: finding.stretch, hits: [lead]))
        }
      }
    }
    return withoutOverlaps(findings)
  }

  /// Where an alternative holds, exceptions not asked: one finding a stretch, in document order.
  func found(by alternative: CompiledAlternative) -> [Finding] {
    if cannotHold(alternative.condition) { return [] }
    let everywhere = Place(stretch: 0..<text.tokens.count, filter: alternative.filter)
    var findings: [Finding] = []
    for stretch in stretches(for: alternative.condition, alternative.scope, everywhere) {
      // a section in which one below it has been found says nothing more
      if alternative.scope == .section, let last = findings.last, stretch.contains(last.stretch.lowerBound) {
        continue
      }
      var place = everywhere
      place.stretch = stretch
      var hits: [Hit] = []
      guard holds(alternative.condition, place, &hits) else { continue }
      // what a value is compared with may stand elsewhere: it is cited, and no part of the finding
      let inside = hits.filter { $0.tokens.overlaps(stretch) }
      guard let hull = Self.hull(inside) ?? Self.hull(hits) else { continue }
      findings.append(Finding(tokens: hull, stretch: stretch, hits: hits))
    }
    return findings
  }

  /// Every finding in the stretch of the term a condition opens with: each counts by itself.
  private func leads(_ condition: CompiledCondition, _ place: Place) -> [Hit] {
    switch condition {
    case .term(.slot(let slot)): return all(of: .slot(slot), place)
    case .all(let parts):
      guard let first = parts.first else { return [] }
      return leads(first, place)
    case .together(let first, _, _), .about(let first, _, _, _): return leads(first, place)
    case .any(let parts): return parts.flatMap { leads($0, place) }
    case .filtered(let inner, let change):
      var narrowed = place
      narrowed.filter = change.applied(to: place.filter)
      return leads(inner, narrowed)
    case .term, .not, .atLeast, .clause, .linked, .compared: return []
    }
  }

  /// True where an `unless` of the rule holds in the same stretch, or in its own around the finding.
  func isExcepted(_ indicator: CompiledIndicator, _ stretch: Range<Int>, _ hull: Range<Int>) -> Bool {
    for exception in indicator.unless {
      let around = layout.stretch(.init(exception.scope), around: hull.lowerBound, index)
      var ignored: [Hit] = []
      let place = Place(stretch: around, filter: exception.filter)
      if holds(exception.condition, place, &ignored) { return true }
    }
    return false
  }

  /// The first alternative's finding wins where stretches overlap.
  private func withoutOverlaps(_ findings: [Finding]) -> [Finding] {
    var kept: [Finding] = []
    let ordered = findings.enumerated().sorted {
      ($0.element.tokens.lowerBound, $0.offset) < ($1.element.tokens.lowerBound, $1.offset)
    }
    for (_, finding) in ordered {
      if let last = kept.last, last.tokens.upperBound > finding.tokens.lowerBound { continue }
      kept.append(finding)
    }
    return kept
  }
}
