import PremarkDocument
import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// `premark batch INPUT... --unit ID -o OUT`
struct BatchCommand {
  private let invocation: Invocation
  private let options: BatchOptions

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    options = try BatchOptions(invocation)
  }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    if let unit = options.unit { _ = try library.unit(named: unit) }
    guard let rules = digests(of: library, on: &console) else { return }
    let intake = try intake(on: &console)
    for item in intake.items {
      if let unit = item.unit { _ = try library.unit(named: unit) }
    }
    guard !intake.items.isEmpty else {
      return console.complain("there is no submission in what you named", .unread)
    }
    if options.onlyAsks {
      let plan = BatchPlan(intake.items, options, pseudonyms: nil)
      for number in 0..<plan.count { try console.put(plan[number].request.withoutPages + [0x0A]) }
      return
    }
    let worksheet = try options.worksheet.map { path throws(CommandError) in
      try Worksheet(path, on: &console)
    }
    if let why = makeFolders() {
      return console.complain(
        "\(options.folder): it cannot be made (\(why)); name a place where you may write", .unread)
    }
    do throws(StoreError) {
      let store = try CohortStore(folder: options.folder)
      let plan = try plan(intake, store)
      guard try mark(plan, store, rules, on: &console) else { return }
      let audience = options.audiences.first
      let pages: CohortOutputs.Pages = { id in audience.map { BatchFolder.address(of: id, for: $0) } }
      var feedback = worksheet == nil ? nil : FeedbackByParticipant(plan, pages: pages)
      var outputs = CohortOutputs(
        folder: options.folder, decisions: try store.heldDecisions(), isMasked: options.usesPseudonyms,
        pages: pages)
      try store.lines { line in
        outputs.take(line)
        feedback?.take(line)
      }
      outputs.finish(on: &console)
      if let feedback { worksheet?.write(feedback, options, on: &console) }
    } catch {
      console.complain("\(options.folder)/\(CohortStore.name): \(error.message); \(error.advice)", .unread)
    }
  }

  private func intake(on console: inout Console) throws(CommandError) -> Intake {
    do throws(IntakeError) {
      let intake = try Intake(invocation.operands)
      for problem in intake.problems { console.complain(problem, .unread) }
      return intake
    } catch {
      console.complain("\(error.input): \(error.error.message); \(error.error.advice)", .unread)
      throw .told
    }
  }

  private func makeFolders() -> String? {
    var failure = RuleFolder.makeFolder(of: options.folder + "/-")
    for audience in options.audiences {
      failure =
        failure ?? RuleFolder.makeFolder(of: "\(options.folder)/\(BatchFolder.pages(for: audience))/-")
    }
    return failure
  }

  /// The digest of each unit's rules; nil where some are wrong, which is said.
  private func digests(of library: RuleLibrary, on console: inout Console) -> [String: String]? {
    var digests: [String: String] = [:]
    for unit in library.units {
      guard let loaded = library.usable(unit, on: &console) else { return nil }
      digests[unit] = loaded.digest
    }
    return digests
  }

  private func plan(_ intake: Intake, _ store: CohortStore) throws(StoreError) -> BatchPlan {
    guard options.usesPseudonyms else { return BatchPlan(intake.items, options, pseudonyms: nil) }
    var numbers: [String: Int] = [:]
    try store.together { () throws(StoreError) in
      numbers = try store.pseudonyms(BatchPlan.learners(of: intake.items))
    }
    return BatchPlan(intake.items, options, pseudonyms: numbers)
  }
}

// MARK: - Marking

