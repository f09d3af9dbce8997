import PremarkMarking
import PremarkText

/// Decisions that people made of submissions: `{"name": {"unit": …, "criteria": {"id": "met"}, "mistakes": {"id": true}}}`.
struct Labels {
  /// By the file's name without its ending.
  private(set) var decisions: [String: PersonsDecisions] = [:]
  /// What is wrong, a line each.
  private(set) var problems: [String] = []
  /// Submissions of other units, left out.
  private(set) var others = 0

  /// Reads labels for one unit.
  ///
  /// - Throws: a ``JSONError`` where the text is no JSON.
  init(_ text: [UInt8], unit: String, criteria: [String], mistakes: [String]) throws(JSONError) {
    let value = try JSONReader.read(text)
    guard let members = value.members else {
      throw JSONError(line: 1, message: "expected an object with a member for each submission")
    }
    for member in members {
      if let other = member.value["unit"]?.text, other != unit {
        others += 1
        continue
      }
      decisions[SubmissionFolder.stem(member.name)] = PersonsDecisions(
        criteria: levels(member, criteria), mistakes: found(member, mistakes))
    }
  }

  private mutating func levels(
    _ submission: JSONValue.Member, _ known: [String]
  ) -> [(id: String, level: Level)] {
    var levels: [(id: String, level: Level)] = []
    for member in submission.value["criteria"]?.members ?? [] {
      if !known.contains(member.name) {
        problems.append(
          "'\(submission.name)': the unit has no criterion '\(member.name)'" + Self.hint(member.name, known))
      } else if let level = Self.level(member.value) {
        levels.append((id: member.name, level: level))
      } else {
        problems.append("'\(submission.name)': '\(member.name)' is neither met, partly nor not-met")
      }
    }
    return levels
  }

  private mutating func found(
    _ submission: JSONValue.Member, _ known: [String]
  ) -> [(id: String, found: Bool)] {
    var found: [(id: String, found: Bool)] = []
    for member in submission.value["mistakes"]?.members ?? [] {
      if !known.contains(member.name) {
        problems.append(
          "'\(submission.name)': the unit has no mistake '\(member.name)'" + Self.hint(member.name, known))
      } else if case .bool(let isFound) = member.value {
        found.append((id: member.name, found: isFound))
      } else {
        problems.append("'\(submission.name)': '\(member.name)' is neither true nor false")
      }
    }
    return found
  }

  private static func level(_ value: JSONValue) -> Level? {
    switch value.text {
    case "met": .met
    case "partly": .partly
    case "not-met": .notMet
    default: nil
    }
  }

  private static func hint(_ name: String, _ known: [String]) -> String {
    nearest(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
  }
}
