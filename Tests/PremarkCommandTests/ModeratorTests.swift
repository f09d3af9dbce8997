import Foundation
import Testing

@testable import premark

/// What a moderator does with a batch: sample, compare texts, decide, audit, merge.
@Suite(.timeLimit(.minutes(5)))
struct ModeratorTests {
  private static let shared = """
    In the first week of March I sat beside the experienced agents on the returns desk and wrote down how each of them \
    opened the call, how they kept hold of it, and which words they used when the answer had to be no.
    """

  /// A batch of three submissions, two of which share a paragraph.
  private static func batch(in folder: TemporaryFolder) throws -> String {
    for number in 0..<3 {
      let text = "# Objectives\n\n1. Raise CSAT from 6\(number)% to 85% by 30 June 2026, the team target.\n\n"
      _ = try folder.file("p\(number).md", Data((text + (number < 2 ? shared : "")).utf8))
    }
    let rows = (0..<3).map { "p\($0).md,Learner \($0),\($0 == 2 ? "Lee" : "Kim")" }
    let manifest = try folder.file(
      "m.csv", Data(("file,learner,assessor\n" + rows.joined(separator: "\n")).utf8))
    let out = folder.place.path + "/out"
    let ran = try Command.run(["batch", manifest, "-o", out, "-u", "personal-growth"])
    #expect(ran.code == 0, "\(ran.messages)")
    return out
  }

  @Test func samplesComparesDecidesAndAudits() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = try Self.batch(in: folder)

    let pairs = try Command.run(["similar", out, "-f", "csv"])
    #expect(pairs.output.contains("p0.md,p1.md,Learner 0,Learner 1,"))
    #expect(!pairs.output.contains("p2.md"))
    let side = try Command.run(["similar", out])
    #expect(side.output.contains("1 pair of 3 submissions share text."))
    #expect(side.output.contains("honest reasons"))
    let list = try folder.file("pairs.csv", Data(pairs.output.utf8))

    let plan = try Command.run(["sample", out, "-n", "2", "--similar", list, "--seed", "a"])
    #expect(plan.code == 0, "\(plan.messages)")
    #expect(plan.output.contains("2 of 3 submissions (67%), strategy camera, seed a"))
    #expect(plan.output.contains("assessor Kim"))
    #expect(plan.output.contains("assessor Lee"))
    let csv = try Command.run(["sample", out, "--rate", "100", "-f", "csv", "--new-assessors", "Lee"])
    #expect(csv.output.components(separatedBy: "\r\n").count == 5)
    #expect(csv.output.contains("new assessor"))
    #expect(try Command.run(["sample", out, "--new-assessors", "Nobody"]).code == 64)
    #expect(try Command.run(["sample", out, "-n", "2", "-f", "html"]).output.hasSuffix("</html>\n"))

