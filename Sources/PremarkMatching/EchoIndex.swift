public import PremarkText

/// The unit's own wording as hashes of stems: tells a sentence that only repeats it.
///
/// A sentence is an echo where at least ``leastWords`` of its words carry content and at least ``share`` of them stand
/// in one and the same sentence of the wording. Word order does not matter, so a criterion turned into the first
/// person ("I have set objectives which are specific, measurable …") is an echo all the same. What Premark itself says
/// of the unit (marking points, advice) is written in learners' words, so only a copy of one of its sentences is an
/// echo: ``shareOfCopy`` is counted of the longer of the two.
public struct EchoIndex: Sendable {
  /// Fewest content words a sentence needs before it can be called an echo.
  public static let leastWords = 4
  /// Share of content words, in tenths, that must stand in one sentence of the wording.
  public static let share = 7
  /// The same for a copy.
  public static let shareOfCopy = 9

  /// Where a stem stands: its hash, and a sentence; sorted.
  private var postings: [(hash: UInt32, sentence: Int32)] = []
  /// For each sentence how many content words it has where a copy is asked for; 0 for wording.
  private var sizes: [Int] = []

  /// - Parameters:
  ///   - wording: hashes for each sentence, as ``hashes(of:)`` gives them.
  ///   - copies: the same for sentences of which only a copy counts.
  public init(_ wording: [[UInt32]], copies: [[UInt32]] = []) {
    postings.reserveCapacity((wording + copies).reduce(0) { $0 + $1.count })
    for (index, sentence) in (wording + copies).enumerated() {
      for hash in sentence { postings.append((hash, Int32(truncatingIfNeeded: index))) }
      sizes.append(index < wording.count ? 0 : sentence.count)
    }
    postings.sort { ($0.hash, $0.sentence) < ($1.hash, $1.sentence) }
  }

  /// True where nothing could be repeated.
  public var isEmpty: Bool { postings.isEmpty }

  /// True where a sentence with these content hashes repeats the wording. O(*n* log *m*) in its words and those of the
  /// wording, and in what they share.
  public func isEcho(_ hashes: [UInt32]) -> Bool {
    guard hashes.count >= Self.leastWords else { return false }
    var shared = [Int](repeating: 0, count: sizes.count)
    for hash in hashes {
      var at = firstPosting(of: hash)
      while at < postings.count, postings[at].hash == hash {
        shared[Int(postings[at].sentence)] += 1
        at += 1
      }
    }
    return shared.indices.contains { sentence in
      let share = sizes[sentence] == 0 ? Self.share : Self.shareOfCopy
      return shared[sentence] * 10 >= max(hashes.count, sizes[sentence]) * share
    }
  }

  private func firstPosting(of hash: UInt32) -> Int {
    var low = 0
    var high = postings.count
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The sorted, different FNV-1a 32-bit hashes of the content stems of a sentence: what a unit file's `wording` holds.
  public static func hashes(of sentence: [UInt8]) -> [UInt32] {
    var words = WordTable()
    let tokens = Tokeniser().tokens(of: sentence, into: &words)
    return hashes(of: tokens[...], in: words)
  }

  /// The same for tokens of a sentence whose words stand in a table.
  public static func hashes(of tokens: ArraySlice<Token>, in words: WordTable) -> [UInt32] {
    var hashes: [UInt32] = []
    for token in tokens where token.kind == .word && words.length(of: token.word) > 2 {
      let hash = hash(words.bytes(of: words.stem(of: token.word)))
      if !contains(functionHashes, hash) { hashes.append(hash) }
    }
    hashes.sort()
    var different: [UInt32] = []
    for hash in hashes where different.last != hash { different.append(hash) }
    return different
  }

  private static func contains(_ sorted: [UInt32], _ hash: UInt32) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == hash
  }

  /// FNV-1a, 32 bits (Fowler, Noll, Vo).
  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// Hashes of the stems that carry no content, sorted.
  private static let functionHashes: [UInt32] = {
    var hashes: [UInt32] = []
    for word in Array(functionStems.utf8).split(separator: 0x20) { hashes.append(hash(Array(word))) }
    hashes.sort()
    return hashes
  }()

  private static let functionStems = """
    the and for with that this these those which who whom whose have has had having are was were \
    been be being will would can could shall should may might must not but from into onto upon than \
    then them they their there here his her him she its our your you mine myself what when where how \
    why all ani any some such both each everi also veri just onli out over under about becaus \
    therefor howev while did doe done too via per etc between toward within throughout through dure \
    make made
    """
}
