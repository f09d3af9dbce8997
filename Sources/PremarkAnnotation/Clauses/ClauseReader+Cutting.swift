import PremarkText

extension ClauseReader {
  /// The sentence cut into clauses: every token in one, in order.
  ///
  /// A cut is made in front of a joint when a verb group stands on both sides of it and the words between the joint
  /// and the next verb can be that verb's subject: "he showed me …, | and I told …", but not "calls and emails".
  func clauses() -> [ClauseDraft] {
    guard verbs.count > 0 else {
      return [ClauseDraft(tokens: range, verbs: 0..<0, joint: .start)]
    }
    var cutter = ClauseCutter(self)
    return cutter.cut()
  }
}

/// Walks a sentence with its verb groups and cuts it.
private struct ClauseCutter {
  private let reader: ClauseReader
  private let range: Range<Int>
  /// For each token of the sentence, the first verb group at or after it, and the first joint after it.
  private var nextVerb: [Int32]
  private var nextJoint: [Int32]
  private var drafts: [ClauseDraft] = []
  private var start: Int
  private var joint: ClauseDraft.Joint = .start
  private var firstVerb = 0
  private var verbsSeen = 0
  private var brackets = 0
  private var inQuote = false

  init(_ reader: ClauseReader) {
    self.reader = reader
    range = reader.range
    start = range.lowerBound
    nextVerb = Array(repeating: Int32(reader.verbs.count), count: range.count + 1)
    nextJoint = Array(repeating: Int32(range.upperBound), count: range.count + 1)
    var verb = reader.verbs.count
    for index in range.reversed() {
      while verb > 0, reader.verbs[verb - 1].head >= index { verb -= 1 }
      let at = index - range.lowerBound
      nextVerb[at] = Int32(verb)
      nextJoint[at] = reader.isJoint(index) ? Int32(index) : nextJoint[at + 1]
    }
  }

  mutating func cut() -> [ClauseDraft] {
    var index = range.lowerBound
    while index < range.upperBound {
      if index > start, let (kind, at) = boundary(at: index) { close(before: at, kind) }
      note(index)
      index += 1
    }
    close(before: range.upperBound, .start)
    return drafts
  }

  private mutating func note(_ index: Int) {
    if verbsSeen < reader.verbs.count, reader.verbs[verbsSeen].head == index { verbsSeen += 1 }
    switch reader.functionWord(index) {
    case .open, .openSquare: brackets += 1
    case .close, .closeSquare: brackets = max(0, brackets - 1)
    case .quote: inQuote.toggle()
    default: break
    }
  }

  private mutating func close(before index: Int, _ next: ClauseDraft.Joint) {
    guard index > start else { return }
    drafts.append(ClauseDraft(tokens: start..<index, verbs: firstVerb..<verbsSeen, joint: joint))
    start = index
    joint = next
    firstVerb = verbsSeen
  }

  private var hasVerb: Bool { verbsSeen > firstVerb }

  /// Head of the first verb group at or after the token; the end of the sentence where there is none.
  private func verb(from index: Int) -> Int {
    guard index < range.upperBound else { return range.upperBound }
    let verb = Int(nextVerb[index - range.lowerBound])
    return verb < reader.verbs.count ? reader.verbs[verb].head : range.upperBound
  }

  private func jointAfter(_ index: Int) -> Int {
    index + 1 < range.upperBound ? Int(nextJoint[index + 1 - range.lowerBound]) : range.upperBound
  }

  /// True where a verb comes before the next joint, so that the words between can be its subject.
  private func leadsToVerb(_ index: Int) -> Bool {
    let verb = verb(from: index + 1)
    return verb < range.upperBound && verb <= jointAfter(index)
  }

  /// Whether a clause begins at the token, and where exactly it is cut.
  private func boundary(at index: Int) -> (ClauseDraft.Joint, Int)? {
    let word = reader.word(index)
    if inQuote, joint != .aside, reader.functionWord(index) != .quote { return nil }
    switch reader.functionWord(index) {
    case .semicolon: return afterMark(index, .beside)
    case .colon where index - start < 3: return nil
    case .colon, .enDash, .emDash, .hyphen, .ellipsis, .arrow, .bullet:
      return reader.isJoint(index) && isApart(index) && hasVerb && hasVerbBeforeStop(index)
        ? afterMark(index, .beside) : nil
    case .open, .openSquare: return bracket(index)
    case .close, .closeSquare:
      return joint == .aside && hasVerb && verb(from: index + 1) < range.upperBound
        ? afterMark(index, .beside) : nil
    case .quote: return quotation(index)
    case .comma: return comma(index)
    default: break
    }
    if word.has(.relative) { return relative(index) }
    if word.has(.complementiser), reader.functionWord(index) == .that { return that(index) }
    if word.has(.subordinator) { return subordinate(index) }
    if word.has(.coordinator) { return coordinate(index) }
    if word.has(.questionWord) { return hasVerb && leadsToVerb(index) ? (.said, index) : nil }
    return unmarked(index)
  }

