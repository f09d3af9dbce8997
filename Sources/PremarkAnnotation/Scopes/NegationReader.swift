import PremarkText

/// Finds what negation reaches in a sentence.
///
/// **Convention.** The suites differ: CD-SCO (Morante & Daelemans 2012) takes the whole clause with its subject,
/// NegEx (Chapman et al. 2001) all that follows up to a contrast, BioScope and SFU (Vincze et al. 2008; Konstantinova et
/// al. 2012) what follows in the clause and, in the passive, the subject. Here, as in the last: a scope runs from
/// behind the cue to the end of its clause, through what is said, thought or defined in it ("I did not know [that we
/// can offer £60]") and through lists, and ends before a contrast ("but", "although", "except"), a reason ("because",
/// "due to"), a bracket, or a new subject with its verb. The subject of an active verb stays outside; that of a
/// passive ("[Objective 2] was not [met]") is a second scope of the same cue. Where nothing follows the cue ("I
/// learned nothing"), it reaches back to the verb. The cue is never inside.
///
/// **Cues.** not, n't (with or without its apostrophe), never, no, none, nobody, nothing, nowhere, neither, nor,
/// without, no longer, hardly, barely, scarcely, unable to, yet to, fail, refuse, decline, neglect or forget to, deny,
/// lack (of), absence of, free of, negative for. No cue is found inside words ("unhappy").
///
/// **No negation** is what only looks it: "not only … but", "no doubt", "no more than three" and other limits, "why
/// not", "No. 3", "can't wait", "never mind", "nothing but", "couldn't agree more", tag questions, and two cues that
/// undo each other ("not without", "did not fail to").
struct NegationReader {
  private let reader: ClauseReader
  private let reach: ScopeReach
  private var found: [ScopeDraft] = []

  init(_ reader: ClauseReader, _ clauses: [ClauseDraft]) {
    self.reader = reader
    reach = ScopeReach(reader: reader, clauses: clauses)
  }

  /// All scopes of the sentence by the start of what they reach.
  mutating func scopes() -> [ScopeDraft] {
    var index = reader.range.lowerBound
    while index < reader.range.upperBound { index = read(index) }
    found.sort { ($0.reach.lowerBound, $0.cue.lowerBound) < ($1.reach.lowerBound, $1.cue.lowerBound) }
    return found
  }

  /// Reads a cue at the token, if there is one, and returns where to go on.
  private mutating func read(_ index: Int) -> Int {
    let word = reader.word(index)
    if word.has([.negator, .negated]) { return verbal(index) }
    if word.has(.absence) { return absence(index) }
    if let cue = lexicalCue(index) {
      let scope = reach.toClauseEnd(from: cue.upperBound, sharesVerbs: true)
      add(cue, isNoun(cue.lowerBound) ? beforeVerb(scope) : scope)
      return cue.upperBound
    }
    return index + 1
  }

  private func isNoun(_ cue: Int) -> Bool {
    reader.functionWord(cue) == .lack || reader.functionWord(cue) == .absence
  }

  /// "The lack of [support] made it hard": the cue is in the subject, the verb outside.
  private func beforeVerb(_ scope: Range<Int>) -> Range<Int> {
    for index in scope {
      if reader.word(index).has(.relative) { return scope }
      if index > scope.lowerBound, reader.word(index).has(.subjectPronoun) {
        return reach.trimmed(scope.lowerBound..<index)
      }
      if let head = reader.verbHead(at: index), !head.isBare {
        return reach.trimmed(scope.lowerBound..<index)
      }
    }
    return scope
  }

  // MARK: not, n't, never, hardly

  private mutating func verbal(_ index: Int) -> Int {
    if let end = idiom(afterNot: index) { return end }
    if isTagQuestion(index) { return index + 1 }
    let cue = index..<index + 1
    let scope = reach.toClauseEnd(from: index + 1, sharesVerbs: true)
    if undoes(scope) { return scope.upperBound }
    guard !isOnlyAdverbs(scope) else {
      if !reader.word(index).has(.negated) { addBackward(cue, to: index) }
      return index + 1
    }
    add(cue, beforeLimit(scope, after: index))
    addPassiveSubject(cue, verb: mainVerb(after: index))
    return index + 1
  }

  /// "not only", "not just", "can't wait", "why not", "not least": where the idiom ends; nil where it is none.
  private func idiom(afterNot index: Int) -> Int? {
    let next = reader.functionWord(index + 1)
    let isNot = reader.word(index).has(.negator) && reader.functionWord(index) == .not
    switch next {
    case .only where !reader.word(index).has(.negated), .merely, .solely, .simply: return index + 2
    case .just where isNot: return index + 2
    case .wait where reader.word(index).has(.negated): return index + 2
    case .mind where reader.functionWord(index) == .never: return index + 2
    case .least where isNot, .surprisingly where isNot: return index + 2
    case .without where isNot: return index + 2
    case .to where isNot && reader.functionWord(index + 2) == .mention: return index + 3
    case .later, .less, .fewer, .more, .earlier:
      if reader.functionWord(index + 2) == .than { return index + 3 }
    case .agree, .be:
      if reader.word(index).has(.negated), followsMore(index + 2) { return index + 3 }
    default: break
    }
    if isNot, reader.functionWord(index - 1) == .why { return index + 1 }
    if isNot, reader.functionWord(index - 1) == .or, isEnd(index + 1) { return index + 1 }
    if isNot, reader.functionWord(index - 1) == .or, reader.functionWord(index - 2) == .whether {
      return index + 1
    }
    if isNot, reader.functionWord(index - 1) == .if, isEnd(index + 1) { return index + 1 }
    return nil
  }

