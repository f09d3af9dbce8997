import PremarkModeration
import PremarkReporting

/// `premark agree RESULTS [MARKS...]`
struct AgreeCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let results = try ResultsFile(invocation.operands[0], on: &console)
    let files = Array(invocation.operands.dropFirst())
    let marks = try PeoplesDecisions.marks(files, on: results, &console)
    let study = AgreementStudy(results: results.records, marks: marks)
    let path = files.isEmpty ? results.named : files.joined(separator: ", ")
    for line in study.unmatched.prefix(Self.mostLines) { console.complain("\(path): \(line)", .unread) }
    if study.unmatched.count > Self.mostLines {
      console.complain(
        "\(path): \(study.unmatched.count - Self.mostLines) more belong to no result", .unread)
    }
    guard !study.cases.isEmpty else {
      return console.complain(
        files.isEmpty
          ? "\(path): no decision of people is kept in it; name a file of decisions, or record some with 'premark decide'"
          : "\(path): no decision in it belongs to a result of '\(results.path)'", .unread)
    }
    if study.replaced > 0 {
      console.complain(
        "\(path): \(study.replaced) decisions were replaced by later ones on the same criterion", .done)
    }
    try console.put(
      invocation.value(.format) == "json"
        ? AgreementJSON.report(study)
        : AgreementReport(style: Console.style(isPlain: invocation.has(.plain))).report(study))
  }

  private static let mostLines = 10
}
