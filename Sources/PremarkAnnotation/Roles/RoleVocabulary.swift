import PremarkText

/// What the vocabulary says of columns, labels and prompts, ready to be matched.
///
/// It reads the lists `column-role` (groups named as ``Role``), `column-word` (the same; a phrase must be the whole
/// header), `prompt-phrase` (groups `opening`, `anywhere`, `blank`), `declaration` and `borrowed`
/// (``BorrowedVocabulary``).
struct RoleVocabulary: Sendable {
  private var roles = PhraseIndex()
  private var wholeRoles = PhraseIndex()
  private var prompts = PhraseIndex()
  private var declarations = PhraseIndex()
  /// How a part is said to be somebody else's.
  let borrowed: BorrowedVocabulary
  private let first: WordID
  /// "e", "g", "eg".
  private let example: [WordID]

  /// Every list it reads.
  static let listNames = [
    "spelling-variant", "column-role", "column-word", "prompt-phrase", "declaration", "borrowed",
  ]

  init(lexicon: Lexicon, grammar: Grammar, words: inout WordTable) {
    first = words.intern("i")
    borrowed = BorrowedVocabulary(lexicon: lexicon, words: &words)
    example = [words.intern("e"), words.intern("g"), words.intern("eg")]
    for group in lexicon.list("spelling-variant")?.groups ?? [] {
      for variant in group.phrases { words.addVariant(variant, means: group.name) }
    }
    let first = first
    for (tag, role) in Role.allCases.enumerated() {
      Self.group(lexicon, "column-role", role.rawValue)?.forEachPhrase(in: &words) {
        roles.add(Self.stems($0, grammar, $1, first: first), tag: tag)
      }
      Self.group(lexicon, "column-word", role.rawValue)?.forEachPhrase(in: &words) {
        wholeRoles.add(Self.stems($0, grammar, $1, first: first), tag: tag)
      }
    }
    for (tag, group) in ["opening", "anywhere", "blank"].enumerated() {
      Self.group(lexicon, "prompt-phrase", group)?.forEachPhrase(in: &words) { tokens, _ in
        prompts.add(wordForms(tokens), tag: tag)
      }
    }
    for group in lexicon.list("declaration")?.groups ?? [] {
      group.forEachPhrase(in: &words) { tokens, _ in declarations.add(wordForms(tokens), tag: 0) }
    }
  }

  private static func group(_ lexicon: Lexicon, _ list: String, _ group: String) -> Lexicon.Group? {
    lexicon.list(list)?.groups.first { $0.name == group }
  }

  /// The stems of a header's words: without brackets and what is in them, numbers, marks, articles and possessives;
  /// "you" and "we" as "i".
  func stems(_ tokens: ArraySlice<Token>, _ grammar: Grammar, _ words: WordTable, limit: Int = 40) -> [WordID]
  {
    Self.stems(tokens, grammar, words, first: first, limit: limit)
  }

  private static func stems(
    _ tokens: ArraySlice<Token>, _ grammar: Grammar, _ words: WordTable, first: WordID, limit: Int = 40
  ) -> [WordID] {
    var stems: [WordID] = []
    stems.reserveCapacity(min(tokens.count, limit))
    var depth = 0
    for token in tokens.prefix(limit * 2) {
      switch grammar.functionWord(token.word) {
      case .open, .openSquare: depth += 1
      case .close, .closeSquare: depth = max(0, depth - 1)
      case .the, .a, .an, .this, .these: continue
      case .you, .we: if depth == 0 { stems.append(words.stem(of: first)) }
      default:
        guard depth == 0, token.kind == .word else { continue }
        let listed = grammar.listedClass(token.word)
        if listed.has([.firstPossessive, .firstPluralOther])
          || listed.has(.secondPerson) && listed.has(.determiner)
        {
          continue
        }
        stems.append(words.stem(of: token.word))
      }
      if stems.count == limit { break }
    }
    return stems
  }

  /// The words of an instruction as they stand, without marks and numbers.
  func wordForms(_ tokens: ArraySlice<Token>, limit: Int = 80) -> [WordID] {
    tokens.prefix(limit).lazy.filter { $0.kind == .word }.map { $0.word }
  }

  /// What a header or label makes of its content, with the share of its words that say so; nil where nothing does.
  ///
  /// - Parameter isColumn: for a header cell, where single words count too ("By", "Now", "Who").
  func role(_ stems: [WordID], isColumn: Bool) -> (role: Role, share: Double)? {
    guard !stems.isEmpty else { return nil }
    if let match = roles.whole(stems) { return (Role.allCases[match.tag], 1) }
    if isColumn, let match = wholeRoles.whole(stems) { return (Role.allCases[match.tag], 1) }
    guard let match = roles.longest(in: stems) else { return nil }
    let share = Double(match.count) / Double(stems.count)
    if match.count == 1, share < 1, isParticular(Role.allCases[match.tag]) { return nil }
    let isTrusted =
      match.count > 1 || share >= 0.5 || match.start == 0 && stems.count <= 6 || isColumn && stems.count <= 4
    return isTrusted && (share >= 0.25 || match.count > 2) ? (Role.allCases[match.tag], share) : nil
  }

  /// Words such as "team" or "manager" name particulars only where they are the whole label.
  private func isParticular(_ role: Role) -> Bool { role == .meta || role == .person }

  /// True where a template's instruction begins like this.
  func opensPrompt(_ forms: [WordID]) -> Bool { prompts.opening(of: forms, tag: 0) != nil }

  /// True for "e.g." and "eg" at the start.
  func opensExample(_ forms: [WordID]) -> Bool {
    forms.starts(with: example[..<2]) || forms.first == example[2]
  }

  /// True where words of a template stand anywhere.
  func holdsPrompt(_ forms: [WordID]) -> Bool { prompts.holds(forms, tag: 1) }

  /// True for what stands where an answer belongs and is none ("TBC", "N/A").
  func isBlank(_ forms: [WordID]) -> Bool { prompts.whole(forms).map { $0.tag == 2 } ?? false }

  /// True where a person declares or signs.
  func declares(_ forms: [WordID]) -> Bool { declarations.longest(in: forms) != nil }
}
