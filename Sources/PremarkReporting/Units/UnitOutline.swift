import PremarkRules
import PremarkText

/// A unit as other systems take it: learning outcomes with the criteria under them, each with a code.
struct UnitOutline {
  /// A criterion and its code.
  struct Item {
    /// `1.2`: the outcome's number and the criterion's in it; `3` for a criterion of no outcome.
    let code: String
    let criterion: Criterion
  }

  /// A learning outcome, or a criterion that belongs to none.
  struct Branch {
    let code: String
    /// Words of the outcome; nil for a criterion that names none.
    let title: String?
    fileprivate(set) var items: [Item]
  }

  let unit: Unit
  /// In the order of the rules: an outcome stands where its first criterion does.
  private(set) var branches: [Branch] = []

  init(_ rules: RuleSet) {
    unit = rules.unit
    for criterion in rules.criteria {
      if let title = criterion.learningOutcome, let place = branches.firstIndex(where: { $0.title == title })
      {
        let code = branches[place].code + ".\(branches[place].items.count + 1)"
        branches[place].items.append(Item(code: code, criterion: criterion))
      } else {
        let code = "\(branches.count + 1)"
        let own = criterion.learningOutcome == nil ? code : code + ".1"
        branches.append(
          Branch(
            code: code, title: criterion.learningOutcome, items: [Item(code: own, criterion: criterion)]))
      }
    }
  }

  /// Every criterion, in the order of the codes.
  var items: [Item] { branches.flatMap { $0.items } }
}

extension Criterion {
  /// The marking point; the title where none is written.
  var markingPoint: String { because.isEmpty ? title : because }

  /// What a learner has to show, in the words of the rules: essential parts first, then supporting ones.
  var evidenceGuidance: String {
    let parts = [(true, "Wanted: "), (false, "Of use: ")].compactMap { (isEssential, opening) -> String? in
      let wanted = requirements.filter { $0.isEssential == isEssential }.compactMap { $0.missing }
        .filter(Self.isWhole)
      return wanted.isEmpty ? nil : opening + wanted.joined(separator: "; ") + "."
    }
    return parts.joined(separator: " ")
  }

  /// The next steps of all essential requirements.
  var advice: String {
    requirements.filter { $0.isEssential }.compactMap { $0.advice }.filter(Self.isWhole)
      .joined(separator: " ")
  }

  /// False for words with a gap that only a submission fills.
  private static func isWhole(_ words: String) -> Bool { !words.utf8.contains(UInt8(ascii: "{")) }
}
