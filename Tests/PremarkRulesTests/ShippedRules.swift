import Foundation
import PremarkRules

/// The rule files of the repository.
enum ShippedRules {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Rules").resolvingSymlinksInPath()

  /// Paths under `Rules/`, example submissions left out.
  static func paths() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return paths.filter { $0.hasSuffix(".rules") && !$0.contains("/examples/") }.sorted()
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(path)))
  }

  private static let files: [String: [UInt8]] = {
    var files: [String: [UInt8]] = [:]
    for path in (try? paths()) ?? [] { files[path] = try? bytes(path) }
    return files
  }()

  static func vocabulary(_ name: String) -> RuleFile? {
    let path = "vocabulary/\(name).rules"
    return files[path].map { RuleFile(path: path, text: $0) }
  }

  /// Everything that a file says when it holds these bytes.
  static func meaning(of path: String, as bytes: [UInt8]) throws -> [String] {
    let file = RuleFile(path: path, text: bytes)
    if path.hasSuffix("/rows.rules") {
      let unit = String(path.dropLast(10)) + "unit.rules"
      return RuleLoader(vocabulary: vocabulary).load(
        unit: RuleFile(path: unit, text: try Self.bytes(unit)), rows: file
      ).ruleSet.described
    }
    guard path.hasPrefix("vocabulary/") else {
      return RuleLoader(vocabulary: vocabulary).load(unit: file).ruleSet.described
    }
    let name = String(path.dropFirst(11).dropLast(6))
    let unit = RuleFile(
      path: "u/unit.rules", text: Array("language 1\nunit u\n  title \"t\"\n  uses \(name)\n".utf8))
    return RuleLoader { $0 == name ? file : vocabulary($0) }.load(unit: unit).ruleSet.described
  }
}
