/// Something wrong with, or doubtful about, a rule file: a value that says what and where; ``DiagnosticRenderer``
/// draws it and ``Diagnostic/json(files:)`` writes it.
///
/// Every kind of problem has one code and one factory, in the extension of its topic; the table of codes is
/// ``DiagnosticCode``.
public struct Diagnostic: Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The rules cannot be used.
    case error
    /// The rules can be used, but something in them is dead, doubtful or untested.
    case warning
  }

  /// A remark under the drawing, on its own or with a place of its own.
  public struct Note: Sendable {
    /// What it says.
    public let text: String
    /// Another place that has to do with it ("first defined here").
    public let location: RuleLocation?

    /// Makes a note.
    public init(_ text: String, at location: RuleLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  /// Which kind of problem.
  public let code: DiagnosticCode
  /// Error or warning; the same for all diagnostics of one code.
  public var severity: Severity { code.severity }
  /// The place that the carets mark.
  public let location: RuleLocation
  /// What is wrong, to stand alone: lower case, no full stop, names in single quotes.
  public let headline: String
  /// What is wrong at that place; empty where the headline says it all.
  public let label: String
  /// What to do about it; nil where nobody can know.
  public let help: String?
  /// Further remarks.
  public let notes: [Note]

  init(
    _ code: DiagnosticCode, at location: RuleLocation, _ headline: String, label: String = "",
    help: String? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.location = location
    self.headline = headline
    self.label = label
    self.help = help
    self.notes = notes
  }
}

/// Ends the parsing of one property; what follows it is read as if nothing had happened.
struct ParseFailure: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
