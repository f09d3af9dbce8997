import Glibc
import PremarkPlatform

/// The program as it is started: `premark check FILE --unit ID --format json`, again and again.
struct WholeProcess {
  private let program: String
  private let meter: Meter

  /// Nil where the program has not been built beside this one.
  init?(meter: Meter) {
    guard let own = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(own) }
    let folder = String(cString: own).split(separator: "/").dropLast()
    program = "/" + folder.joined(separator: "/") + "/premark"
    self.meter = meter
    guard access(program, X_OK) == 0 else { return nil }
  }

  /// One row for each submission: from starting the program to its end.
  func row(_ submission: Submission, expected: [UInt8]) throws -> Row {
    let words = [program, "check", submission.path, "--unit", submission.unit, "--format", "json"]
    let output = "/tmp/premark-bench-\(getpid()).json"
    defer { unlink(output) }
    try run(words, output: output)
    guard try FileBytes.read(output) == expected else {
      throw WrongAnswer(message: "process: \(submission.path) has another result than in this process")
    }
    var cost = try meter.cost("process") {
      try run(words, output: "/dev/null")
      return 0
    }
    // what the child does is not seen from here
    (cost.allocations, cost.allocatedBytes, cost.instructions) = (0, 0, nil)
    let name = submission.path.split(separator: "/").last.map(String.init) ?? ""
    return Row(
      name: "process", set: name, count: 1, bytes: submission.bytes.count, cost: cost,
      check: "the same bytes as in this process")
  }

  private func run(_ words: [String], output: String) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var arguments = words.map { (word: String) -> UnsafeMutablePointer<CChar>? in strdup(word) }
    arguments.append(nil)
    defer { for word in arguments { free(word) } }
    var process: pid_t = 0
    var status: Int32 = -1
    guard posix_spawn(&process, program, &actions, nil, arguments, environ) == 0,
      waitpid(process, &status, 0) == process, status == 0
    else { throw WrongAnswer(message: "process: status \(status) of \(words.joined(separator: " "))") }
  }
}
