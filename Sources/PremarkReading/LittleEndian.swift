extension [UInt8] {
  /// The little-endian number of two bytes at `offset`; nil past the end.
  package func uint16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  /// The little-endian number of four bytes at `offset`; nil past the end.
  package func uint32(at offset: Int) -> UInt32? {
    guard let low = uint16(at: offset), let high = uint16(at: offset + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// The little-endian number of eight bytes at `offset`; nil past the end.
  func uint64(at offset: Int) -> UInt64? {
    guard let low = uint32(at: offset), let high = uint32(at: offset + 4) else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  /// True where the bytes of `text` stand at `offset`.
  package func has(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count - length else { return false }
    return text.withUTF8Buffer { buffer in
      for index in 0..<length where self[offset + index] != buffer[index] { return false }
      return true
    }
  }
}
