import PremarkText

/// What surrounds a clause and colours how far its claim goes.
struct ClaimContext {
  /// What the block's column, label or heading makes of it.
  let role: Role?
  /// The block is a dated entry of a log or review, or stands under a dated heading.
  let isDatedEntry: Bool
  /// The block is a cell or a list item, where a bare verb has the writer as its subject.
  let isFragmentary: Bool
}

/// Decides how far a clause's claim goes, by its verb group, its figures and its sources.
struct StrengthReader {
  let reader: ClauseReader
  let clauses: [ClauseDraft]
  let mentions: Mentions
  let hypotheses: [ScopeDraft]
  let context: ClaimContext

  /// The strength of a clause in that voice.
  func strength(of index: Int, voice: Voice, asked: Bool) -> Strength {
    let clause = clauses[index]
    if asked || voice == .general || context.role == .meta || context.role == .agreement { return .none }
    if isOpenField(index) { return .none }
    guard let verb = clause.verbs.first.map({ reader.verbs[$0] }) else { return withoutVerb(clause) }
    if verb.isReduced, opensWithInfinitive(clause.tokens) { return .plan }
    if isSupposed(verb, clause) { return isWish(verb) ? .aspiration : .none }
    if opensWithBase(clause, verb) { return .plan }
    let claim = verbal(verb, clause, index)
    guard claim >= .done else { return claim }
    return weighed(claim, clause)
  }

  /// "Done on:   With:", "What's changing:": a label that nothing follows but labels. What somebody says to lead in ("I
  /// set myself these things:") is none.
  private func isOpenField(_ index: Int) -> Bool {
    clauses[index...].allSatisfy { reader.functionWord($0.tokens.upperBound - 1) == .colon }
      && !clauses[index].tokens.contains { reader.word($0).has([.firstPerson, .firstPlural]) }
  }

  /// The verb lies in a hypothesis, or its clause opens with a condition.
  private func isSupposed(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    hypotheses.contains { scope in
      scope.reach.contains(verb.main) && (scope.cue.lowerBound >= clause.tokens.lowerBound)
        && !isHope(scope.cue.lowerBound)
    }
  }

  private func isHope(_ cue: Int) -> Bool {
    switch reader.functionWord(cue) {
    case .hopefully, .ideally: true
    default: false
    }
  }

  /// "Change desks with Sunil and see how he keeps his list" in an activity column.
  private func opensWithBase(_ clause: ClauseDraft, _ verb: VerbGroup) -> Bool {
    guard context.isFragmentary, clause.joint == .start else { return false }
    switch context.role {
    case .activity, .objective, .need: break
    default: return false
    }
    var start = clause.tokens.lowerBound
    while start < verb.head, reader.tokens[start].kind == .symbol { start += 1 }
    let head = reader.word(verb.head)
    return start < verb.head && reader.word(start).has(.baseVerb) && !head.has([.past, .have])
      && !(head.has(.pastForm) && !head.has([.participle, .baseVerb]))
  }

  // MARK: with a verb

  private func verbal(_ verb: VerbGroup, _ clause: ClauseDraft, _ index: Int) -> Strength {
    let head = reader.word(verb.head)
    if isWish(verb) { return .aspiration }
    if head.has(.will) { return .plan }
    if head.has(.supposing) { return reportedPlan(index) }
    if isToBeDone(verb, clause) { return .plan }
    if verb.isBare { return bare(verb, index) }
    if isIntent(verb, clause) { return .plan }
    if isArranged(verb, clause) { return .plan }
    if head.has(.can) { return hasNow(clause) ? .result : .none }
    if head.has([.have, .possessive]) { return perfect(verb, clause) }
    if head.has(.be) { return being(verb, clause) }
    if head.has(.doVerb), verb.main > verb.head { return head.has(.past) ? .done : .none }
    if head.has(.pastForm) { return isInstruction(verb, clause) ? .plan : outcome(verb, clause) }
    if isObligation(verb) { return .aspiration }
    return hasNow(clause) ? .result : .none
  }

