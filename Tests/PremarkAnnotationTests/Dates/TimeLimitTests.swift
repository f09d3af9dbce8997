import PremarkAnnotation
import Testing

struct TimeLimitTests {
  /// 16 March 2026, a Monday, heads the paragraph.
  private static let heading = "16 March 2026\n"

  @Test(arguments: [
    ("a date", "Done by 30 September 2026.", "[by 30 September 2026] 2026-09-30"),
    ("the next such day", "Done by 30 April.", "[by 30 April] 2026-04-30"),
    ("over the turn of the year", "Done by 10 January.", "[by 10 January] 2027-01-10"),
    ("just gone by", "It was to be done by 28 February.", "[by 28 February] 2026-02-28"),
    ("day name and date", "Done by Friday 26 June.", "[by Friday 26 June] 2026-06-26"),
    ("until", "I have until 30 April.", "[until 30 April] 2026-04-30"),
    ("before", "Done before 20 March 2026.", "[before 20 March 2026] 2026-03-20"),
    ("no later than", "No later than 1 May, please.", "[No later than 1 May] 2026-05-01"),
    ("month", "Done by June.", "[by June] 2026-06"),
    ("end of a month", "Done by the end of April.", "[by the end of April] 2026-04-30"),
    ("end of a quarter", "Done by the end of Q2.", "[by the end of Q2] 2026-06-30"),
    ("end of a quarter with a year", "Done by the end of Q4 2027.", "[by the end of Q4 2027] 2027-12-31"),
    ("end of this month", "Done by the end of the month.", "[by the end of the month] 2026-03-31"),
    ("end of next month", "Done by the end of next month.", "[by the end of next month] 2026-04-30"),
    ("end of the quarter", "Done by the end of this quarter.", "[by the end of this quarter] 2026-03-31"),
    ("end of year", "Done by end of year.", "[by end of year] 2026-12-31"),
    ("month end", "Done by month end.", "[by month end] 2026-03-31"),
    (
      "financial year", "Done by the end of the financial year.",
      "[by the end of the financial year] 2026-03-31"
    ),
    ("week", "Done by the end of the week.", "[by the end of the week] 2026-03-22"),
    ("day of the week", "Done by Friday.", "[by Friday] 2026-03-20"),
    ("next month", "Done by next month.", "[by next month] 2026-04-30"),
    ("the 28th", "Done by the 28th.", "[by the 28th] 2026-03-28"),
    ("year", "Team leader by 2028.", "[by 2028] 2028"),
    ("Christmas", "Done by Christmas.", "[by Christmas] 2026-12-25"),
    ("Easter", "Done by Easter.", "[by Easter] 2026-04-05"),
    ("season", "Done by autumn 2027.", "[by autumn 2027] 2027-11"),
    ("weeks", "Within six weeks I will.", "[Within six weeks] P6W"),
    ("months", "Within six months of starting.", "[Within six months] P6M"),
    ("a year", "Within a year I will.", "[Within a year] P1Y"),
    ("working days", "Reply within five working days.", "[within five working days] P5D"),
    ("next months", "In the next 3 months I will.", "[In the next 3 months] P3M"),
    ("next quarter", "Over the next quarter I will.", "[Over the next quarter] P3M"),
    ("no article", "I will in next 12 months.", "[in next 12 months] P12M"),
    ("span of weeks", "Within 4 to 6 weeks I will.", "[Within 4 to 6 weeks] P6W"),
    ("months' time", "In six months' time I want it.", "[In six months' time] P6M"),
    ("in months", "I want it in 18 months.", "[in 18 months] P18M"),
    ("no day said", "Done by my next 1-2-1.", "[by my next 1-2-1]"),
    ("review", "Done by the next review meeting.", "[by the next review]"),
  ])
  func readsALimit(_ why: String, _ text: String, _ limit: String) {
    #expect(FoundText(Self.heading + text).values(.timeLimit) == ["time-limit " + limit], "\(why)")
  }

  @Test(arguments: [
    ("soon", "As soon as possible."), ("ongoing", "This is ongoing."), ("asap", "Asap please."),
    ("one day", "One day I will."),
    ("service level", "Answered within 20 seconds."), ("hours", "Within 24 hours of the call."),
    ("by somebody", "Checked by Wendy."), ("by an amount", "Cut it by 10%."),
    ("so many times", "Three times in a week."),
    ("past", "In the last 3 months I did."), ("end of the day", "At the end of the day it is fine."),
    ("by then", "By then I will."),
  ])
  func findsNoLimit(_ why: String, _ text: String) {
    #expect(FoundText(Self.heading + text).values(.timeLimit).isEmpty, "\(why)")
  }

  @Test func holdsTheDateItNames() {
    #expect(
      FoundText("AHT of 6 minutes by 31 March.").values == [
        "duration [6 minutes] 360s", "time-limit [by 31 March] --03-31", "date [31 March] --03-31",
      ])
  }

  @Test(arguments: [
    ("submitted", "Done by the end of the month.", "2026-06-30"),
    ("nearest to submitted", "Done by 31 March.", "2026-03-31"),
  ])
  func countsFromTheDayOfSubmission(_ why: String, _ text: String, _ day: String) {
    let options = AnnotationOptions(submitted: CalendarDate(year: 2026, month: 6, day: 20))
    #expect(FoundText(text, options: options).values(.timeLimit).first?.hasSuffix(day) == true, "\(why)")
  }

  @Test func keepsWhatIsWrittenWithoutAnyDay() {
    #expect(FoundText("Done by the end of next month.").values == ["time-limit [by the end of next month]"])
    #expect(FoundText("Done by 31 March.").values(.timeLimit) == ["time-limit [by 31 March] --03-31"])
  }

  @Test(arguments: [
    ("day", "every Thursday", "P1W"), ("every second", "every second Tuesday", "P2W"),
    ("other", "every other week", "P2W"),
    ("weekly", "weekly", "P1W"), ("fortnightly", "fortnightly", "P2W"), ("monthly", "Monthly", "P1M"),
    ("quarterly", "quarterly", "P3M"), ("each", "each month", "P1M"), ("twice", "twice a week", "P1W"),
    ("once", "once a month", "P1M"),
    ("days", "Fridays", "P1W"), ("weeks", "every four weeks", "P4W"), ("times", "three times a week", "P1W"),
    ("daily", "daily", "P1D"),
    ("yearly", "annually", "P1Y"), ("six-monthly", "six-monthly", "P6M"),
    ("alternate", "alternate Fridays", "P2W"),
  ])
  func readsWhatComesAgain(_ why: String, _ text: String, _ period: String) {
    #expect(FoundText("We meet \(text).").values == ["recurrence [\(text)] \(period)"], "\(why)")
  }

  @Test func readsARate() {
    #expect(
      FoundText("Study 2 hours per week.").values == [
        "duration [2 hours] 7200s", "recurrence [per week] P1W",
      ])
  }
}
