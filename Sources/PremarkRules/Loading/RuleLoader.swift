import PremarkText

/// Which word lists are read. The others keep their names and have no phrases, and nothing is said of what is wrong in
/// them: that is for rules that are known to be right.
public enum ListChoice: Sendable {
  case all
  /// What the rules ask for, directly or not.
  case asked
  /// These, and what they ask for.
  case named([String])
}

/// Reads a unit's file and all it uses, and checks them together.
public struct RuleLoader {
  /// The vocabulary that annotation reads, whatever the unit is.
  public static let annotationVocabulary = [
    "columns", "prompts", "people", "spelling", "quantities", "borrowed",
  ]

  private let vocabulary: (String) -> RuleFile?

  /// Makes a loader.
  ///
  /// - Parameter vocabulary: gives the file of a vocabulary by its name ("people"), or nil where there is none; asked
  ///   once for each name and load.
  public init(vocabulary: @escaping (String) -> RuleFile?) { self.vocabulary = vocabulary }

  /// Reads the unit's file, then every file it uses, directly or not, in order of first use, and checks all of them.
  ///
  /// Never fails: what could not be read is left out of the rule set and reported. A rule set with errors must not
  /// be used for marking.
  ///
  /// - Parameters:
  ///   - unit: the unit's file.
  ///   - rows: the file with more examples of its rules; nothing but their tests needs it.
  ///   - lists: the word lists to read. Those that the rules ask for are enough to mark with.
  /// - Complexity: O(*n*) in the bytes, apart from looking for the nearest names of unknown ones.
  public func load(unit: RuleFile, rows: RuleFile? = nil, lists: ListChoice = .all) -> LoadedRules {
    var reader = RuleFileReader(vocabulary: vocabulary, unitIsFirst: true)
    reader.read(unit, rows: rows)
    var parser = RuleParser(files: reader.files, layouts: reader.layouts, unitFile: 0)
    parser.rowsFile = reader.rowsFile
    parser.lists = lists
    parser.diagnostics = reader.diagnostics
    parser.declarations.isIncomplete = reader.isIncomplete
    parser.parse()
    return LoadedRules(ruleSet: parser.ruleSet, diagnostics: parser.diagnostics)
  }

  /// Reads only the top of a unit's file: what it is called and how a submission for it is recognised.
  ///
  /// Nil where the top is wrong; ``load(unit:)`` says why.
  public func card(of unit: RuleFile) -> Unit? {
    var reader = RuleFileReader(vocabulary: { _ in nil }, unitIsFirst: true)
    reader.read(unit)
    var parser = RuleParser(files: reader.files, layouts: reader.layouts, unitFile: 0)
    parser.parseTop()
    return parser.unit
  }

  /// Reads vocabulary by name, with all it uses, and gives its word lists in plain form.
  ///
  /// A phrase with optional words or alternatives becomes every phrase it stands for, up to 256; phrases with other
  /// operators (`*`, gaps, `<list>`), or that stand for more, are left out, since annotation could not match them.
  ///
  /// - Parameters:
  ///   - names: of the vocabulary files; those that are not there are reported.
  ///   - lists: the word lists to read.
  public func loadVocabulary(
    _ names: [String] = annotationVocabulary, lists: ListChoice = .all
  ) -> LoadedVocabulary {
    var reader = RuleFileReader(vocabulary: vocabulary, unitIsFirst: false)
    reader.read(names)
    var parser = RuleParser(files: reader.files, layouts: reader.layouts, unitFile: nil)
    parser.lists = lists
    parser.diagnostics = reader.diagnostics
    parser.declarations.isIncomplete = reader.isIncomplete
    parser.parse()
    return LoadedVocabulary(
      lexicon: Lexicon(plain: parser.wordLists), files: parser.files, diagnostics: parser.diagnostics)
  }

  /// The SHA-256 digest of all that a result with these rules depends on, as 64 hex digits: the bytes of the unit's
  /// file, of every file it uses, and of the vocabulary of annotation with what that uses, one after the other in order
  /// of first use, line ends as "\n", each file once.
  ///
  /// - Parameter files: of ``LoadedRules`` and then of ``LoadedVocabulary``; told apart by path.
  public static func digest(of files: [RuleFile]) -> String {
    var hash = SHA256()
    var seen: [String] = []
    for file in files where !seen.contains(file.path) {
      seen.append(file.path)
      hash.update(file.text.withPlainLineEnds)
    }
    return SHA256.hex(hash.finish())
  }
}

extension RuleParser {
  /// What has been parsed.
  fileprivate var ruleSet: RuleSet {
    let none = RuleLocation(file: 0, span: Span(0, 0))
    let nothing = Unit(
      id: "", title: "", awardedBy: "", defaults: [], appliesUnless: [], recognisedBy: [], wording: [],
      location: none)
    return RuleSet(
      files: files, unit: unit ?? nothing, wordLists: wordLists, phrases: phrases,
      passages: passages, indicators: indicators,
      items: items, criteria: criteria, mistakes: mistakes, tips: tips)
  }
}