  /// "want to", "would like to", "am keen to", "my ambition is".
  private func isWish(_ verb: VerbGroup) -> Bool {
    let main = reader.word(verb.main)
    switch reader.functionWord(verb.main) {
    case .like, .love, .prefer: return reader.word(verb.head).has(.supposing)
    default: break
    }
    if main.has(.wish), main.has(.anyVerb) { return true }
    guard main.has(.be), let next = complement(of: verb) else {
      return verb.head < verb.main && reader.word(verb.main + 1).has(.wish) && main.has(.be)
    }
    if reader.word(next).has(.wish), !reader.word(next).has(.preposition) { return true }
    return subjectHolds(.aspirationNoun, verb)
  }

  private func complement(of verb: VerbGroup) -> Int? {
    let next = reader.after(verb.main)
    return next >= 0 ? next : nil
  }

  private func subjectHolds(_ classes: WordClass, _ verb: VerbGroup) -> Bool {
    var at = verb.head - 1
    while at >= reader.range.lowerBound, verb.head - at < 7, !reader.isJoint(at) {
      if reader.word(at).has(classes) { return true }
      at -= 1
    }
    return false
  }

  private func subjectNames(_ verb: VerbGroup, _ matches: (FunctionWord) -> Bool) -> Bool {
    var at = verb.head - 1
    while at >= reader.range.lowerBound, verb.head - at < 7, !reader.isJoint(at) {
      if matches(reader.functionWord(at)) { return true }
      at -= 1
    }
    return false
  }

  /// "plan to", "am going to", "my aim is to", "is to be completed".
  private func isIntent(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    let main = reader.word(verb.main)
    if reader.functionWord(verb.main) == .going, reader.word(verb.head).has(.be) {
      return reader.word(verb.main + 1).has(.to) || reader.functionWord(verb.main + 1) == .for
    }
    if main.has(.intent), main.has(.anyVerb) {
      if reader.functionWord(verb.main) == .agreed || reader.functionWord(verb.main) == .mean {
        return reader.word(verb.main + 1).has(.to)
      }
      return leadsToInfinitive(verb.main) || reader.functionWord(verb.main + 1) == .on
    }
    guard main.has(.be), !isVisit(verb), let next = complement(of: verb) else { return false }
    if reader.word(next).has(.to), reader.word(next + 1).has([.baseVerb, .be]) {
      return !reader.word(verb.head).has(.past) || subjectHolds(.firstPossessive, verb)
    }
    return false
  }

  /// "have been to see the planners", "Been to sit with Jo": gone there and back.
  private func isVisit(_ verb: VerbGroup) -> Bool {
    guard reader.functionWord(verb.main) == .been, let next = complement(of: verb) else { return false }
    return reader.word(next).has(.to) && reader.word(next + 1).has(.baseVerb)
      && !reader.word(verb.head).has(.supposing)
  }

  private func leadsToInfinitive(_ index: Int) -> Bool {
    (index + 1..<index + 4).contains { reader.word($0).has(.to) }
  }

  /// "am booked on", "is due to", "have enrolled".
  private func isArranged(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    if reader.word(verb.main).has(.arranged), reader.word(verb.main).has([.participle, .pastForm]) {
      switch reader.functionWord(verb.main) {
      case .planned, .signed, .lined, .confirmed:
        return reader.word(verb.head).has(.be) && verb.head < verb.main
      default: return true
      }
    }
    guard reader.word(verb.main).has(.be), let next = complement(of: verb) else { return false }
    return reader.word(next).has(.arranged) && !reader.word(verb.head).has(.past)
  }

  /// "Cut out energy drinks", "Read notice 88" among activities: a form that is base and past.
  private func isInstruction(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    guard reader.word(verb.head).has(.baseVerb), verb.head == clause.tokens.lowerBound else { return false }
    switch context.role {
    case .objective, .activity, .need: return true
    default: return false
    }
  }

  /// "first time resolved from 68 to 75% by 31 January", in a plan: to be resolved.
  private func isToBeDone(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    switch context.role {
    case .objective, .activity, .need, .deadline, .measure, .support, .career: break
    default: return false
    }
    guard verb.main == verb.head, reader.word(verb.head).has(.participle),
      !reader.word(verb.head).has(.past),
      !reader.word(verb.head).has(.doneMark)
        || reader.functionWord(verb.head + 1) == .by && isDay(verb.head + 1)
    else { return false }
    let isPersonal = (clause.tokens.lowerBound..<verb.head).contains {
      reader.word($0).has(.subjectPronoun) || mentions[$0].contains(.person)
    }
    if isPersonal || verb.head == clause.tokens.lowerBound { return false }
    if context.role == .objective || context.role == .measure, context.isFragmentary { return true }
    return clause.tokens.contains {
      reader.functionWord($0) == .by && $0 + 1 < reader.range.upperBound && isDay($0)
    }
  }

