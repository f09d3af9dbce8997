/// Byte strings numbered in order of first insertion, found by hashing; no allocation per look-up.
struct ByteTable: Sendable {
  private var bytes: [UInt8] = []
  /// End of each key in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt32] = []
  /// Open addressing: a key's number, or -1. A power of two, at most half full.
  private var slots: [Int32]

  /// An empty table.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// How many keys there are.
  var count: Int { ends.count }

  /// The number of the key `source[range]`, or -1.
  func find(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let hash = Self.hash(source, range)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let key = Int(slots[slot])
      if hashes[key] == hash, isKey(key, source, range) { return key }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The number of the key `source[range]`, made where it is new.
  mutating func insert(_ source: [UInt8], _ range: Range<Int>) -> Int {
    let found = find(source, range)
    if found >= 0 { return found }
    bytes.append(contentsOf: source[range])
    ends.append(bytes.count)
    hashes.append(Self.hash(source, range))
    if ends.count * 2 > slots.count { grow() } else { place(ends.count - 1) }
    return ends.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for key in ends.indices { place(key) }
  }

  private mutating func place(_ key: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[key]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(truncatingIfNeeded: key)
  }

  private func isKey(_ key: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let start = key == 0 ? 0 : ends[key - 1]
    guard ends[key] - start == range.count else { return false }
    for offset in 0..<range.count where bytes[start + offset] != source[range.lowerBound + offset] {
      return false
    }
    return true
  }

  /// FNV-1a.
  @inline(__always)
  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for index in range { hash = (hash ^ UInt32(source[index])) &* 0x0100_0193 }
    return hash ^ hash >> 15
  }
}

/// The names that a reader of one XML format knows, as small numbers.
struct XmlVocabulary: Sendable {
  /// Number of a namespace that is not known.
  static let unknown = -1
  /// Number of "no namespace".
  static let noNamespace = -2
  /// Number of `http://www.w3.org/XML/1998/namespace`.
  static let xmlNamespace = -3

  private var uris = ByteTable()
  private var numbers: [Int] = []
  private var names = ByteTable()

  /// Numbers namespaces by position, several URIs each where editions of a standard differ, and local names.
  init(namespaces: [[String]], names: [String]) {
    for (number, editions) in namespaces.enumerated() {
      for uri in editions {
        let key = Array(uri.utf8)
        if uris.insert(key, key.indices) == numbers.count { numbers.append(number) }
      }
    }
    for name in names {
      let key = Array(name.utf8)
      _ = self.names.insert(key, key.indices)
    }
  }

  /// The number of a namespace.
  func namespace(_ uri: [UInt8]) -> Int {
    if uri.isEmpty { return Self.noNamespace }
    let found = uris.find(uri, uri.indices)
    return found >= 0 ? numbers[found] : Self.unknown
  }

  /// The number of a local name, or -1.
  func name(_ source: [UInt8], _ range: Range<Int>) -> Int { names.find(source, range) }
}
