import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkPlatform
import PremarkReporting
import PremarkRules

/// The engines of the units that a run has come to, each loaded once.
struct UnitMarkers {
  /// Whether reports carry the digest of the rules.
  var needsDigest = true
  private let library: RuleLibrary
  private var markers: [(unit: String, marker: UnitMarker?)] = []
  private var recogniser: UnitRecogniser?

  init(_ library: RuleLibrary) { self.library = library }

  /// The unit a submission was written for; nil where that is not certain.
  mutating func unit(of document: Document) -> String? {
    let recogniser = recogniser ?? library.recogniser
    self.recogniser = recogniser
    return recogniser.unit(of: document)
  }

  /// The marker of a unit; nil where its rules are wrong, which is said on standard error once.
  mutating func marker(for unit: String, on console: inout Console) -> UnitMarker? {
    for (known, marker) in markers where known == unit { return marker }
    var marker: UnitMarker?
    if let (rules, annotation) = library.readyToMark(unit, on: &console) {
      marker = UnitMarker(rules, annotation, needsDigest: needsDigest)
    }
    markers.append((unit, marker))
    return marker
  }

  /// What is said of a submission whose unit is not certain.
  var notRecognised: ReadingError {
    ReadingError(
      code: "unit-unknown", message: "it does not say for which unit it was written",
      advice: "name the unit with '--unit'; there are: " + library.units.joined(separator: ", "))
  }

  /// What is said of a submission whose unit has rules that cannot be used.
  static func wrongRules(of unit: String) -> ReadingError {
    ReadingError(
      code: "rules-wrong", message: "the rules of '\(unit)' are wrong",
      advice: "mend them and run 'premark rules check'")
  }
}

/// A unit's engine.
struct UnitMarker {
  private let engine: Engine
  /// Hashing the rules takes as long as compiling them; nil where nobody wants to know.
  private let digest: Background<String>?

  init(_ rules: LoadedUnit, _ annotation: PreparedAnnotation, needsDigest: Bool) {
    digest = needsDigest ? Background.begin { rules.digest } : nil
    engine = Engine(rules: rules.rules.ruleSet, annotation: annotation)
    Kept.forGood(rules, engine)
  }

  /// A submission marked.
  func report(_ submission: Submission, _ options: MarkingOptions) -> Report {
    let marking = engine.mark(submission.document, options: options.annotation)
    return Report(
      name: submission.name, digest: submission.digest, text: marking.text, result: marking.result,
      provenance: Provenance(
        version: Provenance.currentVersion, rulesDigest: digest?.result() ?? "",
        submitted: options.annotation.submitted,
        learner: options.annotation.learner))
  }
}

/// Holds what a run has loaded until the process ends.
///
/// Giving thousands of small arrays back one by one takes as long as marking a submission, and the process ends anyway.
private final class Kept {
  let rules: LoadedUnit
  let engine: Engine

  init(_ rules: LoadedUnit, _ engine: Engine) {
    self.rules = rules
    self.engine = engine
  }

  /// Keeps both, on purpose, for good.
  static func forGood(_ rules: LoadedUnit, _ engine: Engine) {
    // safe: never released, and nothing else holds the pointer.
    _ = Unmanaged.passRetained(Kept(rules, engine))
  }
}
