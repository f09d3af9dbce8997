/// A text as words, and the few of its runs of words that are kept for comparing: winnowing.
///
/// Every run of ``runWords`` words (*k*) has a hash. Of each ``windowRuns`` hashes in a row (*w*) the smallest is kept,
/// the last of equals. So
/// - words that two texts share in a row are found from *w* + *k* - 1 = 10 words on, always;
/// - runs shorter than *k* = 6 words are never found;
/// - of all runs about 2 / (*w* + 1) = a third are kept.
///
/// Words are letters and digits, ASCII capitals as small letters; everything else only parts them.
///
/// - Source: Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", SIGMOD 2003.
public struct Fingerprints: Sendable {
  /// Words in a run: *k*.
  public static let runWords = 6
  /// Runs in a window: *w*.
  public static let windowRuns = 5

  /// Hash of a run, and the word it begins at.
  struct Mark: Sendable {
    let hash: UInt64
    let word: Int32
  }

  /// The words' hashes.
  let words: [UInt64]
  /// Where each word stands in the text's bytes.
  let places: [Range<Int32>]
  /// In the order of the text.
  let marks: [Mark]

  /// Reads a text of at most 2 GB. Linear.
  public init(_ text: [UInt8]) {
    var words: [UInt64] = []
    var places: [Range<Int32>] = []
    var start = 0
    var hash: UInt64 = 0
    for (offset, byte) in text.enumerated() {
      if let letter = Self.letter(byte) {
        if hash == 0 {
          start = offset
          hash = 0xCBF2_9CE4_8422_2325
        }
        // FNV-1a
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
      } else if hash != 0 {
        words.append(hash)
        places.append(Int32(start)..<Int32(offset))
        hash = 0
      }
    }
    if hash != 0 {
      words.append(hash)
      places.append(Int32(start)..<Int32(text.count))
    }
    self.words = words
    self.places = places
    marks = Self.winnowed(Self.runs(of: words))
  }

  /// The letter that a byte counts as; nil for what parts words. Bytes beyond ASCII are letters.
  private static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x80...0xFF: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }

  /// The hash of each run of words.
  private static func runs(of words: [UInt64]) -> [UInt64] {
    guard words.count >= runWords else { return [] }
    return (0...words.count - runWords).map { start in
      var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
      for word in words[start..<start + runWords] {
        hash = (hash ^ word) &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 32
      }
      return hash
    }
  }

  private static func winnowed(_ runs: [UInt64]) -> [Mark] {
    var marks: [Mark] = []
    guard !runs.isEmpty else { return marks }
    for start in 0...max(runs.count - windowRuns, 0) {
      let window = start..<min(start + windowRuns, runs.count)
      var least = window.lowerBound
      for index in window where runs[index] <= runs[least] { least = index }
      if marks.last?.word != Int32(truncatingIfNeeded: least) {
        marks.append(Mark(hash: runs[least], word: Int32(truncatingIfNeeded: least)))
      }
    }
    return marks
  }

  /// The hashes that are kept.
  public var hashes: [UInt64] { marks.map { $0.hash } }

  /// Hashes of every run, not only those kept: what is to be taken out of other texts wherever it stands.
  public static func everyRun(of text: [UInt8]) -> [UInt64] { runs(of: Fingerprints(text).words) }
}
