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

/// With a capital letter in front: "a career goal" → "A career goal".
func capitalised(_ words: String) -> String {
  var bytes = Array(words.utf8)
  if let first = bytes.first, first &- 0x61 < 26 { bytes[0] = first &- 0x20 }
  return String(decoding: bytes, as: UTF8.self)
}

extension State {
  /// What a state is called to the reader.
  var words: String {
    switch self {
    case .held: "shown"
    case .near: "nearly shown"
    case .contradicted: "spoken against"
    case .absent: "not found"
    }
  }
}

extension RequirementResult {
  /// "A date for each objective (essential): ", as a person reads it.
  var heading: String { "\(capitalised(title)) (\(isEssential ? "essential" : "supporting")): " }

  /// What failed, where that is more than what it asks for.
  var failedBeyondTitle: String? { state == .held || failed == title ? nil : failed }
}

/// Which of the things a criterion's requirements say a report prints beside its feedback, so that nothing is said twice.
struct CriterionWords {
  /// Evidence that speaks for the criterion, something for each requirement first, those held before the rest.
  let shown: [Evidence]
  /// What speaks against it.
  let against: [Evidence]
  /// What failed, in words.
  let missing: [String]
  /// Advice that the feedback does not already hold.
  let steps: [String]
  /// Why a person must look, with the requirements' titles for their ids; nil where none need.
  let refer: String?

  init(_ criterion: CriterionResult) {
    let held = criterion.requirements.filter { $0.state == .held }
    let rest = criterion.requirements.filter { $0.state != .held }
    shown = Self.inTurn((held + rest).map { $0.evidence })
    against = Self.inTurn(criterion.requirements.map { $0.counterEvidence })
    let open = rest
    missing = Self.new(open.compactMap { $0.failed }, notIn: criterion.feedback)
    steps = Self.new(open.compactMap { $0.advice }, notIn: criterion.feedback)
    refer = criterion.refer.map { Self.spoken($0, criterion.requirements) }
  }

  /// The strongest of each list, then the second of each and so on; nothing that something before covers.
  private static func inTurn(_ lists: [[Evidence]]) -> [Evidence] {
    let lists = lists.map { list in
      list.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map {
        $0.element
      }
    }
    var taken: [Evidence] = []
    for place in 0..<(lists.map { $0.count }.max() ?? 0) {
      for list in lists where place < list.count && !taken.contains(where: { $0.covers(list[place]) }) {
        taken.append(list[place])
      }
    }
    return taken
  }

  /// A sentence in which `'second-competency'` reads "a second competency".
  private static func spoken(_ why: String, _ requirements: [RequirementResult]) -> String {
    var words = Array(why.utf8)
    for requirement in requirements {
      let quoted = [0x27] + Array(requirement.id.utf8) + [0x27]
      guard let at = words.firstIndex(of: quoted) else { continue }
      words.replaceSubrange(at..<at + quoted.count, with: requirement.title.utf8)
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func new(_ texts: [String], notIn feedback: String) -> [String] {
    var kept: [String] = []
    for text in texts
    where !text.isEmpty && !kept.contains(text)
      && Array(feedback.utf8).firstIndex(of: Array(text.utf8)) == nil
    {
      kept.append(text)
    }
    return kept
  }
}

extension Evidence {
  /// True where the words of the other are among those quoted for this one; a row is quoted by its cells.
  fileprivate func covers(_ other: Evidence) -> Bool {
    if cells.count > 1 {
      return other.cells.isEmpty ? cells.contains(other.block) : other.cells.allSatisfy(cells.contains)
    }
    return block == other.block && span.contains(other.span)
  }
}

extension [UInt8] {
  /// Where `part` begins first, or nil. O(*n* × *m*).
  fileprivate func firstIndex(of part: [UInt8]) -> Int? {
    guard let first = part.first, part.count <= count else { return nil }
    for start in 0...count - part.count where self[start] == first {
      if self[start..<start + part.count].elementsEqual(part) { return start }
    }
    return nil
  }
}
