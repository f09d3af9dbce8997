import CRules
import Foundation
import Testing

/// The table of embedded rule files against the folder `Rules/`.
struct EmbeddedRulesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Rules")
    .resolvingSymlinksInPath()

  private static let embedded = (0..<crules_count()).compactMap { index in
    crules_name(index).map { String(cString: $0) }
  }

  /// Paths of all rule files under `Rules/` that marking reads, in order: rows are for tests alone.
  private static func filesInFolder() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter {
      $0.hasSuffix(".rules") && !$0.hasSuffix("/rows.rules") && !$0.contains("/examples/")
    }.sorted()
  }

  @Test func everyFileOfTheFolderIsEmbedded() throws {
    for path in try Self.filesInFolder() where !Self.embedded.contains(path) {
      Issue.record(
        """
        Rules/\(path) is not embedded. Add to Sources/CRules/files.h:
        FILE("\(path)")
        #embed "../../Rules/\(path)"
        END
        """)
    }
  }

  @Test func nothingElseIsEmbeddedAndTheOrderIsThatOfThePaths() throws {
    #expect(try Self.embedded == Self.filesInFolder())
  }

  @Test func everyEntryHasTheBytesOfItsFile() throws {
    for (number, path) in Self.embedded.enumerated() {
      let index = Int32(number)
      let bytes = try #require(crules_bytes(index))
      let embedded = Array(UnsafeBufferPointer(start: bytes, count: crules_size(index)))
      let file = try Data(contentsOf: Self.folder.appendingPathComponent(path))
      #expect(embedded == Array(file), "\(path)")
      #expect(!embedded.isEmpty, "\(path)")
    }
  }

  @Test(arguments: [-1, crules_count()])
  func outsideTheTableIsNothing(_ index: Int32) {
    #expect(crules_name(index) == nil)
    #expect(crules_bytes(index) == nil)
    #expect(crules_size(index) == 0)
  }
}
