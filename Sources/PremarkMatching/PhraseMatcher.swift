import PremarkAnnotation
import PremarkText

/// Finds every word list in a text.
///
/// Plain phrases are found in one walk over the stream with the trie. Phrases with gaps, wildcards or references start
/// from the places of one of their words (or of the list they refer to) and are checked there; what a reference stands
/// for is found first.
struct PhraseMatcher {
  let rules: CompiledRules
  let index: TextIndex
  /// Plain hits of list *n* in order of their place: `plain[plainStarts[n]..<plainStarts[n + 1]]`.
  private var plain: [Occurrence] = []
  private var plainStarts: [Int32]
  private var found: [[Occurrence]?]
  private var isFinding: [Bool]
  private var slotFound: [[Occurrence]?]
  /// Whether a slot is found nowhere, once that was asked.
  private var isAbsent: [Bool?]
  /// Stream positions of each stem.
  private let positions: StreamPositions
  /// Stream positions of the words that begin with each prefix.
  private let prefixed: [[Int32]]
  /// By list, the patterns whose words the text has.
  private let candidates: [[Int32]]

  /// - Parameter triesAll: true tries every pattern instead of those whose rarest word the text has: the naive twin.
  init(rules: CompiledRules, index: TextIndex, triesAll: Bool) {
    self.rules = rules
    self.index = index
    plainStarts = Array(repeating: 0, count: rules.patterns.lists.count + 1)
    found = Array(repeating: nil, count: rules.patterns.lists.count)
    isFinding = Array(repeating: false, count: rules.patterns.lists.count)
    slotFound = Array(repeating: nil, count: rules.slots.count)
    positions = StreamPositions(of: index.stream, wordCount: index.text.words.count)
    prefixed = Self.prefixed(index, rules.prefixes)
    candidates =
      triesAll
      ? rules.patterns.lists.map { $0.indices.map { Int32(truncatingIfNeeded: $0) } }
      : Self.candidates(rules.patternIndex, positions.ids)
    isAbsent = Array(repeating: nil, count: rules.slots.count)
    walk()
  }

  /// Occurrences of a slot, by start.
  mutating func occurrences(ofSlot number: Int) -> [Occurrence] {
    if let known = slotFound[number] { return known }
    let result: [Occurrence]
    switch rules.slots[number] {
    case .entity(let test): result = entities(test)
    case .list(let list, nil): result = occurrences(ofList: list)
    case .list(let list, let group?): result = occurrences(ofList: list).filter { $0.group == group }
    }
    slotFound[number] = result
    return result
  }

  /// True where a slot is nowhere in the text.
  mutating func isAbsent(slot number: Int) -> Bool {
    if let known = isAbsent[number] { return known }
    let result: Bool
    if case .list(let list, _) = rules.slots[number], plainStarts[list] == plainStarts[list + 1],
      candidates[list].isEmpty
    {
      result = true
    } else {
      result = occurrences(ofSlot: number).isEmpty
    }
    isAbsent[number] = result
    return result
  }
}

extension PhraseMatcher {
  private mutating func walk() {
    let stream = index.stream
    var hits: [(list: Int32, occurrence: Occurrence)] = []
    for start in stream.indices where stream[start] >= 0 { step(from: start, at: start, node: 0, &hits) }
    sort(hits)
  }

  private func step(
    from start: Int, at position: Int, node: Int32, _ hits: inout [(list: Int32, occurrence: Occurrence)]
  ) {
    guard position < index.stream.count, index.stream[position] >= 0 else { return }
    if let next = rules.trie.child(of: node, stem: index.stream[position]) {
      record(next, start, position, &hits)
      step(from: start, at: position + 1, node: next, &hits)
    }
    if let next = rules.trie.child(of: node, exact: index.streamWord[position]) {
      record(next, start, position, &hits)
      step(from: start, at: position + 1, node: next, &hits)
    }
  }

  private func record(
    _ node: Int32, _ start: Int, _ end: Int, _ hits: inout [(list: Int32, occurrence: Occurrence)]
  ) {
    let tokens = tokens(start, end)
    rules.trie.forEachEnding(at: node) { ending in
      hits.append((ending.list, Occurrence(tokens: tokens, group: Int(ending.group))))
    }
  }

  /// Puts the hits of each list together, in the order in which they were met.
  private mutating func sort(_ hits: [(list: Int32, occurrence: Occurrence)]) {
    guard let any = hits.first else { return }
    for hit in hits { plainStarts[Int(hit.list) + 1] += 1 }
    for list in 1..<plainStarts.count { plainStarts[list] += plainStarts[list - 1] }
    var next = plainStarts
    plain = Array(repeating: any.occurrence, count: hits.count)
    for hit in hits {
      plain[Int(next[Int(hit.list)])] = hit.occurrence
      next[Int(hit.list)] += 1
    }
  }