extension BatchCommand {
  /// Marks what is new or changed.
  ///
  /// - Returns: false where no worker could be started, which is said.
  private func mark(
    _ plan: BatchPlan, _ store: CohortStore, _ rules: [String: String], on console: inout Console
  ) throws(StoreError) -> Bool {
    var progress = BatchProgress(total: plan.count)
    let allRules = rules.keys.sorted().compactMap { rules[$0] }.joined(separator: " ")
    var place = 0
    var keys: [Int: String] = [:]
    var committed = Standard.milliseconds
    var unstartable = 0
    var hasWorked = false
    try store.begin()
    try store.clear()
    let pool = WorkerPool(options.workers)
    let isDone = try pool.run(
      next: { () throws(StoreError) in
        if !hasWorked, progress.marked >= Self.hopeless { return nil }
        while place < plan.count {
          let job = plan[place]
          place += 1
          let digest = (try? job.request.bytes()).map { SHA256.hex(SHA256.digest(of: $0)) } ?? "unread"
          let key = job.key(digest: digest, rules: job.request.unit.flatMap { rules[$0] } ?? allRules)
          let state = try store.state(of: job.id, key: key)
          if let state, canKeep(state, job) {
            try store.keep(job.id)
            progress.countKept(hasFailed: state != .marked)
            progress.tell()
            continue
          }
          keys[place - 1] = key
          return (number: place - 1, request: job.request.line)
        }
        return nil
      },
      done: { (number, outcome) throws(StoreError) in
        let job = plan[number]
        let key = keys.removeValue(forKey: number) ?? ""
        switch outcome {
        case .line(let line):
          hasWorked = true
          let hasFailed = CohortOutputs.isFailure(line)
          try store.record(
            job.id, key: key, line, state: hasFailed ? .failed : .marked, request: job.request.withoutPages)
          progress.countMarked(hasFailed: hasFailed)
        case .lost(let loss):
          if loss == .ended(code: 127) || loss == .ended(code: 126) { unstartable += 1 }
          try store.record(
            job.id, key: key, line(for: job, loss), state: .lost, request: job.request.withoutPages)
          progress.countMarked(hasFailed: true)
        }
      },
      pause: { () throws(StoreError) in
        progress.tell()
        if Standard.milliseconds - committed > 200 {
          try store.commit()
          try store.begin()
          committed = Standard.milliseconds
        }
      })
    try store.commit()
    progress.finish()
    guard isDone, unstartable == 0 || unstartable < progress.marked else {
      console.complain("no worker could be started; check '--worker' and '--memory'", .unread)
      return false
    }
    guard hasWorked || progress.marked < Self.hopeless else {
      console.complain(
        "the first \(progress.marked) submissions each lost two workers, so the others were not tried; "
          + "check '--worker', '--memory' and '--timeout', then run the command again with '--retry'", .unread
      )
      return false
    }
    Standard.message("premark: " + progress.summary)
    if progress.failed > 0 { console.end(with: .unread) }
    return true
  }

  /// Submissions that may lose their workers, when no worker has answered yet, before the rest is given up: then it is
  /// the worker's command that is wrong and not the files.
  private static let hopeless = 16

  /// True where a result that is made from the same needs not be made again.
  private func canKeep(_ state: CohortStore.State, _ job: BatchPlan.Job) -> Bool {
    switch state {
    case .marked: job.hasPages
    case .lost: !options.retriesLost
    case .failed: true
    }
  }

  /// The result of a submission over which two workers were lost.
  private func line(for job: BatchPlan.Job, _ loss: WorkerOutcome.Loss) -> [UInt8] {
    let (code, message): (String, String) =
      switch loss {
      case .hung: ("worker-hung", "marking it took longer than \(options.workers.seconds) seconds, twice")
      case .memory:
        ("worker-memory", "marking it took more than \(options.workers.megabytes) MB of memory, twice")
      case .crashed(let signal): ("worker-crashed", "marking it ended the program twice (signal \(signal))")
      case .ended(let code): ("worker-crashed", "marking it ended the program twice (code \(code))")
      }
    let failure = Failure(
      name: job.request.name, code: code,
      message: message + "; look at it by hand, and try again with '--retry'")
    return Array(ResultJSON.report(.failed(failure), of: job.request.submission).dropLast())
  }
}
