import PremarkText

extension BlockReader {
  /// "Christmas 2026", "by Easter", "Whit Friday", "New Year's Eve".
  func holiday(at index: Int) -> Taken? {
    guard self[index].meaning.traits.contains(.feast), let (end, isDay, feast) = feastName(at: index) else {
      return nil
    }
    let year = self.year(at: keyword(end) == .of ? end + 1 : end, allowsShort: false)
    guard year != nil || isTimed(index) || isDay else { return nil }
    return named(feast, index..<(year?.end ?? end), year?.value)
  }

  /// "the last Friday of August", "the second Tuesday in March 2026".
  func weekdayOfMonth(at index: Int) -> Taken? {
    let week: Int
    if keyword(index) == .last {
      week = 5
    } else if let ordinal = dayNumber(at: index), ordinal.isOrdinal, ordinal.value <= 4 {
      week = ordinal.value
    } else {
      return nil
    }
    let day = keyword(index) == .last ? index + 1 : dayNumber(at: index)?.end ?? index + 1
    let weekday = Int(self[day].meaning.weekday)
    guard weekday > 0, keyword(day + 1) == .of || keyword(day + 1) == .in else { return nil }
    let start = afterThe(day + 2)
    guard let month = monthName(at: start) else { return nil }
    let year = self.year(at: month.end, allowsShort: false)
    let rule = WeekdayOfMonth(week: week, weekday: weekday, month: month.value)
    return named(.weekday(rule), index..<(year?.end ?? month.end), year?.value)
  }

  private func named(_ feast: Feast, _ range: Range<Int>, _ year: Int?) -> Taken? {
    if let year { return feast.date(in: year).map { Taken(.date, range, .date($0)) } }
    if case .fixed(let month, let day) = feast {
      return Taken(.date, range, .date(CalendarDate(year: nil, month: month, day: day)))
    }
    return Taken(.date, range, pending: .feast(feast))
  }

  /// The longest name that begins at the lexeme, and the index after it.
  private func feastName(at index: Int) -> (end: Int, isDay: Bool, feast: Feast)? {
    var longest: (end: Int, isDay: Bool, feast: Feast)?
    for (name, isDay, feast) in Feast.names {
      if let end = self.end(of: name, at: index), end > longest?.end ?? 0 { longest = (end, isDay, feast) }
    }
    return longest
  }

  /// The index after the words of a name; apostrophes and full stops of short forms count for nothing.
  private func end(of name: String, at index: Int) -> Int? {
    var next = index
    var offset = self[index].span.start
    for byte in name.utf8 {
      if byte == 0x20 {
        guard isAtEnd(of: next, offset), !self[next + 1].startsLine || mark(next + 1) == .stop else {
          return nil
        }
        next += isGlued(next + 1) && (mark(next + 1) == .stop || mark(next + 1) == .apostrophe) ? 2 : 1
        guard self[next].isWord, !self[next].startsLine else { return nil }
        offset = self[next].span.start
        continue
      }
      offset = afterApostrophe(offset)
      guard offset < self[next].span.end else { return nil }
      let isSame = byte & 0x20 == 0 ? text[offset] == byte : text[offset] | 0x20 == byte
      guard isSame else { return nil }
      offset += 1
    }
    return isAtEnd(of: next, offset) ? next + 1 : nil
  }

  private func isAtEnd(of index: Int, _ offset: Int) -> Bool {
    afterApostrophe(offset) >= self[index].span.end
  }

  /// The offset after "'" or "’".
  private func afterApostrophe(_ offset: Int) -> Int {
    guard offset < text.count else { return offset }
    if text[offset] == 0x27 { return offset + 1 }
    let isCurly =
      text[offset] == 0xE2 && offset + 2 < text.count && text[offset + 1] == 0x80 && text[offset + 2] == 0x99
    return isCurly ? offset + 3 : offset
  }

  private func isTimed(_ index: Int) -> Bool {
    switch keyword(index - 1) {
    case .by, .before, .until, .since, .after: true
    default: keyword(index - 1) == .the && keyword(index - 2) == .by
    }
  }
}
