/// Insertions into the bytes of a part; whatever was there stays, byte for byte.
struct PartEdit {
  private var insertions: [(at: Int, bytes: [UInt8])] = []

  /// Inserts before the byte at `offset`, behind what was inserted there before.
  mutating func insert(_ text: [UInt8], at offset: Int) { insertions.append((offset, text)) }

  /// Inserts before the byte at `offset`, behind what was inserted there before.
  mutating func insert(_ text: String, at offset: Int) { insert(Array(text.utf8), at: offset) }

  /// The part with everything inserted. O(*n* + *k* log *k*) for *k* insertions.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    let order = insertions.indices.sorted { (insertions[$0].at, $0) < (insertions[$1].at, $1) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + insertions.count * 80)
    var at = 0
    for index in order {
      result += bytes[at..<insertions[index].at]
      result += insertions[index].bytes
      at = insertions[index].at
    }
    return result + bytes[at...]
  }
}

extension [UInt8] {
  /// Adds words as XML text or attribute value: what is markup is written as references (XML 1.0 2.4), what XML does
  /// not allow is left out.
  mutating func appendXml(_ words: String) {
    for byte in words.utf8 {
      switch byte {
      case XmlByte.less: append(contentsOf: "&lt;".utf8)
      case XmlByte.greater: append(contentsOf: "&gt;".utf8)
      case XmlByte.ampersand: append(contentsOf: "&amp;".utf8)
      case XmlByte.quote: append(contentsOf: "&quot;".utf8)
      case 0x09, 0x0A, 0x0D: append(0x20)
      case 0..<0x20, 0x7F: break
      default: append(byte)
      }
    }
  }
}
