import PremarkRules
import PremarkText

/// A rule set with copies of its own rules that look for words which no text holds: more rules, the same findings.
///
/// In a copy every name is new and every word of every phrase is changed. What asks only for entities, columns and
/// labels, and so would find something again, has to stand beside a word of the copy as well.
struct RuleCopies {
  private let rules: RuleSet
  private let lists: Set<String>

  init(of rules: RuleSet) {
    self.rules = rules
    lists = Set(rules.wordLists.map(\.name))
  }

  /// The rules and so many copies behind them.
  func with(_ copies: Int) -> RuleSet {
    var (wordLists, passages) = (rules.wordLists, rules.passages)
    var (indicators, items) = (rules.indicators, rules.items)
    for number in 0..<copies {
      let copy = RuleCopy(number: number, lists: lists)
      wordLists += rules.wordLists.map(copy.list)
      passages += rules.passages.map(copy.passage)
      indicators += rules.indicators.map(copy.indicator)
      items += rules.items.map(copy.item)
    }
    return RuleSet(
      files: rules.files, unit: rules.unit, wordLists: wordLists, passages: passages, indicators: indicators,
      items: items, criteria: rules.criteria, mistakes: rules.mistakes, tips: rules.tips)
  }
}

/// One copy of every rule.
private struct RuleCopy {
  let number: Int
  let lists: Set<String>

  /// Begins as the word does, so that it is as hard to tell from the words of a text.
  private func word(_ word: String) -> String { word + "zq\(number)x" }
  private func name(_ name: String) -> String { name + "-copy-\(number)" }
  private var nowhere: RuleLocation { RuleLocation(file: 0, span: .init(0, 0)) }
  private var absent: Term { .phrase(Phrase(elements: [.word(word("absent"))], location: nowhere)) }

  private func reference(_ reference: Reference) -> Reference {
    lists.contains(reference.name)
      ? Reference(name: name(reference.name), group: reference.group) : reference
  }

  private func element(_ element: Phrase.Element) -> Phrase.Element {
    switch element {
    case .word(let text): .word(word(text))
    case .exact(let text): .exact(word(text))
    case .prefix(let text): .prefix(word(text))
    case .oneOf(let inner): .oneOf(inner.map(self.element))
    case .optional(let inner): .optional(inner.map(self.element))
    case .reference(let inner): .reference(reference(inner))
    case .anyWord, .gap: element
    }
  }

  private func holdsWord(_ element: Phrase.Element) -> Bool {
    switch element {
    case .word, .exact, .prefix: true
    case .oneOf(let inner): inner.allSatisfy(holdsWord)
    case .reference(let inner): lists.contains(inner.name)
    case .optional, .anyWord, .gap: false
    }
  }

  private func phrase(_ phrase: Phrase) -> Phrase {
    let isBound = phrase.elements.contains(where: holdsWord)
    let first: [Phrase.Element] = isBound ? [] : [.word(word("absent"))]
    return Phrase(elements: first + phrase.elements.map(element), location: phrase.location)
  }

  func list(_ list: WordList) -> WordList {
    let groups = list.groups.map { WordList.Group(name: $0.name, phrases: $0.phrases.map(phrase)) }
    return WordList(name: name(list.name), groups: groups, location: list.location)
  }

  private func term(_ term: Term) -> Term {
    switch term {
    case .reference(let inner): .reference(reference(inner))
    case .phrase(let inner): .phrase(phrase(inner))
    case .named(let name): .named(self.name(name))
    case .column: term
    case .label(let inner): .label(reference(inner))
    }
  }

  private func filter(_ filter: Filter) -> Filter {
    switch filter {
    case .headed(let inner, let isWanted): .headed(reference(inner), isWanted)
    case .inside(let name, let isWanted): .inside(self.name(name), isWanted)
    default: filter
    }
  }

