import Foundation
import Testing

@testable import premark

/// Runs the built program: exit codes, messages, what goes where.
@Suite(.timeLimit(.minutes(5)))
struct CommandTests {
  private static let plan = Data(
    """
    # Skills audit

    My call handling is good, 92% for quality in March. Complaints are my weak point: 3 out of 10.

    # Objectives

    1. Raise CSAT from 72% to 85% by 30 June 2026, the team target.

    """.utf8)

  private static let unit = ["--unit", "personal-growth"]

  @Test(arguments: BadInput.all)
  func refusesInOneLine(_ bad: BadInput) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.place.appendingPathComponent(bad.name).path
    try bad.make(path)
    let good = try folder.file("good.md", Self.plan)
    let ran = try Command.run(["check", path, good, "--format", "json"] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.lines.count == 1)
    #expect(ran.messages.hasPrefix("premark: \(path): "), "\(ran.messages)")
    #expect(ran.messages.contains(bad.words), "\(ran.messages)")
    #expect(ran.messages.contains("; "), "says what to do: \(ran.messages)")
    let results = try ran.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(results.count == 2, "the other file still gets its result")
    #expect((results.first?["error"] as? [String: Any])?["code"] as? String == bad.code)
    #expect((results.last?["criteria"] as? [Any])?.count == 4)
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func refusesWhatMayNotBeRead() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try folder.file("locked.md", Self.plan)
    chmod(path, 0)
    let ran = try Command.run(["check", path] + Self.unit)
    #expect(ran.code == 2)
    #expect(ran.messages.contains("you may not read it"))
  }

  @Test func takesStandardInput() throws {
    let ran = try Command.run(["check", "-", "-f", "json"] + Self.unit, input: Self.plan)
    #expect(ran.code == 0)
    #expect(ran.output.contains(#""name":"-""#))
    let empty = try Command.run(["check", "-"] + Self.unit)
    #expect(empty.code == 2)
    #expect(empty.messages.hasPrefix("premark: standard input: "))
  }

  @Test(arguments: [
    ("nothing asked of it", [], 0), ("a level not reached", ["--fail-on", "not-met"], 1),
    ("one that is", ["--fail-on", "partly"], 1),
  ])
  func failsWhereAsked(_ why: String, _ options: [String], _ code: Int32) throws {
    let blank = Data("Name: ____\n\nObjective: ____\n".utf8)
    #expect(try Command.run(["check", "-"] + options + Self.unit, input: blank).code == code, "\(why)")
  }

  @Test func unreadWinsOverFailed() throws {
    let ran = try Command.run(
      ["check", "-", "/nonexistent", "--fail-on", "partly"] + Self.unit, input: Self.plan)
    #expect(ran.code == 2)
  }

  @Test func severalFilesEndWithATable() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let files = try ["one.md", "two.md"].map { try folder.file($0, Self.plan) }
    let ran = try Command.run(["check"] + files + ["/nonexistent.docx"] + Self.unit)
    let last = ran.output.split(separator: "\n").suffix(5).map(String.init)
    #expect(last.first?.hasPrefix("Summary: 3 files, 1 not read") == true, "\(ran.output)")
    #expect(last.last?.hasSuffix("could not be read") == true)
  }

  @Test func worksOutTheUnit() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let named = try folder.file("named.md", Data("# Manage personal growth\n\nI take calls.\n".utf8))
    let unnamed = try folder.file("unnamed.md", Data("I take calls.\n".utf8))
    let ran = try Command.run(["check", named, unnamed, "--format", "json"])
    #expect(ran.code == 2)
    #expect(ran.output.contains("\"unit\":{\"id\":\"personal-growth\""))
    #expect(ran.output.contains("\"unit-unknown\""))
    #expect(ran.lines.count == 1)
    #expect(
      ran.messages.contains("unnamed.md: it does not say for which unit it was written; name the unit with "))
  }

  @Test(arguments: [
    (["check", "x.md", "--unit", "personal-grwth"], "did you mean 'personal-growth'?"),
    (["check", "x.md", "--unit", "personal-growth", "--submitted", "soon"], "'soon' is no date"),
    (["check", "x.md", "--unit", "personal-growth", "--learner", " "], "'--learner' needs a name"),
    (["completions", "tcsh"], "only for bash, zsh or fish"),
    (["help", "chek"], "did you mean 'check'?"),
    (["frobnicate"], "unknown command"),
    (["rules", "test", "nothing-like-it"], "there are no rules for a unit"),
  ])
  func wrongUsageIsOneLine(_ arguments: [String], _ words: String) throws {
    let ran = try Command.run(arguments)
    #expect(ran.code == 64)
    #expect(ran.output.isEmpty)
    #expect(ran.lines.count == 1)
    #expect(ran.messages.contains(words), "\(ran.messages)")
    #expect(ran.messages.contains("--help'"))
  }

  @Test(arguments: Completions.commands(under: CommandTable.root).map(\.path))
  func explainsEveryCommand(_ path: [String]) throws {
    let asked = try Command.run(path + ["--help"])
    #expect(asked.code == 0)
    #expect(asked.messages.isEmpty)
    #expect(asked.output == (try Command.run(["help"] + path)).output)
    for line in asked.output.split(separator: "\n") where !line.hasPrefix("  premark ") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreScripts(_ shell: String) throws {
    let script = try Command.run(["completions", shell])
    #expect(script.code == 0)
    #expect(script.output.contains("personal-growth"))
    #expect(script.output.contains("fail-on"))
    guard
      let path = ["/bin/", "/usr/bin/", "/usr/local/bin/"].map({ $0 + shell }).first(
        where: FileManager.default.isExecutableFile)
    else { return }
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.file("premark.\(shell)", Data(script.output.utf8))
    let check = Process()
    check.executableURL = URL(fileURLWithPath: path)
    check.arguments = ["-n", file]
    try check.run()
    check.waitUntilExit()
    #expect(check.terminationStatus == 0)
  }

  @Test func endsQuietlyOnAClosedPipe() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "-c", "'\(Command.program.path)' check --help | true; echo ${PIPESTATUS[0]} >&2",
    ]
    let pipe = Pipe()
    shell.standardError = pipe
    try shell.run()
    shell.waitUntilExit()
    let messages = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(messages == "0\n")
  }

  @Test func nothingTheLearnerWroteSteersTheTerminal() throws {
    let hostile = Data(
      "# Skills audit\n\nMy call handling is \u{1B}]0;owned\u{07}good, 92% in March \u{202E}gnp.\n".utf8)
    for format in [["check", "-"] + Self.unit, ["inspect", "-"]] {
      let ran = try Command.run(format, input: hostile)
      #expect(ran.code == 0)
      let bad = ran.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n") || $0.properties.isBidiControl
      }
      #expect(bad.isEmpty)
    }
  }

  @Test func plainIsASCIIAndWithoutColour() throws {
    let ran = try Command.run(["check", "-", "--plain"] + Self.unit, input: Self.plan)
    #expect(ran.output.utf8.allSatisfy { $0 < 0x80 && $0 != 0x1B })
  }

  @Test func showsTheTextOfADocument() throws {
    let ran = try Command.run(["text", "-"], input: Self.plan)
    #expect(ran.output.hasPrefix("Skills audit\nMy call handling is good"))
  }

  @Test func namesItsVersion() throws {
    #expect(try Command.run(["--version"]).output == "premark 0.1.0\n")
  }

  @Test func aFolderGivesTheSameAsTheRulesBuiltIn() throws {
    let built = try Command.run(["check", "-", "-f", "json"] + Self.unit, input: Self.plan)
    let folder = try Command.run(
      ["check", "-", "-f", "json", "--rules", "Rules"] + Self.unit, input: Self.plan)
    #expect(built.output == folder.output)
  }

  @Test func wrongRulesAreDrawn() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let rules = folder.place.appendingPathComponent("Rules")
    try FileManager.default.copyItem(
      at: Command.root.appendingPathComponent("Rules").resolvingSymlinksInPath(), to: rules)
    let file = rules.appendingPathComponent("personal-growth/unit.rules")
    var text = try String(contentsOf: file, encoding: .utf8)
    text += "\nindicatr broken\n  clause <no-such-list>\n"
    try text.write(to: file, atomically: true, encoding: .utf8)
    for command in [["check", "-"] + Self.unit, ["rules", "check"], ["rules", "test"], ["units"]] {
      let ran = try Command.run(command + ["--rules", rules.path], input: Self.plan)
      #expect(ran.code == 2, "\(command)")
      #expect((ran.output + ran.messages).contains("indicatr"), "\(command)")
    }
    let missing = try Command.run(["units", "--rules", folder.place.path + "/none"])
    #expect(missing.code == 2)
    #expect(missing.lines.count == 1)
  }
}
