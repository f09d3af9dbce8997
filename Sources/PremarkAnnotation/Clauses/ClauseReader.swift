import PremarkText

/// A verb group found in a sentence: "have not yet completed", "to be booked", "Attend".
struct VerbGroup: Sendable {
  /// First token of the group (an auxiliary, or the verb itself), in the document's tokens.
  let head: Int
  /// The main verb.
  let main: Int
  /// True for a bare base form without a subject ("Attend Excel course").
  let isBare: Bool
  /// True for a participle taken as the verb for want of another ("61% of complaints closed by Friday").
  var isReduced = false
}

/// A stretch of a sentence that stands as a clause, before it is judged.
struct ClauseDraft: Sendable {
  /// Its tokens in the document's.
  var tokens: Range<Int>
  /// Its verb groups among those found.
  var verbs: Range<Int>
  /// What joins it to what stands before.
  var joint: Joint

  /// Why a clause begins.
  enum Joint: Sendable {
    /// Start of the sentence.
    case start
    /// A coordinator, comma, semicolon, dash.
    case beside
    /// because, when, after …
    case under
    /// who, which, that after a noun.
    case relative
    /// What is said, thought or asked.
    case said
    /// In brackets or quotation marks.
    case aside
  }
}

/// Where one sentence's words stand in grammar.
///
/// English without a tagger: closed classes, tables of verbs and endings say what a word may be, its neighbours what
/// it is. First the verb groups are found from left to right, then the sentence is cut at the joints that have a
/// verb on both sides. Each step looks at a bounded number of neighbours, or at the next joint and the next verb,
/// which are found once from right to left: linear.
struct ClauseReader {
  let tokens: [Token]
  let grammar: Grammar
  let range: Range<Int>
  let mentions: Mentions
  private(set) var verbs: [VerbGroup] = []

  init(tokens: [Token], range: Range<Int>, grammar: Grammar, mentions: Mentions) {
    self.tokens = tokens
    self.range = range
    self.grammar = grammar
    self.mentions = mentions
    findVerbs()
    if verbs.isEmpty { findReducedVerb() }
  }

  @inline(__always)
  func word(_ index: Int) -> WordClass {
    guard index >= range.lowerBound, index < range.upperBound else { return [] }
    let word = grammar[tokens[index].word]
    // "Emily showed me": a name is nothing else, whatever its ending
    if mentions[index].contains(.person) { return word.intersection(.possessive) }
    return word.has(.secondPerson) && isThanks(index) ? [] : word
  }

  /// The "you" of "a thank you email" and "said thank you": no pronoun.
  private func isThanks(_ index: Int) -> Bool {
    index > range.lowerBound && grammar.functionWord(tokens[index - 1].word) == .thank
      && grammar.functionWord(tokens[index].word) == .you
  }

  @inline(__always)
  func functionWord(_ index: Int) -> FunctionWord {
    guard index >= range.lowerBound, index < range.upperBound else { return .unlisted }
    let word = grammar.functionWord(tokens[index].word)
    return word == .you && isThanks(index) ? .unlisted : word
  }

  /// A person by name who stands where a subject does: first, behind one word that is no verb ("Big Kenny"), or behind
  /// a fronted time or place ("At the huddle Wilf").
  func isNamedSubject(_ index: Int) -> Bool {
    guard index >= range.lowerBound, index < range.upperBound, mentions[index].contains(.person),
      !word(index).has(.possessive)
    else { return false }
    var start = index
    while start > range.lowerBound, mentions[start - 1].contains(.person) { start -= 1 }
    guard start > range.lowerBound else { return true }
    let previous = word(start - 1)
    if mentions[start - 1].contains(.role) || previous.has(Self.leadsOn) { return false }
    if isJoint(start - 1) { return true }
    var opening = start - 1
    while opening > range.lowerBound, start - opening < 7, !isJoint(opening - 1) { opening -= 1 }
    let first = word(opening)
    if opening == start - 1 { return !first.has(.anyVerb) || first.has(.timeWord) }
    return first.has([.preposition, .timeWord]) || mentions[opening].contains(.date)
  }

  /// Words behind which a name is no subject.
  private static let leadsOn: WordClass = [
    .preposition, .to, .determiner, .firstPossessive, .possessive, .coordinator,
  ]

  /// The token before, passing over adverbs and negators; -1 where a joint or the start comes first.
  func before(_ index: Int) -> Int {
    var at = index - 1
    while at >= range.lowerBound, isPassedOver(at) { at -= 1 }
    return at >= range.lowerBound ? at : -1
  }

  /// The token after, passing over adverbs and negators; -1 at the end.
  func after(_ index: Int) -> Int {
    var at = index + 1
    while at < range.upperBound, isPassedOver(at) { at += 1 }
    return at < range.upperBound ? at : -1
  }

