import PremarkText

extension BlockReader {
  /// "14/03/2026", "14.3.26", "14-03-26", "2026-03-14", "03/2026", and "31/03" where nothing says it is a score.
  ///
  /// - Parameter isCued: a date is expected here, so that "4/5" is 4 May and not four out of five.
  func numericDate(at index: Int, isCued: Bool) -> (date: CalendarDate, end: Int)? {
    let first = self[index]
    guard first.shape == .numeral, !touchesBefore(index) else { return nil }
    if first.form == .dotted { return dottedDate(at: index) }
    guard first.isInteger, first.digits <= 4 else { return nil }
    guard let second = numeralAfter(index) else { return spacedDate(at: index) ?? pointedDate(at: index) }
    let joint = mark(index + 1)
    if let third = numeralAfter(second), mark(second + 1) == joint {
      guard !touchesAfter(third) else { return nil }
      return threeParts(index, second, third).map { ($0, third + 1) }
    }
    if joint == .dash { return yearMonth(index, second) ?? dashedDay(index, second) }
    guard !touchesAfter(second) else { return nil }
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

  /// "31 10 1974", "31. 10. 1974".
  private func spacedDate(at index: Int) -> (date: CalendarDate, end: Int)? {
    let step = mark(index + 1) == .stop && isGlued(index + 1) ? 2 : 1
    let (day, month, year) = (self[index], self[index + step], self[index + 2 * step])
    guard day.isInteger, month.isInteger, month.followsSpace, year.followsSpace, day.digits <= 2 else {
      return nil
    }
    guard month.digits == 2 || step == 2 && month.digits == 1 else { return nil }
    guard !month.startsLine, !year.startsLine, step == 1 || mark(index + 3) == .stop else { return nil }
    guard let number = fullYear(at: index + 2 * step), !touchesAfter(index + 2 * step) else { return nil }
    return checked(day, month, year: number).map { ($0, index + 2 * step + 1) }
  }

  /// "26. 10.21", "26 . 10.21", "30 . 09 . 22": points with space around them.
  private func pointedDate(at index: Int) -> (date: CalendarDate, end: Int)? {
    let (day, rest) = (self[index], self[index + 2])
    guard mark(index + 1) == .stop, rest.followsSpace || isGlued(index + 2), !rest.startsLine else {
      return nil
    }
    guard day.digits == 2, rest.digits == 2 else { return nil }
    if rest.form == .decimal, rest.span.count == 5 {
      let month = Int(rest.number)
      let year = 2000 + Int((rest.number - Double(month)) * 100 + 0.5)
      return CalendarDate.checked(year: year, month: month, day: Int(day.number)).map { ($0, index + 3) }
    }
    let year = self[index + 4]
    guard rest.isInteger, !isGlued(index + 1), mark(index + 3) == .stop, !isGlued(index + 3) else {
      return nil
    }
    guard year.isInteger, year.digits == 2 || year.digits == 4, !year.startsLine else { return nil }
    let number = year.digits == 2 ? 2000 + Int(year.number) : Int(year.number)
    return checked(day, rest, year: number).map { ($0, index + 5) }
  }

  /// "31-12", "15-2": only with a day past 12, since "9-5" are hours and "2-6" a range.
  private func dashedDay(_ first: Int, _ second: Int) -> (date: CalendarDate, end: Int)? {
    guard self[first].number > 12, self[first].digits == 2, self[second].digits <= 2, !touchesAfter(second)
    else {
      return nil
    }
    guard !isCounting(second) else { return nil }
    return checked(self[first], self[second], year: nil).map { ($0, second + 1) }
  }

  private func touchesBefore(_ index: Int) -> Bool {
    guard isGlued(index) else { return false }
    switch mark(index - 1) {
    case .dash where isRangeOfDates(index - 1): return false
    case .slash, .dash:
      return self[index - 2].shape == .numeral || isGlued(index - 1) && self[index - 2].isWord
    case .pound, .euro, .dollar, .hash, .at, .plus: return true
    default: return self[index - 1].isWord
    }
  }

  private func touchesAfter(_ index: Int) -> Bool {
    guard isGlued(index + 1) else { return false }
    switch mark(index + 1) {
    case .dash where isRangeOfDates(index + 1): return false
    case .slash, .dash: return isGlued(index + 2) && self[index + 2].shape != .edge
    case .percent: return true
    default: return self[index + 1].isWord && self[index + 1].span.count > 1
    }
  }

  /// True for the dash of "29/05-26/06" and "2.3.26-30.9.26".
  private func isRangeOfDates(_ dash: Int) -> Bool {
    let (before, after) = (self[dash - 1], self[dash + 1])
    if before.form == .dotted { return after.form == .dotted }
    return before.isInteger && mark(dash - 2) == .slash && after.isInteger && mark(dash + 2) == .slash
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
      guard isCued, (1...12).contains(a.number), b.digits == 2, (20...63).contains(b.number) else {
        return nil
      }
      return CalendarDate(year: 2000 + Int(b.number), month: Int(a.number), day: nil)
    }
    let isScore = a.number <= b.number && !a.hasLeadingZero && !b.hasLeadingZero
    return isScore && !isCued ? nil : date
  }
}
