import PremarkAnnotation
import Testing

@Suite struct ClauseTests {
  @Test(arguments: [
    ("one verb", "I completed the course.", "I completed the course."),
    (
      "a shared subject", "I completed the course and passed the test.",
      "I completed the course | and passed the test."
    ),
    (
      "two subjects", "He showed me the screen, and I told the team.",
      "He showed me the screen, | and I told the team."
    ),
    ("nouns stay whole", "I listened to calls and emails.", "I listened to calls and emails."),
    ("names stay whole", "I sat with Priya and Tom.", "I sat with Priya and Tom."),
    ("a joint subject", "Sam and I went to the desk.", "Sam and I went to the desk."),
    ("because", "I moved the date because I was ill.", "I moved the date | because I was ill."),
    ("so that", "I made a sheet so that we could see it.", "I made a sheet | so that we could see it."),
    ("when in front", "When I was off, Priya covered my calls.", "When I was off, | Priya covered my calls."),
    (
      "when in front, no comma", "When I was off Priya covered my calls.",
      "When I was off | Priya covered my calls."
    ),
    ("if in front", "If I pass I will apply.", "If I pass | I will apply."),
    ("which after a comma", "I did the module, which was hard.", "I did the module, | which was hard."),
    ("who", "I sat with the man who runs the desk.", "I sat with the man | who runs the desk."),
    (
      "a relative in the subject", "The course which I attended was good.",
      "The course which I attended was good."
    ),
    ("said that", "Kev said that I was ready.", "Kev said | that I was ready."),
    ("said without that", "Kev said I was ready.", "Kev said | I was ready."),
    ("thought without that", "I think she is right.", "I think | she is right."),
    ("a semicolon", "It works; it is quick.", "It works; | it is quick."),
    ("although", "I passed, although I was nervous.", "I passed, | although I was nervous."),
    ("while", "I typed while she talked.", "I typed | while she talked."),
    ("after with a subject", "I rang after I had read it.", "I rang | after I had read it."),
    ("after with a noun", "I felt better after the course.", "I felt better after the course."),
    (
      "before with a gerund", "I read it before ringing the customer.",
      "I read it before ringing the customer."
    ),
    ("but", "I was slow but I am quicker now.", "I was slow | but I am quicker now."),
    (
      "a list of done things", "Attended the course, passed the test.",
      "Attended the course, | passed the test."
    ),
    (
      "a list of nouns", "I used the script, the sheet and the guide.",
      "I used the script, the sheet and the guide."
    ),
    (
      "brackets with a clause", "She moved my score (she thought it low).",
      "She moved my score | (she thought it low)."
    ),
    ("brackets without", "She moved my score (3 to 2).", "She moved my score (3 to 2)."),
    ("a clock time", "My call went from 5:40 to 5:18.", "My call went from 5:40 to 5:18."),
    ("a dash", "I went – it was good.", "I went – | it was good."),
    ("quoted speech", "She said, \"I will check.\"", "She said, | \"I will check.\""),
    ("then", "If it is wrong then it costs us a call.", "If it is wrong | then it costs us a call."),
    ("no verb", "Average call 11m 42s for January", "Average call 11m 42s for January"),
    ("an infinitive is no clause", "I want to listen to more calls.", "I want to listen to more calls."),
    ("because of", "I moved it because of workload.", "I moved it because of workload."),
    ("what", "She told me what I did wrong.", "She told me | what I did wrong."),
    ("a contact relative", "I liked the course I went on.", "I liked the course | I went on."),
    (
      "imperatives", "Attend the course and complete the workbook.",
      "Attend the course | and complete the workbook."
    ),
    ("compounds", "Follow-up calls are made daily.", "Follow-up calls are made daily."),
    ("may as a month", "I went on 3 May and liked it.", "I went on 3 May | and liked it."),
    ("a question", "How do you perform against your targets?", "How do you perform against your targets?"),
    ("since with a subject", "I have improved since I started.", "I have improved | since I started."),
    ("since with a noun", "I have improved since March.", "I have improved since March."),
  ])
  func cutsSentences(_ why: String, _ text: String, _ clauses: String) {
    #expect(Reading.block(text)?.clauseTexts == clauses, "\(why)")
  }

  @Test func everyTokenLiesInOneClause() throws {
    let text =
      "When I was off, Priya covered (she is kind) and, after lunch, rang me: \"Are you well?\" I said yes."
    let annotated = try #require(Reading.block(text))
    #expect(annotated.clauses.flatMap { Array($0.tokens) } == Array(annotated.tokens.indices))
    #expect(annotated.sentences.flatMap { Array($0.clauses) } == Array(annotated.clauses.indices))
  }

  @Test func isLinearInALongSentence() throws {
    func steps(_ count: Int) throws -> Duration {
      let text = String(repeating: "when I had not seen that she would, ", count: count) + "I left."
      let clock = ContinuousClock()
      var annotated: AnnotatedText?
      let took = clock.measure { annotated = Reading.block(text) }
      #expect(try #require(annotated).clauses.count > count)
      return took
    }
    _ = try steps(100)
    let short = try steps(500)
    let long = try steps(4000)
    #expect(long < short * 40, "eight times the words took \(long) after \(short)")
  }
}
