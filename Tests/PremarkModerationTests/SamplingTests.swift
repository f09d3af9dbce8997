import Testing

@testable import PremarkModeration

struct SamplingTests {
  /// 40 submissions of two assessors; every tenth has something to confirm, one could not be marked.
  private static func cohort() throws -> [ResultRecord] {
    try (0..<40).map { number in
      let assessor = number < 35 ? "Kim" : "Lee"
      let submission = #"{"id":"s\#(number)","assessor":"\#(assessor)","location":"\#(number % 3)"}"#
      return try MadeResult.record(
        MadeResult.line(
          "s\(number)", number % 10 == 0 ? "partly" : "met", refer: number % 10 == 0 ? "close" : nil,
          submission: submission))
    }
  }

  private static func ids(_ plan: SamplingPlan, _ results: [ResultRecord]) -> [String] {
    plan.entries.map { results[$0.index].id }
  }

  @Test func touchesEveryStratumFirst() throws {
    let results = try Self.cohort()
    let plan = SamplingPlan(results, size: 4, strategy: .camera, seed: "x")
    let chosen = plan.entries.map { results[$0.index].circumstances }
    #expect(Set(chosen.map(\.assessor)) == ["Kim", "Lee"])
    #expect(Set(chosen.map(\.location)) == ["0", "1", "2"])
  }

  @Test func isTheSameForASeedWhateverTheOrder() throws {
    let results = try Self.cohort()
    let backwards = Array(results.reversed())
    for strategy in SamplingPlan.Strategy.allCases {
      let plan = Self.ids(SamplingPlan(results, size: 12, strategy: strategy, seed: "7"), results)
      let again = Self.ids(SamplingPlan(backwards, size: 12, strategy: strategy, seed: "7"), backwards)
      #expect(plan == again, "\(strategy.rawValue)")
      #expect(Set(plan).count == 12)
      let other = Self.ids(SamplingPlan(results, size: 12, strategy: strategy, seed: "8"), results)
      #expect(plan != other, "another seed, another lot")
    }
  }

  @Test func takesTheRiskyFirst() throws {
    let results = try Self.cohort()
    var knowledge = SamplingPlan.Knowledge()
    knowledge.newAssessors = ["Lee"]
    knowledge.sharing = ["s3"]
    let plan = SamplingPlan(results, size: 14, strategy: .risk, seed: "1", knowledge: knowledge)
    let ids = Set(Self.ids(plan, results))
    #expect(ids.isSuperset(of: ["s35", "s36", "s37", "s38", "s39", "s3", "s0", "s10", "s20", "s30"]))
    #expect(plan.entries.contains { $0.reasons == [.toConfirm(1), .partly(1)] })
  }

  @Test func choosesNoMoreThanThereAre() throws {
    let results = try Self.cohort()
    #expect(SamplingPlan(results, size: 99, strategy: .camera, seed: "1").entries.count == 40)
    #expect(SamplingPlan([], size: 3, strategy: .camera, seed: "1").entries.isEmpty)
  }

  @Test(arguments: [
    (100, 10, 1, 0.1), (100, 10, 5, 0.4162476), (10, 10, 1, 1.0), (10, 6, 5, 1.0), (50, 0, 5, 0.0),
    (1000, 100, 10, 0.6530723),
  ])
  func saysWhatItCanFind(_ population: Int, _ size: Int, _ faulty: Int, _ power: Double) {
    let own = SamplingPlan.power(population: population, size: size, faulty: faulty)
    #expect(abs(own - power) < 1e-6, "\(own)")
  }
}
