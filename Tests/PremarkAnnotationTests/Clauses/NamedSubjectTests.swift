import PremarkAnnotation
import Testing

/// Whose deed a clause tells of where it opens with a capital: a name, which the capital is owed to, or a word of the
/// language, which owes it to the start of the sentence. A learner's notes leave out "I" ("Monitored calls with Jo");
/// what others did must not pass for the learner's.
@Suite struct NamedSubjectTests {
  @Test(arguments: [
    "Tam did the round of the yard with Kenny.",
    "Big Kenny took me round the stores.",
    "Young Tilly showed me the board.",
    "Old Sandra let me read her list.",
    "Lorraine put Dipesh's recordings back by two weeks.",
    "Dipesh set the date himself.",
    "Zelda cut the list down to ten.",
    "Farah let me sit in.",
    "Oggie read the script out to us.",
    "Tamsin shut the desk early.",
    "Baz hit his target in May.",
    "Ines spread the rest of the letters over two days.",
    "In April Ines showed the team her list.",
    "On 3 March Farah passed the module.",
    "On 4 May Sam was on holiday.",
    "On 2 March Kev passed the course.",
    "Last week Tuppy rang them all back.",
    "At the huddle Wilf read out the figures.",
    "On Monday Gormla took the calls.",
    "After lunch Dipesh checked the post.",
    "Yesterday Tam spoke to the driver.",
    "Leanne's course was moved to July.",
    "Keisha's date was moved to July.",
    "Orla's list was longer than the rest.",
    "Wojtek took over the late desk.",
    "Effie went through my calls with me.",
    "Brodie has finished the course.",
    "Hamza made the list and sent it round.",
    "Ottoline gave me her notes.",
    "Then Tam wrote it all up.",
    "Tam and Kenny did the yard.",
    "Our Kenny took the late calls.",
    "Wee Davie did the phones.",
    "Muriel ran the briefing that day.",
    "Ffion does the Friday list.",
    "Zeb never rang them back.",
    "Tam, who does the yard, showed me the gate.",
    "So Tam told me what to say.",
    "On the Tuesday Bryony sat with him.",
    "Emily showed me the screen.",
    "Sally rang him back.",
    "Sandra cost the new rota for us.",
    "Kelly did the rota.",
    "Emily's list was longer than the rest.",
    "Now Kev say it every time.",
    "Sunil keep the list by the phone.",
  ])
  func anothersDeedIsNotTheLearners(_ text: String) throws {
    #expect(try Self.voices(of: text).first == "other")
  }

  @Test(arguments: [
    "Monitored calls with Jo.",
    "Did the round with Tam.",
    "Put my recordings back by two weeks.",
    "Set a date with Dipesh.",
    "Read the guide on refunds.",
    "Cut my wrap to six minutes.",
    "Let Farah know the date.",
    "Hit 88% in May.",
    "Took calls on the late desk with Wojtek.",
    "Shadowed Irena on retentions.",
    "Sat with Kev on 3 March and read out ten calls.",
    "In April showed the team my list.",
    "On 3 March passed the module.",
    "On Monday took the late calls.",
    "Me and Tam did the yard.",
    "Tam and me did the yard.",
    "Tam and I took the late calls.",
    "Kenny and myself read the guide.",
    "Excel was new to me.",
    "Module 3 passed with 88%.",
    "Complaints dropped to 12 a week.",
    "Handling time went down to 5:40.",
    "Quality rose to 91% in May.",
    "Training took two days.",
    "Feedback made me change my greeting.",
    "Escalations fell from 9 to 4.",
    "Siebel was slow so I wrote it down.",
    "E-learning took an hour.",
    "Wrap was 95 seconds in March.",
    "Repeat calls fell from 20% to 11%.",
    "Shrinkage was 8% in April.",
    "Level 2 course finished in May.",
    "Bereavement training was on 3 May and I passed.",
    "March was my best month.",
    "Salesforce training took up most of May.",
    "Started the course on 3 March.",
    "Rang the customers back.",
    "Reviewed my plan with Wendy on 3 May.",
    "Accuracy has gone up to 97%.",
    "Refund Rules module passed on 3 May.",
    "Friday was spent on my list.",
    "Monday was set aside for reading.",
    "Spreadsheet made and used every week.",
    "Apologies put right in four letters.",
    "Greeting went from 12 seconds to 6.",
    "Confidence grew and my score went to 90%.",
    "Next I read the guide.",
    "Last month I hit 88%.",
    "Tam's list helped me and I used it every day.",
    "On Tuesday I sat with Bryony.",
    "Typing went from 28 to 41 words a minute.",
    "Booked on Excel course for May.",
    "Holds cut from 90 seconds to 40.",
    "Absence down to two days.",
    "Only Sally and I did it.",
  ])
  func theLearnersOwnStaysTheirs(_ text: String) throws {
    #expect(try Self.voices(of: text).last == "own")
  }

  @Test(arguments: [
    (
      "known with its capital", "I sat with Tilly and Sunil.\n\nOn Monday tilly showed me the board.", "other"
    ),
    ("a word as well as a name", "I sat with Mark and Sunil.\n\nMy mark rose to 85%.", "own"),
  ])
  func aNameInSmallLettersIsOneWhereItsCapitalIs(_ why: String, _ text: String, _ voice: String) throws {
    #expect(try Self.voices(of: text).last == voice, "\(why)")
  }

  /// The voice of each clause of the last block, in the work of somebody who writes "I".
  private static func voices(of text: String) throws -> [String] {
    let annotated = try #require(
      try Reading.markdown("I work on the desk and I take calls all day.\n\n\(text)\n"))
    let last = annotated.document.blocks.count - 1
    return annotated.clauses.filter { annotated.sentences[$0.sentence].block == last }.map {
      $0.voice.rawValue
    }
  }
}
