import PremarkText

extension BlockReader {
  /// A quarter, half, season or year of work, as the range of its days.
  func period(at index: Int) -> Taken? {
    guard let found = periodRange(at: index) else { return nil }
    return Taken(.dateRange, index..<found.end, .dateRange(found.first, found.last))
  }

  /// First and last day of a period, as precise as it is known, and the index after it.
  typealias PeriodFound = (first: CalendarDate, last: CalendarDate, end: Int)

  private func periodRange(at index: Int) -> PeriodFound? {
    quarter(at: index) ?? season(at: index) ?? financialYear(at: index) ?? yearSpan(at: index)
  }

  /// "mid-April", "early May 2026", "end of March", "end of Q2", "end of 2026".
  ///
  /// The end is the last day and the start the first; early, mid and late are as precise as the month.
  func partOfPeriod(at index: Int) -> DateFound? {
    let part = keyword(index)
    switch part {
    case .early, .late, .middle, .start, .end: break
    default: return nil
    }
    var next = index + 1
    if mark(next) == .dash { next += 1 }
    if keyword(next) == .of { next += 1 }
    next = afterThe(next)
    if self[next].meaning.unit == .month, keyword(next + 1) == .of { next += 2 }
    if let month = monthYear(at: next) { return partOfMonth(part, month.date, index..<month.end) }
    if let month = monthName(at: next), self[next].isCapitalised || self[next].meaning.month != 5 {
      let date = CalendarDate(year: nil, month: month.value, day: nil)
      return partOfMonth(part, date, index..<month.end)
    }
    guard part == .end || part == .start else { return nil }
    if let period = periodRange(at: next) {
      return DateFound(date: part == .end ? period.last : period.first, range: index..<period.end)
    }
    guard let year = fullYear(at: next) else { return nil }
    let date = CalendarDate(year: year, month: part == .end ? 12 : 1, day: part == .end ? 31 : 1)
    return DateFound(date: date, range: index..<next + 1)
  }

  private func partOfMonth(_ part: Keyword, _ month: CalendarDate, _ range: Range<Int>) -> DateFound {
    guard let number = month.month else { return DateFound(date: month, range: range) }
    switch part {
    case .end: return DateFound(date: .end(ofMonth: number, year: month.year), range: range)
    case .start:
      return DateFound(date: CalendarDate(year: month.year, month: number, day: 1), range: range)
    default: return DateFound(date: month, range: range)
    }
  }

  /// "Q2 2026", "Q2 FY26", "Q1", "H1 2026", "first quarter of 2026".
  ///
  /// A quarter without a year, or with a plain one, is of the calendar year; with FY it is of the financial year from
  /// April on. A half is taken only with a year, a bare quarter not where it numbers a question.
  private func quarter(at index: Int) -> PeriodFound? {
    guard let (months, number, next) = quarterName(at: index) else { return nil }
    let of = keyword(next) == .of ? next + 1 : next
    let comma = mark(of) == .comma || mark(of) == .dash && isGlued(of) ? of + 1 : of
    if let financial = financialStart(at: afterThe(comma)) {
      return span(from: financial.value * 12 + 3 + (number - 1) * months, months: months, end: financial.end)
    }
    if let year = self.year(at: of, allowsShort: mark(of) == .apostrophe || isYearOfDocument(self[of])) {
      return span(from: year.value * 12 + (number - 1) * months, months: months, end: year.end)
    }
    guard months == 3, self[index].shape == .code, !numbersQuestion(index, next) else { return nil }
    let first = (number - 1) * 3 + 1
    return (CalendarDate(year: nil, month: first, day: 1), .end(ofMonth: first + 2, year: nil), next)
  }

  private func span(from count: Int, months: Int, end: Int) -> PeriodFound {
    let last = count + months - 1
    return (
      CalendarDate(year: count / 12, month: count % 12 + 1, day: 1),
      .end(ofMonth: last % 12 + 1, year: last / 12), end
    )
  }

  /// Months of the part, its number, and the index after its name.
  private func quarterName(at index: Int) -> (months: Int, number: Int, end: Int)? {
    let lexeme = self[index]
    if lexeme.shape == .code, lexeme.span.count == 2 {
      let digit = Int(text[lexeme.span.start + 1]) - 0x30
      switch text[lexeme.span.start] | 0x20 {
      case 0x71: return (1...4).contains(digit) ? (3, digit, index + 1) : nil
      case 0x68: return (1...2).contains(digit) ? (6, digit, index + 1) : nil
      default: return nil
      }
    }
    guard let ordinal = ordinalNumber(at: index), ordinal.value <= 4 else { return nil }
    if self[ordinal.end].meaning.unit == .quarter { return (3, ordinal.value, ordinal.end + 1) }
    return keyword(ordinal.end) == .half && ordinal.value <= 2 ? (6, ordinal.value, ordinal.end + 1) : nil
  }

  private func ordinalNumber(at index: Int) -> DatePart? {
    guard let day = dayNumber(at: index), day.isOrdinal else { return nil }
    return day
  }

