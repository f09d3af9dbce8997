import PremarkMarking
public import PremarkModeration

/// Results for a spreadsheet: a row for each submission and criterion. UTF-8 with a byte-order mark, CRLF, no cell a
/// formula.
public enum ResultsCSV {
  /// The mark and the names of the columns.
  public static let head: [UInt8] =
    CSVWriter.mark
    + CSVWriter.line([
      "submission", "file", "learner", "participant", "cohort", "assessor", "unit", "criterion", "title",
      "decision", "to confirm", "requirements not held", "error",
    ])

  /// The rows of one submission; one row with the error where it could not be marked.
  public static func rows(_ record: ResultRecord) -> [UInt8] {
    let known = record.circumstances
    let origin = [
      record.id, record.name, known.learner ?? "", known.participant ?? "", known.cohort ?? "",
      known.assessor ?? "", record.unit,
    ]
    if let error = record.error {
      return CSVWriter.line(origin + ["", "", "", "", "", error.message])
    }
    var rows: [UInt8] = []
    for criterion in record.criteria {
      let missing = criterion.requirements.filter { $0.state != .held }.map { $0.id }
      rows += CSVWriter.line(
        origin + [
          criterion.id, criterion.title, criterion.decision.name, criterion.refer ?? "",
          missing.joined(separator: " "), "",
        ])
    }
    return rows
  }
}
