import PremarkAnnotation
import PremarkDocument
import PremarkMatching
import PremarkText

/// Turns tokens into the learner's words: whole clauses or sentences, never half a thought.
struct Quoting {
  /// Sentences longer than this, in bytes, are quoted by the clause.
  static let longSentence = 180

  let text: AnnotatedText
  private let blockOf: [Int]

  init(evaluation: Evaluation) {
    text = evaluation.text
    var blockOf = [Int](repeating: 0, count: evaluation.text.tokens.count)
    for (number, block) in evaluation.text.blocks.enumerated() {
      for token in block.tokens { blockOf[token] = number }
    }
    self.blockOf = blockOf
  }

  /// Evidence for some hits, in document order, each stretch of text once.
  func evidence(_ hits: [Hit], most: Int) -> [Evidence] {
    var all: [Evidence] = []
    for hit in hits where !hit.tokens.isEmpty {
      let evidence = self.evidence(hit)
      if let at = all.firstIndex(where: { $0.block == evidence.block && $0.span.overlaps(evidence.span) }) {
        all[at] = Evidence(
          block: evidence.block, span: all[at].span.union(evidence.span), rule: all[at].rule ?? evidence.rule)
      } else {
        all.append(evidence)
      }
    }
    // the first findings are kept, then shown in reading order
    return Array(all.prefix(most)).sorted { ($0.block, $0.span) < ($1.block, $1.span) }
  }

  /// The sentence around a hit, or, where that is long, its clauses; for a passage or item what it opens with.
  private func evidence(_ hit: Hit) -> Evidence {
    let block = firstEvidenceBlock(hit.tokens)
    let tokens = hit.tokens.clamped(to: text.blocks[block].tokens)
    let first = tokens.isEmpty ? hit.tokens.lowerBound : tokens.lowerBound
    let last = tokens.isEmpty ? first : tokens.upperBound - 1
    for number in text.blocks[block].sentences where text.sentences[number].tokens.contains(first) {
      let sentence = text.sentences[number]
      let end = min(last, sentence.tokens.upperBound - 1)
      guard sentence.span.count > Self.longSentence else {
        return Evidence(block: block, span: sentence.span, rule: hit.rule)
      }
      return Evidence(block: block, span: clauses(of: sentence, first, end), rule: hit.rule)
    }
    return Evidence(block: block, span: text.tokens[first].span.union(text.tokens[last].span), rule: hit.rule)
  }

  /// The very words of a hit, as far as they stand in one block; nil for an empty one.
  func exact(_ hit: Hit) -> Evidence? {
    guard !hit.tokens.isEmpty else { return nil }
    let block = firstEvidenceBlock(hit.tokens)
    let tokens = hit.tokens.clamped(to: text.blocks[block].tokens)
    guard !tokens.isEmpty else { return nil }
    let span = text.tokens[tokens.lowerBound].span.union(text.tokens[tokens.upperBound - 1].span)
    return Evidence(block: block, span: span, rule: hit.rule)
  }

  /// From the clause that holds the first token to the one that holds the last.
  private func clauses(of sentence: Sentence, _ first: Int, _ last: Int) -> Span {
    var span: Span?
    for number in sentence.clauses {
      let clause = text.clauses[number]
      if clause.tokens.lowerBound <= last, clause.tokens.upperBound > first {
        span = span.map { $0.union(clause.span) } ?? clause.span
      }
    }
    return span ?? sentence.span
  }

  /// The block to quote for a run of tokens: the first that may be credited and says more than a number or two words;
  /// else the longest of them.
  private func firstEvidenceBlock(_ tokens: Range<Int>) -> Int {
    var longest: Int?
    var block = blockOf[tokens.lowerBound]
    let last = blockOf[tokens.upperBound - 1]
    while block <= last {
      if text.blocks[block].isEvidence, !text.blocks[block].tokens.isEmpty {
        if words(in: block) > 2 { return block }
        if words(in: block) > (longest.map(words(in:)) ?? 0) { longest = block }
      }
      block += 1
    }
    return longest ?? blockOf[tokens.lowerBound]
  }

  private func words(in block: Int) -> Int {
    text.blocks[block].tokens.count { text.tokens[$0].kind == .word }
  }

  /// The words of some evidence.
  func words(_ evidence: Evidence) -> String { text.document.blocks[evidence.block].string(evidence.span) }
}
