public import PremarkMarking

/// A decision that a person made of one criterion of one submission.
public struct Mark: Sendable {
  /// In which part the person decided.
  public enum Role: String, Sendable, CaseIterable {
    case assessor, moderator
  }

  /// The submission, as the person wrote it: its id, the file's name, or that without its ending.
  public let submission: String
  /// The criterion's id.
  public let criterion: String
  /// What was decided.
  public let level: Level
  /// Who decided; "" where that is not said.
  public let person: String
  /// In which part.
  public let role: Role
  /// When; nil where that is not said.
  public let day: Day?
  /// The day as it was written; "" where that is not said.
  public let written: String
  /// Why; "" where that is not said.
  public let reason: String

  /// Makes one.
  public init(
    submission: String, criterion: String, level: Level, person: String, role: Role, day: Day?,
    written: String = "", reason: String = ""
  ) {
    self.submission = submission
    self.criterion = criterion
    self.level = level
    self.person = person
    self.role = role
    self.day = day
    self.written = written
    self.reason = reason
  }
}

/// People's decisions from a CSV file with the columns `file` (or `submission`), `criterion`, `decision` and, where
/// wanted, `assessor` (or `by`), `role`, `date` and `reason`.
public struct MarksFile: Sendable {
  /// Every decision that could be understood, in the order of the file.
  public private(set) var marks: [Mark] = []
  /// What is wrong, a line each: lower case, no full stop.
  public private(set) var problems: [String] = []

  /// Reads a file. Linear.
  public init(_ bytes: [UInt8]) {
    guard let table = CSVTable(bytes) else {
      problems = ["it is empty"]
      return
    }
    let file = table.column("submission") ?? table.column("file")
    let (criterion, decision) = (table.column("criterion"), table.column("decision"))
    let missing = [("file", file), ("criterion", criterion), ("decision", decision)].filter { $0.1 == nil }
    guard missing.isEmpty else {
      for (name, _) in missing { problems.append("there is no column '" + name + "'") }
      return
    }
    let person = table.column("assessor") ?? table.column("by")
    let (role, date) = (table.column("role"), table.column("date"))
    for row in table.rows {
      guard let submission = table.value(row, file), let id = table.value(row, criterion) else {
        problems.append("line \(row.line): it names no file or no criterion")
        continue
      }
      guard let word = table.value(row, decision) else { continue }
      guard let level = Level(word: word) else {
        problems.append("line \(row.line): '" + word + "' is no decision; write met, partly or not-met")
        continue
      }
      let role = table.value(row, role)
      guard let part = role.map({ Mark.Role(word: $0) }) ?? .assessor else {
        problems.append("line \(row.line): '" + (role ?? "") + "' is no role; write assessor or moderator")
        continue
      }
      let day = table.value(row, date)
      if let day, Day(day) == nil {
        problems.append("line \(row.line): '" + day + "' is no date; write it as 2026-04-30")
      }
      marks.append(
        Mark(
          submission: submission, criterion: id, level: level, person: table.value(row, person) ?? "",
          role: part, day: day.flatMap { Day($0) }, written: day ?? "",
          reason: table.value(row, table.column("reason")) ?? ""))
    }
  }
}

extension Mark.Role {
  /// The part that a word means; nil for others.
  public init?(word: String) {
    switch word.lowercased() {
    case "assessor": self = .assessor
    case "moderator", "iqa", "iv", "verifier": self = .moderator
    default: return nil
    }
  }
}
