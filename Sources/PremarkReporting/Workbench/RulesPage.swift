public import PremarkRules
import PremarkText

/// A page about a unit's rules for people: each marking point, what satisfies it, examples; what stands out comes first.
///
/// One model, drawn as Markdown or HTML.
public struct RulesPage: Sendable {
  /// Part of a line.
  enum Inline: Sendable {
    case text(String), strong(String), code(String), link(String, to: String)
  }

  /// Part of the page.
  enum Block: Sendable {
    /// - Parameter anchor: what links lead to; empty for none.
    case heading(Int, String, anchor: String)
    case paragraph([Inline])
    case list([[Inline]])
    /// Something an author should look at.
    case warning([Inline])
    /// An example: its text with the marked words strong; a block keeps its lines.
    case example(isAccepted: Bool, [Inline], isBlock: Bool)
  }

  /// Title of the page.
  let title: String
  private(set) var blocks: [Block] = []
  private let rules: RuleSet
  /// Names of rules and of word lists that have a place on the page.
  private let names: [String]
  private let lists: [WordList]

  /// Phrases of a word list that are shown.
  static let mostPhrases = 24

  /// Makes the page of checked rules.
  public init(_ rules: RuleSet) {
    self.rules = rules
    names = rules.indicators.map { $0.id } + rules.items.map { $0.id } + rules.passages.map { $0.id }
    lists = Self.lists(namedIn: Self.lines(of: rules), of: rules)
    title = rules.unit.title
    drawHead()
    drawGuide()
    drawRemarks()
    blocks.append(.heading(2, "Criteria", anchor: "criteria"))
    for criterion in rules.criteria { draw(criterion) }
    if !rules.mistakes.isEmpty { blocks.append(.heading(2, "Common mistakes", anchor: "mistakes")) }
    for mistake in rules.mistakes { draw(mistake) }
    drawTips()
    drawPatterns()
    drawWords()
  }

  private mutating func add(_ block: Block) { blocks.append(block) }

  private func linked(_ written: String) -> [Inline] {
    Self.linked(written, names: names, lists: lists.map { $0.name })
  }

  private mutating func drawGuide() {
    add(.heading(2, "How to read this page", anchor: "guide"))
    add(.list(Self.guide))
    add(.heading(2, "At a glance", anchor: "overview"))
    add(.list(Self.overview(rules.criteria)))
    guard !rules.mistakes.isEmpty else { return }
    var line: [Inline] = [.text("Common mistakes looked for: ")]
    for (index, mistake) in rules.mistakes.enumerated() {
      line.append(.text(index > 0 ? "; " : ""))
      line.append(.link(mistake.title, to: "mistake-" + mistake.id))
    }
    add(.paragraph(line + [.text(".")]))
  }

  /// Every line of the unit's rules that may name a list of words.
  private static func lines(of rules: RuleSet) -> [String] {
    var lines = rules.unit.appliesUnless.map { $0.test.written } + rules.unit.defaults.map { $0.written }
    for rule in rules.indicators { lines += (rule.alternatives + rule.unless).map { $0.condition.written } }
    for rule in rules.items {
      lines += rule.sources.map { $0.source.written + " " + ($0.having?.written ?? "") }
      lines += [rule.countsWhen].compactMap { $0?.written } + rule.parts.map { $0.condition.written }
      lines += rule.knownBy.map { $0.written }
    }
    for rule in rules.passages { lines += rule.starts.map { $0.written } + [rule.having?.written ?? ""] }
    for criterion in rules.criteria {
      for requirement in criterion.requirements {
        lines += [requirement.heldIf, requirement.nearIf, requirement.contradictedBy].compactMap {
          $0?.written
        }
      }
      lines += criterion.refer.map { $0.0.written }
      for arithmetic in [criterion.metWhen, criterion.partlyWhen] {
        if case .test(let test) = arithmetic { lines.append(test.written) }
      }
    }
    for mistake in rules.mistakes {
      lines += [mistake.when, mistake.contradictedBy].compactMap { $0?.written }
    }
    return lines + rules.tips.compactMap { $0.when?.written }
  }
}

