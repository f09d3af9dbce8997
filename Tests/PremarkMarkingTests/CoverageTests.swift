import PremarkMarking
import Testing

/// Which branches examples are said to reach.
struct CoverageTests {
  private static let rules = """
    words kpi
      calls, quality

    indicator measured
      clause <kpi> and <percentage>
      or clause "the figure", done or stronger
      unless sentence "in theory"
      accept "Calls came to 90%."
      reject "Calls are long."
      reject "In theory calls came to 90%."

    passage entry
      starts at <date:month>, or label <kpi>
      accept "3 May 2026: it went well."
      reject "It went well."

    item goal
      from rows of a table with an objective column
      from statements, "i want to"
      accept "I want to be good."
      reject "I am good."

    criterion measures
      title "Measures"
      because "figures are given"
      requires figures
        held if at least 2 measured
        near if measured

    mistake no-goal
      title "No goal"
      when no goal
      says "There is no goal."
      accept "It rained."
      reject "I want to be good."

    """

  @Test(arguments: [
    ("found and left", "clause <kpi> and <percentage>", ["found", "left"]),
    ("never tried", "clause \"the figure\", done or stronger", []),
    ("an exception", "unless sentence \"in theory\"", ["excepts"]),
    ("a start", "starts at <date:month>", ["found"]),
    ("a start that nothing takes", "starts at label <kpi>", []),
    ("a source", "from statements, \"i want to\"", ["found"]),
    ("a source that gives nothing", "from rows of a table with an objective column", []),
    ("a requirement", "figures", ["near", "absent"]),
    ("a criterion", "measures", ["not-met"]),
    ("a mistake", "no-goal", ["found", "left"]),
  ])
  func reaches(_ why: String, _ text: String, _ reached: [String]) throws {
    let filler =
      " It rained all day, so that there was a queue from eight in the morning until late at night."
    let bench = try MarkingBench(Self.rules).workbench(submissions: [
      ("one.md", "Quality was 80% in March." + filler), ("none.md", "Nothing." + filler),
    ])
    #expect(bench.problems().allSatisfy { $0 == nil }, "\(bench.problems())")
    let branch = try #require(bench.coverage().branches.first { $0.text == text })
    #expect(branch.ways.filter { $0.isReached }.map { $0.name } == reached, "\(why)")
  }

  @Test func countsWays() throws {
    let coverage = try MarkingBench(Self.rules).workbench(submissions: []).coverage()
    #expect(coverage.all == 17)
    #expect(coverage.reached == 7)
  }
}