  private func condition(_ condition: Condition) -> Condition {
    switch condition {
    case .term(let term, let place): .term(self.term(term), place)
    case .all(let parts): .all(parts.map(self.condition))
    case .any(let parts): .any(parts.map(self.condition))
    case .not(let inner): .not(self.condition(inner))
    case .together(let a, let b, let within): .together(self.condition(a), self.condition(b), within)
    case .filtered(let inner, let filters): .filtered(self.condition(inner), filters.map(filter))
    case .atLeast(let count, let term, let by, let place): .atLeast(count, self.term(term), by, place)
    case .linked(let count, let term, let place): .linked(count, self.term(term), place)
    case .compared(let values, let place):
      .compared(
        ValueComparison(
          first: term(values.first), relation: values.relation, second: term(values.second),
          place: values.place.map { .init(order: $0.order, name: name($0.name)) },
          about: values.about.map(reference)), place)
    case .about(let a, let b, let within, let same):
      .about(self.condition(a), self.condition(b), within, same.map(reference))
    }
  }

  /// True where a condition's copy cannot hold, since it needs a word of the copy.
  private func isBound(_ condition: Condition) -> Bool {
    switch condition {
    case .term(let term, _), .atLeast(_, let term, _, _): isBound(term)
    case .all(let parts): parts.contains(where: isBound)
    case .any(let parts): parts.allSatisfy(isBound)
    case .not, .linked: false
    case .together(let a, let b, _), .about(let a, let b, _, _): isBound(a) || isBound(b)
    case .filtered(let inner, _): isBound(inner)
    case .compared(let values, _): isBound(values.first) || isBound(values.second)
    }
  }

  private func isBound(_ term: Term) -> Bool {
    switch term {
    case .reference(let inner), .label(let inner): lists.contains(inner.name)
    case .phrase: true
    case .named, .column: false
    }
  }

  /// A copy that cannot hold.
  private func bound(_ condition: Condition) -> Condition {
    let copy = self.condition(condition)
    return isBound(condition) ? copy : .all([copy, .term(absent, nowhere)])
  }

  func indicator(_ rule: Indicator) -> Indicator {
    let copies = [rule.alternatives, rule.unless].map { lines in
      lines.map {
        Indicator.Alternative(scope: $0.scope, condition: bound($0.condition), location: $0.location)
      }
    }
    return Indicator(
      id: name(rule.id), alternatives: copies[0], unless: copies[1], examples: [], location: rule.location)
  }

  func passage(_ rule: PassageRule) -> PassageRule {
    let starts = rule.starts.map { start -> PassageRule.Start in
      switch start {
      case .opening(let term): .opening(isBound(term) ? self.term(term) : absent)
      case .label(let inner): .label(reference(inner))
      case .row: start
      case .sentence(let term): .sentence(isBound(term) ? self.term(term) : absent)
      }
    }
    return PassageRule(
      id: name(rule.id), starts: starts, end: rule.end, having: bound(rule.having ?? .all([])), examples: [],
      location: rule.location)
  }

  func item(_ rule: ItemRule) -> ItemRule {
    let sources = rule.sources.map { source in
      (
        source: self.source(source.source), having: Optional(bound(source.having ?? .all([]))),
        location: source.location
      )
    }
    return ItemRule(
      id: name(rule.id), singular: rule.singular, plural: rule.plural, sources: sources,
      knownBy: rule.knownBy.map(reference), countsWhen: rule.countsWhen.map(condition),
      parts: rule.parts.map {
        .init(name: $0.name, condition: condition($0.condition), location: $0.location)
      },
      examples: [], location: rule.location)
  }

  private func source(_ source: ItemRule.Source) -> ItemRule.Source {
    switch source {
    case .listsUnder(let inner): .listsUnder(reference(inner))
    case .labelled(let inner): .labelled(reference(inner))
    case .passages(let name): .passages(self.name(name))
    case .statements(let condition): .statements(bound(condition))
    default: source
    }
  }
}