extension RulesPage {
  private mutating func drawHead() {
    add(.heading(1, title, anchor: ""))
    let awarded = rules.unit.awardedBy.isEmpty ? "" : ", awarded by " + rules.unit.awardedBy
    add(
      .paragraph([
        .text("Unit "), .code(rules.unit.id), .text(awarded + ". "),
        .text(
          "Premark proposes by these rules; a named person decides. In a rule, names in < > are lists of words at the end"
            + " of this page."),
      ]))
    if !rules.unit.defaults.isEmpty {
      let filters = Self.joined(rules.unit.defaults.map { $0.written }, ", ")
      add(
        .paragraph([
          .text("Unless a rule says otherwise, only clauses count that are: "), .code(filters), .text("."),
        ]))
    }
    for exclusion in rules.unit.appliesUnless {
      add(
        .paragraph(
          [
            .text("A submission is no evidence for this unit where: ")
          ] + linked(exclusion.test.written) + [.text(exclusion.says.map { ". " + $0 } ?? ".")]))
    }
  }

  /// Marking points that nothing encodes, and rules that serve no requirement or have no examples.
  private mutating func drawRemarks() {
    var remarks: [[Inline]] = []
    for criterion in rules.criteria where Self.asked(by: criterion).isEmpty {
      remarks.append([
        .strong("Nothing encodes a marking point: "), .link(criterion.title, to: "criterion-" + criterion.id),
        .text("."),
      ])
    }
    for name in unserving where users(of: name).isEmpty {
      remarks.append([.strong("Nothing uses it: "), .link(name, to: "rule-" + name), .text(".")])
    }
    for rule in rules.indicators
    where !rule.examples.contains(where: { $0.isAccepted })
      || !rule.examples.contains(where: { !$0.isAccepted })
    {
      remarks.append([
        .strong("Lacks an example of each kind: "), .link(rule.id, to: "rule-" + rule.id), .text("."),
      ])
    }
    let besides = unserving.filter { !users(of: $0).isEmpty }
    guard !remarks.isEmpty || !besides.isEmpty else { return }
    add(.heading(2, "What stands out", anchor: "remarks"))
    for remark in remarks { add(.warning(remark)) }
    guard !besides.isEmpty else { return }
    add(
      .paragraph([
        .text("These rules serve no requirement, so that they decide nothing of a criterion's parts:")
      ]))
    add(.list(besides.map { [.link($0, to: "rule-" + $0), .text(usersNote(of: $0))] }))
  }

  private static func asked(by criterion: Criterion) -> [String] {
    var terms: [String] = []
    for requirement in criterion.requirements where requirement.heldIf.asksForText {
      terms.append(requirement.id)
    }
    return terms
  }

  /// Names of all that the requirements of some criteria lean on.
  private func served(by criteria: [Criterion]) -> [String] {
    var asked = NamesAsked()
    for criterion in criteria {
      for requirement in criterion.requirements {
        asked.add(requirement.heldIf)
        if let test = requirement.nearIf { asked.add(test) }
        if let test = requirement.contradictedBy { asked.add(test) }
        if let test = requirement.firmIf { asked.add(test) }
      }
    }
    return rules.reached(from: asked.names)
  }

  private func served(by mistake: CommonMistake) -> [String] {
    var asked = NamesAsked()
    asked.add(mistake.when)
    if let test = mistake.contradictedBy { asked.add(test) }
    return rules.reached(from: asked.names)
  }

  private var unserving: [String] {
    let served = served(by: rules.criteria)
    return (rules.indicators.map { $0.id } + rules.items.map { $0.id } + rules.passages.map { $0.id })
      .filter { !served.contains($0) }
  }

  /// What uses a rule that serves no requirement.
  private func usersNote(of name: String) -> String {
    let users = users(of: name)
    return users.isEmpty ? "; nothing uses it." : "; used by " + Self.joined(users, ", ") + "."
  }

