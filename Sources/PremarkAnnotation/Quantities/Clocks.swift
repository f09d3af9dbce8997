import PremarkText

extension BlockReader {
  /// "6:30", "00:05:30": minutes and seconds where a time is measured, else a time of day.
  ///
  /// Three parts, or a first part past 23, are always a length.
  func clockDuration(at index: Int) -> Taken? {
    guard let (parts, end) = clock(at: index) else { return nil }
    if parts.count == 3 {
      return Taken(.duration, index..<end, .seconds(parts[0] * 3600 + parts[1] * 60 + parts[2]))
    }
    let seconds = parts[0] * 60 + parts[1]
    let hasUnit = self[end].meaning.unit == .minute
    let range = index..<(hasUnit ? end + 1 : end)
    if hasUnit || parts[0] > 23 { return Taken(.duration, range, .seconds(seconds)) }
    guard context.timeMeasure || isMovingTime(index), !isTimeOfDay(index, end) else { return nil }
    return Taken(.duration, range, .seconds(seconds))
  }

  /// "down from 2:40 to 1:55", "cut from 6:30 to 6:00", "target 6:15": times that are brought down are lengths.
  private func isMovingTime(_ index: Int) -> Bool {
    var before = index - 1
    if keyword(before) == .to, isGlued(before - 1), let start = clockStart(endingAt: before) {
      before = start - 1
    }
    if keyword(before) == .to || keyword(before) == .from || keyword(before) == .of { before -= 1 }
    return moves(before) || isMovedFromTo(index)
  }

  private func moves(_ index: Int) -> Bool {
    let meaning = self[index].meaning
    return meaning.keyword == .down || meaning.keyword == .up || meaning.traits.contains(.fall)
      || meaning.traits.contains(.rise)
  }

  /// "Reduce typing from 2:50 to 1:45": either time of the two, with the verb up to six words before.
  private func isMovedFromTo(_ index: Int) -> Bool {
    var start = index
    if keyword(index - 1) == .to, let first = clockStart(endingAt: index - 1) { start = first }
    guard keyword(start - 1) == .from, let from = clock(at: start), keyword(from.end) == .to,
      clock(at: from.end + 1) != nil
    else { return false }
    var before = start - 2
    while before >= 0, before > start - 9, mark(before) != .stop, mark(before) != .semicolon {
      if moves(before) { return true }
      if self[before].startsLine { return false }
      before -= 1
    }
    return false
  }

  private func clockStart(endingAt end: Int) -> Int? {
    guard mark(end - 2) == .colon, self[end - 3].isInteger else { return nil }
    return end - 3
  }

  /// Two or three numbers with colons: the first of one or two digits, the others of two.
  func clock(at index: Int) -> (parts: [Double], end: Int)? {
    let first = self[index]
    guard first.isInteger, first.digits <= 3, mark(index + 1) == .colon, isGlued(index + 1) else {
      return nil
    }
    var parts = [first.number]
    var next = index + 1
    while parts.count < 3, mark(next) == .colon, isGlued(next), isGlued(next + 1), self[next + 1].isInteger,
      self[next + 1].digits == 2, self[next + 1].number < 60
    {
      parts.append(self[next + 1].number)
      next += 2
    }
    return parts.count > 1 ? (parts, next) : nil
  }

  private func isTimeOfDay(_ index: Int, _ end: Int) -> Bool {
    if keyword(end) == .am || keyword(end) == .pm { return true }
    if self[index].hasLeadingZero, self[index].number > 3 { return true }
    if mark(end) == .dash, isGlued(end + 1), clock(at: end + 1) != nil { return true }
    if mark(index - 1) == .dash, isGlued(index) { return true }
    switch keyword(index - 1) {
    case .at: return self[index - 2].meaning.weekday > 0 || self[index].number > 12
    case .on: return false
    default: return self[index - 1].meaning.weekday > 0
    }
  }

  /// A time of day: "14:30", "9am", "9.30 am", "8 o'clock", "half past nine", "ten to four".
  func timeOfDay(at index: Int) -> Range<Int>? {
    if let (_, end) = clock(at: index) {
      return index..<(keyword(end) == .am || keyword(end) == .pm ? end + 1 : end)
    }
    if let end = spokenTime(at: index) { return index..<end }
    let lexeme = self[index]
    let hour = lexeme.shape == .numeral ? lexeme.number : Double(lexeme.meaning.cardinal)
    guard lexeme.form == .none || lexeme.isInteger || lexeme.form == .decimal, hour >= 0, hour < 24 else {
      return nil
    }
    switch keyword(index + 1) {
    case .oclock: return index..<index + 2
    case .pm: return lexeme.shape == .numeral ? index..<index + 2 : nil
    case .am:
      return lexeme.shape == .numeral
        && (isGlued(index + 1) || lexeme.form == .decimal || !self[index + 2].isWord)
        ? index..<index + 2 : nil
    default: return dottedTime(at: index)
    }
  }

  /// "13.45" right after a date or "at" with two places, or as one of two: "9.15 to 9.45".
  private func dottedTime(at index: Int) -> Range<Int>? {
    guard isDottedTime(index) else { return nil }
    let before = mark(index - 1) == .comma ? index - 1 : index
    let isAfterDate =
      before < endings.count && before > 0 && endings[before] >= 0
      && found[Int(endings[before])].kind == .date
    let isPaired = afterShareJoint(index + 1).map(isDottedTime) ?? false
    let isSecond =
      isTimeJoint(index - 1) && index >= 2 && starts[index - 2] >= 0
      && found[Int(starts[index - 2])].kind == .reference
    guard isAfterDate || isPaired && !context.timeMeasure || isSecond && isDottedTime(index - 2) else {
      return nil
    }
    return index..<index + 1
  }

  private func isTimeJoint(_ index: Int) -> Bool { keyword(index) == .to || mark(index) == .dash }

  private func isDottedTime(_ index: Int) -> Bool {
    let lexeme = self[index]
    guard lexeme.form == .decimal, lexeme.number < 24, lexeme.span.count - Int(lexeme.digits) == 3 else {
      return false
    }
    guard mark(index + 1) != .percent, mark(index + 1) != .slash, mark(index - 1) != .pound else {
      return false
    }
    let minutes = Int(lexeme.number * 100 + 0.5) % 100
    return minutes < 60 && minutes % 5 == 0
  }

  /// "half past nine", "quarter to five", "ten to four".
  private func spokenTime(at index: Int) -> Int? {
    var next = keyword(index) == .a ? index + 1 : index
    let isHalf = keyword(next) == .half
    let isQuarter = self[next].meaning.unit == .quarter
    let minutes = self[next].meaning.cardinal
    guard isHalf || isQuarter || [5, 10, 20, 25].contains(minutes) else { return nil }
    next += 1
    let isPast = keyword(next) == .past
    guard isPast || keyword(next) == .to && !isHalf && (isQuarter || keyword(index - 1) == .at) else {
      return nil
    }
    let hour = self[next + 1]
    let value = hour.shape == .numeral ? Int32(min(hour.number, 99)) : hour.meaning.cardinal
    guard (1...12).contains(value), hour.shape != .numeral || hour.isInteger else { return nil }
    return next + 2
  }
}
