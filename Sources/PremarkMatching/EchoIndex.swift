public import PremarkText

/// The unit's own wording as hashes of stems: tells a sentence that only repeats it.
///
/// A sentence is an echo where at least ``leastWords`` of its words carry content and at least ``share`` of them stand
/// in one and the same sentence of the wording. Word order does not matter, so a criterion turned into the first
/// person ("I have set objectives which are specific, measurable …") is an echo all the same.
public struct EchoIndex: Sendable {
  /// Fewest content words a sentence needs before it can be called an echo.
  public static let leastWords = 4
  /// Share of content words, in tenths, that must stand in one sentence of the wording.
  public static let share = 7

  private let sentences: [[UInt32]]

  /// - Parameter wording: sorted hashes for each sentence, as ``hashes(of:)`` gives them.
  public init(_ wording: [[UInt32]]) { sentences = wording }

  /// True where a sentence with these content hashes repeats the wording. Linear in both, times log.
  public func isEcho(_ hashes: [UInt32]) -> Bool {
    guard hashes.count >= Self.leastWords else { return false }
    for sentence in sentences {
      var shared = 0
      for hash in hashes where Self.contains(sentence, hash) { shared += 1 }
      if shared * 10 >= hashes.count * Self.share { return true }
    }
    return false
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
