import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkRules

/// A unit's rules ready to mark with.
struct UnitEngine {
  let id: String
  let title: String
  let engine: Engine
  /// SHA-256 over the rules, lower-case hex.
  let digest: String

  private static var loader: RuleLoader { RuleLoader(vocabulary: { EmbeddedRules.vocabulary($0) }) }

  /// The ids and titles of the units that are built in, sorted by id.
  static var builtIn: [(id: String, title: String)] {
    EmbeddedRules.units.map { id in
      (id, EmbeddedRules.unit(id).flatMap { loader.card(of: $0)?.title } ?? id)
    }
  }

  /// Tells for which unit that is built in a submission was written.
  static var recogniser: UnitRecogniser {
    UnitRecogniser(EmbeddedRules.units.compactMap { EmbeddedRules.unit($0).flatMap { loader.card(of: $0) } })
  }

  /// A unit that is built in.
  static func builtIn(_ id: String) -> Result<UnitEngine, ReadingError> {
    guard let file = EmbeddedRules.unit(id) else {
      return .failure(
        ReadingError(code: "unknown-unit", message: "there are no rules for the unit", advice: "name another")
      )
    }
    let rules = loader.load(unit: file, lists: .asked)
    if let error = rules.diagnostics.first(where: { $0.severity == .error }) {
      let place = DiagnosticRenderer(files: rules.files).described(error.location)
      return .failure(unusable("the built-in rules are wrong at \(place): \(error.headline)"))
    }
    return made(rules)
  }

  /// A unit of one's own, with what is wrong or doubtful in it drawn; the unit is nil where it cannot be used.
  static func own(_ file: RuleFile) -> (unit: UnitEngine?, problems: String) {
    let rules = loader.load(unit: file)
    let problems = DiagnosticRenderer(files: rules.files).drawing(of: rules.diagnostics)
    if rules.diagnostics.contains(where: { $0.severity == .error }) { return (nil, problems) }
    switch made(rules) {
    case .success(let unit): return (unit, problems)
    case .failure(let error): return (nil, problems + error.message + "\n")
    }
  }

  private static func made(_ rules: LoadedRules) -> Result<UnitEngine, ReadingError> {
    let vocabulary = loader.loadVocabulary(lists: .named(Annotator.vocabularyLists))
    if let error = vocabulary.diagnostics.first(where: { $0.severity == .error }) {
      return .failure(unusable("the built-in vocabulary is wrong: \(error.headline)"))
    }
    return .success(
      UnitEngine(
        id: rules.ruleSet.unit.id, title: rules.ruleSet.unit.title,
        engine: Engine(rules: rules.ruleSet, lexicon: vocabulary.lexicon),
        digest: RuleLoader.digest(of: rules.files + vocabulary.files)))
  }

  private static func unusable(_ message: String) -> ReadingError {
    ReadingError(
      code: "unusable-rules", message: message,
      advice: "build the module again from rules that 'premark rules check' passes")
  }
}
