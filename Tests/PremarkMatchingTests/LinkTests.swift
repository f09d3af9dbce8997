import PremarkRules
import Testing

@testable import PremarkMatching

/// Values compared, things about the same, and what belongs to an item: each row by the compiled matcher and by the
/// naive twin.
struct LinkTests {
  static let words = """
    words kpi
      calls: call length, calls
      quality: quality, quality score

    words less-is-better
      call length, complaints

    passage look-back
      starts at <date:month>
      lasts until next start or heading

    """

  @Test(arguments: [
    ("higher", "sentence <percentage> higher than <percentage>", "From 72% I came to 85%.", 1),
    ("not higher than itself", "sentence <percentage> higher than <percentage>", "I came to 85%.", 0),
    ("lower", "sentence <score> lower than <score>", "It was 4/5 and then 3/5.", 1),
    ("only values of one unit", "sentence <figure> higher than <figure>", "It was 9 calls and 85%.", 0),
    ("scores of other scales", "sentence <score> higher than <score>", "It was 4/5 and then 5/10.", 1),
    ("scores that say the same", "sentence <score> other than <score>", "It was 4/5 and then 8/10.", 0),
    ("equal", "sentence <score> equal to <score>", "It was 4/5 and then 8/10.", 1),
    ("a value is not equal to itself", "sentence <score> equal to <score>", "It was 4/5.", 0),
    (
      "later", "block <date:day> later than <date:day>", "It began on 3 May 2026. It ended on 7 June 2026.", 1
    ),
    (
      "later, in one sentence", "sentence <date:day> later than <date:day>",
      "I began on 3 May 2026. I ended on 7 June 2026.", 0
    ),
    (
      "earlier", "block <date:month> earlier than <date:month>",
      "It ended in June 2026. It began in May 2026.", 1
    ),
    ("durations", "sentence <duration> higher than <duration>", "It took 90 seconds, now 1 minute.", 1),
    (
      "more is better", "sentence <percentage> better than <percentage>",
      "My quality went from 72% up, it is 85%.", 1
    ),
    (
      "a change that went up", "sentence <change> better than <change>", "My quality rose from 72% to 85%.", 1
    ),
    (
      "a change that went down", "sentence <change> better than <change>", "My quality fell from 85% to 72%.",
      0
    ),
    (
      "less is better there", "sentence <change> better than <change>",
      "My call length fell from 400 to 350 seconds.", 1
    ),
    (
      "and more is worse", "sentence <change> worse than <change>",
      "My call length rose from 350 to 400 seconds.", 1
    ),
  ])
  func compares(_ why: String, _ rule: String, _ text: String, _ count: Int) throws {
    try expect(why, rule, text, count)
  }

  private static let log = """
    **3 May 2026.** Quality 72%.

    **7 June 2026.** Quality 85%.

    **9 July 2026.** Quality 80%.
    """

  @Test(arguments: [
    (
      "better than the time before", "passage <percentage> better than <percentage> of an earlier look-back",
      log, 2
    ),
    (
      "worse than some time before", "passage <percentage> worse than <percentage> of an earlier look-back",
      log, 1
    ),
    ("lower than later", "passage <percentage> lower than <percentage> of a later look-back", log, 1),
    ("not the same as another", "passage <percentage> equal to <percentage> of another look-back", log, 0),
    (
      "the same as another", "passage <percentage> equal to <percentage> of another look-back",
      "**3 May 2026.** It is 72%.\n\n**7 June 2026.** Still 72%.\n", 2
    ),
    (
      "their dates decide, not their places",
      "passage <percentage> higher than <percentage> of an earlier look-back",
      "**7 June 2026.** Quality 85%.\n\n**3 May 2026.** Quality 72%.\n", 1
    ),
    (
      "after them, outside",
      "sentence <percentage> higher than <percentage> of an earlier look-back, not in a look-back",
      "**3 May 2026.** Quality 72%.\n\n# Now\n\nI stand at 90%.\n", 1
    ),
    (
      "another KPI",
      "passage <percentage> higher than <percentage> of an earlier look-back about the same <kpi>",
      "**3 May 2026.** Quality 72%.\n\n**7 June 2026.** Calls 85%.\n", 0
    ),
    (
      "two figures of one KPI and day",
      "block <percentage> other than <percentage> about the same <kpi> and the same <date>",
      "On 3 May 2026 my quality was 72%. By 3 May my quality was 85%.", 1
    ),
    (
      "two days", "block <percentage> other than <percentage> about the same <kpi> and the same <date>",
      "On 3 May 2026 my quality was 72%. By 9 May my quality was 85%.", 0
    ),
    (
      "the same KPI in other words",
      "passage <percentage> higher than <percentage> of an earlier look-back about the same <kpi>",
      "**3 May 2026.** Quality 72%.\n\n**7 June 2026.** Quality score 85%.\n", 1
    ),
  ])
  func comparesWithAnother(_ why: String, _ rule: String, _ text: String, _ count: Int) throws {
    try expect(why, rule, text, count)
  }