  private func tokens(_ start: Int, _ end: Int) -> Range<Int> {
    Int(index.streamToken[start])..<Int(index.streamToken[end]) + 1
  }

  private mutating func occurrences(ofList list: Int) -> [Occurrence] {
    if let known = found[list] { return known }
    guard !isFinding[list] else { return [] }  // a list that refers to itself finds nothing new
    isFinding[list] = true
    var result = Array(plain[Int(plainStarts[list])..<Int(plainStarts[list + 1])])
    for position in candidates[list] { find(rules.patterns.lists[list][Int(position)], into: &result) }
    if result.count > 1 { result = result.withoutContained() }
    isFinding[list] = false
    found[list] = result
    return result
  }

  private func entities(_ test: EntityTest) -> [Occurrence] {
    guard test.kinds != 0 else { return [] }
    var result: [Occurrence] = []
    let people = EntityPeople(index.text)
    for (number, entity) in index.text.entities.enumerated() {
      guard test.kinds & EntityTest.bit(of: entity.kind) != 0 else { continue }
      if !test.takes(entity, number, people) { continue }
      result.append(Occurrence(tokens: entity.tokens, group: number))
    }
    return result.sorted { ($0.tokens.lowerBound, $0.group) < ($1.tokens.lowerBound, $1.group) }
  }

  // MARK: Phrases with gaps, wildcards and references

  /// Tries a pattern at each place of its first word, prefix or reference.
  private mutating func find(_ pattern: PhrasePattern, into result: inout [Occurrence]) {
    let steps = rules.patterns.steps[pattern.range]
    guard canOccur(steps) else { return }
    // leading wildcards stand for one word each, so the place of what follows them says where to begin
    let first = steps.firstIndex { $0.kind != .anyWord } ?? steps.startIndex
    let lead = first - steps.startIndex
    let number = steps[first].number
    switch steps[first].kind {
    case .stem:
      for at in positions.of(number) { attempt(steps, Int(at) - lead, pattern, &result) }
    case .prefix:
      for at in prefixed[Int(number)] { attempt(steps, Int(at) - lead, pattern, &result) }
    case .slot:
      for occurrence in occurrences(ofSlot: Int(number)) {
        attempt(steps, Int(index.streamOf[occurrence.tokens.lowerBound]) - lead, pattern, &result)
      }
    case .exact:
      let stem = index.text.words.stem(of: WordID(rawValue: number))
      for at in positions.of(stem.rawValue) { attempt(steps, Int(at) - lead, pattern, &result) }
    case .anyWord, .gap:
      for at in index.stream.indices where index.stream[at] >= 0 { attempt(steps, at, pattern, &result) }
    }
  }

  /// False where a word of the pattern is nowhere in the text.
  private mutating func canOccur(_ steps: ArraySlice<Step>) -> Bool {
    for step in steps {
      switch step.kind {
      case .stem: if positions.of(step.number).isEmpty { return false }
      case .prefix: if prefixed[Int(step.number)].isEmpty { return false }
      case .exact, .anyWord, .gap, .slot: break
      }
    }
    for step in steps where step.kind == .slot {
      if occurrences(ofSlot: Int(step.number)).isEmpty { return false }
    }
    return true
  }

  private mutating func attempt(
    _ steps: ArraySlice<Step>, _ position: Int, _ pattern: PhrasePattern, _ result: inout [Occurrence]
  ) {
    guard position >= 0, let end = match(steps, steps.startIndex, position), end > position else { return }
    result.append(Occurrence(tokens: tokens(position, end - 1), group: Int(pattern.group)))
  }

