import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

/// Where a condition is asked and what may count there.
struct Place {
  var stretch: Range<Int>
  var filter: ClauseFilter
  /// The words that open the passage or item: dates and people in them count though they are a heading or label.
  var opener: Range<Int>?
  /// The item whose parts bare names mean.
  var item: Int?
}

extension Evaluation {
  /// True where the condition holds in the stretch; what it rests on is appended to `hits`.
  func holds(_ condition: CompiledCondition, _ place: Place, _ hits: inout [Hit]) -> Bool {
    switch condition {
    case .term(let term):
      guard let hit = first(of: term, place) else { return false }
      hits.append(hit)
      return true
    case .clause:
      guard let hit = firstClause(place) else { return false }
      hits.append(hit)
      return true
    case .all(let parts):
      let before = hits.count
      for part in parts where !holds(part, place, &hits) {
        hits.removeLast(hits.count - before)
        return false
      }
      return true
    case .any(let parts):
      for part in parts where holds(part, place, &hits) { return true }
      return false
    case .not(let inner):
      var ignored: [Hit] = []
      return !holds(inner, place, &ignored)
    case .filtered(let inner, let change):
      var narrowed = place
      narrowed.filter = change.applied(to: place.filter)
      return holds(inner, narrowed, &hits)
    case .together(let a, let b, let within): return holdTogether(a, b, within, place, &hits)
    case .atLeast(let count, let term, let different):
      let all = self.all(of: term, place)
      let wanted = different.map { self.different(all, by: $0, in: text) } ?? all
      guard wanted.count >= count else { return false }
      hits += wanted
      return true
    case .linked(let count, let term): return holdLinked(count, term, place, &hits)
    case .compared(let comparison): return holdsComparison(comparison, place, &hits)
    case .about(let a, let b, let within, let slots): return holdAbout(a, b, within, slots, place, &hits)
    }
  }

  /// The first clause, cut to the stretch, that passes the filter: most of its words do, so that a wish denied ("I
  /// don't want to be at seven") passes as denied, whatever stands before its "not".
  private func firstClause(_ place: Place) -> Hit? {
    var token = place.stretch.lowerBound
    while token < place.stretch.upperBound {
      let clause = layout.stretch(.clause, around: token, index).clamped(to: place.stretch)
      if passes(clause, place.filter) { return Hit(tokens: clause) }
      token = max(token + 1, clause.upperBound)
    }
    return nil
  }

  private func passes(_ clause: Range<Int>, _ filter: ClauseFilter) -> Bool {
    var words = 0
    var visible = 0
    for token in clause where text.tokens[token].kind != .symbol {
      let flags = index.flags[token]
      guard flags.contains(.evidence), !flags.contains(.label) else { continue }
      words += 1
      if isVisible(token, flags, filter) { visible += 1 }
    }
    return visible > 0 && visible * 2 >= words
  }

  /// The first visible finding of a term in the stretch.
  func first(of term: CompiledTerm, _ place: Place) -> Hit? {
    switch term {
    case .slot(let slot):
      let occurrences = matcher.occurrences(ofSlot: slot)
      var at = occurrences.firstIndex(from: place.stretch.lowerBound)
      while at < occurrences.count, occurrences[at].tokens.lowerBound < place.stretch.upperBound {
        if isVisible(occurrences[at], slot, place) { return hit(occurrences[at]) }
        at += 1
      }
      return nil
    default: return all(of: term, place).first
    }
  }

