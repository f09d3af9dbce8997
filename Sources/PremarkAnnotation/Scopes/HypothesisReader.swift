import PremarkText

/// Finds what is only supposed, wished for or made conditional in a sentence.
///
/// A condition ("if", "unless", "in case", "provided") reaches to the end of its clause; so do would, could, might,
/// should, ought to and the modal may, and hopefully, ideally, perhaps, maybe. "Once" and "when" suppose where their
/// clause is not past and the sentence looks ahead ("once I have passed I will …").
///
/// Not supposed: wishes with would ("I would like to", an aspiration), polite ones ("I would say that"), what would
/// always happen in the past, what somebody said or agreed would happen (a plan reported), what one could see or could
/// not do in the past, and purposes ("so that I could").
struct HypothesisReader {
  private let reader: ClauseReader
  private let reach: ScopeReach
  private var found: [ScopeDraft] = []

  init(_ reader: ClauseReader, _ clauses: [ClauseDraft]) {
    self.reader = reader
    reach = ScopeReach(reader: reader, clauses: clauses)
  }

  /// All scopes of the sentence by the start of what they reach.
  mutating func scopes() -> [ScopeDraft] {
    for index in reader.range {
      let word = reader.word(index)
      if word.has(.condition) {
        condition(index)
      } else if word.has(.supposing) {
        modal(index, word)
      } else {
        other(index)
      }
    }
    return found
  }

  private mutating func condition(_ index: Int) {
    switch reader.functionWord(index) {
    case .if: if reader.functionWord(index - 1) == .as { return }
    case .unless: break
    default:
      // "provided" and "supposing" are conditions where "that" or a subject follows.
      guard reader.functionWord(index + 1) == .that || reader.word(index + 1).has(.subjectPronoun) else {
        return
      }
    }
    add(index..<index + 1)
  }

  private mutating func modal(_ index: Int, _ word: WordClass) {
    if isUndone(index) { return }
    guard reader.verbHead(at: index) != nil || word.has(.negated), reader.functionWord(index) != .must else {
      return
    }
    let next = after(index)
    if word.has(.contraction), !reader.word(next).has(.baseVerb),
      reader.word(next).has(.participle) || reader.functionWord(next) == .had
        || reader.functionWord(next) == .been
    {
      return
    }
    if reader.functionWord(next) == .better || reader.functionWord(next) == .rather { return }
    let isWould = reader.functionWord(index) == .would || word.has(.contraction)
    if isWould || reader.functionWord(index) == .should, isWish(next) { return }
    if isWould, isPolite(next) || isHabit(index) { return }
    if isReported(index), !reader.word(next).has(.have) { return }
    if reader.functionWord(index) == .could || isCouldNot(index) {
      if isPastAbility(index, next) { return }
    }
    add(index..<index + 1)
  }

  /// "could not have done it without Wendy": it was done.
  private func isUndone(_ index: Int) -> Bool {
    guard reader.word(index).has(.negated) || reader.functionWord(index + 1) == .not else { return false }
    let clause = reach.clauses[reach.clause(of: index)].tokens
    return clause.contains { $0 > index && $0 < index + 10 && reader.functionWord($0) == .without }
  }

  private func after(_ index: Int) -> Int {
    let next = reader.after(index)
    if next >= 0, reader.word(next).has(.subjectPronoun) { return max(reader.after(next), index) }
    return next >= 0 ? next : index
  }

  private func isWish(_ next: Int) -> Bool {
    switch reader.functionWord(next) {
    case .like, .love, .prefer, .welcome: return true
    default: return false
    }
  }

  private func isPolite(_ next: Int) -> Bool {
    switch reader.functionWord(next) {
    case .say, .argue, .add, .recommend, .describe, .suggest: return reader.word(next).has(.baseVerb)
    default: return false
    }
  }

  /// "would always", "would usually", without a condition in the sentence.
  private func isHabit(_ index: Int) -> Bool {
    switch reader.functionWord(index + 1) {
    case .always, .usually, .often, .sometimes, .normally: break
    default: return false
    }
    return !reader.range.contains { reader.word($0).has(.condition) }
  }

  /// "we agreed I would", "he said that she could": a plan reported.
  private func isReported(_ index: Int) -> Bool {
    let clause = reach.clause(of: index)
    guard clause > 0, reach.clauses[clause].joint == .said, let verb = reach.clauses[clause - 1].verbs.last
    else {
      return false
    }
    let main = reader.word(reader.verbs[verb].main)
    return main.has(.saying) && main.has(.pastForm) && !isThought(reader.verbs[verb].main)
  }

  private func isThought(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .thought, .felt, .wished, .hoped: return true
    default: return false
    }
  }

  private func isCouldNot(_ index: Int) -> Bool {
    reader.word(index).has(.negated) && !isWouldNot(index)
  }

  private func isWouldNot(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .wouldnt, .shouldnt: return true
    default: return false
    }
  }

  /// "could see", "could not find", "so that I could", "as soon as I could".
  private func isPastAbility(_ index: Int, _ next: Int) -> Bool {
    if reader.word(next).has(.have) { return false }
    switch reader.functionWord(next) {
    case .see, .hear, .tell, .feel, .understand: return true
    default: break
    }
    if reader.functionWord(index + 1) == .not || reader.functionWord(index + 1) == .only
      || reader.word(index).has(.negated)
    {
      return !reader.range.contains { reader.word($0).has(.condition) }
    }
    let start = reach.clauses[reach.clause(of: index)].tokens.lowerBound
    var at = start
    while at < index, at < start + 3 {
      if reader.functionWord(at) == .so || reader.functionWord(at) == .as { return true }
      at += 1
    }
    return false
  }

  private mutating func other(_ index: Int) {
    switch reader.functionWord(index) {
    case .hopefully, .ideally, .perhaps, .maybe: add(index..<index + 1)
    case .whether: add(index..<index + 1)
    case .case:
      if reader.functionWord(index - 1) == .in, reader.verbHead(at: index + 1) == nil {
        add(index - 1..<index + 1)
      }
    case .once, .when: if looksAhead(index) { add(index..<index + 1) }
    default: break
    }
  }

  /// "once I have passed, I will …": the clause is not past, the sentence elsewhere plans or supposes.
  private func looksAhead(_ index: Int) -> Bool {
    let clause = reach.clauses[reach.clause(of: index)]
    guard let first = clause.verbs.first(where: { reader.verbs[$0].head > index }) else { return false }
    let head = reader.word(reader.verbs[first].head)
    guard !head.has([.past, .doVerb]), head.has([.baseVerb, .presentS, .have, .be]) else { return false }
    if head.has(.pastForm), !head.has(.baseVerb) { return false }
    return reader.verbs.contains { group in
      !clause.tokens.contains(group.head)
        && (reader.word(group.head).has([.will, .supposing])
          || reader.word(group.main).has([.wish, .intent]))
    }
  }

  private mutating func add(_ cue: Range<Int>) {
    guard cue.upperBound < reader.range.upperBound else { return }
    let scope = reach.toClauseEnd(from: cue.upperBound, sharesVerbs: true)
    if !scope.isEmpty { found.append(ScopeDraft(cue: cue, reach: scope)) }
  }
}
