import PremarkRules
import PremarkText

/// Rule files written in a test.
enum RuleText {
  /// A unit's file around some statements, with vocabulary that rows may use.
  static func unit(_ statements: String, header: String = "") -> String {
    "language 1\nunit sample\n  title \"Sample\"\n  uses words-of-tests\n\(header)\n\(statements)\n"
  }

  static let vocabulary = """
    language 1
    vocabulary words-of-tests

    words people-role
      manager: team leader, supervisor
      colleague: buddy

    words kpi
      handling time, abandon rate

    words goal
      become a team leader

    words source
      manager: boss
      quality: quality team

    """

  /// Reads a unit's file with vocabulary by name.
  static func load(_ unit: String, _ vocabulary: [String: String] = [:]) -> LoadedRules {
    let loader = RuleLoader { name in
      let text = vocabulary[name] ?? (name == "words-of-tests" ? Self.vocabulary : nil)
      return text.map { RuleFile(path: "vocabulary/\(name).rules", text: Array($0.utf8)) }
    }
    return loader.load(unit: RuleFile(path: "sample/unit.rules", text: Array(unit.utf8)))
  }

  /// The codes of what is wrong, without those of the sense of unfinished rules (unused, no examples).
  static func codes(_ loaded: LoadedRules) -> [String] {
    loaded.diagnostics.map { $0.code }.filter { $0 != .unused && $0 != .missingExamples }.map { $0.rawValue }
  }
}
