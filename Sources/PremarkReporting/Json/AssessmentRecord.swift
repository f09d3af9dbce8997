public import PremarkMarking
import PremarkText

/// What a person decided about one submission: the record that an assessor's page saves and that is kept beside it.
///
/// A record belongs to the submission whose bytes have its digest; it says against which rules the proposals were made.
/// Decisions that were not made yet are nil. The form is described in the README, "The assessor's record".
public struct AssessmentRecord: Sendable, Equatable {
  /// A decision on one criterion.
  public struct Decision: Sendable, Equatable {
    /// Id of the criterion.
    public let criterion: String
    /// What was proposed.
    public let proposed: Level
    /// What the assessor decided.
    public let decision: Level?
    /// Why, in the assessor's words.
    public let reason: String?
  }

  /// What internal quality assurance came to.
  public enum Outcome: String, Sendable, Equatable, CaseIterable {
    case agreed, action
    case notSampled = "not-sampled"
  }

  /// Base name of the file.
  public let file: String
  /// SHA-256 of its bytes, 64 hex digits.
  public let fileDigest: String
  /// Id of the unit.
  public let unit: String
  /// SHA-256 over the rules, 64 hex digits.
  public let rulesDigest: String
  /// In the order of the unit.
  public let decisions: [Decision]
  /// Who decided.
  public let assessor: String
  /// When, as 2026-04-30.
  public let date: String
  /// To the learner, in the assessor's words.
  public let feedback: String?
  /// The moderator's part; nil where nothing of it is filled in.
  public let outcome: Outcome?
  /// The moderator's comment.
  public let comment: String?
  /// Who moderated.
  public let moderator: String?
  /// When, as 2026-04-30.
  public let moderated: String?
}

/// Why a record cannot be used.
public struct RecordError: Error, Equatable, Sendable {
  /// One line, lower case, no full stop: where and what.
  public let message: String
}

extension AssessmentRecord {
  /// Reads and checks a record.
  ///
  /// - Throws: a ``RecordError`` that names the first member that is missing or wrong. Members that are not known are
  ///   passed over, so that later versions may say more.
  /// - Complexity: linear.
  public init(_ json: [UInt8]) throws(RecordError) {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONReader.read(json)
    } catch {
      throw RecordError(message: "line \(error.line): \(error.message)")
    }
    guard case .number("1")? = value["premarkRecord"] else {
      throw RecordError(message: "it is no record of decisions: 'premarkRecord' is not 1")
    }
    let fields = Fields(value: value, path: "")
    file = try fields.text("file")
    fileDigest = try fields.digest("fileDigest")
    unit = try fields.text("unit")
    rulesDigest = try fields.digest("rulesDigest")
    guard case .array(let criteria)? = value["criteria"], !criteria.isEmpty else {
      throw RecordError(message: "'criteria' has to be a list with something in it")
    }
    var decisions: [Decision] = []
    for (number, criterion) in criteria.enumerated() {
      let one = try Decision(Fields(value: criterion, path: "criteria[\(number)]."))
      if decisions.contains(where: { $0.criterion == one.criterion }) {
        throw RecordError(message: "'\(one.criterion)' is decided twice")
      }
      decisions.append(one)
    }
    self.decisions = decisions
    let person = try fields.object("assessor")
    assessor = try person.text("name")
    guard let day = try person.date("date") else { throw person.wrong("date", "a day as 2026-04-30") }
    date = day
    feedback = try person.words("feedback")
    let moderation = try fields.object("iqa")
    let said = try moderation.words("outcome")
    outcome = said.flatMap { Outcome(rawValue: $0) }
    if said != nil, outcome == nil {
      throw moderation.wrong("outcome", "'agreed', 'action', 'not-sampled' or null")
    }
    comment = try moderation.words("comment")
    moderator = try moderation.words("name")
    moderated = try moderation.date("date")
  }
}

extension AssessmentRecord.Decision {
  fileprivate init(_ fields: Fields) throws(RecordError) {
    criterion = try fields.text("id")
    guard let level = try fields.level("proposed") else {
      throw fields.wrong("proposed", "'met', 'partly' or 'not-met'")
    }
    proposed = level
    decision = try fields.level("decision")
    reason = try fields.words("reason")
  }
}

/// The members of one object of a record.
private struct Fields {
  let value: JSONValue
  /// Where it stands, with a point at its end.
  let path: String

  func wrong(_ name: String, _ expected: String) -> RecordError {
    RecordError(message: "'\(path)\(name)' has to be \(expected)")
  }

  /// Words that may be missing: absent, null and empty are the same.
  func words(_ name: String) throws(RecordError) -> String? {
    switch value[name] {
    case nil, .null?: return nil
    case .string(let text)?: return text.isEmpty ? nil : text
    default: throw wrong(name, "text or null")
    }
  }

  func text(_ name: String) throws(RecordError) -> String {
    guard let text = try words(name) else { throw wrong(name, "text") }
    return text
  }

  func digest(_ name: String) throws(RecordError) -> String {
    let text = try text(name)
    let isHex = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
    guard text.utf8.count == 64, isHex else { throw wrong(name, "64 hex digits") }
    return text
  }

  /// A day as 2026-04-30.
  func date(_ name: String) throws(RecordError) -> String? {
    guard let text = try words(name) else { return nil }
    let bytes = Array(text.utf8)
    let isDay =
      bytes.count == 10
      && bytes.indices.allSatisfy { index in
        index == 4 || index == 7 ? bytes[index] == UInt8(ascii: "-") : 0x30...0x39 ~= bytes[index]
      }
    guard isDay else { throw wrong(name, "a day as 2026-04-30") }
    return text
  }

  func level(_ name: String) throws(RecordError) -> Level? {
    guard let text = try words(name) else { return nil }
    for level in [Level.met, .partly, .notMet] where level.name == text { return level }
    throw wrong(name, "'met', 'partly' or 'not-met'")
  }

  func object(_ name: String) throws(RecordError) -> Fields {
    guard let inner = value[name], inner.members != nil else { throw wrong(name, "an object") }
    return Fields(value: inner, path: path + name + ".")
  }
}
