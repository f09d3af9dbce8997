import PremarkDocument
import PremarkText

/// A label at the start of a block, or of what is left of it.
struct Label: Sendable {
  /// Its tokens, with the mark that ends it.
  let tokens: Range<Int>
  /// What it makes of the answer.
  let role: Role?
}

/// Finds the labels in front of answers: "Name:", "**Call handling.**", "Objective 1.", "Q1. What …?".
struct LabelReader {
  let document: Document
  let layout: TextLayout
  let vocabulary: RoleVocabulary
  let grammar: Grammar
  let words: WordTable
  private let typedLeads: TypedLeads

  init(
    document: Document, layout: TextLayout, vocabulary: RoleVocabulary, grammar: Grammar, words: WordTable
  ) {
    self.document = document
    self.layout = layout
    self.vocabulary = vocabulary
    self.grammar = grammar
    self.words = words
    typedLeads = TypedLeads(document, layout, grammar, words)
  }

  /// The label with which the tokens begin; nil where they do not begin with one.
  func label(_ tokens: Range<Int>, block: Int, shape: BlockShape) -> Label? {
    guard !tokens.isEmpty else { return nil }
    if tokens.lowerBound == shape.tokens.lowerBound, let lead = lead(tokens, block) { return lead }
    if let colon = upToColon(tokens, block) { return colon }
    if let numbered = numbered(tokens) { return numbered }
    if let question = question(tokens, block) { return question }
    guard tokens.lowerBound == shape.tokens.lowerBound, let typed = typedLeads.lead(block, layout) else {
      return nil
    }
    return Label(tokens: typed, role: role(typed)?.role)
  }

  /// True where the tokens are nothing but labels one after the other, without an answer.
  func isOnlyLabels(_ tokens: Range<Int>, block: Int, shape: BlockShape) -> Bool {
    var rest = tokens
    var found = 0
    while let label = label(rest, block: block, shape: shape) {
      found += 1
      rest = skipBlankField(label.tokens.upperBound..<tokens.upperBound)
      if rest.isEmpty { return true }
    }
    return found > 0 && rest.isEmpty
  }

  private func skipBlankField(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    while start < tokens.upperBound, layout.tokens[start].kind == .symbol { start += 1 }
    return start..<tokens.upperBound
  }

  func role(_ tokens: Range<Int>, isColumn: Bool = false) -> (role: Role, share: Double)? {
    let found = vocabulary.role(vocabulary.stems(layout.tokens[tokens], grammar, words), isColumn: isColumn)
    return found?.role == .meta && isOfMany(tokens) ? nil : found
  }

  /// "Jobs: Sal - survey calls, Tom - rota": one word in the plural asks for no particular of the writer's.
  private func isOfMany(_ tokens: Range<Int>) -> Bool {
    let named = layout.tokens[tokens].filter { $0.kind == .word }
    guard named.count == 1, let word = named.first?.word else { return false }
    return grammar[word].has(.plural) && words.stem(of: word) != word
  }

  private func word(_ index: Int, _ tokens: Range<Int>) -> FunctionWord {
    tokens.contains(index) ? grammar.functionWord(layout.tokens[index].word) : .unlisted
  }

  /// An emphasised run that ends in a mark or a line, or says what follows.
  private func lead(_ tokens: Range<Int>, _ block: Int) -> Label? {
    guard let span = document.blocks[block].lead else { return nil }
    var end = tokens.lowerBound
    while end < tokens.upperBound, layout.tokens[end].span.start < span.end { end += 1 }
    guard end > tokens.lowerBound, end < tokens.upperBound, end - tokens.lowerBound <= 30 else { return nil }
    let next = word(end, tokens)
    var closes = endsLabel(word(end - 1, tokens))
    if endsLabel(next), next != .question { (closes, end) = (true, end + 1) }
    let text = document.blocks[block].text
    if end < tokens.upperBound {
      let gap = layout.tokens[end - 1].span.end..<layout.tokens[end].span.start
      if text[gap].contains(0x0A) { closes = true }
    }
    let found = role(tokens.lowerBound..<end)
    guard closes || (found?.share ?? 0) >= 0.5 else { return nil }
    return Label(tokens: tokens.lowerBound..<end, role: found?.role)
  }

  private func endsLabel(_ mark: FunctionWord) -> Bool {
    switch mark {
    case .colon, .stop, .question, .enDash, .emDash, .hyphen: true
    default: false
    }
  }

  /// Up to eight words and a colon that the vocabulary knows, or a wholly emphasised or capital run of a few.
  private func upToColon(_ tokens: Range<Int>, _ block: Int) -> Label? {
    var index = tokens.lowerBound
    while index < tokens.upperBound, index < tokens.lowerBound + 14 {
      switch word(index, tokens) {
      case .colon:
        guard index > tokens.lowerBound, isApart(index, tokens) else { return nil }
        let found = role(tokens.lowerBound..<index)
        let isKnown =
          (found?.share ?? 0) >= 0.5 || namesNumber(tokens.lowerBound..<index)
          || opensAnswer(tokens.lowerBound..<index)
        let isAtEnd = index + 1 == tokens.upperBound
        guard isKnown || isAtEnd && isTemplate(tokens.lowerBound..<index, block) else { return nil }
        return Label(tokens: tokens.lowerBound..<index + 1, role: found?.role)
      case .stop, .question, .exclamation, .semicolon: return nil
      default: index += 1
      }
    }
    return nil
  }

