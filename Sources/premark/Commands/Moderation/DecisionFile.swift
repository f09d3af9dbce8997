import PremarkMarking
import PremarkModeration
import PremarkPlatform
import PremarkReporting

/// People's decisions from a file: CSV, or the record that the assessor's page saves as JSON.
struct DecisionFile {
  private(set) var decisions: [KeptDecision] = []
  /// What cannot be used, a line each.
  private(set) var problems: [String] = []
  private let results: [ResultRecord]
  private let recorded: String

  /// - Parameters:
  ///   - results: what the decisions are about.
  ///   - recorded: now.
  init(_ bytes: [UInt8], results: [ResultRecord], recorded: String) {
    self.results = results
    self.recorded = recorded
    if Self.isRecord(bytes) { readRecord(bytes) } else { readTable(bytes) }
  }

  /// True for JSON, false for CSV.
  static func isRecord(_ bytes: [UInt8]) -> Bool {
    bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "{")
  }

  private mutating func readTable(_ bytes: [UInt8]) {
    let file = MarksFile(bytes)
    problems = file.problems
    let names = SubmissionNames(results)
    for mark in file.marks {
      guard let index = names.index(of: mark.submission) else {
        problems.append("no result for '\(mark.submission)'")
        continue
      }
      add(
        results[index], mark.criterion, mark.role, mark.level, mark.reason, mark.person, mark.written,
        proposed: nil, rules: nil)
    }
  }

  private mutating func readRecord(_ bytes: [UInt8]) {
    do throws(RecordError) {
      take(try AssessmentRecord(bytes))
    } catch {
      problems.append(error.message)
    }
  }

  private mutating func take(_ record: AssessmentRecord) {
    guard let result = result(of: record) else { return }
    let (person, day) = (record.moderator ?? "", record.moderated ?? "")
    for one in record.decisions {
      guard let level = one.decision else { continue }
      let proposed = one.proposed.name
      add(
        result, one.criterion, .assessor, level, one.reason ?? "", record.assessor, record.date,
        proposed: proposed, rules: record.rulesDigest)
      if record.outcome == .agreed {
        add(
          result, one.criterion, .moderator, level, record.comment ?? "", person, day, proposed: proposed,
          rules: record.rulesDigest)
      }
    }
    guard record.outcome == .action else { return }
    guard !person.isEmpty else {
      problems.append("'\(result.id)': nobody is named who wants action, as the moderator")
      return
    }
    decisions.append(
      KeptDecision(
        submission: result.id, digest: result.digest, unit: result.unit, criterion: "",
        role: Mark.Role.moderator.rawValue, decision: AssessmentRecord.Outcome.action.rawValue,
        reason: record.comment ?? "", person: person, day: day, proposed: "", rules: record.rulesDigest,
        recorded: recorded))
  }

  /// The submission that a record is about; nil where none or several may be meant, which is a problem.
  private mutating func result(of record: AssessmentRecord) -> ResultRecord? {
    let same = results.filter { $0.digest == record.fileDigest && $0.unit == record.unit }
    let named = same.filter { $0.name == record.file }
    if named.count == 1 || same.count == 1 { return named.first ?? same.first }
    problems.append(
      same.isEmpty
        ? "it is about another version of '\(record.file)', or another unit: no result has that file's digest"
        : "several submissions are the same file: \(same.map(\.id).joined(separator: ", ")); name the one that is "
          + "meant in a CSV file")
    return nil
  }

  private mutating func add(
    _ result: ResultRecord, _ criterion: String, _ role: Mark.Role, _ level: Level, _ reason: String,
    _ person: String, _ day: String, proposed: String?, rules: String?
  ) {
    guard let own = result.criterion(criterion) else {
      problems.append(
        "'\(result.id)' has no criterion '\(criterion)'"
          + (nearest(criterion, among: result.criteria.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""))
      return
    }
    guard !person.isEmpty else {
      problems.append("'\(result.id)', '\(criterion)': nobody is named who decided, as the \(role.rawValue)")
      return
    }
    decisions.append(
      KeptDecision(
        submission: result.id, digest: result.digest, unit: result.unit, criterion: criterion,
        role: role.rawValue, decision: level.name, reason: reason, person: person, day: day,
        proposed: proposed ?? own.decision.name, rules: rules ?? result.rulesDigest, recorded: recorded))
  }
}
