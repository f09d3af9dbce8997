import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkReading
import PremarkReporting
import PremarkText

/// One submission on its way through the engine, between the calls of the host.
struct Job {
  private let bytes: [UInt8]
  private var plan: Result<ReadingPlan, ReadingError>
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

  /// Notes that a part could not be unpacked, or not under its limit; the first such part counts.
  mutating func refuse(_ part: Int, isTooLarge: Bool) {
    guard case .success(let plan) = plan, plan.parts.indices.contains(part) else { return }
    let name = plan.parts[part].name
    self.plan = .failure(isTooLarge ? .partIsTooLarge(name) : .partIsDamaged(name))
  }

  /// The file read.
  func document() throws(ReadingError) -> Document {
    let plan = try plan.get()
    return try Reader.document(from: bytes, plan: plan, inflated: inflated)
  }

  /// The file marked; the same that `premark check` makes of it.
  func report(_ document: Document, _ request: Request, _ unit: UnitEngine) -> Report {
    let options = AnnotationOptions(submitted: request.submitted, learner: request.learner)
    let marking = unit.engine.mark(document, options: options)
    return Report(
      name: request.name, digest: SHA256.hex(SHA256.digest(of: bytes)), text: marking.text,
      result: marking.result,
      provenance: Provenance(
        version: Provenance.currentVersion, rulesDigest: unit.digest, submitted: request.submitted,
        learner: request.learner))
  }
}

/// What is asked of a job, beside the bytes.
struct Request {
  /// Base name of the file.
  let name: String
  let learner: String?
  let submitted: CalendarDate?
}
