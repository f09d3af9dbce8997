import PremarkText

extension BlockReader {
  /// The index after words that hold figures but neither measure nor name anything: addresses on the net, "one-to-one".
  func skip(at index: Int) -> Int? {
    let lexeme = self[index]
    if lexeme.shape == .word, lexeme.meaning.keyword == .web { return runEnd(index) }
    if lexeme.isWord, mark(index + 1) == .at, isGlued(index + 1), isGlued(index + 2) { return runEnd(index) }
    guard lexeme.meaning.cardinal == 1 else { return nil }
    let dashed = mark(index + 1) == .dash
    let to = dashed ? index + 2 : index + 1
    guard keyword(to) == .to else { return nil }
    let one = mark(to + 1) == .dash ? to + 2 : to + 1
    return self[one].meaning.cardinal == 1 ? one + 1 : nil
  }

  /// The index after the lexemes that touch each other from here on, without closing punctuation.
  private func runEnd(_ index: Int) -> Int {
    var end = index + 1
    while isGlued(end) { end += 1 }
    return end
  }

  /// Figures that measure nothing: telephone numbers, ids, room and page numbers, versions, bare years, times of day.
  func reference(at index: Int) -> Taken? {
    if let end = labelledEnd(index) { return Taken(.reference, index..<end) }
    if let end = codeEnd(index) { return Taken(.reference, index..<end) }
    if let range = timeOfDay(at: index) { return Taken(.reference, range) }
    guard self[index].shape == .numeral else { return plusNumber(at: index) }
    if let end = telephoneEnd(index) ?? joinedEnd(index) ?? listNumberEnd(index) ?? loneEnd(index) {
      return Taken(.reference, index..<end)
    }
    return nil
  }

  // MARK: Labels

  /// "room 2.14", "pages 4 and 5", "ext. 4418", "form EG7", "Level 2", "unit no. 14", "step two".
  private func labelledEnd(_ index: Int) -> Int? {
    let meaning = self[index].meaning
    let isUnit = meaning.unit.seconds >= TimeUnit.day.seconds && !meaning.traits.contains(.plural)
    let isLabel = meaning.traits.contains(.numbered)
    let isNumberSign = self[index].mark == .hash || meaning.keyword == .number
    guard isLabel || isUnit || isNumberSign else { return nil }
    var next = index + 1
    if isLabel, keyword(next) == .number || keyword(next) == .no { next += 1 }
    if mark(next) == .stop, isGlued(next), self[index].span.count < 6 { next += 1 }
    // "Goal: 85" is a figure, "Desk: 14" a place.
    if mark(next) == .colon, !meaning.traits.contains(.countable) { next += 1 }
    if mark(next) == .hash { next += 1 }
    guard !self[next].startsLine, fullYear(at: next) == nil, dayMonth(at: next) == nil,
      let end = labelNumberEnd(next, isUnit: isUnit)
    else { return nil }
    if isUnit, next > index + 1 || isCountedUnit(index) { return nil }
    return afterMoreNumbers(end)
  }

