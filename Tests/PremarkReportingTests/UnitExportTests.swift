import PremarkReporting
import PremarkRules
import PremarkTestSupport
import PremarkText
import Testing

struct UnitExportTests {
  private static let golden = Golden()

  /// A unit with all that is awkward: an outcome in two places, a criterion of none, marks that HTML and CSV mean
  /// something by, advice with a gap in it, a title longer than Moodle takes.
  private static func rules(first: String = "") -> RuleSet {
    let long = String(repeating: "very ", count: 25) + "long"
    let unit = """
      language 1
      unit sample
        title      "Plan & review, \\"well\\""
        awarded by "City & Guilds"

      \(first)criterion early
        title   "State a <goal>"
        because "Marking point 1: a goal, and what it is for."
        outcome "Plan own work"
        requires goal-said
          held if at least 1 <goal>
          missing "a goal"
          advice  "Say what you want to reach."
        requires goal-counted supporting
          held if at least 2 <goal>
          missing "a second goal"
          advice  "You have {count}; say more."
        met when all
        praise   "Keep it in sight."

      criterion loose
        title   "=Reflect on a \(long) way"
        requires thought
          held if at least 1 <goal>
        met when all

      criterion late
        title   "Set dates"
        outcome "Plan own work"
        requires date-said
          held if at least 1 <goal>
          advice  "Objective {objective} has no date."
        met when all

      words goal
        become a team leader

      """
    return RuleLoader { _ in nil }.load(unit: RuleFile(path: "sample/unit.rules", text: Array(unit.utf8)))
      .ruleSet
  }

  private static let package = CasePackage(
    day: "2026-04-30", base: "https://college.test", version: "rules 1")

  @Test func isWhatOtherSystemsTake() throws {
    try Self.golden.expect(Self.package.report(Self.rules()), is: "unit.case.json")
    try Self.golden.expect(MoodleFramework.report(Self.rules()), is: "unit.moodle.csv")
    try Self.golden.expect(MaharaMatrix.report(Self.rules()), is: "unit.matrix")
  }

  @Test("an outcome and a criterion put before the others change no identifier of theirs")
  func keepsIdentifiers() throws {
    let before = try Self.identifiers(Self.rules())
    let added =
      "criterion new\n  title \"New\"\n  outcome \"Another\"\n"
      + "  requires r\n    held if at least 1 <goal>\n"
      + "  met when all\n\n"
    let after = try Self.identifiers(Self.rules(first: added))
    #expect(before.count == 5)
    #expect(after.count == 7)
    for (statement, id) in before { #expect(after[statement] == id, "\(statement)") }
  }

  @Test("every identifier is a UUID of version 5 and stands once")
  func identifiers() throws {
    let text = String(decoding: Self.package.report(Self.rules()), as: UTF8.self)
    let uris = text.split(separator: "\n").filter { $0.contains("\"uri\"") }
    #expect(uris.count > 20)
    for id in try Self.identifiers(Self.rules()).values {
      let groups = id.split(separator: "-").map(String.init)
      #expect(groups.map(\.count) == [8, 4, 4, 4, 12] && groups[2].hasPrefix("5"), "\(id)")
    }
  }

  /// The identifier of each item, by its statement.
  private static func identifiers(_ rules: RuleSet) throws -> [String: String] {
    let value = try JSONReader.read(package.report(rules))
    guard case .array(let items)? = value["CFItems"] else { return [:] }
    var found: [String: String] = [:]
    for item in items { found[item["fullStatement"]?.text ?? ""] = item["identifier"]?.text }
    return found
  }
}
