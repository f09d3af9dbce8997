import PremarkText

extension BlockReader {
  /// What comes again and again: "every Thursday", "fortnightly", "twice a week", "Fridays", "30 minutes per day".
  func recurrence(at index: Int) -> Taken? {
    switch keyword(index) {
    case .every, .each: return everyUnit(at: index)
    case .alternate:
      let meaning = self[index + 1].meaning
      guard meaning.weekday > 0 || meaning.unit != .none else { return nil }
      let unit = meaning.weekday > 0 ? TimeUnit.week : meaning.unit
      return recurring(unit, 2, index..<index + 2)
    case .once, .twice: return perUnit(from: index, at: index + 1)
    case .weekly: return recurring(.week, 1, index..<index + 1)
    case .fortnightly: return recurring(.week, 2, index..<index + 1)
    case .monthly: return recurring(.month, 1, index..<index + 1)
    case .quarterly: return recurring(.month, 3, index..<index + 1)
    case .yearly:
      return self[index + 1].meaning.keyword == .the ? nil : recurring(.year, 1, index..<index + 1)
    case .daily: return recurring(.day, 1, index..<index + 1)
    case .a, .per: return endsQuantity(index) ? perUnit(from: index, at: index) : nil
    default: break
    }
    if let taken = weekdayOfEveryMonth(at: index) { return taken }
    if isPluralDay(index) { return recurring(.week, 1, index..<index + 1) }
    return numbered(at: index)
  }

  private func recurring(_ unit: TimeUnit, _ count: Int, _ range: Range<Int>) -> Taken? {
    guard let period = unit.period(count) else { return nil }
    return Taken(.recurrence, range, .period(period))
  }

  /// "the first Monday of the month", "the last Friday of each month".
  private func weekdayOfEveryMonth(at index: Int) -> Taken? {
    let ordinal = self[index].meaning.ordinal
    let isSuffixed = self[index].isInteger && isGlued(index + 1) && keyword(index + 1) == .suffix
    guard keyword(index) == .last || (1...4).contains(ordinal) || isSuffixed else { return nil }
    let day = isSuffixed ? index + 2 : index + 1
    guard self[day].meaning.weekday > 0, keyword(day + 1) == .of || keyword(day + 1) == .in else {
      return nil
    }
    switch keyword(day + 2) {
    case .the, .each, .every, .a: break
    default: return nil
    }
    guard self[day + 3].meaning.unit == .month else { return nil }
    return recurring(.month, 1, index..<day + 4)
  }

  private func isPluralDay(_ index: Int) -> Bool {
    let meaning = self[index].meaning
    return meaning.weekday > 0 && meaning.traits.contains(.plural)
  }

  /// "every week", "every other Tuesday", "every second Tuesday", "every six weeks", "each month".
  private func everyUnit(at index: Int) -> Taken? {
    var next = index + 1
    var count = 1
    if keyword(next) == .other {
      (count, next) = (2, next + 1)
    } else if self[next].meaning.ordinal > 1, self[next].meaning.ordinal <= 12 {
      (count, next) = (Int(self[next].meaning.ordinal), next + 1)
    } else if let number = number(at: next), number.value >= 1, number.value < 100 {
      (count, next) = (Int(number.value), number.end)
      if let shared = afterShareJoint(next), let second = self.number(at: shared) { next = second.end }
    }
    if keyword(next) == .working { next += 1 }
    let meaning = self[next].meaning
    if meaning.weekday > 0 { return recurring(.week, count, index..<next + 1) }
    return meaning.unit == .none ? nil : recurring(meaning.unit, count, index..<next + 1)
  }

  /// "once a month", "twice a week", "three times per day", "an hour a week".
  private func perUnit(from index: Int, at article: Int) -> Taken? {
    switch keyword(article) {
    case .a, .per, .every, .each: break
    default: return nil
    }
    if let every = everyUnit(at: article), keyword(article) == .every {
      return Taken(.recurrence, index..<every.end, every.found[0].value)
    }
    let meaning = self[article + 1].meaning
    if meaning.weekday > 0 { return recurring(.week, 1, index..<article + 2) }
    guard self[article + 1].span.count > 1 else { return nil }
    return recurring(meaning.unit, 1, index..<article + 2)
  }

  /// "three times a week", "6-monthly", "six-monthly".
  private func numbered(at index: Int) -> Taken? {
    guard let number = number(at: index), number.value >= 1, number.value < 100 else { return nil }
    if keyword(number.end) == .times { return perUnit(from: index, at: number.end + 1) }
    let next = mark(number.end) == .dash ? number.end + 1 : number.end
    guard next > number.end || isGlued(next) else { return nil }
    switch keyword(next) {
    case .weekly: return recurring(.week, Int(number.value), index..<next + 1)
    case .monthly: return recurring(.month, Int(number.value), index..<next + 1)
    default: return nil
    }
  }
}
