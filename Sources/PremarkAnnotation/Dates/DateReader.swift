import PremarkText

/// A date as it stands in a block.
struct DateFound {
  let date: CalendarDate
  let range: Range<Int>
}

extension BlockReader {
  /// One date, with the day's name in front of it: in figures, in words, or a month alone.
  func date(at index: Int) -> DateFound? {
    let start = afterDayName(index)
    let hasDayName = start > index
    if let found = numericDate(at: start, isCued: hasDayName || isDateCued(index)) {
      return DateFound(date: found.date, range: index..<found.end)
    }
    if let found = dayMonth(at: afterThe(start)) {
      return DateFound(date: found.date, range: index..<found.end)
    }
    if let found = monthDay(at: start) { return DateFound(date: found.date, range: index..<found.end) }
    if hasDayName { return nil }
    if let found = monthYear(at: index) { return DateFound(date: found.date, range: index..<found.end) }
    return bareMonth(at: index)
  }

  /// "14th March 2026", "the fourteenth of March", "14-Mar-26", "14 Sept. 2026".
  func dayMonth(at index: Int) -> (date: CalendarDate, end: Int)? {
    guard let day = dayNumber(at: index) else { return nil }
    var next = day.end
    if self[next].meaning.unit == .day, keyword(next + 1) == .of { next += 1 }
    let hasOf = keyword(next) == .of
    if hasOf { next += 1 }
    let joint = mark(next)
    let isJoined = (joint == .dash || joint == .slash || joint == .stop) && isGlued(next) && isGlued(next + 1)
    if isJoined || joint == .comma && day.isOrdinal { next += 1 }
    guard let month = monthName(at: next), !isVerb(next, certain: day.isOrdinal || hasOf) else { return nil }
    next = month.end
    var year: DatePart?
    if isJoined, mark(next) == joint, isGlued(next + 1) {
      year = self.year(at: next + 1, allowsShort: true)
    } else if !self[next].startsLine {
      year = self.year(at: next, allowsShort: isLikelyYear(self[next]))
    }
    guard let date = CalendarDate.checked(year: year?.value, month: month.value, day: day.value) else {
      return nil
    }
    return (date, year?.end ?? next)
  }

  /// "March 14th", "March 14, 2026", "March the 14th".
  func monthDay(at index: Int) -> (date: CalendarDate, end: Int)? {
    guard let month = monthName(at: index), !self[month.end].startsLine else { return nil }
    // "Oct-2" is a day; "Mar-26" is a month of 2026.
    let isJoined =
      (mark(month.end) == .dash || mark(month.end) == .slash) && isGlued(month.end)
      && isGlued(month.end + 1) && self[month.end + 1].digits == 1
    let start = isJoined ? month.end + 1 : afterThe(month.end)
    guard let day = dayNumber(at: start), keyword(day.end) != .to || day.isOrdinal else { return nil }
    let year = self.year(at: day.end, allowsShort: false)
    if !day.isOrdinal {
      let dayIndex = day.end - 1
      if self[dayIndex].shape != .numeral { return nil }
      if year == nil, isCounting(dayIndex) || isYearOfDocument(self[dayIndex]) { return nil }
    }
    guard let date = CalendarDate.checked(year: year?.value, month: month.value, day: day.value) else {
      return nil
    }
    return (date, year?.end ?? day.end)
  }

  /// "March 2026", "March, 2026", "Mar-26", "March '26", and "Mar 26" where the document is of 2026.
  func monthYear(at index: Int) -> (date: CalendarDate, end: Int)? {
    guard let month = monthName(at: index), !self[month.end].startsLine else { return nil }
    var next = month.end
    if keyword(next) == .of { next += 1 }
    let isJoined = (mark(next) == .dash || mark(next) == .slash) && isGlued(next) && isGlued(next + 1)
    if isJoined { next += 1 }
    let allowsShort = isJoined || isYearOfDocument(self[next])
    guard let year = self.year(at: next, allowsShort: allowsShort) else { return nil }
    return (CalendarDate(year: year.value, month: month.value, day: nil), year.end)
  }

