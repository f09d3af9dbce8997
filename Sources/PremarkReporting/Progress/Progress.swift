import PremarkDocument
public import PremarkMarking
import PremarkText

/// What has changed between two versions of one submission, marked against the same unit.
///
/// Evidence is told apart by its words, letter case and white space aside, within one requirement: a passage that only
/// moved is neither gained nor lost; one that was rewritten is both.
public struct Progress: Sendable {
  /// What became of one requirement.
  public struct Step: Sendable {
    /// The requirement as it is now.
    public let requirement: RequirementResult
    /// How it ended before.
    public let before: State
    /// Evidence in the later version that the earlier had not.
    public let gained: [Evidence]
    /// Evidence in the earlier version that the later has not.
    public let lost: [Evidence]

    /// Whether anything changed.
    public var isChange: Bool { before != requirement.state || !gained.isEmpty || !lost.isEmpty }
  }

  /// What became of one criterion.
  public struct Change: Sendable {
    /// The criterion as it is now.
    public let criterion: CriterionResult
    /// What was proposed before.
    public let before: Level
    /// Its requirements that changed, in the order of the rules.
    public let steps: [Step]

    /// Evidence that any requirement gained, each place once, in document order.
    var gained: [Evidence] { Self.places(steps.flatMap { $0.gained }) }
    /// Evidence that any requirement lost, each place once, in document order.
    var lost: [Evidence] { Self.places(steps.flatMap { $0.lost }) }

    /// One requirement may rest on part of what another rests on: the longer is kept.
    private static func places(_ evidence: [Evidence]) -> [Evidence] {
      var places: [Evidence] = []
      for item in evidence.sorted(by: {
        ($0.block, $0.span.start, -$0.span.end) < ($1.block, $1.span.start, -$1.span.end)
      }) {
        if let last = places.last, last.block == item.block, item.span.end <= last.span.end { continue }
        places.append(item)
      }
      return places
    }
  }

  /// The version before.
  public let earlier: Report
  /// The version now.
  public let later: Report
  /// In the order of the rules, those without any change too.
  public let changes: [Change]
  /// Mistakes of the earlier version that the later does not have.
  public let mistakesGone: [MistakeResult]
  /// Mistakes that only the later version has.
  public let mistakesNew: [MistakeResult]

  /// Compares two reports on the same unit by the same rules. Quadratic in the evidence of a requirement.
  public init(from earlier: Report, to later: Report) {
    self.earlier = earlier
    self.later = later
    changes = later.result.criteria.compactMap { criterion in
      guard let old = earlier.result.criteria.first(where: { $0.id == criterion.id }) else { return nil }
      let steps = criterion.requirements.compactMap { requirement -> Step? in
        guard let before = old.requirements.first(where: { $0.id == requirement.id }) else { return nil }
        let step = Self.step(from: before, earlier, to: requirement, later)
        return step.isChange ? step : nil
      }
      return Change(criterion: criterion, before: old.decision, steps: steps)
    }
    let (old, new) = (earlier.result.mistakesFound, later.result.mistakesFound)
    mistakesGone = old.filter { mistake in !new.contains { $0.id == mistake.id } }
    mistakesNew = new.filter { mistake in !old.contains { $0.id == mistake.id } }
  }

  private static func step(
    from before: RequirementResult, _ earlier: Report, to after: RequirementResult, _ later: Report
  ) -> Step {
    let old = before.state == .held ? before.evidence : []
    let new = after.state == .held ? after.evidence : []
    let (oldWords, newWords) = (old.map { words($0, earlier) }, new.map { words($0, later) })
    return Step(
      requirement: after, before: before.state,
      gained: zip(new, newWords).filter { !oldWords.contains($0.1) }.map { $0.0 },
      lost: zip(old, oldWords).filter { !newWords.contains($0.1) }.map { $0.0 })
  }

  /// The words of evidence in small letters, white space as one space.
  private static func words(_ evidence: Evidence, _ report: Report) -> [UInt8] {
    var words: [UInt8] = []
    for byte in report.document.blocks[evidence.block].text[evidence.span.range] {
      if byte > 0x20 {
        words.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    return words
  }

  /// "2 criteria came up, 1 went down, 6 stayed as they were."
  var summary: String {
    let up = changes.count { $0.criterion.decision > $0.before }
    let down = changes.count { $0.criterion.decision < $0.before }
    let stayed = changes.count - up - down
    return "\(counted(up, "criterion", "criteria")) came up, \(down) went down, \(stayed) stayed as"
      + (stayed == 1 ? " it was." : " they were.")
  }
}

extension Progress.Change {
  /// "Not yet met → Met", or "Still partly met".
  var words: String {
    criterion.decision == before
      ? "Still " + before.words.lowercased() : "\(before.words) → \(criterion.decision.words)"
  }
}

extension Progress.Change {
  /// Most quotations that a reader is shown of what was gained, and of what was lost.
  static let mostQuotations = 4

  /// "A second competency: shown now" for each requirement that changed its state.
  var stepWords: [String] {
    steps.compactMap { step in step.words.map { "\(capitalised(step.requirement.title)): \($0)" } }
  }

  /// "and 3 more"; nil where all of the evidence is shown.
  static func rest(of evidence: [Evidence]) -> String? {
    evidence.count > mostQuotations ? "and \(evidence.count - mostQuotations) more" : nil
  }
}

extension Progress.Step {
  /// "shown now", "no longer found", "nearly shown now": nil where the state is the same.
  var words: String? {
    if before == requirement.state { return nil }
    switch requirement.state {
    case .held: return "shown now"
    case .near: return before == .held ? "no longer fully shown" : "nearly shown now"
    case .contradicted: return "spoken against now"
    case .absent: return "no longer found"
    }
  }
}
