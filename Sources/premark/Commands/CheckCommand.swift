import PremarkAnnotation
import PremarkDocument
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
    var sink = try ReportSink(invocation)
    var copies = try AnnotatedCopies(invocation, audience)
    let library = try RuleLibrary(invocation, on: &console)
    let paths = invocation.operands
    // a second thread reads a submission while this one loads the rules, or marks the submission before
    var next = paths.first.map { path in Background.begin { Submission.load(path) } }
    var markers = UnitMarkers(library)
    // hashing the rules takes longer than marking, and the learner's screen does not show it
    markers.needsDigest = audience == .assessor || invocation.value(.format) != "text"
    if let name = invocation.value(.unit) {
      guard markers.marker(for: try library.unit(named: name), on: &console) != nil else { return }
    }
    var outcomes: [Outcome] = []
    for (index, path) in paths.enumerated() {
      let loaded = next?.result() ?? Submission.load(path)
      next = paths.dropFirst(index + 1).first.map { path in Background.begin { Submission.load(path) } }
      let told = Submission.told(loaded, path, on: &console)
      let outcome = mark(told, path, &markers, on: &console)
      if case .success(let submission) = told, case .marked(let report) = outcome {
        copies?.take(submission, report, on: &console)
      }
      let bytes = drawn(outcome, index)
      if sink == nil { try console.put(bytes) }
      sink?.take(bytes, of: outcome.name, on: &console)
      if reachesBar(outcome) { console.end(with: .belowBar) }
      outcomes.append(outcome)
    }
    sink?.finish(on: &console)
    if outcomes.count > 1, invocation.value(.format) == "text" {
      try console.put(Array("\n\n".utf8) + SummaryTable(style: style).report(outcomes))
    }
  }

  private func mark(
    _ loaded: Result<Submission, ReadingError>, _ path: String, _ markers: inout UnitMarkers,
    on console: inout Console
  ) -> Outcome {
    switch loaded {
    case .failure(let error): return .failed(Failure(path, error))
    case .success(let submission):
      guard let unit = invocation.value(.unit) ?? markers.unit(of: submission.document) else {
        let error = markers.notRecognised
        console.complain("\(path): \(error.message); \(error.advice)", .unread)
        return .failed(Failure(path, error))
      }
      guard let marker = markers.marker(for: unit, on: &console) else {
        return .failed(Failure(path, UnitMarkers.wrongRules(of: unit)))
      }
      return .marked(marker.report(submission, options))
    }
  }

  private func drawn(_ outcome: Outcome, _ index: Int) -> [UInt8] {
    switch invocation.value(.format) {
    case "json": return ResultJSON.report(outcome)
    case "markdown":
      return (index > 0 ? Array("\n---\n\n".utf8) : []) + MarkdownReport(audience: audience).report(outcome)
    case "html": return HtmlReport(audience: audience).report(outcome)
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
