import Foundation
import PremarkMarking
import Testing

/// How requirements add up to decisions, scores, referrals and feedback.
struct DecisionTests {
  static let filler = """
     The desk is busy on most days and the phones ring all the time until the evening shift comes in to help.
    """
  static let rules = """
    indicator aim
      sentence "my aim"
    indicator measured
      sentence "the figure"
    indicator reviewed
      sentence "we looked"
    indicator unmoved
      sentence "nothing moved"

    criterion aims
      title "Aims"
      because "aims are named and measured"
      requires named
        held if at least 2 aim
        shown "You name {count} aims."
        missing "a second aim"
        advice "Add an aim."
      requires measured
        held if measured
        missing "A figure."
        advice "Add a figure."
      requires extra supporting
        held if reviewed
      question "Which aim matters most?"

    criterion reviews
      title "Reviews"
      because "the plan is looked at"
      requires looked
        held if reviewed
        contradicted by unmoved
        advice "Look at the plan."
      refer when requirement looked is not held says "nobody looked"

    mistake no-review
      title "No review"
      when no reviewed
      says "Nobody looked."

    """

  @Test(arguments: [
    (
      "all essential ones held", "My aim is one. My aim is two. My aim is three. The figure is 3.", "met",
      6666, nil
    ),
    ("one too few is near", "My aim is one. The figure is 3.", "partly", 5000, "only just missed" as String?),
    ("one of two essential", "My aim is one. My aim is two.", "partly", 3333, "only just shown"),
    ("nothing", "", "not-met", 0, nil),
    ("a supporting one alone", "We looked.", "not-met", 3333, nil),
  ])
  func decides(_ why: String, _ text: String, _ level: String, _ score: Int, _ refer: String?) throws {
    let result = try MarkingBench(Self.rules).result(text + Self.filler)
    let aims = result.criteria[0]
    #expect(aims.decision.name == level, "\(why)")
    #expect(aims.score == score, "\(why)")
    #expect((aims.refer == nil) == (refer == nil), "\(why): \(aims.refer ?? "no referral")")
  }

  @Test(arguments: [
    ("just shown and firm", "My aim is one. My aim is two. We looked.", false),
    ("just shown", "My aim is one. My aim is two.", true),
    ("just missed and firm", "My aim is one. The figure is 3. We looked.", false),
    ("just missed", "My aim is one. The figure is 3.", true),
  ])
  func aFirmRequirementIsNotReferred(_ why: String, _ text: String, _ isReferred: Bool) throws {
    let rules = Self.rules.replacing(
      "held if at least 2 aim\n", with: "held if at least 2 aim\n    firm if reviewed\n")
    let result = try MarkingBench(rules).result(text + Self.filler)
    #expect((result.criteria[0].refer != nil) == isReferred, "\(why)")
  }

  @Test(arguments: [
    ("nothing spoke against it", "The figure is 3.", "met", false),
    ("one thing does", "The figure is 3. Nothing moved.", "not-met", true),
    ("two things do", "The figure is 3. Nothing moved. Nothing moved again.", "not-met", false),
  ])
  func whatMustNotBeThereIsCloseWhereOneIs(
    _ why: String, _ text: String, _ level: String, _ isReferred: Bool
  ) throws {
    let rules = """
      indicator measured
        sentence "the figure"
      indicator unmoved
        sentence "nothing moved"

      criterion aims
        title "Aims"
        because "a figure that moves"
        requires named
          held if measured and no unmoved

      """
    let aims = try MarkingBench(rules).result(text + Self.filler).criteria[0]
    #expect(aims.decision.name == level, "\(why)")
    #expect((aims.refer != nil) == isReferred, "\(why): \(aims.refer ?? "no referral")")
  }

