import Foundation
import Testing

/// `premark rules …`: what an author's tools say and how they end.
@Suite(.timeLimit(.minutes(5)))
struct RulesTests {
  @Test func aNewUnitPassesItsOwnTests() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rules = folder.place.path
    let made = try Command.run(["rules", "new", "telephone-manner", "--rules", rules])
    #expect(made.code == 0, "\(made.messages)")
    let checked = try Command.run(["rules", "check", "telephone-manner", "--rules", rules])
    #expect(checked.code == 0, "\(checked.output)")
    #expect(checked.output.contains("telephone-manner: 0 errors, 0 warnings"), "\(checked.output)")
    let tested = try Command.run(["rules", "test", "telephone-manner", "--rules", rules])
    #expect(tested.code == 0, "\(tested.output)")
    #expect(tested.output.contains("5 of 5 examples"), "\(tested.output)")
    #expect(tested.output.contains("1 of 1 example submissions"), "\(tested.output)")
    let again = try Command.run(["rules", "new", "telephone-manner", "--rules", rules])
    #expect(again.code == 2)
    #expect(again.lines.count == 1)
    let laidOut = try Command.run(["rules", "format", "--check", rules + "/telephone-manner/unit.rules"])
    #expect(laidOut.code == 0, "\(laidOut.output)")
  }

  @Test func aFailingExampleFailsTheRun() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rules = try Self.copy(to: folder) {
      $0.replacingOccurrences(of: "reject \"In the end it rained.\"", with: "reject \"I will have 1 coach.\"")
    }
    let xml = folder.place.appendingPathComponent("tests.xml").path
    let ran = try Command.run(["rules", "test", "small", "--rules", rules, "--junit", xml])
    #expect(ran.code == 1)
    #expect(ran.output.contains("'coached' found in a rejected example: 'coach'"), "\(ran.output)")
    let report = try String(contentsOfFile: xml, encoding: .utf8)
    #expect(report.contains("<testsuites tests=\"2\" failures=\"1\" errors=\"0\">"))
    #expect(report.contains("classname=\"small.coached\" name=\"reject, line "))
    let nowhere = try Command.run([
      "rules", "test", "small", "--rules", rules, "--junit", "/nonexistent/x.xml",
    ])
    #expect(nowhere.code == 2)
    #expect(nowhere.lines.count == 1)
  }

  @Test func saysWhatNoExampleReaches() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rules = try Self.copy(to: folder) {
      $0.replacingOccurrences(
        of: "accept \"I have a coach.\"", with: "or clause \"mentor\"\n  accept \"I have a coach.\"")
    }
    let ran = try Command.run(["rules", "test", "small", "--rules", rules, "--coverage"])
    #expect(ran.code == 0)
    #expect(
      ran.output.contains("'coached': clause \"mentor\"\n    no example is found by it; no example holds"),
      "\(ran.output)")
  }

  @Test func saysWhichChangeNoExampleNotices() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rules = try Self.copy(to: folder) {
      $0.replacingOccurrences(
        of: "clause \"coach\"", with: "clause \"coach\", own\n  unless clause \"former\"")
    }
    let ran = try Command.run(["rules", "mutate", "small", "--rules", rules])
    #expect(ran.code == 0, "\(ran.messages)")
    #expect(
      ran.output.contains("'coached': clause \"coach\", own\n    no example notices: without 'own'\n"),
      "\(ran.output)")
    #expect(
      ran.output.contains("'coached': unless clause \"former\"\n    no example notices: without the line\n"))
    #expect(ran.output.hasSuffix("small: 0 of 3 weakened clauses are noticed (0%)\n"), "\(ran.output)")
    let one = try Command.run(["rules", "mutate", "small", "--rules", rules, "--rule", "coachd"])
    #expect(one.code == 64)
    #expect(one.messages.contains("did you mean 'coached'?"))
  }

  @Test func writesAPage() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.place.appendingPathComponent("page.html").path
    let ran = try Command.run(["rules", "doc", "personal-growth", "--format", "html", "-o", path])
    #expect(ran.code == 0, "\(ran.messages)")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    #expect(
      try Command.run(["rules", "doc", "personal-growth"]).output.hasPrefix("# Manage personal growth"))
    #expect(try Command.run(["rules", "doc", "personal-growth", "-o", "/nonexistent/x"]).code == 2)
  }

  @Test func listsNames() throws {
    let ran = try Command.run(["rules", "list", "personal-growth", "--plain"])
    #expect(ran.code == 0)
    for name in ["smart-objectives", "one-off-document", "judged-competency", "review-entry", "competency"] {
      #expect(ran.output.contains("\n  \(name) "), "\(name)")
    }
    #expect(ran.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [
    ("badly laid out", "words a\n    b,   c\n", "words a\n  b, c\n", Int32(1)),
    ("as it should be", "words a\n  b, c\n", "words a\n  b, c\n", 0),
  ])
  func formats(_ why: String, _ text: String, _ expected: String, _ code: Int32) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.file("x.rules", Data(text.utf8))
    #expect(try Command.run(["rules", "format", "--check", path]).code == code, "\(why)")
    #expect(try Command.run(["rules", "format", path]).code == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == expected)
    #expect(try Command.run(["rules", "format", "-"], input: Data(text.utf8)).output == expected)
  }

  @Test(arguments: [
    ("rules new Big-Name", Int32(64)), ("rules format /nonexistent", 2), ("rules list personal-groth", 64),
    ("rules tets", 64),
  ])
  func refuses(_ line: String, _ code: Int32) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let ran = try Command.run(arguments)
    #expect(ran.code == code)
    #expect(ran.lines.count == 1, "\(ran.messages)")
  }

  /// A small unit in a folder of rules, with the vocabulary that annotation reads; `change` may edit it.
  static func copy(to folder: TemporaryFolder, _ change: (String) -> String = { $0 }) throws -> String {
    let rules = folder.place.appendingPathComponent("rules")
    let vocabulary = rules.appendingPathComponent("vocabulary")
    try FileManager.default.createDirectory(at: vocabulary, withIntermediateDirectories: true)
    for name in ["columns", "prompts", "people", "spelling", "quantities", "borrowed"] {
      let from = Command.root.appendingPathComponent("Rules/vocabulary/\(name).rules")
        .resolvingSymlinksInPath()
      try FileManager.default.copyItem(
        atPath: from.path, toPath: vocabulary.appendingPathComponent("\(name).rules").path)
    }
    let unit = rules.appendingPathComponent("small")
    try FileManager.default.createDirectory(at: unit, withIntermediateDirectories: true)
    try Data(change(Self.small).utf8).write(to: unit.appendingPathComponent("unit.rules"))
    return rules.path
  }

  static let small = """
    language 1
    unit small
      title "Small"

    indicator coached
      clause "coach"
      accept "I have a coach."
      reject "In the end it rained."

    criterion coaching
      title "Coaching"
      because "marking point 1"
      requires coach
        held if coached
        missing "a coach"

    """
}