  private func followsMore(_ index: Int) -> Bool {
    reader.functionWord(index) == .more
      || reader.word(index).has(.adjective) && reader.functionWord(index) != .able
      || reader.functionWord(index) == .happier || reader.functionWord(index) == .better
  }

  private func isEnd(_ index: Int) -> Bool {
    index >= reader.range.upperBound || reader.tokens[index].kind == .symbol
  }

  /// ", didn't I?"
  private func isTagQuestion(_ index: Int) -> Bool {
    guard reader.word(index).has(.negated), reader.functionWord(index - 1) == .comma else { return false }
    return isEnd(index + 2) && !isEnd(index + 1)
  }

  /// True where a second cue takes the first one back: "could not have done it without", "did not fail to".
  private func undoes(_ scope: Range<Int>) -> Bool {
    for index in scope.prefix(8) {
      switch reader.functionWord(index) {
      case .without: return reader.functionWord(index - 1) != .or && reader.functionWord(index - 1) != .and
      case .fail, .forget: return index < scope.lowerBound + 2 && reader.functionWord(index + 1) == .to
      default: continue
      }
    }
    return false
  }

  private func isOnlyAdverbs(_ scope: Range<Int>) -> Bool {
    scope.allSatisfy {
      reader.functionWord($0) == .yet || reader.functionWord($0) == .either
        || reader.functionWord($0) == .anymore
    }
  }

  /// "nobody left waiting [longer than ninety seconds]": without a finite verb, the limit stays affirmed.
  private func beforeLimit(_ scope: Range<Int>, after cue: Int) -> Range<Int> {
    guard reach.clauses[reach.clause(of: cue)].verbs.isEmpty || reader.word(cue).has(.absence) else {
      return scope
    }
    for index in scope {
      switch reader.functionWord(index) {
      case .longer, .more, .less, .fewer, .later:
        if reader.functionWord(index + 1) == .than { return reach.trimmed(scope.lowerBound..<index) }
      case .below, .under, .above, .over:
        if isNumber(index + 1) { return reach.trimmed(scope.lowerBound..<index) }
      default: continue
      }
    }
    return scope
  }

  private func isNumber(_ index: Int) -> Bool {
    index < reader.range.upperBound
      && (reader.tokens[index].kind == .number || reader.word(index).has(.number))
  }

  // MARK: no, none, nobody, nothing, neither, nor, without

  private mutating func absence(_ index: Int) -> Int {
    guard let end = cueEnd(ofAbsence: index) else { return index + 1 }
    let cue = index..<end
    var scope = reach.toClauseEnd(from: min(end, reader.range.upperBound - 1), sharesVerbs: false)
    if end >= reader.range.upperBound { scope = end..<end }
    if reader.functionWord(index) == .without, opensClause(index) { scope = upToComma(scope) }
    if reader.functionWord(index) == .neither { scope = upToNor(scope) }
    if scope.isEmpty {
      if reader.functionWord(index) != .no { addBackward(cue, to: index) }
    } else {
      if isObjectPronoun(index) { addBackward(cue, to: index) }
      add(cue, beforeLimit(scope, after: index))
      addPassiveSubject(cue, verb: reader.functionWord(end - 1) == .longer ? mainVerb(after: index) : nil)
    }
    return end
  }

  /// Where the cue ends; nil where it is none.
  private func cueEnd(ofAbsence index: Int) -> Int? {
    let next = reader.functionWord(index + 1)
    switch reader.functionWord(index) {
    case .no:
      if isSpoken(index) { return nil }
      if index + 1 < reader.range.upperBound, reader.tokens[index + 1].kind == .number { return nil }
      if next == .stop, isNumber(index + 2) { return nil }
      switch next {
      case .comma, .stop, .exclamation, .question, .colon, .doubt, .problem, .wonder, .matter, .sooner:
        return nil
      case .one, .longer: return index + 2
      case .hyphen: return reader.functionWord(index + 2) == .one ? index + 3 : nil
      case .more, .later, .less, .fewer, .earlier, .higher, .lower, .greater:
        return reader.functionWord(index + 2) == .than ? nil : index + 1
      case .other: return reader.functionWord(index + 2) == .than ? nil : index + 1
      default: return index + 1
      }
    case .nothing: return next == .but ? nil : index + 1
    case .noneWord: return next == .other ? nil : index + 1
    case .without:
      switch next {
      case .hesitation, .fail, .doubt, .exception, .questionNoun, .delay: return nil
      case .a:
        switch reader.functionWord(index + 2) {
        case .doubt, .questionNoun: return nil
        default: return index + 1
        }
      default: return index + 1
      }
    default: return index + 1
    }
  }

