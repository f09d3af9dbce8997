import PremarkText

/// A length of time and the index after it.
struct DurationFound {
  var seconds: Double
  var end: Int
  /// The unit and number of its first part.
  let unit: TimeUnit
  let amount: Double
}

extension BlockReader {
  /// Lengths of time, and the numbers that share the unit of one: in "10 to 15 minutes" both are minutes.
  func duration(at index: Int) -> Taken? {
    if let taken = clockDuration(at: index) { return taken }
    if let found = timeLength(at: index) { return taken(found, index) }
    return sharedUnit(at: index)
  }

  private func taken(_ found: DurationFound, _ index: Int) -> Taken {
    var taken = Taken(.duration, index..<found.end, .seconds(found.seconds))
    taken.found[0].unit = found.unit
    taken.found[0].amount = found.amount
    return taken
  }

  /// A length of time in words or with units: "6m 30s", "half an hour", "two and a half minutes", "3 x half an hour".
  func timeLength(at index: Int) -> DurationFound? {
    guard !touchesMoney(index) else { return nil }
    if let found = fractionOfHour(at: index) { return found }
    if let found = unitAlone(at: index) { return found }
    guard let number = self.number(at: index), !isGlued(index) || mark(index - 1) != .dash else { return nil }
    if let found = multiplied(number) { return found }
    guard let (unit, end) = unit(after: number) else { return nil }
    var found = DurationFound(
      seconds: number.value * unit.seconds, end: end, unit: unit, amount: number.value)
    addHalf(&found)
    addSmaller(&found, after: unit)
    return found
  }

  private func touchesMoney(_ index: Int) -> Bool {
    switch mark(index - 1) {
    case .pound, .euro, .dollar: true
    default: false
    }
  }

  /// The unit after a number: "minutes", "-week", "working days", and single letters where they touch the figure.
  private func unit(after number: NumberFound) -> (TimeUnit, Int)? {
    var next = number.end
    if mark(next) == .dash, isGlued(next), isGlued(next + 1) { next += 1 }
    if keyword(next) == .working { next += 1 }
    let lexeme = self[next]
    let unit = lexeme.meaning.unit
    guard unit != .none, !lexeme.startsLine, lexeme.shape == .word else { return nil }
    if lexeme.span.count == 1 {
      guard number.isFigures, isGlued(next) || unit == .hour else { return nil }
      if unit == .minute, !isMinuteLetter(next) { return nil }
    }
    if unit == .second, !lexeme.meaning.traits.contains(.plural), !lexeme.meaning.traits.contains(.short) {
      // "one second" is a length, "the two second calls" is not.
      guard number.value == 1 || mark(next - 1) == .dash else { return nil }
    }
    return (unit, next + 1)
  }

  /// "6m" is six minutes with seconds after it or where time is measured; it may be metres or millions elsewhere.
  private func isMinuteLetter(_ index: Int) -> Bool {
    if context.timeMeasure { return true }
    // "2m40"
    if self[index + 1].shape == .numeral, isGlued(index + 1), self[index + 1].digits == 2 { return true }
    return self[index + 1].shape == .numeral && self[index + 2].meaning.unit == .second
      || self[index - 2].meaning.unit == .hour
  }

  /// "an hour and a half", "two hours and a half".
  private func addHalf(_ found: inout DurationFound) {
    if keyword(found.end) == .and, keyword(found.end + 1) == .a, keyword(found.end + 2) == .half {
      found.seconds += found.unit.seconds / 2
      found.end += 3
    }
  }

  /// "… 30 seconds", "… and four months", and a bare figure after minutes or hours: "6 min 30", "ten minutes fifty".
  private func addSmaller(_ found: inout DurationFound, after unit: TimeUnit) {
    var last = unit
    while true {
      var next = found.end
      let joined = mark(next) == .comma || keyword(next) == .and
      if joined { next += 1 }
      guard !self[next].startsLine, let number = self.number(at: next) else { return }
      if let (smaller, end) = self.unit(after: number), smaller.seconds < last.seconds {
        found.seconds += number.value * smaller.seconds
        (found.end, last) = (end, smaller)
        continue
      }
      guard !joined, last.smaller != .none, number.value < 60, !isCounting(number.end - 1) else { return }
      guard mark(number.end) != .colon, mark(number.end) != .slash, keyword(number.end) != .to else { return }
      guard !(self[next].shape == .numeral && self[next].digits < 2) else { return }
      found.seconds += number.value * last.smaller.seconds
      found.end = number.end
      return
    }
  }

