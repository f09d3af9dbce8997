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
    entries.reserveCapacity(words.count)
    stemmed.reserveCapacity(words.count)
    let bytes = table.allBytes
    for word in words {
      let place = table.place(of: word)
      guard place.count >= 6, SpellingBuckets.isPlain(bytes[place]) else { continue }
      let stem = table.stem(of: word)
      entries.append(SpellingBuckets.Entry(place: place, word: word, stem: stem))
      let own = table.place(of: table.ownStem(of: word))
      stemmed.append(SpellingBuckets.Entry(place: own, word: word, stem: stem))
    }
    self.words = SpellingBuckets(entries, in: bytes)
    self.stems = SpellingBuckets(stemmed, in: bytes)
  }

  /// The entry that a word was meant to be; nil where the word is an entry or an inflection of one, is English
  /// itself, or where no entry, or more than one, is near enough.
  ///
  /// - Parameter word: in folded form.
  /// - Complexity: a few hundred integer comparisons and a few distances for a vocabulary of thousands.
  public func nearest(to word: [UInt8]) -> WordID? {
    guard word.count >= 7, SpellingBuckets.isPlain(word[...]), let found = candidate(for: word) else {
      return nil
    }
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
    /// Where its letters stand in the bytes of the table.
    let place: Range<Int>
    let word: WordID
    let stem: WordID
  }

  enum Nearest {
    case none, several
    case one(WordID)
  }

  /// Longer words are compared no longer; nobody writes them.
  private static let longest = 40

  private let bytes: [UInt8]
  /// Bucket by bucket, those of one bucket in the order given.
  private let entries: [Entry]
  private let letters: [UInt32]
  /// Where each bucket starts in `entries`, and where the last one ends.
  private let starts: [Int32]

  /// - Parameters:
  ///   - unsorted: words of lower-case Latin letters.
  ///   - bytes: where they stand.
  init(_ unsorted: [Entry], in bytes: [UInt8]) {
    let buckets = unsorted.map { entry in
      entry.place.isEmpty || entry.place.count > Self.longest
        ? -1 : Self.bucket(bytes[entry.place.lowerBound], entry.place.count)
    }
    var starts = [Int32](repeating: 0, count: 26 * (Self.longest + 1) + 1)
    for bucket in buckets where bucket >= 0 { starts[bucket + 1] += 1 }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    var next = starts
    var order = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    for (index, bucket) in buckets.enumerated() where bucket >= 0 {
      order[Int(next[bucket])] = Int32(truncatingIfNeeded: index)
      next[bucket] += 1
    }
    self.bytes = bytes
    self.starts = starts
    entries = order.map { unsorted[Int($0)] }
    letters = entries.map { Self.letters(of: bytes[$0.place]) }
  }

  /// True for words of lower-case Latin letters only.
  static func isPlain(_ word: ArraySlice<UInt8>) -> Bool {
    for byte in word where byte &- 0x61 >= 26 { return false }
    return !word.isEmpty
  }

  func contains(_ word: [UInt8]) -> Bool {
    guard Self.isPlain(word[...]), word.count <= Self.longest else { return false }
    for index in bucketRange(word[0], word.count) where bytes[entries[index].place].elementsEqual(word) {
      return true
    }
    return false
  }

  /// The entry with the fewest edits, as far as the lengths allow.
  func nearest(to word: [UInt8]) -> Nearest {
    guard Self.isPlain(word[...]), word.count >= 7, word.count <= Self.longest else { return .none }
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
    let set = Self.letters(of: word[...])
    var found: Entry?
    for length in max(word.count - edits, Self.shortest(for: edits))...min(word.count + edits, Self.longest) {
      for index in bucketRange(word[0], length) where (letters[index] ^ set).nonzeroBitCount <= 2 * edits {
        let entry = entries[index]
        guard bytes[entry.place.upperBound - 1] == word.last,
          SpellingDistance.between(word, Array(bytes[entry.place]), within: edits) != nil
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
    return Int(starts[bucket])..<Int(starts[bucket + 1])
  }

  private static func bucket(_ first: UInt8, _ length: Int) -> Int {
    Int(first - 0x61) * (longest + 1) + length
  }

  /// The set of letters of a word, one bit each. An edit changes two of them at most.
  private static func letters(of word: ArraySlice<UInt8>) -> UInt32 {
    var set: UInt32 = 0
    for byte in word { set |= 1 << UInt32(byte &- 0x61) }
    return set
  }
}
