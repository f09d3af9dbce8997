public import PremarkMarking
import PremarkModeration

/// The offline grading worksheet of a Moodle assignment (`mod/assign/feedback/offline`): grades and comments go in,
/// every other byte stays.
public struct MoodleWorksheet: Sendable {
  /// What goes into one participant's row.
  public struct Entry: Sendable {
    let comments: String
    let decisions: [[Level]]

    /// - Parameters:
    ///   - comments: HTML on one line.
    ///   - decisions: the criteria of each file; the grade is left as it is where there are none.
    public init(comments: String, decisions: [[Level]]) {
      self.comments = comments
      self.decisions = decisions
    }
  }

  /// Numbers of the participants.
  public let participants: Set<String>
  /// Lines with more or fewer cells than the header.
  public let raggedLines: [Int]
  /// Whether comments can go in.
  public var hasComments: Bool { comments != nil }

  private let table: CSVTable
  private let identifier: Int
  private let grade: Int
  private let comments: Int?

  /// Reads a worksheet; nil where a column that Moodle wants on upload is missing.
  public init?(_ bytes: [UInt8]) {
    guard let table = CSVTable(bytes), let identifier = table.header.firstIndex(of: "Identifier"),
      let grade = table.header.firstIndex(of: "Grade"), table.header.contains("Last modified (grade)")
    else { return nil }
    self.table = table
    self.identifier = identifier
    self.grade = grade
    comments = table.header.firstIndex(of: "Feedback comments")
    raggedLines = table.rows.filter { $0.cells.count != table.header.count }.map(\.line)
    participants = Set(table.rows.compactMap { Self.number($0, identifier) })
  }

  /// The worksheet with entries filled in.
  ///
  /// A grade goes in where the row may be changed: the last or first word of its scale (the middle one of three where
  /// something is partly met), or the share of criteria met of its maximum.
  ///
  /// - Parameter entry: asked for each participant with the comments there are; nil leaves the row as it is.
  public func filled(_ entry: (String, String) -> Entry?) -> [UInt8] {
    table.changed { row in
      guard let participant = Self.number(row, identifier) else { return [] }
      let present = comments.flatMap { row.cells.indices.contains($0) ? row.cells[$0] : nil } ?? ""
      guard let entry = entry(participant, present) else { return [] }
      var changes: [(column: Int, words: String)] = []
      if let comments { changes.append((column: comments, words: entry.comments)) }
      if let grade = grade(in: row, entry.decisions) { changes.append((column: self.grade, words: grade)) }
      return changes
    }
  }

  /// `Participant 4821` → `4821`.
  private static func number(_ row: CSVTable.Row, _ column: Int) -> String? {
    guard row.cells.indices.contains(column) else { return nil }
    let digits = row.cells[column].reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
    return digits.isEmpty ? nil : String(digits)
  }

  private func grade(in row: CSVTable.Row, _ decisions: [[Level]]) -> String? {
    let levels = decisions.joined()
    guard !levels.isEmpty, table.value(row, table.column("Grade can be changed")) != "No" else { return nil }
    let isMet = levels.allSatisfy { $0 == .met }
    if let scale = table.value(row, table.column("Scale")) {
      let words = scale.split { $0 == "\n" || $0 == "," || $0 == "\r\n" }.map {
        String($0).trimmingSpaces
      }.filter { !$0.isEmpty }
      guard let first = words.first, let last = words.last, words.count > 1 else { return nil }
      if words.count == 3, !isMet, levels.contains(where: { $0 != .notMet }) { return words[1] }
      return isMet ? last : first
    }
    guard let most = table.value(row, table.column("Maximum grade")).flatMap(Double.init) else { return nil }
    let met = levels.count { $0 == .met }
    let hundredths = Int(most * 100 * Double(met) / Double(levels.count) + 0.5)
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
