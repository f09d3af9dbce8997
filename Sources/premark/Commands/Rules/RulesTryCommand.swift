import PremarkMarking
import PremarkReporting
import PremarkRules
import PremarkText

/// `premark rules try FILE.rules FOLDER --labels LABELS.json`
struct RulesTryCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let (rulesPath, folder) = (invocation.operands[0], invocation.operands[1])
    guard let path = invocation.value(.labels) else {
      throw .usage("say with '--labels FILE' what people decided of the submissions")
    }
    guard let draft = DraftRules(rulesPath, invocation, on: &console),
      let labels = labels(path, draft, on: &console)
    else { return }
    for problem in labels.problems { console.complain("\(path): \(problem)", .unread) }
    let files = try SubmissionFolder(folder, wanted: { labels.decisions[$0] != nil }, on: &console)
    var subjects: [Trial.Subject] = []
    for submission in files.submissions {
      guard let decided = labels.decisions[submission.name] else { continue }
      let marking = draft.engine.mark(submission.document)
      subjects.append(Trial.Subject(name: submission.name, marking: marking, decided: decided))
    }
    guard !subjects.isEmpty else {
      return console.complain(
        "\(folder): no file in it has decisions for this unit in '\(path)'; names go without endings", .unread
      )
    }
    let trial = Trial(subjects: subjects)
    let style = Console.style(isPlain: invocation.has(.plain))
    try console.put(
      invocation.value(.format) == "json"
        ? WorkbenchJSON.report(trial) : TrialReport(style: style).report(trial))
  }

  private func labels(_ path: String, _ draft: DraftRules, on console: inout Console) -> Labels? {
    guard let text = Submission.bytes(path, on: &console) else { return nil }
    let rules = draft.loaded.rules.ruleSet
    do throws(JSONError) {
      return try Labels(
        text, unit: rules.unit.id, criteria: rules.criteria.map(\.id), mistakes: rules.mistakes.map(\.id))
    } catch {
      console.complain("\(path): line \(error.line): \(error.message); it must be JSON", .unread)
      return nil
    }
  }
}

/// `premark rules compare OLD NEW FOLDER`
struct RulesCompareCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let old = DraftRules(invocation.operands[0], invocation, on: &console)
    let new = DraftRules(invocation.operands[1], invocation, on: &console)
    guard let old, let new else { return }
    let files = try SubmissionFolder(invocation.operands[2], wanted: { _ in true }, on: &console)
    let comparisons = files.submissions.map { submission in
      Comparison(
        name: submission.name, old: old.engine.mark(submission.document),
        new: new.engine.mark(submission.document))
    }
    let style = Console.style(isPlain: invocation.has(.plain))
    try console.put(
      invocation.value(.format) == "json"
        ? WorkbenchJSON.report(comparisons) : ComparisonReport(style: style).report(comparisons))
  }
}
