import PremarkRules
import PremarkText

/// One place of a compiled phrase.
enum Step: Sendable, Equatable {
  /// A word with this stem.
  case stem(WordID)
  /// A word with this folded form.
  case exact(WordID)
  /// A word that begins with these folded bytes.
  case prefix([UInt8])
  /// Any one word.
  case anyWord
  /// Up to n words, inside the sentence.
  case gap(Int)
  /// An occurrence of a slot.
  case slot(Int)
}

/// One way a phrase can be written, with alternatives and optional parts multiplied out.
struct PhrasePattern: Sendable {
  let steps: [Step]
  let list: Int
  let group: Int

  /// True where the steps are words in a row: such patterns live in the trie.
  var isPlain: Bool {
    steps.allSatisfy { step in
      switch step {
      case .stem, .exact: true
      default: false
      }
    }
  }
}

/// Multiplies a phrase's alternatives and optional parts out into rows of steps.
struct PhraseExpander {
  /// Most rows one phrase may come to; past it the later alternatives are left out (the checker says so).
  static let mostRows = 256

  /// Interns what is found on the way.
  var words: WordTable
  /// Number of the slot of a reference.
  var slot: (Reference) -> Int
  /// Words met, in full, for spelling.
  var met: [WordID] = []

  /// All rows of `elements`, each with at least one step that is no gap.
  mutating func rows(of elements: [Phrase.Element]) -> [[Step]] {
    var rows: [[Step]] = [[]]
    for element in elements {
      let choices = choices(of: element)
      var next: [[Step]] = []
      for row in rows {
        for choice in choices where next.count < Self.mostRows { next.append(row + choice) }
      }
      rows = next
    }
    return rows.compactMap(trimmed)
  }
}

extension PhraseExpander {
  private mutating func choices(of element: Phrase.Element) -> [[Step]] {
    switch element {
    case .word(let word): return [steps(of: word, exactly: false)]
    case .exact(let word): return [steps(of: word, exactly: true)]
    case .prefix(let word): return [[.prefix(Folding.folded(Array(word.utf8)))]]
    case .anyWord: return [[.anyWord]]
    case .gap(let most): return [[.gap(most)]]
    case .reference(let reference): return [[.slot(slot(reference))]]
    case .optional(let inner): return [[]] + rowsKeepingGaps(of: inner)
    case .oneOf(let elements):
      var all: [[Step]] = []
      for element in elements { all += choices(of: element) }
      return all
    }
  }

  private mutating func rowsKeepingGaps(of elements: [Phrase.Element]) -> [[Step]] {
    var rows: [[Step]] = [[]]
    for element in elements {
      let choices = choices(of: element)
      var next: [[Step]] = []
      for row in rows {
        for choice in choices where next.count < Self.mostRows { next.append(row + choice) }
      }
      rows = next
    }
    return rows
  }

  /// "follow-up" is two words to the tokeniser, so it is two steps.
  private mutating func steps(of word: String, exactly: Bool) -> [Step] {
    let tokens = Tokeniser().tokens(of: Array(word.utf8), into: &words)
    return tokens.compactMap { token in
      if token.kind == .symbol && !TextIndex.isWordLike(words.bytes(of: token.word)) { return nil }
      met.append(token.word)
      return exactly ? .exact(token.word) : .stem(words.stem(of: token.word))
    }
  }

  /// Without gaps at its ends; nil where nothing is left.
  private func trimmed(_ row: [Step]) -> [Step]? {
    var row = row[...]
    while let first = row.first, case .gap = first { row.removeFirst() }
    while let last = row.last, case .gap = last { row.removeLast() }
    return row.isEmpty ? nil : Array(row)
  }
}
