import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkReading
import PremarkReporting
import PremarkRules
import PremarkText

/// One submission on its way through the engine, between the calls of the host.
struct Job {
  private let bytes: [UInt8]
  private let plan: Result<ReadingPlan, ReadingError>
  private var inflated: [[UInt8]]

  /// Looks at a file and finds what the host has to unpack.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    do throws(ReadingError) {
      let plan = try Reader.plan(for: bytes)
      self.plan = .success(plan)
      inflated = [[UInt8]](repeating: [], count: plan.parts.count)
    } catch {
      plan = .failure(error)
      inflated = []
    }
  }

  /// What has to be unpacked, in order; none where the file cannot be read.
  var parts: [PackedPart] {
    if case .success(let plan) = plan { plan.parts } else { [] }
  }

  /// Takes the unpacked bytes of a part.
  mutating func fill(_ part: Int, with bytes: [UInt8]) {
    if inflated.indices.contains(part) { inflated[part] = bytes }
  }

  /// Marks the file and writes the result as one line of JSON, the same that `premark check --format json` prints.
  func check(_ request: Request) -> [UInt8] {
    do throws(ReadingError) {
      let document = try document()
      let loader = RuleLoader(vocabulary: { EmbeddedRules.vocabulary($0) })
      guard let file = EmbeddedRules.unit(request.unit) else {
        throw ReadingError(
          code: "unknown-unit", message: "there are no rules for the unit", advice: "name another")
      }
      let rules = loader.load(unit: file, lists: .asked)
      let vocabulary = loader.loadVocabulary(lists: .named(Annotator.vocabularyLists))
      try Self.checked(rules.diagnostics, rules.files)
      try Self.checked(vocabulary.diagnostics, vocabulary.files)
      let engine = Engine(rules: rules.ruleSet, lexicon: vocabulary.lexicon)
      let options = AnnotationOptions(submitted: request.submitted, learner: request.learner)
      let marking = engine.mark(document, options: options)
      let provenance = Provenance(
        version: Provenance.currentVersion,
        rulesDigest: RuleLoader.digest(of: rules.files + vocabulary.files),
        submitted: request.submitted, learner: request.learner)
      let report = Report(
        name: request.name, digest: SHA256.hex(SHA256.digest(of: bytes)), text: marking.text,
        result: marking.result,
        provenance: provenance)
      return ResultJSON.report(.marked(report))
    } catch {
      let message = error.message + "; " + error.advice
      return ResultJSON.report(.failed(Failure(name: request.name, code: error.code, message: message)))
    }
  }

  /// Refuses to decide by rules that were not understood whole.
  private static func checked(_ found: [Diagnostic], _ files: [RuleFile]) throws(ReadingError) {
    guard let error = found.first(where: { $0.severity == .error }) else { return }
    let place = DiagnosticRenderer(files: files).described(error.location)
    throw ReadingError(
      code: "unusable-rules", message: "the built-in rules are wrong at \(place): \(error.headline)",
      advice: "build the module again from rules that 'premark rules check' passes")
  }

  private func document() throws(ReadingError) -> Document {
    switch plan {
    case .failure(let error): throw error
    case .success(let plan): return try Reader.document(from: bytes, plan: plan, inflated: inflated)
    }
  }
}

/// What is asked of a job, beside the bytes.
struct Request {
  let unit: String
  /// Base name of the file.
  let name: String
  let learner: String?
  let submitted: CalendarDate?
}
