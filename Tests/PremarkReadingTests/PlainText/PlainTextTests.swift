import PremarkDocument
import Testing

@testable import PremarkReading

struct PlainTextTests {
  @Test(arguments: [
    ("paragraphs", "One.\n\nTwo.", ["p One.", "p Two."]),
    ("stars are no markup", "5 * 3 is *not* 8. Yes", ["p 5 * 3 is *not* 8. Yes"]),
    (
      "a title and headings", "My plan\n\nWhere I am\n\nText here.\n\nGoals\n\nMore text.",
      ["h1* My plan", "h2* Where I am", "p Text here.", "h2* Goals", "p More text."]
    ),
    (
      "capitals", "CAREER GOAL\nIn two years I want to lead.\n\nABOUT ME\nI know it.",
      ["h1* CAREER GOAL", "p In two years I want to lead.", "h2* ABOUT ME", "p I know it."]
    ),
    (
      "titles by their letters, directly over their text",
      "A. Me\nOn the desk since May.\n\nB. PLAN Q4\nTen a day.\n\nC. 121s\nDone in the glass box.",
      [
        "h1* A. Me", "p On the desk since May.", "h2* B. PLAN Q4", "p Ten a day.", "h2* C. 121s",
        "p Done in the glass box.",
      ]
    ),
    (
      "titles by their numbers, directly over their text",
      "2.1 Setting goals\nI set them with Jo.\n\n2.2 Finding strengths\n- by listening\n\n2.3 I asked Jo.\nShe said so.",
      [
        "h1* 2.1 Setting goals", "p I set them with Jo.", "h2* 2.2 Finding strengths", "li1 • by listening",
        "p 2.3 I asked Jo.⏎She said so.",
      ]
    ),
    (
      "a lead over lines set in", "this yr:\n   excel by june\n   sit w/ Denise\n\nok so.",
      ["p this yr:", "li1 - excel by june", "li1 - sit w/ Denise", "p ok so."]
    ),
    ("underlined", "Plan\n====\n\nText here.", ["h1* Plan", "p Text here."]),
    (
      "underlined in small letters",
      "my pdp\n======\n\nhow im doing\n------------\nok so fine.\n\nhelp\n----\nfrom kev.",
      ["h1* my pdp", "h2* how im doing", "p ok so fine.", "h2* help", "p from kev."]
    ),
    (
      "a line across the page is no underline",
      "he rang me back.\n\nsee below\n------------------------------\nthe end.",
      ["p he rang me back.", "p see below", "p the end."]
    ),
    (
      "numbered titles directly over answers",
      "1. Where I want to be\n   Technical claims. The form says so.\n\n2. Where I am\n   Strong: pace.",
      [
        "h1* Where I want to be", "p Technical claims. The form says so.", "h2* Where I am",
        "p Strong: pace.",
      ]
    ),
    (
      "numbered paragraphs",
      "2.  Purpose\n    2.1  The chief told us why.\n    2.2  I wrote a card for\n         each desk.\n\n3.  Plan\n    3.1  We met.",
      [
        "h1* Purpose", "p 2.1  The chief told us why.", "p 2.2  I wrote a card for⏎each desk.", "h2* Plan",
        "p 3.1  We met.",
      ]
    ),
    (
      "answers with the numbers of their questions",
      "1.1  Feedback shows\n     where I stand.\n1.2  I compare it\n     with my target.\n1.3  Then I plan.",
      ["p 1.1 Feedback shows where I stand.", "p 1.2 I compare it with my target.", "p 1.3 Then I plan."]
    ),
    (
      "dates set out to the left",
      "27 FEB   Kept 59%. Moved to\n         24 March.\n10 APR   Kept 62%. Forms\n         9 of 10.\n29 MAY   64%.",
      ["p 27 FEB Kept 59%. Moved to 24 March.", "p 10 APR Kept 62%. Forms 9 of 10.", "p 29 MAY 64%."]
    ),
    (
      "dressed titles", "--- Reviews ---\nWe met in May.\n\n=== my plan ===\nI will ask.",
      ["h1* Reviews", "p We met in May.", "h2* my plan", "p I will ask."]
    ),
    (
      "a greeting is no title", "Dear Lorraine\n\nThis is my plan.",
      ["p Dear Lorraine", "p This is my plan."]
    ),
    (
      "numbered headings",
      "Text first here.\n\n1. Briefing the team\n\nI told them.\n\n2. Plan\n\nWe made one.",
      ["p Text first here.", "h2* Briefing the team", "p I told them.", "h2* Plan", "p We made one."]
    ),
    (
      "a task among numbered questions",
      "1. What is feedback?\n\nIt is views.\n\n2. Explain two ways to learn.\n\nOne is a course.\n\n"
        + "3. Why own it?\n\nIt is mine.",
      [
        "h1* What is feedback?", "p It is views.", "h2* Explain two ways to learn.", "p One is a course.",
        "h2* Why own it?", "p It is mine.",
      ]
    ),
    (
      "questions without blank lines", "Q1. What is formal learning\nA course.\nQ2. And informal\nA buddy.",
      ["h1* Q1. What is formal learning", "p A course.", "h2* Q2. And informal", "p A buddy."]
    ),
    (
      "lettered titles in capitals", "A. WHERE I STAND\n\nI am slow.\n\nB. MY TEAM\n\nWe are six.",
      ["h1* WHERE I STAND", "p I am slow.", "h2* B. MY TEAM", "p We are six."]
    ),
    ("a list in capitals", "1. EMAILS\n2. CALLS", ["li1 1. EMAILS", "li1 2. CALLS"]),
    (
      "questions by name",
      "QUESTION: Who are you and what you do\nAnswer: Zbigniew.\n\nQUESTION: How good\nAnswer: 90%.",
      [
        "h1* QUESTION: Who are you and what you do", "p Answer: Zbigniew.", "h2* QUESTION: How good",
        "p Answer: 90%.",
      ]
    ),
    (
      "questions by a letter", "Q: Why review?\nA: To see.\n\nQ: Who helps?\nA: Kev.",
      ["h1* Q: Why review?", "p A: To see.", "h2* Q: Who helps?", "p A: Kev."]
    ),
    (
      "tasks by the criterion's number",
      "Q 2.7 Explain the importance of reviewing.\nWe fill in a form.\n\nQ 2.8 Explain techniques.\nOne is a graph.",
      [
        "h1* Q 2.7 Explain the importance of reviewing.", "p We fill in a form.",
        "h2* Q 2.8 Explain techniques.",
        "p One is a graph.",
      ]
    ),
    (
      "answers by the criterion's number", "Q1.1 my own figures\n\nQ1.2 compare to my target",
      ["p Q1.1 my own figures", "p Q1.2 compare to my target"]
    ),
    (
      "a form stays a form", "Name: Priya\n\nRole: adviser\n\nShift: C",
      ["p Name: Priya", "p Role: adviser", "p Shift: C"]
    ),
    ("label lines", "Name: Priya\nTeam leader: Wendy", ["p Name: Priya⏎Team leader: Wendy"]),
    ("bullets of every kind", "• a\n· b\n- c", ["li1 • a", "li1 • b", "li1 • c"]),
    (
      "loose numbers", "1. Close more.\n\n2. Transfer fewer.",
      ["li1 1. Close more.", "li1 2. Transfer fewer."]
    ),
    ("Word's round bullets", "o one\no two", ["li1 • one", "li1 • two"]),
    ("a dash in text is no bullet", "– with Wendy", ["p – with Wendy"]),
    (
      "letters and numerals", "a) x\nb) y\n\n(i) p\n(ii) q",
      ["li1 a) x", "li1 b) y", "li1 (i) p", "li1 (ii) q"]
    ),
    ("nesting", "-   a\n    -   b\n    -   c\n-   d", ["li1 • a", "li2 • b", "li2 • c", "li1 • d"]),
    ("hanging lines", "- one two\n  three\n- four", ["li1 • one two⏎three", "li1 • four"]),
    ("mail", "Hi,\n> see you at 3\n> Kev\nThanks", ["p Hi,", "q p see you at 3⏎Kev", "p Thanks"]),
    (
      "set in by two", "I wrote:\n\n  Dear Kev,\n  Hi\n\nText.",
      ["p I wrote:", "q p Dear Kev,⏎Hi", "p Text."]
    ),
    (
      "an entry a line", "3 March - met Kev, AHT 6:50.\n12 April - AHT is now 6:40.\n1 May - all done.",
      ["p 3 March - met Kev, AHT 6:50.", "p 12 April - AHT is now 6:40.", "p 1 May - all done."]
    ),
    ("tick boxes", "[x] yes [ ] no", ["p ☒ yes ☐ no"]),
    (
      "notes at the end", "It rose[1] then.\n\n[1] From the report.",
      ["p It rose then.", "note From the report."]
    ),
    ("rules say nothing", "a.\n\n*****\n\n_______\n\nb.", ["p a.", "p b."]),
    ("Windows line ends", "a.\r\n\r\nb.", ["p a.", "p b."]),
    ("empty", "", ["! empty"]),
    ("white space", " \n\t\n \r\n", ["! empty"]),
  ])
  func reads(_ why: String, _ text: String, _ expected: [String]) {
    #expect(Outline(reading: text).lines == expected, "\(why)")
  }

