import CRules
import PremarkText

/// The rule files that are built into the program: those of the repository's folder `Rules` when it was built.
///
/// Paths are as they stand there (`Rules/vocabulary/people.rules`), so that diagnostics point into the repository.
public enum EmbeddedRules {
  /// Ids of the units, sorted.
  public static var units: [String] {
    var units: [String] = []
    for index in 0..<crules_count() {
      let parts = Array(name(index).utf8).split(separator: .slash)
      if parts.count == 2, parts[1].elementsEqual("unit.rules".utf8) {
        units.append(String(decoding: parts[0], as: UTF8.self))
      }
    }
    return units
  }

  /// The rule file of a unit; nil where there is none.
  public static func unit(_ id: String) -> RuleFile? { file(id + "/unit.rules") }

  /// A vocabulary file; nil where there is none.
  public static func vocabulary(_ name: String) -> RuleFile? { file("vocabulary/" + name + ".rules") }

  private static func file(_ path: String) -> RuleFile? {
    for index in 0..<crules_count() where name(index) == path {
      // safe: the rules are constants of the program, and the size is theirs.
      let text = UnsafeBufferPointer(start: crules_bytes(index), count: Int(crules_size(index)))
      return RuleFile(path: "Rules/" + path, text: Array(text))
    }
    return nil
  }

  private static func name(_ index: CInt) -> String {
    guard let name = crules_name(index) else { return "" }
    return String(cString: name)
  }
}
