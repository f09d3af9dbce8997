import Foundation
import Testing

/// `premark check --annotate`, `--open` and `premark progress`.
@Suite(.timeLimit(.minutes(5)))
struct AnnotateTests {
  private static let unit = ["--unit", "personal-growth"]
  private static let plan = Command.root.appendingPathComponent(
    "Rules/personal-growth/examples/council-tax-phones.docx"
  ).path

  @Test func givesTheFileBackWithCommentsAndReadsItTheSame() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let copy = folder.place.appendingPathComponent("copy/plan.docx").path
    let before = try Command.run(["check", Self.plan, "-f", "json", "--annotate", copy] + Self.unit)
    #expect(before.code == 0 && before.messages.isEmpty, "\(before.messages)")
    let after = try Command.run(["check", copy, "-f", "json"] + Self.unit)
    let criteria = { (text: String) in text.split(separator: "\"criteria\":").dropFirst().first }
    #expect(criteria(after.output) == criteria(before.output) && criteria(before.output) != nil)
    let words = try Command.run(["text", copy])
    #expect(words.output == (try Command.run(["text", Self.plan])).output)
    let again = folder.place.appendingPathComponent("again.docx").path
    _ = try Command.run(["check", Self.plan, "--annotate", again] + Self.unit)
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data(contentsOf: URL(fileURLWithPath: again)))
  }

  @Test func neverWritesOverASubmission() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let own = try folder.file("plan.docx", Data(contentsOf: URL(fileURLWithPath: Self.plan)))
    let named = try Command.run(["check", own, "--annotate", own] + Self.unit)
    #expect(named.code == 64 && named.messages.contains("would write over the submission"))
    let round = folder.place.appendingPathComponent("./plan.docx").path
    let other = try Command.run(
      [
        "check", own, "--annotate",
        folder.place.path + "/../" + folder.place.lastPathComponent + "/plan.docx",
      ] + Self.unit)
    #expect(other.code == 2 && other.messages.contains("is the submission itself"), "\(round)")
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: own)) == Data(contentsOf: URL(fileURLWithPath: Self.plan)))
  }

  @Test func onlyWordFilesTakeComments() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let plan = try folder.file("plan.md", Data("# Plan\n\nI want to lead a team.\n".utf8))
    let ran = try Command.run(["check", plan, "--annotate", plan + ".docx"] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.messages.contains("plan.md: only a Word document (.docx) can be given back with comments"))
  }

  @Test(arguments: [["--open"], ["--open", "-f", "html"], ["--open", "-o", "page.html"]])
  func openNeedsAPageInAFile(_ options: [String]) throws {
    let ran = try Command.run(["check", Self.plan] + options + Self.unit)
    #expect(ran.code == 64 && ran.messages.contains("--format html --output report.html --open"))
  }

  @Test func openShowsThePage() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let shown = folder.place.appendingPathComponent("shown").path
    let browser = try folder.file(
      "xdg-open", Data("#!/bin/sh\nprintf %s \"$1\" > \(shown).part\nmv \(shown).part \(shown)\n".utf8))
    chmod(browser, 0o755)
    let page = folder.place.appendingPathComponent("page.html").path
    let ran = try Command.run(
      ["check", Self.plan, "-f", "html", "-o", page, "--open"] + Self.unit,
      environment: ["PATH": folder.place.path + ":/usr/bin:/bin"])
    #expect(ran.code == 0, "\(ran.messages)")
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: shown) { usleep(25_000) }
    #expect(try String(contentsOfFile: shown, encoding: .utf8) == page)
  }

  @Test func progressComparesTwoVersions() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let later = Command.root.appendingPathComponent("Rules/personal-growth/examples/ackroyd.md").path
    let text = try String(contentsOfFile: later, encoding: .utf8)
    let earlier = try folder.file("draft.md", Data(text.prefix(text.count / 3).utf8))
    let ran = try Command.run(["progress", earlier, later] + Self.unit)
    #expect(ran.code == 0 && ran.output.contains("Gained") && !ran.output.contains("Lost"), "\(ran.output)")
    let json = try Command.run(["progress", later, earlier, "-f", "json"] + Self.unit)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["criteria"] as? [Any])?.count == 4)
    let page = try Command.run(["progress", earlier, later, "-f", "html"] + Self.unit)
    #expect(page.output.hasPrefix("<!doctype html>"))
    let missing = try Command.run(["progress", earlier, "missing.docx"] + Self.unit)
    #expect(missing.code == 2 && missing.output.isEmpty)
  }
}
