import PremarkDocument
import PremarkText

/// A sentence before its clauses are known.
struct PlainSentence: Sendable {
  /// Index of the block.
  let block: Int
  /// Bytes in the block's text.
  let span: Span
  /// Its tokens in the document's.
  let tokens: Range<Int>
}

/// The tokens and sentences of all blocks, block after block.
struct TextLayout: Sendable {
  private(set) var tokens: [Token] = []
  private(set) var sentences: [PlainSentence] = []
  private(set) var blockTokens: [Range<Int>] = []
  private(set) var blockSentences: [Range<Int>] = []

  /// Tokenises the document and enters its words.
  init(_ document: Document, words: inout WordTable) {
    let tokeniser = Tokeniser()
    let splitter = SentenceSplitter()
    for (index, block) in document.blocks.enumerated() {
      let first = tokens.count
      let firstSentence = sentences.count
      let found = tokeniser.tokens(of: block.text, into: &words)
      tokens += found
      for range in splitter.tokenRanges(in: block.text, tokens: found) {
        let span = Span(found[range.lowerBound].span.start, found[range.upperBound - 1].span.end)
        let shifted = range.lowerBound + first..<range.upperBound + first
        sentences.append(PlainSentence(block: index, span: span, tokens: shifted))
      }
      blockTokens.append(first..<tokens.count)
      blockSentences.append(firstSentence..<sentences.count)
    }
  }

  /// The bytes from the first to the last token of a range that is not empty.
  func span(_ range: Range<Int>) -> Span {
    Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
  }

  /// A scope with its spans.
  func scope(_ draft: ScopeDraft, block: Int) -> Scope {
    Scope(block: block, span: span(draft.reach), tokens: draft.reach, cue: span(draft.cue))
  }
}
