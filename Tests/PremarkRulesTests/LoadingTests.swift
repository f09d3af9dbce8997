import Foundation
import PremarkRules
import PremarkText
import Testing

/// Reading files by name, and what names the rules that a result came from.
struct LoadingTests {
  private static let unit = "language 1\nunit u\n  title \"t\"\n  uses b, a\n"
  private static let files = [
    "a": "language 1\nvocabulary a\n  uses c\nwords x\n  one\n",
    "b": "language 1\nvocabulary b\n  uses c, a\n",
    "c": "language 1\nvocabulary c\n",
  ]

  @Test func readsFilesOnceInOrderOfFirstUse() {
    var asked: [String] = []
    let loader = RuleLoader { name in
      asked.append(name)
      return Self.files[name].map { RuleFile(path: name, text: Array($0.utf8)) }
    }
    let loaded = loader.load(unit: RuleFile(path: "u", text: Array(Self.unit.utf8)))
    #expect(loaded.files.map(\.path) == ["u", "b", "a", "c"])
    #expect(asked == ["b", "a", "c"])
    #expect(loaded.diagnostics.map(\.code) == [])
  }

  @Test func theDigestIsThatOfTheFilesOneAfterTheOther() {
    let file = RuleFile(path: "u", text: Array("a\r\nb\rc\n".utf8))
    let other = RuleFile(path: "v", text: Array("d\n".utf8))
    let digest = RuleLoader.digest(of: [file, other, file])
    #expect(digest == SHA256.hex(SHA256.digest(of: Array("a\nb\nc\nd\n".utf8))))
    #expect(digest.utf8.count == 64)
  }

  @Test func lineEndsAndByteOrderMarkMakeNoDifference() {
    let text = RuleText.unit("tip t\n  when <gaol>\n  says \"x\"")
    let plain = RuleText.load(text)
    let windows = RuleText.load(
      "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    #expect(plain.ruleSet.described == windows.ruleSet.described)
    #expect(plain.diagnostics.map(\.location) == windows.diagnostics.map(\.location))
    #expect(RuleLoader.digest(of: plain.files) == RuleLoader.digest(of: windows.files))
  }

  @Test(arguments: try ShippedRules.paths().filter { $0.hasSuffix("/unit.rules") })
  func shippedUnitsHaveNoErrors(_ path: String) throws {
    let unit = RuleFile(path: path, text: try ShippedRules.bytes(path))
    let loaded = RuleLoader(vocabulary: ShippedRules.vocabulary).load(unit: unit)
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(DiagnosticRenderer(files: loaded.files).drawing(of: errors))")
    #expect(!loaded.ruleSet.criteria.isEmpty)
  }

  @Test func theVocabularyOfAnnotationHasNoErrors() {
    let loaded = RuleLoader(vocabulary: ShippedRules.vocabulary).loadVocabulary()
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(DiagnosticRenderer(files: loaded.files).drawing(of: errors))")
    #expect(loaded.lexicon.list("people-role")?.groups.isEmpty == false)
  }

  @Test func aMissingVocabularyIsReported() {
    let loaded = RuleLoader { _ in nil }.loadVocabulary(["people"])
    #expect(loaded.diagnostics.map(\.code) == [.unknownVocabulary])
    #expect(!DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics).isEmpty)
  }
}
