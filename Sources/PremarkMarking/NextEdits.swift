import PremarkRules

/// The smallest things that would move most criteria, best first.
struct NextEdits {
  /// Most edits named.
  static let most = 5

  let edits: [NextEdit]

  init(criteria: [CriterionResult], rules: RuleSet) {
    var gains: [(text: String, criteria: [String], gain: Int)] = []
    for criterion in criteria where criterion.decision != .met {
      let open = criterion.requirements.filter { $0.isEssential && $0.state != .held }
      for requirement in open {
        guard let advice = requirement.advice else { continue }
        // alone in the way of "met" counts most, then what is nearly there
        let gain = (open.count == 1 ? 4 : 0) + (requirement.state == .near ? 2 : 1)
        if let at = gains.firstIndex(where: { $0.text == advice }) {
          gains[at].criteria.append(criterion.id)
          gains[at].gain += gain
        } else {
          gains.append((advice, [criterion.id], gain))
        }
      }
    }
    let ordered = gains.enumerated().sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
    edits = ordered.prefix(Self.most).map { NextEdit(text: $0.element.text, criteria: $0.element.criteria) }
  }
}
