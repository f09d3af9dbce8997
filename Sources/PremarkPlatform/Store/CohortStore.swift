import Glibc
import PremarkDocument
public import PremarkModeration

/// What a batch knows of its submissions, on disk: results as they come, and people's decisions.
///
/// SQLite in WAL mode: a process that is killed loses what was not yet committed, never what was. One process writes at
/// a time.
public final class CohortStore {
  /// The file of a batch's folder.
  public static let name = "premark.sqlite"
  /// What this version reads and writes.
  private static let version = 1

  private let database: Database
  private let lock: Int32

  /// Opens the store of a folder, made where there is none.
  ///
  /// - Throws: a ``StoreError`` where it cannot be used.
  public init(folder: String) throws(StoreError) {
    let path = folder + "/" + Self.name
    lock = open(path + "-lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else {
      throw StoreError(
        "it cannot be made (\(String(cString: strerror(errno))))",
        "check that the folder is there and may be written to")
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw StoreError("another premark is writing to it", "wait until that is done, or name another folder")
    }
    database = try Database(path)
    try database.rows("PRAGMA journal_mode=WAL") { _ in false }
    try database.run("PRAGMA synchronous=NORMAL")
    try prepare()
  }

  deinit { close(lock) }

  /// Opens the store that a batch has made.
  ///
  /// - Throws: a ``StoreError`` where there is none, too.
  public static func existing(in folder: String) throws(StoreError) -> CohortStore {
    guard RuleFolder.holds(folder + "/" + name) else { throw .missing }
    return try CohortStore(folder: folder)
  }

  private func prepare() throws(StoreError) {
    var found = 0
    try database.rows("PRAGMA user_version") { row in
      found = row.first?.integer ?? 0
      return false
    }
    guard found <= Self.version else {
      throw StoreError("a later version of Premark made it", "use that version, or name another folder")
    }
    let tables = [
      """
      CREATE TABLE IF NOT EXISTS result (
        id TEXT PRIMARY KEY, key TEXT NOT NULL, line BLOB NOT NULL, size INTEGER NOT NULL, state INTEGER NOT NULL,
        current INTEGER NOT NULL, request TEXT NOT NULL) WITHOUT ROWID
      """,
      "CREATE TABLE IF NOT EXISTS pseudonym (learner TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID",
      """
      CREATE TABLE IF NOT EXISTS decision (
        number INTEGER PRIMARY KEY, submission TEXT NOT NULL, digest TEXT NOT NULL, unit TEXT NOT NULL,
        criterion TEXT NOT NULL, role TEXT NOT NULL, decision TEXT NOT NULL, reason TEXT NOT NULL,
        person TEXT NOT NULL, day TEXT NOT NULL, proposed TEXT NOT NULL, rules TEXT NOT NULL,
        recorded TEXT NOT NULL)
      """,
      "PRAGMA user_version=\(Self.version)",
    ]
    for table in tables { try database.run(table) }
  }

  /// Does some work as one: all of it is kept, or none.
  public func together(_ work: () throws(StoreError) -> Void) throws(StoreError) {
    try database.run("BEGIN IMMEDIATE")
    do throws(StoreError) {
      try work()
      try database.run("COMMIT")
    } catch {
      try? database.run("ROLLBACK")
      throw error
    }
  }

  /// Begins a group of changes that ``commit()`` keeps.
  public func begin() throws(StoreError) { try database.run("BEGIN IMMEDIATE") }

  /// Keeps what was changed since ``begin()``.
  public func commit() throws(StoreError) { try database.run("COMMIT") }
}

// MARK: - Results

extension CohortStore {
  /// Puts every result out of the batch; ``keep(_:)`` and ``record(_:key:_:state:request:)`` put them in again.
  public func clear() throws(StoreError) { try database.run("UPDATE result SET current = 0") }

  /// What came of a submission.
  public enum State: Int, Sendable {
    case marked = 0
    /// Workers were lost over it.
    case lost = 1
    /// It could not be read, or not be marked.
    case failed = 2
  }

  /// What came of a submission, where that was made from the same.
  ///
  /// - Parameter key: says what it was made from: the file, the rules, what was given.
  /// - Returns: nil where there is no such result.
  public func state(of id: String, key: String) throws(StoreError) -> State? {
    var state: State?
    try database.rows(
      "SELECT state FROM result WHERE id = ? AND key = ?", [.text(id), .text(key)]
    ) { row in
      state = row.first?.integer.flatMap { State(rawValue: $0) }
      return false
    }
    return state
  }

  /// Takes a result over into the batch.
  public func keep(_ id: String) throws(StoreError) {
    try database.run("UPDATE result SET current = 1 WHERE id = ?", [.text(id)])
  }

  /// Records a result in the batch, in the place of an earlier one.
  ///
  /// - Parameters:
  ///   - line: a line of JSON without its end.
  ///   - request: what a worker makes the line from.
  public func record(
    _ id: String, key: String, _ line: [UInt8], state: State, request: [UInt8] = []
  ) throws(StoreError) {
    try database.run(
      """
      INSERT OR REPLACE INTO result (id, key, line, size, state, current, request) VALUES (?, ?, ?, ?, ?, 1, ?)
      """,
      [
        .text(id), .text(key), .blob(Deflate.raw(line, level: 1) ?? []), .integer(line.count),
        .integer(state.rawValue), .text(String(decoding: request, as: UTF8.self)),
      ])
  }