  /// A month's name alone. "May", "March" and the short forms that are words too need a sign that they are months.
  func bareMonth(at index: Int) -> DateFound? {
    guard let month = monthName(at: index) else { return nil }
    let meaning = self[index].meaning
    if meaning.traits.contains(.doubtful), !isClearlyMonth(index) { return nil }
    if meaning.traits.contains(.short), !self[index].isCapitalised, !isAfterTimePreposition(index) {
      return nil
    }
    // A person's name: "April said", "June's feedback".
    if meaning.traits.contains(.firstName), isPerson(index) { return nil }
    return DateFound(date: CalendarDate(year: nil, month: month.value, day: nil), range: index..<month.end)
  }

  private func isPerson(_ index: Int) -> Bool {
    if self[index + 1].meaning.traits.contains(.personVerb) { return true }
    let before = self[index - 1].meaning
    return before.traits.contains(.beforePerson) && before.keyword == .none && before.month == 0
      && !before.traits.contains(.function)
      || self[index - 1].isWord && isWith(index - 1)
  }

  private func isWith(_ index: Int) -> Bool {
    text[self[index].span.range].map { $0 | 0x20 } == Array("with".utf8)
  }

  /// True where a doubtful month after a day is the verb: "all 15 may be recorded".
  private func isVerb(_ index: Int, certain: Bool) -> Bool {
    guard self[index].meaning.traits.contains(.doubtful), !self[index].isCapitalised, !certain else {
      return false
    }
    let next = self[index + 1]
    return next.isWord && next.meaning.month == 0 && next.meaning.keyword != .and
      && next.meaning.keyword != .to
  }

  private func isClearlyMonth(_ index: Int) -> Bool {
    let lexeme = self[index]
    if isAfterTimePreposition(index) {
      return lexeme.isCapitalised || !self[index + 1].isWord
        || self[index + 1].meaning.traits.contains(.function)
    }
    guard lexeme.isCapitalised else { return false }
    let next = self[index + 1]
    if next.shape == .symbol || next.shape == .edge || next.startsLine { return true }
    if next.meaning.keyword == .and || next.meaning.keyword == .to || next.meaning.month > 0 { return true }
    if startsStretch(index) { return false }
    return !next.meaning.traits.contains(.function) || lexeme.meaning.month == 3
  }

  private func isAfterTimePreposition(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .in, .by, .of, .until, .since, .from, .before, .after, .last, .next, .this, .early, .late, .middle,
      .between, .over, .for, .end, .start:
      true
    case .and, .to, .or: self[index - 2].meaning.month > 0 || self[index - 3].meaning.month > 0
    case .none: mark(index - 1) == .dash && self[index - 2].meaning.keyword == .middle
    default: false
    }
  }

  /// True for two digits that are the year of a date written in full somewhere in the document.
  func isYearOfDocument(_ lexeme: Lexeme) -> Bool {
    guard lexeme.isInteger, lexeme.digits == 2, lexeme.number >= 20, lexeme.number < 64 else { return false }
    return context.years >> UInt64(lexeme.number) & 1 == 1
  }

  /// True for two digits near a year that the document or the day of submission names, or near today's where none is
  /// named: "2 Feb 88" is a day and a figure.
  private func isLikelyYear(_ lexeme: Lexeme) -> Bool {
    guard lexeme.isInteger, lexeme.digits == 2, lexeme.number < 64 else { return false }
    let year = UInt64(lexeme.number)
    if context.years == 0 { return (15...35).contains(year) }
    let near: UInt64 = year < 2 ? 0b11111 >> (2 - year) : 0b11111 << (year - 2)
    return context.years & near != 0
  }

  /// True where a date is to be expected: after "on", "by", "due" and their like, or in a column of dates.
  func isDateCued(_ index: Int) -> Bool {
    let previous = self[index - 1]
    switch previous.meaning.keyword {
    case .on, .by, .until, .before, .since: return true
    default: break
    }
    if context.linesOpenWithDays, index == 0 || self[index].startsLine { return true }
    return context.dated || previous.meaning.traits.contains(.dated)
      || previous.mark == .colon && self[index - 2].meaning.traits.contains(.dated)
  }
}
