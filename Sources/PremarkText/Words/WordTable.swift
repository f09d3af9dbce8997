/// Every different word of a text or of many, each with a number, so that the engine compares words as integers.
///
/// Words are kept folded (see ``Folding``), each beside the number of its Porter2 stem, which is computed once when
/// the word first appears. Stems are entries of the same table.
///
/// A copy costs nothing until it changes, then one copy of five flat arrays; a rule set keeps a table with its own
/// words, and each document goes on in a copy. Ids given out by a table keep their meaning in its copies.
public struct WordTable: Sendable {
  private var strings = ByteStrings()
  private var stems: [Int32] = []
  private var meanings: [Int32] = []
  /// Stems that mean another.
  private var joined: [Int32] = []

  /// Makes an empty table.
  public init() {}

  /// Number of entries: words and their stems.
  public var count: Int { strings.count }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  ///
  /// A word of ASCII without capitals that is there already costs its hash and one comparison, no copy.
  public mutating func intern(_ word: [UInt8]) -> WordID {
    // safe: read within the closure only; what is entered is copied.
    word.withUnsafeBufferPointer { bytes -> WordID in intern(bytes) }
  }

  /// The id of a word, which is folded first and entered, with its stem, if it is new.
  public mutating func intern(_ word: ArraySlice<UInt8>) -> WordID {
    // safe: read within the closure only; what is entered is copied.
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
    var hash = ByteHash()
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
  var allBytes: [UInt8] { strings.arena }

  /// Where an entry stands in ``allBytes``.
  func place(of word: WordID) -> Range<Int> { strings.range(of: Int(word.rawValue)) }

  /// The folded bytes of an entry. Copies them.
  public func bytes(of word: WordID) -> [UInt8] { strings.bytes(of: word.rawValue) }

  /// The folded text of an entry.
  public func string(of word: WordID) -> String { strings.string(of: word.rawValue) }

  /// True where an entry's folded form begins with these bytes. Copies nothing.
  public func starts(_ word: WordID, with prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    strings.withBytes(of: word.rawValue) { bytes in
      guard bytes.count >= prefix.count else { return false }
      for (at, byte) in prefix.enumerated() where bytes[at] != byte { return false }
      return true
    }
  }

  /// Calls `body` with each of some strings that an entry's folded form begins with, the shortest first.
  ///
  /// - Complexity: one look-up a byte of the word, whatever the number of strings.
  public func forEachStart(_ word: WordID, of prefixes: ByteStrings, _ body: (Int32) -> Void) {
    strings.withBytes(of: word.rawValue) { bytes in
      var hash = ByteHash()
      for (at, byte) in bytes.enumerated() {
        hash.add(byte)
        // safe: a slice of the buffer at hand, which is not kept.
        let start = UnsafeBufferPointer(rebasing: bytes[...at])
        if let number = prefixes.find(start, hash: hash.value) { body(number) }
      }
    }
  }

  /// Number of bytes of an entry's folded form.
  public func length(of word: WordID) -> Int { strings.range(of: Int(word.rawValue)).count }

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
    for stem in joined where meanings[Int(stem)] == from { meanings[Int(stem)] = to }
    meanings[Int(from)] = to
    joined.append(from)
  }

  /// The id of a word in folded form; enters it if it is new.
  mutating func intern(folded word: [UInt8]) -> WordID {
    // safe: read within the closure only; what is entered is copied.
    word.withUnsafeBufferPointer { intern($0, hash: ByteHash($0).value) }
  }

  /// The id of a word that stands in a text and is folded once `caseBit` is set in each of its bytes.
  ///
  /// - Parameter hash: of the folded bytes.
  @inline(__always)
  mutating func intern(_ text: [UInt8], _ range: Range<Int>, caseBit: UInt8, hash: UInt32) -> WordID {
    // safe: slicing checks the range against the text, and no pointer outlives the closure.
    let (known, slot) = text.withUnsafeBufferPointer { bytes in
      strings.find(UnsafeBufferPointer(rebasing: bytes[range]), caseBit: caseBit, hash: hash)
    }
    if known >= 0 { return WordID(rawValue: known) }
    let folded: [UInt8] = text[range].map { $0 | caseBit }
    // safe: read within the closure only; what is entered is copied.
    return folded.withUnsafeBufferPointer { word -> WordID in enter(word, hash: hash, slot: slot) }
  }

  /// The id of a word in folded form with its hash; enters it if it is new.
  private mutating func intern(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32) -> WordID {
    let (known, slot) = strings.find(word, caseBit: 0, hash: hash)
    return known >= 0 ? WordID(rawValue: known) : enter(word, hash: hash, slot: slot)
  }

  private mutating func enter(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, slot: Int) -> WordID {
    let index = strings.enter(word, hash: hash, slot: slot)
    stems.append(index)
    meanings.append(index)
    let stem: Int32? = Porter2.withStem(of: word) { stem in
      guard var stem else { return nil }
      // A secondment has nothing to do with seconds.
      // safe: a slice keeps its bounds, and it is copied before the closure ends.
      if Self.isSecondment(word) { stem = UnsafeBufferPointer(rebasing: word[..<10]) }
      return intern(stem, hash: ByteHash(stem).value).rawValue
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
    // safe: read within the closure only.
    word.withUnsafeBufferPointer { strings.find($0) }.map { WordID(rawValue: $0) }
  }
}