  @Test(arguments: [
    ("a figure of one's own", "I set measurable objectives linked to organisational targets of 85%.", true),
    ("a criterion's number", "1.2 I set measurable objectives linked to organisational targets.", false),
    ("with letters", "AC 2.1: I set measurable objectives linked to organisational targets.", false),
    ("in one word", "Q2.1 I set measurable objectives linked to organisational targets.", false),
    ("a date in front", "14 March: I set measurable objectives linked to organisational targets.", true),
  ])
  func aReferenceInFrontSavesNoEcho(_ why: String, _ text: String, _ counts: Bool) throws {
    let rules = """
      indicator objectives
        sentence "objectives"

      criterion aims
        title "Aims"
        because "objectives are set"
        requires named
          held if objectives

      """
    let result = try MarkingBench(rules).result(text + Self.filler)
    #expect((result.criteria[0].decision == .met) == counts, "\(why)")
  }

  @Test func saysWhatIsMissingAndWhatToDo() throws {
    let result = try MarkingBench(Self.rules).result("My aim is one. My aim is two." + Self.filler)
    #expect(result.criteria[0].feedback == "You name 2 aims. Still missing: a figure. Add a figure.")
    #expect(result.criteria[0].question == "Which aim matters most?")
    #expect(result.nextEdits.map(\.text).contains("Add a figure."))
  }

  @Test func citesTheWordsItRestsOn() throws {
    let bench = try MarkingBench(Self.rules)
    let result = try bench.result("My aim is one. My aim is two. The figure is 3." + Self.filler)
    let evidence = result.criteria[0].requirements[0].evidence
    #expect(evidence.map(\.rule) == ["aim", "aim"])
    #expect(evidence.map { $0.span.start } == [0, 15])
  }

  @Test func aContradictionIsReferredAndCited() throws {
    let result = try MarkingBench(Self.rules).result("We looked. Nothing moved." + Self.filler)
    let looked = result.criteria[1].requirements[0]
    #expect(looked.state == .contradicted)
    #expect(looked.counterEvidence.count == 1)
    #expect(result.criteria[1].decision == .notMet)
    #expect(result.criteria[1].refer != nil)
  }

  @Test func aBlankFormMeetsNothingAndIsSaidSo() throws {
    let result = try MarkingBench(Self.rules).result("# My aim\n\n# We looked\n")
    #expect(result.criteria.allSatisfy { $0.decision == .notMet })
    #expect(result.warnings.map(\.code).contains("blank-form"))
    #expect(result.mistakes.map(\.found) == [true])
  }

  @Test(arguments: [
    ("a requirement of a later criterion, held", "We looked.", ["seen"], ["looked-tip"]),
    ("not held", "My aim is one.", ["unseen"], []),
    ("contradicted is not held", "We looked. Nothing moved.", ["unseen"], []),
    (
      "an earlier criterion's, with both", "My aim is one. My aim is two. We looked.", ["seen", "both"],
      ["looked-tip"]
    ),
  ])
  func mistakesAndTipsAskRequirements(_ why: String, _ text: String, _ mistakes: [String], _ tips: [String])
    throws
  {
    let rules =
      Self.rules + """
        mistake unseen
          title "Unseen"
          when requirement looked is not held
          says "Nobody looked."
        mistake seen
          title "Seen"
          when requirement looked is held
          says "Somebody looked."
        mistake both
          title "Both"
          when requirement named is held, requirement looked is held
          says "Both."
        tip looked-tip
          when requirement looked is held
          says "Look again."

        """
    let result = try MarkingBench(rules).result(text + Self.filler)
    let found = result.mistakes.filter { $0.found && $0.id != "no-review" }.map(\.id)
    #expect(found == mistakes, "\(why)")
    #expect(result.tips.map(\.id) == tips, "\(why)")
  }

