import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// What a cohort's results are written to: `results.jsonl`, `results.csv` and `cohort.html`.
///
/// Lines come in the order of the submissions' ids; nothing here depends on how or when they were made.
struct CohortOutputs: ~Copyable {
  private let folder: String
  private var lines: FileWriter
  private var table: FileWriter
  private var figures = CohortFigures()
  private var rows: [CohortRow] = []

  init(folder: String) {
    self.folder = folder
    lines = FileWriter(folder + "/" + ResultsFile.name)
    table = FileWriter(folder + "/results.csv")
    table.write(ResultsCSV.head)
  }

  /// Takes a result, without its line's end.
  ///
  /// - Parameter page: asked for the address of a submission's report from the folder on; nil where there is none.
  mutating func take(_ line: [UInt8], page: (String) -> String?) {
    lines.write(line + [0x0A])
    guard let value = try? JSONReader.read(line), let record = ResultRecord(value) else { return }
    table.write(ResultsCSV.rows(record))
    figures.add(record)
    if rows.count < CohortPage.mostRows { rows.append(CohortRow(record, report: page(record.id))) }
  }

  /// Puts all files in their places; what cannot be written is said.
  mutating func finish(on console: inout Console) {
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
  }

  /// True for the result of a submission that could not be marked.
  static func isFailure(_ line: [UInt8]) -> Bool {
    // a result with a decision holds an array of criteria, which is long; a failure is one short line
    guard line.count < 4096, let value = try? JSONReader.read(line) else { return false }
    return value["error"] != nil
  }
}
