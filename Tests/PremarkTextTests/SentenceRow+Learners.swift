extension SentenceRow {
  /// What development plans from British workplaces look like.
  static let learners = times + marks + labels

  private static let times = [
    SentenceRow(whole: "unit before a figure", "My average was 6 min. 30 in March."),
    SentenceRow(
      "a time before a stop", "My average is 6:40 and the target is 6:00. My mark is 86%.",
      ["My average is 6:40 and the target is 6:00.", "My mark is 86%."]),
    SentenceRow(
      "unit at the end", "I take calls in under 6 min. My target is 5.",
      ["I take calls in under 6 min.", "My target is 5."]),
    SentenceRow(
      "unit before a noun", "Handling time is 6 min. Calls are sorted first.",
      ["Handling time is 6 min.", "Calls are sorted first."]),
    SentenceRow(whole: "approximately", "It takes approx. Three weeks, or approx. 20 days."),
    SentenceRow(whole: "number", "I will finish module no. 3 by Friday."),
    SentenceRow(
      "the word no", "The answer was no. Then I asked again.", ["The answer was no.", "Then I asked again."]),
    SentenceRow(
      "week commencing", "I start w/c 2 March. Kev will sit in.",
      ["I start w/c 2 March.", "Kev will sit in."]),
    SentenceRow(
      "quarter", "I will do this in Q1. My manager agreed.", ["I will do this in Q1.", "My manager agreed."]),
    SentenceRow(whole: "stops in a KPI", "I will bring my A.H.T. down to 5.30 by June."),
    SentenceRow(
      "a KPI at the end", "I improved my A.H.T. I am happy.", ["I improved my A.H.T.", "I am happy."]),
    SentenceRow(whole: "short month", "We met on 3 Feb. 2026 in Leeds."),
    SentenceRow(
      "short month at a line break",
      "Agreed the lunch sheet with Mateusz on 4 Feb.\nFinn, 11 February (follow-up).",
      ["Agreed the lunch sheet with Mateusz on 4 Feb.", "Finn, 11 February (follow-up)."]),
    SentenceRow(
      "short month before a figure", "Review 4 Feb.\n11 February, follow-up.",
      ["Review 4 Feb.", "11 February, follow-up."]),
    SentenceRow(
      "an abbreviation at a line break", "I used email, chat etc.\nTom agreed.",
      ["I used email, chat etc.", "Tom agreed."]),
    SentenceRow(
      "a title at a line break", "I was seen by Mr.\nHill on Monday.", ["I was seen by Mr. Hill on Monday."]),
    SentenceRow(
      "a wrapped abbreviation", "The course runs for approx.\nthree weeks in all.",
      ["The course runs for approx. three weeks in all."]),
    SentenceRow(
      "a full stop and small letters at a line break", "it melts.\nit cools.", ["it melts.", "it cools."]),
    SentenceRow(
      "full month", "We met in February. Kev was there.", ["We met in February.", "Kev was there."]),
    SentenceRow(whole: "weekday after the hour", "The review is at 2 p.m. Monday."),
    SentenceRow(
      "year at the end", "I joined in 2024. Since then I grew.", ["I joined in 2024.", "Since then I grew."]),
    SentenceRow(whole: "for example", "I use tools, e.g. Excel, i.e. Microsoft Excel."),
    SentenceRow(whole: "dotted date", "Agreed on 14.03.2026 with Kev."),
  ]

  private static let marks = [
    SentenceRow(
      "lower case throughout", "i beat my aht. then i asked kev. it was good.",
      ["i beat my aht.", "then i asked kev.", "it was good."]),
    SentenceRow(
      "no space after the stop", "I took the call.I then logged it.",
      ["I took the call.", "I then logged it."]),
    SentenceRow(whole: "file and site names", "See report.docx on www.example.com for more."),
    SentenceRow("file at the end", "See report.docx. I sent it.", ["See report.docx.", "I sent it."]),
    SentenceRow("three dots", "I was nervous... But I did it.", ["I was nervous...", "But I did it."]),
    SentenceRow(whole: "one-character dots inside", "I was nervous … but I did it."),
    SentenceRow(
      "curly quotes", "He said “well done.” I was pleased.", ["He said “well done.”", "I was pleased."]),
    SentenceRow(
      "quotation opens", "I listened. “Can you help?” she asked.",
      ["I listened.", "“Can you help?” she asked."]),
    SentenceRow(
      "brackets hold a sentence", "I did it. (It took a week.) Then I stopped.",
      ["I did it.", "(It took a week.)", "Then I stopped."]),
    SentenceRow("percent", "I reached 85%. My target was 80%.", ["I reached 85%.", "My target was 80%."]),
    SentenceRow(
      "list after a colon stays", "I have two aims: 1) quality and 2) speed. Both matter.",
      ["I have two aims: 1) quality and 2) speed.", "Both matter."]),
    SentenceRow(
      "degree", "I hold a B.Sc. from Leeds. It helps.", ["I hold a B.Sc. from Leeds.", "It helps."]),
    SentenceRow(
      "etc. before a name", "I used email, chat, etc. My TM agreed.",
      ["I used email, chat, etc.", "My TM agreed."]),
    SentenceRow(
      "a unit's letter", "AHT 11m 20s. Stewart moved it.", ["AHT 11m 20s.", "Stewart moved it."]),
    SentenceRow("plan B", "We went for plan B. It worked.", ["We went for plan B.", "It worked."]),
    SentenceRow(whole: "table cell without a stop", "By end of March"),
    SentenceRow("nothing", "", []),
    SentenceRow("only space", " \n\t", []),
    SentenceRow(whole: "only marks", "?!"),
    SentenceRow("starts with a stop", ". Next", [".", "Next"]),
  ]

  private static let labels = [
    SentenceRow(
      "labels", "Name: Jo Smith\nrole: agent\nTeam leader: Kev",
      ["Name: Jo Smith", "role: agent", "Team leader: Kev"]),
    SentenceRow(
      "bullet lines", "My aims are\n- improve quality\n- reduce errors",
      ["My aims are", "- improve quality", "- reduce errors"]),
    SentenceRow(
      "numbered lines", "1. improve quality\n2. reduce errors",
      ["1. improve quality", "2. reduce errors"]),
    SentenceRow("wrapped before a name", "I talked to\nKev about it.", ["I talked to Kev about it."]),
    SentenceRow("wrapped after a comma", "I met Kev,\nJo and Sam.", ["I met Kev, Jo and Sam."]),
    SentenceRow(
      "heading line", "Review of my plan\nI met my target.", ["Review of my plan", "I met my target."]),
    SentenceRow(
      "empty line", "review of my plan\n\ni met my target", ["review of my plan", "i met my target"]),
    SentenceRow("carriage returns", "Aims\r\nReview", ["Aims", "Review"]),
    SentenceRow("line separator", "Aims\u{2028}Review", ["Aims", "Review"]),
    SentenceRow(
      "long line, wrapped",
      "i will ask my team leader to listen to three of my calls each week\nand give me feedback",
      ["i will ask my team leader to listen to three of my calls each week and give me feedback"]),
    SentenceRow("stop at the line end", "I did it.\nthen i stopped.", ["I did it.", "then i stopped."]),
  ]
}
