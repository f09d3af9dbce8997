import PremarkText

extension RuleParser {
  static let criterionProperties = [
    PropertyRule("title"), PropertyRule("because"), PropertyRule("outcome"),
    PropertyRule("requires", repeats: true),
    PropertyRule("met", "when"), PropertyRule("partly", "when"), PropertyRule("refer", "when", repeats: true),
    PropertyRule("note"), PropertyRule("question"), PropertyRule("praise"),
  ]

  /// `criterion NAME` and what stands under it.
  mutating func parseCriterion(_ statement: FileLayout.Statement, file: Int) {
    guard allowOnlyInUnit("criterion", statement, file: file) else { return }
    guard let (id, location) = header(statement, file: file) else { return }
    guard let index = declarations.criterionIndex[id], declarations.criteria[index].location == location
    else {
      return
    }
    currentCriterion = index
    var draft = CriterionDraft(id: id, location: location)
    var seen = SeenProperties()
    // What decides comes after what is required, wherever it stands.
    let (requires, rest) = split(statement.properties, file: file)
    readProperties(requires, of: "criterion", file: file, allowed: Self.criterionProperties, seen: &seen) {
      (parser, _, property) throws(ParseFailure) in
      try parser.parseRequirement(property, into: &draft)
    }
    readProperties(rest, of: "criterion", file: file, allowed: Self.criterionProperties, seen: &seen) {
      (parser, name, _) throws(ParseFailure) in
      try parser.parseProperty(name, of: &draft)
    }
    require(["title", "because"], in: seen, of: "criterion '\(id)'", at: location)
    if !seen.has("requires") { diagnostics.append(.noRequirements(id, at: location)) }
    criteria.append(draft.criterion)
  }

  private func split(_ properties: [FileLayout.Property], file: Int) -> (
    [FileLayout.Property], [FileLayout.Property]
  ) {
    var requires: [FileLayout.Property] = []
    var rest: [FileLayout.Property] = []
    for property in properties {
      if files[file].text.hasWord("requires", at: property.span.start) {
        requires.append(property)
      } else {
        rest.append(property)
      }
    }
    return (requires, rest)
  }

  private mutating func parseProperty(_ name: String, of draft: inout CriterionDraft) throws(ParseFailure) {
    switch name {
    case "title": draft.title = try onlyText()
    case "because": draft.because = try onlyText()
    case "outcome": draft.outcome = try onlyText()
    case "note": draft.note = try onlyText()
    case "question": draft.question = try onlyText()
    case "praise": draft.praise = try onlyText()
    case "met when": draft.metWhen = try rule(of: draft)
    case "partly when": draft.partlyWhen = try rule(of: draft)
    default:
      decisionUse = .ownRequirements
      defer { decisionUse = .none }
      let test = try test()
      try cursor.expect("says")
      draft.refer.append((test, try onlyText()))
    }
  }

  /// `all`, `any`, `4 of 5`, or a test.
  private mutating func rule(of draft: CriterionDraft) throws(ParseFailure) -> Criterion.Rule {
    if cursor.isAt("all"), cursor.peek(1).kind == .end {
      cursor.advance()
      return .all
    }
    if cursor.isAt("any"), cursor.peek(1).kind == .end {
      cursor.advance()
      return .atLeast(1)
    }
    if cursor.isWord("of", ahead: 1) {
      let start = cursor.index
      let count = try number()
      cursor.advance()
      let total = try number()
      try cursor.expectEnd()
      let essential = draft.requirements.count { $0.isEssential }
      if !draft.hasUnreadable, count < 1 || count > total || total != essential {
        let place = cursor.location(from: start)
        diagnostics.append(.countOutOfRange("\(count) of \(total)", essential: essential, at: place))
      }
      return .atLeast(count)
    }
    decisionUse = .ownRequirements
    defer { decisionUse = .none }
    return .test(try onlyTest())
  }

  static let requirementProperties = [
    PropertyRule("held", "if"), PropertyRule("near", "if"), PropertyRule("contradicted", "by"),
    PropertyRule("firm", "if"), PropertyRule("shown"),
    PropertyRule("missing"), PropertyRule("advice"),
  ]

