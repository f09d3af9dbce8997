import CBench
import Glibc

/// What a piece of work cost.
struct Cost: Sendable {
  /// The median of the timed runs.
  var microseconds = 0.0
  /// Calls of the allocator, and what they asked for.
  var allocations = 0
  var allocatedBytes = 0
  /// Instructions in user mode; nil where the machine does not count them.
  var instructions: Int?
}

/// A run that gave another answer than it should.
struct WrongAnswer: Error {
  let message: String
}

/// Measures work on some inputs and holds every run's answers against those of the first.
///
/// Time is the processor's for this thread, so that what else the machine does counts for little. It is taken in runs of
/// their own, the median counts; a run in front of them warms the caches, counts allocations and instructions, and gives the
/// answers to check. What an answer costs to give back is part of the time; what it costs to
/// make an input ready and to look at an answer is not.
struct Meter {
  /// Timed runs.
  let runs: Int
  /// True where the time of the clock on the wall is asked for: waiting for another process counts.
  var countsWaiting = false

  /// - Parameters:
  ///   - name: of the work, for a wrong answer.
  ///   - ready: makes what the work needs, from scratch for every run where the work keeps what it found.
  ///   - digest: of an answer; the same for the same answer.
  /// - Returns: the cost of all inputs together, and the digests of the answers.
  /// - Throws: a ``WrongAnswer`` where a run differs from the first.
  func cost<Input, Ready, Answer>(
    _ name: String, of inputs: [Input], ready: (Input) throws -> Ready, digest: (Answer) -> UInt64,
    work: (Ready) throws -> Answer
  ) throws -> (cost: Cost, digests: [UInt64]) {
    var cost = Cost()
    var digests: [UInt64] = []
    let counter = bench_instructions_begin()
    defer { if counter >= 0 { close(counter) } }
    for input in inputs {
      let prepared = try ready(input)
      let (made, retired) = (bench_allocations(), Self.instructions(counter))
      let answer = try work(prepared)
      if let retired, let now = Self.instructions(counter) {
        cost.instructions = (cost.instructions ?? 0) + now - retired
      }
      let now = bench_allocations()
      cost.allocations += Int(now.calls - made.calls)
      cost.allocatedBytes += Int(now.bytes - made.bytes)
      digests.append(digest(answer))
    }
    var times: [Int] = []
    for run in 0..<runs {
      var time = 0
      for (input, expected) in zip(inputs, digests) {
        let (taken, found) = try timed(try ready(input), digest, work)
        guard found == expected else { throw WrongAnswer(message: "\(name): run \(run) gave another answer") }
        time += taken
      }
      times.append(time)
    }
    cost.microseconds = Double(times.sorted()[times.count / 2]) / 1000
    return (cost, digests)
  }

  /// Work with one answer for all there is.
  func cost(_ name: String, work: () throws -> UInt64) throws -> Cost {
    try cost(name, of: [()], ready: { $0 }, digest: { $0 }, work: { _ in try work() }).cost
  }

  private func timed<Ready, Answer>(
    _ prepared: Ready, _ digest: (Answer) -> UInt64, _ work: (Ready) throws -> Answer
  ) throws -> (nanoseconds: Int, digest: UInt64) {
    let start = now
    var answer: Answer? = try work(prepared)
    var time = now - start
    let found = answer.map(digest) ?? 0
    let end = now
    answer = nil
    time += now - end
    return (time, found)
  }

  /// Nanoseconds of the clock.
  private var now: Int {
    var time = timespec()
    clock_gettime(countsWaiting ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  private static func instructions(_ counter: Int32) -> Int? {
    counter >= 0 ? Int(bench_instructions(counter)) : nil
  }

  static func microseconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) * 1e6 + Double(attoseconds) / 1e12
  }
}

/// A digest of bytes: FNV-1a, enough to see that two runs differ.
struct Digest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var digest = Digest()
    digest.add(bytes)
    return digest.value
  }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  mutating func add(_ number: Int) {
    value = (value ^ UInt64(bitPattern: Int64(number))) &* 0x100_0000_01B3
  }
}
