/// What a word can mean to the entity readers. A word may mean several things ("second", "may", "quarter").
struct Meaning {
  /// 1 to 12 for names of months.
  var month: UInt8 = 0
  /// 1 to 7 for names of days, Monday first.
  var weekday: UInt8 = 0
  /// 1 to 31 for "first", "twentieth".
  var ordinal: UInt8 = 0
  /// A unit of time.
  var unit: TimeUnit = .none
  /// The value of a number word; -1 for others.
  var cardinal: Int32 = -1
  /// A word of the small grammar of dates and quantities.
  var keyword: Keyword = .none
  /// Further properties.
  var traits: Traits = []
}

/// A unit of time.
enum TimeUnit: UInt8 {
  case none, second, minute, hour, day, week, fortnight, month, quarter, year

  /// Its length in seconds; a month is 30 days, a quarter 91, a year 365.
  var seconds: Double {
    switch self {
    case .none: 0
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day: 86400
    case .week: 604_800
    case .fortnight: 1_209_600
    case .month: 2_592_000
    case .quarter: 7_862_400
    case .year: 31_536_000
    }
  }

  /// The unit a bare number after it counts ("6 min 30" goes on in seconds).
  var smaller: TimeUnit {
    switch self {
    case .minute: .second
    case .hour: .minute
    default: .none
    }
  }

  /// So many of them as an ISO period, or nil for hours and less.
  func period(_ count: Int) -> Period? {
    switch self {
    case .none, .second, .minute, .hour: nil
    case .day: Period(days: count)
    case .week: Period(weeks: count)
    case .fortnight: Period(weeks: 2 * count)
    case .month: Period(months: count)
    case .quarter: Period(months: 3 * count)
    case .year: Period(years: count)
    }
  }
}

/// A word of the small grammar of dates and quantities.
enum Keyword: UInt8 {
  case none
  case a, the, of, and, or, to, from, by, within, `in`, on, at, until, before, after, since, between, `for`,
    per, over
  case than, no, not, later, end, start, middle, early, late, next, last, this, coming, every, each, other,
    alternate
  case once, twice, times, time, commencing, ending, half, dozen, couple, hundred, thousand, million, cent
  case percent, points, pounds, pence, p, euros, dollars, k, out, up, down, was, now, possessive
  case spring, summer, autumn, winter, financial, academic, suffix
  case am, pm, oclock, past, x, w, c, e, weekly, fortnightly, monthly, quarterly, yearly, daily, halved,
    doubled
  case trebled, used, working, endOfMonth, endOfYear, number, meeting, scale, then, web, who, through,
    moved
}

/// Properties of words, from the vocabulary lists of the same names and from the small grammar.
struct Traits: OptionSet {
  let rawValue: UInt32

  /// A plural ("Fridays", "weeks").
  static let plural = Traits(rawValue: 1 << 0)
  /// A function word or common verb: neither a noun that is counted nor part of a name.
  static let function = Traits(rawValue: 1 << 1)
  /// A short form, which may carry a full stop ("Sept.", "mins").
  static let short = Traits(rawValue: 1 << 2)
  /// A month or day that is a common word too ("may", "march", "sat").
  static let doubtful = Traits(rawValue: 1 << 3)
  /// Softens a figure ("about", "at least").
  static let hedge = Traits(rawValue: 1 << 4)
  /// A noun that is counted, where its singular stands after a number.
  static let countable = Traits(rawValue: 1 << 5)
  /// A noun whose instances carry numbers: room 14, page 40, Level 2.
  static let numbered = Traits(rawValue: 1 << 6)
  /// A measure of time: with it near, 6:30 is six minutes and a half.
  static let timeMeasure = Traits(rawValue: 1 << 7)
  /// Says that dates stand in a column or after a label.
  static let dated = Traits(rawValue: 1 << 8)
  static let rise = Traits(rawValue: 1 << 9)
  static let fall = Traits(rawValue: 1 << 10)
  /// A verb of which people are the subject ("said", "showed").
  static let personVerb = Traits(rawValue: 1 << 11)
  /// A word after which a person stands ("with", "told", "thanked").
  static let beforePerson = Traits(rawValue: 1 << 12)
  static let firstName = Traits(rawValue: 1 << 13)
  /// A word never part of a person's name.
  static let notName = Traits(rawValue: 1 << 14)
  /// The last word of names of companies and bodies ("Ltd", "Council").
  static let organisation = Traits(rawValue: 1 << 15)
  /// Mr, Mrs, Dr.
  static let title = Traits(rawValue: 1 << 16)
  /// A label in front of a name ("Name:", "Signed").
  static let nameLabel = Traits(rawValue: 1 << 17)
  /// A label in front of the learner's own name ("Learner:").
  static let learnerLabel = Traits(rawValue: 1 << 18)
  /// A word that is the subject or object of a clause by itself: I, she, them.
  static let pronoun = Traits(rawValue: 1 << 19)
  /// A verb that another follows: "can coach" is no coach.
  static let modal = Traits(rawValue: 1 << 21)
  /// The first word of the name of a feast.
  static let feast = Traits(rawValue: 1 << 22)
  /// A word that heads a column of people.
  static let personHead = Traits(rawValue: 1 << 23)
  /// A preposition in front of a place.
  static let beforePlace = Traits(rawValue: 1 << 20)
}
