/// Pairs of submissions that share text.
///
/// Linear in the fingerprints but for pairs that really share: a fingerprint that more than ``commonest`` submissions
/// have is a template's or the unit's wording, or a turn of phrase, and makes no pair.
public struct SharedText: Sendable {
  /// A stretch of words that stands in both.
  public struct Passage: Sendable, Equatable {
    /// Bytes of the first text.
    public let first: Range<Int>
    /// Bytes of the second text.
    public let second: Range<Int>
    /// Words.
    public let words: Int
  }

  /// Two submissions and what they share.
  public struct Pair: Sendable {
    /// Index of the first.
    public let first: Int
    /// Index of the second, greater than the first's.
    public let second: Int
    /// Longest first.
    public let passages: [Passage]
    /// Words of the second text that the passages cover.
    public let words: Int
  }

  /// Most submissions that a fingerprint may stand in to tell any two of them apart from the rest.
  public static let commonest = 12
  /// Fewest words of all passages of a pair that is told.
  public static let fewestWords = 25

  /// Most words shared first, then in the order of the submissions.
  public let pairs: [Pair]

  /// Compares.
  ///
  /// - Parameters:
  ///   - texts: one for each submission.
  ///   - owners: whose work each is: two of one owner make no pair.
  ///   - known: hashes of runs that everybody may use: template, unit, rules.
  public init(_ texts: [Fingerprints], owners: [String], known: Set<UInt64>) {
    // safe: the caller makes both from one list of results, whatever is in them.
    precondition(texts.count == owners.count, "\(texts.count) texts of \(owners.count) owners")
    let shared = Self.counts(texts, owners, known)
    var pairs: [Pair] = []
    for (key, count) in shared where count > 1 {
      let (first, second) = (Int(key >> 32), Int(key & 0xFFFF_FFFF))
      let passages = Self.passages(texts[first], texts[second], known)
      let words = passages.reduce(0) { $0 + $1.words }
      if words >= Self.fewestWords {
        pairs.append(Pair(first: first, second: second, passages: passages, words: words))
      }
    }
    self.pairs = pairs.sorted { ($1.words, $0.first, $0.second) < ($0.words, $1.first, $1.second) }
  }

  /// How many rare fingerprints each pair shares, keyed by both indices.
  private static func counts(
    _ texts: [Fingerprints], _ owners: [String], _ known: Set<UInt64>
  ) -> [UInt64: Int] {
    var postings: [(hash: UInt64, text: Int32)] = []
    postings.reserveCapacity(texts.reduce(0) { $0 + $1.marks.count })
    for (index, text) in texts.enumerated() {
      for mark in text.marks where !known.contains(mark.hash) {
        postings.append((hash: mark.hash, text: Int32(truncatingIfNeeded: index)))
      }
    }
    postings.sort { ($0.hash, $0.text) < ($1.hash, $1.text) }
    var counts: [UInt64: Int] = [:]
    var start = 0
    while start < postings.count {
      var end = start + 1
      while end < postings.count, postings[end].hash == postings[start].hash { end += 1 }
      if end - start > 1 { count(postings[start..<end], owners, &counts) }
      start = end
    }
    return counts
  }

  private static func count(
    _ group: ArraySlice<(hash: UInt64, text: Int32)>, _ owners: [String], _ counts: inout [UInt64: Int]
  ) {
    var texts: [Int] = []
    for posting in group where texts.last != Int(posting.text) { texts.append(Int(posting.text)) }
    guard 2...commonest ~= texts.count else { return }
    for (place, first) in texts.enumerated() {
      for second in texts[(place + 1)...] where owners[first] != owners[second] {
        counts[UInt64(truncatingIfNeeded: first) << 32 | UInt64(truncatingIfNeeded: second), default: 0] += 1
      }
    }
  }

  /// The stretches that two texts share, grown from their common fingerprints as far as the words are the same; known
  /// runs may stand inside one and begin none. Longest first.
  private static func passages(
    _ first: Fingerprints, _ second: Fingerprints, _ known: Set<UInt64>
  ) -> [Passage] {
    var places: [UInt64: Int32] = [:]
    for mark in first.marks where !known.contains(mark.hash) { places[mark.hash] = mark.word }
    var passages: [Passage] = []
    var covered = 0
    for mark in second.marks {
      guard Int(mark.word) >= covered, let place = places[mark.hash] else { continue }
      var (a, b) = (Int(place), Int(mark.word))
      while a > 0, b > covered, first.words[a - 1] == second.words[b - 1] { (a, b) = (a - 1, b - 1) }
      var count = 0
      while a + count < first.words.count, b + count < second.words.count,
        first.words[a + count] == second.words[b + count]
      {
        count += 1
      }
      guard count >= Fingerprints.runWords else { continue }
      covered = b + count
      passages.append(
        Passage(first: first.bytes(a..<a + count), second: second.bytes(b..<b + count), words: count))
    }
    return passages.sorted { ($1.words, $0.second.lowerBound) < ($0.words, $1.second.lowerBound) }
  }
}

extension Fingerprints {
  /// Where a stretch of words stands in the text.
  fileprivate func bytes(_ words: Range<Int>) -> Range<Int> {
    Int(places[words.lowerBound].lowerBound)..<Int(places[words.upperBound - 1].upperBound)
  }
}