  private func users(of name: String) -> [String] {
    var users = rules.mistakes.filter { served(by: $0).contains(name) }.map { "mistake " + $0.id }
    for criterion in rules.criteria where servedBesides(criterion).contains(name) {
      users.append("criterion " + criterion.id)
    }
    for tip in rules.tips {
      var asked = NamesAsked()
      if let test = tip.when { asked.add(test) }
      if rules.reached(from: asked.names).contains(name) { users.append("tip " + tip.id) }
    }
    return users
  }

  /// Names of all that the arithmetic and the referrals of a criterion lean on.
  private func servedBesides(_ criterion: Criterion) -> [String] {
    var asked = NamesAsked()
    for (test, _) in criterion.refer { asked.add(test) }
    if case .test(let test) = criterion.metWhen { asked.add(test) }
    if case .test(let test) = criterion.partlyWhen { asked.add(test) }
    return rules.reached(from: asked.names)
  }
}

extension RulesPage {
  private mutating func draw(_ criterion: Criterion) {
    add(.heading(3, criterion.title, anchor: "criterion-" + criterion.id))
    if let outcome = criterion.learningOutcome { add(.paragraph([.text("Learning outcome: " + outcome)])) }
    add(.paragraph([.strong("Marking point. "), .text(criterion.because)]))
    if Self.asked(by: criterion).isEmpty {
      add(
        .warning([.text("Nothing encodes this marking point: no requirement looks for anything in the text.")]
        ))
    }
    for requirement in criterion.requirements { draw(requirement) }
    let essentials = criterion.requirements.count { $0.isEssential }
    add(
      .paragraph([
        .strong("Met when "), .code(criterion.metWhen.written(of: essentials)), .text("; "),
        .strong("partly when "),
        .code(criterion.partlyWhen.written(of: essentials)), .text("."),
      ]))
    for (test, why) in criterion.refer {
      add(.paragraph([.strong("A person must look when ")] + linked(test.written) + [.text(": " + why)]))
    }
    if let note = criterion.note { add(.paragraph([.strong("For the assessor. "), .text(note)])) }
    if let question = criterion.question { add(.paragraph([.strong("To ask. "), .text(question)])) }
    let served = served(by: [criterion])
    if !served.isEmpty {
      var line: [Inline] = [.strong("Leans on ")]
      for (index, name) in served.enumerated() {
        line.append(.text(index > 0 ? ", " : ""))
        line.append(.link(name, to: "rule-" + name))
      }
      add(.paragraph(line))
    }
  }

  private mutating func draw(_ requirement: Criterion.Requirement) {
    let weight = requirement.weight == 1 ? "" : ", weight \(requirement.weight)"
    add(
      .paragraph([
        .strong(requirement.id),
        .text(requirement.isEssential ? " (essential\(weight))" : " (supporting\(weight))"),
      ]))
    var lines: [[Inline]] = [[.text("held if ")] + linked(requirement.heldIf.written)]
    if let test = requirement.nearIf { lines.append([.text("near if ")] + linked(test.written)) }
    if let test = requirement.contradictedBy {
      lines.append([.text("contradicted by ")] + linked(test.written))
    }
    if let test = requirement.firmIf { lines.append([.text("firm if "), .code(test.written)]) }
    if let advice = requirement.advice { lines.append([.text("advice: " + advice)]) }
    add(.list(lines))
  }

  private mutating func draw(_ mistake: CommonMistake) {
    add(.heading(3, mistake.title, anchor: "mistake-" + mistake.id))
    add(.paragraph([.code(mistake.id), .text(mistake.isMajor ? " (major)" : " (minor)")]))
    var lines: [[Inline]] = [[.text("found when ")] + linked(mistake.when.written)]
    if let test = mistake.contradictedBy { lines.append([.text("not where ")] + linked(test.written)) }
    lines.append([.text("says: " + mistake.says)])
    if let advice = mistake.advice { lines.append([.text("advice: " + advice)]) }
    add(.list(lines))
    draw(mistake.examples)
  }

  private mutating func drawTips() {
    guard !rules.tips.isEmpty else { return }
    add(.heading(2, "Tips", anchor: "tips"))
    add(
      .list(
        rules.tips.map { tip in
          tip.when.map { [.text(tip.says + " – when ")] + linked($0.written) } ?? [.text(tip.says)]
        }))
  }
}

