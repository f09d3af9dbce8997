import Glibc
import PremarkDocument
import PremarkMarking

/// Measures Premark: every stage, the whole, growing texts and growing rules, beside what the same bytes cost others.
///
/// The answers are checked and end the program where they are wrong; the times are a report, not a test: microseconds depend
/// on the machine, and ratios on what else it does.
@main
struct Bench {
  static func main() {
    do {
      try run(Options(CommandLine.arguments.dropFirst()))
    } catch let error as WrongAnswer {
      fail(error.message)
    } catch let error as ReadingError {
      fail("\(error.message); \(error.advice)")
    } catch {
      fail("\(error)")
    }
  }

  private static func fail(_ message: String) -> Never {
    let line = Array("premark-bench: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    exit(1)
  }

  private static func run(_ options: Options) throws {
    if let unit = options.wordsOf {
      for line in try RuleWords(unit: unit).lines() { print(line) }
      return
    }
    let meter = Meter(runs: options.isQuick ? 5 : 15)
    let engines = Engines()
    let table = Table(isJSON: options.isJSON)
    if options.cases != ["units"] { table.head() }
    if Stages.names.contains(where: options.wants) || options.wants("process") {
      try measureSubmissions(options, meter, engines, table)
    }
    let growth = Growth(meter: meter, table: table, engines: engines)
    if options.wants("words") {
      try growth.words(
        [500, 5000, 50_000] + (options.isQuick ? [] : [500_000]), unit: "own-professional-development")
    }
    if options.wants("rules") {
      try growth.rules([10, 100, 1000] + (options.isQuick ? [] : [10_000]))
    }
    // A report in lines of its own, which JSON has no room for.
    if options.wants("units"), !options.isJSON {
      let paths = options.files.isEmpty ? Submission.examples(".md") : options.files
      try UnitCosts.report(try paths.map { try Submission(path: $0) })
    }
  }

  private static func measureSubmissions(
    _ options: Options, _ meter: Meter, _ engines: Engines, _ table: Table
  ) throws {
    let paths = options.files.isEmpty ? Submission.examples(".docx") : options.files
    let submissions = try paths.map { try Submission(path: $0) }
    if Stages.names.contains(where: options.wants) {
      let set = "\(submissions.count) submissions"
      let stages = Stages(submissions: submissions, set: set, meter: meter, engines: engines)
      try stages.run(options.wants, draw: table.draw)
    }
    guard options.wants("process"), let first = submissions.first else { return }
    guard let process = WholeProcess(meter: Meter(runs: options.isQuick ? 20 : 100, countsWaiting: true))
    else {
      let advice = "process: not measured, there is no premark beside this program; build it the same way"
      if !options.isJSON { print(advice) }
      return
    }
    let (engine, digest) = try engines.engine(for: first.unit)
    let expected = first.json(engine.mark(try first.document()), rulesDigest: digest)
    table.draw(try process.row(first, expected: expected))
  }
}
