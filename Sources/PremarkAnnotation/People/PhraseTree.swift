import PremarkText

/// The phrases of a word list with their groups, for the longest match at a place.
///
/// The last word of a phrase is entered with its plural and possessives too. Between the words a hyphen may stand.
struct PhraseTree: Sendable {
  private struct Edge: Sendable {
    let node: Int32
    let word: WordID
    let target: Int32
  }

  /// Edges by node and word.
  private var edges: [Edge] = []
  /// For each node the group of the phrase that ends there, or -1; plural forms end at nodes of their own.
  private var groups: [Int32] = [-1]
  private var plurals: [Bool] = [false]
  /// Names of the groups.
  private(set) var names: [String] = []

  init(list: Lexicon.List?, words: inout WordTable) {
    var index = EdgeIndex()
    for group in list?.groups ?? [] {
      let number = Int32(names.count)
      names.append(group.name)
      group.forEachPhrase { enter($0, number, &words, &index) }
    }
    edges.sort { ($0.node, $0.word) < ($1.node, $1.word) }
  }

  private mutating func enter(
    _ phrase: UnsafeBufferPointer<UInt8>, _ group: Int32, _ words: inout WordTable, _ index: inout EdgeIndex
  ) {
    let parts = phrase.split { $0 == 0x20 || $0 == 0x2D }
    guard let last = parts.last else { return }
    var node: Int32 = 0
    for part in parts.dropLast() {
      // safe: a slice of the phrase at hand, interned at once.
      node = child(of: node, words.intern(UnsafeBufferPointer(rebasing: part)), &index)
    }
    var form = Array(last)
    let length = form.count
    for (ending, isPlural) in [([], false), ([0x27, 0x73], false), ([0x73], true)] as [([UInt8], Bool)] {
      form.replaceSubrange(length..., with: ending)
      let end = child(of: node, words.intern(form), &index)
      if groups[Int(end)] < 0 {
        groups[Int(end)] = group
        plurals[Int(end)] = isPlural
      }
    }
  }

  private mutating func child(of node: Int32, _ word: WordID, _ index: inout EdgeIndex) -> Int32 {
    if let edge = index.edges(over: word).first(where: { edges[$0].node == node }) {
      return edges[edge].target
    }
    let target = Int32(groups.count)
    groups.append(-1)
    plurals.append(false)
    index.add(edges.count, over: word)
    edges.append(Edge(node: node, word: word, target: target))
    return target
  }

  private func target(_ node: Int32, _ word: WordID) -> Int32? {
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      let edge = edges[middle]
      if (edge.node, edge.word) < (node, word) { low = middle + 1 } else { high = middle }
    }
    guard low < edges.count, edges[low].node == node, edges[low].word == word else { return nil }
    return edges[low].target
  }

  /// The longest phrase from a lexeme on.
  func longest(in reader: BlockReader, at index: Int) -> (group: Int, end: Int, isPlural: Bool)? {
    var node: Int32 = 0
    var next = index
    var best: (group: Int, end: Int, isPlural: Bool)?
    while reader[next].isWord, next == index || !reader[next].startsLine,
      let target = target(node, reader[next].word)
    {
      node = target
      next += 1
      if groups[Int(node)] >= 0 { best = (Int(groups[Int(node)]), next, plurals[Int(node)]) }
      if reader.mark(next) == .dash, reader.isGlued(next) { next += 1 }
    }
    return best
  }
}

/// While a tree grows: the edges over each word, few for any.
private struct EdgeIndex {
  private var byWord: [[Int]] = []

  func edges(over word: WordID) -> [Int] {
    Int(word.rawValue) < byWord.count ? byWord[Int(word.rawValue)] : []
  }

  mutating func add(_ edge: Int, over word: WordID) {
    let number = Int(word.rawValue)
    if byWord.count <= number {
      byWord.append(contentsOf: repeatElement([], count: number + 1 - byWord.count))
    }
    byWord[number].append(edge)
  }
}
