import PremarkReporting
import PremarkRules

/// A format in which other systems take a unit.
enum UnitExport: String, CaseIterable {
  case `case`, moodle, mahara

  /// The day of the rules that this version has built in; rule files name none, and a clock would change the bytes.
  static let standardDay = "2026-11-21"
  /// An address that nobody has (RFC 2606).
  static let standardBase = "https://example.org"

  /// What files of this format are called.
  var ending: String {
    switch self {
    case .case: ".case.json"
    case .moodle: ".moodle.csv"
    case .mahara: ".matrix"
    }
  }

  /// The unit in this format.
  ///
  /// - Parameters:
  ///   - day: as 2026-04-30.
  ///   - base: beginning of addresses.
  func report(_ unit: LoadedUnit, day: String, base: String) -> [UInt8] {
    let rules = unit.rules.ruleSet
    switch self {
    case .case:
      return CasePackage(day: day, base: base, version: "rules " + unit.digest.prefix(12)).report(rules)
    case .moodle: return MoodleFramework.report(rules)
    case .mahara: return MaharaMatrix.report(rules)
    }
  }
}
