import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkPlatform
import PremarkReporting
import PremarkRules
import PremarkText

/// The rules at hand: those built in, or a folder's (`--rules`).
struct RuleLibrary {
  /// Ids of the units, sorted.
  let units: [String]
  private let folder: RuleFolder?

  /// - Throws: a ``CommandError`` where the folder is none of rules.
  init(_ invocation: Invocation, on console: inout Console) throws(CommandError) {
    guard let path = invocation.value(.rules) else {
      folder = nil
      units = EmbeddedRules.units
      return
    }
    let folder = RuleFolder(path: path)
    self.folder = folder
    do throws(ReadingError) {
      units = try folder.units()
    } catch {
      console.complain("\(path): \(error.message); \(error.advice)", .unread)
      throw .told
    }
  }

  /// Where example submissions stand: the folder named, or the repository's `Rules` where the program runs beside it.
  var examples: RuleFolder? {
    let place = folder ?? RuleFolder(path: "Rules")
    return (try? place.units()) == nil ? nil : place
  }

  /// The unit that the command line means.
  func unit(named name: String?) throws(CommandError) -> String {
    guard let name else {
      throw .usage("say which unit with '--unit'; there are: " + units.joined(separator: ", "))
    }
    guard units.contains(name) else {
      if let command = Self.command(forFile: name) { throw .usage("'\(name)' is a file; \(command)") }
      throw .usage(
        "there are no rules for a unit '\(name)'"
          + (nearest(name, among: units).map { "; did you mean '\($0)'?" }
            ?? "; there are: " + units.joined(separator: ", ")))
    }
    return name
  }

  /// What to write instead of a unit's file, such as `Rules/personal-growth/unit.rules`; nil for what is none.
  private static func command(forFile path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 2, path.hasSuffix(".rules") else { return nil }
    let unit = parts[parts.count - 2]
    let folder = path.dropLast(parts[parts.count - 1].count + unit.count + 2)
    return "name the unit and its folder: '\(unit) --rules \(folder.isEmpty ? "." : String(folder))'"
  }

  /// Tells for which unit a submission was written.
  var recogniser: UnitRecogniser {
    let loader = RuleLoader(vocabulary: { vocabulary($0) })
    return UnitRecogniser(units.compactMap { unit in (try? file(of: unit)).flatMap { loader.card(of: $0) } })
  }

  /// The units named, or all.
  func units(named names: [String]) throws(CommandError) -> [String] {
    var chosen: [String] = []
    for name in names { chosen.append(try unit(named: name)) }
    return chosen.isEmpty ? units : chosen
  }

  /// A unit's rules, right or wrong; a failure where there is no file to read.
  ///
  /// - Parameter withRows: true where the rows that stand in a file beside the rules are wanted too.
  func load(_ unit: String, withRows: Bool = false) -> Result<LoadedUnit, ReadingError> {
    do throws(ReadingError) {
      let loader = RuleLoader(vocabulary: { vocabulary($0) })
      let rows = withRows ? examples?.rows(of: unit) : nil
      return .success(
        LoadedUnit(
          rules: loader.load(unit: try file(of: unit), rows: rows), vocabulary: loader.loadVocabulary()))
    } catch {
      return .failure(error)
    }
  }

  /// Rules that may be used; nil where they are wrong, which is said on standard error.
  func usable(_ unit: String, withRows: Bool = false, on console: inout Console) -> LoadedUnit? {
    usable(load(unit, withRows: withRows), unit, on: &console)
  }