  @Test(arguments: [
    ("nothing bars", "We looked.", nil, nil),
    ("without words of its own", "Nothing moved.", "other-occupation" as String?, nil),
    (
      "with words of its own", "The figure is 3.", "unit-does-not-apply",
      "This is about figures." as String?
    ),
    ("the first that holds", "Nothing moved. The figure is 3.", "other-occupation", nil),
  ])
  func saysWhyTheUnitDoesNotApply(_ why: String, _ text: String, _ code: String?, _ feedback: String?) throws
  {
    let head = """
      applies unless unmoved
        applies unless measured says "This is about figures."
      """
    let result = try MarkingBench(Self.rules, head: head).result(text + Self.filler)
    #expect(result.warnings.map(\.code) == (code.map { [$0] } ?? []), "\(why)")
    if code != nil { #expect(result.criteria.allSatisfy { $0.decision == .notMet }, "\(why)") }
    if let feedback { #expect(result.criteria[0].feedback == feedback, "\(why)") }
  }

  @Test func theUnitsOwnWordingEarnsNothing() throws {
    let rules = """
      indicator linked
        sentence "objectives"

      criterion links
        title "Links"
        because "objectives are linked"
        requires link
          held if linked

      """
    let bench = try MarkingBench(rules)
    let echo = try bench.result(
      "I set measurable objectives, linked to organisational targets." + Self.filler)
    #expect(echo.criteria[0].decision == .notMet)
    let own = try bench.result("My objectives are two calls fewer and kinder letters." + Self.filler)
    #expect(own.criteria[0].decision == .met)
  }

  @Test func theSameInputGivesTheSameResult() throws {
    let bench = try MarkingBench(Self.rules)
    let text = "My aim is one. The figure is 3. We looked." + Self.filler
    let (first, second) = (try bench.result(text), try bench.result(text))
    #expect(first.score == second.score)
    #expect(first.criteria.map(\.feedback) == second.criteria.map(\.feedback))
    #expect(first.ledger.count == second.ledger.count)
  }

  @Test(arguments: [
    ("alone among weak ones", "My aim is one.", ["alone", nil, nil, nil]),
    ("one other is not met", "My aim is one. The figure is 3. We looked.", ["alone", "alone", "alone", nil]),
    ("everything is met", "My aim is one. The figure is 3. We looked. Nothing moved.", [nil, nil, nil, nil]),
    (
      "many places", "My aim is one. My aim is two. My aim is three. My aim is four.", [nil, nil, nil, nil]
    ),
  ])
  func aStrongAnswerAmongWeakOnesIsReferred(_ why: String, _ text: String, _ expected: [String?]) throws {
    let names = ["aim", "measured", "reviewed", "unmoved"]
    let indicators = Self.rules.components(separatedBy: "criterion")[0]
    let criteria = names.map { name in
      """
      criterion c-\(name)
        title "\(name)"
        because "it counts"
        requires part
          held if \(name)
          advice "Add it."

      """
    }
    let result = try MarkingBench(indicators + criteria.joined()).result(text + Self.filler)
    let reasons = result.criteria.map {
      $0.refer.map { $0.contains("the other criteria") ? "alone" : "other" }
    }
    #expect(reasons == expected, "\(why)")
  }

  @Test(arguments: [
    (
      "the advice pasted", "Say when you brought the team together and what you told them of the purpose.",
      "not-met"
    ),
    (
      "in the first person", "I say when I brought the team together and what I told them of the purpose.",
      "not-met"
    ),
    (
      "the marking point under its number", "Criterion 2.1 credits telling the team its purpose and aims.",
      "not-met"
    ),
    ("a learner's own words", "I brought the team together and told them the purpose.", "met"),
    (
      "the advice followed", "On 3 May I brought the team together and what I told them of was the purpose.",
      "met"
    ),
  ])
  func whatPremarkSaysOfTheUnitIsNoEvidence(_ why: String, _ text: String, _ level: String) throws {
    let rules = """
      words purpose
        purpose

      indicator told
        sentence <purpose>, any voice

      criterion briefing
        title "Briefing"
        because "Criterion 2.1 credits telling the team its purpose and aims."
        requires told
          held if told
          advice "Say when you brought the team together and what you told them of the purpose."

      """
    let result = try MarkingBench(rules).result(text + Self.filler)
    #expect(result.criteria[0].decision.name == level, "\(why)")
  }
}