  /// `requires NAME [supporting] [weight N]` and what stands under it.
  private mutating func parseRequirement(
    _ property: FileLayout.Property, into criterion: inout CriterionDraft
  ) throws(ParseFailure) {
    let file = cursor.file
    let wasReadable = !criterion.hasUnreadable
    criterion.hasUnreadable = true
    let (id, location) = try name("the name of a requirement")
    let isEssential = !cursor.take("supporting")
    if isEssential { _ = cursor.take("essential") }
    var weight = 1
    if cursor.take("weight") {
      let place = cursor.location
      weight = try number()
      if weight == 0 {
        diagnostics.append(.impossibleNumber("a requirement without weight counts for nothing", at: place))
      }
    }
    try cursor.expectEnd("'supporting', 'weight' or the end of the line")
    if let first = criterion.requirements.first(where: { $0.id == id }) {
      throw ParseFailure(.duplicateName(id, kind: "requirement", at: location, first: first.location))
    }
    var draft = RequirementDraft()
    var seen = SeenProperties()
    var heldSignature: UInt64?
    var nearSignature: (UInt64, RuleLocation)?
    var firmSignature: (UInt64, RuleLocation)?
    readProperties(
      property.children, of: "requires", file: file, allowed: Self.requirementProperties, seen: &seen
    ) { (parser, name, _) throws(ParseFailure) in
      let start = parser.cursor.index
      switch name {
      case "held if":
        draft.heldIf = try parser.onlyTest()
        heldSignature = parser.cursor.signature(start..<parser.cursor.index)
      case "near if":
        draft.nearIf = try parser.onlyTest()
        nearSignature = (
          parser.cursor.signature(start..<parser.cursor.index), parser.cursor.location(from: start)
        )
      case "contradicted by": draft.contradictedBy = try parser.onlyTest()
      case "firm if":
        draft.firmIf = try parser.onlyTest()
        firmSignature = (
          parser.cursor.signature(start..<parser.cursor.index), parser.cursor.location(from: start)
        )
      case "shown": draft.shown = try parser.onlyText()
      case "missing": draft.missing = try parser.onlyText()
      default: draft.advice = try parser.onlyText()
      }
    }
    require(["held if"], in: seen, of: "requirement '\(id)'", at: location)
    if let held = heldSignature, let (near, place) = nearSignature, held == near {
      diagnostics.append(.nearEqualsHeld(id, at: place))
    }
    if let held = heldSignature, let (firm, place) = firmSignature, held == firm {
      diagnostics.append(.firmEqualsHeld(id, at: place))
    }
    guard let heldIf = draft.heldIf else { return }
    criterion.hasUnreadable = !wasReadable
    criterion.requirements.append(
      Criterion.Requirement(
        id: id, isEssential: isEssential, weight: weight, heldIf: heldIf, nearIf: draft.nearIf,
        contradictedBy: draft.contradictedBy, firmIf: draft.firmIf, shown: draft.shown, advice: draft.advice,
        missing: draft.missing, location: location))
  }
}

/// What has been read of a requirement.
private struct RequirementDraft {
  var heldIf: Test?
  var nearIf: Test?
  var contradictedBy: Test?
  var firmIf: Test?
  var shown: String?
  var missing: String?
  var advice: String?
}

/// What has been read of a criterion.
struct CriterionDraft {
  let id: String
  let location: RuleLocation
  var title = ""
  var because = ""
  var outcome: String?
  var requirements: [Criterion.Requirement] = []
  /// True where a requirement could not be read, so that counting them says nothing.
  var hasUnreadable = false
  var metWhen = Criterion.Rule.all
  var partlyWhen = Criterion.Rule.atLeast(1)
  var refer: [(test: Test, why: String)] = []
  var note: String?
  var question: String?
  var praise: String?

  init(id: String, location: RuleLocation) {
    self.id = id
    self.location = location
  }

  var criterion: Criterion {
    Criterion(
      id: id, title: title, because: because, learningOutcome: outcome, requirements: requirements,
      metWhen: metWhen, partlyWhen: partlyWhen, refer: refer, note: note, question: question, praise: praise,
      location: location)
  }
}
