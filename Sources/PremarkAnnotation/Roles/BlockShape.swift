import PremarkDocument
import PremarkText

/// How a block looks as a whole, before its words are understood.
struct BlockShape: Sendable {
  /// Its tokens in the document's.
  let tokens: Range<Int>
  /// Number of tokens that are words.
  let words: Int
  /// The last mark that is no closing quote or bracket.
  let endsWithColon: Bool
  let endsWithQuestion: Bool
  /// Nothing but dots, underscores, dashes and spaces: a field left blank.
  let isBlankField: Bool
  /// Bold or italic from one end to the other, italic so.
  let isEmphasised: Bool
  let isItalic: Bool
  /// In brackets from one end to the other.
  let isBracketed: Bool
  /// Holds "Example:"; what stands after it is nobody's own word.
  let givesExample: Bool
  /// Speaks in the first person (before any example), in the second.
  let hasFirstPerson: Bool
  let hasSecondPerson: Bool
  /// Holds a number.
  let hasNumber: Bool

  init(_ block: Block, _ layout: TextLayout, _ range: Range<Int>, _ grammar: Grammar) {
    tokens = range
    var words = 0
    var first = false
    var second = false
    var number = false
    var isAfterExample = false
    var isAfterThanks = false
    var example = false
    for token in layout.tokens[range] {
      if token.kind == .word {
        words += 1
        let listed = grammar.listedClass(token.word)
        isAfterExample = grammar.functionWord(token.word) == .example
        if !example,
          listed.has([.firstPerson, .firstObject, .firstPossessive, .firstPlural, .firstPluralOther])
        {
          first = true
        }
        if listed.has(.secondPerson), !isAfterThanks { second = true }
        isAfterThanks = grammar.functionWord(token.word) == .thank
      } else if token.kind == .number {
        number = true
      } else if isAfterExample, grammar.functionWord(token.word) == .colon {
        example = true
      }
    }
    self.words = words
    givesExample = example
    hasFirstPerson = first
    hasSecondPerson = second
    hasNumber = number
    let last = layout.tokens[range].last.map { grammar.functionWord($0.word) } ?? .unlisted
    endsWithColon = last == .colon
    endsWithQuestion = last == .question
    let emphasised = block.emphasis.reduce(0) { $0 + $1.span.count }
    let italic = block.emphasis.reduce(0) { $0 + ($1.isItalic ? $1.span.count : 0) }
    isEmphasised = emphasised > 0 && emphasised * 20 >= block.text.count * 19
    isItalic = italic > 0 && italic * 20 >= block.text.count * 19
    isBlankField = words == 0 && !number && layout.tokens[range].allSatisfy { $0.kind == .symbol }
    let opening = layout.tokens[range].first.map { grammar.functionWord($0.word) } ?? .unlisted
    isBracketed = opening == .open && last == .close || opening == .openSquare && last == .closeSquare
  }
}
