import PremarkAnnotation
import Testing

struct ChangeTests {
  @Test(arguments: [
    ("from to", "QA went from 72% to 85%.", "[from 72% to 85%] 72>85% up"),
    ("arrow", "61% → 80%", "[61% → 80%] 61>80% up"),
    ("typed arrow", "61% -> 80%", "[61% -> 80%] 61>80% up"),
    ("no more than", "From 22 a week to no more than 15.", "[From 22 a week to no more than 15] 22>15 down"),
    (
      "shares of two wholes", "From one in five to no more than one in twenty.",
      "[From one in five to no more than one in twenty] 20>5% down"
    ),
    ("down from", "It is down from 22 to 15.", "[down from 22 to 15] 22>15 down"),
    ("shared unit", "Wrap from 118 seconds to 75.", "[from 118 seconds to 75] 118>75s down"),
    ("unit at the end", "CSAT from 82 to 86 percent.", "[from 82 to 86 percent] 82>86% up"),
    ("with words between", "Repeats from 12 a month to 5.", "[from 12 a month to 5] 12>5 down"),
    ("with a month", "Wrong jobs went from 11 in January to 4.", "[from 11 in January to 4] 11>4 down"),
    ("hedged", "Marks up from under 70 to at least 85.", "[up from under 70 to at least 85] 70>85 up"),
    ("hedges without from", "Marks under 70 to at least 85.", "[70 to at least 85] 70>85 up"),
    ("brackets", "QA 78% (Jan) → 91% (April)", "[78% (Jan) → 91%] 78>91% up"),
    ("units", "FCR 72% to 76%", "[72% to 76%] 72>76% up"),
    (
      "scores", "from one in six to one in twelve",
      "[from one in six to one in twelve] 16.666666666666664>8.333333333333332% down"
    ),
    ("scores of one total", "from 11 in 25 to 5 in 25", "[from 11 in 25 to 5 in 25] 11>5points down"),
    ("times", "AHT from 7:50 to 6:45", "[from 7:50 to 6:45] 470>405s down"),
    ("times by a verb", "Reduce typing from 2:50 to 1:45.", "[from 2:50 to 1:45] 170>105s down"),
    ("minutes", "from 7 minutes to 6", "[from 7 minutes to 6] 420>360s down"),
    ("money", "from £60 to £45", "[from £60 to £45] 60>45GBP down"),
    ("now was", "It is now 76, was 71.", "[now 76, was 71] 71>76 up"),
    ("was now", "It was 71 and is now 76.", "[was 71 and is now 76] 71>76 up"),
    ("new one first", "QA is 85%, up from 72%.", "[85%, up from 72%] 72>85% up"),
    ("new one first, plain", "QA is 85% from 72%.", "[85% from 72%] 72>85% up"),
    ("by", "I want to increase by 10%.", "[increase by 10%] by 10% up"),
    ("by, with an object", "Reduce my AHT by 30 seconds.", "[by 30 seconds] by 30s down"),
    ("dropped by", "It dropped by 40 seconds.", "[dropped by 40 seconds] by 40s down"),
    ("points", "It is up 13 points.", "[up 13 points] by 13points up"),
    ("up at the end", "QA is now 85%. Up 4.", "[Up 4] by 4 up"),
    ("halved", "My errors halved.", "[halved] by 50% down"),
    ("doubled", "My sales have doubled.", "[doubled] by 100% up"),
    ("went", "Aaron went 84 to 88.", "[84 to 88] 84>88 up"),
  ])
  func readsAChange(_ why: String, _ text: String, _ change: String) {
    #expect(FoundText(text).values(.change) == ["change " + change], "\(why)")
  }

  @Test(arguments: [
    ("scale", "Rate yourself on a scale from 1 to 5."), ("rating", "Put a mark from 1 to 10."),
    ("range", "Keep between 80% and 85%."),
    ("times of day", "We moved the meeting from 2:50 to 3:45."),
    ("range of lengths", "It takes 3 to 5 years."), ("pages", "Read from page 4 to 6."),
    ("double glazing", "I sell double glazing."),
    ("looking up", "From looking things up six times."),
    ("subject between", "From 14 calls I listened to 3."), ("dates", "from 2 March to 6 April"),
    ("shared sign", "Aim for 80 to 85%."),
  ])
  func findsNoChange(_ why: String, _ text: String) {
    #expect(FoundText(text).values(.change).isEmpty, "\(why)")
  }

  @Test func holdsItsFigures() {
    #expect(
      FoundText("from 72% to 85%").values == [
        "change [from 72% to 85%] 72>85% up", "percentage [72%] 72", "percentage [85%] 85",
      ])
  }
}