  /// "I learned nothing from it": the verb before is denied too.
  private func isObjectPronoun(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .nothing, .nobody, .noneWord:
      return reader.verbs.contains { $0.main == index - 1 } && !reader.word(index - 1).has(.auxiliary)
        && !reader.word(index + 1).has([.participle, .gerund])
    default: return false
    }
  }

  /// "said no to the customer", "a no": the word no.
  private func isSpoken(_ index: Int) -> Bool {
    switch reader.functionWord(index - 1) {
    case .say, .says, .said, .saying, .a, .the: return true
    default: return false
    }
  }

  /// "Without a manager, I …": in front of its clause.
  private func opensClause(_ index: Int) -> Bool {
    index <= reach.clauses[reach.clause(of: index)].tokens.lowerBound + 1
  }

  private func upToComma(_ scope: Range<Int>) -> Range<Int> {
    for index in scope where reader.functionWord(index) == .comma { return scope.lowerBound..<index }
    return scope
  }

  private func upToNor(_ scope: Range<Int>) -> Range<Int> {
    for index in scope where reader.functionWord(index) == .nor {
      return reach.trimmed(scope.lowerBound..<index)
    }
    return scope
  }

  // MARK: words that deny by their meaning

  /// The tokens of a cue such as "unable to", "failed to", "lack of"; nil where there is none.
  private func lexicalCue(_ index: Int) -> Range<Int>? {
    let next = reader.functionWord(index + 1)
    switch reader.functionWord(index) {
    case .unable, .failed, .fails, .fail, .failing, .failure, .refused, .refuses, .refuse, .declined,
      .neglected, .forgot,
      .omitted:
      return next == .to ? index..<index + 2 : nil
    case .lack, .absence: return next == .of ? index..<index + 2 : nil
    case .lacks, .lacked, .lacking, .denies, .denied, .deny, .denying: return index..<index + 1
    case .free: return next == .of && reader.functionWord(index - 1) != .feel ? index..<index + 2 : nil
    case .negative: return next == .for ? index..<index + 2 : nil
    case .yet: return next == .to ? index..<index + 2 : nil
    default: return nil
    }
  }

  // MARK: collecting

  private mutating func add(_ cue: Range<Int>, _ scope: Range<Int>) {
    if !scope.isEmpty { found.append(ScopeDraft(cue: cue, reach: scope)) }
  }

  /// Nothing follows the cue: it reaches back to the verb of its clause, or to the start where there is none.
  private mutating func addBackward(_ cue: Range<Int>, to index: Int) {
    let clause = reach.clauses[reach.clause(of: index)]
    var start = clause.tokens.lowerBound
    if let verb = clause.verbs.last(where: { reader.verbs[$0].head < index }) {
      start = reader.verbs[verb].main
      if reader.verbs[verb].main >= index || reader.word(start).has(.auxiliary) { return }
    }
    for mark in start..<index where reader.tokens[mark].kind == .symbol && reader.isJoint(mark) {
      start = mark + 1
    }
    add(cue, reach.trimmed(start..<index))
  }

  /// The verb a negated auxiliary or "not" goes with; nil where it negates no verb.
  private func mainVerb(after cue: Int) -> Int? {
    let clause = reach.clauses[reach.clause(of: cue)]
    for verb in clause.verbs where reader.verbs[verb].head <= cue && cue <= reader.verbs[verb].main {
      return reader.verbs[verb].main
    }
    let next = reader.after(cue)
    return next >= 0 && reader.word(next).has(.participle) && reader.functionWord(cue) == .not ? next : nil
  }

  /// A relative, a conjunction or a mark behind which the verb's own subject begins.
  private func opensSubject(after index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .comma, .quote, .colon, .semicolon, .enDash, .emDash, .close: return true
    default: return reader.word(index).has([.relative, .questionWord]) || isConjunction(index)
    }
  }

  private func isConjunction(_ index: Int) -> Bool {
    reader.word(index).has(.subordinator) && !reader.word(index).has(.preposition)
  }

  /// In the passive ("was not met", "target not met") the subject is denied too.
  private mutating func addPassiveSubject(_ cue: Range<Int>, verb: Int?) {
    guard let verb, reader.word(verb).has(.participle), verb >= cue.upperBound else { return }
    let clause = reach.clauses[reach.clause(of: cue.lowerBound)]
    let group = clause.verbs.first { reader.verbs[$0].main == verb }
    let head = group.map { reader.verbs[$0].head } ?? cue.lowerBound
    let isPassive = (head..<verb).contains { reader.word($0).has(.be) } || head == verb || group == nil
    guard isPassive, head <= cue.lowerBound || group == nil || head == verb else { return }
    var start = clause.tokens.lowerBound
    while start < head,
      reader.isJoint(start) || reader.functionWord(start) == .even
        || reader.word(start).has([.coordinator, .subordinator, .complementiser])
    {
      start += 1
    }
    for index in start..<max(start, head) where opensSubject(after: index) { start = index + 1 }
    add(cue, reach.trimmed(start..<max(start, min(head, cue.lowerBound))))
  }
}
