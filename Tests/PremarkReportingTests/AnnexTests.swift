import PremarkDocument
import PremarkMarking
import PremarkText
import Testing

@testable import PremarkReporting

/// What goes beside a report: remarks for a Word file, tables of several submissions, what changed between two versions.
struct AnnexTests {
  // MARK: - Remarks

  @Test func theOutcomeStandsAtTheFirstWords() throws {
    let remarks = WordRemarks(audience: .learner).remarks(on: Sample.report)
    let first = try #require(remarks.first)
    #expect(first.block == 0 && first.span == nil)
    #expect(first.title.hasSuffix(Sample.result.outcome("look")))
    #expect(remarks.map { $0.block } == remarks.map { $0.block }.sorted())
  }

  @Test(arguments: Audience.allCases)
  func everyCriterionAndMistakeIsSaid(_ audience: Audience) {
    let remarks = WordRemarks(audience: audience).remarks(on: Sample.report).dropFirst()
    for (number, criterion) in Sample.result.criteria.enumerated() {
      let title = "\(number + 1). \(criterion.title): \(criterion.decision.words)"
      let own = remarks.filter { $0.title == title }
      #expect(own.count { $0.lines.contains(criterion.feedback) } == 1, "\(title)")
      for requirement in criterion.requirements where requirement.state == .held {
        let places = own.filter { $0.lines.contains { $0.contains(requirement.title) } }
        #expect(places.map { $0.block }.contains(requirement.evidence[0].block), "\(requirement.id)")
      }
    }
    for mistake in Sample.result.mistakesFound {
      #expect(remarks.contains { $0.title.hasSuffix(mistake.title) }, "\(mistake.id)")
    }
  }

  @Test func aDocumentWithoutTextHasNoRemarks() {
    let document = Document(format: .docx, blocks: [], sections: [], tables: [], warnings: [])
    #expect(WordRemarks.body(of: document).isEmpty)
  }

  // MARK: - Tables

  @Test(arguments: [
    ("words", "\"words\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("=1+1", "\"'=1+1\""),
    (" @SUM", "\"' @SUM\""),
    ("-", "\"'-\""),
  ])
  func cellsAreQuotedAndNeverFormulas(_ name: String, _ cell: String) {
    let table = CsvReport().report([.failed(Failure(name: name, code: "empty", message: "why"))])
    let lines = String(decoding: table.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(lines.last.map(String.init) == cell + ",\"\",\"\",\"\",\"not read\",\"\",\"why\",\"\"")
  }

  @Test func theTableHasARowForEachCriterion() {
    let table = CsvReport().report([.marked(Sample.report)])
    #expect(table.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(table.count { $0 == 0x0D } == 1 + Sample.result.criteria.count)
  }

  @Test func namesInTheTableOfACohortAreWords() {
    let report = HtmlReportTests.report("<script>alert(1)</script>")
    let page = String(
      decoding: HtmlCohort().table([.marked(report), .failed(Sample.failure)]), as: UTF8.self)
    #expect(!page.contains("<script"))
    #expect(page.contains("data-report=\"0\"") && !page.contains("data-report=\"1\""))
    #expect(page.contains("2 submissions, 1 read"))
  }

  // MARK: - Progress

  /// The sample with one criterion's first requirement as given.
  private static func version(_ state: State, _ evidence: [Evidence], _ level: Level) -> Report {
    let old = Sample.result.criteria[0]
    let part = RequirementResult(
      id: "part", isEssential: true, state: state, evidence: evidence, counterEvidence: [], advice: nil,
      failed: nil)
    let criterion = CriterionResult(
      id: old.id, title: old.title, learningOutcome: nil, markingPoint: "", decision: level, score: 0,
      refer: nil, requirements: [part], feedback: "", assessorNote: nil, question: nil)
    let result = MarkingResult(
      unit: Sample.result.unit, words: 1, warnings: [], score: 0, criteria: [criterion],
      mistakes: level == .met ? [] : Sample.result.mistakes, tips: [], ledger: [], nextEdits: [])
    return Report(
      name: level.name + ".md", digest: "", text: Sample.text, result: result, provenance: Sample.provenance)
  }

  private static let strong = Evidence(block: 1, span: Span(3, 16), rule: nil)
  private static let weak = Evidence(block: 2, span: Span(0, 10), rule: nil)

  private static let progress = Progress(
    from: version(.near, [weak], .partly), to: version(.held, [strong], .met))

  @Test func saysWhatWasGained() throws {
    let change = try #require(Self.progress.changes.first)
    #expect(change.before == .partly && change.criterion.decision == .met)
    #expect(change.steps.map { $0.gained } == [[Self.strong]] && change.steps.map { $0.lost } == [[]])
    #expect(Self.progress.mistakesGone.count == Sample.result.mistakesFound.count)
    #expect(Self.progress.summary == "1 criterion came up, 0 went down, 0 stayed as they were.")
  }

  @Test func saysWhatWasLost() throws {
    let back = Progress(
      from: Self.version(.held, [Self.strong, Self.weak], .met), to: Self.version(.held, [Self.weak], .met))
    #expect(back.changes.first?.steps.map { $0.lost } == [[Self.strong]])
    let same = Progress(from: back.earlier, to: back.earlier)
    #expect(same.changes.first?.steps.isEmpty == true)
  }

  @Test func evidenceOfSeveralRequirementsIsSaidOnce() throws {
    let inside = Evidence(block: 1, span: Span(3, 7), rule: nil)
    let step = { (gained: [Evidence]) in
      Progress.Step(
        requirement: Sample.objectives.requirements[0], before: .held, gained: gained, lost: [])
    }
    let change = Progress.Change(
      criterion: Sample.objectives, before: .partly, steps: [step([Self.weak, inside]), step([Self.strong])])
    #expect(change.gained == [Self.strong, Self.weak] && change.lost.isEmpty)
    #expect(Progress.Change.rest(of: Array(repeating: inside, count: 6)) == "and 2 more")
    #expect(Progress.Change.rest(of: [inside]) == nil)
  }

  @Test func isDrawnAsTextJSONAndPage() throws {
    let text = String(
      decoding: ProgressText(style: TerminalStyle(isPlain: true)).report(Self.progress), as: UTF8.self)
    #expect(text.contains("Part: shown now") && text.contains("call handling"))
    let json = try JSONReader.read(ProgressJSON.report(Self.progress))
    guard case .array(let criteria)? = json["criteria"],
      case .array(let parts)? = criteria[0]["requirements"],
      case .array(let gained)? = parts[0]["gained"]
    else { return #expect(Bool(false), "no evidence gained") }
    #expect(gained[0]["quote"] == .string("call handling"))
    let page = String(decoding: ProgressPage().report(Self.progress), as: UTF8.self)
    #expect(page.contains("Partly met → Met") && page.hasSuffix("</html>\n"))
  }
}
