public import PremarkAnnotation
import PremarkDocument
public import PremarkMarking

/// Whom a report speaks to.
public enum Audience: String, Sendable, CaseIterable {
  /// The learner before handing in: second person, plain words, what to do next.
  case learner
  /// The assessor before marking: marking points, states of requirements, items, notes and questions as well.
  case assessor
}

/// What was marked, with what, and what came of it. Every report of one submission draws this and nothing else.
public struct Report: Sendable {
  /// Base name of the file, "-" for standard input.
  public let name: String
  /// SHA-256 of the submitted bytes, lower-case hex.
  public let digest: String
  /// What was read, with what was noticed in it.
  public let text: AnnotatedText
  /// The proposal.
  public let result: MarkingResult
  /// Which program and rules, and what they were told.
  public let provenance: Provenance

  /// Makes a report; `result` must come from `text`.
  public init(
    name: String, digest: String, text: AnnotatedText, result: MarkingResult, provenance: Provenance
  ) {
    self.name = name
    self.digest = digest
    self.text = text
    self.result = result
    self.provenance = provenance
  }

  var document: Document { text.document }
}

/// What a result can be made again from, beside the submitted bytes.
public struct Provenance: Sendable {
  /// The version of this program, as `--version` and every result say it.
  public static let currentVersion = "0.1.0"

  /// The program's version.
  public let version: String
  /// SHA-256 over the rules, lower-case hex.
  public let rulesDigest: String
  /// `--submitted`; nil where it was not given.
  public let submitted: CalendarDate?
  /// `--learner`; nil where it was not given.
  public let learner: String?

  /// Makes a provenance.
  public init(version: String, rulesDigest: String, submitted: CalendarDate? = nil, learner: String? = nil) {
    self.version = version
    self.rulesDigest = rulesDigest
    self.submitted = submitted
    self.learner = learner
  }
}

/// A submission that could not be read.
public struct Failure: Sendable {
  /// Base name of the file, "-" for standard input.
  public let name: String
  /// Stable code, kebab-case.
  public let code: String
  /// One line: what is wrong and what to do.
  public let message: String

  /// Makes a failure.
  public init(name: String, code: String, message: String) {
    self.name = name
    self.code = code
    self.message = message
  }
}

/// What came of one file named on the command line.
public enum Outcome: Sendable {
  case marked(Report)
  case failed(Failure)

  /// Base name of the file.
  public var name: String {
    switch self {
    case .marked(let report): report.name
    case .failed(let failure): failure.name
    }
  }
}
