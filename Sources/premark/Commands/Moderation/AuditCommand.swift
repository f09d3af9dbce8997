import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// `premark audit FOLDER`
struct AuditCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let folder = invocation.operands[0]
    var decisions: [KeptDecision] = []
    var entries: [CohortStore.Entry] = []
    do throws(StoreError) {
      let store = try CohortStore.existing(in: folder)
      decisions = try store.decisions()
      if invocation.has(.verify) { try store.entries { entries.append($0) } }
    } catch {
      return console.complain("\(folder): \(error.message); \(error.advice)", .unread)
    }
    if invocation.has(.verify) { return try verify(entries, on: &console) }
    try console.put(invocation.value(.format) == "csv" ? Self.table(decisions) : text(decisions))
  }

  private static func table(_ decisions: [KeptDecision]) -> [UInt8] {
    let head = [
      "recorded", "submission", "file digest", "unit", "criterion", "role", "decision", "reason", "by",
      "date",
      "proposed", "rules digest", "holds",
    ]
    var bytes = CSVWriter.mark + CSVWriter.line(head)
    let holding = holding(decisions)
    for (index, one) in decisions.enumerated() {
      bytes += CSVWriter.line([
        one.recorded, one.submission, one.digest, one.unit, one.criterion, one.role, one.decision, one.reason,
        one.person, one.day, one.proposed, one.rules, holding.contains(index) ? "yes" : "replaced",
      ])
    }
    return bytes
  }

  /// Indices of the last decision on each criterion in each role.
  private static func holding(_ decisions: [KeptDecision]) -> Set<Int> {
    var last: [[String]: Int] = [:]
    for (index, one) in decisions.enumerated() {
      last[one.place] = index
    }
    return Set(last.values)
  }

  private func text(_ decisions: [KeptDecision]) -> [UInt8] {
    var page = TerminalPage(style: Console.style(isPlain: invocation.has(.plain)))
    let holding = Self.holding(decisions)
    page.paragraph([Run("\(decisions.count) decisions recorded, \(holding.count) of them hold.", .strong)])
    for (index, one) in decisions.enumerated() {
      page.blank()
      page.paragraph(
        [
          Run(one.submission + (one.criterion.isEmpty ? "" : ", " + one.criterion) + ": "),
          Run(one.decision, .strong),
          Run(holding.contains(index) ? "" : " (replaced later)"),
        ], hanging: 2)
      page.paragraph(
        [
          Run(
            "\(one.person), \(one.role)" + (one.day.isEmpty ? "" : ", " + one.day)
              + "; recorded \(one.recorded)")
        ],
        indent: 2, hanging: 2)
      let proposed = one.proposed.isEmpty ? "proposals" : "proposed " + one.proposed
      page.paragraph([Run("\(proposed) under rules \(one.rules.prefix(12))", .faint)], indent: 2)
      if !one.reason.isEmpty { page.paragraph([Run("“" + one.reason + "”")], indent: 2, hanging: 2) }
    }
    return page.bytes
  }
}

// MARK: - Verifying

extension AuditCommand {
  /// Makes every stored result again and compares the bytes.
  private func verify(_ entries: [CohortStore.Entry], on console: inout Console) throws(CommandError) {
    let rules = invocation.value(.rules).map { ["--rules", $0] } ?? []
    let pool = WorkerPool(
      WorkerSettings(
        command: WorkerSettings.ownCommand(["worker"] + rules), count: WorkerSettings.processors, seconds: 60,
        megabytes: 1024))
    let chosen = entries.filter { $0.state != .lost }
    var place = 0
    var differing: [Int: String] = [:]
    let isDone = pool.run(
      next: {
        guard place < chosen.count else { return nil }
        place += 1
        return (number: place - 1, request: chosen[place - 1].request)
      },
      done: { number, outcome in
        switch outcome {
        case .line(let line) where line == chosen[number].line: break
        case .line(let line): differing[number] = Self.difference(chosen[number].line, line)
        case .lost: differing[number] = "marking it again ended the program"
        }
      }, pause: {})
    guard isDone else { return console.complain("no worker could be started", .unread) }
    for number in differing.keys.sorted() {
      let id = Self.record(chosen[number].line)?.id ?? "?"
      console.complain("'\(id)': \(differing[number] ?? "")", .belowBar)
    }
    var words = "\(chosen.count - differing.count) of \(chosen.count) results came out the same to the byte"
    if chosen.count < entries.count {
      words += "; \(entries.count - chosen.count) could not be marked before"
    }
    try console.put(Array((words + "\n").utf8))
  }

  private static func record(_ line: [UInt8]) -> ResultRecord? {
    (try? JSONReader.read(line)).flatMap { ResultRecord($0) }
  }

  /// Why two results of one request differ.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> String {
    guard let old = record(old), let new = record(new) else { return "one of the results cannot be read" }
    if let error = new.error, old.error == nil { return "it cannot be marked again: " + error.message }
    if old.digest != new.digest { return "the file has changed since" }
    if old.rulesDigest != new.rulesDigest {
      return "the rules have changed since (\(old.rulesDigest.prefix(12)), now \(new.rulesDigest.prefix(12)))"
    }
    return
      "the result differs though file and rules are the same: the store was changed, or this is another version"
  }
}
