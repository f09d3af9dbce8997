import PremarkText

/// Claims without a verb, and what figures and sources add to a claim.
extension StrengthReader {
  func withoutVerb(_ clause: ClauseDraft) -> Strength {
    let tokens = clause.tokens
    guard tokens.contains(where: { reader.tokens[$0].kind == .word || reader.word($0).has(.doneMark) }) else {
      return .none
    }
    let marks = mentions.all(tokens)
    if tokens.contains(where: { reader.word($0).has(.doneMark) }), !isLimited(tokens) {
      return weighed(marks.contains(.outcomeFigure) ? .result : .done, clause)
    }
    if tokens.contains(where: { reader.word($0).has(.unfinished) }) || isStillTo(tokens) { return .plan }
    if opensWithInfinitive(tokens) { return .plan }
    switch context.role {
    case .activity, .objective:
      return context.isFragmentary && !context.isDatedEntry ? .plan : isLogged ? logged(marks, clause) : .none
    case .progress, .review: return logged(marks, clause)
    default: return context.isDatedEntry ? logged(marks, clause) : .none
    }
  }

  /// "still to come", "yet to do".
  private func isStillTo(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      reader.word($0).has(.to)
        && (reader.functionWord($0 - 1) == .still || reader.functionWord($0 - 1) == .yet)
    }
  }

  /// "And", "Also" in front.
  private func isOpening(_ index: Int) -> Bool {
    let word = reader.word(index)
    return word.has([.coordinator, .adverb]) && !word.has([.preposition, .baseVerb])
  }

  /// A verb of the tables, or a word in small letters that is nothing else known: "to carry on".
  private func isBase(_ index: Int) -> Bool {
    guard index < reader.range.upperBound, reader.tokens[index].kind == .word else { return false }
    let word = reader.word(index)
    if word.has([.baseVerb, .be, .have, .doVerb]) { return true }
    return word.subtracting([.judged]).isEmpty && !reader.tokens[index].isCapitalised
  }

  func opensWithInfinitive(_ tokens: Range<Int>) -> Bool {
    var start = tokens.lowerBound
    while start < tokens.upperBound,
      reader.tokens[start].kind == .symbol || isOpening(start)
    {
      start += 1
    }
    if reader.functionWord(start + 2) == .of { return false }  // "to end of February"
    return start < tokens.upperBound && reader.word(start).has(.to)
      && isBase(start + 1)
  }

  /// "to be completed by", "achieved when".
  private func isLimited(_ tokens: Range<Int>) -> Bool {
    tokens.contains { reader.word($0).has(.to) && reader.functionWord($0 + 1) == .be }
  }

  private func isAimed(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .target, .goal, .aim: true
    default: false
    }
  }

  /// "Complaints 72%." in a log: a result with its figure.
  private func logged(_ marks: Mentions.Marks, _ clause: ClauseDraft) -> Strength {
    if clause.tokens.contains(where: { isAimed($0) }) { return .plan }
    let isFigure =
      marks.contains(.outcomeFigure) || !marks.isDisjoint(with: [.figure, .number]) && holdsMeasure(clause)
    return isFigure ? weighed(.result, clause) : .none
  }

  // MARK: data and sources

  /// A claim with its figure, and with the source of the figure.
  func weighed(_ claim: Strength, _ clause: ClauseDraft) -> Strength {
    let marks = mentions.all(clause.tokens)
    var hasData = marks.contains(.outcomeFigure)
    if claim >= .result, !marks.isDisjoint(with: [.figure, .number]),
      holdsMeasure(clause) || isScoring(clause)
    {
      hasData = true
    }
    if claim == .done, isLogged, !marks.isDisjoint(with: [.figure, .number]), holdsMeasure(clause),
      !isPersonal(clause)
    {
      hasData = true
    }
    guard hasData else { return claim }
    return hasSource ? .corroborated : .resultWithData
  }

  /// A person is the one who does it.
  func isPersonal(_ clause: ClauseDraft) -> Bool {
    guard let verb = clause.verbs.first.map({ reader.verbs[$0] }) else { return false }
    let isMissing = verb.head == clause.tokens.lowerBound
    return isMissing
      || (clause.tokens.lowerBound...verb.head).contains {
        reader.word($0).has(.subjectPronoun) || !mentions[$0].isDisjoint(with: [.person, .role, .learner])
      }
  }

  /// "passed (85, 90)": the number is the outcome's.
  private func isScoring(_ clause: ClauseDraft) -> Bool {
    clause.verbs.contains {
      reader.word(reader.verbs[$0].main).has(.outcome) || isMovement(reader.verbs[$0].main)
    }
  }

  /// A person other than the learner, or a record, named in the sentence.
  private var hasSource: Bool {
    if mentions.all(reader.range).contains(.source) { return true }
    return reader.range.contains { reader.word($0).has(.source) }
  }
}
