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
///
/// It walks the codes of a phrase (see ``PhraseStore``) and keeps no tree of it. Since what belongs to an optional part
/// stands right behind its head and the rest of the phrase right behind that, leaving the part out is going on after
/// it, and taking it is going on inside: one position says where a walk has come to.
///
///     head  right  down  with        skip: from "with" on
///     optional 2 ──────▶             take: from "right" on
struct PhraseCompiler {
  /// Most rows one phrase may come to; past it the later alternatives are left out, which R058 says.
  static let mostRows = PhraseStore.mostWays

  var words: WordTable
  var trie = PhraseTrie()
  /// Folded prefixes, each with its number.
  var prefixes = ByteStrings()
  /// Words met, in full, for spelling.
  var met: [WordID] = []

  /// What holds the phrases at hand.
  private var store: PhraseStore
  /// For each string of the store, once it has been met as a word, where its words stand in ``met``.
  private var places: [(start: Int32, count: Int32)]
  /// For each string of the store the slot of the reference it stands for; -1 while unknown.
  private var slots: [Int32]
  private var rowsLeft = 0
  /// Steps up to the place a walk has come to.
  private var path: [Step] = []

  /// - Parameter store: of the rule set's word lists.
  init(words: WordTable, store: PhraseStore) {
    self.words = words
    self.store = store
    places = Array(repeating: (-1, 0), count: store.strings.count)
    slots = Array(repeating: -1, count: store.strings.count)
  }

  /// Does something with the phrases of another store.
  mutating func with(_ other: PhraseStore, _ body: (inout PhraseCompiler) -> Void) {
    let (outer, outerPlaces, outerSlots) = (store, places, slots)
    store = other
    places = Array(repeating: (-1, 0), count: other.strings.count)
    slots = Array(repeating: -1, count: other.strings.count)
    body(&self)
    (store, places, slots) = (outer, outerPlaces, outerSlots)
  }

  /// Enters one phrase of a list.
  ///
  /// - Parameter patterns: takes the patterns of a phrase that is more than words in a row.
  mutating func enter(
    _ entry: PhraseEntry, list: Int, group: Int, into patterns: inout [PhrasePattern],
    slot: (Reference) -> Int
  ) {
    let range = store.range(of: entry)
    rowsLeft = Self.mostRows
    switch prepare(range, slot) {
    case .row:
      var node: Int32 = 0
      for index in range { node = self.node(after: node, over: store.codes[index]) }
      trie.end(at: node, PhraseTrie.Ending(list: list, group: group))
    case .words:
      walk(range.lowerBound, range.upperBound, from: 0, PhraseTrie.Ending(list: list, group: group))
    case .pattern:
      path.removeAll(keepingCapacity: true)
      walk(range.lowerBound, range.upperBound, list, group, &patterns)
    }
  }
}

extension PhraseCompiler {
  /// What a phrase is made of.
  private enum Make: Int {
    /// Words in a row.
    case row
    /// Words, with alternatives or optional ones.
    case words
    /// More than words.
    case pattern
  }

  /// Enters the words and references of a phrase, in the order written.
  private mutating func prepare(_ range: Range<Int>, _ slot: (Reference) -> Int) -> Make {
    var make = Make.row
    for index in range {
      let code = store.codes[index]
      let number = Int(code.number)
      switch code.kind {
      case .word, .exact: if places[number].start < 0 { enterWord(number) }
      case .optional, .oneOf: if make == .row { make = .words }
      case .anyWord, .gap, .prefix: make = .pattern
      case .reference:
        make = .pattern
        if slots[number] < 0 { slots[number] = Int32(truncatingIfNeeded: slot(store.reference(code.number))) }
      }
    }
    return make
  }