  /// A date stands at "by" or right after it.
  private func isDay(_ by: Int) -> Bool {
    !mentions.all(by..<min(by + 3, reader.range.upperBound)).isDisjoint(with: .date)
  }

  private func reportedPlan(_ index: Int) -> Strength {
    guard index > 0, clauses[index].joint == .said, let verb = clauses[index - 1].verbs.last else {
      return .none
    }
    let opens = reader.word(clauses[index].tokens.lowerBound)
    return reader.word(reader.verbs[verb].main).has(.saying) && !opens.has(.questionWord) ? .plan : .none
  }

  /// "Attend Excel course": planned by him who writes; said in passing it is nothing.
  private func bare(_ verb: VerbGroup, _ index: Int) -> Strength {
    switch context.role {
    case .meta, .agreement, .strength, .weakness, .threat, .level, .priority, .feedback: return .none
    // "5 March. Review with Denise."
    case _ where context.isDatedEntry && reader.word(verb.head).has(.alsoNoun): return .none
    default: return .plan
    }
  }

  private func perfect(_ verb: VerbGroup, _ clause: ClauseDraft) -> Strength {
    if isVisit(verb) { return .done }
    if verb.main == verb.head {
      if reader.word(verb.main + 1).has(.to) { return reader.word(verb.head).has(.past) ? .done : .none }
      return reader.word(verb.head).has(.past) ? .done : .none
    }
    if reader.functionWord(verb.main) == .got { return leadsToFigure(verb, clause) ? .done : .none }
    if reader.functionWord(verb.main) == .been, verb.head + 2 >= verb.main {
      return copula(verb, clause, isPast: true)
    }
    return outcome(verb, clause)
  }

  private func leadsToFigure(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    mentions.all(verb.main..<clause.tokens.upperBound).contains(.outcomeFigure)
  }

  private func being(_ verb: VerbGroup, _ clause: ClauseDraft) -> Strength {
    let head = reader.word(verb.head)
    let main = reader.word(verb.main)
    if isVisit(verb) { return .done }
    if verb.main > verb.head {
      if main.has(.gerund) { return progressive(verb, clause) }
      if main.has(.participle) {
        if head.has(.past) || reader.word(verb.main).has([.doneMark, .outcome]) || isFinished(verb.main) {
          return outcome(verb, clause)
        }
        return hasNow(clause) ? .result : .none
      }
    }
    return copula(verb, clause, isPast: head.has(.past))
  }