  /// Hands over the lines of the batch in the order of their ids' bytes.
  public func lines(_ take: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    try entries { entry throws(StoreError) in try take(entry.line) }
  }

  /// A result as it is kept.
  public struct Entry: Sendable {
    /// The line without its end.
    public let line: [UInt8]
    /// What a worker made it from.
    public let request: [UInt8]
    /// What came of it.
    public let state: State
  }

  /// Hands over the results of the batch in the order of their ids' bytes.
  public func entries(_ take: (Entry) throws(StoreError) -> Void) throws(StoreError) {
    try database.rows(
      "SELECT id, line, size, request, state FROM result WHERE current = 1 ORDER BY id"
    ) {
      row throws(StoreError) in
      let packed = row[1].blob ?? []
      let line = try? Inflate.raw(
        packed, packed.indices, limit: row[2].integer ?? 0, name: row[0].text ?? "")
      guard let line else {
        throw StoreError(
          "it is damaged: a result cannot be unpacked", "move it away and run the command again")
      }
      try take(
        Entry(
          line: line, request: Array((row[3].text ?? "").utf8),
          state: row[4].integer.flatMap { State(rawValue: $0) } ?? .failed))
      return true
    }
  }

  /// Hands over what the results of the batch were made from, in the order of their ids' bytes; those of submissions that
  /// could not be marked are left out.
  public func requests(_ take: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    try database.rows("SELECT request FROM result WHERE current = 1 AND state = 0 ORDER BY id") {
      row throws(StoreError) in
      try take(Array((row[0].text ?? "").utf8))
      return true
    }
  }

  /// The number of each learner's pseudonym; new ones are given the next, in the order of `learners`.
  public func pseudonyms(_ learners: [String]) throws(StoreError) -> [String: Int] {
    var numbers: [String: Int] = [:]
    var last = 0
    try database.rows("SELECT learner, number FROM pseudonym") { row in
      numbers[row[0].text ?? ""] = row[1].integer ?? 0
      last = max(last, row[1].integer ?? 0)
      return true
    }
    for learner in learners where numbers[learner] == nil {
      last += 1
      numbers[learner] = last
      try database.run(
        "INSERT INTO pseudonym (learner, number) VALUES (?, ?)", [.text(learner), .integer(last)])
    }
    return numbers
  }
}

// MARK: - Decisions

extension CohortStore {
  /// Adds a decision; earlier ones on the same criterion stay, and this one holds from now on.
  ///
  /// - Returns: false where the last one on that criterion says just the same.
  public func add(_ decision: KeptDecision) throws(StoreError) -> Bool {
    var last: KeptDecision?
    try database.rows(
      Self.decisionColumns
        + " WHERE submission = ? AND digest = ? AND unit = ? AND criterion = ? AND role = ? ORDER BY number DESC LIMIT 1",
      decision.place.map { .text($0) }
    ) { row in
      last = Self.decision(row)
      return false
    }
    if let last, last.saysTheSame(as: decision) { return false }
    let texts = [
      decision.submission, decision.digest, decision.unit, decision.criterion, decision.role,
      decision.decision, decision.reason, decision.person, decision.day, decision.proposed, decision.rules,
      decision.recorded,
    ]
    try database.run(
      """
      INSERT INTO decision (submission, digest, unit, criterion, role, decision, reason, person, day, proposed, rules,
        recorded) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, texts.map { .text($0) })
    return true
  }

  /// Every decision ever added, in that order.
  public func decisions() throws(StoreError) -> [KeptDecision] {
    var decisions: [KeptDecision] = []
    try database.rows(Self.decisionColumns + " ORDER BY number") { row in
      decisions.append(Self.decision(row))
      return true
    }
    return decisions
  }

  /// What people decided of the batch as it is.
  public func heldDecisions() throws(StoreError) -> HeldDecisions {
    let decisions = try decisions()
    var known: Set<String> = []
    for submission in Set(decisions.map(\.submission)) {
      try database.rows("SELECT id FROM result WHERE id = ? AND current = 1", [.text(submission)]) { _ in
        known.insert(submission)
        return false
      }
    }
    return HeldDecisions(decisions) { known.contains($0) }
  }

  private static let decisionColumns =
    "SELECT submission, digest, unit, criterion, role, decision, reason, person, day, proposed, rules, recorded FROM decision"

  private static func decision(_ row: [Database.Value]) -> KeptDecision {
    let texts = row.map { $0.text ?? "" }
    return KeptDecision(
      submission: texts[0], digest: texts[1], unit: texts[2], criterion: texts[3], role: texts[4],
      decision: texts[5], reason: texts[6], person: texts[7], day: texts[8], proposed: texts[9],
      rules: texts[10], recorded: texts[11])
  }
}
