import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

/// Where a passage may begin.
struct PassageStart {
  /// The level of what is no heading: every heading ends it.
  static let deepest = 99

  let token: Int
  /// Where it ends, where that is settled from the start.
  var end: Int?
  /// The heading, lead or label it opens with.
  let opener: Range<Int>?
  let level: Int

  init(_ token: Int, end: Int? = nil, opener: Range<Int>? = nil, level: Int = deepest) {
    self.token = token
    self.end = end
    self.opener = opener
    self.level = level
  }
}

extension Evaluation {
  /// How many words of a block count as its opening.
  static let openingWords = 4
  /// How many words of a sentence count as its opening: "Another way that we use is a SWOT".
  static let sentenceOpeningWords = 8

  /// All passages of a rule, in document order.
  func search(_ rule: CompiledPassage) -> [Instance] {
    if cannotHold(rule.having) { return [] }
    var starts: [PassageStart] = []
    for start in rule.starts {
      switch start {
      case .opening(let term): starts += openings(of: term) + rows(opening: term)
      case .label(let slot): starts += labels(holding: slot)
      case .row(let role):
        starts += rows(with: [role]).map { PassageStart($0.lowerBound, end: $0.upperBound) }
      case .sentence(let term): starts += sentences(opening: term, until: rule.end)
      }
    }
    starts.sort { ($0.token, $0.end ?? Int.max) < ($1.token, $1.end ?? Int.max) }
    var result: [Instance] = []
    for (number, start) in starts.enumerated() {
      if let last = result.last, start.token < last.stretch.upperBound, number > 0,
        starts[number - 1].token == start.token || last.stretch.contains(start.token) && start.end == nil
      {
        continue
      }
      let next = starts[(number + 1)...].first { $0.token > start.token }?.token
      let end = start.end ?? self.end(of: rule.end, from: start.token, next: next, level: start.level)
      guard end > start.token else { continue }
      let instance = Instance(stretch: start.token..<end, opener: start.opener)
      if let having = rule.having {
        var ignored: [Hit] = []
        let place = Place(stretch: instance.stretch, filter: .ofParts, opener: instance.opener)
        if !holds(having, place, &ignored) { continue }
      } else if !hasEvidence(instance.stretch, outside: instance.opener) {
        continue
      }
      result.append(instance)
    }
    return result
  }

  /// Tokens of the rows (below the header) of tables that have columns of all these roles.
  func rows(with roles: [Role]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var block = 0
    let blocks = text.document.blocks
    while block < blocks.count {
      guard let cell = blocks[block].cell else {
        block += 1
        continue
      }
      let table = text.tables[cell.table]
      var end = block + 1
      while end < blocks.count, let next = blocks[end].cell, next.table == cell.table, next.row == cell.row {
        end += 1
      }
      if cell.row >= table.headerRows, roles.allSatisfy({ table.columnRoles.contains($0) }),
        let first = roles.first, answers(first, in: block..<end, table)
      {
        result.append(text.blocks[block].tokens.lowerBound..<text.blocks[end - 1].tokens.upperBound)
      }
      block = end
    }
    return result
  }

  /// True where the row says something of its own, in the column of that role first of all.
  private func answers(_ role: Role, in blocks: Range<Int>, _ table: AnnotatedTable) -> Bool {
    for block in blocks where text.blocks[block].isEvidence {
      guard let cell = text.document.blocks[block].cell, cell.column < table.columnRoles.count else {
        continue
      }
      if table.columnRoles[cell.column] == role, isAnswer(text.blocks[block].tokens) { return true }
    }
    return false
  }

  /// True where the stretch holds words that may be credited.
  func hasEvidence(_ stretch: Range<Int>, outside opener: Range<Int>?) -> Bool {
    for token in stretch where index.flags[token].contains(.evidence) && !index.flags[token].contains(.label)
    {
      if opener?.contains(token) == true || text.tokens[token].kind == .symbol { continue }
      return true
    }
    return false
  }
}

extension Evaluation {
  /// Blocks that open with a term, in their first words or lead; headings that hold it.
  private func openings(of term: CompiledTerm) -> [PassageStart] {
    if isAbsent(term) { return [] }
    return possibleOpenings.compactMap { possible in
      let opening = possible.start.opener ?? 0..<0
      let place = Place(stretch: opening, filter: possible.filter, opener: opening)
      return first(of: term, place) == nil ? nil : possible.start
    }
  }

  /// Every place where a passage may open, with what may count there: blocks, and the lines typed inside them.
  func findPossibleOpenings() -> [(start: PassageStart, filter: ClauseFilter)] {
    var result: [(start: PassageStart, filter: ClauseFilter)] = []
    for (number, block) in text.document.blocks.enumerated()
    where block.visibility == .visible && block.kind != .comment && block.cell == nil {
      let tokens = text.blocks[number].tokens
      guard !tokens.isEmpty else { continue }
      let filter = asks(number) ? ClauseFilter.opening : .everything
      if block.kind == .heading {
        let start = PassageStart(tokens.lowerBound, opener: tokens, level: level(ofHeading: number))
        result.append((start, filter))
        continue
      }
      result.append((PassageStart(tokens.lowerBound, opener: opening(of: number)), filter))
      for start in lineStarts(of: number) {
        let opening = start..<min(start + Self.openingWords, tokens.upperBound)
        result.append((PassageStart(start, opener: opening), filter))
      }
    }
    return result
  }

