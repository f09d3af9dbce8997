import PremarkAnnotation
import PremarkDocument
import PremarkText

/// What the evaluator asks of an annotated text again and again, as flat arrays over its tokens.
///
/// The *stream* is the text as phrases see it: one entry a word, number or word-like symbol; hyphens, apostrophes
/// standing alone and quotation marks are left out, so that "side-by-side" and "side by side" are one phrase; other
/// punctuation stands as a barrier that no phrase crosses (a gap may cross a comma).
struct TextIndex {
  /// Stream entries that are no word.
  static let hardBarrier: Int32 = -1
  static let softBarrier: Int32 = -2

  let text: AnnotatedText
  /// Block, sentence and clause of each token; -1 where a token lies in none.
  let blockOf: [Int32]
  let sentenceOf: [Int32]
  let clauseOf: [Int32]
  /// Flags of each token.
  let flags: [TokenFlags]
  /// Stems (or barriers) in order, the folded word of each, and the token each came from.
  let stream: [Int32]
  let streamWord: [Int32]
  let streamToken: [Int32]
  /// First stream entry at or after each token; one more entry than tokens.
  let streamOf: [Int32]

  /// - Parameter corrected: the stem to read a word as where it is a misspelling of a word of the rules.
  init(_ text: AnnotatedText, corrected: (WordID) -> WordID) {
    self.text = text
    let count = text.tokens.count
    var blockOf = [Int32](repeating: -1, count: count)
    var flags = [TokenFlags](repeating: [], count: count)
    for (index, block) in text.blocks.enumerated() {
      var base: TokenFlags = []
      if block.isEvidence { base.insert(.evidence) }
      if block.isPrompt { base.insert(.prompt) }
      for token in block.tokens {
        blockOf[token] = Int32(truncatingIfNeeded: index)
        flags[token] = base
        if let label = block.label, label.contains(text.tokens[token].span.start) {
          flags[token].insert(.label)
        }
      }
    }
    var sentenceOf = [Int32](repeating: -1, count: count)
    for (index, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(truncatingIfNeeded: index) }
    }
    var clauseOf = [Int32](repeating: -1, count: count)
    for (index, clause) in text.clauses.enumerated() {
      for token in clause.tokens { clauseOf[token] = Int32(truncatingIfNeeded: index) }
    }
    for scope in text.negations { for token in scope.tokens { flags[token].insert(.negated) } }
    for scope in text.hypotheses { for token in scope.tokens { flags[token].insert(.hypothetical) } }
    self.blockOf = blockOf
    self.sentenceOf = sentenceOf
    self.clauseOf = clauseOf
    self.flags = flags
    (stream, streamWord, streamToken, streamOf) = Self.stream(of: text, blockOf, corrected)
  }

  /// True for symbols that are words to a phrase: %, £, + and the like.
  static func isWordLike(_ symbol: [UInt8]) -> Bool {
    symbol == [0x25] || symbol == [0x26] || symbol == [0xC2, 0xA3] || symbol == [0x2B]
  }
}

/// What is known of a token.
struct TokenFlags: OptionSet {
  let rawValue: UInt8
  static let evidence = TokenFlags(rawValue: 1)
  static let prompt = TokenFlags(rawValue: 2)
  static let label = TokenFlags(rawValue: 4)
  static let negated = TokenFlags(rawValue: 8)
  static let hypothetical = TokenFlags(rawValue: 16)
  static let echo = TokenFlags(rawValue: 32)
}

extension TextIndex {
  /// How a symbol stands in the stream: nil to leave it out.
  private static func barrier(for symbol: [UInt8]) -> Int32? {
    switch symbol {
    case [0x2D], [0x27], [0x22], [0x2A], [0x5F]: nil  // - ' " * _
    case [0x2F], [0x2C]: softBarrier  // slash and comma
    case let bytes where bytes.count == 3 && bytes[0] == 0xE2 && bytes[1] == 0x80:
      // U+2010...U+2012 hyphens and U+2018...U+201F quotation marks vanish; longer dashes stay a barrier
      (0x90...0x92).contains(bytes[2]) || (0x98...0x9F).contains(bytes[2]) ? nil : softBarrier
    default: hardBarrier
    }
  }

  /// The first full stop of "e.g." and "i.e.": between two letters that it touches.
  private static func isInsideInitials(_ index: Int, _ text: AnnotatedText) -> Bool {
    guard index > 0, index + 1 < text.tokens.count, text.tokens[index].span.count == 1 else { return false }
    let (before, stop, after) = (text.tokens[index - 1], text.tokens[index], text.tokens[index + 1])
    return before.kind == .word && after.kind == .word && before.span.count == 1 && after.span.count == 1
      && !stop.followsSpace && !after.followsSpace && text.words.bytes(of: stop.word) == [0x2E]
  }

  private static func stream(
    of text: AnnotatedText, _ blockOf: [Int32], _ corrected: (WordID) -> WordID
  ) -> ([Int32], [Int32], [Int32], [Int32]) {
    var stems: [Int32] = []
    var words: [Int32] = []
    var tokens: [Int32] = []
    var position: [Int32] = []
    stems.reserveCapacity(text.tokens.count + text.blocks.count)
    position.reserveCapacity(text.tokens.count + 1)
    func append(_ stem: Int32, _ word: Int32, _ token: Int) {
      stems.append(stem)
      words.append(word)
      tokens.append(Int32(truncatingIfNeeded: token))
    }
    var lastBlock: Int32 = -1
    for (index, token) in text.tokens.enumerated() {
      if blockOf[index] != lastBlock {
        append(hardBarrier, hardBarrier, index)
        lastBlock = blockOf[index]
      }
      position.append(Int32(truncatingIfNeeded: stems.count))
      if token.kind == .symbol {
        let bytes = text.words.bytes(of: token.word)
        if isInsideInitials(index, text) { continue }
        if isWordLike(bytes) {
          append(text.words.stem(of: token.word).rawValue, token.word.rawValue, index)
        } else if let barrier = barrier(for: bytes) {
          append(barrier, barrier, index)
        }
        continue
      }
      append(corrected(token.word).rawValue, token.word.rawValue, index)
    }
    position.append(Int32(truncatingIfNeeded: stems.count))
    return (stems, words, tokens, position)
  }
}
