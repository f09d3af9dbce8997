import PremarkAnnotation
import PremarkRules
import PremarkText

extension CompiledRules {
  /// Compiles checked rules.
  ///
  /// - Parameters:
  ///   - rules: without errors; names that stand for nothing match nothing.
  ///   - words: the table the annotator has put its vocabulary and spelling variants into; goes on in `words`.
  /// - Complexity: linear in the text of the rules.
  public init(_ rules: RuleSet, words: WordTable) {
    var compiler = RuleCompiler(rules, words: words)
    let indicators = rules.indicators.map { compiler.indicator($0) }
    let passages = rules.passages.map { compiler.passage($0) }
    let items = rules.items.map { compiler.item($0) }
    var tests = TestCompiler(compiler: compiler)
    let criteria = rules.criteria.map { tests.criterion($0) }
    let mistakes = rules.mistakes.map { tests.mistake($0) }
    let tips = rules.tips.map { tests.tip($0) }
    let appliesUnless = rules.unit.appliesUnless.map { tests.test($0.test) }
    compiler = tests.compiler
    let statements = compiler.change(rules.unit.defaults).applied(to: .ofIndicators)
    compiler.compilePhrases()
    self.init(
      rules: rules, words: compiler.words, trie: compiler.trie, patterns: compiler.patterns,
      patternIndex: PatternIndex(compiler.patterns, in: compiler.words), prefixes: compiler.prefixes,
      slots: compiler.slots,
      listNames: compiler.lists.map { $0.name }, groupNames: compiler.lists.map { $0.groups.map { $0.name } },
      indicators: indicators, passages: passages, items: items, criteria: criteria, mistakes: mistakes,
      tips: tips,
      appliesUnless: appliesUnless, statementFilter: statements, names: compiler.names,
      spelling: SpellingCorrector(words: compiler.words, phraseWords: compiler.phraseWords),
      echo: EchoIndex(rules.unit.wording, copies: OwnTexts(of: rules).hashes))
  }
}

/// Turns the names of a rule set into numbers.
struct RuleCompiler {
  let rules: RuleSet
  var words: WordTable
  var trie = PhraseTrie()
  var patterns = PhrasePatterns(lists: 0)
  var prefixes = ByteStrings()
  var slots: [Slot] = []
  var lists: [WordList]
  var names: [String: CompiledRules.Name] = [:]
  /// Words that phrases ask for, for spelling.
  var phraseWords: [WordID] = []

  private var slotNumbers: [Slot: Int] = [:]
  /// The slots of the references met.
  private var referenceSlots: [Reference: Int] = [:]
  private var listNumbers: [String: Int] = [:]

  init(_ rules: RuleSet, words: WordTable) {
    self.rules = rules
    self.words = words
    lists = rules.wordLists
    for (index, list) in lists.enumerated() { listNumbers[list.name] = index }
    for (index, rule) in rules.indicators.enumerated() { names[rule.id] = .indicator(index) }
    for (index, rule) in rules.passages.enumerated() { names[rule.id] = .passage(index) }
    for (index, rule) in rules.items.enumerated() { names[rule.id] = .item(index) }
  }

  /// The number of a reference's slot.
  mutating func slot(_ reference: Reference) -> Int {
    if let known = referenceSlots[reference] { return known }
    let number = newSlot(reference)
    referenceSlots[reference] = number
    return number
  }

  private mutating func newSlot(_ reference: Reference) -> Int {
    if let test = EntityTest(reference) { return slot(.entity(test)) }
    guard let list = listNumbers[reference.name] else {
      return slot(.entity(EntityTest(kinds: 0, demand: .none)))
    }
    guard let group = reference.group else { return slot(.list(list, group: nil)) }
    let index = lists[list].groups.firstIndex { $0.name == group }
    return slot(.list(list, group: index ?? -1))
  }

  /// A phrase in a condition is a list of its own.
  mutating func slot(_ phrase: Phrase) -> Int {
    lists.append(
      WordList(name: "", groups: [.init(name: "", phrase: phrase)], location: phrase.location))
    return slot(.list(lists.count - 1, group: nil))
  }

  private mutating func slot(_ slot: Slot) -> Int {
    if let number = slotNumbers[slot] { return number }
    slots.append(slot)
    slotNumbers[slot] = slots.count - 1
    return slots.count - 1
  }

