extension [UInt8] {
  /// Appends a Unicode scalar value as UTF-8; what is no scalar value becomes U+FFFD.
  mutating func appendScalar(_ value: UInt32) {
    switch value {
    case 0..<0x80: append(UInt8(value))
    case 0x80..<0x800:
      append(0xC0 | UInt8(value >> 6))
      append(0x80 | UInt8(value & 0x3F))
    case 0xD800...0xDFFF, 0x110000...: append(contentsOf: [0xEF, 0xBF, 0xBD])
    case 0x800..<0x10000:
      append(0xE0 | UInt8(value >> 12))
      append(0x80 | UInt8(value >> 6 & 0x3F))
      append(0x80 | UInt8(value & 0x3F))
    default:
      append(0xF0 | UInt8(value >> 18))
      append(0x80 | UInt8(value >> 12 & 0x3F))
      append(0x80 | UInt8(value >> 6 & 0x3F))
      append(0x80 | UInt8(value & 0x3F))
    }
  }

  /// The scalar value that starts at `index` and its length in bytes. The bytes must be valid UTF-8.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = self[index]
    func tail(_ offset: Int) -> UInt32 {
      index + offset < count ? UInt32(self[index + offset] & 0x3F) : 0
    }
    if first < 0x80 { return (UInt32(first), 1) }
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return (UInt32(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
  }

  /// The scalar value that ends before `index`; nil at the start. The bytes must be valid UTF-8.
  func scalar(before index: Int) -> UInt32? {
    var start = index - 1
    guard start >= 0 else { return nil }
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start).value
  }
}

/// What windows-1252 makes of a byte from 0x80 (WHATWG Encoding Standard, index windows-1252: unassigned bytes
/// stay C1 controls).
func windows1252Scalar(_ byte: UInt8) -> UInt32 {
  guard byte >= 0x80, byte < 0xA0 else { return UInt32(byte) }
  let c1: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
  return c1[Int(byte) - 0x80]
}
