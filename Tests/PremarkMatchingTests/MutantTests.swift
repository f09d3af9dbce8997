import Testing

@testable import PremarkMatching

/// How rules are weakened, and that what is kept from the unchanged rules is what would be found anew.
struct MutantTests {
  private static let words = """
    words kpi
      calls: call length, calls
      quality: quality score

    """

  @Test(arguments: [
    ("one term", "clause <kpi>", []),
    ("two parts", "clause <kpi> and <percentage>", ["without '<kpi>'", "without '<percentage>'"]),
    (
      "alternatives", "clause <kpi> or <percentage>",
      ["without the alternative '<kpi>'", "without the alternative '<percentage>'"]
    ),
    ("filters", "clause <kpi>, own, done or stronger", ["without 'own'", "without 'done or stronger'"]),
    (
      "nearness", "sentence <kpi> within 3 words of <percentage>",
      [
        "without '<percentage>' beside '<kpi>'", "without '<kpi>' beside '<percentage>'",
        "more than 3 words apart",
      ]
    ),
    (
      "a count", "block at least 3 different <kpi> by group",
      ["2 <kpi> instead of 3", "without 'different' before '<kpi>'"]
    ),
    (
      "values compared", "clause <percentage> better than <percentage> about the same <kpi>",
      ["without 'better than <percentage>'", "without 'about the same <kpi>'"]
    ),
    (
      "about the same", "block <kpi> with (<date> or <money>) about the same <kpi>",
      [
        "without 'about the same <kpi>'", "without the alternative '<date>'",
        "without the alternative '<money>'",
      ]
    ),
    (
      "not is dropped whole", "clause <kpi>, not (<date> and <money>)",
      ["without '<kpi>'", "without 'not (<date> and <money>)'"]
    ),
    (
      "ways and exceptions", "clause <kpi>\n  or clause <date>\n  unless sentence <money>",
      ["without this alternative", "without this alternative", "without the line"]
    ),
  ])
  func weakens(_ why: String, _ rule: String, _ changes: [String]) throws {
    let bench = try Bench(Self.words + "indicator found\n  \(rule)\n", "It rained.")
    let mutants = bench.compiled.rules.mutants.filter { $0.target == .indicator(0) }
    #expect(mutants.map(\.change) == changes, "\(why)")
  }

  @Test(arguments: [
    ("a count", "at least 2 found", ["always held", "at least 1 instead of 2"]),
    ("a limit", "no found", ["always held", "at most 1 instead of 0"]),
    (
      "a part", "goal with measure and deadline",
      ["always held", "without 'with measure and deadline'", "without 'measure'", "without 'deadline'"]
    ),
    (
      "what belongs to it", "goal with (at least 2 found for it)",
      [
        "always held", "without 'with at least 2 found for it'", "1 found instead of 2",
      ]
    ),
    ("a share", "most goal with measure", ["always held", "'half of' instead of 'most'"]),
    ("joined", "found, goal", ["always held", "without 'at least 1 found'", "without 'at least 1 goal'"]),
    (
      "different", "at least 2 different found by date",
      ["always held", "at least 1 instead of 2", "without 'different … by date'"]
    ),
  ])
  func weakensTests(_ why: String, _ test: String, _ changes: [String]) throws {
    let bench = try Bench(Self.rules(heldIf: test), "It rained.")
    let mutants = bench.compiled.rules.mutants.filter { $0.target == .criterion(0) }
    #expect(mutants.map(\.change) == changes, "\(why)")
  }

  @Test func findsWhatWouldBeFoundAnew() throws {
    let text = """
      # 3 May 2026

      My call length dropped to 90%. I want to reach a quality score of 95% by June 2026.

      - Calls cost £5 in June 2026, I want to say.
      - In theory I did it.

      | Objective | By when |
      |---|---|
      | Quality score 90% | 31/03/2026 |
      """
    let bench = try Bench(Self.rules(heldIf: "at least 2 found"), text)
    let base = bench.compiled
    for number in base.rules.passages.indices { _ = base.instances(ofPassage: number) }
    for number in base.rules.indicators.indices { _ = base.findings(ofIndicator: number) }
    for number in base.rules.items.indices { _ = base.items(ofRule: number) }
    let dependents = Dependents(base.rules)
    let mutants = base.rules.mutants
    #expect(mutants.count > 30)
    var changed = 0
    for mutant in mutants {
      let rules = base.rules.changed(by: mutant)
      let kept = Evaluation(base, rules: rules, target: mutant.target, dependents: dependents)
      let anew = Evaluation(rules: rules, text: base.text)
      #expect(Self.found(kept) == Self.found(anew), "\(mutant.rule): \(mutant.line): \(mutant.change)")
      if Self.found(anew) != Self.found(base) { changed += 1 }
    }
    #expect(changed > 10, "the text must be one that mutants change")
  }

  private static func found(_ evaluation: Evaluation) -> [[Range<Int>]] {
    evaluation.rules.passages.indices.map { evaluation.instances(ofPassage: $0).map(\.stretch) }
      + evaluation.rules.indicators.indices.map { evaluation.findings(ofIndicator: $0).map(\.tokens) }
      + evaluation.rules.items.indices.map {
        evaluation.items(ofRule: $0).filter(\.counts).map { $0.instance.stretch }
      }
  }

  private static func rules(heldIf test: String) -> String {
    words + """
      indicator found
        clause <kpi> and <percentage>
        or sentence <money>, not in an entry, in a list
        or clause leaning
        unless sentence "in theory"

      indicator leaning
        passage <kpi> with <date> in the same passage
        or clause <date>, in a goal

      passage entry
        starts at <date:month>, or label <kpi>
        counts when <kpi> or <percentage>

      item goal
        from rows of a table with an objective column
        from statements, "i want to", affirmed, not <money>
        counts when not <money> and (<kpi> or <date>)
        part measure <percentage> or <kpi>
        part deadline <deadline>

      criterion any
        title "Any"
        because "any"
        requires it
          held if \(test)

      """
  }
}