  /// The stream position after the shortest match of `steps[step...]` at `position`; nil where there is none.
  private mutating func match(_ steps: ArraySlice<Step>, _ step: Int, _ position: Int) -> Int? {
    if step == steps.endIndex { return position }
    let number = steps[step].number
    switch steps[step].kind {
    case .gap:
      var at = position
      for _ in 0...number {
        if let end = match(steps, step + 1, at) { return end }
        if at < index.stream.count, index.stream[at] == TextIndex.softBarrier { at += 1 }
        guard at < index.stream.count, index.stream[at] >= 0 else { return nil }
        at += 1
      }
      return nil
    case .slot:
      guard position < index.stream.count else { return nil }
      let all = occurrences(ofSlot: Int(number))
      let token = Int(index.streamToken[position])
      var at = all.firstIndex(from: token)
      while at < all.count, all[at].tokens.lowerBound == token {
        if let end = match(steps, step + 1, place(behind: all[at].tokens)) { return end }
        at += 1
      }
      return nil
    default:
      guard position < index.stream.count else { return nil }
      let stem = index.stream[position]
      guard stem >= 0 else { return nil }
      switch steps[step].kind {
      case .stem: guard stem == number else { return nil }
      case .exact: guard index.streamWord[position] == number else { return nil }
      case .prefix: guard Self.holds(prefixed[Int(number)], position) else { return nil }
      case .anyWord, .gap, .slot: break
      }
      return match(steps, step + 1, position + 1)
    }
  }

  /// The stream position behind some tokens: before the barrier of the next block, where they end one.
  private func place(behind tokens: Range<Int>) -> Int {
    var position = Int(index.streamOf[tokens.upperBound])
    while position > 0, Int(index.streamToken[position - 1]) >= tokens.upperBound { position -= 1 }
    return position
  }

  /// True where sorted positions hold one.
  private static func holds(_ positions: [Int32], _ position: Int) -> Bool {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(positions[middle]) < position { low = middle + 1 } else { high = middle }
    }
    return low < positions.count && Int(positions[low]) == position
  }

  /// What a word begins with is worked out once for each different word.
  private static func prefixed(_ index: TextIndex, _ prefixes: ByteStrings) -> [[Int32]] {
    var result = [[Int32]](repeating: [], count: prefixes.count)
    guard prefixes.count > 0 else { return result }
    let words = index.text.words
    let places = StreamPositions(of: index.streamWord, wordCount: words.count)
    for word in places.ids {
      words.forEachStart(WordID(rawValue: word), of: prefixes) { result[Int($0)] += places.of(word) }
    }
    for number in result.indices where result[number].count > 1 { result[number].sort() }
    return result
  }

  /// By list, in order of entry, the patterns of which no word is certain or whose rarest word the text has.
  private static func candidates(_ patterns: PatternIndex, _ stems: [Int32]) -> [[Int32]] {
    var result = patterns.unbound
    var isTouched = [Bool](repeating: false, count: result.count)
    for stem in stems {
      for entry in patterns.known(by: Int(stem)) {
        result[Int(entry.list)].append(entry.position)
        isTouched[Int(entry.list)] = true
      }
    }
    for (list, touched) in isTouched.enumerated() where touched { result[list].sort() }
    return result
  }
}

/// Which person each entity mentions.
struct EntityPeople {
  let person: [Int32]
  let text: AnnotatedText

  init(_ text: AnnotatedText) {
    var person = [Int32](repeating: -1, count: text.entities.count)
    for (index, who) in text.people.enumerated() {
      for mention in who.mentions where mention < person.count {
        person[mention] = Int32(truncatingIfNeeded: index)
      }
    }
    self.person = person
    self.text = text
  }

  /// The person an entity mentions, where one does.
  func of(_ entity: Int) -> Person? { person[entity] < 0 ? nil : text.people[Int(person[entity])] }
}

extension EntityTest {
  /// The bit of a kind.
  static func bit(of kind: Entity.Kind) -> UInt32 {
    for (index, candidate) in Entity.Kind.allCases.enumerated() where candidate == kind { return 1 << index }
    return 0
  }

  /// True where the entity meets the demand.
  func takes(_ entity: Entity, _ number: Int, _ people: EntityPeople) -> Bool {
    switch demand {
    case .none: return true
    case .learnerExcluded: return people.of(number)?.isLearner != true
    case .role(let group):
      if people.of(number)?.isLearner == true { return false }
      if people.of(number)?.role == group { return true }
      if entity.kind == .role, entity.value == .name(group) { return true }
      return false
    case .up, .down:
      guard case .change(let change) = entity.value else { return false }
      return change.direction == (demand == .up ? .up : .down)
    case .day: return Self.precision(of: entity) >= 3
    case .month: return entity.kind == .timeLimit || Self.precision(of: entity) >= 2
    }
  }

  /// 1 for a bare year, 2 with a month, 3 with a day.
  private static func precision(of entity: Entity) -> Int {
    switch entity.value {
    case .date(let date): date.day != nil ? 3 : date.month != nil ? 2 : 1
    case .dateRange(let from, let to):
      from.day != nil || to.day != nil ? 3 : from.month != nil || to.month != nil ? 2 : 1
    default: 0
    }
  }
}
