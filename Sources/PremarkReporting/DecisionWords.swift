import PremarkDocument
import PremarkMarking
import PremarkText

/// The words assessors use for a decision, the same in every report for people.
extension Level {
  /// "Met", "Partly met", "Not yet met".
  var words: String {
    switch self {
    case .met: "Met"
    case .partly: "Partly met"
    case .notMet: "Not yet met"
    }
  }

  /// A sign beside the word, never instead of it.
  var sign: String {
    switch self {
    case .met: "●"
    case .partly: "◐"
    case .notMet: "○"
    }
  }

  var ink: Ink {
    switch self {
    case .met: .good
    case .partly: .partial
    case .notMet: .open
    }
  }
}

extension Format {
  /// What people call it.
  var words: String {
    switch self {
    case .docx: "Word document"
    case .odt: "OpenDocument text"
    case .html: "web page"
    case .markdown: "Markdown"
    case .text: "plain text"
    case .pdf: "PDF"
    case .rtf: "Rich Text"
    }
  }
}

extension MarkingResult {
  /// How many criteria came to `level`.
  func count(_ level: Level) -> Int { criteria.count { $0.decision == level } }

  var mistakesFound: [MistakeResult] { mistakes.filter { $0.found } }

  /// "2 of 4 criteria met, 1 partly met, 1 not yet met" with `verb` ("look", "proposed as") before the first "met".
  func outcome(_ verb: String) -> String {
    var words = "\(count(.met)) of \(criteria.count) criteria \(verb) met"
    if count(.partly) > 0 { words += ", \(count(.partly)) partly met" }
    if count(.notMet) > 0 { words += ", \(count(.notMet)) not yet met" }
    return words
  }
}

/// "1 mistake", "2 mistakes".
func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
  count == 1 ? "1 \(singular)" : "\(count) \(plural)"
}

/// Which of the things a criterion's requirements say a report prints beside its feedback, so that nothing is said twice.
struct CriterionWords {
  /// Evidence that speaks for the criterion, held requirements' first, each span once.
  let shown: [Evidence]
  /// What speaks against it.
  let against: [Evidence]
  /// What failed, in words.
  let missing: [String]
  /// Advice that the feedback does not already hold.
  let steps: [String]

  init(_ criterion: CriterionResult) {
    var shown: [Evidence] = []
    for state in [State.held, .near, .contradicted] {
      for requirement in criterion.requirements where requirement.state == state {
        for evidence in requirement.evidence where !shown.contains(where: { $0.covers(evidence) }) {
          shown.append(evidence)
        }
      }
    }
    self.shown = shown
    var against: [Evidence] = []
    for requirement in criterion.requirements {
      for evidence in requirement.counterEvidence where !against.contains(where: { $0.covers(evidence) }) {
        against.append(evidence)
      }
    }
    self.against = against
    let open = criterion.requirements.filter { $0.state != .held }
    missing = Self.new(open.compactMap { $0.failed }, notIn: criterion.feedback)
    steps = Self.new(open.compactMap { $0.advice }, notIn: criterion.feedback)
  }

  private static func new(_ texts: [String], notIn feedback: String) -> [String] {
    var kept: [String] = []
    for text in texts where !text.isEmpty && !kept.contains(text) && !feedback.utf8.holds(text.utf8) {
      kept.append(text)
    }
    return kept
  }
}

extension Evidence {
  fileprivate func covers(_ other: Evidence) -> Bool { block == other.block && span.contains(other.span) }
}

extension String.UTF8View {
  /// True where `part` stands somewhere inside.
  fileprivate func holds(_ part: String.UTF8View) -> Bool {
    let text = Array(self)
    let part = Array(part)
    guard let first = part.first, part.count <= text.count else { return part.isEmpty }
    for start in 0...text.count - part.count where text[start] == first {
      if text[start..<start + part.count].elementsEqual(part) { return true }
    }
    return false
  }
}
