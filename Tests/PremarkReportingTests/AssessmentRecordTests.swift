import PremarkMarking
import Testing

@testable import PremarkReporting

/// Records of decisions: what a page saves is read back, and what is wrong in one is named.
struct AssessmentRecordTests {
  private static let digest = String(repeating: "0f", count: 32)

  private static func json(_ changes: (String, String)...) -> [UInt8] {
    var text = """
      { "premarkRecord": 1, "file": "plan.docx", "fileDigest": "\(digest)", "unit": "personal-growth",
        "rulesDigest": "\(digest)",
        "criteria": [ { "id": "a", "proposed": "met", "decision": "partly", "reason": "No date" },
                      { "id": "b", "proposed": "not-met", "decision": null, "reason": null } ],
        "assessor": { "name": "A. Person", "date": "2026-04-30", "feedback": "" },
        "iqa": { "outcome": "agreed", "comment": null, "name": "M. Person", "date": "2026-05-02" }, "more": [] }
      """
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return Array(text.utf8)
  }

  @Test func isReadBack() throws {
    let record = try AssessmentRecord(Self.json())
    #expect(
      record.file == "plan.docx" && record.unit == "personal-growth" && record.fileDigest == Self.digest)
    #expect(record.decisions.map { $0.decision } == [.partly, nil])
    #expect(record.decisions.map { $0.proposed } == [.met, .notMet])
    #expect(record.decisions.map { $0.reason } == ["No date", nil])
    #expect(record.assessor == "A. Person" && record.date == "2026-04-30" && record.feedback == nil)
    #expect(record.outcome == .agreed && record.moderator == "M. Person" && record.moderated == "2026-05-02")
  }

  @Test(arguments: [
    ("another version", "\"premarkRecord\": 1", "\"premarkRecord\": 2", "'premarkRecord' is not 1"),
    ("no name", "A. Person", "", "'assessor.name' has to be text"),
    ("no day", "2026-04-30", "30 April", "'assessor.date' has to be a day"),
    ("no digest", "\"fileDigest\": \"0f", "\"fileDigest\": \"0F", "'fileDigest' has to be 64 hex digits"),
    ("no level", "\"partly\"", "\"fail\"", "'criteria[0].decision' has to be 'met', 'partly' or 'not-met'"),
    ("nothing proposed", "\"met\"", "null", "'criteria[0].proposed' has to be"),
    ("twice", "\"id\": \"b\"", "\"id\": \"a\"", "'a' is decided twice"),
    ("no outcome", "\"agreed\"", "\"fine\"", "'iqa.outcome' has to be"),
    ("no object", "\"assessor\": {", "\"assessor\": 1, \"other\": {", "'assessor' has to be an object"),
    ("no JSON", "\"more\": []", "\"more\": [", "line "),
  ])
  func whatIsWrongIsNamed(_ why: String, _ old: String, _ new: String, _ message: String) {
    do throws(RecordError) {
      _ = try AssessmentRecord(Self.json((old, new)))
      Issue.record("\(why): it was read")
    } catch {
      #expect(error.message.contains(message), "\(why): \(error.message)")
    }
  }

  @Test func theScriptOfThePageWritesEveryMember() {
    for name in [
      "premarkRecord", "file:", "fileDigest", "unit:", "rulesDigest", "criteria", "id:", "proposed",
      "decision",
      "reason", "assessor:", "name:", "date:", "feedback", "iqa:", "outcome", "comment",
    ] { #expect(HtmlReport.script.contains(name), "\(name)") }
  }
}