  private func isPassedOver(_ index: Int) -> Bool {
    let word = word(index)
    if functionWord(index) == .no { return functionWord(index + 1) == .longer }
    if functionWord(index) == .longer { return functionWord(index - 1) == .no }
    guard word.has([.adverb, .negator]) else { return false }
    return !word.has([.auxiliary, .subjectPronoun, .determiner, .coordinator, .subordinator, .preposition])
      || functionWord(index) == .just || functionWord(index) == .never || functionWord(index) == .all
  }

  /// True where the token parts stretches: punctuation, a conjunction, a relative.
  func isJoint(_ index: Int) -> Bool {
    switch functionWord(index) {
    case .comma, .semicolon, .colon, .enDash, .emDash, .open, .close, .quote, .question, .stop, .exclamation,
      .ellipsis, .bullet, .arrow, .openSquare, .closeSquare:
      return true
    case .hyphen:
      return tokens[index].followsSpace && index + 1 < range.upperBound && tokens[index + 1].followsSpace
    default: return word(index).has([.coordinator, .subordinator, .relative])
    }
  }
}

extension ClauseReader {
  mutating func findVerbs() {
    var index = range.lowerBound
    var hasVerb = false
    while index < range.upperBound {
      if isJoint(index), !word(index).has(.subordinator) || functionWord(index) != .as { hasVerb = false }
      guard tokens[index].kind == .word, let group = group(at: index, hasVerb: hasVerb) else {
        index += 1
        continue
      }
      if let bare = verbs.last, bare.isBare, isSubject(bare, of: group) { verbs.removeLast() }
      verbs.append(group)
      hasVerb = true
      index = group.main + 1
    }
  }

  /// "[Repeat] calls fell from 20%", "Answer times were long": what looked like a command opens the subject of a verb
  /// that is finite for certain, with nothing but nouns between.
  private func isSubject(_ bare: VerbGroup, of group: VerbGroup) -> Bool {
    let head = word(group.head)
    let isFinite =
      head.has(.past) || head.has(.pastForm) && !head.has([.participle, .baseVerb])
      || head.has(.be) && !head.has(.baseVerb)
    guard isFinite || isOutcome(group), group.head > bare.main + 1, group.head <= bare.main + 5 else {
      return false
    }
    return (bare.main + 1..<group.head).allSatisfy { index in
      guard tokens[index].kind == .word else { return functionWord(index) == .hyphen }
      return !word(index).has([
        .determiner, .firstPossessive, .firstObject, .thirdOther, .subjectPronoun, .thing, .quantifier,
        .preposition,
        .to, .auxiliary, .coordinator, .subordinator, .relative, .complementiser, .questionWord, .contraction,
        .generic, .secondPerson,
      ])
    }
  }

  /// "dropped to 16%", "improved by 4": the past of a change with its figure.
  private func isOutcome(_ group: VerbGroup) -> Bool {
    guard group.head == group.main, word(group.main).has(.outcome), word(group.main).has(.pastForm) else {
      return false
    }
    switch functionWord(group.main + 1) {
    case .from, .to, .by: return true
    default: return false
    }
  }

  /// The finite verb group that begins at the token, if one does.
  func group(at index: Int, hasVerb: Bool) -> VerbGroup? {
    let word = word(index)
    if isCompoundPart(index) || functionWord(index) == .cost && !isNamedSubject(before(index)) { return nil }
    if word.has(.auxiliary) {
      return opensStretch(index)
        ? bareGroup(at: index, after: before(index), takesObject: true) : auxiliaryGroup(at: index, word)
    }
    if word.has(.possessive), let main = perfect(after: index) {
      return VerbGroup(head: index, main: main, isBare: false)
    }
    guard word.has(.anyVerb), !word.has(.gerund) else { return nil }
    if word.has(.pastForm), word.has(.baseVerb), let group = carriedBase(at: index) { return group }
    if word.has(.pastForm), isFinitePast(index, word, hasVerb: hasVerb) {
      return VerbGroup(head: index, main: index, isBare: false)
    }
    if word.has(.presentS), isFinitePresent(index, word, hasVerb: hasVerb) {
      return VerbGroup(head: index, main: index, isBare: false)
    }
    if word.has(.baseVerb) { return baseGroup(at: index, word) }
    return nil
  }

  /// "did not attend the course or [read] the guide": a base form that looks past, carried by an auxiliary.
  private func carriedBase(at index: Int) -> VerbGroup? {
    let previous = before(index)
    guard previous >= 0, self.word(previous).has(.coordinator), let last = verbs.last, carriesBase(last)
    else { return nil }
    return bareGroup(at: index, after: previous, takesObject: !nounUse(index))
  }