  /// All visible findings of a term in the stretch, in document order.
  func all(of term: CompiledTerm, _ place: Place) -> [Hit] {
    switch term {
    case .slot(let slot):
      return occurrences(slot, in: place.stretch).filter { isVisible($0, slot, place) }.map(hit)
    case .label(let slot):
      return occurrences(slot, in: place.stretch).filter { isLabel($0.tokens.lowerBound) || opens($0, place) }
        .map(hit)
    case .indicator(let number):
      return findings(ofIndicator: number).filter { overlaps($0.tokens, place.stretch) }
        .map { Hit(tokens: $0.tokens, rule: rules.indicators[number].id, group: $0.hits.first?.group ?? -1) }
    case .passage(let number):
      return instances(ofPassage: number).filter { overlaps($0.stretch, place.stretch) }
        .map { Hit(tokens: $0.stretch, rule: rules.passages[number].id) }
    case .item(let number):
      return items(ofRule: number).filter { $0.counts && overlaps($0.instance.stretch, place.stretch) }
        .map { Hit(tokens: $0.instance.stretch, rule: rules.items[number].id) }
    case .part(let part):
      guard let item = place.item else { return [] }
      var inner = place
      inner.filter = .ofParts
      var hits: [Hit] = []
      return holds(rules.items[item].parts[part].condition, inner, &hits) ? hits : []
    case .column(let role): return cells(role, in: place.stretch)
    case .nothing: return []
    }
  }

  private func hit(_ occurrence: Occurrence) -> Hit {
    Hit(tokens: occurrence.tokens, group: occurrence.group)
  }

  private func overlaps(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    a.lowerBound < b.upperBound && b.lowerBound < a.upperBound
  }

  /// Occurrences that start in the stretch.
  func occurrences(_ slot: Int, in stretch: Range<Int>) -> ArraySlice<Occurrence> {
    let all = matcher.occurrences(ofSlot: slot)
    let start = all.firstIndex(from: stretch.lowerBound)
    return all[start..<max(start, all.firstIndex(from: stretch.upperBound))]
  }

  /// True in the words that open the passage asked about.
  private func opens(_ occurrence: Occurrence, _ place: Place) -> Bool {
    place.opener?.contains(occurrence.tokens.lowerBound) ?? false
  }

  private func isLabel(_ token: Int) -> Bool {
    index.flags[token].contains(.label) || index.flags[token].contains(.prompt)
  }

  /// Whether an occurrence may be credited here.
  func isVisible(_ occurrence: Occurrence, _ slot: Int, _ place: Place) -> Bool {
    let token = occurrence.tokens.lowerBound
    let flags = index.flags[token]
    if let opener = place.opener, opener.contains(token), case .entity = rules.slots[slot] {
      return text.document.blocks[Int(index.blockOf[token])].visibility == .visible
    }
    guard flags.contains(.evidence), !flags.contains(.label) else { return false }
    return isVisible(token, flags, place.filter)
  }

  private func isVisible(_ token: Int, _ flags: TokenFlags, _ filter: ClauseFilter) -> Bool {
    let polarity: UInt8 = flags.contains(.negated) ? 2 : flags.contains(.hypothetical) ? 4 : 1
    guard filter.polarities & polarity != 0 else { return false }
    let sentence = Int(index.sentenceOf[token])
    if sentence >= 0, echoes[sentence], !filter.takesEchoes { return false }
    let clause = Int(index.clauseOf[token])
    if clause >= 0 {
      let clause = text.clauses[clause]
      let voice: UInt8 =
        switch clause.voice {
        case .own: 1
        case .other: 2
        case .general: 4
        }
      guard filter.voices & voice != 0, filter.strengths & (1 << clause.strength.rawValue) != 0,
        filter.asked & (clause.asked ? 2 : 1) != 0
      else { return false }
    }
    guard let demands = filter.demands else { return true }
    for test in demands.insides where isInside(test.name, token) != test.isWanted { return false }
    return isVisible(block: Int(index.blockOf[token]), demands)
  }

  /// True where a token lies in a passage, an item that counts, or a finding of a rule.
  private func isInside(_ name: CompiledRules.Name, _ token: Int) -> Bool {
    switch name {
    case .passage(let number): instances(ofPassage: number).contains { $0.stretch.contains(token) }
    case .item(let number):
      items(ofRule: number).contains { $0.counts && $0.instance.stretch.contains(token) }
    case .indicator(let number): findings(ofIndicator: number).contains { $0.stretch.contains(token) }
    }
  }

