import PremarkText

/// Whether a form that may be a verb is one where it stands.
extension ClauseReader {
  func isFinitePast(_ index: Int, _ word: WordClass, hasVerb: Bool) -> Bool {
    let previous = before(index)
    guard previous >= 0 else { return true }
    let left = self.word(previous)
    if left.has(.to) || left.has(.auxiliary) && !left.has(.contraction) { return false }
    if left.has([.subjectPronoun, .relative, .generic]) { return true }
    if functionWord(previous) == .you || left.has(.thing) && !left.has(.determiner) { return true }
    if isJoint(previous) { return startsPast(index, after: previous, hasVerb: !verbs.isEmpty) }
    if word.has(.baseVerb), !hasVerb, isNamedSubject(previous) { return true }
    if left.has([.determiner, .firstPossessive, .adjective]) && !left.has(.thing) { return false }
    if left.has(.preposition) && !left.has([.adverb, .timeWord]) && !tokens[previous].isCapitalised {
      return false
    }
    if word.has(.baseVerb), word.has(.participle), !word.has(.past), hasVerb || nounUse(index) {
      return false
    }
    if !word.has(.participle) { return true }
    if hasVerb, word.has(.outcome), followsNounOfCommand(index) { return true }
    if functionWord(index + 1) == .by { return false }
    if tokens[previous].isCapitalised, !left.has(.capitalNoise),
      !hasVerb || !nounUse(index) && startsSubject(previous)
    {
      return true
    }
    return !hasVerb
  }

  /// "Repeat calls [dropped] to 16%": a past of change before its figure, behind a bare verb and its noun.
  private func followsNounOfCommand(_ index: Int) -> Bool {
    guard let last = verbs.last, last.isBare, last.main + 1 < index, index <= last.main + 4,
      index + 2 < range.upperBound, tokens[index + 2].kind == .number
    else { return false }
    switch functionWord(index + 1) {
    case .from, .to, .by: return (last.main + 1..<index).allSatisfy { tokens[$0].kind == .word }
    default: return false
    }
  }

  /// A name that no preposition or determiner stands in front of, so that it can be a subject.
  private func startsSubject(_ name: Int) -> Bool {
    guard name > range.lowerBound else { return true }
    switch functionWord(name - 1) {
    case .off, .out, .up, .down, .away, .back: return true
    default:
      return !word(name - 1).has([.preposition, .to, .determiner, .coordinator])
        && !tokens[name - 1].isCapitalised
    }
  }

  /// A past form right after a joint: "attended the course, passed the test", but not "(based on …)".
  private func startsPast(_ index: Int, after joint: Int, hasVerb: Bool) -> Bool {
    let word = word(index)
    if !word.has(.participle) { return true }
    if word.has(.guessed), nounUse(index) { return false }
    let next = self.word(index + 1)
    if functionWord(joint) == .comma || functionWord(joint) == .open || self.word(joint).has(.subordinator) {
      return !(hasVerb && next.has([.preposition, .to]) && functionWord(index + 1) != .up)
    }
    if self.word(joint).has(.coordinator), nounUse(index) { return false }
    return true
  }

  /// "set targets", "cost savings": a form that is a noun or adjective in front of its noun.
  func nounUse(_ index: Int) -> Bool {
    let next = word(index + 1)
    return !next.has([.determiner, .subjectPronoun, .firstObject, .thirdOther, .preposition, .to, .thing])
  }

  func isFinitePresent(_ index: Int, _ word: WordClass, hasVerb: Bool) -> Bool {
    let previous = before(index)
    let next = self.word(index + 1)
    guard previous >= 0 else { return false }
    let left = self.word(previous)
    if next.has(.auxiliary), !next.has(.contraction), !left.has([.thirdPerson, .relative]) { return false }
    if left.has([.thirdPerson, .relative]) || left.has(.thing) && !left.has(.determiner) { return true }
    if left.has(.thing), functionWord(previous) != .these, functionWord(previous) != .those, !hasVerb {
      return true
    }
    if left.has([.determiner, .firstPossessive, .preposition, .to, .adjective, .number]) { return false }
    if tokens[previous].kind != .word {
      return tokens[previous].kind == .number && previous > range.lowerBound
        && tokens[previous - 1].kind == .word
        && tokens[previous - 1].isCapitalised && !hasVerb
    }
    let takesObject = next.has([
      .determiner, .firstObject, .thirdOther, .subjectPronoun, .to, .preposition, .adverb,
    ])
    if tokens[previous].isCapitalised, !left.has(.capitalNoise), takesObject || !word.has(.alsoNoun) {
      return !hasVerb
    }
    if word.has(.alsoNoun) {
      guard !hasVerb, !isJoint(previous) else { return false }
      if takesObject, !next.has([.preposition, .to, .adverb]) { return true }
      let isSubject =
        left.has([.somebody, .group]) || !left.has(.plural) && opensWithDeterminer(before: index)
      return isSubject && !stretchHasVerb(after: index)
    }
    return !hasVerb || isJoint(previous)
  }

