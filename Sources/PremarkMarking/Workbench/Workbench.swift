public import PremarkDocument
import PremarkMatching
import PremarkRules

/// A unit's rules with everything that tries them, each text annotated once: its examples and its example submissions.
///
/// Not `Sendable`: evaluations work out what they are asked and keep it.
public final class Workbench {
  /// The rules under test.
  public let engine: Engine
  /// The examples, in the order of ``ExampleRunner/cases()``.
  public let cases: [RuleCase]
  /// Names of the example submissions, in the order given.
  public let submissions: [String]
  /// One for each example that can be read, then one for each submission.
  let specimens: [Specimen]

  /// - Parameters:
  ///   - engine: the rules.
  ///   - cases: their examples.
  ///   - submissions: example submissions, read.
  public init(engine: Engine, cases: [RuleCase], submissions: [(name: String, document: Document)]) {
    self.engine = engine
    self.cases = cases
    self.submissions = submissions.map { $0.name }
    func evaluation(_ document: Document) -> Evaluation {
      Evaluation(rules: engine.rules, text: engine.annotate(document))
    }
    var specimens: [Specimen] = []
    for (number, example) in cases.enumerated() {
      guard let document = example.document else { continue }
      specimens.append(
        Specimen(source: .example(number), document: document, evaluation: evaluation(document)))
    }
    for (number, submission) in submissions.enumerated() {
      specimens.append(
        Specimen(
          source: .submission(number), document: submission.document,
          evaluation: evaluation(submission.document)))
    }
    self.specimens = specimens
  }

  /// What is wrong with each example, one line; nil where it comes out as it says. In the order of ``cases``.
  public func problems() -> [String?] {
    var problems = [String?](repeating: "the example cannot be read as Markdown", count: cases.count)
    for specimen in specimens {
      if case .example(let number) = specimen.source {
        problems[number] = cases[number].problem(in: specimen.evaluation, specimen.document)
      }
    }
    return problems
  }

  /// The result of each example submission, in the order of ``submissions``.
  public func results() -> [MarkingResult] {
    var results: [MarkingResult] = []
    for specimen in specimens {
      if case .submission = specimen.source {
        results.append(Marker(evaluation: specimen.evaluation).result())
      }
    }
    return results
  }
}

/// A text that tries the rules.
struct Specimen {
  enum Source { case example(Int), submission(Int) }
  let source: Source
  let document: Document
  let evaluation: Evaluation
}
