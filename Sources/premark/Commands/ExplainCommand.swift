import PremarkAnnotation
import PremarkMarking
import PremarkReporting
import PremarkRules

/// `premark explain FILE --unit ID`
struct ExplainCommand {
  private let invocation: Invocation
  private let options: MarkingOptions

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    options = try MarkingOptions(invocation)
  }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    let unit = try library.unit(named: invocation.value(.unit))
    guard let rules = library.usable(unit, on: &console) else { return }
    let criterion = try self.criterion(of: rules.rules.ruleSet)
    guard case .success(let submission) = Submission.read(invocation.operands[0], on: &console) else {
      return
    }
    let engine = Engine(rules: rules.rules.ruleSet, lexicon: rules.vocabulary.lexicon)
    let (marking, explanation) = engine.explain(
      submission.document, options: options.annotation, criterion: criterion)
    let report = Report(
      name: submission.name, digest: submission.digest, text: marking.text, result: marking.result,
      provenance: Provenance(
        version: Provenance.currentVersion, rulesDigest: rules.digest,
        submitted: options.annotation.submitted,
        learner: options.annotation.learner))
    let style = Console.style(isPlain: invocation.has(.plain))
    try console.put(
      invocation.value(.format) == "json"
        ? ExplanationJSON.report(report, explanation)
        : TerminalExplanation(style: style, isWhole: invocation.has(.all)).report(report, explanation))
  }

  /// The criterion that the command line means; nil for all.
  private func criterion(of rules: RuleSet) throws(CommandError) -> String? {
    guard let name = invocation.value(.criterion) else { return nil }
    let known = rules.criteria.map(\.id)
    guard known.contains(name) else {
      throw .usage(
        "the unit '\(rules.unit.id)' has no criterion '\(name)'"
          + (nearest(name, among: known).map { "; did you mean '\($0)'?" }
            ?? "; it has: " + known.joined(separator: ", ")))
    }
    return name
  }
}
