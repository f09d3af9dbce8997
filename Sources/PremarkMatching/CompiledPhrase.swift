import PremarkRules
import PremarkText

/// One place of a compiled phrase.
enum Step: Sendable, Equatable {
  /// A word with this stem.
  case stem(WordID)
  /// A word with this folded form.
  case exact(WordID)
  /// A word that begins with the prefix of this number.
  case prefix(Int)
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

/// Enters phrases into the trie, and those with gaps, wildcards or references into patterns beside it.
struct PhraseCompiler {
  /// Most rows one phrase may come to; past it the later alternatives are left out (the checker says so).
  static let mostRows = 256

  var words: WordTable
  var trie = PhraseTrie()
  /// Folded prefixes, by number.
  var prefixes: [[UInt8]] = []
  /// Words met, in full, for spelling.
  var met: [WordID] = []
  private var rowsLeft = 0

  init(words: WordTable) { self.words = words }

  /// Enters a phrase of words, alternatives and optional words only.
  ///
  /// - Returns: false, and nothing is entered, where the phrase holds anything else.
  mutating func enterPlain(_ phrase: Phrase, list: Int, group: Int) -> Bool {
    var node: Int32 = 0
    for element in phrase.elements {
      switch element {
      case .word(let word): node = self.node(after: node, word, exactly: false)
      case .exact(let word): node = self.node(after: node, word, exactly: true)
      default:
        guard Self.isPlain(phrase.elements) else { return false }
        rowsLeft = Self.mostRows
        walk(phrase.elements[...], from: 0, PhraseTrie.Ending(list: list, group: group))
        return true
      }
    }
    trie.end(at: node, PhraseTrie.Ending(list: list, group: group))
    return true
  }

  /// Enters one phrase of a list.
  ///
  /// - Returns: the patterns of a phrase that is more than words in a row.
  mutating func enter(_ phrase: Phrase, list: Int, group: Int, slot: (Reference) -> Int) -> [PhrasePattern] {
    return rows(of: phrase.elements, slot).compactMap(Self.trimmed).compactMap { steps in
      let pattern = PhrasePattern(steps: steps, list: list, group: group)
      guard pattern.isPlain else { return pattern }
      trie.add(steps, list: list, group: group)
      return nil
    }
  }
}

extension PhraseCompiler {
  private static func isPlain(_ elements: [Phrase.Element]) -> Bool {
    for element in elements {
      switch element {
      case .word, .exact: break
      case .optional(let inner), .oneOf(let inner): if !isPlain(inner) { return false }
      case .prefix, .anyWord, .gap, .reference: return false
      }
    }
    return true
  }

  /// Enters every way to write the elements below a node of the trie, without writing them out.
  private mutating func walk(
    _ elements: ArraySlice<Phrase.Element>, from node: Int32, _ ending: PhraseTrie.Ending
  ) {
    guard let first = elements.first else {
      if node != 0, rowsLeft > 0 {
        trie.end(at: node, ending)
        rowsLeft -= 1
      }
      return
    }
    let rest = elements.dropFirst()
    switch first {
    case .word(let word): walk(rest, from: self.node(after: node, word, exactly: false), ending)
    case .exact(let word): walk(rest, from: self.node(after: node, word, exactly: true), ending)
    case .optional(let inner):
      walk(rest, from: node, ending)
      walk(inner + rest, from: node, ending)
    case .oneOf(let choices): for choice in choices { walk([choice] + rest, from: node, ending) }
    case .prefix, .anyWord, .gap, .reference: break
    }
  }

  /// The node after a word of a rule; "follow-up" is two words to the tokeniser, so it is two edges.
  private mutating func node(after node: Int32, _ word: String, exactly: Bool) -> Int32 {
    var node = node
    if word.utf8.allSatisfy({ $0 &- 0x61 < 26 }) {
      let id = words.intern(word)
      met.append(id)
      return trie.node(after: node, exactly ? .exact(id) : .stem(words.stem(of: id)))
    }
    for id in ids(of: word) {
      met.append(id)
      node = trie.node(after: node, exactly ? .exact(id) : .stem(words.stem(of: id)))
    }
    return node
  }

  private mutating func ids(of word: String) -> [WordID] {
    let bytes = Array(word.utf8)
    if bytes.allSatisfy({ (0x61...0x7A).contains($0) }) { return [words.intern(bytes)] }
    return Tokeniser().tokens(of: bytes, into: &words).compactMap { token in
      token.kind == .symbol && !TextIndex.isWordLike(words.bytes(of: token.word)) ? nil : token.word
    }
  }

  // MARK: Phrases that are more than words in a row

  /// All rows of steps the elements come to.
  private mutating func rows(of elements: [Phrase.Element], _ slot: (Reference) -> Int) -> [[Step]] {
    var rows: [[Step]] = [[]]
    for element in elements {
      let choices = choices(of: element, slot)
      var next: [[Step]] = []
      for row in rows {
        for choice in choices where next.count < Self.mostRows { next.append(row + choice) }
      }
      rows = next
    }
    return rows
  }

  private mutating func choices(of element: Phrase.Element, _ slot: (Reference) -> Int) -> [[Step]] {
    switch element {
    case .word(let word): return [steps(of: word, exactly: false)]
    case .exact(let word): return [steps(of: word, exactly: true)]
    case .prefix(let word): return [[.prefix(prefix(Folding.folded(Array(word.utf8))))]]
    case .anyWord: return [[.anyWord]]
    case .gap(let most): return [[.gap(most)]]
    case .reference(let reference): return [[.slot(slot(reference))]]
    case .optional(let inner): return [[]] + rows(of: inner, slot)
    case .oneOf(let elements):
      var all: [[Step]] = []
      for element in elements { all += choices(of: element, slot) }
      return all
    }
  }

  private mutating func steps(of word: String, exactly: Bool) -> [Step] {
    let ids = ids(of: word)
    met += ids
    return ids.map { exactly ? .exact($0) : .stem(words.stem(of: $0)) }
  }

  private mutating func prefix(_ bytes: [UInt8]) -> Int {
    if let known = prefixes.firstIndex(of: bytes) { return known }
    prefixes.append(bytes)
    return prefixes.count - 1
  }

  /// Without gaps at its ends; nil where nothing is left.
  private static func trimmed(_ row: [Step]) -> [Step]? {
    var row = row[...]
    while let first = row.first, case .gap = first { row.removeFirst() }
    while let last = row.last, case .gap = last { row.removeLast() }
    return row.isEmpty ? nil : Array(row)
  }
}
