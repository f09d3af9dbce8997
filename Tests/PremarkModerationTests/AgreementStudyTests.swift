import Foundation
import PremarkMarking
import PremarkText
import Testing

@testable import PremarkModeration

/// Results made for tests: one criterion `plan` with two requirements.
enum MadeResult {
  static func line(
    _ name: String, _ decision: String, unit: String = "u", states: [String] = ["held", "absent"],
    refer: String? = nil, submission: String? = nil
  ) -> String {
    let requirements = states.enumerated().map {
      #"{"id":"r\#($0.offset)","essential":true,"state":"\#($0.element)","evidence":[]}"#
    }
    let given = submission.map { #""submission":\#($0),"# } ?? ""
    let why = refer.map { "\"\($0)\"" } ?? "null"
    return
      #"{\#(given)"premark":{"version":"1","rulesDigest":"d"},"unit":{"id":"\#(unit)","title":"U"},"#
      + #""document":{"name":"\#(name)","digest":"ab"},"score":0.5,"criteria":[{"id":"plan","title":"Plan","#
      + #""decision":"\#(decision)","score":0.5,"refer":\#(why),"requirements":[\#(requirements.joined(separator: ","))],"#
      + #""feedback":""}],"mistakes":[{"id":"vague","title":"Vague","found":true,"evidence":[{"quote":"soon","#
      + #""location":{"block":0}}]}],"tips":[],"ledger":[],"nextEdits":[]}"#
  }

  static func record(_ line: String) throws -> ResultRecord {
    try #require(ResultRecord(JSONReader.read(Array(line.utf8))))
  }
}

struct AgreementStudyTests {
  private static func study(_ marks: String) throws -> (AgreementStudy, MarksFile) {
    let decisions = ["met", "met", "partly", "not-met", "met"]
    let results = try decisions.enumerated().map {
      try MadeResult.record(MadeResult.line("plan-\($0.offset).docx", $0.element))
    }
    let file = MarksFile(Array(marks.utf8))
    return (AgreementStudy(results: results, marks: file.marks), file)
  }

  @Test func readsAResult() throws {
    let record = try MadeResult.record(
      MadeResult.line("a.docx", "met", refer: "close", submission: #"{"id":"x/a","assessor":"Kim"}"#))
    #expect(record.id == "x/a")
    #expect(record.circumstances.assessor == "Kim")
    #expect(record.score == 5000)
    #expect(record.criteria.first?.refer == "close")
    #expect(record.mistakes.first?.quotes == ["soon"])
  }

  @Test func comparesByNameAndWord() throws {
    let (study, file) = try Self.study(
      """
      File,Criterion,Decision,Assessor,Date
      plan-0,plan,Achieved,Kim,2026-01-01
      plan-1.docx,plan,NYA,Kim,2026-01-11
      plan-2,plan,partly met,Lee,21/01/2026
      plan-3,plan,not yet met,Lee,
      plan-4,plan,,Lee,
      """)
    #expect(file.problems.isEmpty)
    #expect(study.cases.count == 4, "an empty decision is none")
    let all = try #require(study.comparisons().first)
    #expect(all.table.exact == 3)
    #expect(all.table.adjacent == 3)
    #expect(all.table.counts[0][2] == 1, "the assessor not met, Premark met")
    let bias = try #require(study.biases().first)
    #expect(bias.assessor == "Kim")
    #expect(bias.mean?.value == -1)
  }

  @Test func saysWhatCannotBeUsed() throws {
    let (study, file) = try Self.study(
      """
      file,criterion,decision,role,date
      plan-9,plan,met,,
      plan-0,smart,met,,
      plan-0,plan,splendid,,
      plan-0,plan,met,janitor,
      plan-0,plan,met,iqa,31/02/2026
      """)
    #expect(
      file.problems == [
        "line 4: 'splendid' is no decision; write met, partly or not-met",
        "line 5: 'janitor' is no role; write assessor or moderator",
        "line 6: '31/02/2026' is no date; write it as 2026-04-30",
      ])
    #expect(study.unmatched == ["no result for 'plan-9'", "'plan-0' has no criterion 'smart'"])
    #expect(study.cases.count == 1)
    #expect(MarksFile(Array("a,b\n1,2\n".utf8)).problems.count == 3)
  }

  @Test func comparesThreeJudges() throws {
    let rows = (0..<5).flatMap { ["plan-\($0),plan,met,Kim,assessor", "plan-\($0),plan,met,Jo,moderator"] }
    let (study, _) = try Self.study("file,criterion,decision,by,role\n" + rows.joined(separator: "\n"))
    #expect(study.pairs.count == 3)
    #expect(study.together?.rows.count == 5)
    let moderated = study.comparisons().filter { $0.first == .moderator && $0.second == .assessor }
    #expect(moderated.first?.table.exact == 5)
    #expect(moderated.first?.ac1?.value == 1)
  }

  @Test func namesTheRequirementThatDrivesDisagreement() throws {
    let results = try (0..<6).map { number in
      try MadeResult.record(
        MadeResult.line(
          "p\(number)", number < 3 ? "partly" : "met", states: ["held", number < 3 ? "absent" : "held"]))
    }
    let marks = (0..<6).map { "p\($0),plan,met" }.joined(separator: "\n")
    let study = AgreementStudy(
      results: results, marks: MarksFile(Array("file,criterion,decision\n\(marks)".utf8)).marks)
    let drivers = study.drivers()
    #expect(drivers.map(\.requirement) == ["r1"])
    #expect(drivers.first?.isTooStrict == true)
    #expect(drivers.first?.pointing == 3)
    #expect(drivers.first?.pointingThough == 0)
  }
}
