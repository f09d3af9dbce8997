import PremarkMarking
import Testing

@testable import PremarkModeration

struct HeldDecisionsTests {
  /// `id:role:decision` as recorded, in that order; `x` is a file with other bytes.
  private static func decision(_ words: String) -> KeptDecision {
    let parts = words.split(separator: ":").map(String.init)
    return KeptDecision(
      submission: parts[0], digest: parts[0] == "x" ? "cd" : "ab", unit: "u", criterion: "plan",
      role: parts[1], decision: parts[2], reason: "", person: "Kim", day: "2026-03-01", proposed: "partly",
      rules: "d", recorded: "")
  }

  private static func held(_ words: [String], batch: Set<String>, on id: String) throws -> String {
    let record = try MadeResult.record(MadeResult.line(id, "partly"))
    let held = HeldDecisions(words.map(decision)) { batch.contains($0) }.on(record)
    return held.map { "\($0.assessor?.decision ?? "-") \($0.moderator?.decision ?? "-")" }.joined()
  }

  @Test(arguments: [
    ("nothing", [], "a", ""), ("of other bytes", ["x:assessor:met"], "a", ""),
    ("an assessor's", ["a:assessor:met"], "a", "met -"),
    ("the later one", ["a:assessor:met", "a:assessor:not-met"], "a", "not-met -"),
    ("each role its own", ["a:assessor:met", "a:moderator:partly"], "a", "met partly"),
    ("another's copy has its own", ["a:assessor:met", "b:assessor:not-met"], "b", "not-met -"),
    ("a copy takes none of another's that is here", ["a:assessor:met"], "b", ""),
    ("a file of another name now", ["old:assessor:met"], "a", "met -"),
    ("action of the whole is no level", ["a:moderator:action"], "a", "- action"),
  ])
  func holds(_ why: String, _ words: [String], _ id: String, _ expected: String) throws {
    #expect(try Self.held(words, batch: ["a", "b"], on: id) == expected, "\(why)")
  }

  @Test func figuresCountWhatPeopleDecided() throws {
    let decisions = ["a:assessor:met", "a:moderator:partly", "b:assessor:met", "c:assessor:partly"]
    let held = HeldDecisions(decisions.map(Self.decision)) { _ in true }
    var parts = [CohortFigures(), CohortFigures()]
    for (index, id) in ["a", "b", "c", "d"].enumerated() {
      let record = try MadeResult.record(MadeResult.line(id, "partly"))
      parts[index % 2].add(record, decisions: held.on(record))
    }
    parts[1].merge(parts[0])
    let people = try #require(parts[1].units.first?.criteria.first?.people)
    #expect(people.levels == [0, 2, 1])
    #expect(people.decided == 3)
    #expect(people.changed == 1, "b alone: the moderator took a back to the proposal")
    #expect(people.moderated == 1)
    #expect(people.disputed == 1)
    #expect(held.count == 4)
  }

  @Test func decisionsBecomeMarks() throws {
    let held = HeldDecisions(["old:assessor:met", "old:moderator:partly"].map(Self.decision)) { _ in false }
    let record = try MadeResult.record(MadeResult.line("a", "partly"))
    let study = AgreementStudy(results: [record], marks: held.marks(on: record))
    #expect(study.unmatched.isEmpty)
    #expect(study.cases.map { $0.level(.assessor) } == [.met])
    #expect(study.cases.map { $0.level(.moderator) } == [.partly])
  }
}
