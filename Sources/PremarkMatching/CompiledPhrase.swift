import PremarkRules
import PremarkText

/// One place of a compiled phrase, in 32 bits as a ``PhraseCode``.
struct Step: Sendable, Equatable {
  enum Kind: UInt32, Sendable {
    /// A word with the stem of this number.
    case stem
    /// A word with the folded form of this number.
    case exact
    /// A word that begins with the prefix of this number.
    case prefix
    /// Any one word.
    case anyWord
    /// Up to this number of words, inside the sentence.
    case gap
    /// An occurrence of the slot of this number.
    case slot
  }

  /// Kind in the three highest bits.
  private let rawValue: UInt32

  @inline(__always)
  init(_ kind: Kind, _ number: Int32 = 0) {
    rawValue = kind.rawValue << 29 | UInt32(truncatingIfNeeded: number)
  }

  /// What it is.
  var kind: Kind { Kind(rawValue: rawValue >> 29) ?? .anyWord }

  /// See ``Kind-swift.enum``.
  var number: Int32 { Int32(truncatingIfNeeded: rawValue & 0x1FFF_FFFF) }

  /// True for words: patterns of nothing else live in the trie.
  var isPlain: Bool { rawValue < Kind.prefix.rawValue << 29 }
}

/// One way a phrase can be written, with alternatives and optional parts multiplied out: a stretch of the steps of all
/// patterns (``PhrasePatterns/steps``), at least one.
struct PhrasePattern: Sendable {
  let start: Int32
  let end: Int32
  let group: Int32

  /// Where its steps stand.
  @inline(__always)
  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Phrases that are more than words in a row. There are tens of thousands, so that their steps stand in one array.
struct PhrasePatterns: Sendable {
  /// Pattern after pattern.
  fileprivate(set) var steps: [Step] = []
  /// By list, in order of entry.
  var lists: [[PhrasePattern]]

  /// - Parameters:
  ///   - lists: how many there are; they have no patterns yet.
  ///   - room: how many steps to have room for; more may come.
  init(lists: Int, room: Int = 0) {
    self.lists = Array(repeating: [], count: lists)
    steps.reserveCapacity(room)
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

  /// A word met: its id and, since every step asks for it, its stem.
  private struct Word {
    let id: WordID
    let stem: WordID
  }

  var words: WordTable
  var trie: PhraseTrie
  var patterns: PhrasePatterns
  /// Folded prefixes, each with its number.
  var prefixes = ByteStrings()

  /// What holds the phrases at hand.
  private var store: PhraseStore
  /// Words met, in full.
  private var met: [Word] = []
  /// For each string of the store, once it has been met as a word, where its words stand in ``met``.
  private var places: [(start: Int32, count: Int32)]
  /// For each string of the store the slot of the reference it stands for; -1 while unknown.
  private var slots: [Int32]
  private var rowsLeft = 0
  /// Steps up to the place a walk has come to, and behind them what is left of longer walks.
  private var path: [Step] = []
  /// The list at hand, and its patterns.
  private var list = 0
  private var group = 0
  private var found: [PhrasePattern] = []

  /// - Parameters:
  ///   - store: of the rule set's word lists.
  ///   - lists: how many there are, those of conditions included.
  init(words: WordTable, store: PhraseStore, lists: Int) {
    self.words = words
    self.store = store
    trie = PhraseTrie(room: store.codes.count)
    patterns = PhrasePatterns(lists: lists, room: store.codes.count)
    places = Array(repeating: (-1, 0), count: store.strings.count)
    slots = Array(repeating: -1, count: store.strings.count)
  }

  /// Words met, in full and in order, for spelling.
  var wordsMet: [WordID] { met.map { $0.id } }

  /// Does something with the phrases of another store.
  mutating func with(_ other: PhraseStore, _ body: (inout PhraseCompiler) -> Void) {
    let (outer, outerPlaces, outerSlots) = (store, places, slots)
    store = other
    places = Array(repeating: (-1, 0), count: other.strings.count)
    slots = Array(repeating: -1, count: other.strings.count)
    body(&self)
    (store, places, slots) = (outer, outerPlaces, outerSlots)
  }

  /// Enters the phrases of a list, group by group.
  mutating func enter(_ groups: [WordList.Group], list: Int, slot: (Reference) -> Int) {
    self.list = list
    found = []
    for (number, content) in groups.enumerated() {
      group = number
      for entry in content.entries { enter(entry, slot) }
    }
    patterns.lists[list] = found
  }

  private mutating func enter(_ entry: PhraseEntry, _ slot: (Reference) -> Int) {
    let range = store.range(of: entry)
    rowsLeft = Self.mostRows
    switch prepare(range, slot) {
    case .row:
      var node: Int32 = 0
      for index in range { node = self.node(after: node, over: store.codes[index]) }
      trie.end(at: node, PhraseTrie.Ending(list: list, group: group))
    case .words:
      walk(range.lowerBound, range.upperBound, from: 0, PhraseTrie.Ending(list: list, group: group))
    case .pattern: walk(range.lowerBound, range.upperBound, 0)
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
    let plain = store.strings.withBytes(of: string) { bytes -> WordID? in
      for byte in bytes where byte &- 0x61 >= 26 { return nil }
      return words.intern(bytes)
    }
    if let plain {
      meet(plain)
    } else {
      for token in Tokeniser().tokens(of: store.strings.bytes(of: string), into: &words) {
        if token.kind == .symbol, !TextIndex.isWordLike(words.bytes(of: token.word)) { continue }
        meet(token.word)
      }
    }
    places[number] = (Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: met.count - start))
  }

  private mutating func meet(_ word: WordID) { met.append(Word(id: word, stem: words.stem(of: word))) }

  private mutating func prefix(_ string: Int32) -> Int32 {
    let bytes = Folding.folded(store.strings.bytes(of: string))
    // safe: read within the closure only.
    return bytes.withUnsafeBufferPointer { prefixes.number(of: $0) }
  }

  private func places(of code: PhraseCode) -> Range<Int> {
    let (start, count) = places[Int(code.number)]
    return Int(start)..<Int(start + count)
  }

  // MARK: Words, alternatives and optional words

  /// The node after a word of a rule.
  @inline(__always)
  private mutating func node(after node: Int32, over code: PhraseCode) -> Int32 {
    let isExact = code.kind == .exact
    var node = node
    for place in places(of: code) {
      let word = met[place]
      node =
        isExact
        ? trie.node(after: node, exact: word.id.rawValue) : trie.node(after: node, stem: word.stem.rawValue)
    }
    return node
  }

  /// Enters every way to write the codes below a node of the trie, without writing them out.
  private mutating func walk(_ at: Int, _ end: Int, from node: Int32, _ ending: PhraseTrie.Ending) {
    var (at, node) = (at, node)
    while rowsLeft > 0 {
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
      case .optional: walk(behind, end, from: node, ending)
      case .oneOf:
        for choice in (at + 1)..<behind {
          walk(behind, end, from: self.node(after: node, over: store.codes[choice]), ending)
        }
        return
      default: node = self.node(after: node, over: code)
      }
      at += 1
    }
  }