  private func isCountedUnit(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .this, .next, .last, .a, .per, .every, .each, .coming, .the: return true
    default: return number(at: index - 1) != nil
    }
  }

  private func labelNumberEnd(_ index: Int, isUnit: Bool) -> Int? {
    let lexeme = self[index]
    if lexeme.shape == .code { return codeEnd(index) ?? index + 1 }
    if let end = codeEnd(index) { return end }
    guard let number = number(at: index), mark(number.end) != .percent || !isGlued(number.end) else {
      if lexeme.form == .dotted { return index + 1 }
      if lexeme.isUpperCase, lexeme.span.count <= 3, lexeme.shape == .word, numberFollows(index) {
        return runEnd(index)
      }
      return nil
    }
    guard number.isFigures || number.value <= 100, self[number.end].meaning.unit == .none || !isUnit else {
      return nil
    }
    if isUnit, !number.isFigures || countedNoun(after: number.end, value: 2) != nil { return nil }
    if mark(number.end) == .slash, isGlued(number.end), self[number.end + 1].shape == .numeral, !isUnit {
      return runEnd(index)
    }
    if isGlued(number.end), self[number.end].shape == .word { return number.end + 1 }
    return number.end
  }

  private func numberFollows(_ index: Int) -> Bool {
    mark(index + 1) == .dash && isGlued(index + 1) && self[index + 2].shape == .numeral
  }

  /// Further numbers under the same label: "pages 4 and 5", "sections 2-4", "page 2 of 5".
  private func afterMoreNumbers(_ index: Int) -> Int {
    var end = index
    while true {
      let isJoint =
        mark(end) == .dash && isGlued(end) || mark(end) == .ampersand
        || keyword(end) == .and || keyword(end) == .to || keyword(end) == .of
        || mark(end) == .comma && keyword(end + 2) != .none && keyword(end + 2) == .and
      let next = self[end + 1]
      guard isJoint, next.shape == .numeral, !next.startsLine, next.number < 1000, mark(end + 2) != .percent,
        !isCounting(end + 1) || next.form == .decimal
      else { return end }
      end += 2
    }
  }

  // MARK: Ids

  /// The index after letters and figures that touch: "CC-104", "EG7", "F/503/0358", "GLZ-88213", "LS9 8AG".
  private func codeEnd(_ index: Int) -> Int? {
    let lexeme = self[index]
    guard !isGlued(index) || !self[index - 1].isWord && mark(index - 1) != .apostrophe else { return nil }
    if lexeme.shape == .numeral { return figureCodeEnd(index) }
    guard lexeme.shape == .code || lexeme.isUpperCase || lexeme.span.count == 1 && lexeme.isCapitalised else {
      return nil
    }
    var end = index + 1
    var hasFigure = lexeme.shape == .code
    while end < index + 16, isGlued(end), isGlued(end + 1), [.dash, .slash, .stop].contains(mark(end)) {
      let part = self[end + 1]
      guard
        part.shape == .numeral
          || part.isWord && (part.shape == .code || part.isUpperCase || part.span.count == 1)
      else { break }
      hasFigure = hasFigure || part.shape != .word
      end += 2
      if isGlued(end), self[end].isWord { end += 1 }
    }
    guard hasFigure, mark(end) != .percent || !isGlued(end) else { return nil }
    let isPostcode =
      lexeme.shape == .code && self[end].isInteger && self[end].digits == 1 && isGlued(end + 1)
      && self[end + 1].isUpperCase && self[end + 1].span.count == 2
    return isPostcode ? end + 2 : end
  }

  /// "4G", "2FA", "8AG": figures with capitals that are no unit.
  private func figureCodeEnd(_ index: Int) -> Int? {
    let letters = self[index + 1]
    guard self[index].isInteger, isGlued(index + 1), letters.isWord, letters.isCapitalised else { return nil }
    guard letters.isUpperCase || letters.span.count == 1 else { return nil }
    switch letters.meaning.keyword {
    case .k, .x, .am, .pm, .suffix: return nil
    default: return letters.meaning.unit != .none && letters.isUpperCase ? nil : runEnd(index)
    }
  }

  // MARK: Figures alone

  private func plusNumber(at index: Int) -> Taken? {
    guard mark(index) == .plus, isGlued(index + 1), self[index + 1].number == 44,
      let end = telephoneEnd(index + 1)
    else { return nil }
    return Taken(.reference, index..<end)
  }

  /// "0113 496 0000", "07700 900123", "+44 113 496 0000": ten to thirteen digits in groups, or a nought and three.
  private func telephoneEnd(_ index: Int) -> Int? {
    let first = self[index]
    guard first.isInteger, first.hasLeadingZero && first.digits >= 3 || mark(index - 1) == .plus else {
      return nil
    }
    var end = index + 1
    var digits = Int(first.digits)
    while true {
      let next = mark(end) == .dash || mark(end) == .close || mark(end) == .open ? end + 1 : end
      let group = self[next]
      guard group.isInteger, group.digits >= 3, digits + Int(group.digits) <= 13, !group.startsLine else {
        break
      }
      digits += Int(group.digits)
      end = next + 1
    }
    return first.hasLeadingZero || digits >= 10 ? end : nil
  }

  /// "1-2-1", "1:1", "24/7", "80/20", "9-5", "3412-03", "70/20/10": figures joined that are neither date nor score.
  private func joinedEnd(_ index: Int) -> Int? {
    var end = index + 1
    var joints = 0
    while isGlued(end), isGlued(end + 1), [.dash, .slash, .colon].contains(mark(end)),
      self[end + 1].shape == .numeral
    {
      joints += 1
      end += 2
    }
    guard joints > 0, mark(end) != .percent else { return nil }
    if joints > 1 || mark(index + 1) != .dash { return end }
    let (first, second) = (self[index], self[index + 2])
    guard first.number >= second.number || first.digits >= 4 || second.hasLeadingZero else { return nil }
    return afterShareJoint(index + 1).flatMap { number(at: $0) }.map { isCounting($0.end - 1) } == true
      && first.number < second.number ? nil : end
  }

  /// "1." or "2)" in front of a line, "(3)", "1.2 Explain": a place in a list.
  private func listNumberEnd(_ index: Int) -> Int? {
    let lexeme = self[index]
    if mark(index - 1) == .open, mark(index + 1) == .close, isGlued(index), isGlued(index + 1),
      lexeme.isInteger,
      lexeme.digits <= 2, !isBracketedFigure(index)
    {
      return index + 1
    }
    guard lexeme.startsLine, lexeme.number < 100, lexeme.digits <= 2 else { return nil }
    switch mark(index + 1) {
    case .close: return isGlued(index + 1) ? index + 1 : nil
    case .stop: return isGlued(index + 1) && self[index + 2].isWord ? index + 1 : nil
    default: break
    }
    let next = self[index + 1]
    let isHeading = lexeme.form == .decimal || lexeme.form == .dotted
    return isHeading && next.isCapitalised && !next.startsLine ? index + 1 : nil
  }

  /// "(3)" after a noun may be a figure: "complaints (3)". A list's numbers stand before a word.
  private func isBracketedFigure(_ index: Int) -> Bool {
    let next = self[index + 2]
    return !next.isWord || next.startsLine || countedNoun(after: index + 2, value: 2) == index + 3
  }

  /// A bare year, a version, a number too long to measure, "121", "999".
  private func loneEnd(_ index: Int) -> Int? {
    let lexeme = self[index]
    if lexeme.form == .dotted { return index + 1 }
    guard lexeme.isInteger, mark(index + 1) != .percent, mark(index - 1) != .pound else { return nil }
    guard !isGlued(index + 1) || !self[index + 1].isWord else { return nil }
    let countsNoun = countedNoun(after: index + 1, value: 2) != nil
    if let year = fullYear(at: index), !isUnit(index + 1) {
      return (2010...2039).contains(year) || year >= 1950 && year < 2050 && !countsNoun ? index + 1 : nil
    }
    // "360 feedback", "360 degree review"
    if lexeme.number == 360, self[index + 1].isWord, !isUnit(index + 1), !countsNoun,
      !self[index + 1].meaning.traits.contains(.function)
    {
      return index + 1
    }
    if lexeme.number == 121 { return countsNoun || isUnit(index + 1) ? nil : index + 1 }
    if [101, 111, 112, 999].contains(lexeme.number) { return isService(index) ? index + 1 : nil }
    return lexeme.digits >= 5 && !countsNoun && !isUnit(index + 1) ? index + 1 : nil
  }

  private func isUnit(_ index: Int) -> Bool { self[index].meaning.unit != .none }

  private func isService(_ index: Int) -> Bool {
    self[index + 1].meaning.traits.contains(.countable) || isPlural(self[index + 1])
  }
}