  /// True for "Q1." or "Q1 What …": a question's number.
  private func numbersQuestion(_ index: Int, _ next: Int) -> Bool {
    guard startsStretch(index) else { return false }
    if mark(next) == .dash || self[next].shape == .edge { return false }
    return mark(next) != .colon || !context.dated
  }

  /// "spring 2026", "the autumn": three months.
  private func season(at index: Int) -> PeriodFound? {
    let first: Int
    switch keyword(index) {
    case .spring: first = 3
    case .summer: first = 6
    case .autumn: first = 9
    case .winter: first = 12
    default: return nil
    }
    let of = keyword(index + 1) == .of ? index + 2 : index + 1
    let year = self.year(at: of, allowsShort: isYearOfDocument(self[of]))
    guard year != nil || isSeasonCued(index) else { return nil }
    let lastYear = year.map { first == 12 ? $0.value + 1 : $0.value }
    return (
      CalendarDate(year: year?.value, month: first, day: nil),
      CalendarDate(year: lastYear, month: (first + 1) % 12 + 1, day: nil), year?.end ?? index + 1
    )
  }

  private func isSeasonCued(_ index: Int) -> Bool {
    let next = self[index + 1]
    guard !next.isWord || next.meaning.traits.contains(.function) || next.startsLine else { return false }
    switch keyword(index - 1) {
    case .in, .by, .until, .this, .next, .last, .since, .early, .late: return true
    case .the:
      switch keyword(index - 2) {
      case .in, .by, .until, .since, .over, .before, .after, .for, .of: return true
      default: return false
      }
    default: return false
    }
  }

  /// "FY26", "FY25/26", "financial year 2025-26", "academic year 2025/26".
  private func financialYear(at index: Int) -> PeriodFound? {
    if keyword(index) == .academic, self[index + 1].meaning.unit == .year,
      let (year, end) = yearPair(at: index + 2)
    {
      return (
        CalendarDate(year: year, month: 9, day: 1), CalendarDate(year: year + 1, month: 8, day: 31), end
      )
    }
    return financialStart(at: index).map { span(from: $0.value * 12 + 3, months: 12, end: $0.end) }
  }

  /// The year in which a financial year starts: 2025 for FY26, FY25/26 and "financial year 2025-26".
  private func financialStart(at index: Int) -> DatePart? {
    let lexeme = self[index]
    var next = index + 1
    if keyword(index) == .financial {
      if self[next].meaning.unit == .year { next += 1 }
      if let (year, end) = yearPair(at: next) { return DatePart(value: year, end: end) }
      let year = self.year(at: next, allowsShort: true)
      return year.map { DatePart(value: $0.value - 1, end: $0.end) }
    }
    guard lexeme.shape == .code, let digits = digitsAfterFY(lexeme) else { return nil }
    let year = digits < 100 ? 2000 + digits : digits
    if mark(next) == .slash || mark(next) == .dash, isGlued(next + 1), self[next + 1].isInteger,
      Int(self[next + 1].number) % 100 == (year + 1) % 100
    {
      return DatePart(value: year, end: next + 2)
    }
    return DatePart(value: year - 1, end: next)
  }

  private func digitsAfterFY(_ lexeme: Lexeme) -> Int? {
    let bytes = text[lexeme.span.range]
    guard bytes.count == 4 || bytes.count == 6, bytes.prefix(2).map({ $0 | 0x20 }) == [0x66, 0x79] else {
      return nil
    }
    var value = 0
    for byte in bytes.dropFirst(2) {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// "2025-26", "2025/2026", "25/26": a year and the next.
  private func yearPair(at index: Int) -> (year: Int, end: Int)? {
    let (first, second) = (self[index], self[index + 2])
    guard mark(index + 1) == .slash || mark(index + 1) == .dash, first.isInteger, second.isInteger else {
      return nil
    }
    guard isGlued(index + 1), isGlued(index + 2), first.digits == 4 || first.digits == 2 else { return nil }
    let year = first.digits == 4 ? Int(first.number) : 2000 + Int(first.number)
    guard (1950...2099).contains(year), Int(second.number) % 100 == (year + 1) % 100 else { return nil }
    return (year, index + 3)
  }

  /// "2025-26", "2024–2026", "2010 to 2017".
  private func yearSpan(at index: Int) -> PeriodFound? {
    guard let year = fullYear(at: index), year >= 1950, !isGlued(index) || mark(index - 1) == .open else {
      return nil
    }
    if let pair = yearPair(at: index) {
      guard !(isGlued(pair.end) && mark(pair.end) == .dash) else { return nil }
      return (
        CalendarDate(year: year, month: nil, day: nil), CalendarDate(year: year + 1, month: nil, day: nil),
        pair.end
      )
    }
    guard mark(index + 1) == .dash || keyword(index + 1) == .to, let last = fullYear(at: index + 2),
      last > year
    else {
      return nil
    }
    return (
      CalendarDate(year: year, month: nil, day: nil), CalendarDate(year: last, month: nil, day: nil),
      index + 3
    )
  }
}
