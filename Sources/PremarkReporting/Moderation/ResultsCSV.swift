import PremarkMarking
public import PremarkModeration

/// Results for a spreadsheet: a row for each submission and criterion, with what people decided beside what was proposed.
/// UTF-8 with a byte-order mark, CRLF, no cell a
/// formula.
public enum ResultsCSV {
  /// The mark and the names of the columns.
  public static let head: [UInt8] =
    CSVWriter.mark
    + CSVWriter.line([
      "submission", "file", "learner", "participant", "cohort", "assessor", "unit", "criterion", "title",
      "decision", "to confirm", "requirements not held", "error", "assessor's decision", "decided by",
      "decided on", "assessor's reason", "moderator's decision", "moderated by", "moderated on",
      "moderator's reason", "proposed when decided",
    ])

  /// The rows of one submission; one row with the error where it could not be marked.
  ///
  /// - Parameters:
  ///   - decisions: what people decided, for each criterion; empty where nothing was.
  ///   - isMasked: true where names are to be taken out of their reasons.
  public static func rows(
    _ record: ResultRecord, decisions: [HeldDecisions.OfCriterion] = [], isMasked: Bool = false
  ) -> [UInt8] {
    let known = record.circumstances
    let origin = [
      record.id, record.name, known.learner ?? "", known.participant ?? "", known.cohort ?? "",
      known.assessor ?? "", record.unit,
    ]
    if let error = record.error {
      let nothing = [String](repeating: "", count: 9)
      return CSVWriter.line(origin + ["", "", "", "", "", error.message] + nothing)
    }
    var rows: [UInt8] = []
    for (index, criterion) in record.criteria.enumerated() {
      let held = decisions.indices.contains(index) ? decisions[index] : HeldDecisions.OfCriterion()
      let missing = criterion.requirements.filter { $0.state != .held }.map { $0.id }
      rows += CSVWriter.line(
        origin + [
          criterion.id, criterion.title, criterion.decision.name, criterion.refer ?? "",
          missing.joined(separator: " "), "",
        ] + cells(held.assessor, isMasked) + cells(held.moderator, isMasked)
          + [held.last?.proposed ?? ""])
    }
    return rows
  }

  private static func cells(_ decision: KeptDecision?, _ isMasked: Bool) -> [String] {
    guard let decision else { return ["", "", "", ""] }
    let reason = isMasked ? Masking.masked(decision.reason).text : decision.reason
    return [decision.decision, decision.person, decision.day, reason]
  }
}
