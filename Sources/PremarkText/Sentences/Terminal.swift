/// A run of stops, question and exclamation marks with the quotes and brackets that close behind it.
struct Terminal {
  /// Index of the first mark.
  let first: Int
  /// Index of the last mark.
  let last: Int
  /// Index of the token after the marks and closers.
  let end: Int
}

/// What comes after a possible end of sentence.
private enum Following {
  case capital, lower, number, mark
}

extension SentenceScanner {
  /// The token before which the sentence ends, or nil where it goes on.
  func boundary(of terminal: Terminal) -> Int? {
    if isTouching(terminal.end) { return gluedBoundary(of: terminal) }
    if isEllipsis(terminal) { return ellipsisBoundary(of: terminal) }
    let next = afterOpeners(terminal.end)
    let following = following(next)
    guard following != .mark else { return nil }
    guard isStop(terminal.first) else {
      return endsAtMark(terminal, following) ? terminal.end : nil
    }
    return endsAtStop(terminal, next, following) ? terminal.end : nil
  }

  private func following(_ index: Int) -> Following {
    guard index < tokens.count else { return .capital }
    switch tokens[index].kind {
    case .word: return tokens[index].isCapitalised ? .capital : .lower
    case .number: return .number
    case .symbol:
      switch symbol(index) {
      case 0x2C, 0x3B, 0x3A, 0x26, 0x2F, 0x29, 0x5D, 0x2E, 0x21, 0x3F: return .mark
      default: return .number
      }
    }
  }

  // MARK: Question and exclamation marks

  /// A mark before a lower-case word ends the sentence unless it closes a quotation, or belongs to a name ("Yahoo!").
  private func endsAtMark(_ terminal: Terminal, _ following: Following) -> Bool {
    guard following == .lower else { return true }
    if terminal.end > terminal.last + 1 { return false }
    return terminal.first == start || !tokens[terminal.first - 1].isCapitalised
  }

  // MARK: Ellipses

  private func isEllipsis(_ terminal: Terminal) -> Bool {
    if symbol(terminal.first) == 0x2026 { return true }
    return terminal.last - terminal.first >= 2 && isStop(terminal.first) && isStop(terminal.last)
  }

  /// "that.... She" ends after the stops, "compounds. . . . The" after the first, spaced ". . . I" goes on.
  private func ellipsisBoundary(of terminal: Terminal) -> Int? {
    if terminal.first > 0, symbol(terminal.first - 1) == 0x5B { return nil }
    guard following(afterOpeners(terminal.end)) == .capital else { return nil }
    let isSpaced = terminal.last > terminal.first && !isTouching(terminal.last)
    guard isSpaced else { return terminal.end }
    guard terminal.last - terminal.first >= 3 else { return nil }
    return terminal.first > 0 && isTouching(terminal.first) ? terminal.first + 1 : terminal.end
  }

  // MARK: Stops without a space

  /// "the call.I then": a stop inside a run of characters that is no address, number or file name.
  private func gluedBoundary(of terminal: Terminal) -> Int? {
    let next = terminal.end
    guard terminal.first == terminal.last, next == terminal.last + 1, terminal.first > start else {
      return nil
    }
    guard isTouching(terminal.first), symbol(terminal.first) != 0x2026 else { return nil }
    let nextKey = key(next)
    guard tokens[next].kind == .word, tokens[next].isCapitalised, !isAddress(around: terminal.first) else {
      return nil
    }
    let startsSentence =
      Abbreviation.startsSentences(nextKey) || Abbreviation(nextKey, isCapitalised: true) == .title
    let before = tokens[terminal.first - 1]
    switch before.kind {
    case .symbol: return isCloser(terminal.first - 1) ? next : nil
    case .number: return startsSentence ? next : nil
    case .word:
      guard before.span.count > 1, Abbreviation(key(terminal.first - 1), isCapitalised: false) == .none else {
        return nil
      }
      if before.isCapitalised { return startsSentence ? next : nil }
      return tokens[next].span.count > 1 || startsSentence ? next : nil
    }
  }

