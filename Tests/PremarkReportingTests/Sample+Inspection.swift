import PremarkAnnotation
import PremarkDocument
import PremarkText

@testable import PremarkReporting

extension Sample {
  /// One of every kind of value, all said to stand in one paragraph under a heading.
  static let inspection = Inspection(
    name: "values.md", digest: String(repeating: "a", count: 64), words: 9, text: noticed)

  private static let noticed: AnnotatedText = {
    let words = "If I had not left it, CSAT would be 85% by 31 March. Did I?"
    let first = Span(0, 52)
    let document = Document(
      format: .markdown,
      blocks: [
        Block(kind: .heading, level: 1, text: Array("Review".utf8), section: 1),
        Block(kind: .paragraph, text: Array(words.utf8), section: 1),
      ],
      sections: [Section(heading: nil, level: 0, parent: nil), Section(heading: 0, level: 1, parent: nil)],
      tables: [], warnings: [ReadingWarning(code: "hidden-text", message: "Some text is hidden.", block: 1)])
    let sentences = [
      Sentence(block: 0, span: Span(0, 6), tokens: 0..<0, clauses: 0..<1),
      Sentence(block: 1, span: first, tokens: 0..<0, clauses: 1..<3),
      Sentence(block: 1, span: Span(53, 59), tokens: 0..<0, clauses: 3..<4),
    ]
    let clauses = [
      Clause(sentence: 0, span: Span(0, 6), tokens: 0..<0, asked: false, voice: .general, strength: .none),
      Clause(sentence: 1, span: Span(0, 20), tokens: 0..<0, asked: false, voice: .own, strength: .done),
      Clause(
        sentence: 1, span: Span(22, 51), tokens: 0..<0, asked: false, voice: .other, strength: .resultWithData
      ),
      Clause(sentence: 2, span: Span(53, 59), tokens: 0..<0, asked: true, voice: .own, strength: .none),
    ]
    return AnnotatedText(
      document: document, words: WordTable(), tokens: [],
      blocks: [
        AnnotatedBlock(
          tokens: 0..<0, sentences: 0..<1, role: .review, isPrompt: true, label: nil, isEvidence: false),
        AnnotatedBlock(
          tokens: 0..<0, sentences: 1..<3, role: .review, isPrompt: false, label: Span(0, 2), isEvidence: true
        ),
      ],
      sentences: sentences, clauses: clauses,
      negations: [Scope(block: 1, span: Span(13, 20), tokens: 0..<0, cue: Span(9, 12))],
      hypotheses: [Scope(block: 1, span: Span(3, 20), tokens: 0..<0, cue: Span(0, 2))],
      entities: values.enumerated().map { index, row in
        Entity(
          kind: row.kind, block: 1, span: index < 10 ? Span(36, 39) : Span(57, 58), tokens: 0..<0,
          value: row.value)
      },
      people: [], tables: [])
  }()

  private static let values: [(kind: Entity.Kind, value: Entity.Value)] = [
    (.date, .date(CalendarDate(year: 2026, month: 3, day: 31))),
    (.date, .date(CalendarDate(year: nil, month: 3, day: 31))),
    (.date, .date(CalendarDate(year: 2026, month: 3, day: nil))),
    (
      .dateRange,
      .dateRange(CalendarDate(year: 2026, month: 4, day: 1), CalendarDate(year: 2026, month: 6, day: 30))
    ),
    (.timeLimit, .period(Period(weeks: 6))),
    (.duration, .seconds(390)),
    (.recurrence, .period(Period(years: 1, months: 6))),
    (.percentage, .number(72.5)),
    (.score, .score(got: 4.2, of: 5)),
    (.money, .money(amount: 12.5, currency: "GBP")),
    (.change, .change(Change(from: 72, to: 85, by: nil, unit: "%", direction: .up))),
    (.change, .change(Change(from: nil, to: nil, by: 10, unit: "s", direction: .down))),
    (.person, .name("Kev")), (.role, .name("manager")), (.reference, .none),
  ]
}
