import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkPlatform
import PremarkReporting
import PremarkRules

/// `premark rules test [UNIT...]`
struct RulesTestCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    var suites: [(name: String, cases: [JUnitReport.Case])] = []
    for unit in try library.units(named: invocation.operands) {
      guard let rules = library.usable(unit, withRows: true, on: &console) else { continue }
      let material = TestMaterial(unit: unit, rules: rules, folder: library.examples, on: &console)
      suites.append((name: unit, cases: try test(material, on: &console)))
    }
    if let path = invocation.value(.junit) { write(JUnitReport(suites: suites), to: path, on: &console) }
  }

  private func test(
    _ material: TestMaterial, on console: inout Console
  ) throws(CommandError) -> [JUnitReport.Case] {
    let outcomes = material.outcomes()
    var lines = outcomes.flatMap { outcome in outcome.failures.map { "\(outcome.place): \($0)\n" } }
    lines += material.problems.map { $0 + "\n" }
    if !lines.isEmpty { console.end(with: .belowBar) }
    lines.append(summary(material, outcomes))
    let coverage = material.bench.coverage()
    if invocation.has(.coverage) { lines += Self.uncovered(coverage, material.renderer) }
    lines.append(Self.summary(coverage, of: material.unit))
    try console.put(Array(lines.joined().utf8))
    return outcomes.map { outcome in
      JUnitReport.Case(
        className: "\(material.unit).\(outcome.rule)", name: outcome.name,
        failure: outcome.failures.isEmpty ? nil : outcome.failures.joined(separator: "; "))
    }
  }

  private func summary(_ material: TestMaterial, _ outcomes: [TestMaterial.Outcome]) -> String {
    let examples = outcomes.filter { !$0.isSubmission }
    let submissions = outcomes.filter { $0.isSubmission }
    let right = examples.count { $0.failures.isEmpty }
    var text = "\(material.unit): \(right) of \(examples.count) examples come out as they say\n"
    if material.hasExpectations {
      let right = submissions.count { $0.failures.isEmpty }
      text += "\(material.unit): \(right) of \(submissions.count) example submissions come out as expected\n"
    } else {
      text += "\(material.unit): no example submissions ('examples/expected' is not there)\n"
    }
    return text
  }

  private static func summary(_ coverage: Coverage, of unit: String) -> String {
    let covered = coverage.branches.count { $0.isCovered }
    return "\(unit): \(covered) of \(coverage.branches.count) branches are covered"
      + " (\(coverage.reached) of \(coverage.all) ways they can come out)\n"
  }

  /// A line for each branch that lacks something.
  private static func uncovered(_ coverage: Coverage, _ renderer: DiagnosticRenderer) -> [String] {
    coverage.branches.filter { !$0.isCovered }.map { branch in
      let missing = branch.ways.filter { !$0.isReached }.map { lack($0.name) }
      let what = branch.text == branch.rule ? "" : ": " + branch.text
      return "\(renderer.described(branch.location)): '\(branch.rule)'\(what)\n"
        + "    \(missing.joined(separator: "; "))\n"
    }
  }

  /// What is missing where no example comes out one way.
  private static func lack(_ way: String) -> String {
    switch way {
    case "found": "no example is found by it"
    case "left": "no example holds words of it and is rightly left"
    case "excepts": "no example is taken back by it"
    default: "no example submission comes out \(way)"
    }
  }

  private func write(_ report: JUnitReport, to path: String, on console: inout Console) {
    if let why = FileBytes.write(report.bytes, to: path) {
      console.complain(
        "\(path): it cannot be written (\(why)); name a file in a folder that is there", .unread)
    }
  }
}