  // MARK: Phrases that are more than words

  /// Adds every row of steps that the codes come to, behind the first `length` steps of the path.
  private mutating func walk(_ at: Int, _ end: Int, _ length: Int) {
    var (at, length) = (at, length)
    while rowsLeft > 0 {
      guard at < end else {
        rowsLeft -= 1
        addRow(length)
        return
      }
      let code = store.codes[at]
      let behind = at + 1 + Int(code.number)
      switch code.kind {
      case .optional: walk(behind, end, length)
      case .oneOf:
        for choice in (at + 1)..<behind { walk(behind, end, append(store.codes[choice], at: length)) }
        return
      default: length = append(code, at: length)
      }
      at += 1
    }
  }

  /// Writes the steps of a code behind so many of the path; how many there are then.
  private mutating func append(_ code: PhraseCode, at length: Int) -> Int {
    switch code.kind {
    case .word:
      var length = length
      for place in places(of: code) {
        put(Step(.stem, met[place].stem.rawValue), at: length)
        length += 1
      }
      return length
    case .exact:
      var length = length
      for place in places(of: code) {
        put(Step(.exact, met[place].id.rawValue), at: length)
        length += 1
      }
      return length
    case .prefix: put(Step(.prefix, prefix(code.number)), at: length)
    case .anyWord: put(Step(.anyWord), at: length)
    case .gap: put(Step(.gap, code.number), at: length)
    case .reference: put(Step(.slot, slots[Int(code.number)]), at: length)
    case .oneOf, .optional: return length
    }
    return length + 1
  }

  @inline(__always)
  private mutating func put(_ step: Step, at index: Int) {
    if index < path.count { path[index] = step } else { path.append(step) }
  }

  /// Adds the first steps of the path, without gaps at their ends, where anything is left: into the trie where they are
  /// words in a row.
  private mutating func addRow(_ length: Int) {
    var (first, end) = (0, length)
    while first < end, path[first].kind == .gap { first += 1 }
    while end > first, path[end - 1].kind == .gap { end -= 1 }
    if first == end { return }
    var plain = first
    while plain < end, path[plain].isPlain { plain += 1 }
    if plain == end {
      var node: Int32 = 0
      for index in first..<end { node = trie.node(after: node, path[index]) }
      trie.end(at: node, PhraseTrie.Ending(list: list, group: group))
      return
    }
    let start = Int32(truncatingIfNeeded: patterns.steps.count)
    for index in first..<end { patterns.steps.append(path[index]) }
    found.append(
      PhrasePattern(
        start: start, end: Int32(truncatingIfNeeded: patterns.steps.count),
        group: Int32(truncatingIfNeeded: group)))
  }
}
