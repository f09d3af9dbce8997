import PremarkText

/// All plain phrases of a rule set in one tree of words.
///
/// A node is a number; an edge leads from a node over a stem or an exact word to a node. Edges are kept in one
/// open-addressing table keyed by node and word, so that walking is a look-up a word whatever the number of phrases:
///
///     "call"──●──"handl"──● (list 3, group 0)
///             └──"back"───● (list 5, group 2)
///
/// Most words of a text begin no phrase and cost one probe.
struct PhraseTrie: Sendable {
  /// What ends at a node.
  struct Ending: Sendable, Equatable {
    let list: Int32
    let group: Int32

    init(list: Int, group: Int) {
      self.list = Int32(truncatingIfNeeded: list)
      self.group = Int32(truncatingIfNeeded: group)
    }
  }

  private var keys: [UInt64] = []
  private var values: [Int32] = []
  private var count = 0
  /// First of each node's endings in `endings`; -1 where no phrase ends.
  private var firstEnding: [Int32] = [-1]
  /// Endings of all nodes, each with the next of its node.
  private var endings: [(ending: Ending, next: Int32)] = []

  init() { grow(to: 1024) }

  /// Adds a row of plain steps.
  mutating func add(_ steps: [Step], list: Int, group: Int) {
    var node: Int32 = 0
    for step in steps { node = self.node(after: node, step) }
    end(at: node, Ending(list: list, group: group))
  }

  /// The node after `node` over a plain step, made where there is none.
  mutating func node(after node: Int32, _ step: Step) -> Int32 {
    let word: UInt32
    switch step {
    case .stem(let id): word = UInt32(truncatingIfNeeded: id.rawValue) << 1
    case .exact(let id): word = UInt32(truncatingIfNeeded: id.rawValue) << 1 | 1
    case .prefix, .anyWord, .gap, .slot: return node
    }
    return child(of: node, over: word) ?? insert(node, word)
  }

  /// Lets a phrase end at a node.
  mutating func end(at node: Int32, _ ending: Ending) {
    var known = false
    forEachEnding(at: node) { if $0 == ending { known = true } }
    guard !known, node != 0 else { return }
    endings.append((ending, firstEnding[Int(node)]))
    firstEnding[Int(node)] = Int32(truncatingIfNeeded: endings.count - 1)
  }

  /// Calls `body` with each phrase that ends at a node.
  func forEachEnding(at node: Int32, _ body: (Ending) -> Void) {
    var at = firstEnding[Int(node)]
    while at >= 0 {
      body(endings[Int(at)].ending)
      at = endings[Int(at)].next
    }
  }

  /// The node after `node` over a stem.
  func child(of node: Int32, stem: Int32) -> Int32? {
    child(of: node, over: UInt32(truncatingIfNeeded: stem) << 1)
  }

  /// The node after `node` over an exact word.
  func child(of node: Int32, exact: Int32) -> Int32? {
    child(of: node, over: UInt32(truncatingIfNeeded: exact) << 1 | 1)
  }
}

extension PhraseTrie {
  private static func key(_ node: Int32, _ word: UInt32) -> UInt64 {
    (UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(word)) &+ 1
  }

  private func slot(of key: UInt64) -> Int {
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    return Int(truncatingIfNeeded: hash & UInt64(keys.count - 1))
  }

  private func child(of node: Int32, over word: UInt32) -> Int32? {
    let key = Self.key(node, word)
    var index = slot(of: key)
    while keys[index] != 0 {
      if keys[index] == key { return values[index] }
      index = (index + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func insert(_ node: Int32, _ word: UInt32) -> Int32 {
    if count * 2 >= keys.count { grow(to: keys.count * 2) }
    let new = Int32(truncatingIfNeeded: firstEnding.count)
    firstEnding.append(-1)
    place(Self.key(node, word), new)
    count += 1
    return new
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var index = slot(of: key)
    while keys[index] != 0 { index = (index + 1) & (keys.count - 1) }
    keys[index] = key
    values[index] = value
  }

  private mutating func grow(to size: Int) {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: 0, count: size)
    for (key, value) in zip(oldKeys, oldValues) where key != 0 { place(key, value) }
  }
}
