import PremarkMarking
import Testing

/// What must happen to decisions when all example submissions are changed in one way (metamorphic testing: Chen, Cheung
/// and Yiu, 1998). Each property must be kept in at least 95 of 100 tries; every run prints the figures and the exceptions.
struct MetamorphicTests {
  /// A change that takes away what decisions rest on.
  struct Loss: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (String) -> String?
    /// The same sentences taken out: where a decision does not fall then, it does not rest on them.
    var withoutThem: (@Sendable (String) -> String?)?
    /// Criteria that the change is about; nil for all.
    var criteria: Set<String>?
    /// Nothing may be left of any decision.
    var isTotal = false
    /// Whether it also takes something from a unit that asks for knowledge.
    var isForKnowledge = false
  }

  /// Criteria whose essential facts have dates.
  static let dated: Set<String> = [
    "smart-objectives", "development-plan", "systematic-monitoring", "smart-plan",
    "monitoring-and-reflection",
    "joint-smart-plan",
  ]
  /// Criteria whose essential facts are deeds of the learner.
  static let deeds: Set<String> = [
    "systematic-monitoring", "monitoring-and-reflection", "feedback-incorporated", "development-activities",
    "collaboration", "objectives-communicated", "one-to-one-support", "monitoring-and-recognition",
  ]
  /// Those, and judgements of oneself.
  static let own = deeds.union(["self-assessment", "kpi-self-assessment"])
  /// The unit that asks for knowledge: there an answer may be about anybody and any time.
  static let knowledge = "principles-of-effectiveness"

  @Test(arguments: [
    Loss(
      testDescription: "the claim denied", change: Changes.denied, withoutThem: Changes.withoutDeeds,
      criteria: deeds),
    Loss(
      testDescription: "done turned into planned", change: Changes.planned, withoutThem: Changes.withoutDeeds,
      criteria: deeds),
    Loss(
      testDescription: "a colleague's deed", change: Changes.ofAColleague, withoutThem: Changes.withoutSelf,
      criteria: own),
    Loss(testDescription: "every date dropped", change: Changes.undated, criteria: dated),
    Loss(testDescription: "answers emptied", change: Changes.emptied, isTotal: true, isForKnowledge: true),
    Loss(testDescription: "another occupation", change: Changes.inAnotherTrade, isTotal: true),
  ])
  func whatDependsOnItFalls(_ loss: Loss) {
    var figures = Figures()
    for example in Examples.all where loss.isForKnowledge || example.unit != Self.knowledge {
      guard let changed = loss.change(example.text), let after = example.marked(changed) else { continue }
      let rest = loss.withoutThem.flatMap { $0(example.text) }.flatMap { example.marked($0) }
      for (index, criterion) in example.before.criteria.enumerated() {
        let before = criterion.decision
        guard before > .notMet else { continue }
        if let criteria = loss.criteria, !criteria.contains(criterion.id) { continue }
        if loss.criteria == Self.dated, before < .met { continue }
        if loss.withoutThem != nil, rest?.criteria[index].decision ?? before >= before { continue }
        let now = after.criteria[index].decision
        figures.count(
          loss.isTotal ? now == .notMet : now < before,
          "\(example.unit)/\(example.name) \(criterion.id): \(before) → \(now)")
      }
    }
    figures.expect(loss.testDescription)
  }

  @Test(arguments: ["keywords", "marking points", "advice", "the unit's own document"])
  func nothingRises(_ kind: String) {
    var figures = Figures()
    for example in Examples.all {
      let title = example.name.hasSuffix(".md") ? "## Notes" : "NOTES"
      guard let pasted = Pasted.text(kind, example),
        let after = example.marked(example.text + "\n\n\(title)\n\n\(pasted)\n")
      else { continue }
      for (was, now) in zip(example.before.criteria, after.criteria) where was.decision < .met {
        figures.count(
          now.decision <= was.decision,
          "\(example.unit)/\(example.name) \(was.id): \(was.decision) → \(now.decision)")
      }
    }
    if kind != "the unit's own document" || Examples.hasDocuments { figures.expect(kind) }
  }

  /// A change to how a submission is written.
  struct Disguise: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (String) -> String?
  }

  @Test(arguments: [
    Disguise(testDescription: "one word in forty misspelt", change: Disguises.misspelt),
    Disguise(testDescription: "quotes", change: Disguises.quotes),
    Disguise(testDescription: "dashes", change: Disguises.dashes),
    Disguise(testDescription: "date style", change: Disguises.dates),
    Disguise(testDescription: "American spelling", change: Disguises.americanSpelling),
    Disguise(testDescription: "sections moved", change: Disguises.sectionsMoved),
    Disguise(testDescription: "tables as lists", change: Disguises.tablesAsLists),
  ])
  func theDecisionStays(_ disguise: Disguise) {
    var figures = Figures()
    for example in Examples.all {
      guard let changed = disguise.change(example.text), let after = example.marked(changed) else { continue }
      for (was, now) in zip(example.before.criteria, after.criteria) {
        figures.count(
          now.decision == was.decision,
          "\(example.unit)/\(example.name) \(was.id): \(was.decision) → \(now.decision)")
      }
    }
    figures.expect(disguise.testDescription)
  }
}

/// How often a property was kept.
private struct Figures {
  private var kept = 0
  private var exceptions: [String] = []

  mutating func count(_ isKept: Bool, _ exception: @autoclosure () -> String) {
    if isKept { kept += 1 } else { exceptions.append(exception()) }
  }

  /// Prints them, and fails below 95 of 100 or where nothing could be tried.
  func expect(_ property: String) {
    let tried = kept + exceptions.count
    print("metamorphic: \(property): kept \(kept) of \(tried)")
    for exception in exceptions { print("  \(exception)") }
    #expect(tried > 0 && kept * 100 >= tried * 95, "\(property): kept \(kept) of \(tried): \(exceptions)")
  }
}

/// What a learner may paste who hopes that words alone are evidence.
private enum Pasted {
  static func text(_ kind: String, _ example: Example) -> String? {
    let criteria = example.before.criteria
    switch kind {
    case "marking points": return criteria.map { "\($0.title). \($0.markingPoint)" }.joined(separator: "\n\n")
    case "advice":
      return criteria.flatMap(\.requirements).compactMap(\.advice).joined(separator: "\n\n")
    case "the unit's own document": return Examples.document(of: example.unit)
    default:
      return """
        SMART, specific, measurable, achievable, relevant, time-bound, KPI, AHT, FCR, CSAT, service level, quality score, \
        targets, objectives, development plan, e-learning, coaching, shadowing, workshop, feedback, line manager, mentor, \
        peer, one-to-one, appraisal, review, monitoring, log, reflection, adjustment, strengths, weaknesses, career, \
        team meeting, recognition, collaboration, dates, deadlines, timeline, training needs, informal learning, \
        formal learning
        """
    }
  }
}
