import PremarkAnnotation
import PremarkDocument
import Testing

@Suite struct VoiceTests {
  @Test(arguments: [
    ("I", "I attended the course.", "own"),
    ("a contraction", "I've finished module 2.", "own"),
    ("no apostrophe", "Ive improved my typing.", "own"),
    ("we", "We agreed a new date.", "own"),
    ("our team", "Our team met the target.", "own"),
    ("a joint subject", "Mick and I agreed the target.", "own"),
    ("me and", "Me and Kev listened to three calls.", "own"),
    ("my thing", "My score rose to 85%.", "own"),
    ("a dropped subject", "Sat with Priya on Monday.", "own"),
    ("a bare infinitive", "Attend Excel course", "own"),
    ("a passive without agent", "Module passed at 85%.", "own"),
    ("a thing that happened", "The course was good.", "own"),
    ("he", "He showed me the screen.", "other"),
    ("they", "They asked me to wait.", "other"),
    ("a given name that opens", "Chidi redoes the scripts for us.", "other"),
    ("a name", "Priya showed me the screen.", "other"),
    ("my manager", "My manager agreed the date.", "other"),
    ("the trainer", "The trainer told us to wait.", "other"),
    ("her thing", "Her calls are short.", "other"),
    ("the board", "The board want fewer complaints.", "other"),
    ("customers, once", "Two customers thanked me.", "other"),
    ("asked by a name", "Moira asked me to take the minutes.", "other"),
    ("you", "You need to listen to the customer.", "general"),
    ("your thing", "Your numbers are on the board.", "general"),
    ("a numbered thing", "Objective 2 stays as it is.", "own | own"),
    ("one", "One should always be polite.", "general"),
    ("everyone", "Everyone needs a plan.", "general"),
    ("agents", "Agents should be polite.", "general"),
    ("a good agent", "A good agent listens to the customer.", "general"),
    ("people", "People learn in different ways.", "general"),
    ("important to", "It is important to set targets.", "general"),
    ("an abbreviation explained", "SMART stands for specific, measurable and so on.", "general"),
    ("the purpose", "The purpose of a PDP is to set goals.", "general"),
    ("a general truth", "Objectives are agreed every year.", "general"),
    ("reported speech", "He showed me the screen, and I told the team.", "other | own"),
    ("said of me", "Kev said I was ready.", "other | own"),
    ("carried on", "I attended the course and passed the test.", "own | own"),
    ("carried on by another", "Wendy listened and gave me a score.", "other | other"),
    ("a question put by another", "Celia asked where I would like to be.", "other | own"),
    ("a quotation", "She said, \"I like it.\"", "other | other"),
    ("my own words", "I said, \"I will ring back.\"", "own | own"),
    ("who", "I sat with Sunil who keeps a list.", "own | other"),
    ("figures by name", "My colleague Denise helped me. Denise 4", "other | other"),
    ("figures of mine", "Me 4", "own"),
  ])
  func tellsWhoSpeaks(_ why: String, _ text: String, _ voices: String) {
    #expect(Reading.block(text)?.voices == voices, "\(why)")
  }

  @Test(arguments: [
    (
      "a comment after its label", "**Comment from Wendy Harker:** I support her applying.", "I support",
      "other"
    ),
    (
      "a name and a colon",
      "## Notes\n\nMy team leader Kev Marsh listened in May.\n\nKev: You did well today.", "You did", "other"
    ),
    (
      "a mail by another",
      "> **From:** Pauline Hart\n> **Date:** 14 October 2025\n>\n> I listened to three of your calls.",
      "I listened", "other"
    ),
    (
      "a mail by me", "> **From:** Me\n> **To:** Pauline Hart\n>\n> I have asked Deepa to help.",
      "I have asked", "own"
    ),
    (
      "a quote that is introduced", "Wendy Harker wrote this about me:\n\n> I find her calm on the phone.",
      "I find", "other"
    ),
    (
      "a heading", "# Plan\n\n## Manager's comments\n\nI am pleased with the progress.", "I am pleased",
      "other"
    ),
    (
      "the next heading", "## Manager's comments\n\nGood.\n\n## My plan\n\nI will attend a course.", "I will",
      "own"
    ),
    (
      "notes by name in the title", "# Gareth's notes for the PDP\n\nI am on the desk.", "I am", "own"
    ),
    (
      "a column", "| Activity | Manager's comments |\n|---|---|\n| Excel | I saw a real change. |", "I saw",
      "other"
    ),
  ])
  func tellsWhoWrites(_ why: String, _ text: String, _ start: String, _ voice: String) throws {
    let annotated = try #require(try Reading.markdown(text))
    let clause = try #require(
      annotated.clauses.first { clause in
        let block = annotated.document.blocks[annotated.sentences[clause.sentence].block]
        return block.string(clause.span).contains(start)
      }, "\(why)")
    #expect(clause.voice.rawValue == voice, "\(why)")
  }
}
