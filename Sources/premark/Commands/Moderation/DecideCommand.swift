import PremarkModeration
import PremarkPlatform
import PremarkText

/// `premark decide FOLDER DECISIONS...`
struct DecideCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let folder = invocation.operands[0]
    do throws(StoreError) {
      let store = try CohortStore.existing(in: folder)
      var results: [ResultRecord] = []
      try store.lines { line in
        if let record = (try? JSONReader.read(line)).flatMap({ ResultRecord($0) }) { results.append(record) }
      }
      let recorded = Standard.timestamp
      var (added, known) = (0, 0)
      for path in invocation.operands.dropFirst() {
        guard let bytes = Submission.bytes(path, on: &console) else { continue }
        let file = DecisionFile(bytes, results: results, recorded: recorded)
        for problem in file.problems { console.complain("\(path): \(problem)", .unread) }
        try store.together { () throws(StoreError) in
          for decision in file.decisions {
            if try store.add(decision) { added += 1 } else { known += 1 }
          }
        }
      }
      Standard.message(
        "premark: \(added) decisions recorded" + (known > 0 ? ", \(known) were there already" : ""))
      if added > 0 { try writeOutputs(store, on: &console) }
    } catch {
      console.complain("\(folder): \(error.message); \(error.advice)", .unread)
    }
  }

  /// Writes the batch's outputs again, with what people have decided so far.
  private func writeOutputs(_ store: CohortStore, on console: inout Console) throws(StoreError) {
    let folder = invocation.operands[0]
    var outputs: CohortOutputs?
    let decisions = try store.heldDecisions()
    try store.entries { entry throws(StoreError) in
      if outputs == nil {
        let isMasked = WorkRequest(entry.request)?.isMasked ?? false
        outputs = CohortOutputs(folder: folder, decisions: decisions, isMasked: isMasked) { id in
          BatchFolder.page(of: id, in: folder)
        }
      }
      outputs?.take(entry.line)
    }
    outputs?.finish(on: &console)
  }
}