extension RulesPage {
  private mutating func drawPatterns() {
    add(.heading(2, "What is looked for", anchor: "patterns"))
    for rule in rules.indicators {
      head(rule.id, "Indicator")
      add(
        .list(
          rule.alternatives.map { [.text("in a \($0.scope.word): ")] + linked($0.condition.written) }
            + rule.unless.map {
              [.text("not where in the \($0.scope.word): ")] + linked($0.condition.written)
            })
      )
      draw(rule.examples)
    }
    for rule in rules.items {
      head(rule.id, "Item (" + rule.singular + ", " + rule.plural + ")")
      var lines: [[Inline]] = rule.sources.map { source in
        [.text("from ")] + linked(source.source.written + (source.having.map { ", " + $0.written } ?? ""))
      }
      if !rule.knownBy.isEmpty {
        let written = Self.joined(rule.knownBy.map { $0.written }, ", ")
        lines.append(
          [.text("other things belong to it that name it by number, or that share a word of ")]
            + linked(written))
      }
      if let condition = rule.countsWhen { lines.append([.text("counts when ")] + linked(condition.written)) }
      lines += rule.parts.map { [.text("part " + $0.name + ": ")] + linked($0.condition.written) }
      add(.list(lines))
      draw(rule.examples)
    }
    for rule in rules.passages {
      head(rule.id, "Passage")
      var lines: [[Inline]] = rule.starts.map { [.text("starts at ")] + linked($0.written) }
      lines.append([.text("lasts until "), .code(rule.end.written)])
      if let condition = rule.having { lines.append([.text("counts when ")] + linked(condition.written)) }
      add(.list(lines))
      draw(rule.examples)
    }
  }

  private mutating func head(_ id: String, _ kind: String) {
    add(.heading(3, id, anchor: "rule-" + id))
    add(.paragraph([.text(kind + ".")]))
    guard unserving.contains(id) else { return }
    let note: [Inline] = [.text("Serves no requirement" + usersNote(of: id))]
    add(users(of: id).isEmpty ? .warning(note) : .paragraph(note))
  }

  private mutating func draw(_ examples: [Example]) {
    for example in examples {
      var inlines: [Inline] = []
      var at = 0
      for mark in example.marks {
        inlines.append(.text(String(decoding: example.text[at..<mark.start], as: UTF8.self)))
        inlines.append(.strong(String(decoding: example.text[mark.range], as: UTF8.self)))
        at = mark.end
      }
      inlines.append(.text(String(decoding: example.text[at...], as: UTF8.self)))
      if example.text.isEmpty { inlines = [.text("(an empty submission)")] }
      add(.example(isAccepted: example.isAccepted, inlines, isBlock: example.isBlock))
    }
  }

  private mutating func drawWords() {
    guard !lists.isEmpty else { return }
    add(.heading(2, "Words", anchor: "words"))
    add(
      .paragraph([
        .text(
          "A word stands for all its forms: \"coach\" is also coached and coaching. ( ) may be missing, / is either, "
            + "... is a gap.")
      ]))
    for list in lists {
      add(.heading(3, "<" + list.name + ">", anchor: "words-" + list.name))
      add(
        .list(
          list.groups.filter { !$0.phrases.isEmpty }.map { group in
            let shown = Self.joined(group.phrases.prefix(Self.mostPhrases).map { $0.written }, ", ")
            let more = group.phrases.count - Self.mostPhrases
            let name: [Inline] = group.name.isEmpty ? [] : [.strong(group.name + ": ")]
            return name + [.text(shown + (more > 0 ? " … and \(more) more" : ""))]
          }))
    }
  }
}

extension Test {
  /// True where it looks for something in the text.
  fileprivate var asksForText: Bool {
    switch self {
    case .atLeast, .atMost, .share, .outnumbers: true
    case .all(let parts), .any(let parts): parts.contains { $0.asksForText }
    case .not(let inner): inner.asksForText
    case .criterion, .requirement, .words: false
    }
  }
}
