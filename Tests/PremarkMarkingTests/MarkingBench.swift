import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkReading
import PremarkRules
import PremarkText

/// A unit written in a test, and what it makes of a submission.
struct MarkingBench {
  let engine: Engine

  /// - Parameters:
  ///   - rules: statements below the unit's head.
  ///   - head: another line of the head.
  init(_ rules: String, head: String = "") throws {
    let source = """
      language 1
      unit bench
        title "Bench"
        awarded by "Nobody"
        by default any voice, affirmed
        wording \(Self.wording)
        \(head)

      """
    let file = RuleFile(path: "bench/unit.rules", text: Array((source + rules).utf8))
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(unit: file)
    if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
      throw MarkingBenchError(message: error.headline)
    }
    engine = Engine(rules: loaded.ruleSet, lexicon: Lexicon(lists: []))
  }

  func result(_ markdown: String) throws -> MarkingResult {
    let bytes = Array(markdown.utf8)
    let document = try Reader.document(from: bytes, plan: Reader.plan(for: bytes), inflated: [])
    return engine.mark(document).result
  }

  /// The rules with their own examples and some submissions written in Markdown.
  func workbench(submissions: [(name: String, text: String)]) throws -> Workbench {
    var read: [(name: String, document: Document)] = []
    for submission in submissions {
      read.append((name: submission.name, document: try Reader.markdown(Array(submission.text.utf8))))
    }
    let cases = ExampleRunner(engine: engine, block: { try? Reader.markdown($0) }).cases()
    return Workbench(engine: engine, cases: cases, submissions: read)
  }

  /// Hashes of "set measurable objectives linked to organisational targets".
  private static let wording: String = {
    MarkingHashes.line("set measurable objectives linked to organisational targets")
  }()
}

struct MarkingBenchError: Error { let message: String }
