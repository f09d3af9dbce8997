public import PremarkAnnotation
public import PremarkDocument
public import PremarkMatching
public import PremarkRules
public import PremarkText

/// One unit's rules, compiled, with the annotator that shares their words: marks any number of documents.
///
/// Making one costs a few milliseconds; marking holds nothing back, so that one engine serves all submissions of a run.
public struct Engine: Sendable {
  /// The rules as compiled.
  public let rules: CompiledRules
  private let annotator: Annotator

  /// - Parameters:
  ///   - rules: checked rules, without errors.
  ///   - lexicon: the vocabulary that annotation reads.
  public init(rules: RuleSet, lexicon: Lexicon) {
    self.init(rules: rules, annotation: PreparedAnnotation(lexicon: lexicon))
  }

  /// Makes one from an annotator that is ready; see ``PreparedAnnotation``.
  public init(rules: RuleSet, annotation: PreparedAnnotation) {
    annotator = annotation.annotator
    self.rules = CompiledRules(rules, words: annotation.words)
  }

  /// Annotates a document with this engine's words.
  public func annotate(_ document: Document, options: AnnotationOptions = .init()) -> AnnotatedText {
    annotator.annotate(document, options: options, words: rules.words)
  }

  /// Marks a document against the unit.
  ///
  /// - Complexity: linear in the text for given rules.
  public func mark(_ document: Document, options: AnnotationOptions = .init()) -> Marking {
    let text = annotate(document, options: options)
    let marker = Marker(evaluation: Evaluation(rules: rules, text: text))
    return Marking(text: text, result: marker.result())
  }

  /// Decides from an evaluation under this engine's rules: the last part of ``mark(_:options:)``.
  package func decide(_ evaluation: Evaluation) -> MarkingResult { Marker(evaluation: evaluation).result() }

  /// Marks a document and says why: every rule as a tree.
  ///
  /// - Parameter criterion: id of the criterion to explain; nil for all.
  /// - Complexity: linear in the text for given rules.
  public func explain(
    _ document: Document, options: AnnotationOptions = .init(), criterion: String? = nil
  ) -> (marking: Marking, explanation: Explanation) {
    let text = annotate(document, options: options)
    let evaluation = Evaluation(rules: rules, text: text)
    let result = Marker(evaluation: evaluation).result()
    let explainer = Explainer(evaluation: evaluation, result: result)
    return (Marking(text: text, result: result), explainer.explanation(of: criterion))
  }
}

/// The half of an engine that does not depend on the unit: may be made while the unit's rules are being read.
public struct PreparedAnnotation: Sendable {
  fileprivate let annotator: Annotator
  fileprivate let words: WordTable

  /// - Parameter lexicon: the vocabulary that annotation reads.
  public init(lexicon: Lexicon) {
    var words = WordTable()
    annotator = Annotator(lexicon: lexicon, words: &words)
    self.words = words
  }
}

/// A marked submission: what was noticed and what it came to.
public struct Marking: Sendable {
  /// The annotated text that the result's blocks and spans refer to.
  public let text: AnnotatedText
  /// The proposal.
  public let result: MarkingResult
}
