import PremarkAnnotation
import PremarkDocument
import Testing

@Suite struct PromptTests {
  @Test(arguments: [
    ("a heading", "# My objectives\n\nText.", "My objectives"),
    ("instructions in italics", "## Plan\n\n*Please complete every section yourself.*", "Please complete"),
    ("a command in italics", "## Log\n\n*Include dates and say what changed.*\n\nText.", "Include dates"),
    ("a question", "**Q1. What do you want to learn?**\n\nI want to learn Excel.", "Q1."),
    ("a question without bold", "What have you learned about yourself?\n\nI am calm.", "What have you"),
    ("a label without an answer", "Objective 1:\n\nSome text.", "Objective 1:"),
    ("a label with dots", "Line manager: ..............", "Line manager:"),
    ("a placeholder", "Click or tap here to enter text.", "Click or tap"),
    ("guidance in brackets", "[Describe your role here]", "[Describe"),
    ("an example", "## Plan\n\n*Example: I will reduce my calls to 380 seconds by 30 June.*", "Example"),
    ("delete as appropriate", "Yes / No (delete as appropriate)", "Yes"),
    ("a header cell", "| Objective | By when |\n|---|---|\n| Raise my score | 31 May |", "Objective"),
    (
      "a row nobody filled in", "| Competency | Rating | Evidence |\n|---|---|---|\n| Call handling | | |",
      "Call handling"
    ),
    ("a criterion pasted", "Explain how feedback is used in your role.\n\nKev tells me.", "Explain how"),
    ("a question by name", "# Form\n\nQUESTION: how good are you now\n\nAnswer: good.", "QUESTION"),
    ("a task by number", "# Form\n\nAC 2.7 Explain the importance of reviewing.\n\nWe fill it in.", "AC 2.7"),
    (
      "a sample row", "| Objective | By when |\n|---|---|\n| e.g. Improve CSAT | 30 June |\n| Learn | May |",
      "e.g. Improve"
    ),
    (
      "the rest of a sample row",
      "| Objective | By when |\n|---|---|\n| e.g. Improve CSAT | 30 June |\n| Learn | May |",
      "30 June"
    ),
    ("labels in lines", "**Review 1**  \nDate:  \nProgress since last review:\n\nText.", "Review 1"),
  ])
  func findsPrompts(_ why: String, _ text: String, _ start: String) throws {
    let annotated = try #require(try Reading.markdown(text))
    let block = annotated.blocks[try #require(annotated.block(start), "\(why)")]
    #expect(block.isPrompt, "\(why)")
    #expect(!block.isEvidence, "\(why)")
  }

  @Test(arguments: [
    ("an answer", "I want to learn Excel."),
    ("an answer with a question in it", "What have I got already? I know the system well."),
    ("an instruction to oneself", "Explain bills more clearly to my callers by using my own words."),
    ("advice in a knowledge unit", "You need more than one source. Each one shows something different."),
    ("a lead-in of one's own", "I set myself these things to do in March:"),
    ("italics of one's own", "*I was nervous.*"),
    ("an aim in italics with its figure", "*Answer 40 calls a day.*"),
    ("a figure", "Complaints: 72%"),
    ("an answer by number", "Q1.2 compare to my target and the team's"),
    ("a quarter", "Q1 was my best so far."),
    ("a signature word in a story", "Hana signed the plan and the director signs the holidays."),
  ])
  func leavesAnswers(_ why: String, _ text: String) throws {
    let block = try #require(try Reading.markdown("## Notes\n\n" + text + "\n\nMore text.")?.blocks[1])
    #expect(!block.isPrompt, "\(why)")
    #expect(block.isEvidence, "\(why)")
  }

  @Test(arguments: [
    ("an answer", "Answer: Wrong address is my problem.", "Answer:"),
    ("an answer by a letter", "A: Wrong address is my problem.", "A:"),
    ("a bold lead", "**Call handling.** Good. My marks are fine.", "Call handling."),
    ("a numbered objective", "Objective 1. Bring the complaints down by June.", "Objective 1."),
    ("a known label", "Target date: 31 May 2026", "Target date:"),
    ("a dated lead", "**31/03/2026 – with Wendy.** Workshop done.", "31/03/2026 – with Wendy."),
    ("a question and its answer", "How do you know? My stats went up.", "How do you know?"),
  ])
  func findsLabels(_ why: String, _ text: String, _ label: String) throws {
    let annotated = try #require(try Reading.markdown("## Notes\n\n" + text + "\n\nMore text."))
    let span = try #require(annotated.blocks[1].label, "\(why)")
    #expect(annotated.document.blocks[1].string(span) == label, "\(why)")
    #expect(!annotated.blocks[1].isPrompt)
  }

  @Test(arguments: [
    (
      "one that goes on",
      "What use is a plan that hides your faults? Put the lot down, or you plan for nobody."
    ),
    ("one with its reason in front", "Because if you hide it what is it all for? I put the lot down."),
  ])
  func aQuestionInProseIsNoLabel(_ why: String, _ text: String) throws {
    let annotated = try #require(try Reading.markdown("## Notes\n\n" + text + "\n\nMore text."))
    #expect(annotated.blocks[1].label == nil && !annotated.blocks[1].isPrompt, "\(why)")
  }

  @Test(arguments: [
    ("tasks of several", "Jobs: Sal - survey calls, Tom - rota, Priya and Nell - the letters.", true),
    ("one's own", "Job: booking clerk", false),
  ])
  func aParticularHasOneValue(_ why: String, _ text: String, _ counts: Bool) throws {
    let annotated = try #require(try Reading.markdown("## Our plan\n\n" + text + "\n\nMore text."))
    #expect(annotated.blocks[1].isEvidence == counts, "\(why)")
  }

  static let beside = "\n\nOnline modules. The test at the end shows what you know.\n\nIt was good."

  @Test(arguments: [
    ("a few words", "Call monitoring. Somebody scores calls with a form.", "Call monitoring."),
    ("an action", "Taking ownership. It means that I ask for help.", "Taking ownership."),
    ("a judgement", "Not good. Seven of mine went to my manager.", ""),
    ("a short answer", "Mixed. I am on time but I forget notes.", ""),
    ("a sentence", "I asked Kev. He told me to slow down a bit.", ""),
    ("an order", "It helps. You see what to do next time.", ""),
    ("a sentence in the present", "The review serves several purposes. It gives me time to talk.", ""),
    ("nothing after it", "Call monitoring. Yes.", ""),
    ("a date", "May. I passed the course with a good mark.", ""),
  ])
  func findsLeadsTypedWithoutBold(_ why: String, _ text: String, _ label: String) throws {
    let annotated = try #require(try Reading.markdown("Ways to learn\n\n" + text + Self.beside))
    let block = try #require(annotated.block(String(text.prefix(5))), "\(why)")
    let found = annotated.blocks[block].label.map { annotated.document.blocks[block].string($0) }
    #expect(found ?? "" == label, "\(why)")
  }

  @Test func leavesLeadsToBoldWhereThereIsBold() throws {
    let text = "Call monitoring. Somebody scores calls." + Self.beside + "\n\n**Mind** this."
    let annotated = try #require(try Reading.markdown("## Ways\n\n" + text))
    #expect(annotated.blocks[1].label == nil)
  }

  @Test(arguments: [
    ("a section", "## Part B. Objectives\n\nRaise my score.", "Raise", "objective"),
    ("its ancestors", "## My plan\n\n### First\n\nAttend a course.", "Attend", "activity"),
    ("a label above", "## Form\n\nObjective 1:\n\nRaise my score.", "Raise", "objective"),
    ("a lead in the block", "## Notes\n\n**Target date:** 31 May", "Target", "deadline"),
    ("a list's lead-in", "## Notes\n\nMy goals are these:\n\n- raise my score", "raise", "objective"),
    ("self-assessment", "## Part A. Where I am now\n\nI am slow.", "I am", "self-assessment"),
    ("career", "## Where I want to be\n\nI want to lead.", "I want", "career"),
    ("reason", "## Why this matters\n\nCalls cost money.", "Calls", "reason"),
    ("progress", "## How it is going\n\nWell.", "Well", "progress"),
    ("reflection", "## What I learned\n\nTo wait.", "To wait", "reflection"),
    ("feedback", "## Feedback received\n\nGood.", "Good", "feedback"),
    ("no heading of particulars", "## With the team\n\nI shared a guide.", "I shared", "-"),
    ("the title says nothing", "# Personal development plan\n\nHello.\n\n## Notes\n\nWell.", "Hello", "-"),
  ])
  func givesRoles(_ why: String, _ text: String, _ start: String, _ role: String) throws {
    let annotated = try #require(try Reading.markdown(text))
    let block = try #require(annotated.block(start), "\(why)")
    #expect(annotated.blocks[block].role?.rawValue ?? "-" == role, "\(why)")
  }

  @Test(arguments: [
    ("a declaration", "I confirm this is my own work."), ("a signature", "Learner signature: C. Eastwood"),
  ])
  func leavesOutWhatIsSigned(_ why: String, _ text: String) throws {
    let annotated = try #require(try Reading.markdown("## Declaration\n\n" + text + "\n\n## Next\n\nText."))
    #expect(!annotated.blocks[1].isEvidence, "\(why)")
  }

  @Test func hiddenTextIsNoEvidence() throws {
    let hidden = Block(kind: .paragraph, text: Array("I passed the course.".utf8), visibility: .hidden)
    let comment = Block(kind: .comment, text: Array("I passed the course.".utf8))
    let untitled = Section(heading: nil, level: 0, parent: nil)
    let annotated = try #require(
      Reading.document(
        Document(format: .docx, blocks: [hidden, comment], sections: [untitled], tables: [], warnings: [])))
    #expect(annotated.blocks.map(\.isEvidence) == [false, false])
    #expect(annotated.sentences.count == 2)
  }
}