  /// "Handling time's gone up": the participle after a noun with 's; nil where a noun follows it.
  private func perfect(after index: Int) -> Int? {
    let next = after(index)
    guard next >= 0, word(next).has(.participle), !word(next).has([.pastForm, .baseVerb]) else { return nil }
    return nounUse(next) && !word(next + 1).has(.adverb) ? nil : next
  }

  /// "multi-[skilled]", "[follow]-up": a part of a compound is no verb.
  private func isCompoundPart(_ index: Int) -> Bool {
    if index > range.lowerBound, functionWord(index - 1) == .hyphen, !tokens[index].followsSpace {
      return !tokens[index - 1].followsSpace
    }
    return index + 2 < range.upperBound && functionWord(index + 1) == .hyphen
      && !tokens[index + 1].followsSpace
      && !tokens[index + 2].followsSpace
  }

  /// "be the best I can", "do an Excel module", "have my first fight" at the start of a stretch: base forms.
  private func opensStretch(_ index: Int) -> Bool {
    switch functionWord(index) {
    case .be: break
    case .do, .have:
      guard word(index + 1).has([.determiner, .firstPossessive, .quantifier]) else { return false }
    default: return false
    }
    let previous = before(index)
    return previous < 0 || isJoint(previous) && !word(previous).has(.relative)
  }

  private func auxiliaryGroup(at index: Int, _ word: WordClass) -> VerbGroup? {
    let previous = before(index)
    let left = previous < 0 ? WordClass() : self.word(previous)
    switch functionWord(index) {
    case .been where previous < 0 && self.word(index + 1).has(.to):
      return VerbGroup(head: index, main: index, isBare: false)
    case .being, .been: return nil
    case .may, .will, .might, .can, .must, .like:
      if isNounHere(index, left) { return nil }
    case .be, .have, .do:
      if left.has([.to, .auxiliary]) { return nil }
    default: break
    }
    if left.has(.to) { return nil }
    if word.has(.baseVerb), !word.has(.contraction), left.has([.auxiliary]) { return nil }
    return VerbGroup(head: index, main: mainVerb(from: index), isBare: false)
  }

  /// "in May", "15 May", "a will": the auxiliary's form is a noun.
  private func isNounHere(_ index: Int, _ left: WordClass) -> Bool {
    if left.has([.determiner, .firstPossessive]), !left.has([.thing, .generic]) { return true }
    guard functionWord(index) == .may else { return false }
    if index > range.lowerBound, tokens[index - 1].kind == .number { return true }
    if index + 1 < range.upperBound, tokens[index + 1].kind == .number { return true }
    return tokens[index].isCapitalised && (left.has(.preposition) || left.isEmpty || left.has(.timeWord))
  }

  /// The main verb of a group that begins with an auxiliary: "have not yet [completed]", "did I [pass]".
  private func mainVerb(from head: Int) -> Int {
    var main = head
    var at = head + 1
    var steps = 0
    while at < range.upperBound, steps < 9 {
      steps += 1
      let here = word(at)
      if isPassedOver(at) || (here.has(.negator)) {
        at += 1
      } else if main == head, isInvertedSubject(at, here) {
        at += 1
      } else if here.has(.auxiliary) && !here.has(.contraction) && !isJoint(at) {
        main = at
        at += 1
      } else if canFollow(main, at, here) {
        return at
      } else {
        return main
      }
    }
    return main
  }

  /// The subject of an inverted question: "did [I] pass", "does [Priya] know".
  private func isInvertedSubject(_ index: Int, _ here: WordClass) -> Bool {
    if here.has([.subjectPronoun, .generic]) && !here.has(.contraction) || functionWord(index) == .you {
      return true
    }
    if here.has(.thing), !here.has([.determiner, .contraction]) { return true }
    return tokens[index].isCapitalised && tokens[index].kind == .word && !here.has([.capitalNoise, .anyVerb])
      && !word(index - 1).has(.be)
  }

  private func canFollow(_ auxiliary: Int, _ at: Int, _ here: WordClass) -> Bool {
    let lead = word(auxiliary)
    if lead.has([.have, .be]), here.has(.participle) { return !here.has(.preposition) }
    if lead.has(.be), here.has(.gerund) { return true }
    if lead.has([.doVerb, .will, .supposing, .can]), here.has(.baseVerb) { return true }
    if lead.has(.contraction), here.has([.participle, .gerund]) { return true }
    return false
  }

  /// Where no finite verb was found: a participle may be meant as one ("61% of complaints closed by Friday").
  mutating func findReducedVerb() {
    for index in range where word(index).has(.participle) && !word(index).has([.baseVerb, .preposition]) {
      let previous = before(index)
      if previous >= 0, word(previous).has([.determiner, .preposition, .to, .firstPossessive]) { continue }
      verbs.append(VerbGroup(head: index, main: index, isBare: false, isReduced: true))
      return
    }
  }
}
