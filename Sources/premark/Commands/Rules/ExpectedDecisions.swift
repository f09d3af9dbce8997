import PremarkMarking

/// What each example submission of a unit must come to: the file `examples/expected`.
///
/// One submission a line: its file's name, a colon, the decisions in the order of the unit's criteria, then, after commas,
/// the mistakes that are found. `#` starts a comment.
///
///     hotel-reservations.docx: met met partly met, vague-objectives
struct ExpectedDecisions {
  /// A line.
  struct Row {
    let file: String
    let decisions: [String]
    let mistakes: [String]
  }

  private(set) var rows: [Row] = []
  /// What is wrong with the file, a line each.
  private(set) var problems: [String] = []

  /// Reads the file against a unit's criteria and mistakes.
  init(_ text: [UInt8], criteria: Int, mistakes: [String]) {
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      guard let row = Self.row(content) else {
        problems.append("line \(index + 1): expected 'file: decision decision …, mistake, …'")
        continue
      }
      if row.decisions.count != criteria {
        problems.append("line \(index + 1): \(row.decisions.count) decisions for \(criteria) criteria")
      }
      for decision in row.decisions where !["met", "partly", "not-met"].contains(decision) {
        problems.append("line \(index + 1): '\(decision)' is no decision; use met, partly or not-met")
      }
      for mistake in row.mistakes where !mistakes.contains(mistake) {
        let hint = nearest(mistake, among: mistakes).map { "; did you mean '\($0)'?" } ?? ""
        problems.append("line \(index + 1): the unit has no mistake '\(mistake)'\(hint)")
      }
      rows.append(row)
    }
  }

  private static func row(_ line: Substring) -> Row? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let parts = line[line.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false)
    let file = line[..<colon].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let decisions = parts[0].split(whereSeparator: \.isWhitespace).map(String.init)
    let mistakes = parts.dropFirst().map { $0.filter { !$0.isWhitespace } }
    guard !file.isEmpty, !decisions.isEmpty, !mistakes.contains("") else { return nil }
    return Row(file: file, decisions: decisions, mistakes: mistakes)
  }
}

extension ExpectedDecisions.Row {
  /// Where a result differs, a line each.
  func differences(from result: MarkingResult) -> [String] {
    var lines: [String] = []
    for (criterion, wanted) in zip(result.criteria, decisions) where criterion.decision.name != wanted {
      lines.append("\(criterion.id) is \(criterion.decision.name), expected \(wanted)")
    }
    for mistake in result.mistakes where mistake.found != mistakes.contains(mistake.id) {
      lines.append("\(mistake.id) is \(mistake.found ? "found" : "not found"), expected otherwise")
    }
    return lines
  }
}
