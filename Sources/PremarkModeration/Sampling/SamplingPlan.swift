import PremarkMarking
import PremarkText

/// Which submissions a moderator looks at, and why each.
///
/// Spread first: as long as some assessor, method, unit, group or location is not touched, the submission that touches
/// most of them is next (CAMERA: candidates, assessors, methods, elements, records, assessment locations). Then the
/// strategy: by risk, by lot, or three by risk and then two by lot. Ties fall by a lot drawn from the seed and the
/// submission's id, so the same seed gives the same plan on every machine and whatever the order of the results.
public struct SamplingPlan: Sendable {
  /// How places are given once everything is touched.
  public enum Strategy: String, Sendable, CaseIterable {
    /// Three by risk, then two by lot, and so on.
    case camera
    /// By risk only.
    case risk
    /// By lot only, without regard to spread.
    case random
  }

  /// Why a submission is riskier than others.
  public enum Reason: Sendable, Equatable {
    case notMarked, newAssessor, sharedText
    case disagreement
    /// So many criteria to be confirmed by a person.
    case toConfirm(Int)
    /// So many criteria on the border, neither met nor not met.
    case partly(Int)

    /// How much it counts.
    var weight: Int {
      switch self {
      case .notMarked: 6
      case .newAssessor: 4
      case .sharedText: 4
      case .disagreement: 3
      case .toConfirm(let count): min(count, 3) * 2
      case .partly(let count): min(count, 2)
      }
    }
  }

  /// How a submission came into the plan.
  public enum Choice: Sendable, Equatable {
    /// It is the first to touch these, such as "assessor Kim".
    case spread([String])
    case risk, lot
  }

  /// A submission in the plan.
  public struct Entry: Sendable {
    /// Index in the results.
    public let index: Int
    /// How it came in.
    public let choice: Choice
    /// What makes it risky, in a fixed order.
    public let reasons: [Reason]
  }

  /// What is known beside the results.
  public struct Knowledge: Sendable {
    /// Assessors who are new.
    public var newAssessors: Set<String> = []
    /// Assessors of whom a moderator has disagreed before.
    public var disagreedWith: Set<String> = []
    /// Ids of submissions that share text with others.
    public var sharing: Set<String> = []

    /// Nothing.
    public init() {}
  }

  /// The chosen, in the order they were chosen.
  public let entries: [Entry]
  /// Submissions there are.
  public let population: Int

  /// Chooses.
  ///
  /// - Parameter size: how many; all where there are fewer.
  /// - Complexity: O(*n* *s*) in submissions and the distinct assessors, methods, units, groups and locations.
  public init(
    _ results: [ResultRecord], size: Int, strategy: Strategy, seed: String, knowledge: Knowledge = Knowledge()
  ) {
    population = results.count
    var picker = Picker(results, strategy: strategy, seed: seed, knowledge: knowledge)
    entries = picker.pick(min(size, results.count))
  }

  /// The chance that a sample holds at least one of `faulty` submissions, were it drawn by lot: what it can promise at
  /// least where risk is no guide.
  ///
  /// - Source: the hypergeometric distribution, 1 - C(*N* - *k*, *n*) / C(*N*, *n*).
  public static func power(population: Int, size: Int, faulty: Int) -> Double {
    guard faulty > 0, size > 0 else { return 0 }
    guard population - faulty >= size else { return 1 }
    var missed = 1.0
    for step in 0..<min(faulty, population) {
      missed *= Double(population - size - step) / Double(population - step)
    }
    return 1 - missed
  }
}

/// Gives the places of a plan.
private struct Picker {
  private let strategy: SamplingPlan.Strategy
  private let strata: [[String]]
  private let reasons: [[SamplingPlan.Reason]]
  private let byLot: [Int]
  private let byRisk: [Int]
  private var taken: [Bool]
  private var touched: Set<String> = []

  init(
    _ results: [ResultRecord], strategy: SamplingPlan.Strategy, seed: String,
    knowledge: SamplingPlan.Knowledge
  ) {
    self.strategy = strategy
    strata = results.map(Self.strata)
    let reasons = results.map { Self.reasons($0, knowledge) }
    self.reasons = reasons
    let lots = results.map { SHA256.digest(of: Array((seed + "\n" + $0.id).utf8)) }
    let byLot = results.indices.sorted { lots[$0].lexicographicallyPrecedes(lots[$1]) }
    self.byLot = byLot
    let risks = reasons.map { $0.reduce(0) { $0 + $1.weight } }
    var places = [Int](repeating: 0, count: byLot.count)
    for (place, index) in byLot.enumerated() { places[index] = place }
    byRisk = byLot.sorted { (risks[$1], places[$0]) < (risks[$0], places[$1]) }
    taken = Array(repeating: false, count: results.count)
  }

  /// Learners are the submissions themselves; everything else that a plan has to spread over.
  private static func strata(_ record: ResultRecord) -> [String] {
    let known = record.circumstances
    let all: [(String, String?)] = [
      ("assessor ", known.assessor), ("method ", known.method),
      ("unit ", record.unit.isEmpty ? nil : record.unit),
      ("group ", known.cohort), ("location ", known.location),
    ]
    return all.compactMap { name, value in value.map { name + $0 } }
  }

  private static func reasons(
    _ record: ResultRecord, _ knowledge: SamplingPlan.Knowledge
  ) -> [SamplingPlan.Reason] {
    var reasons: [SamplingPlan.Reason] = []
    if record.error != nil { reasons.append(.notMarked) }
    if let assessor = record.circumstances.assessor {
      if knowledge.newAssessors.contains(assessor) { reasons.append(.newAssessor) }
      if knowledge.disagreedWith.contains(assessor) { reasons.append(.disagreement) }
    }
    if knowledge.sharing.contains(record.id) { reasons.append(.sharedText) }
    let toConfirm = record.criteria.count { $0.refer != nil }
    if toConfirm > 0 { reasons.append(.toConfirm(toConfirm)) }
    let partly = record.criteria.count { $0.decision == .partly }
    if partly > 0 { reasons.append(.partly(partly)) }
    return reasons
  }

  mutating func pick(_ size: Int) -> [SamplingPlan.Entry] {
    var entries: [SamplingPlan.Entry] = []
    while strategy != .random, entries.count < size, let next = widest() {
      entries.append(take(next, .spread(strata[next].filter { !touched.contains($0) })))
    }
    var step = 0
    while entries.count < size {
      let isByRisk = strategy == .risk || strategy == .camera && step % 5 < 3
      guard let next = (isByRisk ? byRisk : byLot).first(where: { !taken[$0] }) else { break }
      entries.append(take(next, isByRisk ? .risk : .lot))
      step += 1
    }
    return entries
  }

  /// The submission that touches most of what is not yet touched, the riskiest of equals; nil where all is touched.
  private func widest() -> Int? {
    var best: (index: Int, count: Int)?
    for index in byRisk where !taken[index] {
      let count = strata[index].count { !touched.contains($0) }
      if count > best?.count ?? 0 { best = (index, count) }
    }
    return best?.index
  }

  private mutating func take(_ index: Int, _ choice: SamplingPlan.Choice) -> SamplingPlan.Entry {
    taken[index] = true
    touched.formUnion(strata[index])
    return SamplingPlan.Entry(index: index, choice: choice, reasons: reasons[index])
  }
}
