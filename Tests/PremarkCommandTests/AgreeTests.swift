import Foundation
import Testing

@testable import premark

/// `premark agree` on the shipped examples, with marks that differ from the proposals in known places.
struct AgreeTests {
  private static let examples = Command.root.appendingPathComponent("Rules/personal-growth/examples")

  private static func results(in folder: TemporaryFolder) throws -> (path: String, lines: [[String: Any]]) {
    let names = try FileManager.default.contentsOfDirectory(atPath: examples.path).sorted()
    let files = names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".docx") }.prefix(4).map {
      examples.appendingPathComponent($0).path
    }
    let ran = try Command.run(["check", "-u", "personal-growth", "-f", "json"] + files)
    let lines = try ran.output.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    return (try folder.file("results.jsonl", Data(ran.output.utf8)), lines)
  }

  /// A row for each criterion, Premark's own decision, but the first one lowered or raised.
  private static func marks(_ lines: [[String: Any]]) -> String {
    var rows = ["file,criterion,decision,assessor,date"]
    for (number, line) in lines.enumerated() {
      let name = (line["document"] as? [String: Any])?["name"] as? String ?? ""
      for (index, criterion) in (line["criteria"] as? [[String: Any]] ?? []).enumerated() {
        var decision = criterion["decision"] as? String ?? ""
        if number == 0, index == 0 { decision = decision == "met" ? "not-met" : "met" }
        rows.append("\(name),\(criterion["id"] ?? ""),\(decision),Kim,2026-03-0\(number + 1)")
      }
    }
    return rows.joined(separator: "\n") + "\n"
  }

  @Test func comparesADecisionThatDiffers() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (results, lines) = try Self.results(in: folder)
    let marks = try folder.file("marks.csv", Data(Self.marks(lines).utf8))
    let ran = try Command.run(["agree", results, marks, "-f", "json"])
    #expect(ran.code == 0, "\(ran.messages)")
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any])
    let all = try #require((report["comparisons"] as? [[String: Any]])?.first)
    let decisions = try #require(all["decisions"] as? Int)
    #expect(decisions == lines.count * 4)
    #expect(all["exact"] as? Int == decisions - 1)
    let text = try Command.run(["agree", folder.place.path, marks])
    #expect(text.code == 0)
    #expect(text.output.contains("Premark against assessor"))
    #expect(text.output.contains("Kim against premark, \(decisions) decisions"))
  }

  @Test func saysWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let (results, _) = try Self.results(in: folder)
    let strange = try folder.file("marks.csv", Data("file,criterion,decision\nnobody,plan,met\n".utf8))
    let ran = try Command.run(["agree", results, strange])
    #expect(ran.code == 2)
    #expect(ran.lines.first == "premark: \(strange): no result for 'nobody'")
    #expect(try Command.run(["agree", "/nonexistent", strange]).code == 2)
    #expect(try Command.run(["agree", strange, strange]).messages.contains("line 1 is no result"))
    let alone = try Command.run(["agree", results])
    #expect(alone.code == 2)
    #expect(alone.messages.contains("no decision of people is kept in it"), "\(alone.messages)")
    #expect(try Command.run(["agree"]).code == 64)
  }
}