  private func isVisible(block: Int, _ demands: ClauseFilter.Demands) -> Bool {
    for test in demands.roles {
      var bit: UInt32 = 0
      if let role = text.blocks[block].role, let at = Role.allCases.firstIndex(of: role) { bit = 1 << at }
      if (test.mask & bit != 0) != test.isWanted { return false }
    }
    // a block is large, so its fields are read where it stands
    for test in demands.headings
    where sections(headedBySlot: test.slot)[text.document.blocks[block].section] != test.isWanted {
      return false
    }
    for test in demands.places {
      let isThere =
        switch test.place {
        case .table: text.document.blocks[block].cell != nil
        case .list: text.document.blocks[block].kind == .listItem
        case .quotation: text.document.blocks[block].isQuote
        }
      if isThere != test.isWanted { return false }
    }
    return true
  }

  /// Cells of a role in the stretch that hold an answer.
  private func cells(_ role: Role, in stretch: Range<Int>) -> [Hit] {
    guard !stretch.isEmpty else { return [] }
    var hits: [Hit] = []
    var block = Int(index.blockOf[stretch.lowerBound])
    while block >= 0, block < text.blocks.count, text.blocks[block].tokens.lowerBound < stretch.upperBound {
      let annotated = text.blocks[block]
      if let cell = text.document.blocks[block].cell, self.role(of: cell) == role, annotated.isEvidence,
        annotated.tokens.lowerBound >= stretch.lowerBound, isAnswer(annotated.tokens)
      {
        hits.append(Hit(tokens: annotated.tokens))
      }
      block += 1
    }
    return hits
  }

  /// What a cell's column, or the label of its row, makes of it; a heading above the table has no say.
  private func role(of cell: CellReference) -> Role? {
    let table = text.tables[cell.table]
    if cell.column < table.columnRoles.count, let role = table.columnRoles[cell.column] { return role }
    return cell.row < table.rowRoles.count ? table.rowRoles[cell.row] : nil
  }

  /// False for "-", "N/A", "tbc", "ongoing": no answer of the wanted kind.
  func isAnswer(_ tokens: Range<Int>) -> Bool {
    var words = 0
    var first: WordID?
    for token in tokens where text.tokens[token].kind != .symbol {
      words += 1
      if first == nil { first = text.tokens[token].word }
    }
    guard let first else { return false }
    guard words <= 2 else { return true }
    switch text.words.string(of: first) {
    case "n", "na", "tbc", "tbd", "tba", "none", "nil", "ongoing", "continuous", "asap", "soon", "ditto",
      "xx":
      return false
    default: return true
    }
  }
}

extension Evaluation {
  // MARK: Nearness

  private func holdTogether(
    _ a: CompiledCondition, _ b: CompiledCondition, _ within: Within, _ place: Place, _ hits: inout [Hit]
  ) -> Bool {
    switch within {
    case .words(let most): return holdNear(a, b, place, &hits) { $0.distance(to: $1) <= most }
    case .order: return holdNear(a, b, place, &hits) { $0.upperBound <= $1.lowerBound }
    default: break
    }
    for stretch in stretches(for: a, within, place) {
      var inner = place
      inner.stretch = stretch
      let before = hits.count
      if holds(a, inner, &hits), holds(b, inner, &hits) { return true }
      hits.removeLast(hits.count - before)
    }
    return false
  }

  /// A pair of findings in one sentence that stand as asked.
  private func holdNear(
    _ a: CompiledCondition, _ b: CompiledCondition, _ place: Place, _ hits: inout [Hit],
    _ stand: (Range<Int>, Range<Int>) -> Bool
  ) -> Bool {
    let left = places(of: a, place)
    guard !left.isEmpty else { return false }
    let right = places(of: b, place)
    for first in left {
      let sentence = index.sentenceOf[first.tokens.lowerBound]
      for second in right
      where index.sentenceOf[second.tokens.lowerBound] == sentence && stand(first.tokens, second.tokens) {
        hits += [first, second]
        return true
      }
    }
    return false
  }

