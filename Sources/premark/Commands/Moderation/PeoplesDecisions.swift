import PremarkModeration
import PremarkPlatform

/// What people decided, from wherever it is kept.
enum PeoplesDecisions {
  /// Decisions in the store of a batch's folder; none where what is named has no store.
  static func kept(in path: String, on console: inout Console) throws(CommandError) -> [KeptDecision] {
    guard RuleFolder.holds(path + "/" + CohortStore.name) else { return [] }
    do throws(StoreError) {
      return try CohortStore(folder: path).decisions()
    } catch {
      console.complain("\(path): \(error.message); \(error.advice)", .unread)
      throw .told
    }
  }

  /// Decisions on results: those of the files named, CSV or the assessor's records; without files those of the store.
  static func marks(
    _ files: [String], on results: ResultsFile, _ console: inout Console
  ) throws(CommandError) -> [Mark] {
    guard !files.isEmpty else {
      let ids = Set(results.records.map(\.id))
      let held = HeldDecisions(try kept(in: results.named, on: &console)) { ids.contains($0) }
      return results.records.flatMap { held.marks(on: $0) }
    }
    var marks: [Mark] = []
    for path in files {
      guard let bytes = Submission.bytes(path, on: &console) else { throw .told }
      if DecisionFile.isRecord(bytes) {
        let file = DecisionFile(bytes, results: results.records, recorded: "")
        for problem in file.problems { console.complain("\(path): \(problem)", .unread) }
        marks += file.decisions.compactMap(\.mark)
      } else {
        let file = MarksFile(bytes)
        for problem in file.problems { console.complain("\(path): \(problem)", .unread) }
        marks += file.marks
      }
    }
    return marks
  }
}
