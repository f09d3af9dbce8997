extension CalendarDate {
  /// Days of a month; February has 29 where the year is not known.
  static func days(inMonth month: Int, year: Int?) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year.map(isLeap) ?? true ? 29 : 28
    default: 31
    }
  }

  /// True for leap years of the Gregorian calendar.
  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// The date, or nil where the day or month does not exist.
  static func checked(year: Int?, month: Int, day: Int) -> CalendarDate? {
    guard (1...12).contains(month), day >= 1, day <= days(inMonth: month, year: year) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The last day of a month; 28 February where the year is not known.
  static func end(ofMonth month: Int, year: Int?) -> CalendarDate {
    let day = month == 2 && year == nil ? 28 : days(inMonth: month, year: year)
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Easter Sunday of the Western church.
  ///
  /// - Source: the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, chapter 8).
  static func easter(_ year: Int) -> CalendarDate {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let count = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: count / 31, day: count % 31 + 1)
  }

  /// Days since 1 March of year 0, or nil without year, month and day.
  ///
  /// - Source: Howard Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
  var dayNumber: Int? {
    guard let year, let month, let day else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let century = shifted / 400
    let yearOfEra = shifted - century * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return century * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  }

  /// The date of a day number.
  init(dayNumber: Int) {
    let century = dayNumber / 146_097
    let dayOfEra = dayNumber - century * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    self.init(
      year: yearOfEra + century * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday, or nil without year, month and day.
  var weekday: Int? { dayNumber.map { ($0 + 2) % 7 + 1 } }

  /// True with year, month and day.
  var isFull: Bool { year != nil && month != nil && day != nil }

  /// The same day some days later, or itself where it is not full.
  func adding(days: Int) -> CalendarDate { dayNumber.map { CalendarDate(dayNumber: $0 + days) } ?? self }

  /// The month some months later, without a day.
  func month(after months: Int) -> CalendarDate {
    guard let year, let month else { return self }
    let count = year * 12 + month - 1 + months
    return CalendarDate(year: count / 12, month: count % 12 + 1, day: nil)
  }
}
