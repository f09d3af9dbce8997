import PremarkDocument
import PremarkModeration
import PremarkPlatform
import PremarkText

/// `premark merge RESULTS... -o OUT`
struct MergeCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    guard let folder = invocation.value(.output) else {
      throw .usage("say with '--output FOLDER' where results go")
    }
    var lines: [String: [UInt8]] = [:]
    var decisions: [KeptDecision] = []
    for path in invocation.operands {
      try take(path, &lines, on: &console)
      decisions += try PeoplesDecisions.kept(in: path, on: &console)
    }
    guard !lines.isEmpty else { return console.complain("there is no result in what you named", .unread) }
    if let why = RuleFolder.makeFolder(of: folder + "/-") {
      return console.complain(
        "\(folder): it cannot be made (\(why)); name a place where you may write", .unread)
    }
    var outputs = CohortOutputs(
      folder: folder, decisions: HeldDecisions(decisions) { lines[$0] != nil }, isMasked: false
    ) { _ in nil }
    for id in lines.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      outputs.take(lines[id] ?? [])
    }
    outputs.finish(on: &console)
  }

  private func take(
    _ path: String, _ lines: inout [String: [UInt8]], on console: inout Console
  ) throws(CommandError) {
    let file = RuleFolder.holdsFolder(path) ? path + "/" + ResultsFile.name : path
    do throws(ReadingError) {
      var reader = try LineReader(file)
      var number = 0
      while let line = try reader.next() {
        number += 1
        guard line.contains(where: { $0 > 0x20 }) else { continue }
        guard let record = (try? JSONReader.read(line)).flatMap({ ResultRecord($0) }) else {
          console.complain("\(file): line \(number) is no result", .unread)
          continue
        }
        if let known = lines[record.id], known != line {
          console.complain(
            "\(file): line \(number) says otherwise of '\(record.id)' than an earlier one, which is kept",
            .unread)
        } else {
          lines[record.id] = line
        }
      }
    } catch {
      console.complain("\(file): \(error.message); \(error.advice)", .unread)
      throw .told
    }
  }
}
