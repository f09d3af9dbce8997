/// Finds the one word of a vocabulary that a misspelt word must mean, or none.
///
/// A wrong correction credits a learner with what was not written, so the index would rather miss: the first and the
/// last letter must be right; one edit is allowed in words of seven letters, two in words of ten (the shorter of the
/// two counts); the nearest word must be the only one, inflections aside; and a word that is itself English though it
/// lies near another ("contract", "contact") is never corrected (``Lookalikes``).
///
/// A word that fits no entry is tried by its stem against the entries' stems, so that "oportunities" finds
/// "opportunity".
///
/// Built once for a vocabulary. A lookup compares only words with the same first letter and about the same length, and
/// of those only the ones with nearly the same set of letters.
public struct SpellingIndex: Sendable {
  private let words: SpellingBuckets
  private let stems: SpellingBuckets

  /// Indexes the words of six letters and more; shorter ones are passed over, as are words that are not Latin.
  ///
  /// - Parameters:
  ///   - words: in any order; where two are equally good the earlier one is given.
  ///   - table: the table that gave out the ids.
  public init(_ words: [WordID], in table: WordTable) {
    var entries: [SpellingBuckets.Entry] = []
    var stemmed: [SpellingBuckets.Entry] = []
    for word in words {
      let bytes = table.bytes(of: word)
      guard bytes.count >= 6, SpellingBuckets.isPlain(bytes) else { continue }
      let stem = table.stem(of: word)
      entries.append(SpellingBuckets.Entry(bytes: bytes, word: word, stem: stem))
      stemmed.append(SpellingBuckets.Entry(bytes: Porter2.stem(of: bytes), word: word, stem: stem))
    }
    self.words = SpellingBuckets(entries)
    self.stems = SpellingBuckets(stemmed)
  }

  /// The entry that a word was meant to be; nil where the word is an entry or an inflection of one, is English
  /// itself, or where no entry, or more than one, is near enough.
  ///
  /// - Parameter word: in folded form.
  /// - Complexity: a few hundred integer comparisons and a few distances for a vocabulary of thousands.
  public func nearest(to word: [UInt8]) -> WordID? {
    guard word.count >= 7, SpellingBuckets.isPlain(word), let found = candidate(for: word) else { return nil }
    return Lookalikes.contains(word) ? nil : found
  }

  private func candidate(for word: [UInt8]) -> WordID? {
    let stem = Porter2.stem(of: word)
    if words.contains(word) || stems.contains(stem) { return nil }
    switch words.nearest(to: word) {
    case .one(let found): return found
    case .several: return nil
    case .none: break
    }
    if case .one(let found) = stems.nearest(to: stem) { return found }
    return nil
  }
}

/// Words in rows by first letter and length.
struct SpellingBuckets: Sendable {
  struct Entry: Sendable {
    let bytes: [UInt8]
    let word: WordID
    let stem: WordID
  }

  enum Nearest {
    case none, several
    case one(WordID)
  }

  /// Longer words are compared no longer; nobody writes them.
  private static let longest = 40

  private let entries: [Entry]
  private let letters: [UInt32]
  /// Where each bucket starts in `entries`, and where the last one ends.
  private let starts: [Int]

  init(_ unsorted: [Entry]) {
    var buckets = [[Entry]](repeating: [], count: 26 * (Self.longest + 1))
    for entry in unsorted where !entry.bytes.isEmpty && entry.bytes.count <= Self.longest {
      buckets[Self.bucket(entry.bytes[0], entry.bytes.count)].append(entry)
    }
    var entries: [Entry] = []
    var starts: [Int] = []
    for bucket in buckets {
      starts.append(entries.count)
      entries.append(contentsOf: bucket)
    }
    starts.append(entries.count)
    self.entries = entries
    self.starts = starts
    letters = entries.map { Self.letters(of: $0.bytes) }
  }

  /// True for words of lower-case Latin letters only.
  static func isPlain(_ word: [UInt8]) -> Bool {
    for byte in word where byte &- 0x61 >= 26 { return false }
    return !word.isEmpty
  }

  func contains(_ word: [UInt8]) -> Bool {
    guard Self.isPlain(word), word.count <= Self.longest else { return false }
    for index in bucketRange(word[0], word.count) where entries[index].bytes == word { return true }
    return false
  }

  /// The entry with the fewest edits, as far as the lengths allow.
  func nearest(to word: [UInt8]) -> Nearest {
    guard Self.isPlain(word), word.count >= 7, word.count <= Self.longest else { return .none }
    for edits in 1...2 where word.count >= Self.shortest(for: edits) {
      let found = only(within: edits, of: word)
      if case .none = found { continue }
      return found
    }
    return .none
  }

  /// Letters that the shorter word must have for a number of edits.
  private static func shortest(for edits: Int) -> Int { edits == 1 ? 7 : 10 }

  private func only(within edits: Int, of word: [UInt8]) -> Nearest {
    let set = Self.letters(of: word)
    var found: Entry?
    for length in max(word.count - edits, Self.shortest(for: edits))...min(word.count + edits, Self.longest) {
      for index in bucketRange(word[0], length) where (letters[index] ^ set).nonzeroBitCount <= 2 * edits {
        let entry = entries[index]
        guard entry.bytes.last == word.last,
          SpellingDistance.between(word, entry.bytes, within: edits) != nil
        else { continue }
        if let found, found.stem != entry.stem { return .several }
        if found == nil { found = entry }
      }
    }
    guard let found else { return .none }
    return .one(found.word)
  }

  private func bucketRange(_ first: UInt8, _ length: Int) -> Range<Int> {
    let bucket = Self.bucket(first, length)
    return starts[bucket]..<starts[bucket + 1]
  }

  private static func bucket(_ first: UInt8, _ length: Int) -> Int {
    Int(first - 0x61) * (longest + 1) + length
  }

  /// The set of letters of a word, one bit each. An edit changes two of them at most.
  private static func letters(of word: [UInt8]) -> UInt32 {
    var set: UInt32 = 0
    for byte in word { set |= 1 << UInt32(byte &- 0x61) }
    return set
  }
}
