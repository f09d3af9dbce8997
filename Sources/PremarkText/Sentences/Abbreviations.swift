/// How an abbreviated word behaves before a full stop.
enum Abbreviation {
  /// Not an abbreviation.
  case none
  /// Stands before a name: the stop never ends a sentence ("Mr.").
  case title
  /// Stands before what it introduces: the stop never ends a sentence ("approx.").
  case inner
  /// Stands before a figure ("no. 3"), else it is a word like others.
  case numbered
  /// May end a sentence: ends one before a word that begins sentences, else a name goes on ("Ltd.", "Feb.").
  case closing
  /// May end a sentence: ends one before any capital ("etc.", "6 min.").
  case unit

  /// Reads the word of a token that touches a full stop.
  init(_ key: UInt64, isCapitalised: Bool) {
    if key == 0 {
      self = .none
    } else if Self.titles.contains(key) {
      self = .title
    } else if Self.inners.contains(key) {
      self = .inner
    } else if Self.numbereds.contains(key) {
      self = .numbered
    } else if Self.units.contains(key) {
      self = .unit
    } else if Self.closings.contains(key) || (isCapitalised && Self.dates.contains(key)) {
      self = .closing
    } else {
      self = .none
    }
  }

  /// Words that begin a sentence more often than they go on with a name.
  static func startsSentences(_ key: UInt64) -> Bool { key != 0 && starters.contains(key) }

  /// Weekdays and months, which follow a time of day inside a sentence.
  static func isCalendarName(_ key: UInt64) -> Bool { key != 0 && calendarNames.contains(key) }

  /// Words after which a sentence cannot end, so that a line break behind them is a wrapped line.
  static func expectsMore(_ key: UInt64) -> Bool { key != 0 && unfinished.contains(key) }

  private static let titles = ShortWords(
    "mr mrs ms mx dr drs prof rev hon st mt messrs mme mlle sgt capt lt col gen maj cpl gov supt insp")

  private static let inners = ShortWords("eg ie cf vs viz approx incl excl esp aka nb ca circa")

  private static let numbereds = ShortWords(
    "no nos p pp vol vols ch chap fig figs para paras ref refs tel ext")

  private static let closings = ShortWords(
    "co inc ltd corp jr sr bros plc llp dept depts mgr mgmt asst assoc exec govt univ acct ave rd blvd misc al"
  )

  private static let units = ShortWords(
    "etc amt avg max min mins hr hrs sec secs wk wks mth mths yr yrs tbc tba")

  private static let dates = ShortWords(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun")

  private static let calendarNames = ShortWords(
    """
    monday tuesday thursday friday saturday sunday january february march april may june july august october
    november december
    """)

  private static let starters = ShortWords(
    """
    a about after again all also although always an and another any are as at based be because been before being both
    but by can could did do does doing during each either even every finally first following for from further given
    going had has have having he hello her here his how however i if in instead is it its last lastly later many more
    most my myself next no nobody none not nothing now of on once one only or other others our out over overall please
    several shall she should since so some sometime soon still such than that the their them then there these they
    things this those though through thus to today together tomorrow unless until up upon using was we well were what
    when whenever where whereas whether which while who whole whose why will with within without working would yes yet
    you your
    """)

  private static let unfinished = ShortWords(
    """
    a an the and or but nor of to in on at by for from with into onto about than as if when where while because that
    which who whose my your his her its our their this these those very more most is are was were be been being has
    have had will would can could should may might must not so per via between during under over through
    """)
}
