import PremarkRules

/// The phrases of a unit's word lists as spaCy's Matcher takes them, so that other programs can look for the same ones.
///
/// One JSON object a line: `{"list":"kpi","tokens":[{"LOWER":"average"},…]}`. Phrases that stand on other lists or on what
/// was noticed (`<date>`) have no such form and are left out.
struct RuleWords {
  let unit: String

  func lines() throws -> [String] {
    guard let file = EmbeddedRules.unit(unit) else { throw WrongAnswer(message: "no rules for '\(unit)'") }
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    var lines: [String] = []
    for list in loader.load(unit: file).ruleSet.wordLists {
      for phrase in list.groups.flatMap(\.phrases) {
        let tokens = phrase.elements.compactMap(Self.tokens)
        guard tokens.count == phrase.elements.count else { continue }
        lines.append(
          "{\"list\":\(Table.quoted(list.name)),\"tokens\":[\(tokens.joined(separator: ","))]}")
      }
    }
    return lines
  }

  /// A place of a phrase as tokens of a pattern, parted by commas; nil where it has no such form.
  private static func tokens(_ element: Phrase.Element) -> String? {
    switch element {
    case .word(let word), .exact(let word): return "{\"LOWER\":\(Table.quoted(word))}"
    case .prefix(let start): return "{\"LOWER\":{\"REGEX\":\(Table.quoted("^" + start))}}"
    case .anyWord: return "{}"
    case .gap(let most): return "{\"OP\":\"{0,\(most)}\"}"
    case .oneOf(let ways):
      let words = ways.compactMap(word)
      guard words.count == ways.count else { return nil }
      return "{\"LOWER\":{\"IN\":[\(words.map(Table.quoted).joined(separator: ","))]}}"
    case .optional(let inner):
      let words = inner.compactMap(word)
      guard words.count == inner.count else { return nil }
      return words.map { "{\"LOWER\":\(Table.quoted($0)),\"OP\":\"?\"}" }.joined(separator: ",")
    case .reference: return nil
    }
  }

  private static func word(_ element: Phrase.Element) -> String? {
    switch element {
    case .word(let word), .exact(let word): word
    default: nil
    }
  }
}
