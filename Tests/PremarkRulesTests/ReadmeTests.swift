import Foundation
import PremarkRules
import Testing

/// Every example of `Rules/README.md` is read as it stands.
struct ReadmeTests {
  /// What stands between fences of that kind, in order.
  private static func blocks(_ kind: String) throws -> [String] {
    let page = try String(
      contentsOf: ShippedRules.folder.appendingPathComponent("README.md"), encoding: .utf8)
    var blocks: [String] = []
    var block: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        if line == "```" {
          blocks.append(open.joined(separator: "\n") + "\n")
          block = nil
        } else {
          block = open + [line]
        }
      } else if line == "```" + kind {
        block = []
      }
    }
    return blocks
  }

  /// The statements of the page as one unit, with more behind them.
  private static func load(_ more: String) throws -> LoadedRules {
    let statements = try blocks("rules").filter { !$0.hasPrefix("language") }
    return RuleText.load(
      "language 1\nunit page\n  title \"t\"\n\n" + statements.joined(separator: "\n") + "\n" + more)
  }

  private static func problems(_ loaded: LoadedRules) -> String {
    let found = loaded.diagnostics.filter { $0.code != .unused && $0.code != .missingExamples }
    return DiagnosticRenderer(files: loaded.files).drawing(of: found)
  }

  @Test func itsStatementsAreReadWithoutAWarning() throws {
    let loaded = try Self.load("")
    #expect(Self.problems(loaded) == "")
    #expect(loaded.ruleSet.criteria.count == 2 && loaded.ruleSet.items.count == 1)
    #expect(loaded.ruleSet.items.first?.sources.count == 9)
    let unexampled = loaded.diagnostics.filter { $0.code == .missingExamples }
    #expect(unexampled.isEmpty)
  }

  @Test func itsFilesAreReadWithoutAWarning() throws {
    let files = try Self.blocks("rules").filter { $0.hasPrefix("language") }
    #expect(files.count == 2)
    let loaded = RuleText.load(files[0], ["trade": files[1]])
    #expect(Self.problems(loaded) == "")
  }

  @Test func itsConditionsAreRead() throws {
    let lines = try Self.blocks("conditions").flatMap { $0.split(separator: "\n") }
    #expect(lines.count > 8)
    for line in lines {
      let loaded = try Self.load("indicator on-the-page\n  clause \(line)\n")
      #expect(Self.problems(loaded) == "", "\(line)")
    }
  }

  @Test func itsTestsAreRead() throws {
    let lines = try Self.blocks("tests").flatMap { $0.split(separator: "\n") }
    #expect(lines.count > 12)
    for line in lines {
      let loaded = try Self.load("tip on-the-page\n  when \(line)\n  says \"x\"\n")
      #expect(Self.problems(loaded) == "", "\(line)")
    }
  }
}