  func isFinished(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .done, .completed, .finished, .closed: true
    default: false
    }
  }

  /// "am working on it" is under way; with a day to come it is arranged.
  private func progressive(_ verb: VerbGroup, _ clause: ClauseDraft) -> Strength {
    if reader.word(verb.head).has(.past) { return .done }
    let marks = mentions.all(verb.main..<clause.tokens.upperBound)
    if marks.contains(.date) || (verb.main..<clause.tokens.upperBound).contains(where: { isToCome($0) }) {
      return .plan
    }
    switch reader.functionWord(verb.main) {
    case .waiting, .looking, .trying: return .plan
    case .working, .doing, .attending, .studying, .learning, .using, .shadowing, .completing, .taking,
      .practising,
      .listening, .reading, .coaching, .following, .getting, .keeping:
      return hasNow(clause) ? .result : .done
    default: return hasNow(clause) ? .result : isLogged ? .done : .none
    }
  }

  private func isToCome(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .next, .tomorrow, .soon: true
    default: false
    }
  }

  /// was, is: a figure of a measure is a result, a place or state in the past was done.
  private func copula(_ verb: VerbGroup, _ clause: ClauseDraft, isPast: Bool) -> Strength {
    let after = verb.main + 1..<max(verb.main + 1, clause.tokens.upperBound)
    if subjectNames(verb, { $0 == .target || $0 == .goal || $0 == .objective || $0 == .pass }) {
      return after.contains { isFinished($0) || reader.functionWord($0) == .met }
        ? outcome(verb, clause) : .none
    }
    let marks = mentions.all(after)
    if isPast, let next = complement(of: verb), isPlace(next) { return .done }
    if let next = complement(of: verb), isDirection(next),
      holdsMeasure(clause) || marks.contains(.outcomeFigure)
    {
      return .result
    }
    let isFigure =
      marks.contains(.outcomeFigure) || !marks.isDisjoint(with: [.figure, .number]) && holdsMeasure(clause)
    if isFigure, isPast || hasNow(clause) || isLogged { return .result }
    if let next = complement(of: verb), reader.word(next).has(.unfinished) { return .plan }
    if after.contains(where: { reader.word($0).has(.outcome) }), !isPast { return .result }
    if hasNow(clause), after.contains(where: { isBetter($0) }) { return .result }
    return .none
  }

  /// "am now able to", "is now more accurate".
  private func isBetter(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .able, .more, .less, .better: true
    default: false
    }
  }

  private func isDirection(_ index: Int) -> Bool {
    reader.functionWord(index) == .up || reader.functionWord(index) == .down
  }

  /// "was on the course", "have been with the company"; "was under 70" is a figure.
  private func isPlace(_ index: Int) -> Bool {
    guard reader.word(index).has(.preposition) else { return false }
    switch reader.functionWord(index) {
    case .under, .over, .above, .below, .up, .down, .about, .at: return false
    default: return true
    }
  }

  var isLogged: Bool {
    if context.isDatedEntry { return true }
    switch context.role {
    case .progress, .review: return true
    default: return false
    }
  }

  /// Past and perfect: done, or what came of it.
  func outcome(_ verb: VerbGroup, _ clause: ClauseDraft) -> Strength {
    if reader.word(verb.main).has(.outcome) { return isOutcomeObject(verb) ? .result : .done }
    if isMovement(verb.main), movesAlong(verb, clause) { return .result }
    if hasNow(clause) && !reader.word(verb.head).has(.past) { return .result }
    return .done
  }

  /// "met with Helen" and "met Priya" are meetings, "reached out" is no result.
  private func isOutcomeObject(_ verb: VerbGroup) -> Bool {
    let next = reader.after(verb.main)
    switch reader.functionWord(verb.main) {
    case .met:
      guard next >= 0 else { return true }
      if reader.functionWord(next) == .with || reader.word(next).has([.somebody, .thirdOther]) {
        return false
      }
      return mentions[next].isDisjoint(with: [.person, .role])
    case .reached: return next < 0 || reader.functionWord(next) != .out
    default: return next < 0 || !reader.word(next).has(.firstObject)
    }
  }

  func isMovement(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .went, .gone, .came, .come, .brought, .got, .moved, .cut, .made, .taken, .took: true
    default: false
    }
  }

  private func movesAlong(_ verb: VerbGroup, _ clause: ClauseDraft) -> Bool {
    let after = verb.main + 1..<max(verb.main + 1, clause.tokens.upperBound)
    if mentions.all(after).contains(.outcomeFigure) { return true }
    guard holdsMeasure(clause) || subjectHolds([.firstPossessive, .firstPluralOther], verb) else {
      return false
    }
    return after.prefix(8).contains { reader.functionWord($0) == .up || reader.functionWord($0) == .down }
  }

  /// "I need to slow down", "need to get back to 85".
  private func isObligation(_ verb: VerbGroup) -> Bool {
    guard reader.functionWord(verb.main) == .need, reader.word(verb.main + 1).has(.to) else { return false }
    let subject = reader.before(verb.head)
    return subject < 0 || reader.word(subject).has([.firstPerson, .firstPlural])
  }

  func hasNow(_ clause: ClauseDraft) -> Bool {
    clause.tokens.contains { index in
      reader.word(index).has(.now)
        || reader.functionWord(index) == .longer && reader.functionWord(index - 1) == .no
    }
  }

  func holdsMeasure(_ clause: ClauseDraft) -> Bool {
    clause.tokens.contains { reader.word($0).has(.measure) }
  }
}
