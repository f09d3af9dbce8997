import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkPlatform
import PremarkReading
import PremarkRules

/// A unit's rules with all that tests them, read: examples, example submissions and what these must come to.
struct TestMaterial {
  /// What came of one example or submission.
  struct Outcome {
    /// Id of the rule; "submission" for a whole submission.
    let rule: String
    /// What tells it from its like.
    let name: String
    /// `path:line:column` of an example, path of a submission.
    let place: String
    let isSubmission: Bool
    /// A line each; none where it came out as it should.
    let failures: [String]
  }

  let unit: String
  let bench: Workbench
  let renderer: DiagnosticRenderer
  /// What is wrong with `expected` itself, a line each.
  private(set) var problems: [String] = []
  /// False where there is no file `expected`.
  private(set) var hasExpectations = false
  private var path = ""
  /// The row of `expected` for each submission of the bench.
  private var rows: [ExpectedDecisions.Row] = []

  /// Reads everything; what cannot be read is said on standard error.
  init(unit: String, rules: LoadedUnit, folder: RuleFolder?, on console: inout Console) {
    self.unit = unit
    renderer = DiagnosticRenderer(files: rules.rules.files)
    let engine = Engine(rules: rules.rules.ruleSet, lexicon: rules.vocabulary.lexicon)
    let cases = ExampleRunner(engine: engine, block: { try? Reader.markdown($0) }).cases()
    var submissions: [(name: String, document: Document)] = []
    if let folder {
      path = "\(folder.path)/\(unit)/examples/"
      let expected = Self.expectations(unit, folder, path, engine.rules.rules, on: &console)
      hasExpectations = expected != nil
      problems = expected?.problems ?? []
      for row in expected?.rows ?? [] {
        guard case .success(let submission) = Submission.read(path + row.file, on: &console) else { continue }
        submissions.append((name: row.file, document: submission.document))
        rows.append(row)
      }
    }
    bench = Workbench(engine: engine, cases: cases, submissions: submissions)
  }

  private static func expectations(
    _ unit: String, _ folder: RuleFolder, _ path: String, _ rules: RuleSet, on console: inout Console
  ) -> (rows: [ExpectedDecisions.Row], problems: [String])? {
    let files = folder.examples(of: unit)
    guard files.contains("expected"), let text = Submission.bytes(path + "expected", on: &console) else {
      return nil
    }
    let expected = ExpectedDecisions(text, criteria: rules.criteria.count, mistakes: rules.mistakes.map(\.id))
    var problems = expected.problems.map { "\(path)expected: \($0)" }
    for file in files where file != "expected" && !expected.rows.contains(where: { $0.file == file }) {
      problems.append("\(path)\(file): not named in 'expected'")
    }
    return (expected.rows, problems)
  }

  /// Runs everything: examples in the order of the rules, then submissions in the order of `expected`.
  func outcomes() -> [Outcome] {
    var outcomes: [Outcome] = []
    for (example, problem) in zip(bench.cases, bench.problems()) {
      let place = renderer.described(example.example.location)
      let line = place.split(separator: ":").dropLast().last.map(String.init) ?? ""
      outcomes.append(
        Outcome(
          rule: example.rule, name: "\(example.example.isAccepted ? "accept" : "reject"), line \(line)",
          place: place, isSubmission: false, failures: problem.map { ["'\(example.rule)' \($0)"] } ?? []))
    }
    for (row, result) in zip(rows, bench.results()) {
      outcomes.append(
        Outcome(
          rule: "submission", name: row.file, place: path + row.file, isSubmission: true,
          failures: row.differences(from: result)))
    }
    return outcomes
  }
}
