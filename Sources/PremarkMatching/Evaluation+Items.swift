import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

extension Evaluation {
  /// All items of a rule in document order. Sources are tried in the order of the rule; what one has taken, a later
  /// one does not take again.
  func search(_ rule: CompiledItem, _ number: Int) -> [ItemFinding] {
    var taken: [ItemFinding] = []
    var idle: [ItemFinding] = []
    for (origin, (source, having)) in rule.sources.enumerated() where !cannotHold(having) {
      for candidate in candidates(source) where !Self.overlaps(taken, candidate) {
        let place = Place(
          stretch: candidate.stretch, filter: .ofParts, opener: candidate.opener, item: number)
        var ignored: [Hit] = []
        if let having, !holds(having, place, &ignored) { continue }
        let counts = rule.countsWhen.map { holds($0, place, &ignored) } ?? true
        let parts = rule.parts.map { part in
          var hits: [Hit] = []
          return holds(part.condition, place, &hits) ? hits : []
        }
        let finding = ItemFinding(instance: candidate, counts: counts, parts: parts, source: origin)
        if counts { taken.append(finding) } else { idle.append(finding) }
      }
    }
    for finding in idle where !Self.overlaps(taken, finding.instance) { taken.append(finding) }
    return taken.sorted { $0.instance.stretch.lowerBound < $1.instance.stretch.lowerBound }
  }

  private static func overlaps(_ taken: [ItemFinding], _ candidate: Instance) -> Bool {
    taken.contains { $0.instance.stretch.overlaps(candidate.stretch) }
  }

  private func candidates(_ source: CompiledItem.Source) -> [Instance] {
    switch source {
    case .rows(let roles): return rows(with: roles).map { Instance(stretch: $0, opener: nil) }
    case .passages(let number): return instances(ofPassage: number)
    case .listsWithRole(let role): return lists { self.text.blocks[$0].role == role }
    case .listsUnder(let slot):
      let headed = sections(headedBySlot: slot)
      return lists { self.isUnder(slot, $0, headed) }
    case .paragraphsWithRole(let role):
      return blocks { number, block in
        (block.kind == .paragraph || block.kind == .textBox) && self.text.blocks[number].role == role
      }
    case .cellsWithRole(let role):
      return lines { number, block in block.cell != nil && self.text.blocks[number].role == role }
    case .labelled(let slot): return labelled(slot)
    case .statements(let condition): return statements(condition)
    }
  }

  private func blocks(_ takes: (Int, Block) -> Bool) -> [Instance] {
    var result: [Instance] = []
    for (number, block) in text.document.blocks.enumerated()
    where text.blocks[number].isEvidence && !text.blocks[number].tokens.isEmpty && takes(number, block) {
      result.append(Instance(stretch: text.blocks[number].tokens, opener: nil))
    }
    return result
  }

  /// Blocks, cut at hard line breaks.
  private func lines(_ takes: (Int, Block) -> Bool) -> [Instance] {
    var result: [Instance] = []
    for instance in blocks(takes) {
      let bytes = text.document.blocks[Int(index.blockOf[instance.stretch.lowerBound])].text
      var start = instance.stretch.lowerBound
      for token in instance.stretch.dropFirst() {
        let gap = text.tokens[token - 1].span.end..<text.tokens[token].span.start
        if gap.contains(where: { bytes[$0] == 0x0A }) {
          result.append(Instance(stretch: start..<token, opener: nil))
          start = token
        }
      }
      result.append(Instance(stretch: start..<instance.stretch.upperBound, opener: nil))
    }
    return result
  }

  /// List items outside tables, each with the deeper ones under it.
  private func lists(_ takes: (Int) -> Bool) -> [Instance] {
    var result: [Instance] = []
    let blocks = text.document.blocks
    var number = 0
    while number < blocks.count {
      let block = blocks[number]
      guard block.kind == .listItem, text.blocks[number].isEvidence, !text.blocks[number].tokens.isEmpty,
        takes(number)
      else {
        number += 1
        continue
      }
      var end = number + 1
      while end < blocks.count, blocks[end].kind == .listItem, blocks[end].level > block.level { end += 1 }
      result.append(
        Instance(
          stretch: text.blocks[number].tokens.lowerBound..<text.blocks[end - 1].tokens.upperBound, opener: nil
        ))
      number = end
    }
    return result
  }

  /// True where the block before the list, or a heading above it, holds the slot.
  private func isUnder(_ slot: Int, _ number: Int, _ headed: [Bool]) -> Bool {
    if headed[text.document.blocks[number].section] { return true }
    var before = number - 1
    while before >= 0, text.document.blocks[before].kind == .listItem { before -= 1 }
    guard before >= 0, text.document.blocks[before].section == text.document.blocks[number].section else {
      return false
    }
    return !occurrences(slot, in: text.blocks[before].tokens).isEmpty
  }

  /// From a block whose label or lead holds the slot until the next such block, heading or end of the table.
  private func labelled(_ slot: Int) -> [Instance] {
    let starts = labels(holding: slot)
    var result: [Instance] = []
    for (position, start) in starts.enumerated() {
      let next = position + 1 < starts.count ? starts[position + 1].token : nil
      var end = self.end(of: .nextStartOrHeading, from: start.token, next: next, level: start.level)
      let block = Int(index.blockOf[start.token])
      if let table = text.document.blocks[block].cell?.table {
        var last = block
        while last + 1 < text.document.blocks.count, text.document.blocks[last + 1].cell?.table == table {
          last += 1
        }
        end = min(end, text.blocks[last].tokens.upperBound)
      }
      let stretch = start.token..<max(end, start.token)
      guard hasEvidence(stretch, outside: nil) else { continue }
      result.append(Instance(stretch: stretch, opener: start.opener))
    }
    return result
  }

  /// From a sentence in which the condition holds until the next such sentence or the end of its block.
  private func statements(_ condition: CompiledCondition) -> [Instance] {
    if cannotHold(condition) { return [] }
    let everywhere = Place(stretch: 0..<text.tokens.count, filter: rules.statementFilter)
    var starts: [Range<Int>] = []
    for stretch in stretches(for: condition, .sentence, everywhere) {
      var place = everywhere
      place.stretch = stretch
      var ignored: [Hit] = []
      if holds(condition, place, &ignored) { starts.append(stretch) }
    }
    return starts.enumerated().map { position, stretch in
      let block = text.blocks[Int(index.blockOf[stretch.lowerBound])].tokens.upperBound
      let next = position + 1 < starts.count ? starts[position + 1].lowerBound : Int.max
      return Instance(stretch: stretch.lowerBound..<min(block, next), opener: nil)
    }
  }
}