  @Test(arguments: [
    (
      "the same KPI", "document \"target\" with \"reached\" about the same <kpi>",
      "The quality target is high.\n\nI reached good quality.\n", 1
    ),
    (
      "two KPIs", "document \"target\" with \"reached\" about the same <kpi>",
      "The quality target is high.\n\nI reached short calls.\n", 0
    ),
    (
      "no KPI", "document \"target\" with \"reached\" about the same <kpi>",
      "The target is high.\n\nI reached it.\n", 0
    ),
    (
      "near enough", "document \"target\" with \"reached\" in the same block about the same <kpi>",
      "The quality target is high. I reached good quality.\n", 1
    ),
    (
      "not near enough", "document \"target\" with \"reached\" in the same block about the same <kpi>",
      "The quality target is high.\n\nI reached good quality.\n", 0
    ),
  ])
  func findsWhatIsAboutTheSame(_ why: String, _ rule: String, _ text: String, _ count: Int) throws {
    try expect(why, rule, text, count)
  }

  private static let goals = """
    # Objectives

    - Quality to 90%
    - Shorter calls
    - Be kind


    """

  @Test(arguments: [
    ("named by number", "at least 1 goal with step for it", goals + "For goal 2 I practised with Jo.", true),
    (
      "two named by number", "at least 2 goal with step for it", goals + "For goals 1 and 3 I practised.",
      true
    ),
    ("by a short form", "at least 1 goal with step for it", goals + "For goal no. 2 I practised.", true),
    (
      "another number behind it", "at least 2 goal with step for it",
      goals + "For goal 2 (3 times) I practised.",
      false
    ),
    (
      "a number that no goal has", "at least 1 goal with step for it", goals + "For goal 7 I practised.",
      false
    ),
    ("known by its KPI", "at least 1 goal with step for it", goals + "I practised quality.", true),
    ("one KPI is one goal", "at least 2 goal with step for it", goals + "I practised quality.", false),
    (
      "a number goes before the KPI", "at least 1 goal with measure and step for it",
      goals + "I practised quality for goal 3.", false
    ),
    ("nothing of it", "at least 1 goal with step for it", goals + "I practised with Jo.", false),
    (
      "in the goal itself", "at least 1 goal with step for it",
      "# Objectives\n\n- I practised till Quality is 90%", true
    ),
    ("most", "most goal with step for it", goals + "I practised quality and calls.", true),
    ("not most", "most goal with step for it", goals + "I practised quality.", false),
    (
      "together with a part", "at least 1 goal with measure and step for it", goals + "I practised calls.",
      false
    ),
    (
      "a count", "at least 1 goal with (at least 2 step for it)",
      goals + "I practised quality. I rehearsed quality.", true
    ),
    (
      "one too few", "at least 1 goal with (at least 2 step for it)",
      goals + "I practised quality. I rehearsed calls.", false
    ),
    (
      "three in a row", "at least 1 goal with step for it and look-back for it",
      goals + "I practised quality.\n\n# Log\n\n**3 May 2026.** Quality is up.\n", true
    ),
    (
      "a step and a review of two goals", "at least 1 goal with step for it and look-back for it",
      goals + "I practised quality.\n\n# Log\n\n**3 May 2026.** Calls are short.\n", false
    ),
  ])
  func linksToItems(_ why: String, _ test: String, _ text: String, _ expected: Bool) throws {
    let rules =
      Self.words + """
        indicator step
          sentence "practised" or "rehearsed"

        item goal
          called "goal", "goals"
          from a list with objective role
          known by <kpi>
          part measure <percentage>

        criterion any
          title "Any"
          because "any"
          requires it
            held if \(test)

        """
    let bench = try Bench(rules, text)
    for evaluation in [bench.compiled, bench.naive] {
      let outcome = evaluation.outcome(
        of: evaluation.rules.criteria[0].requirements[0].heldIf, DecisionsSoFar(levels: [], requirements: []))
      #expect(outcome.holds == expected, "\(why): \(outcome.shortfall ?? "")")
    }
  }

  private func expect(_ why: String, _ rule: String, _ text: String, _ count: Int) throws {
    let bench = try Bench(Self.words + "indicator found\n  \(rule)\n", text)
    let found = bench.compiled.findings(ofIndicator: 0)
    #expect(found.count == count, "\(why): \(found.map { bench.words($0.tokens) })")
    #expect(
      bench.naive.findings(ofIndicator: 0).map(\.tokens) == found.map(\.tokens), "the naive twin: \(why)")
  }
}
