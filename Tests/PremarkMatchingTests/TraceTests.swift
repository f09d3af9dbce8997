import PremarkRules
import Testing

@testable import PremarkMatching

/// What an explanation says of a rule: how each node ended, and why what is near is not held.
struct TraceTests {
  static let words = """
    words kpi
      calls: call length, calls
      quality: quality score

    words change-verb
      moved, changed, dropped

    """

  struct Row: CustomTestStringConvertible, Sendable {
    let why: String
    let rule: String
    let text: String
    let state: String
    /// Some node of the tree says this; nil where none says anything.
    let failed: String?
    var testDescription: String { why }
  }

  @Test(arguments: [
    Row(
      why: "held", rule: "clause <kpi> and <change-verb>", text: "Calls dropped.", state: "held", failed: nil),
    Row(
      why: "nothing there", rule: "clause <kpi>", text: "It rained.", state: "absent", failed: "0 of 1 found"),
    Row(
      why: "only planned", rule: "clause <change-verb>, done or stronger",
      text: "I will have changed by May.",
      state: "near", failed: "only planned"),
    Row(
      why: "wished for", rule: "clause <kpi>, done or stronger", text: "I want to have short calls.",
      state: "near",
      failed: "only wished for"),
    Row(
      why: "denied", rule: "clause <change-verb>", text: "My call length has not dropped.", state: "near",
      failed: "denied"),
    Row(
      why: "somebody else's", rule: "clause <change-verb>, own", text: "She changed the date.", state: "near",
      failed: "the clause is somebody else's"),
    Row(
      why: "one part of two", rule: "clause <kpi> and <percentage>", text: "My quality score dropped.",
      state: "near", failed: "0 of 1 found"),
    Row(
      why: "both, but not in a clause", rule: "block <kpi> with <change-verb> in the same sentence",
      text: "Calls are long. I moved.", state: "near", failed: nil),
    Row(
      why: "too far apart", rule: "sentence <kpi> within 1 words of <change-verb>",
      text: "Calls have at last dropped.", state: "near",
      failed: "both are there, but more than 1 words apart"),
    Row(
      why: "the wrong way round", rule: "sentence <change-verb> before <kpi>", text: "Calls were changed.",
      state: "near", failed: "both are there, but not in this order"),
    Row(
      why: "one too few", rule: "block at least 2 different <kpi> by group", text: "Calls and call length.",
      state: "near", failed: "1 of 2"),
    Row(
      why: "excepted", rule: "sentence <kpi>\n  unless sentence <change-verb>", text: "Calls dropped.",
      state: "near", failed: "found, but excepted by 'unless'"),
    Row(
      why: "what must not be there is", rule: "clause <kpi> and not <change-verb>", text: "Calls dropped.",
      state: "near", failed: "it is there"),
    Row(
      why: "values that stand otherwise", rule: "sentence <percentage> higher than <percentage>, own",
      text: "I stayed at 72% and 72%.", state: "near", failed: "no two values stand so"),
    Row(
      why: "nothing to compare it with", rule: "sentence <percentage> higher than <kpi>",
      text: "Calls came to 72%.",
      state: "near", failed: "the second value is missing"),
    Row(
      why: "about two things", rule: "document <change-verb> with <percentage> about the same <kpi>",
      text: "Calls dropped. Quality score is 72%.", state: "near",
      failed: "both are there, but not about the same <kpi>"),
    Row(
      why: "in a heading", rule: "block <kpi>", text: "# Calls\n\nIt rained on Monday.\n", state: "near",
      failed: "stands in a heading, a label or a prompt"),
  ])
  func says(_ row: Row) throws {
    let bench = try Bench(Self.words + "indicator found\n  \(row.rule)\n" + Self.criterion("found"), row.text)
    let tree = Self.tree(bench.compiled)
    #expect(tree.state.rawValue == row.state, "\(row.why)")
    let said = Self.failures(in: tree)
    if let failed = row.failed { #expect(said.contains(failed), "\(said)") }
    let naive = Self.tree(bench.naive)
    #expect(naive.state == tree.state, "the naive twin differs")
  }

  @Test(arguments: [
    ("one too few items", "at least 2 goal", "near", "1 of 2 goals"),
    ("a part is missing", "at least 1 goal with deadline", "near", "0 of 1 goal"),
    ("a share", "most goal with measure", "held", nil),
    ("none allowed", "no goal", "absent", "1 goals"),
    ("a list as a thing", "at least 2 <percentage>", "near", "1 of 2 percentages"),
    ("too many words", "fewer than 2 words", "absent", "there are 9 words"),
    ("turned round", "not goal", "absent", "it is there"),
    ("what belongs to it", "goal with (<percentage> for it)", "held", nil),
    ("what belongs to none", "goal with (<score> for it)", "near", "found, but none belongs to it"),
    (
      "too little belongs to it", "goal with (at least 2 <percentage> for it)", "near",
      "fewer than 2 belong to it"
    ),
    ("joined", "at least 1 goal and at least 3 goal", "near", "1 of 3 goals"),
    ("either", "at least 1 goal or at least 3 goal", "held", "1 of 3 goals"),
  ])
  func saysOfTests(_ why: String, _ test: String, _ state: String, _ failed: String?) throws {
    let rules = """
      item goal
        from statements, "i want to"
        part measure <percentage>
        part deadline <deadline>

      """
    let bench = try Bench(rules + Self.criterion(test), "I want to reach 90%. \n\nIt is 4/5.")
    let tree = Self.tree(bench.compiled)
    #expect(tree.state.rawValue == state, "\(why)")
    let said = Self.failures(in: tree)
    if let failed { #expect(said.contains(failed), "\(why): \(said)") }
  }

  private static func tree(_ evaluation: Evaluation) -> Trace {
    var tracer = Tracer(evaluation: evaluation, sofar: DecisionsSoFar(levels: [], requirements: []))
    let rules = evaluation.rules
    return tracer.trace(
      rules.rules.criteria[0].requirements[0].heldIf, rules.criteria[0].requirements[0].heldIf)
  }

  private static func failures(in trace: Trace) -> [String] {
    (trace.failed.map { [$0] } ?? []) + trace.children.flatMap(failures)
  }

  private static func criterion(_ test: String) -> String {
    "\ncriterion any\n  title \"Any\"\n  because \"any\"\n  requires it\n    held if \(test)\n"
  }
}
