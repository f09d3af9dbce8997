import PremarkRules
import Testing

/// How conditions are read: what binds to what.
struct ConditionTests {
  @Test(arguments: [
    ("a list", "<kpi>", "<kpi>"),
    ("a group of a list", "<source:manager>", "<source:manager>"),
    ("an entity and its refinement", "<date:month> or <change:up>", "(or <date:month> <change:up>)"),
    ("a group of people", "<person:manager>", "<person:manager>"),
    ("a phrase in quotes", "\"become a (good) team/shift leader\"", "“become a [good] {team|shift} leader”"),
    ("a column", "an objective column", "|objective|"),
    ("a label", "label <kpi>", "label<kpi>"),
    ("a name, its article left out", "the other-one", "other-one"),
    ("a comma is and", "<kpi>, <goal>", "(and <kpi> <goal>)"),
    ("so are and, and a comma with and", "<kpi> and <goal>, and <date>", "(and <kpi> <goal> <date>)"),
    ("or binds weaker than and", "<kpi> and <goal> or <date>", "(or (and <kpi> <goal>) <date>)"),
    ("or with a comma is or", "<kpi>, <goal>, or <date>", "(or (and <kpi> <goal>) <date>)"),
    ("brackets first", "(<kpi> or <goal>), <date>", "(and (or <kpi> <goal>) <date>)"),
    ("not takes one unit", "not <kpi> and <goal>", "(and (not <kpi>) <goal>)"),
    ("not twice", "not not <kpi>", "(not (not <kpi>))"),
    ("with is in the same clause", "<kpi> with <number>", "(clause <kpi> <number>)"),
    ("with says where", "<kpi> with <number> in the same row", "(row <kpi> <number>)"),
    (
      "with goes on from the left", "<kpi> with <number> with <date> in the same block",
      "(block (clause <kpi> <number>) <date>)"
    ),
    ("not reaches over with", "not <kpi> with <number>", "(not (clause <kpi> <number>))"),
    ("within words", "<kpi> within 5 words of <number>", "(≤5 <kpi> <number>)"),
    ("before", "<kpi> before <number>", "(before <kpi> <number>)"),
    ("filters apply to the whole conjunction", "<kpi>, own, <goal>", "(if (and <kpi> <goal>) [voice own])"),
    ("filters apply to their alternative", "<kpi>, own, or <goal>", "(or (if <kpi> [voice own]) <goal>)"),
    ("filters alone", "own, done or stronger", "(if (and) [voice own, done+])"),
    ("a filter denied", "not own", "(not (if (and) [voice own]))"),
    ("a filter as the other side of with", "<kpi> with done", "(clause <kpi> (if (and) [done]))"),
    ("at least", "at least 2 <kpi>", "(≥2 <kpi>)"),
    ("at least, in words", "at least two <kpi>", "(≥2 <kpi>)"),
    ("different, told apart by word", "at least 2 different <kpi>", "(≥2 <kpi> by word)"),
    ("different, told apart by group", "at least 2 different <source>", "(≥2 <source> by group)"),
    ("different, told apart by date", "at least 2 different <date>", "(≥2 <date> by date)"),
    ("different, told apart by person", "at least 2 different <person>", "(≥2 <person> by person)"),
    ("values compared", "<percentage> higher than <percentage>", "(higher <percentage> <percentage>)"),
    (
      "equal and other", "<number> equal to <number> or <date> other than <date>",
      "(or (equal <number> <number>) (other <date> <date>))"
    ),
    (
      "a value of another passage", "<score> better than <score> of an earlier look-back, <goal>",
      "(and (better <score> <score> earlier look-back) <goal>)"
    ),
    (
      "values about the same", "<score> worse than <score> of another look-back about the same <kpi>",
      "(worse <score> <score> another look-back same <kpi>)"
    ),
    (
      "two things about the same", "<percentage> with <number> about the same <kpi>",
      "(document <percentage> <number> same <kpi>)"
    ),
    (
      "about the same of two lists",
      "<score> lower than <score> about the same <kpi> and the same <date>, <goal>",
      "(and (lower <score> <score> same <kpi> same <date>) <goal>)"
    ),
    (
      "about the same, near", "<date> with <goal> in the same section about the same <kpi>",
      "(section <date> <goal> same <kpi>)"
    ),
    ("by what is said", "at least 2 different <kpi> by date", "(≥2 <kpi> by date)"),
  ])
  func reads(_ why: String, _ written: String, _ meaning: String) throws {
    let loaded = RuleText.load(
      RuleText.unit(
        "indicator sample\n  clause \(written)\nindicator other-one\n  clause <kpi>\npassage look-back\n  starts at <date>"
      ))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    let indicator = try #require(loaded.ruleSet.indicators.first)
    let condition = try #require(indicator.alternatives.first?.condition)
    #expect(condition.described == meaning, "\(why)")
    #expect(try self.meaning(of: condition.written) == meaning, "written as '\(condition.written)'")
  }

  /// What a condition says in short.
  private func meaning(of written: String) throws -> String {
    let loaded = RuleText.load(
      RuleText.unit(
        "indicator sample\n  clause \(written)\nindicator other-one\n  clause <kpi>\npassage look-back\n  starts at <date>"
      ))
    return try #require(loaded.ruleSet.indicators.first?.alternatives.first?.condition).described
  }

  @Test(arguments: [
    ("own or other", "voice ownOrOther"), ("any voice", "voice any"), ("general", "voice general"),
    ("affirmed or hypothetical", "polarity affirmedOrHypothetical"), ("any polarity", "polarity any"),
    ("negated", "polarity negated"), ("planned", "plan"), ("plan or weaker", "plan-"),
    ("result-with-data or stronger", "result-with-data+"), ("none", "none"), ("asked", "asked"),
    ("not asked", "not asked"), ("in an objective column", "in objective"),
    ("in an objective or activity role", "in objective/activity"),
    ("in an objective column or a deadline cell", "in objective/deadline"),
    ("not in a meta or date or activity role", "not in meta/date/activity"),
    ("in a section headed <goal>", "under <goal>"), ("not in a section headed <goal>", "not under <goal>"),
    ("in a table", "inside table"), ("outside tables", "outside table"), ("not in a list", "outside list"),
    ("outside quotations", "outside quotation"), ("not in a look-back", "not in a look-back"),
  ])
  func readsFilters(_ written: String, _ meaning: String) throws {
    let loaded = RuleText.load(
      RuleText.unit("indicator sample\n  clause <kpi>, \(written)\npassage look-back\n  starts at <date>"))
    #expect(RuleText.codes(loaded) == [])
    let condition = try #require(loaded.ruleSet.indicators.first?.alternatives.first?.condition)
    #expect(condition.described == "(if <kpi> [\(meaning)])")
    #expect(try self.meaning(of: condition.written) == condition.described)
  }

  @Test func aRoleAfterOrNeedsItsOwnNoun() throws {
    let loaded = RuleText.load(RuleText.unit("indicator sample\n  clause in an objective column or <kpi>"))
    #expect(RuleText.codes(loaded) == [])
    let condition = loaded.ruleSet.indicators.first?.alternatives.first?.condition.described
    #expect(condition == "(or (if (and) [in objective]) <kpi>)")
  }
}
