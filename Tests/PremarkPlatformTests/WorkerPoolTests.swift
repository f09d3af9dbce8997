import Testing

@testable import PremarkPlatform

struct WorkerPoolTests {
  /// Answers a line, unless it says what else to do.
  private static let script = """
    while read -r line; do case "$line" in
      *crash*) kill -SEGV $$ ;; *exit*) exit 3 ;; *hang*) exec sleep 30 ;;
      *) echo "got $line" ;; esac; done
    """

  private static func run(_ requests: [String], workers: Int) -> (isDone: Bool, outcomes: [WorkerOutcome?]) {
    let pool = WorkerPool(
      WorkerSettings(command: Self.script, count: workers, seconds: 1, megabytes: 512))
    var outcomes = [WorkerOutcome?](repeating: nil, count: requests.count)
    var place = 0
    let isDone = pool.run(
      next: {
        guard place < requests.count else { return nil }
        place += 1
        return (number: place - 1, request: Array(requests[place - 1].utf8))
      },
      done: { number, outcome in outcomes[number] = outcome }, pause: {})
    return (isDone, outcomes)
  }

  @Test(arguments: [1, 3])
  func isolatesWhatIsLost(_ workers: Int) {
    let requests = ["a", "crash", "b", "exit", "hang", "c"]
    let (isDone, outcomes) = Self.run(requests, workers: workers)
    #expect(isDone)
    #expect(
      outcomes == [
        .line(Array("got a".utf8)), .lost(.crashed(signal: 11)), .line(Array("got b".utf8)),
        .lost(.ended(code: 3)), .lost(.hung), .line(Array("got c".utf8)),
      ])
  }

  @Test func manyRequestsEachHaveTheirAnswer() {
    let requests = (0..<500).map { "line \($0)" }
    let (_, outcomes) = Self.run(requests, workers: 4)
    #expect(outcomes == requests.map { .line(Array("got \($0)".utf8)) })
  }

  @Test func tellsAWorkerThatIsNotThere() {
    let pool = WorkerPool(WorkerSettings(command: "exec /nonexistent", count: 1, seconds: 5, megabytes: 512))
    var outcome: WorkerOutcome?
    var isGiven = false
    _ = pool.run(
      next: {
        defer { isGiven = true }
        return isGiven ? nil : (number: 0, request: [0x61])
      }, done: { outcome = $1 }, pause: {})
    #expect(outcome == .lost(.ended(code: 127)))
  }
}
