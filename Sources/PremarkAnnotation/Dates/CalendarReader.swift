import PremarkText

extension BlockReader {
  /// Dates, lists of dates and ranges of dates.
  func calendar(at index: Int) -> Taken? {
    guard mayStartCalendar(index) else { return nil }
    if let taken = dateRange(at: index) { return taken }
    if let taken = sharedMonth(at: index) { return taken }
    if let found = holiday(at: index) ?? weekdayOfMonth(at: index) { return found }
    if let found = partOfPeriod(at: index) { return Taken(.date, found.range, .date(found.date)) }
    if let taken = period(at: index) { return taken }
    if let found = date(at: index) { return Taken(.date, found.range, .date(found.date)) }
    return dayOfKnownMonth(at: index)
  }

  private func mayStartCalendar(_ index: Int) -> Bool {
    let lexeme = self[index]
    switch lexeme.shape {
    case .numeral, .code: return true
    case .symbol, .edge: return false
    case .word:
      let meaning = lexeme.meaning
      return meaning.month > 0 || meaning.weekday > 0 || meaning.ordinal > 0 || meaning.cardinal >= 20
        || meaning.unit == .week || meaning.keyword != .none || meaning.traits.contains(.feast)
    }
  }

  // MARK: Ranges and lists

  /// "from 2 March to 30 September 2026", "9–21 February", "Mon 2 to Fri 6 March", "March–June 2026".
  private func dateRange(at index: Int) -> Taken? {
    var start = index
    let opener = keyword(index)
    if opener == .from || opener == .between { start = afterThe(index + 1) }
    if opener == .from ? isMoved(index) : keyword(index - 1) == .from && isMoved(index - 1) { return nil }
    if let taken = daysOfMonth(from: index, at: start, opener) ?? monthOfDays(from: index, at: start) {
      return taken
    }
    guard let first = partOfPeriod(at: start) ?? date(at: start), first.date.month != nil else { return nil }
    guard let next = afterRangeJoint(first.range.upperBound, opener) else { return nil }
    guard let last = partOfPeriod(at: next) ?? date(at: next), last.date.month != nil else { return nil }
    guard (first.date.day == nil) == (last.date.day == nil) || opener == .from || opener == .between else {
      return nil
    }
    let begin = first.date.withYear(before: last.date)
    var taken = Taken(.dateRange, index..<last.range.upperBound, .dateRange(begin, last.date))
    taken.found.append(Found(kind: .date, range: first.range, value: .date(begin)))
    taken.found.append(Found(kind: .date, range: last.range, value: .date(last.date)))
    return taken
  }

  /// "moved from 29 May to 30 June": two days, not the time between them.
  private func isMoved(_ index: Int) -> Bool {
    for before in (index - 3..<index).reversed() {
      if keyword(before) == .moved { return true }
      if startsStretch(before + 1) { return false }
    }
    return false
  }

  /// "9–21 February", "2 to 6 March 2026": two days of one month.
  private func daysOfMonth(from index: Int, at start: Int, _ opener: Keyword) -> Taken? {
    let named = afterDayName(start)
    guard let first = dayNumber(at: named), let next = afterRangeJoint(first.end, opener) else { return nil }
    let second = afterThe(afterDayName(next))
    guard self[first.end - 1].shape != .numeral || !isGlued(named) else { return nil }
    guard let last = dayMonth(at: second), let day = last.date.day, first.value < day else { return nil }
    let begin = CalendarDate(year: last.date.year, month: last.date.month, day: first.value)
    return Taken(.dateRange, index..<last.end, .dateRange(begin, last.date))
  }

