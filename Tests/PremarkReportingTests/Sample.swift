import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkText

@testable import PremarkReporting

/// A submission with a result made by hand, one of everything a report can draw.
enum Sample {
  static let provenance = Provenance(
    version: "1.0", rulesDigest: String(repeating: "ab", count: 32),
    submitted: CalendarDate(year: 2026, month: 4, day: 30),
    learner: "Cara Jones")

  static let report = Report(
    name: "cara-jones.docx", digest: String(repeating: "0f", count: 32), text: text, result: result,
    provenance: provenance)

  static let failure = Failure(
    name: "scan.docx", code: "not-a-word-file",
    message: "a PNG picture, not a Word file; type the text into a document and submit that")

  static let document = Document(
    format: .docx,
    blocks: [
      block(.heading, "Skills audit", level: 1, section: 1),
      block(
        .paragraph, "My call handling is strong: quality scores of 92% in February and March.", section: 1),
      block(
        .paragraph,
        "Complaints are my weak point, I rated myself 3 out of 10 because I pass most of them to my team leader "
          + "Kev before I have let the customer finish what they want to say.", section: 1),
      block(.heading, "My *objectives*", level: 1, section: 2),
      cell("Objective", 0, 0), cell("By when?", 0, 1),
      cell("Raise CSAT from 72% to 85%", 1, 0), cell("31 March", 1, 1),
      cell("Communicate better", 2, 0),
      block(
        .listItem, "Reviewed with Kev on\n14 March | moved the CSAT date to June \u{202E}gnp.exe", level: 1,
        section: 2),
    ],
    sections: [
      Section(heading: nil, level: 0, parent: nil), Section(heading: 0, level: 1, parent: nil),
      Section(heading: 3, level: 1, parent: nil),
    ],
    tables: [
      Table(
        rows: 3, columns: 2,
        cells: [
          tableCell(0, 0, [4], header: true), tableCell(0, 1, [5], header: true), tableCell(1, 0, [6]),
          tableCell(1, 1, [7]), tableCell(2, 0, [8]), tableCell(2, 1, []),
        ], markedHeaderRows: 1, parent: nil)
    ],
    warnings: [])

  static let text = AnnotatedText(
    document: document, words: WordTable(), tokens: [], blocks: [], sentences: [], clauses: [], negations: [],
    hypotheses: [], entities: [], people: [],
    tables: [
      AnnotatedTable(headerRows: 1, columnRoles: [.objective, .deadline], rowRoles: [], isForm: false)
    ])

  static let result = MarkingResult(
    unit: UnitSummary(id: "personal-growth", title: "Manage personal growth in a contact centre"), words: 412,
    warnings: [
      ReadingWarning(code: "tracked-changes", message: "Tracked changes were read as accepted."),
      ReadingWarning(
        code: "hidden-text", message: "Text in this block cannot be seen on the page.", block: 9),
    ],
    score: 6250, criteria: [selfAssessment, objectives, monitoring],
    mistakes: [
      MistakeResult(
        id: "vague-objectives", title: "Objectives without a measure", isMajor: true, found: true,
        evidence: [whole(8)], message: "“Communicate better” has nothing to measure it by.",
        advice: "Say how you and your team leader would know that it is reached."),
      MistakeResult(
        id: "one-off-document", title: "Never reviewed", isMajor: false, found: false, evidence: [],
        message: nil,
        advice: nil),
    ],
    tips: [
      TipResult(id: "dated-records", text: "Put dated records side by side, so that progress can be seen.")
    ],
    ledger: [
      LedgerEntry(
        kind: "objective", singular: "objective", number: 1, at: whole(6), counts: true,
        parts: [
          (name: "measure", evidence: [part(6, "72% to 85%")]), (name: "deadline", evidence: [whole(7)]),
          (name: "relevance", evidence: [part(6, "CSAT")]),
        ], links: [(kind: "review-entry", number: 1)]),
      LedgerEntry(
        kind: "objective", singular: "objective", number: 2, at: whole(8), counts: false,
        parts: [(name: "measure", evidence: []), (name: "deadline", evidence: [])], links: []),
    ],
    nextEdits: [NextEdit(text: "A date and a figure for objective 2.", criteria: ["smart-objectives"])])
}