  /// "Answer:", "My answer:", "A:", "Answer 3:": where an answer begins, whatever the question was.
  private func opensAnswer(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 3, let first = tokens.first else { return false }
    let last = layout.tokens[tokens.upperBound - 1]
    if tokens.count == 1, grammar.functionWord(last.word) == .a { return last.isCapitalised }
    let noun = last.kind == .number && tokens.count > 1 ? tokens.upperBound - 2 : tokens.upperBound - 1
    guard words.bytes(of: layout.tokens[noun].word).starts(with: Self.answer) else { return false }
    return noun == first
      || grammar.listedClass(layout.tokens[first].word).has([.firstPossessive, .determiner])
  }

  private static let answer = Array("answer".utf8)

  private func isApart(_ index: Int, _ tokens: Range<Int>) -> Bool {
    index + 1 >= tokens.upperBound || layout.tokens[index + 1].followsSpace
      || layout.tokens[index + 1].kind == .symbol
  }

  /// A label the vocabulary does not know: short, without a verb of the writer's own; a past form inside it belongs to
  /// its noun ("Well done log:").
  private func isTemplate(_ tokens: Range<Int>, _ block: Int) -> Bool {
    guard tokens.count <= 6, let last = tokens.last else { return false }
    let ending = grammar.listedClass(layout.tokens[last].word)
    let isNoun =
      !ending.has([.adverb, .preposition, .to]) && (!ending.has(.anyVerb) || ending.has(.alsoNoun))
    return !tokens.contains { index in
      let listed = grammar.listedClass(layout.tokens[index].word)
      if listed.has([.firstPerson, .firstPlural, .auxiliary]) { return true }
      return listed.has(.pastForm) && !(isNoun && index > tokens.lowerBound && index < last)
    }
  }

  /// "Objective 1", "Review 2", "Question 3".
  private func namesNumber(_ tokens: Range<Int>) -> Bool {
    guard tokens.count <= 4, let last = tokens.last, tokens.count >= 2 else { return false }
    return layout.tokens[last].kind == .number && layout.tokens[tokens.lowerBound].kind == .word
      && role(tokens).map { enumerates($0.role) } ?? false
  }

  /// "Objective 1. Bring the complaints …", "Goal 2 – …".
  private func numbered(_ tokens: Range<Int>) -> Label? {
    let start = tokens.lowerBound
    guard tokens.count > 3, layout.tokens[start].kind == .word, layout.tokens[start + 1].kind == .number
    else {
      return nil
    }
    switch word(start + 2, tokens) {
    case .stop, .enDash, .emDash, .hyphen, .close: break
    default: return nil
    }
    guard let found = role(start..<start + 1), enumerates(found.role) else { return nil }
    return Label(tokens: start..<start + 3, role: found.role)
  }

  /// What forms number: "Objective 1", "Review 2"; "Score 80" is none.
  private func enumerates(_ role: Role) -> Bool {
    switch role {
    case .objective, .need, .activity, .review, .reflection, .career, .strength, .weakness, .evidence: true
    default: false
    }
  }

  /// "What use is a plan that hides your faults? Put the lot down.": who asks so goes on to "you", no answer of an "I"
  /// follows.
  private func isProse(_ tokens: Range<Int>, question: Int) -> Bool {
    let opening = grammar.listedClass(layout.tokens[tokens.lowerBound].word)
    if opening.has(.coordinator) || word(tokens.lowerBound, tokens) == .because { return true }
    var goesOn = false
    for token in layout.tokens[question + 1..<tokens.upperBound] {
      let listed = grammar.listedClass(token.word)
      if listed.has([.firstPerson, .firstObject, .firstPossessive, .firstPlural, .firstPluralOther]) {
        return false
      }
      if listed.has(.secondPerson) { goesOn = true }
    }
    return goesOn
  }

  /// A question at the start that the writer asks of nobody else than the person who fills in.
  private func question(_ tokens: Range<Int>, _ block: Int) -> Label? {
    var index = tokens.lowerBound
    var hasSecondPerson = false
    while index < tokens.upperBound, index < tokens.lowerBound + 40 {
      if grammar.listedClass(layout.tokens[index].word).has(.secondPerson) { hasSecondPerson = true }
      switch word(index, tokens) {
      case .question:
        let found = role(tokens.lowerBound..<index)
        let isAsked = hasSecondPerson && index - tokens.lowerBound >= 3 && !isProse(tokens, question: index)
        guard isAsked || (found?.share ?? 0) >= 0.5 else { return nil }
        return Label(tokens: tokens.lowerBound..<index + 1, role: found?.role)
      case .stop where index > tokens.lowerBound + 2: return nil
      case .quote: return nil
      default: index += 1
      }
    }
    return nil
  }
}