  /// "June 12-14, 2026".
  private func monthOfDays(from index: Int, at start: Int) -> Taken? {
    guard let month = monthName(at: start), let first = dayNumber(at: month.end), mark(first.end) == .dash
    else { return nil }
    guard isEvenlySpaced(first.end), let last = dayNumber(at: first.end + 1), first.value < last.value else {
      return nil
    }
    let year = self.year(at: last.end, allowsShort: false)
    guard year != nil || !isCounting(last.end - 1) || last.isOrdinal else { return nil }
    guard let begin = CalendarDate.checked(year: year?.value, month: month.value, day: first.value),
      let end = CalendarDate.checked(year: year?.value, month: month.value, day: last.value)
    else { return nil }
    return Taken(.dateRange, index..<(year?.end ?? last.end), .dateRange(begin, end))
  }

  private func afterRangeJoint(_ index: Int, _ opener: Keyword) -> Int? {
    if mark(index) == .dash { return isEvenlySpaced(index) ? afterThe(index + 1) : nil }
    switch keyword(index) {
    case .to, .until: return afterThe(index + 1)
    case .and: return opener == .between ? afterThe(index + 1) : nil
    default: return self[index].meaning.keyword == .over ? nil : afterThrough(index)
    }
  }

  private func afterThrough(_ index: Int) -> Int? { keyword(index) == .through ? index + 1 : nil }

  /// "26 and 27 March", "3, 10 and 17 February 2026": a date for each day.
  private func sharedMonth(at index: Int) -> Taken? {
    var days: [(start: Int, day: DatePart)] = []
    var next = index
    while days.count < 12 {
      let named = afterThe(afterDayName(next))
      if !days.isEmpty, let last = dayMonth(at: named), let month = last.date.month {
        return list(days, month: month, year: last.date.year, last: (next, last.date, last.end))
      }
      guard let day = dayNumber(at: named) else { return nil }
      days.append((next, day))
      guard let after = afterListJoint(day.end) else { return nil }
      next = after
    }
    return nil
  }

  private func afterListJoint(_ index: Int) -> Int? {
    switch mark(index) {
    case .comma: return keyword(index + 1) == .and ? index + 2 : index + 1
    case .ampersand: return index + 1
    case .slash: return isGlued(index) ? nil : index + 1
    default: return keyword(index) == .and || keyword(index) == .or ? index + 1 : nil
    }
  }

  private func list(
    _ days: [(start: Int, day: DatePart)], month: Int, year: Int?,
    last: (start: Int, date: CalendarDate, end: Int)
  ) -> Taken? {
    var found: [Found] = []
    for (start, day) in days {
      guard let date = CalendarDate.checked(year: year, month: month, day: day.value) else { return nil }
      found.append(Found(kind: .date, range: start..<day.end, value: .date(date)))
    }
    found.append(Found(kind: .date, range: last.start..<last.end, value: .date(last.date)))
    return Taken(found, end: last.end)
  }

  // MARK: Days without a month

  /// "on the 28th", "Friday 26th": a day whose month has to be known from before.
  private func dayOfKnownMonth(at index: Int) -> Taken? {
    let named = afterDayName(index)
    let hasName = named > index
    let start = afterThe(named)
    guard let day = dayNumber(at: start), day.isOrdinal, self[start].shape == .numeral || hasName else {
      return nil
    }
    guard hasName || isDayCued(index) else { return nil }
    let next = self[day.end]
    guard !next.isWord || next.meaning.traits.contains(.function) || next.startsLine else { return nil }
    guard keyword(day.end) != .of else { return nil }
    return Taken(.date, index..<day.end, pending: .dayOfMonth(day.value))
  }

  private func isDayCued(_ index: Int) -> Bool {
    let before = keyword(index - 1) == .the ? index - 2 : index - 1
    switch keyword(before) {
    case .on, .by, .until, .before, .since, .from, .after: return true
    case .and, .to: return self[before - 1].meaning.keyword == .suffix
    default: return false
    }
  }
}

extension CalendarDate {
  /// With the year of the date a range ends on, or the one before where the range goes over the turn of the year.
  func withYear(before last: CalendarDate) -> CalendarDate {
    guard year == nil, let month, let end = last.month, let lastYear = last.year else { return self }
    return CalendarDate(year: month > end ? lastYear - 1 : lastYear, month: month, day: day)
  }
}
