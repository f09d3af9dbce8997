import PremarkAnnotation
import Testing

struct DateTests {
  @Test(arguments: [
    // Figures, day before month.
    ("slashes", "14/03/2026", "2026-03-14"), ("short year", "31/3/26", "2026-03-31"),
    ("points", "14.3.26", "2026-03-14"), ("points, full", "31.03.2026", "2026-03-31"),
    ("dashes", "14-03-26", "2026-03-14"), ("dashes, full", "3-7-2017", "2017-07-03"),
    ("ISO", "2026-03-14", "2026-03-14"), ("ISO, one digit", "2015-3-3", "2015-03-03"),
    ("year first, slashes", "2026/03/14", "2026-03-14"), ("spaced slashes", "14 / 03 / 2026", "2026-03-14"),
    ("spaced figures", "31 10 1974", "1974-10-31"), ("spaced points", "11. 12. 2014", "2014-12-11"),
    ("month first where nothing else can be", "03/25/2026", "2026-03-25"), ("no year", "31/03", "--03-31"),
    ("no year, short", "15/2", "--02-15"), ("no year, dash", "31-12", "--12-31"),
    ("month and year", "03/2026", "2026-03"),
    ("ISO month", "2026-03", "2026-03"), ("after a time", "10:55 on 12/12/2014", "2014-12-12"),
    // Words.
    ("points with a space", "26. 10.21", "2021-10-26"), ("points with spaces", "30 . 09 . 22", "2022-09-30"),
    ("ordinal", "14th March 2026", "2026-03-14"), ("no ordinal", "14 March 2026", "2026-03-14"),
    ("no year in words", "14th March", "--03-14"), ("of", "14th of March 2026", "2026-03-14"),
    ("month first", "March 14th", "--03-14"), ("month first, year", "March 14, 2026", "2026-03-14"),
    ("month first, no comma", "March 14 2026", "2026-03-14"), ("month, the", "March the 14th", "--03-14"),
    ("short month", "14 Mar 26", "2026-03-14"), ("dashed month", "14-Mar-26", "2026-03-14"),
    ("dashed, full", "05-Aug-2016", "2016-08-05"), ("full stop", "14 Sept. 2026", "2026-09-14"),
    ("full stop, month first", "Dec. 12, 2014", "2014-12-12"), ("touching", "14april 2015", "2015-04-14"),
    ("comma", "14 March, 2026", "2026-03-14"), ("apostrophe", "14 March '26", "2026-03-14"),
    ("curly apostrophe", "14 March ’26", "2026-03-14"), ("small letters", "14 march 2026", "2026-03-14"),
    ("capitals", "14 MARCH 2026", "2026-03-14"), ("May", "3 May 2026", "2026-05-03"),
    ("small may", "3rd may", "--05-03"),
    ("day in words", "fourteenth of March 2026", "2026-03-14"), ("tens", "twenty-first of May", "--05-21"),
    ("tens apart", "twenty second of June", "--06-22"), ("month then words", "May twenty-first", "--05-21"),
    ("day of", "1st day of March 2015", "2015-03-01"),
    ("spoken year", "14 March twenty twenty-six", "2026-03-14"),
    ("first", "first of march", "--03-01"), ("slash month", "14/Mar/2026", "2026-03-14"),
    ("Febuary", "6 Febuary 2026", "2026-02-06"),
    ("leap day", "29 February 2024", "2024-02-29"), ("single digit after a dash", "Oct-2", "--10-02"),
    // Names of days and weeks.
    ("day name", "Friday 26 June", "--06-26"), ("short day name", "Tues 3rd Feb", "--02-03"),
    ("comma after the day", "Saturday, 14th March 2026", "2026-03-14"),
    ("Weds", "Weds 11 Feb 2026", "2026-02-11"),
    ("full stops", "Thu. 5 Nov. 2026", "2026-11-05"),
    ("day name in front of figures", "Thurs 14/3/26", "2026-03-14"),
    ("w/c", "w/c 2 March", "--03-02"), ("w/e", "w/e 30 Jan", "--01-30"),
    ("week commencing", "week commencing 2 March 2026", "2026-03-02"),
    ("week of", "Week of 9 March", "--03-09"),
    ("week ending", "Week ending 29 March", "--03-29"), ("the", "Friday the 13th of February", "--02-13"),
    // Months and parts of them.
    ("month", "March 2026", "2026-03"), ("month and short year", "Mar-26", "2026-03"),
    ("month, apostrophe", "March '26", "2026-03"),
    ("mid", "mid-April", "--04"), ("early", "early May 2026", "2026-05"),
    ("end of", "end of March", "--03-31"),
    ("end of, year", "end of February 2028", "2028-02-29"),
    ("beginning of", "beginning of June 2026", "2026-06-01"),
    ("end of a quarter", "end of Q2 2026", "2026-06-30"), ("end of a year", "end of 2026", "2026-12-31"),
    // Feasts.
    ("Christmas", "Christmas 2026", "2026-12-25"), ("Christmas Eve", "Christmas Eve", "--12-24"),
    ("Easter", "Easter 2026", "2026-04-05"), ("Easter, late", "Easter 2011", "2011-04-24"),
    ("Good Friday", "Good Friday 2026", "2026-04-03"), ("Easter Monday", "Easter Monday 2025", "2025-04-21"),
    ("Boxing Day", "Boxing Day 2026", "2026-12-26"), ("New Year's Eve", "New Year's Eve", "--12-31"),
    ("New Years Day", "New Years Day 2027", "2027-01-01"), ("Xmas Eve", "Xmas Eve", "--12-24"),
    ("St Andrew's Day", "St Andrew's Day", "--11-30"), ("curly apostrophe", "St Andrew’s Day", "--11-30"),
    ("full stop", "St. David's Day 2026", "2026-03-01"), ("Valentine's", "Valentine's Day", "--02-14"),
    ("May Day", "May Day", "--05-01"), ("Burns Night", "Burns Night 2026", "2026-01-25"),
    ("Hallowe'en", "Hallowe'en", "--10-31"), ("All Souls'", "All Souls' Day", "--11-02"),
    ("Bonfire Night", "Bonfire Night", "--11-05"), ("Easter Saturday", "Easter Saturday 2026", "2026-04-04"),
    ("Shrove Tuesday", "Shrove Tuesday 2026", "2026-02-17"),
    ("Mothering Sunday", "Mothering Sunday 2026", "2026-03-15"),
    ("Mother's Day", "Mother's Day 2026", "2026-03-15"), ("Father's Day", "Father's Day 2026", "2026-06-21"),
    ("Whit Monday", "Whit Monday 2026", "2026-05-25"), ("Whit Friday", "Whit Friday 2026", "2026-05-29"),
    ("May Day bank holiday", "May Day bank holiday 2026", "2026-05-04"),
    ("early May", "early May bank holiday 2026", "2026-05-04"),
    ("spring bank holiday", "spring bank holiday 2026", "2026-05-25"),
    ("August bank holiday", "August bank holiday 2026", "2026-08-31"),
    ("Remembrance Sunday", "Remembrance Sunday 2026", "2026-11-08"),
    ("Black Friday", "Black Friday 2026", "2026-11-27"),
    ("last Friday", "last Friday of August 2026", "2026-08-28"),
    ("second Tuesday", "second Tuesday in March 2026", "2026-03-10"),
    ("third Thursday", "3rd Thursday of October 2026", "2026-10-15"),
    ("last Friday, no year", "last Friday of August", "--08"), ("Easter, no year", "Easter Saturday", "--04"),
    ("Whit, no year", "Whit Monday", "--05"),
  ])
  func readsADate(_ why: String, _ text: String, _ value: String) {
    let day = text.replacing("10:55 on ", with: "")
    #expect(FoundText(text).values(.date) == ["date [\(day)] \(value)"], "\(why)")
    #expect(
      FoundText("It was done on \(day) as agreed.").values(.date).last?.hasSuffix(value) == true, "\(why)")
  }

  @Test(arguments: [
    ("service level", "We work to 80/20 here."), ("one-to-one", "My 1-2-1 went well."),
    ("always", "I was there 24/7."),
    ("hours", "I work 9-5."), ("score", "I gave it 4/5 and then 9/10."),
    ("course code", "City & Guilds 3412-03."),
    ("unit code", "Unit F/503/0358."), ("version", "On version 7.0.2 now."),
    ("version alone", "We are on 10.4.1 now."),
    ("telephone", "Ring 0113 496 0000."), ("telephone, dashes", "Ring 650-650-6500."),
    ("time", "At 14:30 we met."),
    ("ratio", "A 70/20/10 split."), ("room", "In room 3.14 today."), ("verb may", "I may need help."),
    ("may after a number", "All 15 may be recorded."), ("verb march", "I march on."),
    ("chance", "It is 1 in 6."),
    ("price", "It costs £3.50."), ("day that does not exist", "The 32/13/2026 form."),
    ("sat", "I sat with Kev."),
    ("sun", "The sun shone."), ("second", "The second call was good."),
    ("ordinal with a noun", "On the 3rd call I rang."),
    ("question", "May I ask?"), ("age plan", "A 30/60/90 plan."), ("percentages", "From 12% to 14%."),
    ("last Friday", "I rang last Friday of all days."), ("first Monday", "The first Monday was hard."),
    ("a new year", "It was a new year for me."), ("Whit, a name", "I met Whit there."),
    ("good", "It was a good day."), ("black", "The black folder is mine."),
    ("decimal", "My score is 4.12 now."), ("spring", "I sprang to it like a spring."),
  ])
  func findsNoDate(_ why: String, _ text: String) {
    #expect(FoundText(text).values(.date, .dateRange).isEmpty, "\(why)")
  }

  @Test(arguments: [
    ("from to", "from 2 March to 30 September 2026", "2026-03-02/2026-09-30"),
    ("figures", "02/03/2026 to 30/09/2026", "2026-03-02/2026-09-30"),
    ("days of a month", "2-6 March 2026", "2026-03-02/2026-03-06"),
    ("dash", "9–21 February", "--02-09/--02-21"), ("over the year", "Nov to Feb 2027", "2026-11/2027-02"),
    ("months", "January to June 2026", "2026-01/2026-06"),
    ("between", "between 2 and 6 March", "--03-02/--03-06"),
    ("touching", "29/05-26/06", "--05-29/--06-26"), ("points", "2.3.26-30.9.26", "2026-03-02/2026-09-30"),
    ("day names", "Mon 2 to Fri 6 March", "--03-02/--03-06"),
    ("month first", "June 12-14, 2026", "2026-06-12/2026-06-14"),
    ("quarter", "Q1 2026", "2026-01-01/2026-03-31"), ("bare quarter", "in Q3", "--07-01/--09-30"),
    ("financial quarter", "Q2 FY26", "2025-07-01/2025-09-30"), ("half", "H1 2026", "2026-01-01/2026-06-30"),
    ("spoken quarter", "the first quarter of 2026", "2026-01-01/2026-03-31"),
    ("FY", "FY26", "2025-04-01/2026-03-31"),
    ("FY pair", "FY25/26", "2025-04-01/2026-03-31"),
    ("FY apart", "financial year 2025-26", "2025-04-01/2026-03-31"),
    ("academic year", "academic year 2025/26", "2025-09-01/2026-08-31"),
    ("year pair", "2025-26", "2025/2026"),
    ("spring", "spring 2026", "2026-03/2026-05"), ("winter", "winter 2026", "2026-12/2027-02"),
    ("season", "in the autumn", "--09/--11"),
  ])
  func readsARange(_ why: String, _ text: String, _ value: String) {
    #expect(FoundText(text).values(.dateRange).map { $0.suffix(value.count) } == [value[...]], "\(why)")
  }

  @Test(arguments: [
    ("two days", "26 and 27 March", ["date [26] --03-26", "date [27 March] --03-27"]),
    (
      "three", "3, 10 and 17 February 2026",
      ["date [3] 2026-02-03", "date [10] 2026-02-10", "date [17 February 2026] 2026-02-17"]
    ),
    ("ordinals", "10th and 12th February", ["date [10th] --02-10", "date [12th February] --02-12"]),
    ("moved", "moved from 29 May to 30 June", ["date [29 May] --05-29", "date [30 June] --06-30"]),
    (
      "known month", "Sat 14 March. Sat with planning on the 10th.",
      ["date [Sat 14 March] --03-14", "date [the 10th] --03-10"]
    ),
    ("unknown month", "I sat with planning on the 10th.", []),
    (
      "year known from the document", "Agreed 3 March 2026; done Apr 26.",
      ["date [3 March 2026] 2026-03-03", "date [Apr 26] 2026-04"]
    ),
    ("score cued as a date", "Workshop completed 12/3, then 4/5.", ["date [12/3] --03-12"]),
    (
      "figures behind days", "Calls lost: w/c 2 Feb 88, w/c 9 Feb 71.",
      ["date [w/c 2 Feb] --02-02", "date [w/c 9 Feb] --02-09"]
    ),
    (
      "a figure far from the document's years", "Agreed 3 March 2026; w/c 9 April 31; 9 May 27.",
      ["date [3 March 2026] 2026-03-03", "date [w/c 9 April] --04-09", "date [9 May 27] 2027-05-09"]
    ),
    ("cue", "To be done by 5/6.", ["date [5/6] --06-05"]),
    (
      "a feast in the document's year", "Agreed 3 March 2026; done Easter Saturday.",
      ["date [3 March 2026] 2026-03-03", "date [Easter Saturday] 2026-04-04"]
    ),
    (
      "a feast of the year after", "Agreed 3 November 2025, to be done on Good Friday.",
      ["date [3 November 2025] 2025-11-03", "date [Good Friday] 2026-04-03"]
    ),
    (
      "a weekday of a month", "Agreed 3 March 2026 for the last Friday of August.",
      ["date [3 March 2026] 2026-03-03", "date [last Friday of August] 2026-08-28"]
    ),
    ("person of that name", "April said I did well. With April it is easy.", []),
  ])
  func readsDatesByWhatIsAroundThem(_ why: String, _ text: String, _ values: [String]) {
    #expect(FoundText(text).values(.date) == values, "\(why)")
  }

  @Test func keepsTheDaysOfAMoveApart() {
    #expect(FoundText("Deadline moved from 29 May to 30 June.").values(.dateRange).isEmpty)
    #expect(FoundText("It changed. From 9th to 21st February I was off.").values(.dateRange).count == 1)
  }

  @Test func linesOpenWithDays() {
    #expect(
      FoundText("13/11 Jordan rang.", "1 / 9 Priya rang.").values(.date) == [
        "date [13/11] --11-13", "date [1 / 9] --09-01",
      ])
    #expect(FoundText("4/5 for calls.", "3/5 for mails.").values(.date).isEmpty)
  }

  @Test func readsAColumnOfDates() {
    let found = FoundText(table: [
      ["What", "By when?"], ["Attend course", "5/6"], ["Read guide", "6 weeks"],
    ])
    #expect(found.values(.date, .timeLimit, .score) == ["date [5/6] --06-05", "time-limit [6 weeks] P6W"])
  }
}
