import Foundation
import Testing

@testable import premark

/// `premark batch` and `premark worker` on small submissions.
@Suite(.timeLimit(.minutes(5)))
struct BatchTests {
  private static func plan(_ number: Int) -> Data {
    Data(
      "# Objectives\n\n\(number). Raise CSAT from \(60 + number)% to 85% by 30 June 2026, the team target.\n"
        .utf8)
  }

  private static func cohort(_ count: Int, in folder: TemporaryFolder) throws -> String {
    let cohort = folder.place.appendingPathComponent("cohort")
    try FileManager.default.createDirectory(at: cohort, withIntermediateDirectories: true)
    for number in 0..<count {
      try plan(number).write(to: cohort.appendingPathComponent("plan-\(number).md"))
    }
    return cohort.path
  }

  private static func bytes(_ folder: String) throws -> [Data] {
    try ["results.jsonl", "results.csv", "cohort.html"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent($0))
    }
  }

  private static let unit = ["-u", "personal-growth"]
  /// A worker that dies on a file called poison, and else works.
  private static var brittle: String {
    """
    while read -r line; do case "$line" in *poison*) kill -SEGV $$ ;; \
    *) printf '%s\\n' "$line" | '\(Command.program.path)' worker ;; esac; done
    """
  }

  @Test func givesTheSameBytesWhateverTheJobs() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(6, in: folder)
    let (one, three) = (folder.place.path + "/one", folder.place.path + "/three")
    #expect(try Command.run(["batch", cohort, "-o", one, "-j", "1"] + Self.unit).code == 0)
    #expect(try Command.run(["batch", cohort, "-o", three, "-j", "3"] + Self.unit).code == 0)
    #expect(try Self.bytes(one) == Self.bytes(three))
    let reports = try FileManager.default.contentsOfDirectory(atPath: one + "/reports")
    #expect(reports.count == 6)
    let results = try String(contentsOfFile: one + "/results.jsonl", encoding: .utf8)
    let checked = try Command.run(
      ["check", cohort + "/plan-0.md", "-f", "json"] + Self.unit)
    #expect(
      results.split(separator: "\n").first.map(String.init)
        == #"{"submission":{"id":"plan-0.md"},"# + checked.output.dropFirst().dropLast())
  }

  @Test func marksOnlyWhatHasChanged() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(3, in: folder)
    let line = ["batch", cohort, "-o", folder.place.path + "/out"] + Self.unit
    #expect(try Command.run(line).messages.contains("3 submissions: 3 marked"))
    try Self.plan(7).write(to: URL(fileURLWithPath: cohort + "/plan-1.md"))
    #expect(try Command.run(line).messages.contains("3 submissions: 1 marked, 2 unchanged"))
    try FileManager.default.removeItem(atPath: cohort + "/plan-0.md")
    #expect(try Command.run(line).messages.contains("2 submissions: 0 marked, 2 unchanged"))
    let results = try String(contentsOfFile: folder.place.path + "/out/results.jsonl", encoding: .utf8)
    #expect(results.split(separator: "\n").count == 2)
  }

  @Test func onePoisonFileCostsItselfOnly() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(3, in: folder)
    try Self.plan(9).write(to: URL(fileURLWithPath: cohort + "/poison.md"))
    let out = folder.place.path + "/out"
    let ran = try Command.run(["batch", cohort, "-o", out, "--worker", Self.brittle] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.messages.contains("4 submissions: 4 marked, 1 could not be marked"), "\(ran.messages)")
    let results = try String(contentsOfFile: out + "/results.jsonl", encoding: .utf8)
    #expect(
      results.contains(#""code":"worker-crashed","message":"marking it ended the program twice (signal 11)"#))
    #expect(results.components(separatedBy: #""nextEdits""#).count == 4)
    let again = try Command.run(["batch", cohort, "-o", out, "--worker", Self.brittle] + Self.unit)
    #expect(again.messages.contains("0 marked, 4 unchanged"))
    let healed = try Command.run(["batch", cohort, "-o", out, "--retry"] + Self.unit)
    #expect(healed.code == 0)
    #expect(healed.messages.contains("4 submissions: 1 marked, 3 unchanged"))
  }

  @Test func aWorkerThatTakesTooMuchMemoryCostsOneFile() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(3, in: folder)
    try Self.plan(9).write(to: URL(fileURLWithPath: cohort + "/poison.md"))
    let out = folder.place.path + "/out"
    // awk doubles a text until the system gives it no more
    let greedy = Self.brittle.replacing(
      "kill -SEGV $$", with: "exec awk 'BEGIN { s = \"sixteen letters.\"; while (1) s = s s }' 2> /dev/null")
    let ran = try Command.run(
      ["batch", cohort, "-o", out, "--worker", greedy, "--memory", "512"] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.messages.contains("4 submissions: 4 marked, 1 could not be marked"), "\(ran.messages)")
    let results = try String(contentsOfFile: out + "/results.jsonl", encoding: .utf8)
    #expect(
      results.contains(
        #""code":"worker-memory","message":"marking it took more than 512 MB of memory, twice"#),
      "\(results)")
  }

  @Test func givesUpWhereTheWorkerItselfIsWrong() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(20, in: folder)
    let out = folder.place.path + "/out"
    let ran = try Command.run(["batch", cohort, "-o", out, "-j", "1", "--worker", "exit 9"] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.messages.contains("the first 16 submissions each lost two workers"), "\(ran.messages)")
    #expect(!FileManager.default.fileExists(atPath: out + "/results.jsonl"))
    let again = try Command.run(["batch", cohort, "-o", out, "--retry", "-a", "none"] + Self.unit)
    #expect(again.messages.contains("20 submissions: 20 marked"), "\(again.messages)")
  }

  @Test func goesOnAfterItWasKilled() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let cohort = try Self.cohort(8, in: folder)
    let (whole, killed) = (folder.place.path + "/whole", folder.place.path + "/killed")
    #expect(try Command.run(["batch", cohort, "-o", whole] + Self.unit).code == 0)
    let slow =
      "while read -r line; do sleep 0.7; printf '%s\\n' \"$line\" | '\(Command.program.path)' worker; done"
    let process = Process()
    process.executableURL = Command.program
    process.arguments = ["batch", cohort, "-o", killed, "-j", "2", "--worker", slow] + Self.unit
    process.standardError = FileHandle.nullDevice
    try process.run()
    for _ in 0..<600 {
      let pages = try? FileManager.default.contentsOfDirectory(atPath: killed + "/reports")
      if pages?.count ?? 0 > 2 { break }
      Thread.sleep(forTimeInterval: 0.1)
    }
    Thread.sleep(forTimeInterval: 0.6)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(!FileManager.default.fileExists(atPath: killed + "/results.jsonl"), "it was not done")
    let resumed = try Command.run(["batch", cohort, "-o", killed] + Self.unit)
    #expect(resumed.code == 0, "\(resumed.messages)")
    #expect(!resumed.messages.contains("8 marked"), "what was recorded is kept: \(resumed.messages)")
    #expect(try Self.bytes(whole) == Self.bytes(killed))
  }

  @Test func keepsNamesOut() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    _ = try folder.file(
      "smith.md",
      Data("# Plan\n\nRaise CSAT from 70% to 85% by 30 June 2026 with help from Zebedee Smith.\n".utf8))
    let manifest = try folder.file("m.csv", Data("file,learner\nsmith.md,Jane Smith\n".utf8))
    let out = folder.place.path + "/out"
    #expect(try Command.run(["batch", manifest, "-o", out, "--pseudonyms"] + Self.unit).code == 0)
    for bytes in try Self.bytes(out) {
      let text = String(decoding: bytes, as: UTF8.self)
      for name in ["Jane", "mith", "Zebedee"] { #expect(!text.contains(name), "\(name)") }
      #expect(text.contains("Learner 00001"))
    }
  }

  @Test func answersALineWithALine() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let good = try folder.file("good.md", Self.plan(1))
    let requests = """
      \(good)

      {"file":"\(good)","unit":"personal-growth","submission":{"id":"7/x","assessor":"Kim"}}
      {"file":"/nonexistent"}
      {"fil
      {"file":"\(good)","unit":"nonsense"}
      """
    let ran = try Command.run(["worker"] + Self.unit, input: Data(requests.utf8))
    let lines = ran.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[1] == #"{"submission":{"id":"7/x","assessor":"Kim"},"# + lines[0].dropFirst())
    #expect(lines[2].contains(#""code":"missing""#))
    #expect(lines[3].contains(#""code":"bad-request""#))
    #expect(lines[4].contains(#""code":"unit-unknown""#))
  }

  @Test func fillsMoodlesWorksheetAndZip() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let place = folder.place.appendingPathComponent("d/Sian OBrien_4821_assignsubmission_file")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Self.plan(1).write(to: place.appendingPathComponent("PDP.md"))
    let rest = "\"O\"\"Brien, Siân\",=x,-"
    let sheet = try folder.file(
      "Grades-PDP.csv",
      Data(
        "Identifier,Full name,Status,Last modified (grade),Grade,Feedback comments\nParticipant 4821,\(rest),,<p>Hi</p>\n"
          .utf8))
    let out = folder.place.path + "/out"
    let line = ["batch", folder.place.path + "/d", "-o", out, "--worksheet", sheet] + Self.unit
    for _ in 1...2 {
      let ran = try Command.run(line)
      #expect(ran.code == 0, "\(ran.messages)")
      let written = try String(contentsOfFile: out + "/Grades-PDP.csv", encoding: .utf8)
      #expect(
        written.hasPrefix(
          "Identifier,Full name,Status,Last modified (grade),Grade,Feedback comments\nParticipant 4821,\(rest),,"
        ))
      #expect(written.contains("<p>Hi</p><p><strong>Premark, before marking</strong></p><ul>"))
      #expect(written.split(separator: "\n").count == 2, "a comment is one line")
    }
    let zip = try Data(contentsOf: URL(fileURLWithPath: out + "/moodle-feedback.zip"))
    #expect(zip.range(of: Data("Sian OBrien_4821_assignsubmission_file/premark-feedback.html".utf8)) != nil)
    let strange = try folder.file(
      "s.csv", Data("Identifier,Grade,Last modified (grade)\nParticipant 5,,-\n".utf8))
    let refused = try Command.run(
      ["batch", folder.place.path + "/d", "-o", out, "--worksheet", strange] + Self.unit)
    #expect(refused.code == 2)
    #expect(refused.messages.contains("is it a team assignment"))
  }

  @Test(arguments: [
    (["batch", "x"], "say with '--output FOLDER'", 64),
    (["batch", "/nonexistent", "-o", "/tmp/x"], "no such file", 2),
    (["batch", "Rules", "-o", "/tmp/x", "-j", "0"], "takes a number from 1 to 256", 64),
    (["batch", "Rules", "-o", "/proc/none"], "it cannot be made", 2),
    (["batch", "Rules", "-o", "/tmp/x", "-u", "grwth"], "there are no rules for a unit", 64),
    (["batch", "Rules", "-o", "/tmp/x", "--grades"], "'--grades' needs '--worksheet FILE'", 64),
  ])
  func saysWhatIsWrong(_ line: [String], _ words: String, _ code: Int32) throws {
    let ran = try Command.run(line)
    #expect(ran.code == code)
    #expect(ran.messages.contains(words), "\(ran.messages)")
  }
}
