import PremarkAnnotation
import PremarkMarking
import PremarkMatching
import PremarkReporting
import PremarkRules
import PremarkText

/// The engines of the units that submissions were written for, each made once.
final class Engines {
  private var known: [String: (engine: Engine, digest: String)] = [:]

  /// The engine of a unit and the digest of its rules.
  func engine(for unit: String) throws -> (engine: Engine, digest: String) {
    if let found = known[unit] { return found }
    guard let file = EmbeddedRules.unit(unit) else { throw WrongAnswer(message: "no rules for '\(unit)'") }
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    let (rules, vocabulary) = (loader.load(unit: file), loader.loadVocabulary())
    let engine = Engine(rules: rules.ruleSet, lexicon: vocabulary.lexicon)
    let made = (engine, RuleLoader.digest(of: rules.files + vocabulary.files))
    known[unit] = made
    return made
  }
}

extension Evaluation {
  /// Looks for all that any rule asks for.
  ///
  /// - Returns: a digest of all that was found and where.
  @discardableResult
  func matchAll() -> UInt64 {
    var digest = Digest()
    for found in findingsByRule {
      digest.add(found.count)
      for tokens in found {
        digest.add(tokens.lowerBound)
        digest.add(tokens.upperBound)
      }
    }
    return digest.value
  }

  /// Where each rule finds something: passages, indicators, items.
  private var findingsByRule: [[Range<Int>]] {
    rules.rules.passages.indices.map { instances(ofPassage: $0).map(\.stretch) }
      + rules.rules.indicators.indices.map { findings(ofIndicator: $0).map(\.tokens) }
      + rules.rules.items.indices.map { items(ofRule: $0).map(\.instance.stretch) }
  }

  /// The first rule that another evaluation finds otherwise, with the tokens; nil where there is none.
  func firstDifference(from other: Evaluation) -> String? {
    let names =
      rules.rules.passages.map(\.id) + rules.rules.indicators.map(\.id) + rules.rules.items.map(\.id)
    let found = zip(names, zip(findingsByRule, other.findingsByRule))
    return found.first { $1.0 != $1.1 }.map { "'\($0)' finds \($1.0), not \($1.1)" }
  }

  /// How many passages, indicators and items are found.
  var findingsCount: Int {
    rules.rules.passages.indices.reduce(0) { $0 + instances(ofPassage: $1).count }
      + rules.rules.indicators.indices.reduce(0) { $0 + findings(ofIndicator: $1).count }
      + rules.rules.items.indices.reduce(0) { $0 + items(ofRule: $1).count }
  }
}

extension Submission {
  /// The result as JSON, as the command prints it.
  func json(_ marking: Marking, rulesDigest: String) -> [UInt8] {
    json(marking.text, marking.result, rulesDigest: rulesDigest)
  }

  /// The result as JSON, as the command prints it.
  func json(_ text: AnnotatedText, _ result: MarkingResult, rulesDigest: String) -> [UInt8] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ResultJSON.report(
      .marked(
        Report(
          name: name, digest: SHA256.hex(SHA256.digest(of: bytes)), text: text, result: result,
          provenance: Provenance(version: Provenance.currentVersion, rulesDigest: rulesDigest))))
  }
}
