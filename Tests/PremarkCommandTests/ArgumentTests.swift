import Foundation
import PremarkAnnotation
import Testing

@testable import premark

struct ArgumentTests {
  /// What stands in the tables of README.md and at the top of Rules/README.md, without the first word.
  static let documented: [[String]] = ["README.md", "Rules/README.md"].flatMap { path -> [[String]] in
    let page = (try? String(contentsOf: Command.root.appendingPathComponent(path), encoding: .utf8)) ?? ""
    let lines = page.split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| `premark ") && !$0.contains("…") }.map {
      $0.components(separatedBy: "`")[1]
    }
    let indented = lines.filter { $0.hasPrefix("    premark ") }.map {
      $0.drop { $0 == " " }.components(separatedBy: "   ")[0]
    }
    return (rows + indented).map { $0.split(separator: " ").dropFirst().map(String.init) }
  }

  @Test func readsEveryCommandThatThePagesShow() throws {
    #expect(Self.documented.count > 20)
    for line in Self.documented {
      #expect(throws: Never.self, "premark \(line.joined(separator: " "))") { try ArgumentParser.parse(line) }
    }
    let shown = Set(Self.documented.filter { $0.first == "rules" }.compactMap { $0.dropFirst().first })
    #expect(CommandTable.rules.subcommands.map { $0.path[1] }.filter { !shown.contains($0) } == [])
  }

  @Test(arguments: [
    ("a value after a space", ["check", "a", "--unit", "x"], OptionName.unit, "x"),
    ("a value after =", ["check", "a", "--unit=x"], .unit, "x"),
    ("an empty value after =", ["check", "a", "--learner="], .learner, ""),
    ("a value with = in it", ["check", "a", "--learner=a=b"], .learner, "a=b"),
    ("a letter", ["check", "a", "-u", "x"], .unit, "x"),
    ("a letter with the value at it", ["check", "a", "-ux"], .unit, "x"),
    ("an option before operands", ["check", "--format", "json", "a"], .format, "json"),
    ("the last of two", ["check", "a", "-f", "json", "-f", "markdown"], .format, "markdown"),
    ("the standard value", ["check", "a"], .format, "text"),
    ("a lone - as value", ["check", "a", "--learner", "-"], .learner, "-"),
  ])
  func takesValues(_ why: String, _ line: [String], _ option: OptionName, _ value: String) throws {
    #expect(try ArgumentParser.parse(line).value(option) == value, "\(why)")
  }

  @Test(arguments: [
    ("plain ones", ["check", "a", "b"], ["a", "b"]),
    ("standard input", ["check", "-"], ["-"]),
    ("after --", ["check", "--", "--unit", "-x"], ["--unit", "-x"]),
    ("options between", ["check", "a", "--plain", "b"], ["a", "b"]),
    ("none where none is needed", ["rules", "test"], []),
    ("none with a call for help", ["check", "--help"], []),
  ])
  func takesOperands(_ why: String, _ line: [String], _ operands: [String]) throws {
    #expect(try ArgumentParser.parse(line).operands == operands, "\(why)")
  }

  @Test(arguments: [
    (["chek"], "unknown command 'chek'; did you mean 'check'?", "premark"),
    (["rules", "tets"], "unknown command 'tets'; did you mean 'test'?", "premark rules"),
    (["frobnicate"], "unknown command 'frobnicate'", "premark"),
    (
      ["check", "a", "--fromat", "json"], "unknown option '--fromat'; did you mean '--format'?",
      "premark check"
    ),
    (["check", "a", "-x"], "unknown option '-x'", "premark check"),
    (["text", "a", "--unit", "x"], "unknown option '--unit'", "premark text"),
    (["check", "a", "--unit"], "option '--unit' needs a value (ID)", "premark check"),
    (["check", "a", "--unit", "--plain"], "option '--unit' needs a value (ID)", "premark check"),
    (["check", "a", "--plain=yes"], "option '--plain' takes no value, but 'yes' was given", "premark check"),
    (["check"], "'premark check' needs at least one FILE", "premark check"),
    (["inspect"], "'premark inspect' needs a FILE", "premark inspect"),
    (["text", "a", "b"], "'b' is one argument too many for 'premark text'", "premark text"),
    (
      ["check", "a", "--format", "jsn"],
      "'jsn' is no value of '--format'; it takes text, json, markdown or html; did you mean 'json'?",
      "premark check"
    ),
    (
      ["check", "a", "--fail-on", "met"], "'met' is no value of '--fail-on'; it takes partly or not-met",
      "premark check"
    ),
  ])
  func saysWhatIsWrong(_ line: [String], _ message: String, _ command: String) {
    #expect(throws: UsageError(message: message, command: command)) { try ArgumentParser.parse(line) }
  }

  @Test func allTablesHoldTogether() {
    for command in Completions.commands(under: CommandTable.root) {
      #expect(command.options.contains { $0.name == .help }, "\(command.name)")
      #expect(command.operands.dropLast().allSatisfy { !$0.isRepeated && !$0.isOptional }, "\(command.name)")
      #expect(Set(command.options.map(\.name)).count == command.options.count, "\(command.name)")
      #expect(Set(command.options.compactMap(\.letter)).count == command.options.compactMap(\.letter).count)
      for option in command.options {
        #expect((option.value == .none) == option.valueName.isEmpty, "\(command.name) \(option.long)")
        if let standard = option.standard { #expect(option.value.allowed?.contains(standard) ?? true) }
      }
    }
  }

  @Test(arguments: [
    ("as ISO writes it", "2026-04-30", [2026, 4, 30]), ("as people write it", "30/04/2026", [2026, 4, 30]),
    ("without zeros", "1/2/2026", [2026, 2, 1]), ("a leap day", "2024-02-29", [2024, 2, 29]),
    ("no leap day", "2026-02-29", nil), ("no such month", "2026-13-01", nil),
    ("no such day", "2026-04-31", nil),
    ("two figures", "2026-04", nil), ("a sign", "+026-04-01", nil), ("words", "yesterday", nil),
    ("too many figures", "2026-04-30-1", nil),
    ("a figure that is too long", "99999999999999999999-01-01", nil),
  ])
  func readsDays(_ why: String, _ written: String, _ day: [Int]?) {
    let read = MarkingOptions.day(written).map { [$0.year, $0.month, $0.day].compactMap(\.self) }
    #expect(read == day, "\(why)")
  }
}
