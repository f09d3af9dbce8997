import PremarkText

/// A piece of a date and the index after it.
struct DatePart {
  let value: Int
  let end: Int
  /// "14th", "fourteenth": said to be a place in a row.
  var isOrdinal = false
}

extension BlockReader {
  /// A day of the month: "14", "14th", "fourteenth", "twenty-first".
  func dayNumber(at index: Int) -> DatePart? {
    let lexeme = self[index]
    if lexeme.isInteger, lexeme.digits <= 2, (1...31).contains(lexeme.number) {
      let day = Int(lexeme.number)
      if isGlued(index + 1), keyword(index + 1) == .suffix {
        return DatePart(value: day, end: index + 2, isOrdinal: true)
      }
      // "5th" is glued; so is "5p", which is no day.
      if isGlued(index + 1), self[index + 1].isWord, self[index + 1].meaning.month == 0 { return nil }
      return DatePart(value: day, end: index + 1)
    }
    return ordinalWord(at: index).flatMap { $0.value <= 31 ? $0 : nil }
  }

  /// "fourteenth", "twenty-first", "thirty first".
  func ordinalWord(at index: Int) -> DatePart? {
    let meaning = self[index].meaning
    if meaning.ordinal > 0 { return DatePart(value: Int(meaning.ordinal), end: index + 1, isOrdinal: true) }
    guard meaning.cardinal == 20 || meaning.cardinal == 30 else { return nil }
    let next = mark(index + 1) == .dash ? index + 2 : index + 1
    let unit = self[next].meaning.ordinal
    guard unit > 0, unit < 10 else { return nil }
    return DatePart(value: Int(meaning.cardinal) + Int(unit), end: next + 1, isOrdinal: true)
  }

  /// A month's name with the full stop of a short form.
  func monthName(at index: Int) -> DatePart? {
    let meaning = self[index].meaning
    guard meaning.month > 0, self[index].shape == .word else { return nil }
    let hasStop = mark(index + 1) == .stop && isGlued(index + 1) && meaning.traits.contains(.short)
    let continues = self[index + 2].shape != .edge && !self[index + 2].startsLine
    return DatePart(value: Int(meaning.month), end: hasStop && continues ? index + 2 : index + 1)
  }

  /// A year after a month or in place of one: "2026", ", 2026", "'26", "26", "twenty twenty-six".
  ///
  /// - Parameter allowsShort: two digits without an apostrophe are a year too, unless they count something.
  func year(at index: Int, allowsShort: Bool) -> DatePart? {
    let start = mark(index) == .comma ? index + 1 : index
    if let year = fullYear(at: start) { return DatePart(value: year, end: start + 1) }
    if mark(start) == .apostrophe, isGlued(start + 1), let year = shortYear(at: start + 1) {
      return DatePart(value: year, end: start + 2)
    }
    if let spoken = spokenYear(at: start) { return spoken }
    guard allowsShort, start == index, let year = shortYear(at: index), !isCounting(index) else { return nil }
    return DatePart(value: year, end: index + 1)
  }

  /// A numeral from 1900 to 2099.
  func fullYear(at index: Int) -> Int? {
    let lexeme = self[index]
    guard lexeme.isInteger, lexeme.digits == 4, (1900...2099).contains(lexeme.number) else { return nil }
    return Int(lexeme.number)
  }

  private func shortYear(at index: Int) -> Int? {
    let lexeme = self[index]
    guard lexeme.isInteger, lexeme.digits == 2 else { return nil }
    return 2000 + Int(lexeme.number)
  }

  /// "twenty twenty-six", "two thousand and twenty-six".
  private func spokenYear(at index: Int) -> DatePart? {
    if self[index].meaning.cardinal == 20, let rest = spokenTens(at: index + 1) {
      return DatePart(value: 2000 + rest.value, end: rest.end)
    }
    guard self[index].meaning.cardinal == 2, keyword(index + 1) == .thousand else { return nil }
    let next = keyword(index + 2) == .and ? index + 3 : index + 2
    guard let rest = spokenTens(at: next) else { return nil }
    return DatePart(value: 2000 + rest.value, end: rest.end)
  }

  private func spokenTens(at index: Int) -> DatePart? {
    let tens = self[index].meaning.cardinal
    guard tens >= 10, tens <= 90 else { return nil }
    let next = mark(index + 1) == .dash ? index + 2 : index + 1
    let unit = self[next].meaning.cardinal
    guard tens >= 20, (1...9).contains(unit) else { return DatePart(value: Int(tens), end: index + 1) }
    return DatePart(value: Int(tens + unit), end: next + 1)
  }

  /// True where the numeral counts what follows it ("26 calls", "26%", "26:30", "26th").
  func isCounting(_ index: Int) -> Bool {
    let next = self[index + 1]
    switch next.mark {
    case .percent: return true
    case .colon, .slash: return isGlued(index + 1) && self[index + 2].shape == .numeral && isGlued(index + 2)
    case .dash:
      // "26-28 March" begins a range; "3 March 26 - done" does not.
      return isGlued(index + 1) && self[index + 2].shape == .numeral
    default: break
    }
    guard next.isWord else { return false }
    if isGlued(index + 1) { return true }
    let meaning = next.meaning
    if meaning.unit != .none || meaning.month > 0 || meaning.keyword == .percent || meaning.keyword == .am
      || meaning.keyword == .pm || meaning.keyword == .per && keyword(index + 2) == .cent
    {
      return !(next.isUpperCase && next.span.count == 1)
    }
    return countedNoun(after: index + 1, value: 2) != nil
  }

  /// The index after a day's name in front of a date, or after "w/c" and its like; `index` where there is none.
  func afterDayName(_ index: Int) -> Int {
    var next = afterWeekOf(index)
    if self[next].meaning.weekday > 0, self[next].shape == .word {
      next += 1
      if mark(next) == .stop || mark(next) == .comma { next += 1 }
    }
    return next == index ? index : afterThe(next)
  }

  /// The index after "w/c", "w/e", "week commencing", "week ending", "week beginning", "week of".
  func afterWeekOf(_ index: Int) -> Int {
    if keyword(index) == .w, mark(index + 1) == .slash, keyword(index + 2) == .c || keyword(index + 2) == .e {
      return index + 3
    }
    guard self[index].meaning.unit == .week else { return index }
    switch keyword(index + 1) {
    case .commencing, .ending, .start, .of: return afterThe(index + 2)
    default: return index
    }
  }
}
