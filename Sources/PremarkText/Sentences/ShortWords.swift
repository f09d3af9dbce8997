/// A fixed set of words of at most eight letters, each packed into one integer, so that asking is a binary search
/// among integers and needs no hashing.
struct ShortWords: Sendable {
  private let keys: [UInt64]

  /// Makes the set of the words of a text, in lower case and apart by single spaces.
  init(_ list: StaticString) {
    var keys: [UInt64] = []
    var key: UInt64 = 0
    for offset in 0..<list.utf8CodeUnitCount {
      let byte = list.utf8Start[offset]
      if byte == 0x20 || byte == 0x0A {
        if key != 0 { keys.append(key) }
        key = 0
      } else {
        key = key << 8 | UInt64(byte)
      }
    }
    if key != 0 { keys.append(key) }
    keys.sort()
    self.keys = keys
  }

  /// Whether a word, packed by ``key(of:in:)``, is in the set.
  func contains(_ key: UInt64) -> Bool {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = low + (high - low) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low < keys.count && keys[low] == key
  }

  /// The letters of a span packed in lower case; 0, which no word has, for longer words and other letters.
  static func key(of span: Span, in text: [UInt8]) -> UInt64 {
    guard span.count <= 8 else { return 0 }
    var key: UInt64 = 0
    for offset in span.range {
      let lower = text[offset] | 0x20
      guard lower &- 0x61 < 26 else { return 0 }
      key = key << 8 | UInt64(lower)
    }
    return key
  }
}
