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
    let stops = ["?", "!", "."].map { words.intern($0) }
    for (index, block) in document.blocks.enumerated() {
      let firstToken = tokens.count
      let firstSentence = sentences.count
      tokens += tokeniser.tokens(of: block.text, into: &words)
      var start = firstToken
      for position in firstToken..<tokens.count {
        let ends =
          position + 1 == tokens.count
          || (stops.contains(tokens[position].word) && tokens[position + 1].followsSpace)
        guard ends else { continue }
        let span = Span(tokens[start].span.start, tokens[position].span.end)
        sentences.append(PlainSentence(block: index, span: span, tokens: start..<position + 1))
        start = position + 1
      }
      blockTokens.append(firstToken..<tokens.count)
      blockSentences.append(firstSentence..<sentences.count)
    }
  }
}
