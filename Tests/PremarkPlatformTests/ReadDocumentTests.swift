import FoundationEssentials
import PremarkDocument
import PremarkPlatform
import Testing

/// Real files: those beside the package, where there are any.
@Suite struct ReadDocumentTests {
  /// `../shared` beside the package.
  static let shared = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/shared"

  static func files(_ folder: String, _ ending: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: shared + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { shared + "/" + folder + "/" + $0 }
  }

  static func read(_ path: String) throws -> Document {
    let bytes = try #require(FileManager.default.contents(atPath: path))
    return try readDocument(Array(bytes))
  }

  /// Runs of letters and digits in what a reader sees.
  static func words(_ document: Document) -> [String] {
    String(decoding: document.readableText(), as: UTF8.self).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map { String($0) }
  }

  /// One is left out: what wrote it took a line "K." for an empty list and lost it.
  static let plans = files("evaluation/dev/files", ".docx").filter {
    !$0.hasSuffix("/G-01-personal-growth.docx")
  }
  static let hostile = files("corpus/hostile", "")

  @Test(.enabled(if: !plans.isEmpty, "shared/evaluation is not beside the package"), arguments: plans)
  func readsTheSameWordsAsTheMarkdown(_ path: String) throws {
    let markdown = try Self.read(String(path.dropLast(4)) + "md")
    #expect(Self.words(try Self.read(path)) == Self.words(markdown))
  }

  @Test(.enabled(if: !hostile.isEmpty, "shared/corpus is not beside the package"), arguments: hostile)
  func endsInTextOrOneClearError(_ path: String) throws {
    do {
      _ = try Self.read(path)
    } catch let error as ReadingError {
      #expect(!error.code.isEmpty && !error.message.isEmpty && !error.advice.isEmpty)
      #expect(!error.message.contains("\n") && error.message.last != ".")
    }
  }
}
