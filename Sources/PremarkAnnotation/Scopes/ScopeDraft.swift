import PremarkText

/// A cue and the tokens it reaches, before spans are made of them.
struct ScopeDraft {
  /// Tokens of the cue.
  let cue: Range<Int>
  /// Tokens reached; never holds the cue.
  let reach: Range<Int>
}

/// How far a cue reaches inside its sentence.
struct ScopeReach {
  let reader: ClauseReader
  let clauses: [ClauseDraft]

  /// The clause that holds the token.
  func clause(of index: Int) -> Int {
    var low = 0
    var high = clauses.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if clauses[middle].tokens.lowerBound <= index { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// From a token to where its clause ends, with the complement and relative clauses that hang on it and the verbs
  /// that share its auxiliary; without what contrasts with it, and without marks at the ends.
  ///
  /// - Parameter sharesVerbs: whether "and listen" after "did not attend" is reached too.
  func toClauseEnd(from start: Int, sharesVerbs: Bool) -> Range<Int> {
    let own = clause(of: start)
    var end = clauses[own].tokens.upperBound
    var next = own + 1
    while next < clauses.count, isDependent(next, sharesVerbs: sharesVerbs) {
      end = clauses[next].tokens.upperBound
      next += 1
    }
    return trimmed(start..<stop(from: start, end: end, own: own))
  }

  private func isDependent(_ index: Int, sharesVerbs: Bool) -> Bool {
    let clause = clauses[index]
    let first = clause.tokens.lowerBound
    switch clause.joint {
    case .said: return true
    case .relative: return reader.functionWord(first - 1) != .comma
    case .beside:
      guard sharesVerbs, !clause.verbs.isEmpty, reader.verbs[clause.verbs.lowerBound].isBare else {
        return false
      }
      return reader.functionWord(first) == .or || reader.functionWord(first) == .and
    default: return false
    }
  }

  /// The first token from `start` on that ends the reach: contrast, reason, a mark that is not a list's.
  private func stop(from start: Int, end: Int, own: Int) -> Int {
    let verbs = clauses[own].verbs
    let ownVerb = verbs.last { reader.verbs[$0].head <= start }
    var index = start
    while index < end {
      switch reader.functionWord(index) {
      case .semicolon, .enDash, .emDash, .open, .openSquare, .question, .bullet: return index
      case .stop,
        .exclamation where index + 1 == end:
        return index

      case .colon: if index + 1 < end, reader.tokens[index + 1].followsSpace { return index }
      case .comma:
        if !isListComma(index, end) && !isBareList(after: index, start..<end) || startsNextCue(index + 1) {
          return index
        }
      case .and, .or, .nor:
        if index > start, startsNextCue(index + 1) || opensGerund(index, start..<index) { return index }
      case .but, .however, .although, .though, .except, .unless, .because, .instead:
        if index > start { return index }
      case .rather: if reader.functionWord(index + 1) == .than { return index }
      default:
        if reader.word(index).has(.contrast), index > start, reader.functionWord(index) != .instead {
          return index
        }
        if isReason(index) { return index }
      }
      if let ownVerb, index > reader.verbs[ownVerb].main, clauses[own].tokens.contains(index),
        let head = reader.verbHead(at: index), !head.isBare, !isSaid(head, after: ownVerb),
        reader.functionWord(head.head) != .having
      {
        return index
      }
      index += 1
    }
    return end
  }

  /// "no lateness [and no sickness]": the next cue has its own reach.
  private func startsNextCue(_ index: Int) -> Bool {
    if reader.word(index).has([.absence, .negated]) || reader.functionWord(index) == .not { return true }
    return reader.word(index).has(.coordinator) && reader.word(index + 1).has(.absence)
  }

  /// "due to", "owing to", "thanks to".
  private func isReason(_ index: Int) -> Bool {
    reader.functionWord(index) == .due && reader.functionWord(index + 1) == .to
  }

  /// A comma goes on where "or", "and" or "nor" closes a list after it, at most 24 tokens on.
  private func isListComma(_ index: Int, _ end: Int) -> Bool {
    var at = index + 1
    if reader.word(at).has([.relative, .subordinator]) { return false }
    if reader.word(at).has(.gerund), !isItemEnd(at + 1, end) { return false }
    while at < end, at < index + 24 {
      switch reader.functionWord(at) {
      case .or, .and, .nor: return true
      case .but, .semicolon, .open: return false
      default: at += 1
      }
    }
    return false
  }

  /// The mark or joint behind an item of a list: "nausea, [vomiting], or", "falling [and] shaking".
  private func isItemEnd(_ index: Int, _ end: Int) -> Bool {
    guard index < end else { return true }
    switch reader.functionWord(index) {
    case .comma, .or, .and, .nor, .stop: return true
    default: return false
    }
  }

  /// "no murmurs[, rubs, gallops]": a list of three or more single words without "or" up to the end.
  private func isBareList(after comma: Int, _ scope: Range<Int>) -> Bool {
    var at = comma
    var items = 1
    var first = comma
    while first > scope.lowerBound, reader.functionWord(first - 1) != .comma { first -= 1 }
    if first > scope.lowerBound {
      items += 1
    } else if comma - scope.lowerBound > 2 {
      return false
    }
    while at < scope.upperBound, reader.functionWord(at) == .comma {
      guard at + 1 < scope.upperBound, isPlainNoun(at + 1), isItemEnd(at + 2, scope.upperBound) else {
        return false
      }
      items += 1
      at += 2
    }
    return items >= 3 && (at >= scope.upperBound || reader.functionWord(at) == .stop)
  }

  private func isPlainNoun(_ index: Int) -> Bool {
    guard reader.tokens[index].kind == .word, !reader.tokens[index].isCapitalised else { return false }
    return !reader.word(index).has([
      .adverb, .adjective, .subjectPronoun, .determiner, .preposition, .auxiliary, .pastForm, .firstObject,
      .thing,
      .to, .generic, .contraction, .timeWord,
    ])
  }

  /// "without difficulty [and walking on his own]": a gerund joined to a noun is no part of what is denied.
  private func opensGerund(_ joint: Int, _ scope: Range<Int>) -> Bool {
    guard reader.functionWord(joint) == .and, reader.word(joint + 1).has(.gerund),
      !reader.word(joint + 1).has(.alsoNoun)
    else { return false }
    return reader.functionWord(scope.lowerBound - 1) == .without
      && !scope.contains { reader.word($0).has(.gerund) }
  }

  /// "I do not believe the patient [is] better": the first verb after one of saying, with its subject between.
  private func isSaid(_ head: VerbGroup, after own: Int) -> Bool {
    let main = reader.verbs[own].main
    guard reader.word(main).has(.saying), own + 1 < reader.verbs.count,
      reader.verbs[own + 1].head == head.head,
      head.head > main + 1
    else { return false }
    return !(main + 1..<head.head).contains { reader.isJoint($0) }
  }

  /// Without marks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = max(range.lowerBound, range.upperBound)
    while low < high, isMark(low) { low += 1 }
    while high > low, isMark(high - 1) { high -= 1 }
    return low..<high
  }

  private func isMark(_ index: Int) -> Bool {
    guard reader.tokens[index].kind == .symbol else { return false }
    switch reader.functionWord(index) {
    case .percent, .openSquare, .closeSquare: return false
    default: return reader.isJoint(index)
    }
  }
}