  /// True where the noun phrase that ends before the token begins with a determiner, at most four words back.
  private func opensWithDeterminer(before index: Int) -> Bool {
    var at = index - 1
    while at >= range.lowerBound, at > index - 5, !isJoint(at) {
      if word(at).has([.preposition, .to]) { return false }
      if word(at).has(.determiner) { return true }
      at -= 1
    }
    return false
  }

  /// True where an auxiliary or a certain past form follows before the next joint, at most 15 words on.
  private func stretchHasVerb(after index: Int) -> Bool {
    var at = index + 1
    while at < range.upperBound, at < index + 16, !isJoint(at) {
      let here = word(at)
      if here.has(.auxiliary) && !here.has(.preposition) { return true }
      if here.has(.pastForm) && !here.has([.participle, .baseVerb]) { return true }
      at += 1
    }
    return false
  }

  func baseGroup(at index: Int, _ word: WordClass) -> VerbGroup? {
    let previous = before(index)
    let next = self.word(index + 1)
    let takesObject = next.has([
      .determiner, .firstObject, .thirdOther, .firstPossessive, .quantifier, .to, .questionWord,
    ])
    guard previous >= 0, !isJoint(previous) || self.word(previous).has(.relative) else {
      return bareGroup(at: index, after: previous, takesObject: takesObject)
    }
    let left = self.word(previous)
    if left.has([.subjectPronoun, .generic]) && !left.has(.contraction) || functionWord(previous) == .you
      || left.has(.relative)
    {
      if functionWord(index) == .like, left.has(.contraction) { return nil }
      return VerbGroup(head: index, main: index, isBare: false)
    }
    if left.has(.plural), previous > range.lowerBound, self.word(previous - 1).has(.subordinator) {
      return VerbGroup(head: index, main: index, isBare: false)
    }
    // "Now Kev say it every time": in the speech of many the verb has no ending.
    if takesObject || !word.has(.alsoNoun), isNamedSubject(previous) {
      return VerbGroup(head: index, main: index, isBare: false)
    }
    if left.has([.anybody, .group]), !left.has(.presentS), takesObject || !word.has(.alsoNoun) {
      let isSubject = left.has([.plural, .group])
      return isSubject ? VerbGroup(head: index, main: index, isBare: false) : nil
    }
    return nil
  }

  /// A base form at the start of a stretch: "Attend Excel course", "… and complete the workbook".
  func bareGroup(at index: Int, after previous: Int, takesObject: Bool) -> VerbGroup? {
    let word = word(index)
    let next = self.word(index + 1)
    if word.has(.preposition) || functionWord(index) == .like { return nil }
    let isName =
      index + 1 < range.upperBound && tokens[index + 1].isCapitalised && tokens[index + 1].kind == .word
      && !next.has(.anyVerb)
    if word.has(.alsoNoun) {
      guard
        takesObject || word.has(.intent) && functionWord(index + 1) == .for || isName && previous < 0
          || takesNumber(index)
          || next.has(.preposition) && isVerbWithPreposition(index)
      else {
        return nil
      }
    }
    if previous >= 0, functionWord(previous) == .close || functionWord(previous) == .quote {
      return previous - 1 > range.lowerBound ? VerbGroup(head: index, main: index, isBare: false) : nil
    }
    if previous >= 0, self.word(previous).has(.coordinator) || functionWord(previous) == .comma {
      guard let last = verbs.last, carriesBase(last) || last.isBare else { return nil }
      return VerbGroup(head: index, main: index, isBare: last.isBare || !isPresent(last))
    }
    return VerbGroup(head: index, main: index, isBare: true)
  }

  /// "I give the price and go quiet": the verb before is in the present tense, without "to" or an auxiliary.
  private func isPresent(_ group: VerbGroup) -> Bool {
    guard group.head == group.main, word(group.main).has(.baseVerb), !word(group.main).has(.pastForm) else {
      return false
    }
    return !(group.main + 1..<group.main + 4).contains { word($0).has(.to) }
  }

  /// "reach 88%", but not "score 80".
  private func takesNumber(_ index: Int) -> Bool {
    guard index + 1 < range.upperBound, tokens[index + 1].kind == .number else { return false }
    switch functionWord(index) {
    case .reach, .hit, .gain, .cut: return true
    default: return false
    }
  }

  private func isVerbWithPreposition(_ index: Int) -> Bool {
    switch functionWord(index + 1) {
    case .with, .to, .at, .on, .out, .up, .in:
      return index == range.lowerBound && functionWord(index + 1) != .of
    default: return false
    }
  }

  /// "will attend … and complete": the auxiliary or "to" carries the second base form.
  func carriesBase(_ group: VerbGroup) -> Bool {
    if word(group.head).has([.will, .supposing, .can, .doVerb]) { return true }
    var at = group.main + 1
    while at < range.upperBound, at < group.main + 4 {
      if word(at).has(.to) { return true }
      at += 1
    }
    return word(group.main).has(.baseVerb)
  }
}