  /// Puts every phrase of every list that a rule asks for into the trie or, with gaps and references, beside it.
  mutating func compilePhrases() {
    var phrases = PhraseCompiler(words: words, store: rules.phrases, lists: lists.count)
    words = WordTable()  // the phrase compiler holds the only copy while it interns
    var isDone = [Bool](repeating: false, count: lists.count)
    var next = 0
    // references inside phrases add slots, and so lists, never new ones
    while next < slots.count {
      if case .list(let list, _) = slots[next], !isDone[list] {
        isDone[list] = true
        enter(list, &phrases)
      }
      next += 1
    }
    words = phrases.words
    trie = phrases.trie
    patterns = phrases.patterns
    prefixes = phrases.prefixes
    phraseWords = phrases.wordsMet
  }

  private mutating func enter(_ list: Int, _ phrases: inout PhraseCompiler) {
    let groups = lists[list].groups
    // a phrase of a condition has a store of its own
    if list >= rules.wordLists.count, let store = groups.first?.store {
      phrases.with(store) { $0.enter(groups, list: list) { slot($0) } }
    } else {
      phrases.enter(groups, list: list) { slot($0) }
    }
  }
}

extension RuleCompiler {
  mutating func change(_ filters: [Filter]) -> FilterChange {
    var numbers: [Reference: Int] = [:]
    for filter in filters {
      if case .headed(let reference, _) = filter { numbers[reference] = slot(reference) }
    }
    return FilterChange(filters, slot: { numbers[$0] ?? 0 }, names: names)
  }

  mutating func term(_ term: Term, item: Int?) -> CompiledTerm {
    switch term {
    case .reference(let reference): return .slot(slot(reference))
    case .phrase(let phrase): return .slot(slot(phrase))
    case .label(let reference): return .label(slot(reference))
    case .column(let name): return Role(rawValue: name).map { .column($0) } ?? .nothing
    case .named(let name):
      if let item, let part = rules.items[item].parts.firstIndex(where: { $0.name == name }) {
        return .part(part)
      }
      switch names[name] {
      case .indicator(let index): return .indicator(index)
      case .passage(let index): return .passage(index)
      case .item(let index): return .item(index)
      case nil: return .nothing
      }
    }
  }

  /// - Parameter item: the item whose parts bare names may mean.
  mutating func condition(_ condition: Condition, item: Int? = nil) -> CompiledCondition {
    switch condition {
    case .term(let term, _): return .term(self.term(term, item: item))
    case .all(let parts): return .all(conditions(parts, item))
    case .any(let parts): return .any(conditions(parts, item))
    case .not(let inner): return .not(self.condition(inner, item: item))
    case .together(let a, let b, let within):
      let first = self.condition(a, item: item)
      return .together(first, self.condition(b, item: item), within)
    case .filtered(let inner, let filters):
      let compiled = self.condition(inner, item: item)
      let change = change(filters)
      return .filtered(compiled.isPositive ? compiled : .all([.clause, compiled]), change)
    case .atLeast(let count, let term, let different, _):
      return .atLeast(count, self.term(term, item: item), different)
    case .linked(let count, let term, _): return .linked(count, self.term(term, item: nil))
    case .compared(let comparison, _): return .compared(self.comparison(comparison, item: item))
    case .about(let a, let b, let within, let same):
      let first = self.condition(a, item: item)
      let second = self.condition(b, item: item)
      return .about(first, second, within, slots: slots(same))
    }
  }

  private mutating func slots(_ references: [Reference]) -> [Int] {
    var slots: [Int] = []
    for reference in references { slots.append(slot(reference)) }
    return slots
  }

  private mutating func comparison(_ comparison: ValueComparison, item: Int?) -> CompiledComparison {
    let first = term(comparison.first, item: item)
    let second = term(comparison.second, item: item)
    var place: (order: ValueComparison.Place.Order, name: CompiledTerm)?
    if let other = comparison.place { place = (other.order, term(.named(other.name), item: nil)) }
    var less: Int?
    if comparison.relation == .better || comparison.relation == .worse {
      let list = Reference(name: "less-is-better", group: nil)
      if lists.contains(where: { $0.name == list.name }) { less = slot(list) }
    }
    return CompiledComparison(
      first: first, relation: comparison.relation, second: second, place: place,
      about: slots(comparison.about),
      lessIsBetter: less)
  }

  private mutating func conditions(_ parts: [Condition], _ item: Int?) -> [CompiledCondition] {
    var result: [CompiledCondition] = []
    for part in parts { result.append(condition(part, item: item)) }
    return result
  }