  @Test func joinsWrappedLinesAndKeepsMeantOnes() {
    let text = """
      I looked at my figures with Wendy on the second of March and we
      agreed that complaints are the weak part, because I hang on to
      cases and do not like to ring people with bad news at all, and
      that is what the plan is for.

      Wendy Harker
      Team leader
      """
    #expect(
      Outline(reading: text).lines == [
        "p I looked at my figures with Wendy on the second of March and we agreed that complaints are the weak part, "
          + "because I hang on to cases and do not like to ring people with bad news at all, and that is what the "
          + "plan is for.", "p Wendy Harker⏎Team leader",
      ])
  }

  @Test func partsATitleFromTheTextSetInUnderIt() {
    let text = """
      Fri 3 July    Where we hear about our work
          The tape matters to me because I swallow the ends of words
          and had no notion until I sat and listened to it, and once
          it is heard it can be practised, and then it goes into the
          plan with a date.
      """
    let lines = Outline(reading: text).lines
    #expect(lines.first?.contains("Where we hear about our work") == true)
    #expect(lines.first?.contains("The tape") == false)
    #expect(lines.count == 2)
  }

  @Test(arguments: [
    (
      "a link word", "12 April - met Kev. AHT 6:50. We agreed to\nadd a session.",
      "12 April - met Kev. AHT 6:50. We agreed to add a session."
    ),
    (
      "a small letter in mid-sentence", "My strengths are empathy and product knowledge,\nand also pace.",
      "My strengths are empathy and product knowledge, and also pace."
    ),
    (
      "a new sentence stays a line", "My strengths are empathy and product knowledge.\nI want pace.",
      "My strengths are empathy and product knowledge.⏎I want pace."
    ),
    ("short lines stay", "My personal effectiveness\nby Shanice", "My personal effectiveness⏎by Shanice"),
  ])
  func joinsWhatPlainlyGoesOn(_ why: String, _ text: String, _ paragraph: String) {
    #expect(Outline(reading: text + "\n\nEnd.").lines.first == "p " + paragraph, "\(why)")
  }

  @Test func refusesOneEndlessLine() {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: ReadingLimits.lineBytes + 1)
    #expect(Outline(reading: long).lines == ["! too-large"])
    let huge = [UInt8](repeating: UInt8(ascii: "a"), count: 50 << 20)
    #expect(Outline(reading: huge).lines == ["! too-large"])
  }

  @Test func tellsWhatCannotBeSeen() throws {
    let document = try TextReader.read(Array("My ob\u{200B}jective is 85\u{A0}%.".utf8))
    #expect(document.blocks.map(\.string) == ["My objective is 85 %."])
    #expect(document.warnings.map(\.code) == ["zero-width-characters"])
  }

  /// Found by fuzzing: the sign that may be a list's is looked for on every line behind it, the last one too.
  @Test(arguments: [
    "a) The first thing\n\nMore of it.\n ", "o polite\n\nMore.\n\t", "i. one\n  ", "(a) one\n\n ", "– one\n ",
  ])
  func aLastLineOfSpacesIsEmpty(_ text: String) {
    #expect(!Outline(reading: text).lines.isEmpty)
    #expect(
      Outline(reading: text) == Outline(reading: String(text.reversed().drop { $0.isWhitespace }.reversed())))
    #expect(
      Outline(reading: "# A\n\n" + text).lines.count == Outline(reading: "# A\n\n" + text + "\n").lines.count)
  }
}
