import Foundation
import Testing

/// `premark explain`: what it says and how it ends.
struct ExplainTests {
  private static let plan = Data(
    "# Objectives\n\n1. Raise CSAT from 72% to 85% by 30 June 2026, because the team is measured by it.\n"
      .utf8)

  @Test func drawsOneCriterion() throws {
    let ran = try Command.run(
      ["explain", "-", "-u", "personal-growth", "-c", "smart-objectives", "--plain"], input: Self.plan)
    #expect(ran.code == 0)
    #expect(ran.output.contains("[near]    objectives-with-substance (essential)"), "\(ran.output)")
    #expect(ran.output.contains("at least 2 objective with (measure or deadline) - 1 of 2"))
    #expect(ran.output.contains("\"from 72% to 85%\" - Objectives > list item 1"))
    #expect(!ran.output.contains("Self-assessment"))
    #expect(ran.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func writesJSON() throws {
    let ran = try Command.run(["explain", "-", "-u", "personal-growth", "-f", "json"], input: Self.plan)
    #expect(ran.code == 0)
    let object = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any]
    let criteria = try #require(object?["criteria"] as? [[String: Any]])
    #expect(criteria.count == 4)
    let requirements = try #require(criteria[1]["requirements"] as? [[String: Any]])
    let lines = try #require(requirements[0]["lines"] as? [[String: Any]])
    #expect(lines.map { $0["line"] as? String } == ["held if", "near if"])
    let node = try #require(lines[0]["node"] as? [String: Any])
    #expect(node["state"] as? String == "near")
    #expect(Self.failed(node) == "1 of 2 objectives")
  }

  /// What failed at a node, or at the first under it that says so.
  private static func failed(_ node: [String: Any]) -> String? {
    if let failed = node["failed"] as? String { return failed }
    for child in node["children"] as? [[String: Any]] ?? [] {
      if let failed = failed(child) { return failed }
    }
    return nil
  }

  @Test(arguments: [
    (
      "no such criterion", ["-u", "personal-growth", "-c", "smart-objective"], 64,
      "did you mean 'smart-objectives'?"
    ),
    ("no unit", [], 64, "say which unit"),
    ("no such unit", ["-u", "personal-groth"], 64, "did you mean 'personal-growth'?"),
  ])
  func refuses(_ why: String, _ options: [String], _ code: Int32, _ words: String) throws {
    let ran = try Command.run(["explain", "-"] + options, input: Self.plan)
    #expect(ran.code == code, "\(why)")
    #expect(ran.lines.count == 1)
    #expect(ran.messages.contains(words), "\(ran.messages)")
  }

  @Test func refusesAnUnreadableFile() throws {
    let ran = try Command.run(["explain", "/nonexistent.docx", "-u", "personal-growth"])
    #expect(ran.code == 2)
    #expect(ran.lines.count == 1)
    #expect(ran.output.isEmpty)
  }
}
