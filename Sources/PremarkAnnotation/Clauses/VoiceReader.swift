import PremarkText

/// Decides who a clause speaks of as doing or being.
///
/// The subject decides: I and we are own; he, she, they, a name or a role are other; you, one, people, agents without
/// "my" or "the" are general. A thing is the learner's own matter ("my score", "the course") unless the clause states
/// something of things in general ("KPIs are …", "it is important to"). A subject left out is the one of the clause
/// before, else the one who writes. In another person's words ("Comment from Wendy: …") everything is other.
struct VoiceReader {
  let reader: ClauseReader
  let clauses: [ClauseDraft]
  let mentions: Mentions
  /// Who writes the block.
  let speaker: Voice
  /// The block has I, my, we …; it has you, your.
  let hasFirstPerson: Bool
  let hasSecondPerson: Bool
  /// The block is a cell or list item, written in telegraphic style.
  let isFragmentary: Bool

  /// What a subject is.
  private enum Subject {
    case missing
    case voice(Voice)
    case thing(isGeneric: Bool)
  }

  /// The voice of each clause.
  func voices() -> [Voice] {
    guard speaker == .own else { return Array(repeating: speaker, count: clauses.count) }
    var voices: [Voice] = []
    var quoted: Voice?
    var isQuoted = false
    for (index, clause) in clauses.enumerated() {
      if clause.joint == .aside, reader.functionWord(clause.tokens.lowerBound) == .quote {
        (isQuoted, quoted) = (true, voices.last)
      }
      let own = voice(index, before: voices)
      voices.append(isQuoted && quoted == .other ? .other : own)
      if isQuoted, closesQuote(clause.tokens) { isQuoted = false }
    }
    return voices
  }

  private func closesQuote(_ tokens: Range<Int>) -> Bool {
    tokens.dropFirst().contains { reader.functionWord($0) == .quote }
  }

  private func voice(_ index: Int, before: [Voice]) -> Voice {
    let clause = clauses[index]
    guard let first = clause.verbs.first else { return fragment(clause, before.last) }
    let verb = reader.verbs[first]
    switch subject(of: verb, in: clause) {
    case .missing:
      if clause.joint != .start, let last = inherited(index, before) { return last }
      return hasSecondPerson && !hasFirstPerson ? .general : .own
    case .voice(.other) where verb.isReduced, .voice(.general) where verb.isReduced:
      return namesPerson(clause.tokens.lowerBound..<verb.head) ? .other : .own
    case .voice(let voice): return voice
    case .thing(let isGeneric):
      if clause.joint == .relative, let last = before.last, last != .own { return last }
      return isGeneric && !hasOwnWord(clause) && isTimeless(verb) && !isMeasured(clause) ? .general : .own
    }
  }

  /// The voice of the clause that a clause without a subject goes on from: a relative clause between is passed over.
  private func inherited(_ index: Int, _ before: [Voice]) -> Voice? {
    var at = index - 1
    while at > 0, clauses[at].joint == .relative, clauses[index].joint == .beside { at -= 1 }
    return at >= 0 && at < before.count ? before[at] : before.last
  }

  /// The clause has I, my, we, our.
  private func hasOwnWord(_ clause: ClauseDraft) -> Bool {
    clause.tokens.contains {
      reader.word($0).has([.firstPerson, .firstObject, .firstPossessive, .firstPlural, .firstPluralOther])
    }
  }

  private func namesPerson(_ tokens: Range<Int>) -> Bool { mentions.all(tokens).contains(.person) }

  /// "Bench is 90 now": what has a figure or a now is no general truth.
  private func isMeasured(_ clause: ClauseDraft) -> Bool {
    if clause.tokens.contains(where: { reader.word($0).has(.now) }) { return true }
    return !mentions.all(clause.tokens).isDisjoint(with: [.outcomeFigure, .figure, .number])
  }

  /// Present tense or a modal: what is always so.
  private func isTimeless(_ verb: VerbGroup) -> Bool {
    let head = reader.word(verb.head)
    if head.has(.be), verb.main > verb.head, reader.word(verb.main).has(.gerund) { return false }
    return !head.has(.past) && (!head.has(.pastForm) || head.has(.baseVerb)) && !head.has(.have)
  }

  // MARK: without a verb

  private func fragment(_ clause: ClauseDraft, _ last: Voice?) -> Voice {
    if clause.joint != .start, let last { return last }
    var start = clause.tokens.lowerBound
    while start < clause.tokens.upperBound, reader.tokens[start].kind == .symbol { start += 1 }
    guard start < clause.tokens.upperBound else { return .own }
    if mentions[start].contains(.person), nameScores(from: start, clause.tokens) { return .other }
    let word = reader.word(start)
    if word.has(.thirdOther), word.has(.determiner), reader.functionWord(start) != .its { return .other }
    return .own
  }

  /// "Denise 4", "Kev: 85%": a name and a figure.
  private func nameScores(from start: Int, _ tokens: Range<Int>) -> Bool {
    var at = start
    while at < tokens.upperBound, mentions[at].contains(.person) { at += 1 }
    if at < tokens.upperBound, reader.functionWord(at) == .colon { return true }
    return at < tokens.upperBound && reader.tokens[at].kind == .number && !mentions[at].contains(.date)
  }

