import PremarkText

extension BlockReader {
  /// Finds by when something is to be done: "by 31 March", "within six weeks", "by the end of Q2", "in the next 3 months".
  ///
  /// Periods of hours and less are no limits but service levels ("within 24 hours"). A limit that says no day ("by my
  /// next 1-2-1") is kept without a value.
  mutating func readTimeLimits() {
    var limits: [Found] = []
    var isReplaced = [Bool](repeating: false, count: found.count)
    var index = 0
    while index < lexemes.count {
      if let (limit, replaced) = timeLimit(at: index) {
        limits.append(limit)
        if let replaced { isReplaced[replaced] = true }
        index = limit.range.upperBound
      } else {
        index += 1
      }
    }
    guard !limits.isEmpty else { return }
    var kept: [Found] = []
    for index in found.indices where !isReplaced[index] { kept.append(found[index]) }
    found = kept + limits
  }

  /// A limit at an index, and the duration that becomes part of it, if one does.
  private func timeLimit(at index: Int) -> (Found, Int?)? {
    if let start = afterDeadlineCue(index) { return deadline(index, start).map { ($0, nil) } }
    switch keyword(index) {
    case .within: return periodLimit(index, at: index + 1)
    case .in, .over, .for: return comingPeriod(index)
    case .end, .endOfMonth, .endOfYear: return endOfUnit(index, from: index).map { ($0, nil) }
    default: return cellOfPeriod(index)
    }
  }

  private func limit(_ range: Range<Int>, _ value: Entity.Value = .none, _ pending: Pending = .none) -> Found
  {
    Found(kind: .timeLimit, range: range, value: value, pending: pending)
  }

  // MARK: By a day

  /// The index after "by", "before", "until", "no later than".
  private func afterDeadlineCue(_ index: Int) -> Int? {
    switch keyword(index) {
    case .by, .before, .until: return index + 1
    case .no, .not:
      guard keyword(index + 1) == .later, keyword(index + 2) == .than else { return nil }
      return index + 3
    default: return nil
    }
  }

  private func deadline(_ cue: Int, _ start: Int) -> Found? {
    let hedged = afterHedges(start)
    let next = taking(at: hedged) == nil ? afterThe(hedged) : hedged
    if let found = taking(at: next) {
      let range = cue..<found.range.upperBound
      switch (found.kind, found.value) {
      case (.date, .date(let date)):
        return limit(range, found.value, date.year == nil ? .nextOccurrence(date) : .none)
      case (.date, _): return limit(range, .none, found.pending)
      case (.dateRange, .dateRange(_, let last)):
        return limit(range, .date(last), last.year == nil ? .nextOccurrence(last) : .none)
      case (.reference, _):
        guard let year = fullYear(at: next), found.range.count == 1 else { break }
        return limit(range, .date(CalendarDate(year: year, month: nil, day: nil)))
      default: break
      }
    }
    if let found = endOfUnit(cue, from: next) { return found }
    if keyword(next) == .then { return nil }
    return dayName(cue, next) ?? nextOccasion(cue, next)
  }

  private func taking(at index: Int) -> Found? {
    guard index < starts.count, starts[index] >= 0 else { return nil }
    return found[Int(starts[index])]
  }

  /// "end of the month", "the end of next quarter", "end of year", "month end", "EOM".
  private func endOfUnit(_ cue: Int, from index: Int) -> Found? {
    if keyword(index) == .endOfMonth { return limit(cue..<index + 1, .none, .end(of: .month, after: 0)) }
    if keyword(index) == .endOfYear { return limit(cue..<index + 1, .none, .end(of: .year, after: 0)) }
    if self[index].meaning.unit.seconds >= TimeUnit.week.seconds, keyword(index + 1) == .end {
      return limit(cue..<index + 2, .none, .end(of: self[index].meaning.unit, after: 0))
    }
    guard keyword(index) == .end else { return nil }
    var next = keyword(index + 1) == .of ? index + 2 : index + 1
    next = afterThe(next)
    var after = 0
    switch keyword(next) {
    case .next, .coming: (after, next) = (1, next + 1)
    case .this, .possessive: next += 1
    default: break
    }
    let isWorkYear = keyword(next) == .financial || keyword(next) == .academic
    if isWorkYear || keyword(next) == .working { next += 1 }
    let unit = self[next].meaning.unit
    guard unit.seconds >= TimeUnit.week.seconds, !self[next].meaning.traits.contains(.plural) else {
      return nil
    }
    if number(at: next + 1)?.isFigures == true, isGlued(next + 1) || unit == .week { return nil }
    return limit(
      cue..<next + 1, .none,
      isWorkYear ? .nextOccurrence(workYearEnd(next - 1)) : .end(of: unit, after: after))
  }

