import PremarkMarking
import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

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
    if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "{") {
      readRecord(bytes)
    } else {
      readTable(bytes)
    }
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

  /// `premarkRecord`, version 1.
  private mutating func readRecord(_ bytes: [UInt8]) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(bytes)
    } catch {
      problems.append("line \(error.line): \(error.message)")
      return
    }
    guard case .number("1") = value["premarkRecord"], let digest = value["fileDigest"]?.text,
      let unit = value["unit"]?.text
    else {
      problems.append("it is no record that the assessor's page saved")
      return
    }
    guard let result = results.first(where: { $0.digest == digest && $0.unit == unit }) else {
      problems.append(
        "it is about another version of '\(value["file"]?.text ?? "?")', or another unit: no result has that file's digest"
      )
      return
    }
    let assessor = value["assessor"]
    let isAgreed = value["iqa"]?["outcome"]?.text == "agreed"
    for criterion in value["criteria"]?.elements ?? [] {
      guard let id = criterion["id"]?.text,
        let level = criterion["decision"]?.text.flatMap(Level.init(named:))
      else { continue }
      let (proposed, rules) = (criterion["proposed"]?.text, value["rulesDigest"]?.text)
      add(
        result, id, .assessor, level, criterion["reason"]?.text ?? "", assessor?["name"]?.text ?? "",
        assessor?["date"]?.text ?? "", proposed: proposed, rules: rules)
      if isAgreed {
        add(
          result, id, .moderator, level, value["iqa"]?["comment"]?.text ?? "",
          value["iqa"]?["name"]?.text ?? "", value["iqa"]?["date"]?.text ?? "", proposed: proposed,
          rules: rules)
      }
    }
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