  private func afterMark(_ index: Int, _ kind: ClauseDraft.Joint) -> (ClauseDraft.Joint, Int)? {
    var at = index + 1
    while at < range.upperBound, reader.isJoint(at), reader.tokens[at].kind == .symbol,
      !opensBracket(at)
    {
      at += 1
    }
    return at < range.upperBound ? (kind, at) : nil
  }

  private func opensBracket(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .open, .openSquare, .quote: true
    default: false
    }
  }

  /// True where white space follows the mark: "5:40" and "2–3" are one.
  private func isApart(_ index: Int) -> Bool {
    index + 1 < range.upperBound && reader.tokens[index + 1].followsSpace
  }

  private func hasVerbBeforeStop(_ index: Int) -> Bool { verb(from: index + 1) < range.upperBound }

  private func bracket(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb || index - start > 2 else { return nil }
    let verb = verb(from: index + 1)
    guard verb < range.upperBound else { return nil }
    var at = index + 1
    let limit = min(verb, index + 24)
    while at < limit {
      if reader.functionWord(at) == .close || reader.functionWord(at) == .closeSquare { return nil }
      at += 1
    }
    return at == verb ? (.aside, index) : nil
  }

  private func quotation(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    if inQuote {
      guard joint == .aside, verb(from: index + 1) < range.upperBound else { return nil }
      return afterMark(index, .beside)
    }
    guard hasVerb, verb(from: index + 1) < range.upperBound, introducesSpeech(index - 1) else { return nil }
    var at = index + 1
    while at < verb(from: index + 1) {
      if reader.functionWord(at) == .quote { return nil }
      at += 1
    }
    return (.aside, index)
  }

  private func introducesSpeech(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .comma, .colon, .enDash, .emDash: true
    default:
      reader.word(index).has([.saying, .thirdOther, .firstObject]) || reader.functionWord(index) == .like
    }
  }

  /// After a comma: a new subject with its verb, or a verb of the same subject.
  private func comma(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb, index + 1 < range.upperBound, leadsToVerb(index) else { return nil }
    let next = reader.word(index + 1)
    if next.has([.coordinator, .subordinator, .relative]) || reader.functionWord(index + 1) == .quote {
      return nil
    }
    let verb = verb(from: index + 1)
    if verb == index + 1 || reader.before(verb) == index { return (.beside, index + 1) }
    return canBeSubject(index + 1..<verb) ? (.beside, index + 1) : nil
  }

  /// Words that can be a subject: they hold a pronoun, a determiner, a name or a plural, and no more than 12 words.
  private func canBeSubject(_ words: Range<Int>) -> Bool {
    guard words.count <= 12 else { return false }
    return words.contains { index in
      let word = reader.word(index)
      if word.has([.subjectPronoun, .determiner, .thing, .generic, .plural, .anybody, .group, .somebody]) {
        return true
      }
      return reader.tokens[index].isCapitalised || reader.functionWord(index) == .you
        || reader.tokens[index].kind == .number
    }
  }

  private func relative(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb, verb(from: index + 1) < range.upperBound, leadsToVerb(index) else { return nil }
    if reader.word(index - 1).has(.preposition), index - 1 > start { return (.relative, index - 1) }
    return (.relative, index)
  }

  private func that(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb, leadsToVerb(index), reader.functionWord(index - 1) != .so else { return nil }
    let verb = verb(from: index + 1)
    if verb == index + 1 {
      return reader.word(index - 1).has([.saying, .coordinator]) ? (.said, index) : (.relative, index)
    }
    return (reader.word(index - 1).has(.saying) ? .said : .relative, index)
  }

  /// because, when …: a clause where a verb follows; "after the course I …" is no clause, "after I …" is.
  private func subordinate(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    let word = reader.word(index)
    guard hasVerb || index - start > 1 && isStrict(index), index + 1 < range.upperBound,
      reader.functionWord(index + 1) != .of
    else { return nil }
    if reader.word(index + 1).has([.coordinator, .preposition]) && !word.has(.condition) { return nil }
    if word.has([.preposition, .adverb]) || reader.functionWord(index) == .as
      || reader.functionWord(index) == .once
    {
      return isOwnSubject(after: index) ? (.under, cutPoint(index)) : nil
    }
    guard leadsToVerb(index) || reader.functionWord(index) == .if else { return nil }
    guard verb(from: index + 1) < range.upperBound else { return nil }
    return (.under, cutPoint(index))
  }

  /// because, although, if: words that are nothing else; a clause may begin after a fragment.
  private func isStrict(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .because, .although, .though, .if, .unless, .while, .when: leadsToVerb(index)
    default: false
    }
  }

  /// Conjunctions in front ("and when", "so that", "even though") go with the clause.
  private func cutPoint(_ index: Int) -> Int {
    var at = index
    while at - 1 > start, reader.word(at - 1).has(.coordinator) || reader.functionWord(at - 1) == .even {
      at -= 1
    }
    return at
  }

  /// True where the words between a joint and the next verb are one noun phrase, so that the verb is the joint's.
  private func isOwnSubject(after index: Int) -> Bool {
    guard leadsToVerb(index) else { return false }
    let verb = verb(from: index + 1)
    if verb == index + 1 { return false }
    let last = reader.before(verb)
    guard last > index else { return false }
    if last == index + 1 { return true }
    if reader.functionWord(index) == .as, reader.functionWord(index + 1) == .a { return false }
    let word = reader.word(last)
    if word.has([.subjectPronoun, .generic]) || reader.functionWord(last) == .you { return false }
    return !reader.tokens[last].isCapitalised && verb - index <= 6
  }

  private func coordinate(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb || followsFragment(index), index + 1 < range.upperBound else { return nil }
    switch reader.functionWord(index) {
    case .then where opensUnder && leadsToVerb(index): return (.beside, index)
    case .then, .yet, .so:
      let previous = reader.word(index - 1)
      guard
        previous.has(.coordinator) || reader.functionWord(index - 1) == .comma
          || reader.functionWord(index) == .so
      else {
        return nil
      }
      if reader.functionWord(index + 1) == .that {
        return verb(from: index + 2) < range.upperBound ? (.under, index) : nil
      }
    default: break
    }
    if reader.word(index - 1).has(.coordinator), index - 1 == start { return nil }
    var from = index
    while reader.word(from + 1).has([.coordinator, .adverb]) && reader.verbHead(at: from + 1) == nil {
      from += 1
    }
    if reader.word(from + 1).has([.subordinator, .questionWord]), !reader.word(from + 1).has(.preposition) {
      return verb(from: from + 2) < range.upperBound ? (.beside, index) : nil
    }
    guard leadsToVerb(from) else { return nil }
    let verb = verb(from: from + 1)
    if verb == from + 1 || reader.before(verb) == index || reader.before(verb) == from {
      return (.beside, index)
    }
    return canBeSubject(from + 1..<verb) ? (.beside, index) : nil
  }

  /// "Site target of 80%, | and the company is trying": a fragment of three words or more, a comma, a new subject.
  private func followsFragment(_ index: Int) -> Bool {
    guard index - start > 3, reader.functionWord(index - 1) == .comma, joint == .start else { return false }
    return reader.word(index + 1).has([.subjectPronoun, .determiner, .thing])
      && !reader.word(start).has(.preposition)
  }

  /// A subject with its verb that nothing joins: "I think | she is right", "When I was off | Priya covered".
  private func unmarked(_ index: Int) -> (ClauseDraft.Joint, Int)? {
    guard hasVerb, reader.verbs[verbsSeen - 1].main < index else { return nil }
    let word = reader.word(index)
    if word.has(.contraction), reader.verbHead(at: index) != nil {
      return (reader.word(index - 1).has(.saying) ? .said : .beside, index)
    }
    let isPronoun = word.has(.subjectPronoun) || reader.functionWord(index) == .you
    let isName =
      reader.tokens[index].isCapitalised && reader.tokens[index].kind == .word && !word.has(.capitalNoise)
    guard isPronoun || isName || word.has(.thing) && !word.has(.determiner), index + 1 < range.upperBound
    else {
      return nil
    }
    let verb = verb(from: index + 1)
    guard verb < range.upperBound, reader.before(verb) == index || verb == index + 1 else { return nil }
    if isName, reader.word(index - 1).has([.preposition, .determiner, .to, .firstPossessive]),
      !(opensUnder && isParticle(index - 1))
    {
      return nil
    }
    if !isPronoun, !isName, reader.word(index - 1).has([.preposition, .to]) { return nil }
    return (unmarkedJoint(after: index - 1), index)
  }

  /// What a clause is that begins with nothing but its subject: said, a contact relative ("the score | I wanted"), or
  /// the main clause after a subordinate one.
  private func unmarkedJoint(after index: Int) -> ClauseDraft.Joint {
    if reader.word(index).has(.saying) { return .said }
    if opensUnder || reader.tokens[index].kind != .word { return .beside }
    return .relative
  }

  /// "was off | Priya covered": a preposition that belongs to the verb before it.
  private func isParticle(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .off, .out, .up, .down, .away, .back: true
    default: false
    }
  }

  /// The clause being read is a subordinate one: "If something goes wrong | you find out".
  private var opensUnder: Bool {
    if joint == .under { return true }
    return (start..<min(start + 3, range.upperBound)).contains {
      reader.word($0).has(.subordinator)
        && (reader.functionWord($0) != .as || reader.word($0 + 1).has(.subjectPronoun))
        || reader.functionWord($0) == .so && reader.functionWord($0 + 1) == .that
    }
  }
}

extension ClauseReader {
  /// The verb group that begins at the token, if one does. Binary search.
  func verbHead(at index: Int) -> VerbGroup? {
    var low = 0
    var high = verbs.count
    while low < high {
      let middle = (low + high) / 2
      if verbs[middle].head < index { low = middle + 1 } else { high = middle }
    }
    return low < verbs.count && verbs[low].head == index ? verbs[low] : nil
  }
}
