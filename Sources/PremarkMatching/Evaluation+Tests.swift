import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

/// How a test came out.
public struct TestOutcome: Sendable {
  /// Whether it holds.
  public var holds: Bool
  /// What it rests on, or, where it does not hold, what comes nearest; in document order.
  public var hits: [Hit]
  /// What was one too few or too many, in words ("1 of 2 review entries"); nil where it holds.
  public var shortfall: String?
  /// True where one finding less (or more) would turn it.
  public var isClose: Bool
  /// Numbers, from 1, of items at fault in a share.
  public var faultyItems: [Int]
  /// What such an item is called, for one and for many; nil where no items were asked about.
  public var itemWords: (singular: String, plural: String)?
  /// Things counted.
  public var count: Int

  init(
    holds: Bool, hits: [Hit] = [], shortfall: String? = nil, isClose: Bool = false, faultyItems: [Int] = [],
    itemWords: (singular: String, plural: String)? = nil, count: Int = 0
  ) {
    self.holds = holds
    self.hits = hits
    self.shortfall = shortfall
    self.isClose = isClose
    self.faultyItems = faultyItems
    self.itemWords = itemWords
    self.count = count
  }
}

/// What tests may ask of decisions made before.
public struct DecisionsSoFar: Sendable {
  /// Level of each criterion by index (0 not met … 2 met); -1 where not yet decided.
  public var levels: [Int]
  /// Whether each requirement is held: those of all criteria decided so far, in the order of the rule file.
  public var requirements: [Bool]

  /// Makes one.
  public init(levels: [Int], requirements: [Bool]) {
    self.levels = levels
    self.requirements = requirements
  }
}

extension Evaluation {
  /// What a thing came to: where each stands, and what it rests on.
  struct Counted {
    let stretch: Range<Int>
    let hit: Hit
    let more: [Hit]
  }

  /// Asks the whole document.
  public func outcome(of test: CompiledTest, _ sofar: DecisionsSoFar) -> TestOutcome {
    switch test {
    case .count(let min, let max, let thing): return count(thing, min, max)
    case .share(let share, let thing, let having): return self.share(share, thing, having)
    case .all(let parts): return all(parts.map { outcome(of: $0, sofar) })
    case .any(let parts): return any(parts.map { outcome(of: $0, sofar) })
    case .not(let inner):
      let outcome = outcome(of: inner, sofar)
      return TestOutcome(
        holds: !outcome.holds, hits: outcome.holds ? outcome.hits : [], isClose: outcome.isClose)
    case .criterion(let number, let atLeast, let below):
      let level = sofar.levels[number]
      return TestOutcome(holds: level >= 0 && level >= (atLeast ?? 0) && level < (below ?? 3))
    case .requirement(let number, let isHeld):
      return TestOutcome(holds: number < sofar.requirements.count && sofar.requirements[number] == isHeld)
    case .outnumbers(let a, let b):
      let (first, second) = (counted(a), counted(b))
      return TestOutcome(holds: first.count > second.count, hits: first.map { $0.hit }, count: first.count)
    case .words(let below):
      let words = evidenceWords
      return TestOutcome(holds: words < below, count: words)
    case .never: return TestOutcome(holds: false)
    }
  }

  /// Words that may be credited.
  public var evidenceWords: Int {
    var words = 0
    for (token, flags) in zip(text.tokens, index.flags)
    where flags.contains(.evidence) && !flags.contains(.label) && token.kind != .symbol {
      words += 1
    }
    return words
  }

  private func all(_ outcomes: [TestOutcome]) -> TestOutcome {
    var result = TestOutcome(holds: true)
    for outcome in outcomes {
      result.holds = result.holds && outcome.holds
      result.hits += outcome.hits
      if !outcome.holds { result.shortfall = result.shortfall ?? outcome.shortfall }
      result.faultyItems += outcome.faultyItems
      result.itemWords = result.itemWords ?? outcome.itemWords
      result.count = max(result.count, outcome.count)
    }
    let failed = outcomes.filter { !$0.holds }
    result.isClose = result.holds ? outcomes.contains { $0.isClose } : failed.count == 1 && failed[0].isClose
    return result
  }

  private func any(_ outcomes: [TestOutcome]) -> TestOutcome {
    let held = outcomes.filter { $0.holds }
    if !held.isEmpty {
      var result = held[0]
      for more in held.dropFirst() {
        for var hit in more.hits {
          hit.isSpare = true
          result.hits.append(hit)
        }
      }
      result.isClose = held.allSatisfy { $0.isClose }
      result.shortfall = nil
      return result
    }
    var result = outcomes.max { $0.hits.count < $1.hits.count } ?? TestOutcome(holds: false)
    result.isClose = outcomes.contains { $0.isClose }
    return result
  }

  private func count(_ thing: CompiledThing, _ min: Int, _ max: Int?) -> TestOutcome {
    let candidates = counted(thing)
    var count = candidates.count
    if let spread = thing.spreadDays, count > 0, self.spread(of: candidates) < spread {
      count = Swift.min(count, 1)
    }
    let holds = count >= min && max.map { count <= $0 } ?? true
    var hits: [Hit] = []
    for candidate in candidates { hits += [candidate.hit] + candidate.more }
    if !holds, count < min, thing.having != nil, candidates.isEmpty {
      hits = counted(thing, ignoringCondition: true).prefix(3).map { $0.hit }
    }
    var shortfall: String?
    if !holds {
      shortfall =
        count < min
        ? "\(count) of \(min) \(min == 1 ? thing.singular : thing.plural)" : "\(count) \(thing.plural)"
    }
    let isClose =
      holds
      ? count == min && min > 1 || count == max && count > 0 : count == min - 1 && min > 1 || count - 1 == max
    return TestOutcome(holds: holds, hits: hits, shortfall: shortfall, isClose: isClose, count: count)
  }

