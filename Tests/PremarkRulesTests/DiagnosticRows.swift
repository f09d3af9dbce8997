import PremarkRules
import Testing

/// A wrong rule file and the codes that it must give, in order of their places, and no others.
struct DiagnosticRow: Sendable, CustomTestStringConvertible {
  let name: String
  let codes: [String]
  let unit: String
  var vocabulary: [String: String] = [:]

  var testDescription: String { name }

  init(_ name: String, _ codes: [String], _ unit: String, vocabulary: [String: String] = [:]) {
    self.name = name
    self.codes = codes
    self.unit = unit
    self.vocabulary = vocabulary
  }

  init(_ name: String, _ codes: [String], in statements: String, header: String = "") {
    self.init(name, codes, RuleText.unit(statements, header: header))
  }

  /// With a criterion around what stands under its `requires`.
  init(_ name: String, _ codes: [String], requirement: String, criterion: String = "") {
    self.init(
      name, codes,
      in: "criterion c\n  title \"t\"\n  because \"b\"\n\(criterion)  requires r\n    \(requirement)\n")
  }
}

extension DiagnosticRow {
  static let all = reading + terms + structure + sense

  private static let reading = [
    DiagnosticRow("not-utf8", ["R001"], in: "words sample\n  caf\u{FFFE}é, team"),
    DiagnosticRow("open-string", ["R002"], in: "tip t\n  says \"Add a date.\n"),
    DiagnosticRow("open-quote-in-list", ["R002"], in: "words sample\n  team, \"well, then\n  boss"),
    DiagnosticRow("unexpected-end", ["R003"], in: "indicator i\n  clause <kpi> with\n"),
    DiagnosticRow("unexpected-word", ["R003"], in: "indicator i\n  clause <kpi> <goal>\n"),
    DiagnosticRow("no-for-not", ["R003"], in: "indicator i\n  clause <kpi>, no <goal>\n"),
    DiagnosticRow("indentation", ["R004"], in: "tip t\n    when <kpi>\n  says \"x\"\n"),
    DiagnosticRow("indented-first", ["R027", "R028", "R004"], "  title \"t\"\n"),
    DiagnosticRow("open-bracket", ["R005"], in: "indicator i\n  clause <kpi with <goal>\n"),
    DiagnosticRow(
      "unknown-statement", ["R006"], in: "indicater i\n  clause <kpi>\ntip t\n  when i\n  says \"x\"\n"),
    DiagnosticRow("unknown-property", ["R007"], in: "indicator i\n  clause <kpi>\n  becuase \"x\"\n"),
    DiagnosticRow("unknown-property-of-requirement", ["R007"], requirement: "held if <kpi>\n    helt \"x\""),
    DiagnosticRow("malformed-name", ["R008"], in: "words Source\n  team\n"),
    DiagnosticRow("malformed-phrase-bracket", ["R009"], in: "words sample\n  sit (down, team leader\n"),
    DiagnosticRow("malformed-phrase-colon", ["R009"], in: "words sample\n  team leader, my goal: more\n"),
    DiagnosticRow("malformed-phrase-slash", ["R009"], in: "words sample\n  sit/ stand, team\n"),
    DiagnosticRow("empty-phrase", ["R010"], in: "words sample\n  team,, boss\n"),
    DiagnosticRow(
      "nested-too-deep", ["R042"],
      in: "indicator i\n  clause " + String(repeating: "(", count: 50) + "<kpi>"
        + String(repeating: ")", count: 50)),
  ]

  private static let terms = [
    DiagnosticRow(
      "unknown-vocabulary", ["R011"], in: "indicator i\n  clause <planning-word>", header: "  uses plan"),
    DiagnosticRow(
      "unknown-word-list", ["R012"], in: "indicator i\n  clause   <gaol>, aspiration or stronger\n"),
    DiagnosticRow(
      "unknown-word-list-in-phrase", ["R012"], in: "words sample\n  reduce <kpis>, to <number>\n"),
    DiagnosticRow("unknown-list-extended", ["R012"], in: "words sample\n  extends sources\n  team\n"),
    DiagnosticRow("unknown-group", ["R013"], in: "indicator i\n  clause <source:managers>\n"),
    DiagnosticRow("unknown-group-of-people", ["R013"], in: "indicator i\n  clause <person:boss>\n"),
    DiagnosticRow(
      "unknown-name", ["R014"],
      in: "indicator shown-once\n  clause <kpi>\ntip t\n  when shown-onse\n  says \"x\"\n"),
    DiagnosticRow("unknown-passage", ["R014"], in: "item i\n  from passages review\n"),
    DiagnosticRow(
      "unknown-part", ["R014"],
      in:
        "item i\n  from statements, <kpi>\n  part measure <kpi>\ntip t\n  when most i with mesure\n  says \"x\"\n"
    ),
    DiagnosticRow("unknown-role", ["R015"], in: "item i\n  from rows of a table with an objektive column\n"),
    DiagnosticRow("unknown-refinement", ["R016"], in: "indicator i\n  clause <date:week>\n"),
    DiagnosticRow("unrefined-entity", ["R016"], in: "indicator i\n  clause <money:small>\n"),
    DiagnosticRow("unknown-criterion", ["R017"], in: "tip t\n  when criterion smart is met\n  says \"x\"\n"),
    DiagnosticRow(
      "unknown-requirement", ["R018"], requirement: "held if <kpi>",
      criterion: "  met when requirement s is held\n"),
    DiagnosticRow(
      "ambiguous-requirement", ["R018"],
      in: """
        criterion a
          title "t"
          because "b"
          requires dated
            held if <date>
        criterion b
          title "t"
          because "b"
          requires dated
            held if <deadline>
        tip t
          when requirement dated is not held
          says "x"
        """),
    DiagnosticRow("list-without-brackets", ["R019"], in: "indicator i\n  clause kpi with <number>\n"),
    DiagnosticRow(
      "name-in-brackets", ["R019"], in: "indicator i\n  clause <kpi>\ntip t\n  when <i>\n  says \"x\"\n"),
    DiagnosticRow("unknown-placeholder", ["R020"], in: "tip t\n  says \"You have {counts} dates.\"\n"),
  ]