    let marks = try folder.file(
      "marks.csv",
      Data(
        "file,criterion,decision,assessor,date,reason\np0.md,smart-objectives,achieved,Kim,2026-03-01,seen at work\np9,x,met,Kim,,\n"
          .utf8))
    let decided = try Command.run(["decide", out, marks])
    #expect(decided.code == 2)
    #expect(decided.messages.contains("no result for 'p9'"))
    #expect(decided.messages.contains("1 decisions recorded"))
    #expect(
      try Command.run(["decide", out, marks]).messages.contains("0 decisions recorded, 1 were there already"))

    try Data("# Objectives\n\nNone yet.\n".utf8).write(to: folder.place.appendingPathComponent("p0.md"))
    let before = try Command.run(["audit", out, "--verify"])
    #expect(before.code == 1)
    #expect(before.messages.contains("'p0.md': the file has changed since"))
    #expect(before.output == "2 of 3 results came out the same to the byte\n")
    let manifest = folder.place.path + "/m.csv"
    #expect(try Command.run(["batch", manifest, "-o", out, "-u", "personal-growth"]).code == 0)
    #expect(try Command.run(["audit", out, "--verify"]).code == 0)
    let audit = try Command.run(["audit", out])
    #expect(audit.output.contains("1 decisions recorded, 1 of them hold."), "decisions outlive a new run")
    #expect(audit.output.contains("Kim, assessor, 2026-03-01"))
    #expect(audit.output.contains("seen at work"))
  }

  @Test func takesTheAssessorsRecord() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = try Self.batch(in: folder)
    let results = try String(contentsOfFile: out + "/results.jsonl", encoding: .utf8)
    let digest = try #require(results.firstMatch(of: /"digest":"([0-9a-f]{64})"/)?.1)
    let rules = String(repeating: "ab", count: 32)
    func record(_ digest: String, iqa: String = "agreed") -> Data {
      Data(
        #"""
        {"premarkRecord":1,"file":"p0.md","fileDigest":"\#(digest)","unit":"personal-growth","rulesDigest":"\#(rules)",
        "criteria":[{"id":"smart-objectives","proposed":"partly","decision":"met","reason":"asked"},
        {"id":"development-plan","proposed":"met","decision":null,"reason":null}],
        "assessor":{"name":"Kim","date":"2026-03-01","feedback":null},
        "iqa":{"outcome":"\#(iqa)","comment":"see 2","name":"Jo","date":"2026-03-09"}}
        """#.utf8)
    }
    let path = try folder.file("r.json", record(String(digest)))
    let ran = try Command.run(["decide", out, path])
    #expect(ran.code == 0, "\(ran.messages)")
    #expect(ran.messages.contains("2 decisions recorded"), "the assessor's and the moderator's")
    let table = try Command.run(["audit", out, "-f", "csv"]).output
    #expect(table.contains("assessor,met,asked,Kim,2026-03-01,partly,\(rules),yes"))
    let csv = try String(contentsOfFile: out + "/results.csv", encoding: .utf8)
    #expect(csv.contains(",met,Kim,2026-03-01,asked,met,Jo,2026-03-09,see 2,partly\r\n"), "\(csv)")
    let page = try String(contentsOfFile: out + "/cohort.html", encoding: .utf8)
    #expect(page.contains("<caption>Decided by people</caption>"))
    let bad = try folder.file("b.json", Data(#"{"premarkRecord":1,"file":"p0.md"}"#.utf8))
    #expect(try Command.run(["decide", out, bad]).messages.contains("b.json: 'fileDigest' has to be text"))
    let wanted = try folder.file("w.json", record(String(digest), iqa: "action"))
    #expect(try Command.run(["decide", out, wanted]).messages.contains("1 decisions recorded"))
    #expect(try Command.run(["audit", out]).output.contains("p0.md: action\n  Jo, moderator, 2026-03-09"))
    let agreed = try Command.run(["agree", out])
    #expect(agreed.output.hasPrefix("1 decision by people on 1 submission"), "\(agreed.output)")
    #expect(try Command.run(["agree", out + "/results.jsonl", path]).output == agreed.output)
    let other = try folder.file("o.json", record(String(repeating: "0", count: 64)))
    #expect(
      try Command.run(["decide", out, other]).messages.contains("it is about another version of 'p0.md'"))
    #expect(
      try Command.run(["decide", folder.place.path, path]).messages.contains("there is no store in it"))
  }

  @Test func copiesHaveDecisionsOfTheirOwn() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let text = Data("# Objectives\n\n1. Raise CSAT from 60% to 85% by 30 June 2026, the team target.\n".utf8)
    for name in ["a.md", "b.md"] { _ = try folder.file(name, text) }
    let manifest = try folder.file("m.csv", Data("file,learner\na.md,A\nb.md,B\n".utf8))
    let out = folder.place.path + "/out"
    #expect(try Command.run(["batch", manifest, "-o", out, "-u", "personal-growth"]).code == 0)
    let marks = try folder.file(
      "marks.csv", Data("file,criterion,decision,by\na.md,smart-objectives,met,Kim\n".utf8))
    #expect(try Command.run(["decide", out, marks]).code == 0)
    func rows() throws -> [String] {
      try String(contentsOfFile: out + "/results.csv", encoding: .utf8).components(separatedBy: "\r\n")
        .filter { $0.contains(",met,Kim,") }
    }
    #expect(try rows().count == 1)
    #expect(try rows().first?.hasPrefix("a.md,") == true)
    let before = try Data(contentsOf: URL(fileURLWithPath: out + "/cohort.html"))
    #expect(try Command.run(["batch", manifest, "-o", out, "-u", "personal-growth"]).code == 0)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: out + "/cohort.html")) == before, "a new run keeps them")
    let alone = try folder.file("alone.jsonl", Data(contentsOf: URL(fileURLWithPath: out + "/results.jsonl")))
    #expect(try Command.run(["similar", alone]).code == 64)
    let pairs = try Command.run(["similar", alone, "--files", folder.place.path])
    #expect(pairs.output.hasPrefix("0 pairs of 2 submissions"), "too short to tell: \(pairs.output)")
  }

  @Test func mergesPartsToTheBytesOfTheWhole() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let out = try Self.batch(in: folder)
    let lines = try String(contentsOfFile: out + "/results.jsonl", encoding: .utf8).split(separator: "\n")
    let one = try folder.file("one.jsonl", Data((lines[2] + "\n").utf8))
    let two = try folder.file("two.jsonl", Data((lines[1] + "\n" + lines[0] + "\n").utf8))
    let merged = folder.place.path + "/merged"
    let ran = try Command.run(["merge", one, two, one, "-o", merged])
    #expect(ran.code == 0, "\(ran.messages)")
    for name in ["results.jsonl", "results.csv"] {
      #expect(
        FileManager.default.contentsEqual(atPath: out + "/" + name, andPath: merged + "/" + name), "\(name)")
    }
    let strange = try folder.file("strange.jsonl", Data((lines[0].replacing("met", with: "mot") + "\n").utf8))
    #expect(try Command.run(["merge", one, two, strange, "-o", merged]).code == 2)
  }
}
