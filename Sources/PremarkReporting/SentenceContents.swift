import PremarkAnnotation
import PremarkText

/// What each sentence holds: indexes into the arrays of the annotated text, in their order.
struct SentenceContents {
  private(set) var negations: [[Int]]
  private(set) var hypotheses: [[Int]]
  private(set) var entities: [[Int]]

  /// Sorts everything into the sentence in which it begins.
  init(_ text: AnnotatedText) {
    negations = [[Int]](repeating: [], count: text.sentences.count)
    hypotheses = negations
    entities = negations
    for (index, scope) in text.negations.enumerated() {
      if let at = Self.sentence(scope.block, scope.span, text) { negations[at].append(index) }
    }
    for (index, scope) in text.hypotheses.enumerated() {
      if let at = Self.sentence(scope.block, scope.span, text) { hypotheses[at].append(index) }
    }
    for (index, entity) in text.entities.enumerated() {
      if let at = Self.sentence(entity.block, entity.span, text) { entities[at].append(index) }
    }
  }

  /// The last sentence of the block that begins at or before the span; nil where the block has none. O(log *n*).
  private static func sentence(_ block: Int, _ span: Span, _ text: AnnotatedText) -> Int? {
    let all = text.blocks[block].sentences
    var low = all.lowerBound
    var high = all.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if text.sentences[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
    }
    return all.isEmpty ? nil : max(low - 1, all.lowerBound)
  }
}
