import PremarkMarking
import PremarkModeration
import PremarkPlatform
import PremarkReporting

/// `premark sample RESULTS`
struct SampleCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let source = try ResultsFile(invocation.operands[0], on: &console)
    let results = source.records
    let size = try size(of: results.count)
    var knowledge = SamplingPlan.Knowledge()
    for name in (invocation.value(.newAssessors) ?? "").split(separator: ",") {
      let name = String(name.drop { $0 == " " })
      guard results.contains(where: { $0.circumstances.assessor == name }) else {
        throw .usage("no submission has the assessor '\(name)'")
      }
      knowledge.newAssessors.insert(name)
    }
    knowledge.disagreedWith = try disagreed(source, on: &console)
    if let path = invocation.value(.similar) { knowledge.sharing = try sharing(path, on: &console) }
    let strategy = SamplingPlan.Strategy(rawValue: invocation.value(.strategy) ?? "") ?? .camera
    let seed = invocation.value(.seed) ?? "1"
    let plan = SamplingPlan(results, size: size, strategy: strategy, seed: seed, knowledge: knowledge)
    let report = SamplingReport(
      plan, of: results, strategy: strategy, seed: seed, stage: invocation.value(.stage) ?? "S")
    let bytes =
      switch invocation.value(.format) {
      case "csv": report.csv()
      case "html": report.page()
      default: report.text(style: Console.style(isPlain: invocation.has(.plain)))
      }
    guard let path = invocation.value(.output) else { return try console.put(bytes) }
    if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) {
      console.complain("\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    }
  }

  private func size(of count: Int) throws(CommandError) -> Int {
    if let written = invocation.value(.size) {
      guard let size = Int(written), size > 0 else {
        throw .usage("'\(written)' is no value of '--size'; it takes a number of submissions")
      }
      return size
    }
    let written = invocation.value(.rate) ?? "10"
    guard let rate = Int(written), 1...100 ~= rate else {
      throw .usage("'\(written)' is no value of '--rate'; it takes a whole percentage from 1 to 100")
    }
    return (count * rate + 99) / 100
  }

  /// Assessors whom a moderator has not agreed with: by the file named, else by the store.
  private func disagreed(_ source: ResultsFile, on console: inout Console) throws(CommandError) -> Set<String>
  {
    let marks = try PeoplesDecisions.marks(
      invocation.value(.marks).map { [$0] } ?? [], on: source, &console)
    let study = AgreementStudy(results: source.records, marks: marks)
    let comparisons = study.comparisons().filter { $0.kind == "assessor" && $0.first == .moderator }
    return Set(comparisons.filter { $0.second == .assessor && $0.table.exact < $0.table.all }.map(\.group))
  }

  /// Ids in the two first columns of what `premark similar --format csv` wrote.
  private func sharing(_ path: String, on console: inout Console) throws(CommandError) -> Set<String> {
    guard let bytes = Submission.bytes(path, on: &console) else { throw .told }
    guard let table = CSVTable(bytes), let first = table.column("first"), let second = table.column("second")
    else {
      console.complain("\(path): it is not what 'premark similar --format csv' writes", .unread)
      throw .told
    }
    return Set(table.rows.flatMap { row in [first, second].compactMap { table.value(row, $0) } })
  }
}
