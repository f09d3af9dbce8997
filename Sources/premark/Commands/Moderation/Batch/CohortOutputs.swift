import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// What a cohort's results are written to: `results.jsonl`, `results.csv` and `cohort.html`.
///
/// Lines come in the order of the submissions' ids; nothing here depends on how or when they were made. Lines are read a
/// group at a time, the two halves of a group at once: figures of parts merge to figures of the whole.
struct CohortOutputs: ~Copyable {
  /// Addresses of reports from the folder on, by the submission's id; nil where there is none.
  typealias Pages = @Sendable (String) -> String?

  private let folder: String
  private let decisions: HeldDecisions
  private let isMasked: Bool
  private let pages: Pages
  private var lines: FileWriter
  private var table: FileWriter
  private var figures = CohortFigures()
  private var rows: [CohortRow] = []
  private var waiting: [[UInt8]] = []
  /// Decisions of people that stand beside results.
  private(set) var shown = 0

  /// Most lines that are read together.
  private static let group = 256

  /// - Parameters:
  ///   - decisions: what people decided.
  ///   - isMasked: true where names are to be taken out of what people wrote.
  init(folder: String, decisions: HeldDecisions, isMasked: Bool, pages: @escaping Pages) {
    self.folder = folder
    self.decisions = decisions
    self.isMasked = isMasked
    self.pages = pages
    lines = FileWriter(folder + "/" + ResultsFile.name)
    table = FileWriter(folder + "/results.csv")
    table.write(ResultsCSV.head)
  }

  /// Takes a result, without its line's end.
  mutating func take(_ line: [UInt8]) {
    lines.write(line + [0x0A])
    waiting.append(line)
    if waiting.count == Self.group { readWaiting() }
  }

  private mutating func readWaiting() {
    let half = waiting.count / 2
    let (first, last) = (Array(waiting[..<half]), Array(waiting[half...]))
    waiting = []
    let (decisions, isMasked) = (decisions, isMasked)
    let second = Background.begin { CohortPart(last, decisions, isMasked) }
    for part in [CohortPart(first, decisions, isMasked), second.result()] {
      table.write(part.table)
      figures.merge(part.figures)
      shown += part.shown
      for (record, decided) in part.records.prefix(CohortPage.mostRows - rows.count) {
        rows.append(CohortRow(record, report: pages(record.id), decided: decided))
      }
    }
  }

  /// Puts all files in their places; what cannot be written is said.
  mutating func finish(on console: inout Console) {
    readWaiting()
    let page = CohortPage().report(figures, rows: rows)
    let failures = [
      (ResultsFile.name, lines.finish()), ("results.csv", table.finish()),
      ("cohort.html", FileWriter.write(page, to: folder + "/cohort.html")),
    ]
    for (name, why) in failures {
      if let why {
        console.complain(
          "\(folder)/\(name): it cannot be written (\(why)); free some space and run the command again",
          .unread)
      }
    }
    guard decisions.count > 0 else { return }
    let others = max(decisions.count - shown, 0)
    Standard.message(
      "premark: \(shown) decisions of people stand beside the proposals"
        + (others > 0 ? "; \(others) are about other versions of files, or files that are not here" : ""))
  }

  /// True for the result of a submission that could not be marked.
  static func isFailure(_ line: [UInt8]) -> Bool {
    // a result with a decision holds an array of criteria, which is long; a failure is one short line
    guard line.count < 4096, let value = try? JSONReader.read(line) else { return false }
    return value["error"] != nil
  }
}

/// What some lines of results come to.
private struct CohortPart: Sendable {
  private(set) var table: [UInt8] = []
  private(set) var figures = CohortFigures()
  private(set) var records: [(record: ResultRecord, decided: Int)] = []
  private(set) var shown = 0

  init(_ lines: [[UInt8]], _ decisions: HeldDecisions, _ isMasked: Bool) {
    for line in lines {
      guard let value = try? JSONReader.read(line), let record = ResultRecord(value) else { continue }
      let held = decisions.on(record)
      table += ResultsCSV.rows(record, decisions: held, isMasked: isMasked)
      figures.add(record, decisions: held)
      records.append((record: record, decided: held.count { $0.last != nil }))
      shown += held.reduce(0) { $0 + ($1.assessor == nil ? 0 : 1) + ($1.moderator == nil ? 0 : 1) }
    }
  }
}