  private static let structure = [
    DiagnosticRow("duplicate-list", ["R021"], in: "words kpi\n  team\n"),
    DiagnosticRow(
      "duplicate-indicator", ["R021"], in: "indicator i\n  clause <kpi>\nindicator i\n  clause <goal>\n"),
    DiagnosticRow("duplicate-tip", ["R021"], in: "tip t\n  says \"x\"\ntip t\n  says \"y\"\n"),
    DiagnosticRow(
      "list-named-as-entity", ["R022"], in: "words date\n  someday\nindicator i\n  clause <date>\n"),
    DiagnosticRow(
      "name-of-two-kinds", ["R022"], in: "indicator i\n  clause <kpi>\npassage i\n  starts at <date>\n"),
    DiagnosticRow("reserved-name", ["R023"], in: "indicator result\n  clause <kpi>\n"),
    DiagnosticRow("missing-held-if", ["R024"], requirement: "near if <kpi>"),
    DiagnosticRow("missing-title", ["R024"], "language 1\nunit sample\n"),
    DiagnosticRow("repeated-property", ["R025"], in: "tip t\n  says \"x\"\n  says \"y\"\n"),
    DiagnosticRow(
      "not-in-vocabulary", ["R026"], "language 1\nunit sample\n  title \"t\"\n  uses v\n",
      vocabulary: ["v": "language 1\nvocabulary v\n\ntip t\n  says \"x\"\n"]),
    DiagnosticRow("no-language", ["R027"], "unit sample\n  title \"t\"\n"),
    DiagnosticRow("other-language", ["R027"], "language 2\nunit sample\n  title \"t\"\n"),
    DiagnosticRow("no-header", ["R028"], "language 1\n\nwords team\n  crew\n"),
    DiagnosticRow(
      "unit-among-vocabulary", ["R028"], "language 1\nunit u\n  title \"t\"\n  uses v\n",
      vocabulary: ["v": "language 1\nunit v\n"]),
    DiagnosticRow(
      "vocabulary-name", ["R029"], "language 1\nunit sample\n  title \"t\"\n  uses v\n",
      vocabulary: ["v": "language 1\nvocabulary w\n"]),
    DiagnosticRow(
      "cycle-in-uses", ["R030"], "language 1\nunit sample\n  title \"t\"\n  uses v\n",
      vocabulary: ["v": "language 1\nvocabulary v\n  uses w\n", "w": "language 1\nvocabulary w\n  uses v\n"]),
    DiagnosticRow(
      "cycle-in-extends", ["R031"], in: "words a\n  extends b\n  team\nwords b\n  extends a\n  crew\n"),
    DiagnosticRow("cycle-in-phrases", ["R031"], in: "words a\n  my <b>\nwords b\n  your <a>\n"),
    DiagnosticRow(
      "cycle-in-definitions", ["R032"],
      in: "indicator one\n  clause two\nindicator two\n  clause <kpi> with one\n"),
    DiagnosticRow(
      "count-out-of-range", ["R033"], requirement: "held if <kpi>", criterion: "  met when 2 of 3\n"),
    DiagnosticRow("at-least-none", ["R034"], requirement: "held if at least 0 <kpi>"),
    DiagnosticRow("too-large", ["R034"], requirement: "held if at least 12345678 <kpi>"),
    DiagnosticRow("no-requirements", ["R035"], in: "criterion c\n  title \"t\"\n  because \"b\"\n"),
    DiagnosticRow("no-sources", ["R036"], in: "item i\n  called \"thing\"\n"),
    DiagnosticRow("no-alternatives", ["R037"], in: "indicator i\n  unless <kpi>\n"),
    DiagnosticRow("no-start", ["R037"], in: "passage p\n  lasts until next start\n"),
    DiagnosticRow("missing-or", ["R038"], in: "indicator i\n  clause <kpi>\n  sentence <goal>\n"),
    DiagnosticRow("decision-not-known", ["R039"], requirement: "held if <kpi>, criterion c is met"),
    DiagnosticRow("drops-nothing", ["R040"], in: "words sample\n  extends kpi\n  drops hold time\n"),
    DiagnosticRow("drops-no-group", ["R040"], in: "words sample\n  extends source\n  drops group customer\n"),
    DiagnosticRow("malformed-wording", ["R041"], in: "", header: "  wording 0a1b2c3d 0a1b2c\n"),
    DiagnosticRow("empty-list", ["R054"], in: "words sample\nindicator i\n  clause <sample>\n"),
  ]

