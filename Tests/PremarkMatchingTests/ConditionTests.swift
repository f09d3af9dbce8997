import Testing

@testable import PremarkMatching

/// What each condition construct finds; the evaluator with anchors and the one without must agree.
struct ConditionTests {
  static let words = """
    words kpi
      calls: call length, calls
      quality: quality score

    words change-verb
      moved, changed, dropped

    words reason
      because, due to

    """

  @Test(arguments: [
    ("both in a clause", "clause <kpi> and <change-verb>", "My call length dropped.", 1),
    (
      "not across clauses", "clause <kpi> and <reason>", "My quality score was low. That was because of me.",
      0
    ),
    ("both in a block", "block <kpi> and <reason>", "My quality score was low. That was because of me.", 1),
    ("either", "clause <kpi> or <reason>", "Calls matter. I did it because I must.", 2),
    ("not", "sentence <kpi>, not <change-verb>", "Calls dropped. Calls are long.", 1),
    (
      "with in the same sentence", "block <kpi> with <change-verb> in the same sentence",
      "Calls rose. I moved.", 0
    ),
    ("near", "sentence <kpi> within 1 words of <change-verb>", "Calls really dropped.", 1),
    ("not near", "sentence <kpi> within 1 words of <change-verb>", "Calls have at last dropped.", 0),
    ("before", "sentence <change-verb> before <kpi>", "We changed how calls end.", 1),
    ("not before", "sentence <change-verb> before <kpi>", "Calls were changed.", 0),
    ("denied", "clause <kpi> and <change-verb>", "My call length has not dropped.", 0),
    ("denied and asked for", "clause <change-verb>, negated", "My call length has not dropped.", 1),
    ("a wish", "clause aspiration", "I want to be at seven.", 1),
    ("a wish denied", "clause aspiration", "I don't want to be at seven.", 0),
    ("a wish denied and asked for", "clause aspiration, negated", "I don't want to be at seven.", 1),
    ("own voice", "clause <change-verb>, own", "I changed the date. She changed hers.", 1),
    ("another's voice", "clause <change-verb>, other", "I changed the date. She changed hers.", 1),
    ("an inline phrase", "clause \"call length\"", "My call length dropped.", 1),
    ("a figure", "clause <kpi> with <figure>", "My quality score was 91%. Calls are fun.", 1),
    ("at least two", "block at least 2 different <kpi> by group", "Calls and my quality score.", 1),
    ("two of one group", "block at least 2 different <kpi> by group", "Calls and call length.", 0),
    ("each lead counts", "sentence <kpi>, any voice", "Calls, and the quality score.", 2),
    ("a done thing", "clause <change-verb>, done or stronger", "I changed the date on 3 May.", 1),
    (
      "a planned thing is not done", "clause <change-verb>, done or stronger", "I will have changed by then.",
      0
    ),
  ])
  func holds(_ why: String, _ condition: String, _ text: String, _ count: Int) throws {
    let bench = try Bench(Self.words + "indicator found\n  \(condition)\n", text)
    let found = bench.compiled.findings(ofIndicator: 0)
    #expect(found.count == count, "\(why): \(found.map { bench.words($0.tokens) })")
    #expect(
      bench.naive.findings(ofIndicator: 0).map(\.tokens) == found.map(\.tokens),
      "the naive twin differs: \(why)")
  }

  @Test(arguments: [
    (
      "unless in the sentence", "unless sentence <reason>", "Calls dropped because of rain. Calls dropped.", 1
    ),
    ("unless in the block", "unless block <reason>", "Calls dropped because of rain. Calls dropped.", 0),
  ])
  func excepts(_ why: String, _ exception: String, _ text: String, _ count: Int) throws {
    let rules = Self.words + "indicator found\n  sentence <kpi> and <change-verb>\n  \(exception)\n"
    let bench = try Bench(rules, text)
    #expect(bench.compiled.findings(ofIndicator: 0).count == count, "\(why)")
  }

  @Test func leavesHeadingsAndPromptsOut() throws {
    let bench = try Bench(
      Self.words + "indicator found\n  block <kpi>\n",
      "# Calls\n\nWhat do you want to say about calls?\n\nCalls.\n")
    #expect(bench.compiled.findings(ofIndicator: 0).map { bench.words($0.tokens) } == ["Calls"])
  }
}
