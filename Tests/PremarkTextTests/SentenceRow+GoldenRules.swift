extension SentenceRow {
  /// The cases of the "golden rules" for English of K. Dias, *Pragmatic Segmenter* (MIT licence).
  static let goldenRules = marks + abbreviations + inside + lists + lineBreaks + ellipses

  private static let marks = [
    SentenceRow("full stop", "Hello World. My name is Jonas.", ["Hello World.", "My name is Jonas."]),
    SentenceRow(
      "question mark", "What is your name? My name is Jonas.", ["What is your name?", "My name is Jonas."]),
    SentenceRow("exclamation mark", "There it is! I found it.", ["There it is!", "I found it."]),
    SentenceRow("two exclamation marks", "Hello!! Long time no see.", ["Hello!!", "Long time no see."]),
    SentenceRow("two question marks", "Hello?? Who is there?", ["Hello??", "Who is there?"]),
    SentenceRow("both, exclamation first", "Hello!? Is that you?", ["Hello!?", "Is that you?"]),
    SentenceRow("both, question first", "Hello?! Is that you?", ["Hello?!", "Is that you?"]),
    SentenceRow(whole: "a name with its mark", "She works at Yahoo! in the accounting department."),
    SentenceRow(
      "no space after the stop",
      "Hello world.Today is Tuesday.Mr. Smith went to the store and bought 1,000.That is a lot.",
      [
        "Hello world.", "Today is Tuesday.", "Mr. Smith went to the store and bought 1,000.",
        "That is a lot.",
      ]),
  ]

  private static let abbreviations = [
    SentenceRow(whole: "initial", "My name is Jonas E. Smith."),
    SentenceRow(whole: "one lower-case letter", "Please turn to p. 55."),
    SentenceRow(whole: "lower-case abbreviation inside", "Were Jane and co. at the party?"),
    SentenceRow(
      whole: "capitalised abbreviation inside", "They closed the deal with Pitt, Briggs & Co. at noon."),
    SentenceRow(
      "lower-case abbreviation at the end", "Let's ask Jane and co. They should know.",
      ["Let's ask Jane and co.", "They should know."]),
    SentenceRow(
      "capitalised abbreviation at the end",
      "They closed the deal with Pitt, Briggs & Co. It closed yesterday.",
      ["They closed the deal with Pitt, Briggs & Co.", "It closed yesterday."]),
    SentenceRow(whole: "before a name", "I can see Mt. Fuji from here."),
    SentenceRow(whole: "St. and st.", "St. Michael's Church is on 5th st. near the light."),
    SentenceRow(whole: "with a possessive", "That is JFK Jr.'s book."),
    SentenceRow(whole: "letters and stops", "I visited the U.S.A. last year."),
    SentenceRow(
      "E.U. at the end", "I live in the E.U. How about you?", ["I live in the E.U.", "How about you?"]),
    SentenceRow(
      "U.S. at the end", "I live in the U.S. How about you?", ["I live in the U.S.", "How about you?"]),
    SentenceRow(whole: "U.S. before a name", "I work for the U.S. Government in Virginia."),
    SentenceRow(whole: "U.S. inside", "I have lived in the U.S. for 20 years."),
    SentenceRow(
      "hours before a title",
      "At 5 a.m. Mr. Smith went to the bank. He left the bank at 6 P.M. Mr. Smith then went to the store.",
      [
        "At 5 a.m. Mr. Smith went to the bank.", "He left the bank at 6 P.M.",
        "Mr. Smith then went to the store.",
      ]),
    SentenceRow(
      "pronoun and initial", "We make a good team, you and I. Did you see Albert I. Jones yesterday?",
      ["We make a good team, you and I.", "Did you see Albert I. Jones yesterday?"]),
  ]

  private static let inside = [
    SentenceRow(whole: "amount inside", "She has $100.00 in her bag."),
    SentenceRow(
      "amount at the end", "She has $100.00. It is in her bag.", ["She has $100.00.", "It is in her bag."]),
    SentenceRow(
      whole: "sentence in brackets",
      "He teaches science (He previously worked for 5 years as an engineer.) at the local University."),
    SentenceRow(
      "mail address", "Her email is Jane.Doe@example.com. I sent her an email.",
      ["Her email is Jane.Doe@example.com.", "I sent her an email."]),
    SentenceRow(
      "web address",
      "The site is: https://www.example.50.com/new-site/awesome_content.html. Please check it out.",
      ["The site is: https://www.example.50.com/new-site/awesome_content.html.", "Please check it out."]),
    SentenceRow(whole: "single quotes inside", "She turned to him, 'This is great.' she said."),
    SentenceRow(whole: "double quotes inside", #"She turned to him, "This is great." she said."#),
    SentenceRow(
      "double quotes at the end", #"She turned to him, "This is great." She held the book out to show him."#,
      [#"She turned to him, "This is great.""#, "She held the book out to show him."]),
    SentenceRow(
      "coordinates", "You can find it at N°. 1026.253.553. That is where the treasure is.",
      ["You can find it at N°. 1026.253.553.", "That is where the treasure is."]),
  ]

  private static let lists = [
    SentenceRow(
      "1.) without stops", "1.) The first item 2.) The second item",
      ["1.) The first item", "2.) The second item"]),
    SentenceRow(
      "1.) with stops", "1.) The first item. 2.) The second item.",
      ["1.) The first item.", "2.) The second item."]),
    SentenceRow(
      "1) without stops", "1) The first item 2) The second item", ["1) The first item", "2) The second item"]),
    SentenceRow(
      "1) with stops", "1) The first item. 2) The second item.",
      ["1) The first item.", "2) The second item."]),
    SentenceRow(
      "1. without stops", "1. The first item 2. The second item", ["1. The first item", "2. The second item"]),
    SentenceRow(
      "1. with stops", "1. The first item. 2. The second item.",
      ["1. The first item.", "2. The second item."]),
    SentenceRow(
      "bullets", "• 9. The first item • 10. The second item",
      ["• 9. The first item", "• 10. The second item"]),
    SentenceRow(
      "hyphen bullets", "⁃9. The first item ⁃10. The second item",
      ["⁃9. The first item", "⁃10. The second item"]),
    SentenceRow(
      "letters", "a. The first item b. The second item c. The third list item",
      ["a. The first item", "b. The second item", "c. The third list item"]),
  ]

  private static let lineBreaks = [
    SentenceRow(
      "inside a sentence", "It was a cold \nnight in the city.", ["It was a cold night in the city."]),
    SentenceRow(
      "after each line", "features\ncontact manager\nevents, activities\n",
      ["features", "contact manager", "events, activities"]),
  ]

  private static let ellipses = [
    SentenceRow(
      whole: "at the end of a quotation",
      "Thoreau argues that by simplifying one’s life, “the laws of the universe will appear less complex. . . .”"
    ),
    SentenceRow(
      whole: "in square brackets",
      #""Bohr [...] used the analogy of parallel stairways [...]" (Smith 55)."#),
    SentenceRow(
      "at the end, spaced",
      """
      If words are left off at the end of a sentence, and that is all that is omitted, indicate the omission with \
      ellipsis marks (preceded and followed by a space) and then indicate the end of the sentence with a period \
      . . . . Next sentence.
      """,
      [
        """
        If words are left off at the end of a sentence, and that is all that is omitted, indicate the omission with \
        ellipsis marks (preceded and followed by a space) and then indicate the end of the sentence with a period \
        . . . .
        """, "Next sentence.",
      ]),
    SentenceRow(
      "four stops", "I never meant that.... She left the store.",
      ["I never meant that....", "She left the store."]),
    SentenceRow(
      whole: "inside",
      """
      I wasn’t really ... well, what I mean...see . . . what I'm saying, the thing is . . . I didn’t mean it.
      """),
    SentenceRow(
      "before a sentence",
      """
      One further habit which was somewhat weakened . . . was that of combining words into self-interpreting \
      compounds. . . . The practice was not abandoned. . . .
      """,
      [
        """
        One further habit which was somewhat weakened . . . was that of combining words into self-interpreting \
        compounds.
        """, ". . . The practice was not abandoned. . . .",
      ]),
  ]
}
