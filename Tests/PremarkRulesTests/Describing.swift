import PremarkRules

/// Short forms of what was parsed, for rows of tables and for comparing rule sets whatever their places.
extension Condition {
  var described: String {
    switch self {
    case .term(let term, _): term.described
    case .all(let all): "(" + (["and"] + all.map(\.described)).joined(separator: " ") + ")"
    case .any(let any): "(" + (["or"] + any.map(\.described)).joined(separator: " ") + ")"
    case .not(let condition): "(not \(condition.described))"
    case .together(let a, let b, let within): "(\(within.described) \(a.described) \(b.described))"
    case .filtered(let condition, let filters):
      "(if \(condition.described) [\(filters.map(\.described).joined(separator: ", "))])"
    case .atLeast(let count, let term, let by, _):
      "(≥\(count) \(term.described)\(by.map { " by \($0.rawValue)" } ?? ""))"
    case .linked(let count, let term, _): "(its ≥\(count) \(term.described))"
    case .compared(let comparison, _): comparison.described
    case .about(let a, let b, let within, let same):
      "(\(within.described) \(a.described) \(b.described) same \(same.map(\.described).joined(separator: " ")))"
    }
  }
}

extension ValueComparison {
  var described: String {
    let place = place.map { " \($0.order.rawValue) \($0.name)" } ?? ""
    let about = about.map { " same \($0.described)" }.joined()
    return "(\(relation.rawValue) \(first.described) \(second.described)\(place)\(about))"
  }
}

extension Within {
  var described: String {
    switch self {
    case .words(let count): "≤\(count)"
    case .order: "before"
    default: "\(self)"
    }
  }
}

extension Term {
  var described: String {
    switch self {
    case .reference(let reference): reference.described
    case .phrase(let phrase): "“\(phrase.described)”"
    case .named(let name): name
    case .column(let role): "|\(role)|"
    case .label(let reference): "label\(reference.described)"
    }
  }
}

extension Reference {
  var described: String { "<\(name)\(group.map { ":\($0)" } ?? "")>" }
}

extension Phrase {
  var described: String { elements.map(\.described).joined(separator: " ") }
}

extension Phrase.Element {
  var described: String {
    switch self {
    case .word(let word): word
    case .exact(let word): "=\(word)"
    case .prefix(let word): "\(word)*"
    case .anyWord: "*"
    case .gap(let most): "...\(most)"
    case .oneOf(let elements): "{\(elements.map(\.described).joined(separator: "|"))}"
    case .optional(let elements): "[\(elements.map(\.described).joined(separator: " "))]"
    case .reference(let reference): reference.described
    }
  }
}

extension Filter {
  var described: String {
    switch self {
    case .voice(let voice): "voice \(voice)"
    case .polarity(let polarity): "polarity \(polarity)"
    case .strength(let name, .exactly): name
    case .strength(let name, .orStronger): "\(name)+"
    case .strength(let name, .orWeaker): "\(name)-"
    case .asked(let asked): asked ? "asked" : "not asked"
    case .role(let roles, let inside): "\(inside ? "in" : "not in") \(roles.joined(separator: "/"))"
    case .headed(let reference, let inside): "\(inside ? "under" : "not under") \(reference.described)"
    case .place(let place, let inside): "\(inside ? "inside" : "outside") \(place)"
    case .inside(let name, let inside): "\(inside ? "in" : "not in") a \(name)"
    }
  }
}

extension Thing {
  var described: String {
    var text = term.described
    if let different { text += " by \(different.rawValue)" }
    if let having { text += " with \(having.described)" }
    if let spreadDays { text += " over \(spreadDays)" }
    return text
  }
}

extension Test {
  var described: String {
    switch self {
    case .atLeast(let count, let thing): "(≥\(count) \(thing.described))"
    case .atMost(let count, let thing): "(≤\(count) \(thing.described))"
    case .share(let share, let thing, let condition):
      "(\(share) \(thing.described) with \(condition.described))"
    case .all(let all): "(and \(all.map(\.described).joined(separator: " ")))"
    case .any(let any): "(or \(any.map(\.described).joined(separator: " ")))"
    case .not(let test): "(not \(test.described))"
    case .criterion(let name, let atLeast, let below, _):
      "(criterion \(name) ≥\(atLeast ?? "-") <\(below ?? "-"))"
    case .requirement(let name, let isHeld, _): "(requirement \(name) \(isHeld))"
    case .outnumbers(let a, let b, _): "(\(a.described) > \(b.described))"
    case .words(let below): "(<\(below) words)"
    }
  }
}

