import PremarkRules
import Testing

/// How statements other than word lists are read.
struct StatementTests {
  @Test func readsAUnit() {
    let loaded = RuleText.load(
      """
      language 1
      unit sample  # a comment
        title        "Manage your"
                     "own \\"growth\\" \\\\"
        awarded by   "City & Guilds"
        uses         words-of-tests
        by default   own, affirmed or hypothetical, done or stronger
        sets aside   borrowed
        applies unless <kpi> outnumbers <goal>
        applies unless fewer than 9 words says "Too short."
        recognised by "own growth",
                      "growth at work"
        wording 00000002 ffffffff 00000001
        wording 0A1B2C3D
      """)
    let unit = loaded.ruleSet.unit
    #expect(RuleText.codes(loaded) == [])
    #expect(
      unit.id == "sample" && unit.title == "Manage your own \"growth\" \\"
        && unit.awardedBy == "City & Guilds")
    #expect(unit.defaults.map(\.described) == ["voice own", "polarity affirmedOrHypothetical", "done+"])
    #expect(unit.appliesUnless.map(\.described) == ["(<kpi> > <goal>)", "(<9 words) 'Too short.'"])
    #expect(unit.setsBorrowedAside)
    #expect(unit.recognisedBy == ["own growth", "growth at work"])
    #expect(unit.wording == [[1, 2, 0xFFFF_FFFF], [0x0A1B_2C3D]])
  }

  @Test(arguments: [
    ("rows of a table with an objective column", "rows objective", "-"),
    ("rows of a table with an objective column and a deadline column", "rows objective+deadline", "-"),
    ("rows of a table with an objective and deadline columns", "rows objective+deadline", "-"),
    ("rows of a table with an objective column, <kpi>, own", "rows objective", "(if <kpi> [voice own])"),
    ("a list with objective role", "list of objective", "-"),
    ("a list under <goal>, <kpi> or <date>", "list under <goal>", "(or <kpi> <date>)"),
    ("paragraphs with objective role", "paragraphs of objective", "-"),
    ("cells with strength role", "cells of strength", "-"),
    ("passages look-back", "passages look-back", "-"),
    ("blocks labelled <goal>, outside tables", "blocks <goal>", "(if (and) [outside table])"),
    ("statements, <goal>, plan", "statements (if <goal> [plan])", "-"),
    ("list items, <goal>", "statements (if <goal> [inside list])", "-"),
  ])
  func readsSourcesOfItems(_ written: String, _ source: String, _ having: String) {
    let loaded = RuleText.load(
      RuleText.unit("item thing\n  from \(written)\npassage look-back\n  starts at <date>"))
    #expect(RuleText.codes(loaded) == [])
    #expect(loaded.ruleSet.items.first?.sources.map { $0.source.described } == [source])
    #expect(loaded.ruleSet.items.first?.sources.map { $0.having?.described ?? "-" } == [having])
  }

  @Test func readsAnItem() {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        item work-goal
          from statements, <goal>
          counts when deadline or measure
          part measure <kpi>
          part deadline <date> and not measure
        """))
    #expect(RuleText.codes(loaded) == [])
    let item = loaded.ruleSet.items.first
    #expect(item?.singular == "work goal" && item?.plural == "work goals")
    #expect(item?.countsWhen?.described == "(or deadline measure)")
    #expect(item?.parts.map { $0.condition.described } == ["<kpi>", "(and <date> (not measure))"])
  }

  @Test func readsAPassage() {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        passage look-back
          starts at <date>, or label <goal>, or a row of a table with a review column,
            or a sentence opening with "<person> <date>"
          lasts until next start
          counts when <kpi>
        """))
    #expect(RuleText.codes(loaded) == [])
    let passage = loaded.ruleSet.passages.first
    #expect(
      passage?.starts.map(\.described) == [
        "opening <date>", "label <goal>", "row review", "sentence “<person> <date>”",
      ])
    #expect(passage?.end == .nextStart)
    #expect(passage?.having?.described == "<kpi>")
  }

  @Test(arguments: [
    ("by default", "", PassageRule.End.nextStartOrHeading),
    ("said", "lasts until next start or heading", .nextStartOrHeading),
    ("next start", "lasts until the next start", .nextStart),
    ("block", "lasts until the end of the block", .block),
    ("short", "lasts until block", .block),
  ])
  func readsWhereAPassageEnds(_ why: String, _ written: String, _ end: PassageRule.End) {
    let loaded = RuleText.load(RuleText.unit("passage p\n  starts at <date>\n  \(written)"))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    #expect(loaded.ruleSet.passages.first?.end == end, "\(why)")
  }

  @Test func readsAnIndicator() {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        indicator shown
          row <kpi>
          or passage <goal>
          unless <date>
          unless document <money>
        """))
    #expect(RuleText.codes(loaded) == [])
    let indicator = loaded.ruleSet.indicators.first
    #expect(
      indicator?.alternatives.map { $0.scope.described + " " + $0.condition.described } == [
        "row <kpi>", "passage <goal>",
      ])
    #expect(
      indicator?.unless.map { $0.scope.described + " " + $0.condition.described } == [
        "row <date>", "document <money>",
      ])
  }

  @Test(arguments: [
    ("marks", #"accept "I [[rang]] and [[asked]] him.""#, "accept I rang and asked him.@2-6,11-16"),
    ("none", #"accept "I rang.""#, "accept I rang.@"),
    ("a reject", #"reject "I rang.""#, "reject I rang.@"),
    ("an empty submission", "accept absent", "accept @"),
    (
      "a block", "accept\n    # Head\n\n      - [[deep]]\n    end",
      "accept block # Head\n\n  - deep\nend\n@12-16"
    ),
    ("a block, said so", "accept block\n      text", "accept block text\n@"),
  ])
  func readsExamples(_ why: String, _ written: String, _ example: String) {
    let loaded = RuleText.load(
      RuleText.unit("indicator i\n  clause <kpi>\n  \(written)\n\ntip t\n  says \"x\""))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    #expect(loaded.ruleSet.indicators.first?.examples.map(\.described) == [example], "\(why)")
    #expect(loaded.ruleSet.tips.count == 1, "\(why)")
  }

  @Test func readsMistakesAndTips() {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        mistake no-dates major
          title "No dates"
          when no <date>
          contradicted by <deadline>
          says "There is no date in {count} objectives."
          advice "Say by when."
        mistake short
          title "Short"
          when fewer than 100 words
          says "x"
        tip always
          says "y"
        """))
    #expect(RuleText.codes(loaded) == [])
    #expect(loaded.ruleSet.mistakes.map(\.isMajor) == [true, false])
    #expect(loaded.ruleSet.mistakes.first?.contradictedBy?.described == "(≥1 <deadline>)")
    #expect(loaded.ruleSet.mistakes.last?.when.described == "(<100 words)")
    #expect(loaded.ruleSet.tips.first?.when == nil)
  }

  @Test func aLineWithAnErrorLeavesTheOthers() {
    let loaded = RuleText.load(
      RuleText.unit(
        "criterion c\n  title \"t\"\n  because\n  requires r\n    held if <kpi>\n    near if ((\n  note \"n\""
      ))
    #expect(RuleText.codes(loaded) == ["R003", "R003"])
    let criterion = loaded.ruleSet.criteria.first
    #expect(criterion?.note == "n")
    #expect(criterion?.requirements.first?.heldIf.described == "(≥1 <kpi>)")
    #expect(criterion?.requirements.first?.nearIf == nil)
  }
}
