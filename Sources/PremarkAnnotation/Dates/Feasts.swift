/// A day that has a name.
enum Feast: Equatable {
  /// The same day every year.
  case fixed(month: Int, day: Int)
  /// So many days after Easter Sunday.
  case easter(Int)
  /// A day of the week of a month, by the rule of ``WeekdayOfMonth``.
  case weekday(WeekdayOfMonth)

  /// Feasts by name, in small letters without apostrophes; a capital in front says that the text must have one too.
  ///
  /// Those marked `false` are a season as well as a day, and a date only with a year or after a preposition of time.
  ///
  /// - Source: bank holidays of England, Wales, Scotland and Northern Ireland (gov.uk/bank-holidays); for the rest the
  ///   calendar of the Church of England and custom. "Easter Saturday" is the day before Easter Sunday, as people use it.
  static let names: [(name: String, isDay: Bool, feast: Feast)] = [
    ("christmas", false, .fixed(month: 12, day: 25)), ("xmas", false, .fixed(month: 12, day: 25)),
    ("christmas day", true, .fixed(month: 12, day: 25)), ("xmas day", true, .fixed(month: 12, day: 25)),
    ("christmas eve", true, .fixed(month: 12, day: 24)), ("xmas eve", true, .fixed(month: 12, day: 24)),
    ("boxing day", true, .fixed(month: 12, day: 26)), ("St stephens day", true, .fixed(month: 12, day: 26)),
    ("New year", false, .fixed(month: 1, day: 1)), ("New years", false, .fixed(month: 1, day: 1)),
    ("New years day", true, .fixed(month: 1, day: 1)), ("New year day", true, .fixed(month: 1, day: 1)),
    ("New years eve", true, .fixed(month: 12, day: 31)), ("New year eve", true, .fixed(month: 12, day: 31)),
    ("hogmanay", true, .fixed(month: 12, day: 31)), ("twelfth night", true, .fixed(month: 1, day: 5)),
    ("Burns night", true, .fixed(month: 1, day: 25)), ("candlemas", true, .fixed(month: 2, day: 2)),
    ("valentines day", true, .fixed(month: 2, day: 14)), ("valentines", false, .fixed(month: 2, day: 14)),
    ("St valentines day", true, .fixed(month: 2, day: 14)), ("St davids day", true, .fixed(month: 3, day: 1)),
    ("St patricks day", true, .fixed(month: 3, day: 17)), ("Lady day", true, .fixed(month: 3, day: 25)),
    ("St georges day", true, .fixed(month: 4, day: 23)), ("May day", true, .fixed(month: 5, day: 1)),
    ("midsummer day", true, .fixed(month: 6, day: 24)), ("midsummers day", true, .fixed(month: 6, day: 24)),
    ("St swithins day", true, .fixed(month: 7, day: 15)), ("lammas", true, .fixed(month: 8, day: 1)),
    ("michaelmas", false, .fixed(month: 9, day: 29)), ("halloween", true, .fixed(month: 10, day: 31)),
    ("All saints day", true, .fixed(month: 11, day: 1)), ("All souls day", true, .fixed(month: 11, day: 2)),
    ("bonfire night", true, .fixed(month: 11, day: 5)), ("guy fawkes night", true, .fixed(month: 11, day: 5)),
    ("remembrance day", true, .fixed(month: 11, day: 11)),
    ("armistice day", true, .fixed(month: 11, day: 11)),
    ("martinmas", true, .fixed(month: 11, day: 11)), ("St andrews day", true, .fixed(month: 11, day: 30)),
    ("easter", false, .easter(0)), ("easter sunday", true, .easter(0)), ("easter day", true, .easter(0)),
    ("easter monday", true, .easter(1)), ("easter saturday", true, .easter(-1)),
    ("easter tuesday", true, .easter(2)), ("good friday", true, .easter(-2)),
    ("maundy thursday", true, .easter(-3)), ("palm sunday", true, .easter(-7)),
    ("mothering sunday", true, .easter(-21)), ("mothers day", true, .easter(-21)),
    ("ash wednesday", true, .easter(-46)), ("shrove tuesday", true, .easter(-47)),
    ("pancake day", true, .easter(-47)), ("Ascension day", true, .easter(39)),
    ("pentecost", true, .easter(49)),
    ("whitsun", false, .easter(49)), ("whit sunday", true, .easter(49)), ("whit monday", true, .easter(50)),
    ("whit tuesday", true, .easter(51)), ("whit friday", true, .easter(54)),
    ("whit saturday", true, .easter(55)), ("trinity sunday", true, .easter(56)),
    ("May day bank holiday", true, .weekday(.init(week: 1, weekday: 1, month: 5))),
    ("early may bank holiday", true, .weekday(.init(week: 1, weekday: 1, month: 5))),
    ("May bank holiday", false, .weekday(.init(week: 1, weekday: 1, month: 5))),
    ("late may bank holiday", true, .weekday(.init(week: 5, weekday: 1, month: 5))),
    ("spring bank holiday", true, .weekday(.init(week: 5, weekday: 1, month: 5))),
    ("fathers day", true, .weekday(.init(week: 3, weekday: 7, month: 6))),
    ("august bank holiday", true, .weekday(.init(week: 5, weekday: 1, month: 8))),
    ("summer bank holiday", true, .weekday(.init(week: 5, weekday: 1, month: 8))),
    ("remembrance sunday", true, .weekday(.init(week: 2, weekday: 7, month: 11))),
    ("Black friday", true, .weekday(.init(week: 4, weekday: 4, month: 11, plus: 1))),
    ("Cyber monday", true, .weekday(.init(week: 4, weekday: 4, month: 11, plus: 4))),
  ]

  /// The feast's date in a year; nil where the month has no such day.
  func date(in year: Int) -> CalendarDate? {
    switch self {
    case .fixed(let month, let day): CalendarDate(year: year, month: month, day: day)
    case .easter(let offset): CalendarDate.easter(year).adding(days: offset)
    case .weekday(let rule): rule.date(in: year)
    }
  }

  /// The month it falls in, or mostly falls in.
  var month: Int {
    switch self {
    case .fixed(let month, _): month
    // Easter Sunday lies between 22 March and 25 April; counted from 8 April.
    case .easter(let offset):
      CalendarDate(year: 2001, month: 4, day: 8).adding(days: offset).month ?? 4
    case .weekday(let rule): rule.month
    }
  }
}

/// "the second Tuesday of March", "the last Friday of August".
struct WeekdayOfMonth: Equatable {
  /// 1 to 4; 5 for the last.
  let week: Int
  /// 1 for Monday to 7 for Sunday.
  let weekday: Int
  let month: Int
  /// Days after that day.
  var plus = 0

  /// The date in a year.
  func date(in year: Int) -> CalendarDate? {
    let first = CalendarDate(year: year, month: month, day: 1)
    guard let opening = first.weekday else { return nil }
    var day = 1 + (weekday - opening + 7) % 7 + 7 * (week - 1)
    if week == 5, day > CalendarDate.days(inMonth: month, year: year) { day -= 7 }
    return CalendarDate(year: year, month: month, day: day).adding(days: plus)
  }
}