  mutating func indicator(_ rule: Indicator) -> CompiledIndicator {
    let base = change(rules.unit.defaults).applied(to: .ofIndicators)
    var alternatives: [CompiledAlternative] = []
    for alternative in rule.alternatives {
      alternatives.append(
        .init(scope: alternative.scope, condition: condition(alternative.condition), filter: base))
    }
    var unless: [CompiledAlternative] = []
    for alternative in rule.unless {
      unless.append(
        .init(scope: alternative.scope, condition: condition(alternative.condition), filter: .everything))
    }
    return CompiledIndicator(id: rule.id, alternatives: alternatives, unless: unless)
  }

  mutating func passage(_ rule: PassageRule) -> CompiledPassage {
    var starts: [CompiledPassage.Start] = []
    for start in rule.starts {
      switch start {
      case .opening(let opening): starts.append(.opening(term(opening, item: nil)))
      case .label(let reference): starts.append(.label(slot(reference)))
      case .row(let name): if let role = Role(rawValue: name) { starts.append(.row(role)) }
      case .sentence(let opening): starts.append(.sentence(term(opening, item: nil)))
      }
    }
    var having: CompiledCondition?
    if let condition = rule.having { having = self.condition(condition) }
    return CompiledPassage(id: rule.id, starts: starts, end: rule.end, having: having)
  }

  mutating func item(_ rule: ItemRule) -> CompiledItem {
    let index = rules.items.firstIndex { $0.id == rule.id }
    var sources: [(source: CompiledItem.Source, having: CompiledCondition?)] = []
    for (source, having, _) in rule.sources {
      guard let compiled = self.source(source) else { continue }
      var condition: CompiledCondition?
      if let having { condition = self.condition(having, item: index) }
      sources.append((compiled, condition))
    }
    var counts: CompiledCondition?
    if let condition = rule.countsWhen { counts = self.condition(condition, item: index) }
    var parts: [(name: String, condition: CompiledCondition)] = []
    for part in rule.parts { parts.append((part.name, condition(part.condition, item: index))) }
    return CompiledItem(
      id: rule.id, sources: sources, knownBy: slots(rule.knownBy), countsWhen: counts, parts: parts)
  }

  private mutating func source(_ source: ItemRule.Source) -> CompiledItem.Source? {
    switch source {
    case .rows(let names): return .rows(names.compactMap { Role(rawValue: $0) })
    case .listsWithRole(let name): return Role(rawValue: name).map { .listsWithRole($0) }
    case .listsUnder(let reference): return .listsUnder(slot(reference))
    case .paragraphsWithRole(let name): return Role(rawValue: name).map { .paragraphsWithRole($0) }
    case .cellsWithRole(let name): return Role(rawValue: name).map { .cellsWithRole($0) }
    case .passages(let name):
      if case .passage(let index) = names[name] { return .passages(index) }
      return nil
    case .labelled(let reference): return .labelled(slot(reference))
    case .statements(let condition): return .statements(self.condition(condition))
    }
  }
}

extension ClauseFilter {
  /// What an indicator or a statement takes where neither it nor its unit says: any voice, affirmed, not asked.
  static let ofIndicators = ClauseFilter(voices: allVoices, polarities: 1, strengths: allStrengths, asked: 1)
}

extension EntityTest {
  /// The test of `<date>`, `<figure>`, `<person:manager>` …; nil where the name is no entity's.
  init?(_ reference: Reference) {
    func bits(_ wanted: [Entity.Kind]) -> UInt32 {
      var mask: UInt32 = 0
      for (index, kind) in Entity.Kind.allCases.enumerated() where wanted.contains(kind) {
        mask |= 1 << index
      }
      return mask
    }
    switch reference.name {
    case "figure":
      self.init(
        kinds: bits([.percentage, .score, .duration, .money, .count, .number, .change]), demand: .none)
    case "deadline": self.init(kinds: bits([.date, .dateRange, .timeLimit]), demand: .month)
    case "date":
      let demand: Demand =
        switch reference.group {
        case "day": .day
        case "month": .month
        default: .none
        }
      self.init(kinds: bits([.date]), demand: demand)
    case "change":
      let demand: Demand =
        switch reference.group {
        case "up": .up
        case "down": .down
        default: .none
        }
      self.init(kinds: bits([.change]), demand: demand)
    case "person":
      if let group = reference.group {
        self.init(kinds: bits([.person, .role]), demand: .role(group))
      } else {
        self.init(kinds: bits([.person]), demand: .learnerExcluded)
      }
    case "role":
      if let group = reference.group {
        self.init(kinds: bits([.person, .role]), demand: .role(group))
      } else {
        self.init(kinds: bits([.role]), demand: .none)
      }
    default:
      guard let kind = Entity.Kind(rawValue: reference.name) else { return nil }
      self.init(kinds: bits([kind]), demand: .none)
    }
  }
}