  /// Where a condition's words stand: each finding of a term, the hull of anything larger in each sentence.
  func places(of condition: CompiledCondition, _ place: Place) -> [Hit] {
    switch condition {
    case .term(let term): return all(of: term, place)
    case .any(let parts): return parts.flatMap { places(of: $0, place) }
    case .filtered(let inner, let change):
      var narrowed = place
      narrowed.filter = change.applied(to: place.filter)
      return places(of: inner, narrowed)
    default:
      var result: [Hit] = []
      for stretch in stretches(for: condition, .sentence, place) {
        var inner = place
        inner.stretch = stretch
        var hits: [Hit] = []
        if holds(condition, inner, &hits), let hull = Self.hull(hits) { result.append(Hit(tokens: hull)) }
      }
      return result
    }
  }

  /// From the first to the last token of some hits; nil where there is none.
  static func hull(_ hits: [Hit]) -> Range<Int>? {
    guard var low = hits.first?.tokens.lowerBound, var high = hits.first?.tokens.upperBound else {
      return nil
    }
    for hit in hits {
      low = min(low, hit.tokens.lowerBound)
      high = max(high, hit.tokens.upperBound)
    }
    return low..<high
  }

  /// The stretches of a size in which a condition may hold: those around its anchors, else all, cut to the place.
  func stretches(for condition: CompiledCondition, _ size: Within, _ place: Place) -> [Range<Int>] {
    if case .document = size { return [place.stretch] }
    var result: [Range<Int>] = []
    func add(_ stretch: Range<Int>) {
      let cut = stretch.clamped(to: place.stretch)
      if !cut.isEmpty, result.last != cut { result.append(cut) }
    }
    if case .passage = size {
      for number in passages(for: condition, place.filter) {
        for instance in instances(ofPassage: number) { add(instance.stretch) }
      }
      return result
    }
    let scope = Layout.Scope(size)
    if scope == .section { return sectionStretches(for: condition, place) }
    if usesAnchors, isWithinOne(scope, place.stretch) {
      return anchorCount(condition, place.stretch) == 0 ? [] : [place.stretch]
    }
    if usesAnchors, let anchors = anchors(condition, place.stretch) {
      result.reserveCapacity(anchors.count)
      for token in anchors {
        if let last = result.last, last.contains(token) { continue }
        add(layout.stretch(scope, around: token, index))
      }
      return result
    }
    var token = place.stretch.lowerBound
    while token < place.stretch.upperBound {
      let stretch = layout.stretch(scope, around: token, index)
      add(stretch)
      token = max(token + 1, stretch.upperBound)
    }
    return result
  }

  /// The sections in which a condition may hold, each behind those below it, so that the smallest is asked first.
  private func sectionStretches(for condition: CompiledCondition, _ place: Place) -> [Range<Int>] {
    let sections = text.document.sections
    var isWanted = [Bool](repeating: false, count: sections.count)
    func want(_ token: Int) -> Int {
      let block = Int(index.blockOf[token])
      guard block >= 0 else { return token + 1 }
      var section: Int? = text.document.blocks[block].section
      while let at = section, !isWanted[at] {
        isWanted[at] = true
        section = sections[at].parent
      }
      return text.blocks[block].tokens.upperBound
    }
    if usesAnchors, let anchors = anchors(condition, place.stretch) {
      for token in anchors { _ = want(token) }
    } else {
      var token = place.stretch.lowerBound
      while token < place.stretch.upperBound { token = max(token + 1, want(token)) }
    }
    var result: [Range<Int>] = []
    for section in layout.innermostFirst where isWanted[section] {
      let cut = layout.sections[section].clamped(to: place.stretch)
      if !cut.isEmpty, result.last != cut { result.append(cut) }
    }
    return result
  }

  /// True where a stretch surely lies in one sentence, block or row, so that it is the only one to be asked.
  private func isWithinOne(_ scope: Layout.Scope, _ stretch: Range<Int>) -> Bool {
    guard !stretch.isEmpty else { return false }
    switch scope {
    case .sentence where index.sentenceOf[stretch.lowerBound] < 0: return false
    case .sentence, .block, .row:
      return layout.stretch(scope, around: stretch.lowerBound, index).upperBound >= stretch.upperBound
    case .clause, .section, .document: return false
    }
  }