  /// Rows whose first cell is nothing but what the passage opens with, a number or a day, in tables where three rows
  /// or more do: "| 1.1 | Call monitoring … |".
  private func rows(opening term: CompiledTerm) -> [PassageStart] {
    var byTable = [[PassageStart]](repeating: [], count: text.document.tables.count)
    for (number, block) in text.document.blocks.enumerated() where block.visibility == .visible {
      guard let cell = block.cell, cell.column == 0 else { continue }
      let tokens = text.blocks[number].tokens
      guard !tokens.isEmpty, tokens.count <= Self.openingWords,
        first(of: term, Place(stretch: tokens, filter: .everything, opener: tokens)) != nil
      else { continue }
      let row = layout.rowOf[number]
      guard row.lowerBound == tokens.lowerBound, row.upperBound > tokens.upperBound else { continue }
      byTable[cell.table].append(PassageStart(row.lowerBound, end: row.upperBound, opener: tokens))
    }
    return byTable.filter { $0.count >= 3 }.flatMap { $0 }
  }

  /// True where a block opens with the form's task and goes on with the answer: "2.7 Explain the importance of …".
  private func asks(_ number: Int) -> Bool {
    let sentences = text.blocks[number].sentences
    guard sentences.count > 1, let first = text.blocks[number].tokens.first else { return false }
    let opening = text.sentences[sentences.lowerBound].span
    let bytes = Array(text.document.blocks[number].text[opening.range])
    return QuestionLine.asks(bytes)
      || text.tokens[first].isCapitalised && QuestionLine.setsTask(bytes, at: 0)
  }

  /// The level of a heading; the title above all other headings has none to last over.
  private func level(ofHeading number: Int) -> Int {
    let document = text.document
    let section = document.blocks[number].section
    let isTitle =
      section < 2 && document.blocks[number].level <= 1 && document.sections.count > 2
      && document.sections.allSatisfy { $0.heading == nil || $0.heading == number || $0.level > 1 }
    return isTitle ? PassageStart.deepest : document.blocks[number].level
  }

  /// Tokens that stand first after a hard line break inside a block: a log typed line by line.
  private func lineStarts(of number: Int) -> [Int] {
    let bytes = text.document.blocks[number].text
    return text.blocks[number].tokens.dropFirst().filter { token in
      let gap = text.tokens[token - 1].span.end..<text.tokens[token].span.start
      return gap.contains { bytes[$0] == 0x0A }
    }
  }

  /// The lead, the label or the first words of a block.
  private func opening(of number: Int) -> Range<Int> {
    let tokens = text.blocks[number].tokens
    var end = min(tokens.lowerBound + Self.openingWords, tokens.upperBound)
    let block = text.document.blocks[number]
    let marked = [text.blocks[number].label?.end, block.lead?.end].compactMap { $0 }.max()
    if let marked {
      var after = tokens.lowerBound
      while after < tokens.upperBound, text.tokens[after].span.start < marked { after += 1 }
      if after - tokens.lowerBound <= 24 { end = max(end, after) }
    }
    return tokens.lowerBound..<end
  }

  /// Blocks whose label or lead, or headings that, hold a list.
  func labels(holding slot: Int) -> [PassageStart] {
    var result: [PassageStart] = []
    var last = -1
    for occurrence in matcher.occurrences(ofSlot: slot) {
      let number = Int(index.blockOf[occurrence.tokens.lowerBound])
      guard number >= 0, number != last else { continue }
      // a block is large, so its fields are read where it stands
      guard text.document.blocks[number].visibility == .visible, text.document.blocks[number].kind != .comment
      else { continue }
      let flags = index.flags[occurrence.tokens.lowerBound]
      guard
        flags.contains(.label) || flags.contains(.prompt)
          || text.document.blocks[number].lead.map({
            $0.contains(text.tokens[occurrence.tokens.lowerBound].span.start)
          }) ?? false
      else { continue }
      last = number
      let tokens = text.blocks[number].tokens
      let isHeading = text.document.blocks[number].kind == .heading
      result.append(
        PassageStart(
          tokens.lowerBound, opener: isHeading ? tokens : opening(of: number),
          level: isHeading ? level(ofHeading: number) : PassageStart.deepest))
    }
    return result
  }

  /// Sentences that open with a term: each lasts to the end of its block, or to the next such sentence in it.
  private func sentences(opening term: CompiledTerm, until end: PassageRule.End) -> [PassageStart] {
    var result: [PassageStart] = []
    if isAbsent(term) { return result }
    for sentence in text.sentences where !sentence.tokens.isEmpty && text.blocks[sentence.block].isEvidence {
      let opening =
        sentence.tokens
        .lowerBound..<min(
          sentence.tokens.lowerBound + Self.sentenceOpeningWords, sentence.tokens.upperBound)
      let place = Place(stretch: opening, filter: .everything, opener: opening)
      guard first(of: term, place) != nil else { continue }
      if end != .block, let last = result.last, let limit = last.end, limit > sentence.tokens.lowerBound {
        result[result.count - 1].end = sentence.tokens.lowerBound
      }
      result.append(
        PassageStart(
          sentence.tokens.lowerBound, end: text.blocks[sentence.block].tokens.upperBound, opener: opening))
    }
    return result
  }

  /// Where a passage that starts at `token` ends.
  func end(of end: PassageRule.End, from token: Int, next: Int?, level: Int) -> Int {
    let block = Int(index.blockOf[token])
    let limit = next ?? text.tokens.count
    switch end {
    case .block: return min(limit, text.blocks[block].tokens.upperBound)
    case .nextStart: return limit
    case .nextStartOrHeading:
      for number in (block + 1)..<max(block + 1, text.document.blocks.count) {
        let tokens = text.blocks[number].tokens
        if tokens.lowerBound >= limit { break }
        if text.document.blocks[number].kind == .heading, text.document.blocks[number].level <= level {
          return min(limit, tokens.lowerBound)
        }
      }
      return limit
    }
  }
}
