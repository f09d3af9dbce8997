/// Every different word of a text or of many, each with a number, so that the engine compares words as integers.
///
/// Words are kept folded (see ``Folding``), each beside the number of its Porter2 stem, which is computed once when
/// the word first appears. Stems are entries of the same table.
///
/// A copy costs nothing until it changes, then one copy of five flat arrays; a rule set keeps a table with its own
/// words, and each document goes on in a copy. Ids given out by a table keep their meaning in its copies.
///
/// The hash is fixed and not keyed (results may not depend on a seed); words chosen to collide cost a comparison of
/// 32-bit hashes each, not of bytes.
public struct WordTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var stems: [Int32] = []
  private var meanings: [Int32] = []
  private var slots: [Int32] = Array(repeating: -1, count: 256)

  /// Makes an empty table.
  public init() {}

  /// Number of entries: words and their stems.
  public var count: Int { ends.count }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  ///
  /// A word of ASCII without capitals that is there already costs its hash and one comparison, no copy.
  public mutating func intern(_ word: [UInt8]) -> WordID {
    word.withUnsafeBufferPointer { bytes -> WordID in intern(bytes) }
  }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  public mutating func intern(_ word: ArraySlice<UInt8>) -> WordID {
    word.withUnsafeBufferPointer { bytes -> WordID in intern(bytes) }
  }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  public mutating func intern(_ word: String) -> WordID {
    let id = word.utf8.withContiguousStorageIfAvailable { bytes -> WordID in intern(bytes) }
    if let id { return id }
    return intern(Array(word.utf8))
  }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  public mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> WordID {
    var hash = WordHash()
    for byte in word {
      guard byte < 0x80, byte &- 0x41 >= 26 else { return intern(folded: Folding.folded(Array(word))) }
      hash.add(byte)
    }
    return intern(word, hash: hash.value)
  }

  /// The id of a word, folded first, or nil where the table does not have it.
  public func find(_ word: [UInt8]) -> WordID? { find(folded: Folding.folded(word)) }

  /// The id of a word, folded first, or nil where the table does not have it.
  public func find(_ word: String) -> WordID? { find(Array(word.utf8)) }

  /// The entry that all inflections and variants of a word share: the key by which words match.
  ///
  /// It is the Porter2 stem of the entry's bytes, or what ``addVariant(_:means:)`` put in that stem's place. It
  /// depends on the bytes only, never on the order of entry: the stem of an entry that was itself made as a stem is
  /// found the same way and may differ from it ("agre", the stem of "agreed", has the stem "agr"). Compare stems of
  /// words, not stems of stems. Numbers, symbols and words that are not Latin are their own stems.
  ///
  /// Bind the id first: `table.stem(of: table.intern(…))` reads the table as it was before the word was entered.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  public func stem(of word: WordID) -> WordID {
    WordID(rawValue: meanings[Int(stems[Int(word.rawValue)])])
  }

  /// The Porter2 stem of a word's bytes, whatever it has been joined to.
  @inline(__always)
  func ownStem(of word: WordID) -> WordID { WordID(rawValue: stems[Int(word.rawValue)]) }

  /// The folded bytes of all entries one after the other; ``place(of:)`` says where each stands.
  var allBytes: [UInt8] { arena }

  /// Where an entry stands in ``allBytes``.
  func place(of word: WordID) -> Range<Int> { range(of: Int(word.rawValue)) }

  /// The folded bytes of an entry. Copies them.
  public func bytes(of word: WordID) -> [UInt8] { Array(arena[range(of: Int(word.rawValue))]) }

  /// The folded text of an entry.
  public func string(of word: WordID) -> String {
    String(decoding: arena[range(of: Int(word.rawValue))], as: UTF8.self)
  }

  /// True where an entry's folded form begins with these bytes. Copies nothing.
  public func starts(_ word: WordID, with prefix: [UInt8]) -> Bool {
    let range = range(of: Int(word.rawValue))
    guard range.count >= prefix.count else { return false }
    for (at, byte) in prefix.enumerated() where arena[range.lowerBound + at] != byte { return false }
    return true
  }

  /// Number of bytes of an entry's folded form.
  public func length(of word: WordID) -> Int { range(of: Int(word.rawValue)).count }

  /// Makes every inflection of `variant` match every inflection of `canonical` ("organize" and "organise").
  ///
  /// The stems are joined, not the words: "organizing" then has the stem of "organised". Joining is directed and
  /// joins whatever has been joined to `variant` before; joining a pair twice, or back, changes nothing.
  public mutating func addVariant(_ variant: String, means canonical: String) {
    let variantWord = intern(variant)
    let canonicalWord = intern(canonical)
    let from = stem(of: variantWord).rawValue
    let to = stem(of: canonicalWord).rawValue
    guard from != to else { return }
    for index in meanings.indices where meanings[index] == from { meanings[index] = to }
  }

  /// The id of a word in folded form; enters it if it is new.
  mutating func intern(folded word: [UInt8]) -> WordID {
    word.withUnsafeBufferPointer { intern($0, hash: WordHash($0).value) }
  }

  /// The id of a word that stands in a text and is folded once `caseBit` is set in each of its bytes.
  ///
  /// - Parameter hash: of the folded bytes.
  @inline(__always)
  mutating func intern(_ text: [UInt8], _ range: Range<Int>, caseBit: UInt8, hash: UInt32) -> WordID {
    let place = text.withUnsafeBufferPointer { bytes -> Int in
      slot(of: UnsafeBufferPointer(rebasing: bytes[range]), caseBit, hash)
    }
    if slots[place] >= 0 { return WordID(rawValue: slots[place]) }
    let folded: [UInt8] = text[range].map { $0 | caseBit }
    return folded.withUnsafeBufferPointer { word -> WordID in enter(word, hash: hash, slot: place) }
  }

  /// The id of a word in folded form with its hash; enters it if it is new.
  private mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    let slot = slot(of: word, 0, hash)
    if slots[slot] >= 0 { return WordID(rawValue: slots[slot]) }
    return enter(word, hash: hash, slot: slot)
  }

  private mutating func enter(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> WordID {
    let index = append(word, hash: hash, slot: slot)
    let stem: Int32? = Porter2.withStem(of: word) { stem in
      guard var stem else { return nil }
      // A secondment has nothing to do with seconds.
      if Self.isSecondment(word) { stem = UnsafeBufferPointer(rebasing: word[..<10]) }
      return intern(stem, hash: WordHash(stem).value).rawValue
    }
    if let stem { stems[Int(index)] = stem }
    return WordID(rawValue: index)
  }

  /// "secondment", "secondments".
  @inline(__always)
  private static func isSecondment(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == 10 || word.count == 11, word[0] == 0x73, word[6] == 0x6D else { return false }
    for offset in 0..<10 where word[offset] != secondment.utf8Start[offset] { return false }
    return true
  }

  private static let secondment: StaticString = "secondment"

  private func find(folded word: [UInt8]) -> WordID? {
    let index = word.withUnsafeBufferPointer { slots[slot(of: $0, 0, WordHash($0).value)] }
    return index < 0 ? nil : WordID(rawValue: index)
  }

  private mutating func append(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> Int32 {
    let index = Int32(truncatingIfNeeded: ends.count)
    arena.append(contentsOf: word)
    ends.append(UInt32(truncatingIfNeeded: arena.count))
    hashes.append(hash)
    stems.append(index)
    meanings.append(index)
    slots[slot] = index
    if ends.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var wider = [Int32](repeating: -1, count: mask + 1)
    for index in hashes.indices {
      var slot = Int(truncatingIfNeeded: hashes[index]) & mask
      while wider[slot] >= 0 { slot = (slot + 1) & mask }
      wider[slot] = Int32(truncatingIfNeeded: index)
    }
    slots = wider
  }

  /// The slot that holds the word, or the empty one where it belongs.
  @inline(__always)
  private func slot(of word: UnsafeBufferPointer<UInt8>, _ caseBit: UInt8, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, word, caseBit) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ word: UnsafeBufferPointer<UInt8>, _ caseBit: UInt8) -> Bool {
    let range = range(of: index)
    guard range.count == word.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[offset] | caseBit {
        return false
      }
      return true
    }
  }

  @inline(__always)
  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }
}

/// FNV-1a of 32 bits (RFC 9923), byte by byte, finished by one mixing step since the table looks at low bits only.
struct WordHash {
  private var state: UInt32 = 0x811C_9DC5

  init() {}

  init(_ word: UnsafeBufferPointer<UInt8>) { for byte in word { add(byte) } }

  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

  var value: UInt32 {
    @inline(__always) get { (state ^ state >> 15) &* 0x2C1B_3C6D }
  }
}
