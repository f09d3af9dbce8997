import PremarkAnnotation
import Testing

@Suite struct StrengthTests {
  @Test(arguments: [
    ("want", "I want to become a team leader.", "aspiration"),
    ("would like", "I would like to progress to senior adviser.", "aspiration"),
    ("'d like", "I'd like to move into quality.", "aspiration"),
    ("should like", "I should like to feel at home with it.", "aspiration"),
    ("hope", "I hope to pass in May.", "aspiration"),
    ("ambition", "My ambition is to lead a team.", "aspiration"),
    ("need to", "I need to slow down.", "aspiration"),
    ("have been to", "I have been to see the pharmacy counter on 11 June.", "done"),
    ("been to", "Been to sit with Jo on 3 May.", "done"),
    ("have to", "I have to see the pharmacy counter.", "none"),
    ("will", "I will attend the course.", "plan"),
    ("'ll", "I'll ask Kev.", "plan"),
    ("going to", "I am going to do the module.", "plan"),
    ("plan to", "I plan to shadow Priya.", "plan"),
    ("intend", "I intend to listen to two calls a week.", "plan"),
    ("aim is to", "My aim is to reach 85% by June.", "plan"),
    ("booked", "I am booked on the course.", "plan"),
    ("due to", "I am due to attend on 3 May.", "plan"),
    ("a bare infinitive", "Attend Excel course", "plan"),
    ("a noun like a command", "Repeat calls fell from 20% to 16%.", "result-with-data"),
    ("the same with a regular verb", "Transfer calls dropped to 16%.", "result-with-data"),
    ("a command with such a noun", "Repeat the calls that fell short.", "plan | result"),
    ("a command", "Answer calls within 20 seconds.", "none"),
    ("a command and a past after it", "Complete the course I started.", "plan | done"),
    ("to and a verb", "To raise my score from 81% to 90%.", "plan"),
    ("to and a verb unknown", "To carry on improving my typing.", "plan"),
    ("also to", "Also to be more organised.", "plan"),
    ("still to come", "ASB webinar still to come.", "plan"),
    ("next step", "Next step is to book the course.", "plan"),
    ("agreed that I would", "We agreed I would listen to five calls.", "done | plan"),
    ("past", "I attended the course.", "done"),
    ("perfect", "I have completed module 2.", "done"),
    ("a dropped subject", "Shadowed Priya for two hours.", "done"),
    ("a passive", "The plan was changed in June.", "done"),
    ("a mark", "Workshop done", "done"),
    ("met somebody", "I met with Helen on 3 May.", "done"),
    ("counts are no result", "I listened to 4 calls with Wendy.", "done"),
    ("improved", "I have improved my typing.", "result"),
    ("passed", "I passed the test.", "result"),
    ("a new habit", "I now use the templates.", "result"),
    ("no longer", "I no longer transfer calls.", "result"),
    ("went down", "My handling time went down.", "result"),
    ("a change", "My score went up from 72% to 85%.", "result-with-data"),
    ("a score", "I got 18 out of 20 on the test.", "result-with-data"),
    ("a percentage", "I achieved 92%.", "result-with-data"),
    ("passed with", "I passed with 90%.", "result-with-data"),
    ("is now", "My score is now 85%.", "result-with-data"),
    ("with a person", "Kev confirmed that my score rose from 72% to 85%.", "done | corroborated"),
    ("with a report", "My average fell to 5:18, as the AHT report shows.", "corroborated | none"),
    ("a reference is no figure", "I passed module 3.", "result"),
    ("a target is no result", "The target is 85%.", "none"),
    ("a description", "The course was good.", "none"),
    ("a duty", "I work on the repairs line.", "none"),
    ("if only", "If I had attended I would have passed.", "none | none"),
    ("might", "I might do another course.", "none"),
    ("a question", "Have I improved?", "none"),
    ("general", "You will get quicker with practice.", "none"),
    ("a label", "Call handling", "none"),
  ])
  func weighsClaims(_ why: String, _ text: String, _ strengths: String) {
    #expect(Reading.block(text)?.strengths == strengths, "\(why)")
  }

  @Test(arguments: [
    ("an activity", "Activity", "Excel course, half a day", "plan"),
    ("an activity with a form that is both", "What will I do?", "Read the complaints guide", "plan"),
    ("an activity done", "Activity", "Attended the Excel course", "done"),
    ("an objective", "Objective", "Complaints closed next day on 80% of cases", "plan"),
    ("a figure in a tracker", "Progress", "Complaints 72%", "result-with-data"),
    ("a level", "Score", "3", "none"),
    ("a date", "By when?", "31/03/2026", "none"),
    ("not begun", "Status", "ongoing", "plan"),
  ])
  func readsCellsByTheirColumn(_ why: String, _ header: String, _ cell: String, _ strength: String) throws {
    let text = "| Need | \(header) |\n|---|---|\n| Systems | \(cell) |\n| Calls | \(cell) |"
    let annotated = try #require(try Reading.markdown(text))
    let block = try #require(annotated.block(cell))
    let clause = annotated.sentences[try #require(annotated.blocks[block].sentences.first)].clauses.lowerBound
    #expect(annotated.clauses[clause].strength.name == strength, "\(why)")
  }

  @Test func datedEntriesHoldResults() throws {
    let annotated = try #require(
      try Reading.markdown("## How it has gone\n\n**5 May.** Complaints 72%. AHT 10m 31s."))
    let strengths = annotated.clauses.filter { annotated.sentences[$0.sentence].block > 0 }.map(\.strength)
    #expect(strengths.contains(.resultWithData))
  }

  @Test(arguments: [
    ("fields left open", "Done on: With:", "none"),
    ("a lead of one's own", "I set myself these things:", "done"),
  ])
  func openFieldsClaimNothing(_ why: String, _ text: String, _ strength: String) {
    #expect(Reading.block(text)?.clauses.first?.strength.name == strength, "\(why)")
  }

  @Test(arguments: [
    ("Have you finished?", true), ("I have finished.", false), ("What have I got already?", true),
  ])
  func tellsQuestions(_ text: String, _ asked: Bool) {
    #expect(Reading.block(text)?.clauses.last?.asked == asked)
  }

  @Test(arguments: [
    ("a question word, its auxiliary, I", "So what am I good at.", true),
    ("two words in front", "And now, where do I want to be.", true),
    ("how well", "How well did I do", true),
    ("yes or no", "Do I know the new tariffs.", true),
    ("the answer follows", "What am I good at, well, talking to people.", false),
    ("a subject that opens so", "What I learned was to wait.", false),
    ("a subject that ends so", "What remains becomes a line in my plan.", false),
    ("a command", "Do it again on Friday.", false),
    ("a condition turned round", "Had I known I would have rung.", false),
    ("so do I", "So did I and it worked.", false),
    ("a cry", "Was I glad!", false),
    ("when as a conjunction", "When she rang I took it down.", false),
    ("how as a conjunction", "How I do it is on a card.", false),
  ])
  func tellsQuestionsWithoutTheirMark(_ why: String, _ text: String, _ asked: Bool) {
    #expect(Reading.block(text)?.clauses.first?.asked == asked, "\(why)")
  }
}
