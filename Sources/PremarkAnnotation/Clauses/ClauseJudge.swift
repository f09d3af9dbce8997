import PremarkDocument
import PremarkText

/// Takes the sentences of a document one after the other, cuts them into clauses, finds the scopes and judges each
/// clause by what stands around it.
struct ClauseJudge {
  let document: Document
  let layout: TextLayout
  let grammar: Grammar
  let shapes: [BlockShape]
  let readings: [BlockReading]
  let speakers: [Voice]
  let mentions: Mentions

  private(set) var sentences: [Sentence] = []
  private(set) var clauses: [Clause] = []
  private(set) var negations: [Scope] = []
  private(set) var hypotheses: [Scope] = []

  init(
    document: Document, layout: TextLayout, grammar: Grammar, shapes: [BlockShape], readings: [BlockReading],
    speakers: [Voice], mentions: Mentions
  ) {
    self.document = document
    self.layout = layout
    self.grammar = grammar
    self.shapes = shapes
    self.readings = readings
    self.speakers = speakers
    self.mentions = mentions
  }

  /// Judges all sentences.
  mutating func judge() {
    sentences.reserveCapacity(layout.sentences.count)
    let dated = datedBlocks()
    for plain in layout.sentences { judge(plain, isDatedEntry: dated[plain.block]) }
  }

  private mutating func judge(_ plain: PlainSentence, isDatedEntry: Bool) {
    let first = clauses.count
    let reader = ClauseReader(
      tokens: layout.tokens, range: plain.tokens, grammar: grammar, mentions: mentions)
    let drafts = reader.clauses()
    var negation = NegationReader(reader, drafts)
    for scope in negation.scopes() { negations.append(layout.scope(scope, block: plain.block)) }
    var supposition = HypothesisReader(reader, drafts)
    let supposed = supposition.scopes()
    for scope in supposed { hypotheses.append(layout.scope(scope, block: plain.block)) }

    let shape = shapes[plain.block]
    let kind = document.blocks[plain.block].kind
    let voices = VoiceReader(
      reader: reader, clauses: drafts, mentions: mentions, speaker: speakers[plain.block],
      hasFirstPerson: shape.hasFirstPerson,
      hasSecondPerson: shape.hasSecondPerson && addresses(plain.block, sentence: plain.tokens),
      isFragmentary: kind == .tableCell || kind == .listItem
    ).voices()
    let claims = StrengthReader(
      reader: reader, clauses: drafts, mentions: mentions, hypotheses: supposed,
      context: ClaimContext(
        role: readings[plain.block].role, isDatedEntry: isDatedEntry,
        isFragmentary: kind == .tableCell || kind == .listItem))
    let askedClauses = AskedReader(reader: reader, clauses: drafts).asked()
    for (index, draft) in drafts.enumerated() {
      let asked = askedClauses.contains(index)
      clauses.append(
        Clause(
          sentence: sentences.count, span: layout.span(draft.tokens), tokens: draft.tokens, asked: asked,
          voice: voices[index], strength: claims.strength(of: index, voice: voices[index], asked: asked)))
    }
    sentences.append(
      Sentence(block: plain.block, span: plain.span, tokens: plain.tokens, clauses: first..<clauses.count))
  }

  /// False for a sentence behind the question that a block opens with ("How will you get there? Shadow Priya …"): who
  /// answers does not speak to "you".
  private func addresses(_ block: Int, sentence: Range<Int>) -> Bool {
    guard let label = readings[block].label, sentence.lowerBound >= label.upperBound else { return true }
    return layout.tokens[sentence].contains { grammar.listedClass($0.word).has(.secondPerson) }
  }

  /// For each block: whether it is a dated entry, by a date at its start, in the label above it or in its heading.
  private func datedBlocks() -> [Bool] {
    var dated: [Bool] = []
    dated.reserveCapacity(document.blocks.count)
    let sections = document.sections.map { section in
      section.heading.map { mentions.all(shapes[$0].tokens).contains(.date) && isLog(readings[$0].role) }
        ?? false
    }
    var above = (section: -1, isDated: false)
    for index in document.blocks.indices {
      let block = document.blocks[index]
      if above.section != block.section { above = (block.section, sections[block.section]) }
      let tokens = shapes[index].tokens
      let opens =
        mentions.all(tokens.lowerBound..<min(tokens.lowerBound + 3, tokens.upperBound)).contains(.date)
        || readings[index].label.map { mentions.all($0).contains(.date) } ?? false
      if readings[index].isPrompt, shapes[index].words < 16, block.cell == nil {
        above.isDated = mentions.all(tokens).contains(.date) || sections[block.section]
      }
      let isEntry = isLog(readings[index].role) && (block.cell == nil || readings[index].role != .level)
      dated.append(isEntry && (opens && block.cell == nil || above.isDated))
    }
    return dated
  }

  /// False where the role says that something else than an entry is dated.
  private func isLog(_ role: Role?) -> Bool {
    switch role {
    case .selfAssessment, .strength, .weakness, .opportunity, .threat, .need, .objective, .measure,
      .deadline, .meta,
      .agreement, .career, .support, .reason:
      false
    default: true
    }
  }
}
