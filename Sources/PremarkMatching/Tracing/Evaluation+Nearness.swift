import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

extension Evaluation {
  /// The whole document as a place.
  func everywhere(_ filter: ClauseFilter) -> Place { Place(stretch: 0..<text.tokens.count, filter: filter) }

  /// A stretch in which two conditions hold together; nil where there is none.
  func stretch(
    holding a: CompiledCondition, _ b: CompiledCondition, _ within: Within, _ place: Place
  ) -> Range<Int>? {
    for stretch in stretches(for: a, within, place) {
      var inner = place
      inner.stretch = stretch
      var ignored: [Hit] = []
      if holds(a, inner, &ignored), holds(b, inner, &ignored) { return stretch }
    }
    return nil
  }

  /// The stretch of a size in which most of a condition is there, the first of several; nil where none of it is.
  ///
  /// - Complexity: linear in the places of its words.
  func nearestStretch(_ condition: CompiledCondition, _ size: Within, _ place: Place) -> Range<Int>? {
    var best: (share: Share, stretch: Range<Int>)?
    for stretch in stretches(near: condition, size, place) {
      var inner = place
      inner.stretch = stretch
      let share = self.share(of: condition, inner)
      if share.got > 0, best.map({ $0.share < share }) ?? true { best = (share, stretch) }
    }
    return best?.stretch
  }

  /// The stretches around any word of a condition.
  private func stretches(near condition: CompiledCondition, _ size: Within, _ place: Place) -> [Range<Int>] {
    switch size {
    case .document: return [place.stretch]
    case .passage: return stretches(for: condition, size, place)
    default: break
    }
    var tokens: [Int] = []
    collectWords(of: condition, place.stretch, into: &tokens)
    tokens.sort()
    var result: [Range<Int>] = []
    for token in tokens {
      if let last = result.last, last.contains(token) { continue }
      let stretch = layout.stretch(.init(size), around: token, index).clamped(to: place.stretch)
      if !stretch.isEmpty, result.last != stretch { result.append(stretch) }
    }
    return result
  }

  private func collectWords(
    of condition: CompiledCondition, _ stretch: Range<Int>, into tokens: inout [Int]
  ) {
    switch condition {
    case .term(let term), .atLeast(_, let term, _): tokens += words(of: term, stretch)
    case .all(let parts), .any(let parts):
      for part in parts { collectWords(of: part, stretch, into: &tokens) }
    case .compared(let comparison): tokens += words(of: comparison.first, stretch)
    case .together(let a, let b, _), .about(let a, let b, _, _):
      collectWords(of: a, stretch, into: &tokens)
      collectWords(of: b, stretch, into: &tokens)
    case .filtered(let inner, _): collectWords(of: inner, stretch, into: &tokens)
    case .not, .clause, .linked: break
    }
  }

  private func words(of term: CompiledTerm, _ stretch: Range<Int>) -> [Int] {
    switch term {
    case .slot(let slot), .label(let slot): return occurrences(slot, in: stretch).map { $0.tokens.lowerBound }
    case .part, .nothing: return []
    default:
      let place = Place(stretch: stretch, filter: .ofParts)
      return all(of: term, place).map { max($0.tokens.lowerBound, stretch.lowerBound) }
    }
  }

  /// How much of a condition is there.
  struct Share {
    var got: Int
    var of: Int

    static func < (a: Share, b: Share) -> Bool { a.got * b.of < b.got * a.of }
  }