  private func share(_ share: Test.Share, _ thing: CompiledThing, _ having: CompiledPart) -> TestOutcome {
    let all = counted(thing)
    var held: [Counted] = []
    var hits: [Hit] = []
    var faulty: [Int] = []
    for (number, candidate) in all.enumerated() {
      var more: [Hit] = []
      if holds(having.condition, place(of: candidate, thing), &more) {
        held.append(candidate)
        hits += more.isEmpty ? [candidate.hit] : more
      } else {
        faulty.append(number + 1)
      }
    }
    let (total, count) = (all.count, held.count)
    let holds =
      switch share {
      case .all: total > 0 && count == total
      case .most: total > 0 && count * 2 > total
      case .half: total > 0 && count * 2 >= total
      case .none: total > 0 && count == 0
      }
    if share == .none, !holds {
      hits = held.map({ $0.hit })
    } else if count == 0 {
      hits = all.prefix(3).map({ $0.hit })
    }
    let isClose =
      switch share {
      case .most:
        total > 1 && (count * 2 == total || count * 2 == total + 1 || count * 2 == total + 2 && total > 2)
      default: total > 1 && faulty.count <= 1 && !holds
      }
    let words =
      total == 0
      ? "no \(thing.singular)" : "\(count) of \(total) \(total == 1 ? thing.singular : thing.plural)"
    return TestOutcome(
      holds: holds, hits: hits, shortfall: holds ? nil : words, isClose: isClose,
      faultyItems: thing.item == nil ? [] : faulty,
      itemWords: thing.item == nil ? nil : (thing.singular, thing.plural), count: count)
  }

  func place(of candidate: Counted, _ thing: CompiledThing) -> Place {
    var opener: Range<Int>?
    if case .passage(let number) = thing.term {
      opener = instances(ofPassage: number).first { $0.stretch == candidate.stretch }?.opener
    } else if case .item(let number) = thing.term {
      opener = items(ofRule: number).first { $0.instance.stretch == candidate.stretch }?.instance.opener
    }
    return Place(stretch: candidate.stretch, filter: .ofParts, opener: opener, item: thing.item)
  }

  /// The things for which the condition holds, different ones once.
  func counted(_ thing: CompiledThing, ignoringCondition: Bool = false) -> [Counted] {
    var result: [Counted] = []
    for candidate in candidates(thing.term) {
      if let having = thing.having, !ignoringCondition {
        var more: [Hit] = []
        guard holds(having, place(of: candidate, thing), &more) else { continue }
        result.append(Counted(stretch: candidate.stretch, hit: candidate.hit, more: candidate.more + more))
      } else {
        result.append(candidate)
      }
    }
    guard let by = thing.different else { return result }
    var seen: Set<String> = []
    return result.filter { candidate in
      let key = self.key(of: candidate.hit, in: candidate.stretch, by: by)
      return key.map { seen.insert($0).inserted } ?? false
    }
  }

  /// What to quote for a finding: its words as one where they stand in one block, else each block's own.
  private func cited(_ finding: Finding, _ rule: String) -> [Hit] {
    let group = finding.hits.first?.group ?? -1
    let block = index.blockOf[finding.tokens.lowerBound]
    if block == index.blockOf[finding.tokens.upperBound - 1] {
      return [Hit(tokens: finding.tokens, rule: rule, group: group, parts: finding.hits.map { $0.tokens })]
        + finding.hits.filter { !$0.tokens.overlaps(finding.tokens) }
    }
    return finding.hits.enumerated().map { at, hit in
      Hit(tokens: hit.tokens, rule: rule, group: at == 0 ? group : hit.group)
    }
  }

  func candidates(_ term: CompiledTerm) -> [Counted] {
    switch term {
    case .indicator(let number):
      return findings(ofIndicator: number).map { finding in
        let block = Int(index.blockOf[finding.tokens.lowerBound])
        let isCell = text.document.blocks[block].cell != nil
        let around = layout.stretch(isCell ? .row : .sentence, around: finding.tokens.lowerBound, index)
        let low = min(around.lowerBound, finding.stretch.lowerBound)
        let hits = cited(finding, rules.indicators[number].id)
        return Counted(
          stretch: low..<max(around.upperBound, finding.stretch.upperBound), hit: hits[0],
          more: Array(hits.dropFirst()))
      }
    case .passage(let number):
      return instances(ofPassage: number).map {
        Counted(stretch: $0.stretch, hit: Hit(tokens: $0.stretch, rule: rules.passages[number].id), more: [])
      }
    case .item(let number):
      return items(ofRule: number).filter { $0.counts }.map {
        Counted(
          stretch: $0.instance.stretch, hit: Hit(tokens: $0.instance.stretch, rule: rules.items[number].id),
          more: [])
      }
    default:
      return all(of: term, Place(stretch: 0..<text.tokens.count, filter: .ofParts)).map {
        let block = Int(index.blockOf[$0.tokens.lowerBound])
        let isCell = text.document.blocks[block].cell != nil
        return Counted(
          stretch: layout.stretch(isCell ? .row : .sentence, around: $0.tokens.lowerBound, index), hit: $0,
          more: [])
      }
    }
  }
}