extension Criterion.Rule {
  var described: String {
    switch self {
    case .all: "all"
    case .atLeast(let count): "≥\(count)"
    case .test(let test): test.described
    }
  }
}

extension ItemRule.Source {
  var described: String {
    switch self {
    case .rows(let roles): "rows \(roles.joined(separator: "+"))"
    case .listsWithRole(let role): "list of \(role)"
    case .listsUnder(let reference): "list under \(reference.described)"
    case .paragraphsWithRole(let role): "paragraphs of \(role)"
    case .cellsWithRole(let role): "cells of \(role)"
    case .passages(let name): "passages \(name)"
    case .labelled(let reference): "blocks \(reference.described)"
    case .statements(let condition): "statements \(condition.described)"
    }
  }
}

extension PassageRule.Start {
  var described: String {
    switch self {
    case .opening(let term): "opening \(term.described)"
    case .label(let reference): "label \(reference.described)"
    case .row(let role): "row \(role)"
    case .sentence(let term): "sentence \(term.described)"
    }
  }
}

extension Example {
  var described: String {
    let spans = marks.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    return
      "\(isAccepted ? "accept" : "reject") \(isBlock ? "block " : "")\(String(decoding: text, as: UTF8.self))@\(spans)"
  }
}

extension Exclusion {
  var described: String { test.described + (says.map { " '\($0)'" } ?? "") }
}

extension RuleSet {
  /// Everything the rules say, a line for each part, without places.
  var described: [String] {
    var lines = [
      "unit \(unit.id) \(unit.title) \(unit.awardedBy) \(unit.defaults.map(\.described)) \(unit.wording)"
    ]
    lines.append("unless \(unit.appliesUnless.map(\.described))")
    for list in wordLists {
      for group in list.groups {
        lines.append("\(list.name):\(group.name) \(group.phrases.map(\.described))")
      }
    }
    for rule in passages {
      lines.append("\(rule.id) \(rule.starts.map(\.described)) \(rule.end) \(rule.having?.described ?? "-")")
      lines += rule.examples.map(\.described)
    }
    for rule in indicators {
      lines += rule.alternatives.map { "\(rule.id) \($0.scope.described) \($0.condition.described)" }
      lines += rule.unless.map { "\(rule.id) unless \($0.scope.described) \($0.condition.described)" }
      lines += rule.examples.map(\.described)
    }
    for rule in items {
      lines.append("\(rule.id) \(rule.singular) \(rule.plural) \(rule.countsWhen?.described ?? "-")")
      lines += rule.knownBy.map { "known by \($0.described)" }
      lines += rule.sources.map { "\($0.source.described), \($0.having?.described ?? "-")" }
      lines += rule.parts.map { "\($0.name) \($0.condition.described)" } + rule.examples.map(\.described)
    }
    for rule in criteria {
      lines.append("\(rule.id) \(rule.title) \(rule.because) \(rule.learningOutcome ?? "-")")
      for part in rule.requirements {
        lines.append("\(part.id) \(part.isEssential) \(part.weight) \(part.heldIf.described)")
        lines.append("near \(part.nearIf?.described ?? "-") against \(part.contradictedBy?.described ?? "-")")
        if let firm = part.firmIf { lines.append("firm \(firm.described)") }
        lines.append("\(part.shown ?? "-") \(part.missing ?? "-") \(part.advice ?? "-")")
      }
      lines.append("met \(rule.metWhen.described) partly \(rule.partlyWhen.described)")
      lines += rule.refer.map { "refer \($0.test.described) \($0.why)" }
      lines.append("\(rule.note ?? "-") \(rule.question ?? "-") \(rule.praise ?? "-")")
    }
    for rule in mistakes {
      lines.append(
        "\(rule.id) \(rule.title) \(rule.isMajor) \(rule.when.described) \(rule.says) \(rule.advice ?? "-")")
      lines.append("against \(rule.contradictedBy?.described ?? "-")")
      lines += rule.examples.map(\.described)
    }
    lines += tips.map { "\($0.id) \($0.when?.described ?? "always") \($0.says)" }
    return lines
  }
}
