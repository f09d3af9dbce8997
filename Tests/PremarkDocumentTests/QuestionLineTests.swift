import PremarkDocument
import Testing

/// Where a form's question ends and the answer on the same line begins.
struct QuestionLineTests {
  @Test(arguments: [
    ("Q: How will you get there? A: Shadow Priya on 3 May.", "Shadow Priya on 3 May."),
    ("Q. How will you get there? A. Shadow Priya on 3 May.", "Shadow Priya on 3 May."),
    ("Q3. What helped? Sitting with Priya in June.", "Sitting with Priya in June."),
    ("Q2: State two aims. Answer: fewer repeat calls, by May.", "fewer repeat calls, by May."),
    ("Question 4: And now? 92% on quality in June.", "92% on quality in June."),
  ])
  func answersOnTheLine(_ line: String, _ answer: String) throws {
    let bytes = Array(line.utf8)
    let start = try #require(QuestionLine.answer(in: bytes))
    #expect(String(decoding: bytes[start...], as: UTF8.self) == answer)
    #expect(!QuestionLine.asks(bytes))
    #expect(!TitleLook.isTitle(bytes))
  }

  @Test(arguments: [
    "Q: How will you get there?",
    "Q7. What are your goals? Give two examples.",
    "Q7. What are your goals? Please write 200 words.",
    "Q7. What are your goals? Who helped you? Name them.",
    "Q7. What are your goals? (200 words)",
    "Question 2: Explain the importance of feedback.",
  ])
  func onlyAsks(_ line: String) {
    let bytes = Array(line.utf8)
    #expect(QuestionLine.answer(in: bytes) == nil)
    #expect(QuestionLine.asks(bytes))
  }

  @Test func theQuestionIsABlockOfItsOwn() throws {
    var builder = DocumentBuilder(format: .text)
    let text = "Q: How did it go? A: Better, 3 minutes now.\nStill slow."
    builder.append(Block(kind: .paragraph, text: Array(text.utf8)))
    #expect(
      try builder.finish().blocks.map { $0.string } == [
        "Q: How did it go? A:", "Better, 3 minutes now.\nStill slow.",
      ])
  }
}