  private static let sense = [
    DiagnosticRow(
      "open-marks", ["R043"],
      in: "indicator i\n  clause <kpi>\n  accept \"My [[handling time fell.\"\n  reject \"x\"\n"),
    DiagnosticRow(
      "marks-in-reject", ["R043"],
      in: "indicator i\n  clause <kpi>\n  accept \"x\"\n  reject \"My [[time]] fell.\"\n"),
    DiagnosticRow("empty-example", ["R044"], in: "indicator i\n  clause <kpi>\n  accept\n  reject \"x\"\n"),
    DiagnosticRow(
      "missing-examples", ["R045"], in: "indicator i\n  clause <kpi>\ntip t\n  when i\n  says \"x\"\n"),
    DiagnosticRow(
      "missing-reject", ["R045"],
      in: "indicator i\n  clause <kpi>\n  accept \"My [[time]] fell.\"\ntip t\n  when i\n  says \"x\"\n"),
    DiagnosticRow(
      "unused", ["R046", "R046"],
      in: "indicator i\n  clause <kpi>\n  accept \"x\"\n  reject \"y\"\nwords sample\n  team\n"),
    DiagnosticRow("cannot-hold", ["R047"], requirement: "held if at least 3 <kpi>, at most 2 <kpi>"),
    DiagnosticRow("outnumbers-itself", ["R047"], requirement: "held if <kpi> outnumbers <kpi>"),
    DiagnosticRow("contradictory-filters", ["R048"], in: "indicator i\n  clause <kpi>, own, general\n"),
    DiagnosticRow(
      "contradictory-strengths", ["R048"],
      in: "indicator i\n  clause <kpi>, plan or weaker, done or stronger\n"),
    DiagnosticRow(
      "contradictory-roles", ["R048"],
      in: "indicator i\n  clause <kpi>, in a need column, not in a need or review role\n"),
    DiagnosticRow(
      "near-equals-held", ["R049"], requirement: "held if at least 2 <kpi>\n    near if at least 2  <kpi>"),
    DiagnosticRow(
      "firm-equals-held", ["R057"], requirement: "held if at least 2 <kpi>\n    firm if at least 2  <kpi>"),
    DiagnosticRow(
      "repeated-alternative", ["R050"], in: "indicator i\n  clause <kpi>, own, or <goal>, or <kpi>, own\n"),
    DiagnosticRow("repeated-line", ["R050"], in: "indicator i\n  clause <kpi>\n  or clause <kpi>\n"),
    DiagnosticRow("mixed-or", ["R051"], in: "indicator i\n  clause <kpi> or <goal>, own\n"),
    DiagnosticRow(
      "count-inside-with", ["R052"],
      in:
        "item i\n  from statements, <kpi>\n  part measure <kpi>\ntip t\n  when at least 2 i with measure and at least 1 <date>\n  says \"x\"\n"
    ),
    DiagnosticRow("for-it", ["R055"], in: "indicator i\n  clause <kpi> for it\n"),
    DiagnosticRow("compared-kinds", ["R056"], in: "indicator i\n  clause <percentage> higher than <date>\n"),
    DiagnosticRow("compared-no-value", ["R056"], in: "indicator i\n  clause <date> later than <person>\n"),
    DiagnosticRow(
      "compared-order", ["R003"],
      in: "indicator i\n  clause <score> better than <score> of the last look-back\n"),
    DiagnosticRow(
      "for-it-without-item", ["R055"],
      in: "tip t\n  when at least 2 <date> with <kpi> for it\n  says \"x\"\n"),
    DiagnosticRow(
      "too-many-ways", ["R058"],
      in: "words sample\n  a/b/c/d/e/f/g/h a/b/c/d/e/f/g/h a/b/c/d/e/f/g/h a/b/c/d/e/f/g/h a/b\n"),
    DiagnosticRow("repeated-phrase", ["R053"], in: "words sample\n  team leader, boss, Team  Leader\n"),
  ]
}
