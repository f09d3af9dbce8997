import PremarkAnnotation
import PremarkMatching
import PremarkRules

/// The items found, in document order, numbered within their kind.
struct Ledger {
  let entries: [LedgerEntry]

  init(_ evaluation: Evaluation, _ quoting: Quoting) {
    var found: [(rule: Int, number: Int, item: ItemFinding)] = []
    for rule in evaluation.rules.rules.items.indices {
      for (number, item) in evaluation.items(ofRule: rule).enumerated() {
        found.append((rule, number + 1, item))
      }
    }
    found.sort {
      ($0.item.instance.stretch.lowerBound, $0.rule) < ($1.item.instance.stretch.lowerBound, $1.rule)
    }
    entries = found.map { rule, number, item in
      let content = evaluation.rules.rules.items[rule]
      let parts = zip(content.parts, item.parts).map { part, hits in
        (name: part.name, evidence: quoting.evidence(hits, most: 3, for: .part))
      }
      return LedgerEntry(
        kind: content.id, singular: content.singular, number: number,
        at: quoting.opening(of: item.instance.stretch, rule: content.id),
        counts: item.counts, parts: parts, links: [])
    }
  }
}
