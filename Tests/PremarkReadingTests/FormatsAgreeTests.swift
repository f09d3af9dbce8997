import FoundationEssentials
import PremarkDocument
import PremarkReading
import Testing

/// The same submission in different formats must give the same blocks, or decisions would hang on the format.
struct FormatsAgreeTests {
  private static let folder: URL = {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root = root.deletingLastPathComponent() }
    return root.appending(path: "shared/evaluation/dev/files")
  }()

  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  /// A block as a line: kind, place in a table, words; quotation marks and dashes as typed.
  private func lines(_ name: String, _ ending: String) throws -> [String] {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name + ending)))
    let plan = try Reader.plan(for: bytes)
    return try Reader.document(from: bytes, plan: plan, inflated: []).blocks.map { block in
      let place = block.cell.map { "\($0.table),\($0.row),\($0.column)" } ?? ""
      let words = block.string.map { Self.plain[$0] ?? String($0) }.joined().split(
        whereSeparator: \.isWhitespace)
      return "\(block.kind.rawValue) \(place) \(words.joined(separator: " "))"
    }
  }

  private static let plain: [Character: String] = [
    "’": "'", "‘": "'", "“": "\"", "”": "\"", "…": "...", "\u{2013}": "-",
  ]

  @Test(
    .enabled(if: !names.isEmpty, "the evaluation set is not beside the package"),
    arguments: [("pages", ".html", 999), ("plain text, where bold is lost", ".txt", 985)])
  func giveTheSameBlocks(_ why: String, _ ending: String, _ atLeast: Int) throws {
    var same = 0
    var all = 0
    for name in Self.names {
      let markdown = try lines(name, ".md")
      let other = try lines(name, ending)
      let gone = other.difference(from: markdown).removals.count
      same += markdown.count - gone
      all += max(markdown.count, other.count)
    }
    #expect(same * 1000 >= all * atLeast, "\(why): \(same) of \(all) blocks")
  }
}
