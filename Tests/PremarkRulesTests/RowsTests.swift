import PremarkRules
import Testing

/// More examples of a unit's rules, in a file beside it.
struct RowsTests {
  private static let unit = """
    indicator ask
      clause <kpi>
      accept "My handling time."
      reject "My lunch."
    mistake no-ask
      title "t"
      when no ask
      says "s"
      accept absent
      reject "My handling time."
    tip c
      when ask
      says "s"
    """

  private static func load(_ rows: String) -> LoadedRules {
    let files = RuleText.load(RuleText.unit(unit)).files
    let loader = RuleLoader { name in files.first { $0.path == "vocabulary/\(name).rules" } }
    return loader.load(
      unit: files[0], rows: RuleFile(path: "sample/rows.rules", text: Array(("language 1\n" + rows).utf8)))
  }

  @Test func joinTheExamplesOfTheirRuleInOrder() throws {
    let loaded = Self.load(
      """
      rows no-ask
        reject "Our abandon rate."

      rows ask
        accept "The [[abandon rate]]."
        reject
          Two lines,
          one block.
      """)
    #expect(RuleText.codes(loaded) == [])
    let ask = try #require(loaded.ruleSet.indicators.first { $0.id == "ask" })
    #expect(ask.examples.map(\.isAccepted) == [true, false, true, false])
    #expect(ask.examples.map(\.marks.count) == [0, 0, 1, 0])
    #expect(ask.examples.map(\.isBlock) == [false, false, false, true])
    #expect(
      ask.examples.map { loaded.files[$0.location.file].path } == [
        "sample/unit.rules", "sample/unit.rules", "sample/rows.rules", "sample/rows.rules",
      ])
    #expect(loaded.ruleSet.mistakes.first?.examples.count == 3)
  }

  @Test(arguments: [
    ("a name that is no rule", "rows asks\n  accept \"x\"\n", ["R014"]),
    ("a tip has no examples", "rows c\n  accept \"x\"\n", ["R014"]),
    ("another statement", "words w\n  one\n", ["R028"]),
    ("another property", "rows ask\n  when \"x\"\n", ["R007"]),
    ("no name", "rows\n  accept \"x\"\n", ["R003"]),
    ("each of several", "rows asks\n  accept \"x\"\nrows ask\n  accept \"[[x\"\n", ["R014", "R043"]),
  ])
  func areReportedWhereTheyAreWrong(_ why: String, _ rows: String, _ codes: [String]) {
    let loaded = Self.load(rows)
    #expect(RuleText.codes(loaded).sorted() == codes, "\(why)")
    let files = loaded.diagnostics.filter { codes.contains($0.code.rawValue) }.map(\.location.file)
    #expect(files.allSatisfy { loaded.files[$0].path == "sample/rows.rules" }, "\(why)")
  }

  @Test func standInNoVocabulary() {
    let loaded = RuleText.load(
      RuleText.unit("tip t\n  says \"x\""),
      ["words-of-tests": RuleText.vocabulary + "rows t\n  accept \"x\"\n"])
    #expect(RuleText.codes(loaded) == ["R026"])
  }
}
