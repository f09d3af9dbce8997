/// Walks bytes as UTF-8 and counts what is wrong (Unicode 16, table 3-7, "well-formed byte sequences").
struct UTF8Scan {
  private let bytes: [UInt8]
  private var at: Int
  /// Well-formed sequences of more than one byte.
  private(set) var multibyte = 0
  /// Bytes that belong to no well-formed sequence; each maximal wrong start counts once.
  private(set) var invalid = 0
  /// The text with U+FFFD for what is wrong; only where `keepsText` is set.
  private(set) var text: [UInt8] = []
  /// Whether to collect `text`.
  var keepsText = false

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = min(start, bytes.count)
  }

  /// Walks to the end. O(*n*).
  mutating func run() {
    while at < bytes.count {
      let start = at
      if bytes[at] < 0x80 {
        at += 1
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
      } else if let length = sequenceLength() {
        multibyte += 1
        at += length
      } else {
        invalid += 1
        at += 1
        while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
        if keepsText { text.append(contentsOf: [0xEF, 0xBF, 0xBD]) }
        continue
      }
      if keepsText { text.append(contentsOf: bytes[start..<at]) }
    }
  }

  /// Length of the well-formed sequence of two to four bytes at the current place, or nil.
  private func sequenceLength() -> Int? {
    let first = bytes[at]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard at + length <= bytes.count, bytes[at + 1] >= low, bytes[at + 1] <= high else { return nil }
    for i in 2..<max(length, 2) where bytes[at + i] & 0xC0 != 0x80 { return nil }
    return length
  }
}
