import PremarkDocument
import PremarkMarking
import PremarkPlatform
import PremarkRules
import PremarkText

/// Rules in a file of their own, that need not lie in a folder of rules.
struct DraftRules {
  let loaded: LoadedUnit
  let engine: Engine

  /// Reads a rule file. Each vocabulary file is looked for in `--rules DIR`, or else beside it (`../vocabulary`), and then
  /// among what is built in. Nil where it is wrong or cannot be read, which is said on standard error.
  init?(_ path: String, _ invocation: Invocation, on console: inout Console) {
    guard let text = Submission.bytes(path, on: &console) else { return nil }
    let folder = Self.folder(for: path, invocation)
    let find: (String) -> RuleFile? = { name in
      folder?.vocabulary(name) ?? EmbeddedRules.vocabulary(name)
    }
    let loader = RuleLoader(vocabulary: find)
    loaded = LoadedUnit(
      rules: loader.load(unit: RuleFile(path: path, text: text)), vocabulary: loader.loadVocabulary())
    guard !loaded.hasErrors else {
      Standard.drawing(loaded.drawing(errorsOnly: true))
      console.complain("\(path): its rules are wrong; mend them and try again", .unread)
      return nil
    }
    engine = Engine(rules: loaded.rules.ruleSet, lexicon: loaded.vocabulary.lexicon)
  }

  private static func folder(for path: String, _ invocation: Invocation) -> RuleFolder? {
    if let named = invocation.value(.rules) { return RuleFolder(path: named) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let beside = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/.." : ".."
    return RuleFolder.holds(beside + "/vocabulary") ? RuleFolder(path: beside) : nil
  }
}

/// The submissions of a folder, each once: of files that differ only in their ending, the first by name that can be read.
struct SubmissionFolder {
  /// Names without their endings, and documents.
  private(set) var submissions: [(name: String, document: Document)] = []

  /// - Parameter wanted: which names (without endings) to read.
  /// - Throws: a ``CommandError`` where there is no such folder.
  init(_ path: String, wanted: (String) -> Bool, on console: inout Console) throws(CommandError) {
    guard let files = RuleFolder.files(in: path) else {
      console.complain(
        "\(path): there is no such folder; name the folder that holds the submissions", .unread)
      throw .told
    }
    var failures: [(name: String, words: String)] = []
    for file in files {
      let name = Self.stem(file)
      // what a unit's own examples must come to lies beside them
      guard file != "expected", wanted(name), submissions.last?.name != name else { continue }
      do throws(ReadingError) {
        submissions.append((name: name, document: try readDocument(try FileBytes.read("\(path)/\(file)"))))
        failures.removeAll { $0.name == name }
      } catch {
        failures.append((name: name, words: "\(path)/\(file): \(error.message); \(error.advice)"))
      }
    }
    for failure in failures where !submissions.contains(where: { $0.name == failure.name }) {
      console.complain(failure.words, .unread)
    }
  }

  /// A file's name without its ending.
  static func stem(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
    return String(file[..<dot])
  }
}