  /// "follow-up" is two words to the tokeniser, so it is two steps.
  private mutating func enterWord(_ number: Int) {
    let start = met.count
    let string = Int32(truncatingIfNeeded: number)
    let isPlain = store.strings.withBytes(of: string) { bytes in
      for byte in bytes where byte &- 0x61 >= 26 { return false }
      met.append(words.intern(bytes))
      return true
    }
    if !isPlain {
      for token in Tokeniser().tokens(of: store.strings.bytes(of: string), into: &words) {
        if token.kind == .symbol, !TextIndex.isWordLike(words.bytes(of: token.word)) { continue }
        met.append(token.word)
      }
    }
    places[number] = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: met.count - start))
  }

  private mutating func prefix(_ string: Int32) -> Int {
    let bytes = Folding.folded(store.strings.bytes(of: string))
    // safe: read within the closure only.
    return bytes.withUnsafeBufferPointer { Int(prefixes.number(of: $0)) }
  }

  /// The step over a word that stands in ``met``.
  private func step(_ kind: PhraseCode.Kind, over word: Int) -> Step {
    kind == .exact ? .exact(met[word]) : .stem(words.stem(of: met[word]))
  }

  private func places(of code: PhraseCode) -> Range<Int> {
    let (start, count) = places[Int(code.number)]
    return Int(start)..<Int(start + count)
  }

  // MARK: Words, alternatives and optional words

  /// The node after a word of a rule.
  private mutating func node(after node: Int32, over code: PhraseCode) -> Int32 {
    var node = node
    for word in places(of: code) { node = trie.node(after: node, step(code.kind, over: word)) }
    return node
  }

  /// Enters every way to write the codes below a node of the trie, without writing them out.
  private mutating func walk(_ at: Int, _ end: Int, from node: Int32, _ ending: PhraseTrie.Ending) {
    guard rowsLeft > 0 else { return }
    guard at < end else {
      if node != 0 {
        trie.end(at: node, ending)
        rowsLeft -= 1
      }
      return
    }
    let code = store.codes[at]
    let behind = at + 1 + Int(code.number)
    switch code.kind {
    case .optional:
      walk(behind, end, from: node, ending)
      walk(at + 1, end, from: node, ending)
    case .oneOf:
      for choice in (at + 1)..<behind {
        walk(behind, end, from: self.node(after: node, over: store.codes[choice]), ending)
      }
    default: walk(at + 1, end, from: self.node(after: node, over: code), ending)
    }
  }

  // MARK: Phrases that are more than words

  /// Adds every row of steps that the codes come to.
  private mutating func walk(
    _ at: Int, _ end: Int, _ list: Int, _ group: Int, _ patterns: inout [PhrasePattern]
  ) {
    guard rowsLeft > 0 else { return }
    guard at < end else {
      rowsLeft -= 1
      guard let steps = trimmedPath else { return }
      let pattern = PhrasePattern(steps: steps, list: list, group: group)
      if pattern.isPlain { trie.add(steps, list: list, group: group) } else { patterns.append(pattern) }
      return
    }
    let code = store.codes[at]
    let behind = at + 1 + Int(code.number)
    let length = path.count
    switch code.kind {
    case .optional:
      walk(behind, end, list, group, &patterns)
      walk(at + 1, end, list, group, &patterns)
    case .oneOf:
      for choice in (at + 1)..<behind {
        append(store.codes[choice])
        walk(behind, end, list, group, &patterns)
        path.removeSubrange(length...)
      }
    default:
      append(code)
      walk(at + 1, end, list, group, &patterns)
    }
    path.removeSubrange(length...)
  }

  private mutating func append(_ code: PhraseCode) {
    switch code.kind {
    case .word, .exact: for word in places(of: code) { path.append(step(code.kind, over: word)) }
    case .prefix: path.append(.prefix(prefix(code.number)))
    case .anyWord: path.append(.anyWord)
    case .gap: path.append(.gap(Int(code.number)))
    case .reference: path.append(.slot(Int(slots[Int(code.number)])))
    case .oneOf, .optional: break
    }
  }

  /// Without gaps at its ends; nil where nothing is left.
  private var trimmedPath: [Step]? {
    var row = path[...]
    while let first = row.first, case .gap = first { row.removeFirst() }
    while let last = row.last, case .gap = last { row.removeLast() }
    return row.isEmpty ? nil : Array(row)
  }
}
