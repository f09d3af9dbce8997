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
    } catch {
      console.complain("\(folder): \(error.message); \(error.advice)", .unread)
    }
  }
}