  /// A word that may be credited counts twice one that may not.
  func share(of condition: CompiledCondition, _ place: Place) -> Share {
    switch condition {
    case .term(let term):
      if first(of: term, place) != nil { return Share(got: 4, of: 4) }
      if case .slot(let slot) = term {
        return Share(got: occurrences(slot, in: place.stretch).isEmpty ? 0 : 2, of: 4)
      }
      return Share(got: 0, of: 4)
    case .clause: return Share(got: 0, of: 0)
    case .all(let parts):
      return parts.reduce(Share(got: 0, of: 0)) { sum, part in
        let share = self.share(of: part, place)
        return Share(got: sum.got + share.got, of: sum.of + share.of)
      }
    case .any(let parts):
      var best = Share(got: 0, of: 4)
      for part in parts {
        let share = self.share(of: part, place)
        if best < share { best = share }
      }
      return best
    case .not(let inner):
      var ignored: [Hit] = []
      return Share(got: 0, of: holds(inner, place, &ignored) ? 2 : 0)
    case .filtered(let inner, let change):
      var narrowed = place
      narrowed.filter = change.applied(to: place.filter)
      return share(of: inner, narrowed)
    case .linked:
      var ignored: [Hit] = []
      return Share(got: holds(condition, place, &ignored) ? 4 : 0, of: 4)
    case .compared(let comparison):
      var ignored: [Hit] = []
      let some = first(of: comparison.first, place) != nil ? 2 : 0
      return Share(got: holds(condition, place, &ignored) ? 4 : some, of: 4)
    case .together(let a, let b, _), .about(let a, let b, _, _):
      let (first, second) = (share(of: a, place), share(of: b, place))
      var ignored: [Hit] = []
      let isWhole = first.got == first.of && second.got == second.of && holds(condition, place, &ignored)
      return Share(got: first.got + second.got + (isWhole ? 1 : 0), of: first.of + second.of + 1)
    case .atLeast(let count, let term, _):
      return Share(got: min(all(of: term, place).count, count), of: count)
    }
  }

  /// Why an occurrence may not be credited at a place, in words; nil where it may.
  func obstacle(_ occurrence: Occurrence, _ slot: Int, _ place: Place) -> String? {
    guard !isVisible(occurrence, slot, place) else { return nil }
    let token = occurrence.tokens.lowerBound
    let flags = index.flags[token]
    if flags.contains(.label) || flags.contains(.prompt) { return "stands in a heading, a label or a prompt" }
    if !flags.contains(.evidence) { return "stands where nothing is credited" }
    let filter = place.filter
    let polarity: UInt8 = flags.contains(.negated) ? 2 : flags.contains(.hypothetical) ? 4 : 1
    if filter.polarities & polarity == 0 {
      return polarity == 2 ? "denied" : polarity == 4 ? "only supposed" : "neither denied nor supposed"
    }
    let sentence = Int(index.sentenceOf[token])
    if sentence >= 0, echoes[sentence] { return "repeats the unit's own wording" }
    if let why = obstacle(inClauseOf: token, filter) { return why }
    let block = Int(index.blockOf[token])
    if let role = text.blocks[block].role, let demands = filter.demands, !demands.roles.isEmpty {
      return "stands in the role '" + role.rawValue + "'"
    }
    return "stands elsewhere than the rule asks"
  }

  private func obstacle(inClauseOf token: Int, _ filter: ClauseFilter) -> String? {
    let number = Int(index.clauseOf[token])
    guard number >= 0 else { return nil }
    let clause = text.clauses[number]
    let (voice, speaker): (UInt8, String) =
      switch clause.voice {
      case .own: (1, "the learner's own")
      case .other: (2, "somebody else's")
      case .general: (4, "nobody's in particular")
      }
    if filter.voices & voice == 0 { return "the clause is " + speaker }
    if filter.strengths & (1 << UInt8(truncatingIfNeeded: clause.strength.rawValue)) == 0 {
      return Self.claim(clause.strength)
    }
    if filter.asked & (clause.asked ? 2 : 1) == 0 { return clause.asked ? "a question" : "no question" }
    return nil
  }

  private static func claim(_ strength: Strength) -> String {
    switch strength {
    case .none: "says nothing of doing"
    case .aspiration: "only wished for"
    case .plan: "only planned"
    case .done: "done, not planned and without a result"
    case .result: "a result without a figure"
    case .resultWithData: "a result with a figure"
    case .corroborated: "a corroborated result"
    }
  }
}
