import PremarkRules
import Testing

/// How tests over the whole document are read.
struct TestTests {
  private static let rules = """
    item objective
      from rows of a table with an objective column
      part measure <kpi>
      part deadline <deadline>
    indicator shown
      clause <kpi>
    """

  @Test(arguments: [
    ("at least", "at least 2 objective", "(≥2 objective)"),
    ("more than", "more than 2 objective", "(≥3 objective)"),
    ("fewer than", "fewer than 2 objective", "(≤1 objective)"),
    ("at most", "at most 2 objective", "(≤2 objective)"),
    ("exactly", "exactly 2 objective", "(and (≥2 objective) (≤2 objective))"),
    ("no", "no shown", "(≤0 shown)"),
    ("some and any", "some shown or any <kpi>", "(or (≥1 shown) (≥1 <kpi>))"),
    ("a thing alone", "shown", "(≥1 shown)"),
    ("fewer words", "fewer than 80 words", "(<80 words)"),
    ("outnumbers", "<kpi> outnumbers <goal>", "(<kpi> > <goal>)"),
    (
      "parts of an item", "at least 1 objective with measure and deadline",
      "(≥1 objective with (and measure deadline))"
    ),
    ("a share", "most of the objective with measure", "(most objective with measure)"),
    ("none of", "none of the objective with deadline", "(none objective with deadline)"),
    ("half of", "half of objective with deadline", "(half objective with deadline)"),
    ("all", "all objective with deadline", "(all objective with deadline)"),
    (
      "a comma ends with", "at least 1 objective with measure, shown",
      "(and (≥1 objective with measure) (≥1 shown))"
    ),
    (
      "a word that only tests begin with ends it too", "at least 1 objective with measure and no shown",
      "(and (≥1 objective with measure) (≤0 shown))"
    ),
    (
      "or inside brackets", "at least 1 objective with (measure or deadline)",
      "(≥1 objective with (or measure deadline))"
    ),
    (
      "or outside", "at least 1 objective with measure or shown",
      "(or (≥1 objective with measure) (≥1 shown))"
    ),
    ("and, or", "shown and <kpi>, or <goal>", "(or (and (≥1 shown) (≥1 <kpi>)) (≥1 <goal>))"),
    (
      "what belongs to an item", "most objective with measure and a shown for it",
      "(most objective with (and measure (its ≥1 shown)))"
    ),
    (
      "several of it", "at least 1 objective with (at least 2 <date> for it)",
      "(≥1 objective with (its ≥2 <date>))"
    ),
    ("not", "not (shown or <kpi>)", "(not (or (≥1 shown) (≥1 <kpi>)))"),
    ("different by the usual", "at least 2 different <source>", "(≥2 <source> by group)"),
    ("by person", "at least 2 different shown by person", "(≥2 shown by person)"),
    ("over weeks", "at least 2 <date> over at least 2 weeks", "(≥2 <date> over 14)"),
    (
      "with, then over months", "at least 2 objective with deadline over at least 3 months",
      "(≥2 objective with deadline over 84)"
    ),
  ])
  func reads(_ why: String, _ written: String, _ meaning: String) throws {
    let loaded = Self.load(heldIf: written)
    #expect(RuleText.codes(loaded) == [], "\(why)")
    let test = try #require(loaded.ruleSet.criteria.first?.requirements.first?.heldIf)
    #expect(test.described == meaning, "\(why)")
    let again = Self.load(heldIf: test.written).ruleSet.criteria.first?.requirements.first?.heldIf
    #expect(again?.described == meaning, "written as '\(test.written)'")
  }

  private static func load(heldIf written: String) -> LoadedRules {
    RuleText.load(
      RuleText.unit(
        rules + "\ncriterion c\n  title \"t\"\n  because \"b\"\n  requires r\n    held if \(written)\n"))
  }

  @Test(arguments: [
    ("criterion c is met", "(criterion c ≥met <-)"),
    ("criterion c is below met", "(criterion c ≥- <met)"),
    ("criterion c is at least partly", "(criterion c ≥partly <-)"),
    ("criterion c is partly", "(criterion c ≥partly <met)"),
    ("criterion c is not-met", "(criterion c ≥- <partly)"),
    ("criterion c is not met", "(criterion c ≥- <partly)"),
    ("requirement r is held", "(requirement r true)"),
    ("requirement r is not held", "(requirement r false)"),
  ])
  func asksOfDecisions(_ written: String, _ meaning: String) throws {
    let loaded = Self.load(tipWhen: written)
    #expect(RuleText.codes(loaded) == [])
    let test = try #require(loaded.ruleSet.tips.first?.when)
    #expect(test.described == meaning)
    #expect(Self.load(tipWhen: test.written).ruleSet.tips.first?.when?.described == meaning)
  }

  private static func load(tipWhen written: String) -> LoadedRules {
    RuleText.load(
      RuleText.unit(
        "criterion c\n  title \"t\"\n  because \"b\"\n  requires r\n    held if <kpi>\ntip t\n  when \(written)\n  says \"x\""
      ))
  }

  @Test(arguments: [
    ("all by default", "", "all", "≥1"),
    ("all", "met when all", "all", "≥1"),
    ("so many of them", "met when 1 of 2", "≥1", "≥1"),
    ("a test", "met when requirement a is held", "(requirement a true)", "≥1"),
    ("partly", "partly when 2 of 2", "all", "≥2"),
    ("any", "partly when any", "all", "≥1"),
  ])
  func readsTheArithmetic(_ why: String, _ written: String, _ met: String, _ partly: String) {
    let loaded = RuleText.load(
      RuleText.unit(
        """
        criterion c
          title "t"
          because "b"
          \(written)
          requires a weight 3
            held if <kpi>
          requires b
            held if <goal>
          requires c supporting
            held if <date>
        """))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    let criterion = loaded.ruleSet.criteria.first
    #expect(criterion?.metWhen.described == met, "\(why)")
    #expect(criterion?.partlyWhen.described == partly, "\(why)")
    #expect(criterion?.requirements.map(\.isEssential) == [true, true, false])
    #expect(criterion?.requirements.map(\.weight) == [3, 1, 1])
  }
}
