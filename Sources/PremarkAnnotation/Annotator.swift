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
  private let entityFinder: EntityFinder

  /// Names of the lexicon's lists that annotation reads; others are of no use to it.
  public static var vocabularyLists: [String] { RoleVocabulary.listNames + EntityVocabulary.listNames }

  /// Makes an annotator.
  ///
  /// - Parameters:
  ///   - lexicon: the vocabulary's word lists (column roles, prompts, months, roles of people, spelling variants);
  ///     a list that is missing only leaves its part unnoticed.
  ///   - words: the table of the rules; closed-class words, verbs and the lexicon's words are entered.
  public init(lexicon: Lexicon, words: inout WordTable) {
    grammar = Grammar(words: &words)
    vocabulary = RoleVocabulary(lexicon: lexicon, grammar: grammar, words: &words)
    entityFinder = EntityFinder(lexicon: lexicon, grammar: grammar, words: &words)
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
    let labels = LabelReader(
      document: document, layout: layout, vocabulary: vocabulary, grammar: grammar, words: words)
    let found = entityFinder.find(
      in: document, tokens: layout.tokens, blockTokens: layout.blockTokens, words: words, options: options,
      grammar: grammar)
    let mentions = Mentions(count: layout.tokens.count, entities: found.entities, people: found.people)
    let roles = RoleReader(labels: labels, shapes: shapes)
    let speakers = SpeakerReader(labels: labels, shapes: shapes, blocks: roles.blocks, mentions: mentions)
    var judge = ClauseJudge(
      document: document, layout: layout, grammar: grammar, shapes: shapes, readings: roles.blocks,
      speakers: speakers.speakers(), mentions: mentions)
    judge.judge()
    let borrowed = BorrowedReader(
      labels: labels, shapes: shapes, tables: roles.tables.map { $0.table }, found: found
    ).borrowed()
    let blocks = document.blocks.indices.map { index in
      let reading = roles.blocks[index]
      return AnnotatedBlock(
        tokens: layout.blockTokens[index], sentences: layout.blockSentences[index], role: reading.role,
        isPrompt: reading.isPrompt, label: reading.label.map { layout.span($0) },
        isEvidence: reading.isEvidence, isBorrowed: borrowed[index])
    }
    return AnnotatedText(
      document: document, words: words, tokens: layout.tokens, blocks: blocks, sentences: judge.sentences,
      clauses: judge.clauses, negations: judge.negations, hypotheses: judge.hypotheses,
      entities: found.entities, people: found.people,
      tables: roles.tables.map { $0.table })
  }
}
