import PremarkDocument
import PremarkText

/// Leads that a writer typed where the format knows no bold: "The sit-down. Every quarter my manager and I …".
///
/// A paragraph opens with one where its first sentence is a few words without a verb and other sentences follow on
/// the same line. A single one could be an answer ("Not good. I am late twice a week."), so a section needs two or
/// more of them, and words that judge, count or address somebody make no lead. In a document that uses bold or italic
/// nothing is guessed.
struct TypedLeads: Sendable {
  /// Most tokens of a lead, its full stop included.
  private static let mostTokens = 8
  /// Fewest words after it.
  private static let fewestWordsAfter = 4

  /// For each block the token after its lead, or -1.
  private let ends: [Int]

  init(_ document: Document, _ layout: TextLayout, _ grammar: Grammar, _ words: WordTable) {
    let judging = Set(Self.judgements.compactMap { words.find(Array($0.utf8)) })
    var ends = [Int](repeating: -1, count: document.blocks.count)
    guard document.blocks.allSatisfy({ $0.emphasis.isEmpty || $0.kind == .heading }) else {
      self.ends = ends
      return
    }
    var count = [Int](repeating: 0, count: document.sections.count)
    for (index, block) in document.blocks.enumerated() {
      ends[index] = Self.end(index, block, layout, grammar, words, judging)
      if ends[index] >= 0 { count[block.section] += 1 }
    }
    for (index, block) in document.blocks.enumerated() where count[block.section] < 2 { ends[index] = -1 }
    self.ends = ends
  }

  /// The tokens of the lead that opens a block, with its full stop; nil where there is none.
  func lead(_ block: Int, _ layout: TextLayout) -> Range<Int>? {
    ends[block] < 0 ? nil : layout.blockTokens[block].lowerBound..<ends[block]
  }

  private static func end(
    _ index: Int, _ block: Block, _ layout: TextLayout, _ grammar: Grammar, _ words: WordTable,
    _ judging: Set<WordID>
  ) -> Int {
    let sentences = layout.blockSentences[index]
    guard block.kind == .paragraph, block.cell == nil, block.visibility == .visible, sentences.count >= 2
    else { return -1 }
    let first = layout.sentences[sentences.lowerBound].tokens
    guard first.count >= 2, first.count <= mostTokens,
      grammar.functionWord(layout.tokens[first.upperBound - 1].word) == .stop,
      names(first.dropLast(), layout, grammar, words),
      !layout.tokens[first].contains(where: { judging.contains($0.word) })
    else { return -1 }
    let rest = layout.tokens[first.upperBound..<layout.blockTokens[index].upperBound]
    guard rest.count(where: { $0.kind == .word }) >= fewestWordsAfter, let next = rest.first else {
      return -1
    }
    let gap = layout.tokens[first.upperBound - 1].span.end..<next.span.start
    return block.text[gap].contains(0x0A) ? -1 : first.upperBound
  }

  /// True where the tokens name something: no verb for certain, no subject, no judgement, no figure.
  private static func names(
    _ tokens: Range<Int>, _ layout: TextLayout, _ grammar: Grammar, _ words: WordTable
  ) -> Bool {
    guard let first = tokens.first, layout.tokens[first].isCapitalised else { return false }
    return tokens.allSatisfy { index in
      let token = layout.tokens[index]
      if token.kind == .symbol { return isJoint(token, grammar) }
      return token.kind == .word && !grammar.listedClass(token.word).has(speaking)
        && !isVerb(index, tokens, layout, grammar, words)
    }
  }

  /// "The review [serves] several purposes", "Feedback [comes] from …": a form in -s with a subject before it and an
  /// object, preposition or determiner behind.
  private static func isVerb(
    _ index: Int, _ tokens: Range<Int>, _ layout: TextLayout, _ grammar: Grammar, _ words: WordTable
  ) -> Bool {
    guard index > tokens.lowerBound, index + 1 < tokens.upperBound else { return false }
    let form = Endings.classes(of: words.bytes(of: layout.tokens[index].word), known: [], grammar, words)
    guard form.has(.presentS), layout.tokens[index - 1].kind == .word else { return false }
    if !form.has(.alsoNoun) { return true }
    return grammar.listedClass(layout.tokens[index + 1].word).has([.determiner, .quantifier, .adverb])
  }

  private static func isJoint(_ token: Token, _ grammar: Grammar) -> Bool {
    switch grammar.functionWord(token.word) {
    case .comma, .hyphen, .enDash, .slash: true
    default: false
    }
  }

  /// Short answers to a question are no leads: "Fine.", "Mixed.".
  private static let judgements = [
    "fine", "poor", "mixed", "fair", "weak", "strong", "ok", "okay", "excellent", "average", "bad",
    "brilliant",
    "better", "worse", "best", "worst", "improving", "high", "low", "very", "quite", "yes", "satisfactory",
    "confident", "competent", "outstanding", "agreed", "complete", "ongoing",
  ]

  private static let speaking: WordClass = [
    .auxiliary, .pastForm, .past, .subjectPronoun, .contraction, .negated, .negator, .absence, .adjective,
    .doneMark, .arranged, .unfinished, .outcome, .number, .timeWord, .now, .wish, .condition, .saying,
    .secondPerson, .thing,
  ]
}
