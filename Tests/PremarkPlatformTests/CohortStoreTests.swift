import Foundation
import PremarkModeration
import Testing

@testable import PremarkPlatform

struct CohortStoreTests {
  private static func lines(_ store: CohortStore) throws -> [String] {
    var lines: [String] = []
    try store.lines { lines.append(String(decoding: $0, as: UTF8.self)) }
    return lines
  }

  @Test func keepsWhatWasRecorded() throws {
    let folder = try Folder()
    do {
      let store = try CohortStore(folder: folder.path)
      try store.record("b", key: "1", Array("line b".utf8), state: .marked)
      try store.record("a", key: "1", Array("line a".utf8), state: .lost)
      #expect(try Self.lines(store) == ["line a", "line b"])
    }
    let store = try CohortStore(folder: folder.path)
    try store.clear()
    #expect(try Self.lines(store) == [])
    #expect(try store.state(of: "b", key: "1") == .marked)
    #expect(try store.state(of: "b", key: "2") == nil, "made from something else")
    #expect(try store.state(of: "a", key: "1") == .lost)
    try store.keep("b")
    #expect(try Self.lines(store) == ["line b"])
  }

  @Test func isWrittenByOneOnly() throws {
    let folder = try Folder()
    let store = try CohortStore(folder: folder.path)
    #expect(throws: StoreError.self) { try CohortStore(folder: folder.path) }
    try store.clear()
  }

  @Test(arguments: [
    ("no database", Array("this is no database, but long enough to look like a file of one\n".utf8)),
    ("cut short", Array("SQLite format 3\0".utf8) + [UInt8](repeating: 7, count: 200)),
  ])
  func refusesADamagedStore(_ why: String, _ bytes: [UInt8]) throws {
    let folder = try Folder()
    _ = try folder.write(CohortStore.name, bytes)
    let error = #expect(throws: StoreError.self, "\(why)") { try CohortStore(folder: folder.path) }
    #expect(error?.message.contains("damaged") == true, "\(error?.message ?? "")")
  }

  @Test func refusesAFolderThatIsNotThere() {
    #expect(throws: StoreError.self) { try CohortStore(folder: "/nonexistent") }
  }

  @Test func refusesALaterVersion() throws {
    let folder = try Folder()
    try Database(folder.path + "/" + CohortStore.name).run("PRAGMA user_version=99")
    let error = #expect(throws: StoreError.self) { try CohortStore(folder: folder.path) }
    #expect(error?.message == "a later version of Premark made it")
  }

  @Test func undoesWhatFailed() throws {
    let folder = try Folder()
    let store = try CohortStore(folder: folder.path)
    #expect(throws: StoreError.self) {
      try store.together { () throws(StoreError) in
        try store.record("a", key: "1", [0x61], state: .marked)
        throw StoreError("no", "no")
      }
    }
    #expect(try Self.lines(store) == [])
  }

  @Test func keepsDecisionsForGood() throws {
    let folder = try Folder()
    let store = try CohortStore(folder: folder.path)
    var decision = KeptDecision(
      submission: "a", digest: "d", unit: "u", criterion: "c", role: "assessor", decision: "met",
      reason: "seen",
      person: "Kim", day: "2026-03-01", proposed: "partly", rules: "r", recorded: "now")
    #expect(try store.add(decision))
    decision.recorded = "later"
    #expect(try !store.add(decision), "the same again is no decision")
    decision.decision = "partly"
    #expect(try store.add(decision))
    try store.clear()
    #expect(try store.decisions().map(\.decision) == ["met", "partly"])
  }

  @Test func givesEachLearnerANumberForGood() throws {
    let folder = try Folder()
    let store = try CohortStore(folder: folder.path)
    #expect(try store.pseudonyms(["x", "a"]) == ["x": 1, "a": 2])
    #expect(try store.pseudonyms(["b", "a"]) == ["x": 1, "a": 2, "b": 3])
  }
}
