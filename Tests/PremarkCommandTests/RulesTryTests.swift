import Foundation
import Testing

/// `premark rules try` and `premark rules compare` over a folder of submissions.
@Suite(.timeLimit(.minutes(5)))
struct RulesTryTests {
  private static let more =
    " It rained all day, so that there was a queue from eight in the morning until late at night."

  /// Rules, a folder with two submissions (one of them in two formats) and labels for both.
  private struct Place {
    let folder: TemporaryFolder
    let rules: String
    var unit: String { rules + "/small/unit.rules" }
    var cohort: String { folder.place.path + "/cohort" }

    init() throws {
      folder = try TemporaryFolder()
      rules = try RulesTests.copy(to: folder)
      try FileManager.default.createDirectory(atPath: cohort, withIntermediateDirectories: true)
      for (name, text) in [
        ("a.md", "I have a coach."), ("a.txt", "Nobody."), ("b.md", "I have a mentor."),
        ("c.md", "Not labelled."),
      ] {
        try Data((text + RulesTryTests.more).utf8).write(to: URL(fileURLWithPath: cohort + "/" + name))
      }
    }

    func labels(_ text: String) throws -> String { try folder.file("labels.json", Data(text.utf8)) }
  }

  @Test func saysHowFarRulesAndPeopleAgree() throws {
    let place = try Place()
    defer { place.folder.remove() }
    let labels = try place.labels(
      #"{"a": {"unit": "small", "criteria": {"coaching": "met"}}, "b": {"criteria": {"coaching": "met"}}, "x": {"unit": "other"}}"#
    )
    let ran = try Command.run(["rules", "try", place.unit, place.cohort, "--labels", labels, "--plain"])
    #expect(ran.code == 0, "\(ran.messages)")
    #expect(ran.output.contains("coaching   1 of 2 (50%)"), "\(ran.output)")
    #expect(ran.output.contains("coaching in b: missed - decided met, proposed not-met"))
    #expect(ran.output.contains("absent coach"))
    let json = try Command.run(["rules", "try", place.unit, place.cohort, "--labels", labels, "-f", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["submissions"] as? Int == 2)
  }

  @Test(arguments: [
    ("not JSON", "{\"a\": ", "line 1: expected a value; it must be JSON"),
    ("no such criterion", #"{"a": {"criteria": {"coachin": "met"}}}"#, "did you mean 'coaching'?"),
    ("no such level", #"{"a": {"criteria": {"coaching": "good"}}}"#, "neither met, partly nor not-met"),
    ("nobody decided", #"{"z": {"criteria": {"coaching": "met"}}}"#, "no file in it has decisions"),
  ])
  func refusesLabels(_ why: String, _ text: String, _ words: String) throws {
    let place = try Place()
    defer { place.folder.remove() }
    let ran = try Command.run(["rules", "try", place.unit, place.cohort, "--labels", try place.labels(text)])
    #expect(ran.code == 2, "\(why)")
    #expect(ran.lines.count == 1)
    #expect(ran.messages.contains(words), "\(ran.messages)")
  }

  @Test func showsWhatWouldFlip() throws {
    let place = try Place()
    defer { place.folder.remove() }
    let draft = place.rules + "/small/draft.rules"
    let text = RulesTests.small.replacingOccurrences(
      of: "clause \"coach\"", with: "clause \"coach\"\n  or clause \"mentor\"")
    try Data(text.utf8).write(to: URL(fileURLWithPath: draft))
    let ran = try Command.run(["rules", "compare", place.unit, draft, place.cohort, "--plain"])
    #expect(ran.code == 0, "\(ran.messages)")
    #expect(ran.output.contains("1 decision and 0 mistakes would flip in 3 submissions."), "\(ran.output)")
    #expect(ran.output.contains("old: not-met"))
    #expect(ran.output.contains("| new: met"))
    #expect(ran.output.contains("| \"I have a mentor.\""), "\(ran.output)")
    #expect(ran.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("rules try x.rules cohort", Int32(64)), ("rules try /nonexistent cohort --labels x", 2),
    ("rules compare a b", 64),
  ])
  func refuses(_ line: String, _ code: Int32) throws {
    let ran = try Command.run(line.split(separator: " ").map(String.init))
    #expect(ran.code == code)
    #expect(ran.lines.count == 1, "\(ran.messages)")
  }
}
