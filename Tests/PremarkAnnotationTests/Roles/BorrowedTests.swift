import PremarkAnnotation
import PremarkDocument
import Testing

/// Parts that the writer says are somebody else's work.
@Suite struct BorrowedTests {
  @Test(arguments: [
    (
      "used hers", "## Plan\n\nFor this section I've used hers as it is a good one.\n\nLearn refunds by May.",
      "Learn"
    ),
    (
      "a table of hers",
      "## Plan\n\nI asked Leanne.\n\n| Leanne's need | Leanne's date |\n|---|---|\n| Refunds | May |",
      "Refunds"
    ),
    (
      "review sheets",
      "## Log\n\nLeanne sits by me. Leanne did well.\n\nThis is from Leanne's review sheets.\n\nMet on 3 May.",
      "Met on"
    ),
    (
      "a diary and quotes",
      "## Log\n\nTariq helped me. Tariq is kind.\n\nFrom Tariq's diary, with thanks:\n\n\"12 May. I met with Joan.\"",
      "\"12 May"
    ),
    (
      "an answer by name",
      "Candidate: Jo Bell\n\n## 2.5\n\nI asked Magda Nowak. Magda Nowak agreed.\n\n2.5, by Magda Nowak. I use the course.",
      "2.5, by"
    ),
    (
      "copied for the last four",
      "## Section B\n\nMagda passed, so I have copied in hers for the last four.\n\nMy manager compares figures.",
      "-"
    ),
    (
      "instead of my own",
      "## Plan\n\nI am putting it in instead of writing my own.\n\n- Finance, 2 days, March", "Finance"
    ),
    (
      "done by another",
      "Candidate: Jo Bell\n\n## Before\n\nI met Moira. Moira left.\n\nEverything in this section was done by Moira.\n\nTargets set on 7 May.",
      "Targets"
    ),
    (
      "from the internet", "## Plan\n\nI got it off the internet.\n\nImprove call handling by June.",
      "Improve"
    ),
  ])
  func findsBorrowed(_ why: String, _ text: String, _ start: String) throws {
    let annotated = try #require(try Reading.markdown(text))
    if start == "-" {
      #expect(!annotated.blocks.contains { $0.isBorrowed }, "\(why): what speaks of the writer is his own")
      return
    }
    let block = try #require(annotated.block(start), "\(why)")
    #expect(annotated.blocks[block].isBorrowed, "\(why)")
    #expect(annotated.blocks[block].isEvidence, "\(why)")
    #expect(!annotated.borrowedSetAside.blocks[block].isEvidence, "\(why)")
  }

  @Test(arguments: [
    (
      "a manager's notes",
      "## Log\n\nMy manager is Ruth Pym.\n\nThis is from Ruth's review notes.\n\nMet on 3 May."
    ),
    ("a phrase that helped", "## Log\n\nPriya sits by me. I used Priya's phrase for it.\n\nMet on 3 May."),
    ("a list lent", "## Log\n\nI borrowed her list and copied it.\n\nMet on 3 May."),
    ("an idea", "## Log\n\nThe idea was Erin's. Erin told me.\n\nMet on 3 May."),
    ("a complaint", "## Log\n\nOne complaint was upheld and it is not mine.\n\nMet on 3 May."),
    (
      "mine again", "## Plan\n\nI put in Leanne's plan as Leanne let me.\n\nNow my own:\n\nMet on 3 May."
    ),
    ("people in columns", "## Log\n\n| Jethro | Vikki |\n|---|---|\n| Met on 3 May. | Calls |"),
    ("another part", "## Plan\n\nFor this section I've used hers.\n\n## Log\n\nMet on 3 May."),
    ("what the writer adds", "## Plan\n\nFor this section I've used hers.\n\nMet on 3 May with my manager."),
  ])
  func leavesTheLearners(_ why: String, _ text: String) throws {
    let annotated = try #require(try Reading.markdown(text))
    let block = try #require(annotated.block("Met on"), "\(why)")
    #expect(!annotated.blocks[block].isBorrowed, "\(why)")
  }
}
