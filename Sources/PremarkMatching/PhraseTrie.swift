import PremarkText

/// All plain phrases of a rule set in one tree of words.
///
/// A node is a number; an edge leads from a node over a stem or an exact word to a node. Every node but the root has one
/// edge that leads to it, and nodes are found by that edge in one open-addressing table, so that walking is a look-up a
/// word whatever the number of phrases:
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

  private struct Node {
    /// The node that its edge comes from, and the word; see ``edge(_:_:)``.
    let edge: UInt64
    /// First of its endings in ``PhraseTrie/endings``; -1 where no phrase ends.
    var firstEnding: Int32 = -1
  }

  /// The root first, to which no edge leads.
  private var nodes = [Node(edge: .max)]
  /// Nodes by their edge; 0 for an empty slot. A power of two of them.
  private var slots: [Int32]
  /// Endings of all nodes, each with the next of its node.
  private var endings: [(ending: Ending, next: Int32)] = []

  /// - Parameter room: about how many nodes there will be.
  init(room: Int = 0) {
    nodes.reserveCapacity(room)
    var size = 16
    while size < room { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The node after `node` over a plain step, made where there is none.
  mutating func node(after node: Int32, _ step: Step) -> Int32 {
    switch step.kind {
    case .stem: self.node(after: node, stem: step.number)
    case .exact: self.node(after: node, exact: step.number)
    case .prefix, .anyWord, .gap, .slot: node
    }
  }

  /// The node after `node` over a stem, made where there is none.
  @inline(__always)
  mutating func node(after node: Int32, stem: Int32) -> Int32 {
    reach(Self.edge(node, UInt32(truncatingIfNeeded: stem) << 1))
  }

  /// The node after `node` over an exact word, made where there is none.
  mutating func node(after node: Int32, exact: Int32) -> Int32 {
    reach(Self.edge(node, UInt32(truncatingIfNeeded: exact) << 1 | 1))
  }

  /// Lets a phrase end at a node.
  mutating func end(at node: Int32, _ ending: Ending) {
    let first = nodes[Int(node)].firstEnding
    var at = first
    while at >= 0 {
      if endings[Int(at)].ending == ending { return }
      at = endings[Int(at)].next
    }
    guard node != 0 else { return }
    nodes[Int(node)].firstEnding = Int32(truncatingIfNeeded: endings.count)
    endings.append((ending, first))
  }

  /// Calls `body` with each phrase that ends at a node.
  func forEachEnding(at node: Int32, _ body: (Ending) -> Void) {
    var at = nodes[Int(node)].firstEnding
    while at >= 0 {
      body(endings[Int(at)].ending)
      at = endings[Int(at)].next
    }
  }

  /// The node after `node` over a stem.
  func child(of node: Int32, stem: Int32) -> Int32? {
    find(Self.edge(node, UInt32(truncatingIfNeeded: stem) << 1))
  }

  /// The node after `node` over an exact word.
  func child(of node: Int32, exact: Int32) -> Int32? {
    find(Self.edge(node, UInt32(truncatingIfNeeded: exact) << 1 | 1))
  }
}

extension PhraseTrie {
  @inline(__always)
  private static func edge(_ node: Int32, _ word: UInt32) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: node)) << 32 | UInt64(word)
  }

  /// The slot that holds the node of an edge, or the empty one where it belongs.
  @inline(__always)
  private func slot(of edge: UInt64) -> Int {
    var hash = edge &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0, nodes[Int(slots[slot])].edge != edge { slot = (slot + 1) & mask }
    return slot
  }

  private func find(_ edge: UInt64) -> Int32? {
    let node = slots[slot(of: edge)]
    return node == 0 ? nil : node
  }

  private mutating func reach(_ edge: UInt64) -> Int32 {
    let slot = slot(of: edge)
    let known = slots[slot]
    if known != 0 { return known }
    let new = Int32(truncatingIfNeeded: nodes.count)
    nodes.append(Node(edge: edge))
    slots[slot] = new
    if nodes.count * 4 > slots.count * 3 { grow() }
    return new
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for node in 1..<nodes.count {
      slots[slot(of: nodes[node].edge)] = Int32(truncatingIfNeeded: node)
    }
  }
}
