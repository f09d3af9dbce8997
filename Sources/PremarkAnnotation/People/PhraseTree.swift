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
    for group in list?.groups ?? [] {
      let index = Int32(names.count)
      names.append(group.name)
      for phrase in group.phrases { enter(phrase, index, &words) }
    }
    edges.sort { ($0.node, $0.word) < ($1.node, $1.word) }
  }

  private mutating func enter(_ phrase: String, _ group: Int32, _ words: inout WordTable) {
    let parts = phrase.utf8.split { $0 == 0x20 || $0 == 0x2D }.map { Array($0) }
    guard let last = parts.last else { return }
    var node: Int32 = 0
    for part in parts.dropLast() { node = child(of: node, words.intern(part)) }
    let s = Array("s".utf8)
    let apostrophe = Array("'s".utf8)
    for (form, isPlural) in [(last, false), (last + apostrophe, false), (last + s, true)] {
      let end = child(of: node, words.intern(form))
      if groups[Int(end)] < 0 {
        groups[Int(end)] = group
        plurals[Int(end)] = isPlural
      }
    }
  }

  private mutating func child(of node: Int32, _ word: WordID) -> Int32 {
    if let edge = edges.first(where: { $0.node == node && $0.word == word }) { return edge.target }
    let target = Int32(groups.count)
    groups.append(-1)
    plurals.append(false)
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
