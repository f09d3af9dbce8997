import PremarkText

/// Finds which clauses of a sentence ask.
///
/// A question mark makes the sentence ask, or where it stands in a quotation the clauses quoted. Without one a
/// sentence asks where it opens as only questions do: with a question word, an auxiliary and its subject ("So what am
/// I good at."), or with an auxiliary and a pronoun ("Do I know it."). Then only its first clause does, and none where
/// a comma stands in it: what follows may be the answer. Commands ("Do it now."), conditions ("Had I known, …"), cries
/// and subjects that open as a question would ("What I learned was …") do not ask.
/// (Quirk et al., A Comprehensive Grammar of the English Language, 11.4–11.23.)
struct AskedReader {
  let reader: ClauseReader
  let clauses: [ClauseDraft]

  /// Clauses that ask, among those of the sentence.
  func asked() -> Range<Int> {
    var last = reader.range.upperBound - 1
    var isInQuote = false
    while last > reader.range.lowerBound, isClosing(reader.functionWord(last)) {
      if reader.functionWord(last) == .quote { isInQuote = true }
      last -= 1
    }
    guard reader.functionWord(last) == .question else { return unmarked() }
    guard isInQuote else { return clauses.indices }
    let start = clauses.lastIndex { reader.functionWord($0.tokens.lowerBound) == .quote } ?? 0
    return start..<clauses.count
  }

  private func isClosing(_ mark: FunctionWord) -> Bool {
    switch mark {
    case .quote, .close, .closeSquare, .stop, .exclamation: true
    default: false
    }
  }

  /// The first clause of a question without its mark; none where the sentence states, commands or cries.
  private func unmarked() -> Range<Int> {
    let none = 0..<0
    guard let first = clauses.first, reader.functionWord(reader.range.upperBound - 1) != .exclamation else {
      return none
    }
    var at = first.tokens.lowerBound
    var mayBeYesOrNo = true
    while at < first.tokens.upperBound, opens(at) {
      if reader.functionWord(at) == .so { mayBeYesOrNo = false }
      at += 1
    }
    guard at < first.tokens.upperBound, isQuestion(at, mayBeYesOrNo) else { return none }
    let pauses = (at..<first.tokens.upperBound).filter { isPause($0) }
    let endsInPause = pauses == [first.tokens.upperBound - 1] && clauses.count > 1
    return pauses.isEmpty || endsInPause ? 0..<1 : none
  }

  private func isQuestion(_ at: Int, _ mayBeYesOrNo: Bool) -> Bool {
    if reader.word(at).has(.questionWord) {
      let auxiliary = reader.functionWord(at) == .how ? afterDegree(at) : at + 1
      return isAuxiliary(auxiliary) && isPersonal(auxiliary + 1)
    }
    guard mayBeYesOrNo, isAuxiliary(at) else { return false }
    switch reader.functionWord(at) {
    case .had, .were, .should, .might, .could: return false
    default: return isPersonal(at + 1)
    }
  }

  /// "how", "how well", "how far".
  private func afterDegree(_ how: Int) -> Int {
    reader.word(how + 1).has([.adverb, .quantifier, .adjective]) && !isAuxiliary(how + 1) ? how + 2 : how + 1
  }

  private func isAuxiliary(_ index: Int) -> Bool {
    reader.word(index).has(.auxiliary) && !reader.word(index).has(.contraction)
  }

  /// A pronoun that can only be a subject.
  private func isPersonal(_ index: Int) -> Bool {
    let word = reader.word(index)
    return word.has(.subjectPronoun) && !word.has(.contraction) || reader.functionWord(index) == .you
  }

  /// "So", "And", "But", "Now", "Well" and a mark in front.
  private func opens(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .so, .and, .but, .now, .well, .then, .comma, .enDash, .quote, .bullet: true
    default: false
    }
  }

  private func isPause(_ index: Int) -> Bool {
    switch reader.functionWord(index) {
    case .comma, .semicolon, .colon, .enDash, .emDash: true
    default: false
    }
  }
}