  /// True where the words beside the stop touch marks of an address or a path ("Jane.Doe@example.com").
  private func isAddress(around stop: Int) -> Bool {
    if isTouching(stop - 1), isAddressMark(stop - 2) { return true }
    let mark = stop + 2
    guard mark < tokens.count, isTouching(mark), isAddressMark(mark) else { return false }
    let goesOn = mark + 1 < tokens.count && isTouching(mark + 1)
    return goesOn || !isStop(mark)
  }

  private func isAddressMark(_ index: Int) -> Bool {
    switch symbol(index) {
    case 0x2E, 0x2F, 0x3A, 0x3D, 0x40, 0x5C, 0x5F: true
    default: false
    }
  }

  // MARK: Full stops

  private func endsAtStop(_ terminal: Terminal, _ next: Int, _ following: Following) -> Bool {
    let isClosed = terminal.end > terminal.last + 1
    guard terminal.first > start, isTouching(terminal.first) else { return following != .lower }
    if isClosed { return following != .lower }
    let before = terminal.first - 1
    switch tokens[before].kind {
    case .number: return true
    case .symbol: return isCloser(before) || isOpener(before) || following == .capital
    case .word: return endsAfterWord(before, next, following)
    }
  }

  private func endsAfterWord(_ word: Int, _ next: Int, _ following: Following) -> Bool {
    let nextKey = key(next)
    if isInitialism(word) { return endsAfterInitialism(word, nextKey, next, following) }
    if isUnitLetter(word) { return following == .capital }
    if tokens[word].span.count == 1 { return endsAfterLetter(word, nextKey, following) }
    switch Abbreviation(key(word), isCapitalised: tokens[word].isCapitalised) {
    case .none: return true
    case .title, .inner: return false
    case .numbered: return following == .capital && next < tokens.count && tokens[next].span.count > 1
    case .unit: return following == .capital
    case .closing:
      guard following == .capital else { return false }
      return Abbreviation.startsSentences(nextKey) || Abbreviation(nextKey, isCapitalised: true) == .title
    }
  }

  /// True for the last letters of "U.S.", "p.m.", "e.g." and "Ph.D.".
  /// "11m 20[s]. Then": one letter right behind a number is its unit, no initial.
  private func isUnitLetter(_ word: Int) -> Bool {
    tokens[word].span.count == 1 && word > start && isTouching(word) && tokens[word - 1].kind == .number
  }

  private func isInitialism(_ word: Int) -> Bool {
    word >= start + 2 && tokens[word].span.count <= 2 && isTouching(word) && isStop(word - 1)
      && isTouching(word - 1) && tokens[word - 2].kind == .word && tokens[word - 2].span.count <= 2
  }

  private func endsAfterInitialism(_ word: Int, _ nextKey: UInt64, _ next: Int, _ following: Following)
    -> Bool
  {
    guard following == .capital else { return false }
    let last = text[tokens[word].span.start] | 0x20
    let first = text[tokens[word - 2].span.start] | 0x20
    if !tokens[word].isCapitalised, last == 0x67 || (last == 0x65 && first == 0x69) { return false }
    if last == 0x6D, first == 0x61 || first == 0x70 { return endsAfterHour(word, nextKey, next) }
    return Abbreviation.startsSentences(nextKey)
  }

  /// "At 5 a.m. Mr Smith went": what has no more than two words before the hour is not yet a sentence.
  private func endsAfterHour(_ word: Int, _ nextKey: UInt64, _ next: Int) -> Bool {
    guard !Abbreviation.isCalendarName(nextKey) else { return false }
    var words = 0
    for index in start..<word - 2 where tokens[index].kind == .word { words += 1 }
    return words > 2
  }

  /// One letter: an initial ("Jonas E. Smith"), the pronoun ("you and I. Did"), a name ("plan B. Then"), "p. 55".
  private func endsAfterLetter(_ word: Int, _ nextKey: UInt64, _ following: Following) -> Bool {
    guard following == .capital, tokens[word].isCapitalised else { return false }
    let isAfterName = word > start && tokens[word - 1].isCapitalised
    let isPronoun = text[tokens[word].span.start] == 0x49
    if isPronoun, !isAfterName, word > start { return true }
    return Abbreviation.startsSentences(nextKey) && !isPronoun && word > start
  }
}