  // MARK: subjects

  private func subject(of verb: VerbGroup, in clause: ClauseDraft) -> Subject {
    let head = reader.word(verb.head)
    if head.has(.contraction), let subject = pronoun(verb.head) { return subject }
    if let inverted = invertedSubject(verb) { return inverted }
    let region = subjectRegion(before: verb.head, in: clause)
    if region.isEmpty { return .missing }
    for index in region {
      let word = reader.word(index)
      if word.has([.firstPerson, .firstPlural]) { return .voice(.own) }
      if word.has(.firstObject), index + 1 < region.upperBound || index > region.lowerBound {
        return .voice(.own)
      }
    }
    return nounPhrase(region, verb)
  }

  /// "did I pass", "have you".
  private func invertedSubject(_ verb: VerbGroup) -> Subject? {
    guard reader.word(verb.head).has(.auxiliary), verb.main > verb.head + 1 else { return nil }
    for index in verb.head + 1..<verb.main { if let subject = pronoun(index) { return subject } }
    return nil
  }

  private func pronoun(_ index: Int) -> Subject? {
    let word = reader.word(index)
    if word.has([.firstPerson, .firstPlural]) { return .voice(.own) }
    if word.has(.thirdPerson) { return .voice(.other) }
    if word.has(.secondPerson), !word.has(.determiner) || word.has(.contraction) { return .voice(.general) }
    if word.has(.thing), !word.has(.determiner) || word.has(.contraction) {
      return .thing(isGeneric: isImportance)
    }
    return nil
  }

  /// "it is important to", "it is good to".
  private var isImportance: Bool {
    reader.range.prefix(12).contains {
      reader.functionWord($0) == .important || reader.functionWord($0) == .essential
        || reader.functionWord($0) == .vital
    }
  }

  /// The words in front of the verb that hold its subject: after conjunctions and other opening words.
  private func subjectRegion(before head: Int, in clause: ClauseDraft) -> Range<Int> {
    var start = clause.tokens.lowerBound
    while start < head, isOpening(start) { start += 1 }
    var end = head
    while end > start, isTrailing(end - 1) { end -= 1 }
    return start..<max(start, end)
  }

  private func isOpening(_ index: Int) -> Bool {
    let word = reader.word(index)
    if reader.tokens[index].kind == .symbol { return true }
    if word.has([.subjectPronoun, .thing, .generic, .relative]) && !word.has(.coordinator) { return false }
    return word.has([.coordinator, .subordinator, .complementiser, .adverb])
      && !word.has([.preposition, .determiner])
      || reader.functionWord(index) == .that && word.has(.complementiser)
        && reader.word(index + 1).has([.subjectPronoun, .determiner])
  }

  private func isTrailing(_ index: Int) -> Bool {
    let word = reader.word(index)
    return word.has([.adverb, .negator]) && !word.has([.subjectPronoun, .thing, .generic, .firstObject])
      || reader.tokens[index].kind == .symbol
  }

  /// Reads the noun phrase nearest to the verb; one that hangs on a preposition gives way to the one before it.
  private func nounPhrase(_ region: Range<Int>, _ verb: VerbGroup) -> Subject {
    var end = region.upperBound
    var phrase = region
    if reader.isNamedSubject(end - 1) { return .voice(.other) }
    while true {
      var start = end - 1
      while start > region.lowerBound, !startsPhrase(start), !endsPhrase(start - 1) { start -= 1 }
      phrase = start..<end
      guard start > region.lowerBound, reader.word(start - 1).has([.preposition, .to]),
        !reader.word(start - 1).has(.subordinator)
      else { break }
      if start - 1 <= region.lowerBound { return .missing }
      end = start - 1
      if endsPhrase(end - 1), reader.functionWord(end - 1) == .comma { return .missing }
    }
    if phrase.lowerBound == region.lowerBound, reader.word(phrase.lowerBound).has(.preposition),
      !reader.word(phrase.lowerBound).has(.relative), phrase.count > 1
    {
      return .missing
    }
    return classify(phrase, verb)
  }

  private func startsPhrase(_ index: Int) -> Bool { reader.word(index).has([.determiner, .firstPossessive]) }

  private func endsPhrase(_ index: Int) -> Bool {
    reader.word(index).has([.preposition, .to]) || reader.functionWord(index) == .comma
      || reader.functionWord(index) == .colon || reader.functionWord(index) == .enDash
  }

