public import PremarkDocument
import PremarkMarking
import PremarkText

/// What is said beside the learner's own words in a Word file: decisions at their evidence, gaps where the section ends
/// that they belong to, mistakes where they were made.
///
/// The outcome stands at the first words of the document. A criterion's feedback is said once, at its first evidence;
/// where nothing speaks for it, at the end of the document.
public struct WordRemarks: Sendable {
  /// Whom they speak to.
  public let audience: Audience

  /// Makes a writer of remarks.
  public init(audience: Audience) { self.audience = audience }

  /// The remarks on one submission in the order of the document; none where it has no text.
  ///
  /// - Complexity: linear in the document, quadratic in the evidence of one criterion.
  public func remarks(on report: Report) -> [Remark] {
    guard let first = Self.body(of: report.document).first else { return [] }
    var remarks = [outcome(of: report, at: first)]
    for (number, criterion) in report.result.criteria.enumerated() {
      remarks += CriterionRemarks(criterion, number + 1, audience, report.document).remarks
    }
    let last = Self.body(of: report.document).last ?? first
    for mistake in report.result.mistakesFound { remarks += Self.remarks(on: mistake, last: last) }
    let order = remarks.indices.sorted { a, b in
      let (x, y) = (remarks[a], remarks[b])
      return (x.block, x.span?.start ?? -1, a) < (y.block, y.span?.start ?? -1, b)
    }
    return order.map { remarks[$0] }
  }

  /// Blocks of the running text that can be seen; where there are none, whatever can be seen.
  static func body(of document: Document) -> [Int] {
    let seen = document.blocks.indices.filter { document.blocks[$0].visibility == .visible }
    let running = seen.filter { index in
      let block = document.blocks[index]
      return block.kind != .note && block.kind != .comment && !block.isDrawn
    }
    return running.isEmpty ? seen : running
  }

  private func outcome(of report: Report, at block: Int) -> Remark {
    var lines = [
      audience == .learner
        ? "A check before you hand in, not your result. Your assessor reads your work and decides."
        : "A proposal by fixed rules. A named person reads the submission and decides."
    ]
    lines += report.result.warnings.map { $0.message }
    lines += report.result.criteria.enumerated().map { "\($0 + 1). \($1.title): \($1.decision.words)" }
    let most = audience == .learner ? TerminalReport.mostEdits : report.result.nextEdits.count
    lines += report.result.nextEdits.prefix(most).map { "What would help most: " + $0.text }
    let title = report.result.outcome(audience == .learner ? "look" : "proposed as")
    return Remark(block: block, span: nil, title: report.result.unit.title + ": " + title, lines: lines)
  }

  private static func remarks(on mistake: MistakeResult, last: Int) -> [Remark] {
    let title = (mistake.isMajor ? "Common mistake: " : "Small mistake: ") + mistake.title
    let lines = [mistake.message, mistake.advice].compactMap { $0 }
    guard let first = mistake.evidence.first else {
      return [Remark(block: last, span: nil, title: title, lines: lines)]
    }
    let rest = mistake.evidence.dropFirst().map { evidence in
      Remark(block: evidence.block, span: evidence.span, title: title, lines: [])
    }
    return [Remark(block: first.block, span: first.span, title: title, lines: lines)] + rest
  }
}

/// The remarks on one criterion.
private struct CriterionRemarks {
  private let criterion: CriterionResult
  private let audience: Audience
  private let document: Document
  private let title: String
  private let words: CriterionWords

  init(_ criterion: CriterionResult, _ number: Int, _ audience: Audience, _ document: Document) {
    self.criterion = criterion
    self.audience = audience
    self.document = document
    title = "\(number). \(criterion.title): \(criterion.decision.words)"
    words = CriterionWords(criterion)
  }

  var remarks: [Remark] {
    var places = atEvidence
    let gap = gaps
    if places.isEmpty {
      return end.map { [Remark(block: $0, span: nil, title: title, lines: general + gap)] } ?? []
    }
    places[0] = Remark(
      block: places[0].block, span: places[0].span, title: title, lines: places[0].lines + general)
    guard !gap.isEmpty, let end = endOfSection(places.last?.block ?? 0) else { return places }
    return places + [Remark(block: end, span: nil, title: title, lines: gap)]
  }

  /// Words that speak for or against requirements.
  private struct Place {
    let block: Int
    var span: Span
    var shows: [String] = []
    var others: [String] = []
  }

  /// Most places for one requirement: a comment at each of them would bury the text.
  private var mostPlaces: Int { audience == .learner ? 2 : 4 }

  /// Remarks where something speaks for or against a requirement, those on overlapping words as one; document order.
  private var atEvidence: [Remark] {
    var places: [Place] = []
    for requirement in criterion.requirements {
      let name = requirement.title
      let failed = requirement.failed.map { " Missing: \($0)." } ?? ""
      for evidence in requirement.evidence.prefix(mostPlaces) {
        let index = Self.place(of: evidence, in: &places)
        if requirement.state == .held {
          places[index].shows.append(name)
        } else {
          places[index].others.append("Closest to: \(name)." + failed)
        }
      }
      for evidence in requirement.counterEvidence {
        places[Self.place(of: evidence, in: &places)].others.append("This speaks against: \(name).")
      }
    }
    let order = places.sorted { ($0.block, $0.span) < ($1.block, $1.span) }
    return order.map { place in
      let shows = place.shows.isEmpty ? [] : ["This shows: " + place.shows.joined(separator: "; ") + "."]
      return Remark(block: place.block, span: place.span, title: title, lines: shows + place.others)
    }
  }

  /// The index of the place that overlaps some evidence, made where there is none.
  private static func place(of evidence: Evidence, in places: inout [Place]) -> Int {
    let same = places.firstIndex { $0.block == evidence.block && $0.span.overlaps(evidence.span) }
    guard let same else {
      places.append(Place(block: evidence.block, span: evidence.span))
      return places.count - 1
    }
    places[same].span = places[same].span.union(evidence.span)
    return same
  }

  /// What is said once of the criterion.
  private var general: [String] {
    var lines = audience == .assessor ? ["Source: " + criterion.markingPoint] : []
    lines.append(criterion.feedback)
    if let refer = words.refer { lines.append("Assessor to confirm: " + refer) }
    if audience == .assessor {
      if let note = criterion.assessorNote { lines.append("Note: " + note) }
      if let question = criterion.question { lines.append("Ask: " + question) }
    }
    return lines
  }

  /// What was not found, and the next step.
  private var gaps: [String] {
    let isOpen = criterion.decision != .met || audience == .assessor
    guard isOpen else { return [] }
    let absent = criterion.requirements.filter { $0.state == .absent }
    return absent.map { "Not found: \($0.title)." }
      + words.steps.map { "Next step: " + $0 }
  }

  private var end: Int? { WordRemarks.body(of: document).last }

  private func endOfSection(_ block: Int) -> Int? {
    let section = document.blocks[block].section
    return WordRemarks.body(of: document).last { document.blocks[$0].section == section } ?? end
  }
}