  /// "half an hour", "quarter of an hour", "three quarters of an hour", "half a day".
  private func fractionOfHour(at index: Int) -> DurationFound? {
    var next = keyword(index) == .a ? index + 1 : index
    var part = 0.0
    if keyword(next) == .half {
      part = 0.5
      next += 1
    } else if self[next].meaning.unit == .quarter, !self[next].meaning.traits.contains(.plural) {
      part = 0.25
      next += 1
      guard keyword(next) == .of else { return nil }
    } else if self[next].meaning.cardinal == 3, self[next + 1].meaning.unit == .quarter {
      part = 0.75
      next += 2
      guard keyword(next) == .of else { return nil }
    } else {
      return nil
    }
    if mark(next) == .dash { next += 1 }
    if keyword(next) == .of { next += 1 }
    if keyword(next) == .a { next += 1 }
    let unit = self[next].meaning.unit
    guard unit != .none, self[next].span.count > 1, !self[next].meaning.traits.contains(.plural) else {
      return nil
    }
    return DurationFound(seconds: part * unit.seconds, end: next + 1, unit: unit, amount: part)
  }

  /// "a minute", "an hour and twenty minutes"; "a day" and longer only where a length is meant: "for a week".
  private func unitAlone(at index: Int) -> DurationFound? {
    guard keyword(index) == .a else { return nil }
    if keyword(index + 1) == .couple {
      let next = keyword(index + 2) == .of ? index + 3 : index + 2
      let unit = self[next].meaning.unit
      guard unit != .none else { return nil }
      return DurationFound(seconds: 2 * unit.seconds, end: next + 1, unit: unit, amount: 2)
    }
    let lexeme = self[index + 1]
    let unit = lexeme.meaning.unit
    guard unit != .none, unit != .second, unit != .quarter, lexeme.span.count > 1 else { return nil }
    guard !endsQuantity(index), !lexeme.meaning.traits.contains(.plural) else { return nil }
    if unit == .day || unit.seconds > TimeUnit.day.seconds, !isLengthCued(index) { return nil }
    let after = self[index + 2]
    if after.isWord, !after.meaning.traits.contains(.function), after.meaning.unit == .none,
      unit != .fortnight
    {
      return nil
    }
    var found = DurationFound(seconds: unit.seconds, end: index + 2, unit: unit, amount: 1)
    addHalf(&found)
    addSmaller(&found, after: unit)
    return found
  }

  /// True where the words before `index` are a number, count or length: "12 an hour" is a rate.
  func endsQuantity(_ index: Int) -> Bool {
    guard index > 0, index < endings.count, endings[index] >= 0 else { return false }
    switch found[Int(endings[index])].kind {
    case .count, .number, .duration, .percentage, .money, .score: return true
    default: return false
    }
  }

  private func isLengthCued(_ index: Int) -> Bool {
    var before = index - 1
    while before > index - 3, self[before].meaning.traits.contains(.hedge) { before -= 1 }
    switch keyword(before) {
    case .for, .within, .in, .after, .over, .than: return true
    default: return before < index - 1
    }
  }

  /// "3 x half an hour", "2 × 45 minutes".
  private func multiplied(_ number: NumberFound) -> DurationFound? {
    guard number.isFigures, keyword(number.end) == .x || mark(number.end) == .times else { return nil }
    guard let each = timeLength(at: number.end + 1) else { return nil }
    return DurationFound(
      seconds: number.value * each.seconds, end: each.end, unit: each.unit, amount: number.value * each.amount
    )
  }

  /// The first of "10 to 15 minutes", "10-15 minutes", "six or seven weeks".
  private func sharedUnit(at index: Int) -> Taken? {
    guard let number = self.number(at: index), let next = afterShareJoint(number.end) else { return nil }
    guard let second = self.number(at: next), second.value > number.value, let (unit, _) = unit(after: second)
    else {
      return nil
    }
    var taken = Taken(.duration, index..<number.end, .seconds(number.value * unit.seconds))
    taken.found[0].unit = unit
    taken.found[0].amount = number.value
    taken.found[0].sharesUnit = true
    return taken
  }

  /// The index after "to", "or", "and" or a dash between two numbers that share a unit.
  func afterShareJoint(_ index: Int) -> Int? {
    if mark(index) == .dash { return isEvenlySpaced(index) ? index + 1 : nil }
    return keyword(index) == .to || keyword(index) == .or ? afterHedges(index + 1) : nil
  }
}
