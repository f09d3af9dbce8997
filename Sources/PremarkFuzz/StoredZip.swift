import CZlib

/// A ZIP archive of stored entries (APPNOTE.TXT 6.3.10), checksums right.
struct StoredZip {
  let bytes: [UInt8]

  init(_ entries: [(name: String, data: [UInt8])]) {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, data) in entries {
      let sum = UInt32(truncatingIfNeeded: crc32(0, data, UInt32(data.count)))
      let size = UInt32(data.count)
      let common =
        Self.two(20) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(sum) + Self.four(size)
        + Self.four(size) + Self.two(UInt16(name.utf8.count)) + Self.two(0)
      directory +=
        Self.four(0x0201_4B50) + Self.two(20) + common + Self.two(0) + Self.two(0) + Self.two(0)
        + Self.four(0) + Self.four(UInt32(file.count)) + Array(name.utf8)
      file += Self.four(0x0403_4B50) + common + Array(name.utf8) + data
    }
    let count = Self.two(UInt16(entries.count))
    let end =
      Self.four(0x0605_4B50) + Self.four(0) + count + count + Self.four(UInt32(directory.count))
      + Self.four(UInt32(file.count)) + Self.two(0)
    bytes = file + directory + end
  }

  private static func two(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func four(_ value: UInt32) -> [UInt8] {
    two(UInt16(truncatingIfNeeded: value)) + two(UInt16(truncatingIfNeeded: value >> 16))
  }
}
