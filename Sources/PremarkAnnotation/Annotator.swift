public import PremarkDocument
public import PremarkText

/// What annotation is told from outside; nothing else can change its result.
public struct AnnotationOptions: Sendable {
  /// The day the work was handed in (`--submitted`): the reference for "by the end of next month".
  public var submitted: CalendarDate?
  /// The learner's name (`--learner`), where the document does not say it.
  public var learner: String?

  /// Makes options.
  public init(submitted: CalendarDate? = nil, learner: String? = nil) {
    self.submitted = submitted
    self.learner = learner
  }
}

/// Notices in a document what a careful English reader notices; see ``AnnotatedText``.
///
/// Made once for a set of rules: it enters the words it knows into their table. It holds no state between documents.
public struct Annotator: Sendable {
  private let grammar: Grammar
  private let vocabulary: RoleVocabulary

  /// Makes an annotator.
  ///
  /// - Parameters:
  ///   - lexicon: the vocabulary's word lists (column roles, prompts, months, roles of people, spelling variants);
  ///     a list that is missing only leaves its part unnoticed.
  ///   - words: the table of the rules; closed-class words, verbs and the lexicon's words are entered.
  public init(lexicon: Lexicon, words: inout WordTable) {
    grammar = Grammar(words: &words)
    vocabulary = RoleVocabulary(lexicon: lexicon, grammar: grammar, words: &words)
  }

  /// Annotates a document.
  ///
  /// - Parameters:
  ///   - document: what a reader made.
  ///   - options: what is told from outside.
  ///   - words: the table the annotator was made with, or a copy that has grown since.
  /// - Returns: the annotated text, with a copy of the table that holds the document's words too.
  /// - Complexity: linear in the text.
  public func annotate(_ document: Document, options: AnnotationOptions, words: WordTable) -> AnnotatedText {
    var words = words
    let layout = TextLayout(document, words: &words)
    var grammar = grammar.extended(to: words)
    for token in layout.tokens where token.kind == .word { grammar.judge(token.word, in: words) }
    let shapes = document.blocks.indices.map { index in
      BlockShape(document.blocks[index], layout, layout.blockTokens[index], grammar)
    }
    let roles = RoleReader(
      labels: LabelReader(
        document: document, layout: layout, vocabulary: vocabulary, grammar: grammar, words: words),
      shapes: shapes)
    var clauses: [Clause] = []
    var sentences: [Sentence] = []
    var negations: [Scope] = []
    var hypotheses: [Scope] = []
    for plain in layout.sentences {
      let start = clauses.count
      let reader = ClauseReader(tokens: layout.tokens, range: plain.tokens, grammar: grammar)
      let drafts = reader.clauses()
      var negation = NegationReader(reader, drafts)
      negations += negation.scopes().map { layout.scope($0, block: plain.block) }
      var supposition = HypothesisReader(reader, drafts)
      hypotheses += supposition.scopes().map { layout.scope($0, block: plain.block) }
      for draft in drafts {
        let span = Span(
          layout.tokens[draft.tokens.lowerBound].span.start,
          layout.tokens[draft.tokens.upperBound - 1].span.end)
        clauses.append(
          Clause(
            sentence: sentences.count, span: span, tokens: draft.tokens, asked: false, voice: .own,
            strength: .none))
      }
      sentences.append(
        Sentence(block: plain.block, span: plain.span, tokens: plain.tokens, clauses: start..<clauses.count))
    }
    let blocks = document.blocks.indices.map { index in
      let reading = roles.blocks[index]
      return AnnotatedBlock(
        tokens: layout.blockTokens[index], sentences: layout.blockSentences[index], role: reading.role,
        isPrompt: reading.isPrompt, label: reading.label.map { layout.span($0) },
        isEvidence: reading.isEvidence)
    }
    return AnnotatedText(
      document: document, words: words, tokens: layout.tokens, blocks: blocks, sentences: sentences,
      clauses: clauses, negations: negations, hypotheses: hypotheses, entities: [], people: [],
      tables: roles.tables.map { $0.table })
  }
}
