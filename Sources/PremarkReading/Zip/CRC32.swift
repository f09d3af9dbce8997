/// The cyclic redundancy check of ZIP, gzip and PNG (ISO 3309; APPNOTE.TXT 4.4.7), polynomial 0xEDB88320.
package enum CRC32 {
  /// The check value of `bytes`; 0 for none.
  ///
  /// Eight bytes a step ("slicing by 8", Kounavis and Berry 2005).
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = tables
    var crc = ~UInt32(0)
    var at = 0
    while at + 8 <= bytes.count {
      let a = Int(UInt8(truncatingIfNeeded: crc) ^ bytes[at])
      let b = Int(UInt8(truncatingIfNeeded: crc >> 8) ^ bytes[at + 1])
      let c = Int(UInt8(truncatingIfNeeded: crc >> 16) ^ bytes[at + 2])
      let d = Int(UInt8(truncatingIfNeeded: crc >> 24) ^ bytes[at + 3])
      crc = table[7 << 8 | a] ^ table[6 << 8 | b] ^ table[5 << 8 | c] ^ table[4 << 8 | d]
      crc ^= table[3 << 8 | Int(bytes[at + 4])] ^ table[2 << 8 | Int(bytes[at + 5])]
      crc ^= table[1 << 8 | Int(bytes[at + 6])] ^ table[Int(bytes[at + 7])]
      at += 8
    }
    while at < bytes.count {
      crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[at])) & 0xFF)]
      at += 1
    }
    return ~crc
  }

  /// Table *k* at `k << 8`: what a byte followed by *k* zero bytes comes to.
  private static let tables: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 8 << 8)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
      table[byte] = crc
    }
    for index in 256..<(8 << 8) {
      let before = table[index - 256]
      table[index] = before >> 8 ^ table[Int(before & 0xFF)]
    }
    return table
  }()
}