  private func workYearEnd(_ index: Int) -> CalendarDate {
    keyword(index) == .academic
      ? CalendarDate(year: nil, month: 8, day: 31) : CalendarDate(year: nil, month: 3, day: 31)
  }

  /// "by Friday", "by next Tuesday".
  private func dayName(_ cue: Int, _ index: Int) -> Found? {
    let next = keyword(index) == .next || keyword(index) == .this ? index + 1 : index
    let weekday = Int(self[next].meaning.weekday)
    guard weekday > 0, !self[next].meaning.traits.contains(.plural) else { return nil }
    if keyword(index - 1) == .the { return limit(cue..<next + 1) }
    return limit(cue..<next + 1, .none, .weekday(weekday))
  }

  /// "by next month", "by my next 1-2-1", "before the next review".
  private func nextOccasion(_ cue: Int, _ index: Int) -> Found? {
    var next = keyword(index) == .possessive ? index + 1 : index
    guard keyword(next) == .next || keyword(next) == .coming else { return nil }
    next += 1
    let unit = self[next].meaning.unit
    if unit.seconds >= TimeUnit.week.seconds { return limit(cue..<next + 1, .none, .end(of: unit, after: 1)) }
    if let found = taking(at: next), found.kind == .reference {
      return limit(cue..<found.range.upperBound)
    }
    if let end = skip(at: next) { return limit(cue..<end) }
    var end = next
    while end < next + 4, self[end].isWord, !self[end].startsLine,
      !self[end].meaning.traits.contains(.function)
    {
      if keyword(end) == .meeting { return limit(cue..<end + 1) }
      end += 1
    }
    return nil
  }

  // MARK: Within a period

  /// "within six weeks", "within the next 3 months", "within a year".
  private func periodLimit(_ cue: Int, at start: Int) -> (Found, Int?)? {
    var index = afterThe(start)
    if keyword(index) == .next || keyword(index) == .coming { index += 1 }
    index = afterHedges(index)
    let unit = self[index].meaning.unit
    if !self[index].meaning.traits.contains(.plural), self[index].span.count > 2, let period = unit.period(1)
    {
      return (limit(cue..<index + 1, .period(period)), nil)
    }
    return wholePeriod(cue, at: index)
  }

  /// A limit of the duration at an index, if it is of whole days or more.
  private func wholePeriod(_ cue: Int, at index: Int) -> (Found, Int?)? {
    guard let found = taking(at: index), found.kind == .duration, found.amount >= 1 else {
      return nil
    }
    guard let period = found.unit.period(Int(found.amount)), found.amount == Double(Int(found.amount)) else {
      return nil
    }
    // "4 to 6 weeks" ends with the second.
    if let joint = afterShareJoint(found.range.upperBound), let second = taking(at: joint),
      second.kind == .duration, let longer = wholePeriod(cue, at: joint)
    {
      return longer
    }
    return (limit(cue..<found.range.upperBound, .period(period)), Int(starts[index]))
  }

  /// "in the next six weeks", "over the next quarter", "in six months' time", "in three months".
  private func comingPeriod(_ cue: Int) -> (Found, Int?)? {
    let start = afterThe(cue + 1)
    if keyword(start) == .next || keyword(start) == .coming {
      guard keyword(cue) != .for else { return nil }
      return periodLimit(cue, at: start)
    }
    guard keyword(cue) == .in, start == cue + 1,
      let (found, replaced) = wholePeriod(cue, at: afterHedges(start))
    else {
      return nil
    }
    var end = found.range.upperBound
    if mark(end) == .apostrophe { end += 1 }
    if keyword(end) == .time { return (limit(cue..<end + 1, found.value), replaced) }
    guard let replaced, self.found[replaced].amount > 1,
      self.found[replaced].unit.seconds >= TimeUnit.week.seconds
    else { return nil }
    return keyword(end) == .of ? nil : (found, replaced)
  }

  /// A cell of a column of dates that holds a period only: "6 weeks" under "Timescale".
  private func cellOfPeriod(_ index: Int) -> (Found, Int?)? {
    guard index == 0, context.dated, let (found, replaced) = wholePeriod(index, at: index) else { return nil }
    let end = found.range.upperBound
    return end == lexemes.count || self[end].startsLine || !self[end].isWord ? (found, replaced) : nil
  }
}