  /// Rules to mark with, and the annotator, which is made on a second thread meanwhile; nil where the rules are wrong,
  /// which is said on standard error.
  ///
  /// Rules that are built in were checked when the program was tested: of them only the lists that marking asks for are
  /// read.
  func readyToMark(
    _ unit: String, on console: inout Console
  ) -> (rules: LoadedUnit, annotation: PreparedAnnotation)? {
    let isBuiltIn = folder == nil
    let preparation = Background.begin {
      let loader = RuleLoader(vocabulary: { vocabulary($0) })
      let loaded = loader.loadVocabulary(lists: isBuiltIn ? .named(Annotator.vocabularyLists) : .all)
      return (loaded, PreparedAnnotation(lexicon: loaded.lexicon))
    }
    let loader = RuleLoader(vocabulary: { vocabulary($0) })
    let rules: Result<LoadedRules, ReadingError>
    do throws(ReadingError) {
      rules = .success(loader.load(unit: try file(of: unit), lists: isBuiltIn ? .asked : .all))
    } catch {
      rules = .failure(error)
    }
    let (annotationVocabulary, annotation) = preparation.result()
    let loaded = rules.map { LoadedUnit(rules: $0, vocabulary: annotationVocabulary) }
    return usable(loaded, unit, on: &console).map { ($0, annotation) }
  }

  private func usable(
    _ loaded: Result<LoadedUnit, ReadingError>, _ unit: String, on console: inout Console
  ) -> LoadedUnit? {
    switch loaded {
    case .success(let loaded) where !loaded.hasErrors: return loaded
    case .success(let loaded):
      Standard.drawing(loaded.drawing(errorsOnly: true))
      console.complain("the rules of '\(unit)' are wrong; mend them and run 'premark rules check'", .unread)
    case .failure(let error): console.complain(Self.line(unit, error), .unread)
    }
    return nil
  }

  /// What is wrong with a unit's file, one line.
  static func line(_ unit: String, _ error: ReadingError) -> String {
    "the rules of '\(unit)': \(error.message); \(error.advice)"
  }

  /// The vocabulary that annotation reads; nil where it is wrong, which is said on standard error.
  func lexicon(on console: inout Console) -> Lexicon? {
    let loaded = RuleLoader(vocabulary: { vocabulary($0) }).loadVocabulary()
    guard loaded.hasErrors else { return loaded.lexicon }
    let errors = loaded.diagnostics.filter { $0.severity == .error }
    Standard.drawing(DiagnosticRenderer(files: loaded.files).drawing(of: errors))
    console.complain("the vocabulary is wrong; mend it and run 'premark rules check'", .unread)
    return nil
  }

  private func file(of unit: String) throws(ReadingError) -> RuleFile {
    if let folder { return try folder.unit(unit) }
    guard let file = EmbeddedRules.unit(unit) else {
      throw ReadingError(
        code: "unknown-unit", message: "no such unit is built in", advice: "see 'premark units'")
    }
    return file
  }

  /// The folder's own file, else the one built in, so that a new folder of rules has a vocabulary from the first day.
  private func vocabulary(_ name: String) -> RuleFile? {
    folder?.vocabulary(name) ?? EmbeddedRules.vocabulary(name)
  }
}

/// A unit's rules with the vocabulary that annotation reads.
struct LoadedUnit {
  let rules: LoadedRules
  let vocabulary: LoadedVocabulary

  /// True where the rules must not be used.
  var hasErrors: Bool { rules.hasErrors || vocabulary.hasErrors }

  /// Every file read: the unit's own first, each once.
  var files: [RuleFile] {
    let known = rules.files.map(\.path)
    return rules.files + vocabulary.files.filter { !known.contains($0.path) }
  }

  /// SHA-256 over all that a result with these rules depends on.
  var digest: String { RuleLoader.digest(of: files) }

  /// Every diagnostic, those of shared vocabulary once.
  var shownDiagnostics: [Diagnostic] { rules.diagnostics + restOfVocabulary }

  /// The diagnostics drawn.
  func drawing(errorsOnly: Bool) -> String {
    let isShown: (Diagnostic) -> Bool = { !errorsOnly || $0.severity == .error }
    return DiagnosticRenderer(files: rules.files).drawing(of: rules.diagnostics.filter(isShown))
      + DiagnosticRenderer(files: vocabulary.files).drawing(of: restOfVocabulary.filter(isShown))
  }

  private var restOfVocabulary: [Diagnostic] {
    let known = rules.files.map(\.path)
    return vocabulary.diagnostics.filter { !known.contains(vocabulary.files[$0.location.file].path) }
  }
}
