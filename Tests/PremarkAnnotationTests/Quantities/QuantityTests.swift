import PremarkAnnotation
import Testing

struct QuantityTests {
  @Test(arguments: [
    ("colon", "My AHT is 6:30.", "6:30", 390), ("three parts", "It took 00:05:30.", "00:05:30", 330),
    ("letters", "It took 6m 30s.", "6m 30s", 390), ("letters touching", "It took 11m42s.", "11m42s", 702),
    ("letter between figures", "Typing takes 2m40 now.", "2m40", 160),
    ("min and figure", "It took 6 min 30.", "6 min 30", 390),
    ("seconds", "It took 390 seconds.", "390 seconds", 390),
    ("hedged", "It took just over six minutes.", "six minutes", 360),
    ("half", "It took eleven and a half minutes.", "eleven and a half minutes", 690),
    ("spoken rest", "It took ten minutes fifty.", "ten minutes fifty", 650),
    ("quarter", "It took a quarter of an hour.", "a quarter of an hour", 900),
    ("half an hour", "It took half an hour.", "half an hour", 1800),
    ("half-hour", "A half-hour slot.", "A half-hour", 1800),
    ("hours", "It took two hours.", "two hours", 7200),
    ("multiplied", "That was 3 x half an hour.", "3 x half an hour", 5400),
    ("decimal", "It took 5.5 mins.", "5.5 mins", 330), ("days", "It took two days.", "two days", 172_800),
    ("weeks", "It took six weeks.", "six weeks", 3_628_800),
    ("touching unit", "Shadowed TL 2hrs.", "2hrs", 7200),
    ("hour and a half", "It took an hour and a half.", "an hour and a half", 5400),
    ("compound", "For 1 hour and 20 minutes.", "1 hour and 20 minutes", 4800),
    ("hyphen", "A 30-minute session.", "30-minute", 1800),
    ("fraction sign", "It took 2½ hours.", "2½ hours", 9000),
    ("three quarters", "It took three quarters of an hour.", "three quarters of an hour", 2700),
    ("minute", "It took a minute.", "a minute", 60),
    ("past a day's hours", "I ran 8k in 46:10.", "46:10", 2770),
    ("a couple", "It took a couple of hours.", "a couple of hours", 7200),
    ("years and months", "For one year and four months.", "one year and four months", 41_904_000),
    ("moved", "Calls came down to 6:10.", "6:10", 370),
    ("spoken decimal", "It took two point five hours.", "two point five hours", 9000),
    ("secs", "Wrap is 75 secs.", "75 secs", 75), ("letter s", "Wrap is 45s.", "45s", 45),
  ])
  func readsADuration(_ why: String, _ text: String, _ words: String, _ seconds: Int) {
    #expect(FoundText(text).values(.duration).contains("duration [\(words)] \(seconds)s"), "\(why)")
    #expect(FoundText(text).values(.duration).count == 1, "\(why)")
  }

  @Test(arguments: [
    ("percent", "85%", "percentage [85%] 85"), ("space", "85 %", "percentage [85 %] 85"),
    ("words", "85 per cent", "percentage [85 per cent] 85"),
    ("all words", "eighty-five percent", "percentage [eighty-five percent] 85"),
    ("decimal", "92.5%", "percentage [92.5%] 92.5"),
    ("slash", "4.6/5", "score [4.6/5] 4.6/5"), ("out of", "18 out of 20", "score [18 out of 20] 18/20"),
    ("of", "36 of 40", "score [36 of 40] 36/40"),
    ("words out of", "four out of ten", "score [four out of ten] 4/10"),
    ("in", "1 in 6", "score [1 in 6] 1/6"), ("one in four", "one in four", "score [one in four] 1/4"),
    ("in every", "22 in every 100", "score [22 in every 100] 22/100"),
    ("in a hundred", "thirty-eight in a hundred", "score [thirty-eight in a hundred] 38/100"),
    ("last", "nine of the last ten", "score [nine of the last ten] 9/10"),
    ("from", "3 from 5", "score [3 from 5] 3/5"),
    ("counted", "85 callers in every hundred", "score [85 callers in every hundred] 85/100"),
    (
      "counted out of", "sixty complaints out of a hundred",
      "score [sixty complaints out of a hundred] 60/100"
    ),
    ("spoken decimal", "four point one out of five", "score [four point one out of five] 4.1/5"),
    ("out of every", "95 out of every 100", "score [95 out of every 100] 95/100"),
    ("pounds", "£60", "money [£60] 60 GBP"), ("pence", "£4.50", "money [£4.50] 4.5 GBP"),
    ("word", "60 pounds", "money [60 pounds] 60 GBP"),
    ("thousand", "£250k", "money [£250k] 250000 GBP"),
    ("spoken", "six hundred pounds", "money [six hundred pounds] 600 GBP"),
    ("p", "50p", "money [50p] 0.5 GBP"), ("grouped", "£2,500", "money [£2,500] 2500 GBP"),
    ("million", "£2m", "money [£2m] 2000000 GBP"),
    ("euro", "€20", "money [€20] 20 EUR"), ("hyphen", "fifty-pound voucher", "money [fifty-pound] 50 GBP"),
    ("count", "two objectives", "count [two objectives] 2"),
    ("figures", "14 complaints", "count [14 complaints] 14"),
    ("adjective", "three angry callers", "count [three angry callers] 3"),
    ("singular", "one complaint", "count [one complaint] 1"),
    ("people", "31 people", "count [31 people] 31"), ("dozen", "a dozen calls", "count [a dozen calls] 12"),
    ("nought", "zero complaints", "count [zero complaints] 0"),
    ("hyphen in the noun", "six call-backs", "count [six call-backs] 6"),
    ("thousands", "1,200 calls", "count [1,200 calls] 1200"),
    ("bare", "94", "number [94] 94"), ("bare words", "nineteen", "number [nineteen] 19"),
    ("tens", "twenty-two", "number [twenty-two] 22"),
    ("hundreds", "one hundred and five", "number [one hundred and five] 105"),
    ("decimal number", "4.2", "number [4.2] 4.2"),
    ("spoken decimals", "four point two", "number [four point two] 4.2"), ("nps", "+42", "number [42] 42"),
  ])
  func readsAFigure(_ why: String, _ words: String, _ value: String) {
    #expect(FoundText("It was \(words) again.").values == [value], "\(why)")
  }