  /// The passages a stretch may be: those of the first rule the condition names by "in a NAME", else of all rules.
  private func passages(for condition: CompiledCondition, _ filter: ClauseFilter) -> Range<Int> {
    if case .filtered(let inner, let change) = condition {
      return passages(for: inner, change.applied(to: filter))
    }
    for test in filter.demands?.insides ?? [] where test.isWanted {
      if case .passage(let number) = test.name { return number..<(number + 1) }
    }
    return rules.passages.indices
  }

  /// Tokens of a stretch near which the condition must hold if it holds there at all, sorted; nil where nothing says.
  func anchors(_ condition: CompiledCondition, _ stretch: Range<Int>) -> [Int]? {
    switch condition {
    case .term(let term), .atLeast(_, let term, _): return anchors(term, stretch)
    case .filtered(let inner, _): return anchors(inner, stretch)
    case .not, .clause, .linked: return nil
    case .compared(let comparison): return anchors(comparison.first, stretch)
    case .all(let parts): return rarest(of: parts, stretch).flatMap { anchors(parts[$0.part], stretch) }
    case .together(let a, let b, _), .about(let a, let b, _, _):
      return rarest(of: [a, b], stretch).flatMap { anchors($0.part == 0 ? a : b, stretch) }
    case .any(let parts):
      var all: [Int] = []
      for part in parts {
        guard let candidate = anchors(part, stretch) else { return nil }
        all += candidate
      }
      return all.sorted()
    }
  }

  /// The first of the parts with the fewest anchors, and how many; nil where no part has any say.
  private func rarest(of parts: [CompiledCondition], _ stretch: Range<Int>) -> (part: Int, count: Int)? {
    var best: (part: Int, count: Int)?
    for (number, part) in parts.enumerated() {
      guard let count = anchorCount(part, stretch) else { continue }
      if count < best?.count ?? Int.max { best = (number, count) }
      if count == 0 { break }
    }
    return best
  }

  /// How many anchors ``anchors(_:_:)`` gives, without making them.
  private func anchorCount(_ condition: CompiledCondition, _ stretch: Range<Int>) -> Int? {
    switch condition {
    case .term(.slot(let slot)), .term(.label(let slot)), .atLeast(_, .slot(let slot), _):
      return occurrences(slot, in: stretch).count
    case .filtered(let inner, _): return anchorCount(inner, stretch)
    case .all(let parts): return rarest(of: parts, stretch)?.count
    case .together(let a, let b, _), .about(let a, let b, _, _): return rarest(of: [a, b], stretch)?.count
    case .any(let parts):
      var sum = 0
      for part in parts {
        guard let count = anchorCount(part, stretch) else { return nil }
        sum += count
      }
      return sum
    case .term, .atLeast, .not, .clause, .linked, .compared: return anchors(condition, stretch)?.count
    }
  }

  private func anchors(_ term: CompiledTerm, _ stretch: Range<Int>) -> [Int]? {
    switch term {
    case .slot(let slot), .label(let slot): return occurrences(slot, in: stretch).map { $0.tokens.lowerBound }
    case .indicator(let number):
      // a finding counts where it overlaps the stretch, so one that begins before it is an anchor at its start
      return findings(ofIndicator: number).compactMap { finding in
        overlaps(finding.tokens, stretch) ? max(finding.tokens.lowerBound, stretch.lowerBound) : nil
      }
    case .nothing: return []
    case .passage, .item, .part, .column: return nil
    }
  }
}

extension Layout.Scope {
  init(_ within: Within) {
    switch within {
    case .clause: self = .clause
    case .sentence, .words, .order: self = .sentence
    case .block: self = .block
    case .row: self = .row
    case .section: self = .section
    case .passage, .document: self = .document
    }
  }
}

extension Range<Int> {
  /// Tokens between two ranges; 0 where they touch or overlap.
  fileprivate func distance(to other: Range<Int>) -> Int {
    Swift.max(0, other.lowerBound - upperBound, lowerBound - other.upperBound)
  }
}
