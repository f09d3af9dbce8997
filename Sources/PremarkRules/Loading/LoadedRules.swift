public import PremarkText

/// What came of reading a unit's rules.
public struct LoadedRules: Sendable {
  /// The rules; without the parts that could not be read where there are errors.
  public let ruleSet: RuleSet
  /// All that is wrong or doubtful, by file and place.
  public let diagnostics: [Diagnostic]

  /// Makes one, the diagnostics in order of file and place.
  init(ruleSet: RuleSet, diagnostics: [Diagnostic]) {
    self.ruleSet = ruleSet
    self.diagnostics = Diagnostic.sorted(diagnostics)
  }

  /// The files that were read, the unit's own first.
  public var files: [RuleFile] { ruleSet.files }

  /// True where the rules must not be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// What came of reading vocabulary for annotation.
public struct LoadedVocabulary: Sendable {
  /// Its word lists in plain form; see ``RuleLoader/loadVocabulary(_:)``.
  public let lexicon: Lexicon
  /// The files that were read, in order of first use.
  public let files: [RuleFile]
  /// All that is wrong or doubtful, by file and place.
  public let diagnostics: [Diagnostic]

  /// Makes one, the diagnostics in order of file and place.
  init(lexicon: Lexicon, files: [RuleFile], diagnostics: [Diagnostic]) {
    self.lexicon = lexicon
    self.files = files
    self.diagnostics = Diagnostic.sorted(diagnostics)
  }

  /// True where the vocabulary must not be used.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Diagnostic {
  /// By file, place and code.
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted {
      ($0.location.file, $0.location.span, $0.code.rawValue) < (
        $1.location.file, $1.location.span, $1.code.rawValue
      )
    }
  }
}