  @Test(arguments: [
    ("telephone", "0113 496 0000"), ("mobile", "07700 900123"), ("international", "+44 113 496 0000"),
    ("job", "GLZ-88213"),
    ("code", "CC-104"), ("form", "form EG7"), ("extension", "ext. 4418"), ("page", "page 40"),
    ("procedure", "procedure 12.3"),
    ("version", "version 4.2"), ("grade", "grade 5"), ("level", "Level 2"), ("unit", "Unit 14"),
    ("stage", "stage 1"),
    ("module", "SM1"), ("unit code", "F/503/0358"), ("room", "room 2.14"), ("desk", "Desk: 14"),
    ("year", "2024"),
    ("one-to-one", "1-2-1"), ("121", "121"), ("always", "24/7"), ("split", "80/20"), ("hours", "9-5"),
    ("course", "3412-03"),
    ("clock", "14:30"), ("am", "9am"), ("pm", "9.30 pm"), ("o'clock", "8 o'clock"),
    ("half past", "half past nine"),
    ("step", "step two"), ("pages", "pages 40 to 58"), ("objective", "objective 2"), ("week", "week 4"),
    ("postcode", "LS9 8AG"),
    ("payroll", "payroll 18822"), ("long", "1004217"), ("ratio", "1:1"), ("paper", "A4"),
  ])
  func readsAReference(_ why: String, _ words: String) {
    #expect(FoundText("It was \(words) as agreed.").values == ["reference [\(words)]"], "\(why)")
  }

  @Test(arguments: [
    ("mail", "Write to kev2@example.co.uk today."), ("web", "See https://www.example.co.uk/2026/14 today."),
    ("one-to-one", "Our one-to-one was good."), ("ordinals", "On my 2nd and 3rd calls."),
    ("one", "That one was good."),
    ("no one", "Not one of them."), ("second", "The second call was good."),
    ("double check", "I double check it."),
  ])
  func findsNoFigure(_ why: String, _ text: String) {
    let values = FoundText(text).values.filter { !$0.hasPrefix("reference") }
    #expect(values.isEmpty, "\(why)")
  }

  @Test(arguments: [
    ("a clock is no duration", "The meeting is at 14:30.", ["reference [14:30]"]),
    ("list numbers", "1. What I want", ["reference [1]"]),
    ("bracketed list", "I need (1) dealing with people", ["reference [1]"]),
    ("goal with a figure", "Goal: 85 in the next audit.", ["number [85] 85"]),
    ("percentages that share a sign", "80-85%", ["percentage [80] 80", "percentage [85%] 85"]),
    (
      "lengths that share a unit", "It takes 10 to 15 minutes.",
      ["duration [10] 600s", "duration [15 minutes] 900s"]
    ),
    ("one in weeks is no score", "One in three weeks.", ["time-limit [in three weeks] P3W"]),
    ("measures side by side", "w/e: 4.43 / 80", ["number [4.43] 4.43", "number [80] 80"]),
    ("a list of figures", "Marks 3,10 and 17.", ["number [3] 3", "number [10] 10", "number [17] 17"]),
    ("feedback from all sides", "My 360 feedback was good.", ["reference [360]"]),
    ("date before label", "In second line 19 May.", ["date [19 May] --05-19"]),
  ])
  func tellsFiguresApart(_ why: String, _ text: String, _ values: [String]) {
    #expect(FoundText(text).values == values, "\(why)")
  }

  @Test func readsAColumnOfTimes() {
    let found = FoundText(table: [["Measure", "AHT", "Shift"], ["January", "6:30", "13:00"]])
    #expect(found.values(.duration, .reference) == ["duration [6:30] 390s", "reference [13:00]"])
  }
}
