import PremarkText

extension BlockReader {
  /// "14/03/2026", "14.3.26", "14-03-26", "2026-03-14", "03/2026", and "31/03" where nothing says it is a score.
  ///
  /// - Parameter isCued: a date is expected here, so that "4/5" is 4 May and not four out of five.
  func numericDate(at index: Int, isCued: Bool) -> (date: CalendarDate, end: Int)? {
    let first = self[index]
    guard first.shape == .numeral, !touchesBefore(index) else { return nil }
    if first.form == .dotted { return dottedDate(at: index) }
    guard first.isInteger, first.digits <= 4, let second = numeralAfter(index) else { return nil }
    let joint = mark(index + 1)
    if let third = numeralAfter(second), mark(second + 1) == joint, joint != .stop || first.digits <= 2 {
      guard !touchesAfter(third) else { return nil }
      return threeParts(index, second, third).map { ($0, third + 1) }
    }
    guard joint == .slash, !touchesAfter(second), isGlued(index + 1) else {
      return joint == .dash ? yearMonth(index, second) : nil
    }
    return twoParts(index, second, isCued: isCued).map { ($0, second + 1) }
  }

  /// The numeral after a slash, dash or spaced point that joins it to the one at `index`.
  private func numeralAfter(_ index: Int) -> Int? {
    let joint = mark(index + 1)
    guard joint == .slash || joint == .dash, isEvenlySpaced(index + 1) else { return nil }
    guard joint == .slash || isGlued(index + 1) else { return nil }
    let next = self[index + 2]
    return next.isInteger && next.digits <= 4 ? index + 2 : nil
  }

  private func touchesBefore(_ index: Int) -> Bool {
    guard isGlued(index) else { return false }
    switch mark(index - 1) {
    case .slash, .dash: return self[index - 2].shape == .numeral || isGlued(index - 1) && self[index - 2].isWord
    case .pound, .euro, .dollar, .hash, .at, .plus: return true
    default: return self[index - 1].isWord
    }
  }

  private func touchesAfter(_ index: Int) -> Bool {
    guard isGlued(index + 1) else { return false }
    switch mark(index + 1) {
    case .slash, .dash: return isGlued(index + 2) && self[index + 2].shape != .edge
    case .percent: return true
    default: return self[index + 1].isWord && self[index + 1].span.count > 1
    }
  }

  private func threeParts(_ first: Int, _ second: Int, _ third: Int) -> CalendarDate? {
    let (a, b, c) = (self[first], self[second], self[third])
    if a.digits == 4 {
      guard b.digits <= 2, c.digits <= 2 else { return nil }
      return (1900...2099).contains(a.number) ? checked(c, b, year: Int(a.number)) : nil
    }
    guard a.digits <= 2, b.digits <= 2, c.digits == 2 || c.digits == 4 else { return nil }
    let year = c.digits == 2 ? 2000 + Int(c.number) : Int(c.number)
    guard (1900...2099).contains(year) else { return nil }
    // Only what cannot be read day first is read month first.
    return checked(a, b, year: year) ?? checked(b, a, year: year)
  }

  private func checked(_ day: Lexeme, _ month: Lexeme, year: Int?) -> CalendarDate? {
    .checked(year: year, month: Int(month.number), day: Int(day.number))
  }

  /// "14.3.26", "14.03.2026": three groups with points; "7.0.2" is a version.
  private func dottedDate(at index: Int) -> (date: CalendarDate, end: Int)? {
    guard !touchesAfter(index) else { return nil }
    let groups = text[self[index].span.range].split(separator: 0x2E)
    guard groups.count == 3, groups[0].count <= 2, groups[1].count <= 2 else { return nil }
    guard groups[2].count == 2 || groups[2].count == 4 else { return nil }
    let numbers = groups.map { $0.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    let year = groups[2].count == 2 ? 2000 + numbers[2] : numbers[2]
    guard (1900...2099).contains(year) else { return nil }
    return CalendarDate.checked(year: year, month: numbers[1], day: numbers[0]).map { ($0, index + 1) }
  }

  /// "2026-03"; "2025-26" is a year of work and no month.
  private func yearMonth(_ first: Int, _ second: Int) -> (date: CalendarDate, end: Int)? {
    guard let year = fullYear(at: first), self[second].digits == 2, !touchesAfter(second) else { return nil }
    let month = Int(self[second].number)
    guard (1...12).contains(month), month != (year + 1) % 100 else { return nil }
    return (CalendarDate(year: year, month: month, day: nil), second + 1)
  }

  /// "31/03", "12/3", "03/2026". A pair that can be so many out of so many is a date only where one is expected.
  private func twoParts(_ first: Int, _ second: Int, isCued: Bool) -> CalendarDate? {
    let (a, b) = (self[first], self[second])
    if let year = fullYear(at: second), a.digits <= 2, (1...12).contains(a.number) {
      return CalendarDate(year: year, month: Int(a.number), day: nil)
    }
    guard a.digits <= 2, b.digits <= 2 else { return nil }
    if a.number == 24, b.number == 7, !b.hasLeadingZero, !isCued { return nil }
    guard let date = checked(a, b, year: nil) else {
      guard isCued, (1...12).contains(a.number), b.digits == 2, (20...63).contains(b.number) else { return nil }
      return CalendarDate(year: 2000 + Int(b.number), month: Int(a.number), day: nil)
    }
    let isScore = a.number <= b.number && !a.hasLeadingZero && !b.hasLeadingZero
    return isScore && !isCued ? nil : date
  }
}