extension Sample {
  private static let selfAssessment = CriterionResult(
    id: "self-assessment", title: "Self-assessment against contact-centre competencies", learningOutcome: nil,
    markingPoint: "Names at least two competencies and says how good or weak the learner is at them.",
    decision: .met, score: 10_000, refer: nil,
    requirements: [
      RequirementResult(
        id: "two-competencies", isEssential: true, state: .held, evidence: [whole(1), whole(2)],
        counterEvidence: [],
        advice: nil, failed: nil)
    ],
    feedback: "You rated yourself against two competencies, with figures for one of them.", assessorNote: nil,
    question: nil)

  static let objectives = CriterionResult(
    id: "smart-objectives", title: "SMART work objectives linked to KPIs", learningOutcome: "2",
    markingPoint: "At least two objectives, most with a measure and a deadline, tied to a KPI.",
    decision: .partly,
    score: 5000, refer: "two dates stand for the same objective",
    requirements: [
      RequirementResult(
        id: "smart", isEssential: true, state: .near, evidence: [part(6, "Raise CSAT from 72% to 85%")],
        counterEvidence: [], advice: "Objective 2 has no date. Say by when, for example ‘by 31 March’.",
        failed: "a measure and a date for most objectives"),
      RequirementResult(
        id: "line-of-sight", isEssential: true, state: .contradicted, evidence: [part(6, "CSAT")],
        counterEvidence: [whole(8)], advice: "Say which team target the objective serves.", failed: nil),
    ],
    feedback:
      "One of your two objectives has a measure and a date. Say which team target the objective serves.",
    assessorNote: "The second objective may have been discussed in a one-to-one.",
    question: "How will you know that you communicate better?")

  private static let monitoring = CriterionResult(
    id: "systematic-monitoring", title: "Systematic monitoring of the plan", learningOutcome: nil,
    markingPoint: "Two or more dated reviews and one change with its reason.", decision: .notMet, score: 3750,
    refer: nil,
    requirements: [
      RequirementResult(
        id: "reviews", isEssential: true, state: .absent, evidence: [], counterEvidence: [],
        advice: "Add a dated entry each time you look at the plan again, and who was there.", failed: nil)
    ],
    feedback: "Nothing shows yet that you came back to your plan twice.", assessorNote: nil, question: nil)

  private static func block(_ kind: Block.Kind, _ text: String, level: Int = 0, section: Int) -> Block {
    Block(kind: kind, level: level, text: Array(text.utf8), section: section)
  }

  private static func cell(_ text: String, _ row: Int, _ column: Int) -> Block {
    Block(
      kind: .tableCell, text: Array(text.utf8), section: 2,
      cell: CellReference(table: 0, row: row, column: column))
  }

  private static func tableCell(_ row: Int, _ column: Int, _ blocks: [Int], header: Bool = false)
    -> Table.Cell
  {
    Table.Cell(row: row, column: column, rowSpan: 1, columnSpan: 1, blocks: blocks, looksLikeHeader: header)
  }

  private static func whole(_ block: Int) -> Evidence {
    Evidence(block: block, span: Span(0, document.blocks[block].text.count), rule: "sample-rule")
  }

  private static func part(_ block: Int, _ words: String) -> Evidence {
    let text = document.blocks[block].text
    let words = Array(words.utf8)
    let start = (0...text.count - words.count).first { text[$0..<$0 + words.count].elementsEqual(words) } ?? 0
    return Evidence(block: block, span: Span(start, start + words.count), rule: nil)
  }
}
