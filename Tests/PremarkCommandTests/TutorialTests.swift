import Foundation
import Testing

/// "Your first rule in ten minutes" of `Rules/README.md`, followed word by word from an empty folder.
@Suite(.timeLimit(.minutes(5)))
struct TutorialTests {
  private static let unit = "Rules/telephone-manner/unit.rules"
  private static let submission = "Rules/telephone-manner/examples/first.md"

  @Test func worksAsItIsWritten() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let page = try Self.tutorial()
    let (blocks, outputs) = (Self.fenced("rules", page), Self.fenced("text", page))
    try #require(blocks.count == 3 && outputs.count == 4)

    // 1 and 2: a unit that works, and reads as the page says
    try Self.follow(outputs[0], in: folder.place)
    var rules = try Self.read(Self.unit, folder)
    for part in blocks[0].components(separatedBy: "\n\n") {
      #expect(rules.contains(part.trimmingCharacters(in: .newlines)), "'rules new' writes otherwise: \(part)")
    }

    // 3: a rule that nothing asks for
    rules += "\n" + blocks[1]
    try Self.write(rules, Self.unit, folder)
    let warned = try Command.run(["rules", "check", "--rules", "Rules"], in: folder.place)
    #expect(
      warned.code == 0 && warned.output.contains("'acted-on-feedback' is never used"), "\(warned.output)")

    // 4: the criterion asks for it, and the example falls short
    let from = try #require(blocks[2].range(of: "  requires acted-on"))
    let to = try #require(blocks[2].range(of: "  met when all"))
    let lines = String(blocks[2][from.lowerBound..<to.lowerBound])
    rules = rules.replacingOccurrences(of: "  met when all\n", with: lines + "  met when all\n")
    #expect(rules.contains(blocks[2].trimmingCharacters(in: .newlines)))
    try Self.write(rules, Self.unit, folder)
    let checked = try Command.run(["rules", "check", "--rules", "Rules"], in: folder.place)
    #expect(checked.output.contains("0 errors, 0 warnings"), "\(checked.output)")
    try Self.follow(outputs[1], in: folder.place, code: 1)

    // 5 and 6: the example is mended, and explained
    let line = "Since then I have stopped interrupting people.\n"
    #expect(page.contains(line.dropLast()))
    try Self.write(Self.read(Self.submission, folder) + line, Self.submission, folder)
    let tested = try Command.run(["rules", "test", "--rules", "Rules"], in: folder.place)
    #expect(tested.code == 0, "\(tested.output)")
    let explained = try Command.run(Self.arguments(outputs[2]), in: folder.place)
    #expect(explained.code == 0 && explained.output.contains("acted-on (essential)"), "\(explained.messages)")
    #expect(explained.output.contains("● held    acted-on (essential)"))

    // 7: a mistake is answered as the page says
    rules = rules.replacingOccurrences(of: "<change-word>", with: "<change-words>")
    try Self.write(rules, Self.unit, folder)
    let wrong = try Command.run(["rules", "check", "--rules", "Rules"], in: folder.place)
    #expect(wrong.code == 2 && wrong.output.contains(outputs[3]), "\(wrong.output)")
  }

  /// Runs each command of a block and compares what the last one prints.
  private static func follow(_ block: String, in folder: URL, code: Int32 = 0) throws {
    let lines = block.split(separator: "\n").map(String.init)
    for (at, line) in lines.enumerated() where line.hasPrefix("$ ") {
      let ran = try Command.run(arguments(line), in: folder)
      let expected = lines[(at + 1)...].prefix { !$0.hasPrefix("$ ") }.joined(separator: "\n")
      #expect(expected.isEmpty || ran.output.contains(expected), "\(line): \(ran.output)\(ran.messages)")
      #expect(ran.code == code, "\(line): \(ran.messages)")
    }
  }

  /// `$ premark rules check` without the first two words.
  private static func arguments(_ line: String) -> [String] {
    line.split(whereSeparator: \.isWhitespace).dropFirst(2).map(String.init)
  }

  private static func tutorial() throws -> String {
    let page = try String(
      contentsOf: Command.root.appendingPathComponent("Rules/README.md"), encoding: .utf8)
    let start = try #require(page.range(of: "## Your first rule in ten minutes"))
    let end = try #require(page.range(of: "## Layout"))
    return String(page[start.upperBound..<end.lowerBound])
  }

  /// What stands between fences of that kind, in order.
  private static func fenced(_ kind: String, _ page: String) -> [String] {
    page.components(separatedBy: "```" + kind + "\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  private static func read(_ path: String, _ folder: TemporaryFolder) throws -> String {
    try String(contentsOf: folder.place.appendingPathComponent(path), encoding: .utf8)
  }

  private static func write(_ text: String, _ path: String, _ folder: TemporaryFolder) throws {
    try Data(text.utf8).write(to: folder.place.appendingPathComponent(path))
  }
}
