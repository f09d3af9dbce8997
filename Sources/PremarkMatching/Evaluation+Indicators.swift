import PremarkAnnotation
import PremarkRules

extension Evaluation {
  /// All findings of an indicator: at most one a stretch and alternative, none inside another.
  func search(_ indicator: CompiledIndicator) -> [Finding] {
    var findings: [Finding] = []
    for alternative in indicator.alternatives {
      let everywhere = Place(stretch: 0..<text.tokens.count, filter: alternative.filter)
      for stretch in stretches(for: alternative.condition, alternative.scope, everywhere) {
        var place = everywhere
        place.stretch = stretch
        var hits: [Hit] = []
        guard holds(alternative.condition, place, &hits), let hull = Self.hull(hits) else { continue }
        if isExcepted(indicator, stretch, hull) { continue }
        findings.append(Finding(tokens: hull, stretch: stretch, hits: hits))
      }
    }
    return withoutOverlaps(findings)
  }

  /// True where an `unless` of the rule holds in the same stretch, or in its own around the finding.
  private func isExcepted(_ indicator: CompiledIndicator, _ stretch: Range<Int>, _ hull: Range<Int>) -> Bool {
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
      if let last = kept.last, last.tokens.upperBound > finding.tokens.lowerBound,
        last.stretch.upperBound > finding.stretch.lowerBound
      {
        continue
      }
      kept.append(finding)
    }
    return kept
  }
}
