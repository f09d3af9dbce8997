public import PremarkDocument
public import PremarkText

/// Finds what has a value in a text: dates, time limits, durations, recurrences, percentages, scores, money, counts,
/// numbers, changes, references, roles and people.
///
/// It reads each block once from left to right, then looks at the document as a whole: which month "the 28th" lies in,
/// on what day "the end of next month" falls, who "Kev" is.
///
/// A finder is made once for a lexicon and a word table and serves any number of documents whose words were entered
/// into that table or a copy of it.
///
/// **Reference day.** What is said relative to a day ("by the end of next month", "by Friday", "by 31 March" without a
/// year) is counted from the nearest earlier full date that opens a block, stands in a heading or follows a "date"
/// label; failing that from the nearest earlier full date of any kind; then from ``AnnotationOptions/submitted``; then
/// from the first full date of the document. Where there is none, the value keeps what is written and no more.
public struct EntityFinder: Sendable {
  let vocabulary: EntityVocabulary
  let grammar: Grammar
  /// Number of words known before any document's: by grammar and the lexicon.
  private let knownWords: Int

  /// Makes a finder; enters into `words` what it needs to know.
  ///
  /// Of the lexicon it reads the lists named in ``EntityVocabulary``; any of them may be missing.
  public init(lexicon: Lexicon, words: inout WordTable) {
    self.init(lexicon: lexicon, grammar: Grammar(words: &words), words: &words)
  }

  /// The same, with a grammar that is there already.
  init(lexicon: Lexicon, grammar: Grammar, words: inout WordTable) {
    self.grammar = grammar
    vocabulary = EntityVocabulary(lexicon: lexicon, words: &words)
    knownWords = words.count
  }

  /// What a document holds.
  ///
  /// - Parameters:
  ///   - document: what was read.
  ///   - tokens: tokens of all blocks, block after block.
  ///   - blockTokens: for each block of the document its range in `tokens`.
  ///   - words: the table the tokens were entered into.
  ///   - options: the day of submission and the learner's name, where they are told.
  /// - Returns: entities by block, start and length (what holds others first) and the people in order of first mention.
  /// - Complexity: O(*n*) in the tokens, and O(*n* log *n*) in the entities.
  public func find(
    in document: Document, tokens: [Token], blockTokens: [Range<Int>], words: WordTable,
    options: AnnotationOptions
  ) -> FoundEntities {
    var grammar = grammar.extended(to: words)
    for token in tokens where token.kind == .word { grammar.judge(token.word, in: words) }
    return find(
      in: document, tokens: tokens, blockTokens: blockTokens, words: words, options: options, grammar: grammar
    )
  }

  /// The same, with the document's words judged by grammar before.
  func find(
    in document: Document, tokens: [Token], blockTokens: [Range<Int>], words: WordTable,
    options: AnnotationOptions, grammar: Grammar
  ) -> FoundEntities {
    var readers = blockReaders(document, tokens, blockTokens, submitted: options.submitted)
    var found: [[Found]] = []
    found.reserveCapacity(readers.count)
    for index in readers.indices { found.append(readers[index].read()) }
    DateResolver(readers: readers, options: options, document: document).resolve(&found)
    let names = NameFinder(
      vocabulary: vocabulary, document: document, readers: readers, words: words, found: found,
      openings: NameOpenings(grammar: grammar, words: words, knownWords: knownWords)
    )
    .find()
    return PeopleBinder(
      readers: readers, names: names, roles: vocabulary.roles.names, options: options, wordCount: words.count
    )
    .bind(found)
  }
}

/// What ``EntityFinder`` gives.
public struct FoundEntities: Sendable {
  /// By block, then by start; of two with one start the longer first.
  public let entities: [Entity]
  /// In order of first mention; their `mentions` are indexes into `entities`.
  public let people: [Person]
}
