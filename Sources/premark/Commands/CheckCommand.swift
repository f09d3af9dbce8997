import PremarkAnnotation
import PremarkMarking
import PremarkPlatform
import PremarkReporting
import PremarkRules

/// `premark check FILE... --unit ID`
struct CheckCommand {
  private let invocation: Invocation
  private let options: MarkingOptions
  private let audience: Audience
  private let style: TerminalStyle

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    options = try MarkingOptions(invocation)
    audience = invocation.value(.audience) == "assessor" ? .assessor : .learner
    style = Console.style(isPlain: invocation.has(.plain))
  }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    let unit = try library.unit(named: invocation.value(.unit))
    guard let rules = library.usable(unit, on: &console) else { return }
    let engine = Engine(rules: rules.rules.ruleSet, lexicon: rules.vocabulary.lexicon)
    Kept.forGood(rules, engine)
    // hashing the rules takes longer than marking, and the learner's screen does not show it
    let digest = audience == .learner && invocation.value(.format) == "text" ? "" : rules.digest
    var outcomes: [Outcome] = []
    for (index, path) in invocation.operands.enumerated() {
      let outcome = mark(path, engine, digest, on: &console)
      try console.put(drawn(outcome, index))
      if reachesBar(outcome) { console.end(with: .belowBar) }
      outcomes.append(outcome)
    }
    if outcomes.count > 1, invocation.value(.format) == "text" {
      try console.put(Array("\n\n".utf8) + SummaryTable(style: style).report(outcomes))
    }
  }

  private func mark(
    _ path: String, _ engine: Engine, _ digest: String, on console: inout Console
  ) -> Outcome {
    switch Submission.read(path, on: &console) {
    case .failure(let error): return .failed(Failure(path, error))
    case .success(let submission):
      let marking = engine.mark(submission.document, options: options.annotation)
      return .marked(
        Report(
          name: submission.name, digest: submission.digest, text: marking.text, result: marking.result,
          provenance: Provenance(
            version: Provenance.currentVersion, rulesDigest: digest, submitted: options.annotation.submitted,
            learner: options.annotation.learner)))
    }
  }

  private func drawn(_ outcome: Outcome, _ index: Int) -> [UInt8] {
    switch invocation.value(.format) {
    case "json": return ResultJSON.report(outcome)
    case "markdown":
      return (index > 0 ? Array("\n---\n\n".utf8) : []) + MarkdownReport(audience: audience).report(outcome)
    default:
      guard case .marked(let report) = outcome else { return [] }
      return (index > 0 ? Array("\n\n".utf8) : [])
        + TerminalReport(audience: audience, style: style).report(report)
    }
  }

  private func reachesBar(_ outcome: Outcome) -> Bool {
    guard let bar = invocation.value(.failOn), case .marked(let report) = outcome else { return false }
    let level = bar == "partly" ? Level.partly : .notMet
    return report.result.criteria.contains { $0.decision <= level }
  }
}

/// Holds what a run has loaded until the process ends.
///
/// Giving thousands of small arrays back one by one takes as long as marking a submission, and the process ends anyway.
private final class Kept {
  let rules: LoadedUnit
  let engine: Engine

  init(_ rules: LoadedUnit, _ engine: Engine) {
    self.rules = rules
    self.engine = engine
  }

  /// Keeps both, on purpose, for good.
  static func forGood(_ rules: LoadedUnit, _ engine: Engine) {
    _ = Unmanaged.passRetained(Kept(rules, engine))
  }
}
