import Glibc

/// How workers are started and what they may take.
public struct WorkerSettings: Sendable {
  /// The command line of a worker, for the shell: it reads a request a line and writes a result a line.
  public var command: String
  /// How many work at once.
  public var count: Int
  /// Longest time one request may take, in seconds.
  public var seconds: Int
  /// Most address space of a worker, in MB.
  public var megabytes: Int

  /// Makes settings.
  public init(command: String, count: Int, seconds: Int, megabytes: Int) {
    self.command = command
    self.count = max(count, 1)
    self.seconds = max(seconds, 1)
    self.megabytes = megabytes
  }

  /// As many as the machine has processors.
  public static var processors: Int { max(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 1) }

  /// This program, called as a worker.
  public static func ownCommand(_ arguments: [String]) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return "exec " + ([path] + arguments).map(quoted).joined(separator: " ")
  }

  /// A word that the shell takes as it is.
  private static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

/// What became of a request.
public enum WorkerOutcome: Sendable, Equatable {
  /// The worker's line, without its end.
  case line([UInt8])
  /// Two workers were lost over it.
  case lost(Loss)

  /// How the second one was lost.
  public enum Loss: Sendable, Equatable {
    case crashed(signal: Int32)
    case ended(code: Int32)
    case hung
    case memory
  }
}

/// Workers that are given requests one at a time. One that crashes, hangs or grows too large costs its request only:
/// that is tried once more by a fresh worker, then given up.
public final class WorkerPool {
  private let settings: WorkerSettings
  private var workers: [Worker] = []

  /// Makes a pool; workers are started when there is work.
  public init(_ settings: WorkerSettings) { self.settings = settings }

  deinit { for worker in workers { worker.end() } }

  /// Hands out requests until there are none, and takes what became of each, in the order they are done.
  ///
  /// - Parameters:
  ///   - next: the number and line of the next request; nil where there are no more.
  ///   - done: takes a number and its outcome.
  ///   - pause: called at least every half second, between outcomes.
  /// - Returns: false where no worker could be started.
  public func run<Failure: Error>(
    next: () throws(Failure) -> (number: Int, request: [UInt8])?,
    done: (Int, WorkerOutcome) throws(Failure) -> Void, pause: () throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    var isDry = false
    while true {
      while !isDry, let idle = idleWorker() {
        guard let (number, request) = try next() else {
          isDry = true
          break
        }
        idle.give(Worker.Task(number: number, request: request, isRetry: false), seconds: settings.seconds)
      }
      let busy = workers.filter { $0.task != nil }
      if busy.isEmpty {
        if isDry { return true }
        return false
      }
      wait(for: busy)
      for worker in busy { try settle(worker, done) }
      try pause()
    }
  }

  /// A worker without work, started where there are fewer than there may be.
  private func idleWorker() -> Worker? {
    if let idle = workers.first(where: { $0.task == nil }) { return idle }
    guard workers.count < settings.count, let fresh = Worker(settings) else { return nil }
    workers.append(fresh)
    return fresh
  }

  private func wait(for busy: [Worker]) {
    var waiting = busy.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    let now = Spawning.now
    let left = busy.map { max($0.deadline - now, 0) }.min() ?? 0
    poll(&waiting, nfds_t(waiting.count), Int32(min(left, 500)))
    for (worker, state) in zip(busy, waiting) where state.revents != 0 { worker.take() }
  }

  /// Looks at what a worker has said, and replaces it where it is lost.
  private func settle<Failure: Error>(
    _ worker: Worker, _ done: (Int, WorkerOutcome) throws(Failure) -> Void
  ) throws(Failure) {
    guard let task = worker.task else { return }
    if let line = worker.line() {
      worker.task = nil
      return try done(task.number, .line(line))
    }
    let isLate = Spawning.now >= worker.deadline
    guard worker.isClosed || isLate else { return }
    let loss = isLate && !worker.isClosed ? worker.end(as: .hung) : worker.end(as: nil)
    workers.removeAll { $0 === worker }
    if !task.isRetry, let fresh = Worker(settings) {
      workers.append(fresh)
      fresh.give(
        Worker.Task(number: task.number, request: task.request, isRetry: true), seconds: settings.seconds)
    } else {
      try done(task.number, .lost(loss))
    }
  }
}

/// A running worker.
private final class Worker {
  struct Task {
    let number: Int
    let request: [UInt8]
    let isRetry: Bool
  }

  var task: Task?
  private(set) var deadline = 0
  private(set) var isClosed = false
  let output: Int32
  private let input: Int32
  private let process: pid_t
  private let limit: Int
  private var said: [UInt8] = []
  private var searched = 0

  /// Nil where the system gives no process.
  init?(_ settings: WorkerSettings) {
    guard let requests = Spawning.socket(), let results = Spawning.pipe() else { return nil }
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer {
      close(requests[0])
      close(results[1])
      close(nowhere)
    }
    limit = settings.megabytes << 10
    let script = "ulimit -v \(settings.megabytes << 10); ulimit -c 0; " + settings.command
    (input, output) = (requests[1], results[0])
    let process = Spawning.shell(
      script, ["premark-worker"], environment: ["SWIFT_BACKTRACE=enable=no"],
      streams: (requests[0], results[1], nowhere))
    self.process = process ?? 0
    if process == nil {
      close(input)
      close(output)
      return nil
    }
  }

  func give(_ task: Task, seconds: Int) {
    self.task = task
    deadline = Spawning.now + seconds * 1000
    let line = task.request + [0x0A]
    var sent = 0
    while sent < line.count {
      // safe: `sent` counts what the system took of these very bytes.
      let count = line.withUnsafeBytes { buffer in
        send(input, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { sent += count } else if errno != EINTR { return }
    }
  }

  /// Takes what is there to read.
  func take() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    // safe: the system writes no more than the count it is given.
    let count = chunk.withUnsafeMutableBytes { read(output, $0.baseAddress, $0.count) }
    if count > 0 { said += chunk[..<count] } else if count == 0 || errno != EINTR { isClosed = true }
  }

  /// A whole line; nil where there is none yet.
  func line() -> [UInt8]? {
    guard let end = said[searched...].firstIndex(of: 0x0A) else {
      searched = said.count
      return nil
    }
    let line = Array(said[..<end])
    said.removeSubrange(...end)
    searched = 0
    return line
  }

  /// Ends the process, and says how it went where that is not known.
  @discardableResult
  func end(as known: WorkerOutcome.Loss? = nil) -> WorkerOutcome.Loss {
    close(input)
    close(output)
    // one that closed its output has ended or is about to; any other is told to
    if known != nil || !isClosed { kill(process, SIGKILL) }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    if let known { return known }
    // what reaches half of its address space in earnest has run into the limit
    if usage.ru_maxrss > limit / 2 { return .memory }
    let signal = status & 0x7F
    return signal == 0 ? .ended(code: status >> 8 & 0xFF) : .crashed(signal: signal)
  }
}
