import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkPlatform
import PremarkReading
import PremarkRules

/// `premark rules test [UNIT...]`
struct RulesTestCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    for unit in try library.units(named: invocation.operands) {
      guard let rules = library.usable(unit, on: &console) else { continue }
      let engine = Engine(rules: rules.rules.ruleSet, lexicon: rules.vocabulary.lexicon)
      try runExamples(of: unit, rules, engine, on: &console)
      if let folder = library.examples { try runSubmissions(of: unit, folder, engine, on: &console) }
    }
  }

  /// The `accept` and `reject` lines.
  private func runExamples(
    of unit: String, _ rules: LoadedUnit, _ engine: Engine, on console: inout Console
  ) throws(CommandError) {
    let (tried, failures) = ExampleRunner(engine: engine, block: { try? Reader.markdown($0) }).run()
    let renderer = DiagnosticRenderer(files: rules.rules.files)
    var lines = ""
    for failure in failures {
      lines += "\(renderer.described(failure.location)): '\(failure.rule)' \(failure.message)\n"
    }
    lines += "\(unit): \(tried - failures.count) of \(tried) examples come out as they say\n"
    if !failures.isEmpty { console.end(with: .belowBar) }
    try console.put(Array(lines.utf8))
  }

  /// The submissions in `examples`, against `examples/expected`.
  private func runSubmissions(
    of unit: String, _ folder: RuleFolder, _ engine: Engine, on console: inout Console
  ) throws(CommandError) {
    let rules = engine.rules.rules
    let files = folder.examples(of: unit)
    guard files.contains("expected") else {
      return try console.put(
        Array("\(unit): no example submissions ('examples/expected' is not there)\n".utf8))
    }
    let path = "\(folder.path)/\(unit)/examples/"
    guard let text = Submission.bytes(path + "expected", on: &console) else { return }
    let expected = ExpectedDecisions(text, criteria: rules.criteria.count, mistakes: rules.mistakes.map(\.id))
    var lines = expected.problems.map { "\(path)expected: \($0)\n" }
    for file in files where file != "expected" && !expected.rows.contains(where: { $0.file == file }) {
      lines.append("\(path)\(file): not named in 'expected'\n")
    }
    var right = 0
    for row in expected.rows {
      guard case .success(let submission) = Submission.read(path + row.file, on: &console) else { continue }
      let differences = row.differences(from: engine.mark(submission.document).result)
      lines += differences.map { "\(path)\(row.file): \($0)\n" }
      if differences.isEmpty { right += 1 }
    }
    if !lines.isEmpty { console.end(with: .belowBar) }
    lines.append("\(unit): \(right) of \(expected.rows.count) example submissions come out as expected\n")
    try console.put(Array(lines.joined().utf8))
  }
}
