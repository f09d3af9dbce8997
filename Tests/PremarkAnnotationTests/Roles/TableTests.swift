import PremarkAnnotation
import PremarkDocument
import Testing

@Suite struct TableTests {
  @Test(arguments: [
    (
      "the reference columns",
      [
        "What do I want to learn?", "What will I do to achieve this?",
        "What resources or support will I need?",
        "What will my success criteria be?", "Target date",
      ],
      ["need", "activity", "support", "measure", "deadline"]
    ),
    ("target date is no objective", ["Objective", "Target date"], ["objective", "deadline"]),
    (
      "completion and review", ["Goal", "Target date(s) for review and completion"],
      ["objective", "deadline"]
    ),
    (
      "now and target", ["No.", "Objective", "Now", "Target", "By"],
      ["-", "objective", "level", "measure", "deadline"]
    ),
    ("ratings", ["Competency", "Rating 1 to 5", "Evidence"], ["self-assessment", "level", "evidence"]),
    (
      "an area of the job", ["Area of the job", "Score", "What I am basing this on"],
      ["self-assessment", "level", "evidence"]
    ),
    ("a scale in brackets", ["Skill", "Score (1-5)", "Why"], ["self-assessment", "level", "reason"]),
    ("short words", ["Need", "What", "When"], ["need", "activity", "deadline"]),
    ("who helps", ["Activity", "Who helps", "By when"], ["activity", "support", "deadline"]),
    ("kpi table", ["KPI", "Target", "My figure"], ["measure", "measure", "level"]),
    ("a bracketed hint", ["Objective (SMART)", "Support (if any)"], ["objective", "support"]),
    (
      "a review log", ["Date", "Discussed with", "Progress", "Changes to plan", "Next review"],
      ["date", "person", "progress", "review", "review"]
    ),
    ("a training record", ["Date", "Course", "How I used it"], ["date", "activity", "reflection"]),
    (
      "capitals and stars", ["OBJECTIVES*", "ACTION REQUIRED", "DUE DATE"],
      ["objective", "activity", "deadline"]
    ),
    ("line of sight", ["Objective", "Which KPI does it support?"], ["objective", "reason"]),
    ("swot", ["STRENGTHS", "WEAKNESSES"], ["strength", "weakness"]),
    ("manager's comments", ["Activity", "Manager's comments"], ["activity", "feedback"]),
    ("outcome", ["Activity", "Outcome"], ["activity", "progress"]),
    ("priority", ["Development need", "Priority", "Timescale"], ["need", "priority", "deadline"]),
  ])
  func readsHeaders(_ why: String, _ headers: [String], _ roles: [String]) throws {
    let annotated = try #require(try Reading.markdown(Self.table(headers)))
    #expect(annotated.tables[0].columnRoles.map { $0?.rawValue ?? "-" } == roles, "\(why)")
    #expect(annotated.tables[0].headerRows == 1)
  }

  private static func table(_ headers: [String]) -> String {
    let row = "|" + headers.map { _ in " some answer of the learner |" }.joined()
    let rule = "|" + headers.map { _ in "---|" }.joined()
    return "| " + headers.joined(separator: " | ") + " |\n" + rule + "\n" + row + "\n" + row
  }

  @Test func readsTwoColumnForms() throws {
    let text =
      "| Name | Priya Shah |\n|---|---|\n| Objective | Raise my score to 85% |\n| By when | 31 May 2026 |\n| Support needed | Kev |"
    let annotated = try #require(try Reading.markdown(text))
    #expect(annotated.tables[0].isForm)
    #expect(annotated.tables[0].headerRows == 0)
    let objective = try #require(annotated.block("Raise my score"))
    #expect(annotated.blocks[objective].role == .objective)
    #expect(!annotated.blocks[objective].isPrompt)
    let date = try #require(annotated.block("31 May"))
    #expect(annotated.blocks[date].role == .deadline)
    let label = try #require(annotated.block("Objective"))
    #expect(annotated.blocks[label].isPrompt)
  }

  @Test func readsGridsWithHeadingsInTheMiddle() throws {
    let text =
      "| STRENGTHS | WEAKNESSES |\n|---|---|\n| Typing fast | Complaint calls |\n| OPPORTUNITIES | THREATS |\n| A new job | Restructure |"
    let annotated = try #require(try Reading.markdown(text))
    func role(_ start: String) throws -> Role? { annotated.blocks[try #require(annotated.block(start))].role }
    #expect(try role("Typing") == .strength)
    #expect(try role("Complaint") == .weakness)
    #expect(try role("A new job") == .opportunity)
    #expect(try role("Restructure") == .threat)
    #expect(annotated.blocks[try #require(annotated.block("THREATS"))].isPrompt)
  }

  @Test(arguments: [
    ("Question", true), ("What I was asked", true), ("Criterion", true), ("What I did", false),
  ])
  func readsQuestionsInTheFirstColumn(_ header: String, _ arePrompts: Bool) throws {
    let text =
      "| \(header) | What I think |\n|---|---|\n| Why reviews are held | They show where I stand |\n| Why one plans | To get on |"
    let annotated = try #require(try Reading.markdown(text))
    let left = try #require(annotated.block("Why reviews"))
    #expect(annotated.blocks[left].isPrompt == arePrompts)
    #expect(!annotated.blocks[try #require(annotated.block("They show"))].isPrompt)
  }

  @Test(arguments: [
    (
      "a form of one's own",
      [
        ["Who I am", "Derek from the yard"], ["What I make of that", "I am slow and I know it"],
        ["Going", "on a course in May with Sue"],
      ],
      true
    ),
    (
      "skills",
      [["Listening", "I am good at it"], ["Typing", "I am slow at it"], ["Pace", "I am fine at it"]], false
    ),
  ])
  func readsFormsOfOnesOwn(_ why: String, _ rows: [[String]], _ isForm: Bool) throws {
    let annotated = try #require(Self.unmarked(rows))
    #expect(annotated.tables[0].isForm == isForm, "\(why)")
  }

  @Test(arguments: [(true, 1), (false, 0)])
  func guessesUnmarkedHeaders(_ hasHeader: Bool, _ rows: Int) throws {
    let header = ["Objective", "Action", "By when"]
    let answers = ["Raise my score from 80% to 85%", "Sit with Kev in May", "31/05/2026"]
    let annotated = try #require(Self.unmarked([hasHeader ? header : answers, answers, answers]))
    #expect(annotated.tables[0].headerRows == rows)
    #expect(annotated.tables[0].columnRoles.contains(.objective) == hasHeader)
  }

  /// A table in which nothing marks the header.
  private static func unmarked(_ rows: [[String]]) -> AnnotatedText? {
    var blocks: [Block] = []
    var cells: [Table.Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        cells.append(
          Table.Cell(
            row: row, column: column, rowSpan: 1, columnSpan: 1, blocks: [blocks.count],
            looksLikeHeader: false))
        blocks.append(
          Block(
            kind: .tableCell, text: Array(text.utf8), cell: CellReference(table: 0, row: row, column: column))
        )
      }
    }
    let table = Table(
      rows: rows.count, columns: rows[0].count, cells: cells, markedHeaderRows: 0, parent: nil)
    let untitled = Section(heading: nil, level: 0, parent: nil)
    return Reading.document(
      Document(format: .docx, blocks: blocks, sections: [untitled], tables: [table], warnings: []))
  }
}
