import PremarkAnnotation
import PremarkDocument
import PremarkReading
import PremarkText

@testable import PremarkMatching
@testable import PremarkRules

/// Rules and a text written in a test, matched both ways.
struct Bench {
  let text: AnnotatedText
  let compiled: Evaluation
  let naive: Evaluation

  /// - Parameters:
  ///   - rules: statements below the unit's head, as a rule author writes them.
  ///   - markdown: the submission.
  ///   - head: another line of the head.
  init(_ rules: String, _ markdown: String, head: String = "") throws {
    let source = """
      language 1
      unit bench
        title "Bench"
        awarded by "Nobody"
        by default any voice, affirmed
        \(head)

      """
    let file = RuleFile(path: "bench/unit.rules", text: Array((source + rules + Self.criterion(rules)).utf8))
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(unit: file)
    if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
      throw BenchError(message: error.headline)
    }
    var words = WordTable()
    let annotator = Annotator(lexicon: Self.lexicon, words: &words)
    let compiledRules = CompiledRules(loaded.ruleSet, words: words)
    let bytes = Array(markdown.utf8)
    let document = try Reader.document(from: bytes, plan: Reader.plan(for: bytes), inflated: [])
    text = annotator.annotate(document, options: .init(), words: compiledRules.words)
    compiled = Evaluation(rules: compiledRules, text: text)
    naive = Evaluation(rules: compiledRules, text: text, usesAnchors: false)
  }

  /// The words of some tokens, blocks apart by " | ".
  func words(_ tokens: Range<Int>) -> String {
    var parts: [String] = []
    for (number, block) in text.blocks.enumerated() {
      let inside = tokens.clamped(to: block.tokens)
      guard !inside.isEmpty else { continue }
      let span = text.tokens[inside.lowerBound].span.union(text.tokens[inside.upperBound - 1].span)
      parts.append(text.document.blocks[number].string(span))
    }
    return parts.joined(separator: " | ")
  }

  /// A unit needs a criterion; this one asks nothing that matters here.
  private static func criterion(_ rules: String) -> String {
    rules.contains("\ncriterion ") || rules.hasPrefix("criterion ")
      ? ""
      : """


      criterion any
        title "Any"
        because "a unit has a criterion"
        requires words
          held if not fewer than 1 words

      """
  }

  private static let lexicon = Lexicon(lists: [
    .init(
      name: "column-role",
      groups: [
        .init(name: "objective", phrases: ["objective", "goal", "my objectives"]),
        .init(name: "deadline", phrases: ["by when", "deadline", "target date"]),
        .init(name: "activity", phrases: ["what i will do", "activity"]),
        .init(name: "review", phrases: ["review", "review log"]),
        .init(name: "strength", phrases: ["strengths"]),
        .init(name: "weakness", phrases: ["weaknesses"]),
      ]),
    .init(
      name: "people-role",
      groups: [
        .init(name: "manager", phrases: ["team leader", "manager"]), .init(name: "coach", phrases: ["coach"]),
      ]),
  ])
}

struct BenchError: Error { let message: String }