  private func classify(_ phrase: Range<Int>, _ verb: VerbGroup) -> Subject {
    let last = phrase.upperBound - 1
    if let subject = pronoun(last) { return subject }
    let final = reader.word(last)
    if final.has(.relative) { return antecedent(of: last) }
    if final.has(.generic) { return .voice(isTimeless(verb) ? .general : .other) }
    if reader.functionWord(last) == .one, phrase.count == 1,
      last == reader.range.lowerBound || reader.isJoint(last - 1)
    {
      return .voice(.general)
    }
    let marks = mentions.all(phrase)
    if marks.contains(.learner) { return .voice(.own) }
    let first = reader.word(phrase.lowerBound)
    let isOwned = first.has([.firstPossessive, .firstPluralOther])
    if mentions[last].contains(.person) { return .voice(.other) }
    if final.has(.group), !mentions[last].contains(.role) { return .voice(isOwned ? .own : .other) }
    if final.has(.measure), phrase.count == 1 || isOwned {
      return isOwned ? .voice(.own) : .thing(isGeneric: isGenericThing(phrase, first))
    }
    if final.has([.somebody, .anybody]) || mentions[last].contains(.role) {
      return person(last, opening: first, isOwned: isOwned, verb)
    }
    if isOwned { return .voice(.own) }
    if first.has(.secondPerson) { return .voice(.general) }
    if first.has(.thirdOther) && reader.functionWord(phrase.lowerBound) != .its { return .voice(.other) }
    if marks.contains(.person), isOpinion(last) || isNamedOwner(phrase, verb) { return .voice(.other) }
    if first.has(.generic) { return .voice(.general) }
    return .thing(isGeneric: isGenericThing(phrase, first))
  }

  /// "Keisha's date was moved": what is somebody else's, unless it came to something of the writer's own ("Tam's list
  /// cut my wrap").
  private func isNamedOwner(_ phrase: Range<Int>, _ verb: VerbGroup) -> Bool {
    var owner = phrase.lowerBound
    while owner + 1 < phrase.upperBound, mentions[owner + 1].contains(.person) { owner += 1 }
    guard mentions[owner].contains(.person), reader.word(owner).has(.possessive),
      owner + 1 < phrase.upperBound
    else { return false }
    return !(verb.main..<reader.range.upperBound).contains {
      reader.word($0).has([.firstPerson, .firstObject, .firstPossessive, .firstPlural, .firstPluralOther])
    }
  }

  /// A person by role: one in particular is other, any at all is general.
  private func person(_ index: Int, opening: WordClass, isOwned: Bool, _ verb: VerbGroup) -> Subject {
    let isPlural = reader.word(index).has(.plural)
    if isOwned, !reader.word(index).has(.anybody) || !isPlural { return .voice(.other) }
    let isDefinite = opening.has(.determiner) && !opening.has(.quantifier) && !isAny(index, opening)
    if isDefinite, !isPlural || reader.functionWord(index) == .people { return .voice(.other) }
    if !isTimeless(verb) || reader.word(verb.head).has(.have) { return .voice(.other) }
    if !opening.has(.determiner), !isPlural, reader.word(index).has(.somebody) { return .voice(.other) }
    return .voice(isDefinite && isPlural && hasFirstPerson ? .other : .general)
  }

  /// "a", "an", "any", "every", "each", "no" in front.
  private func isAny(_ index: Int, _ opening: WordClass) -> Bool {
    var at = index
    while at >= reader.range.lowerBound, index - at < 5 {
      switch reader.functionWord(at) {
      case .a, .an, .any, .every, .each, .no, .all, .most: return true
      case .the, .this: return false
      default: at -= 1
      }
    }
    return false
  }

  private func antecedent(of relative: Int) -> Subject {
    let previous = relative - 1
    guard reader.functionWord(relative) == .who, previous >= reader.range.lowerBound else {
      return .thing(isGeneric: true)
    }
    let word = reader.word(previous)
    if word.has(.generic) || word.has(.anybody) && word.has(.plural) { return .voice(.general) }
    if mentions[previous].contains(.learner) { return .voice(.own) }
    return .voice(isAny(previous, []) ? .general : .other)
  }

  /// "Wendy's feedback", "Kev's view".
  private func isOpinion(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .feedback, .comment, .comments, .view, .advice, .opinion, .suggestion: true
    default: false
    }
  }

  /// A plural or mass noun without a determiner, or "a …", or "the purpose of …": things in general.
  private func isGenericThing(_ phrase: Range<Int>, _ first: WordClass) -> Bool {
    if hasFirstPerson, !isDefinition(phrase) { return false }
    if isDefinition(phrase) { return true }
    if phrase.contains(where: { reader.tokens[$0].kind == .number }) { return false }  // "Objective 2"
    if first.has(.determiner) {
      return reader.functionWord(phrase.lowerBound) == .a || reader.functionWord(phrase.lowerBound) == .an
    }
    let last = phrase.upperBound - 1
    if isOrdinal(phrase.lowerBound) || isOrdinal(phrase.lowerBound - 1) { return false }
    if reader.word(last).has(.plural) { return true }
    return !isFragmentary
      && (!reader.tokens[last].isCapitalised || reader.word(last).has(.capitalNoise) || phrase.count == 1)
  }

  /// "next step", "first thing": one in particular.
  private func isOrdinal(_ index: Int) -> Bool {
    reader.functionWord(index) == .next || reader.functionWord(index) == .first
  }

  private func isDefinition(_ phrase: Range<Int>) -> Bool {
    phrase.contains {
      switch reader.functionWord($0) {
      case .purpose, .importance, .smart, .meaning, .definition: true
      default: false
      }
    }
  }
}
