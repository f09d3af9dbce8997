@testable import PremarkReading

/// Writes small ZIP archives (APPNOTE.TXT 6.3.10) with stored entries, right or wrong on purpose.
struct ZipMaker {
  /// An entry and what its headers say of it.
  struct Entry {
    var name: String
    var data: [UInt8]
    var localName: String?
    var flags: UInt16 = 0
    var method: UInt16 = 0
    var crc: UInt32?
    var declaredSize: UInt32?
    /// Writes sizes and offset into a ZIP64 extra field only.
    var isWide = false
    /// Leaves the sizes out of the local header and writes them after the data (4.3.9).
    var hasDescriptor = false
    /// Lets the central header point to another entry's data.
    var sharesOffsetOf: Int?

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    init(_ name: String, _ data: [UInt8]) {
      self.name = name
      self.data = data
    }
  }

  var entries: [Entry] = []
  var before: [UInt8] = []
  var comment: [UInt8] = []
  var hasZip64End = false
  var declaredCount: UInt16?

  init(_ entries: [Entry]) { self.entries = entries }

  /// The archive.
  var bytes: [UInt8] {
    var file = before
    var offsets: [Int] = []
    for entry in entries {
      offsets.append(file.count - before.count)
      file += local(entry)
    }
    let start = file.count
    for (index, entry) in entries.enumerated() {
      file += central(entry, offset: offsets[entry.sharesOffsetOf ?? index])
    }
    let size = file.count - start
    let offset = start - before.count
    if hasZip64End {
      let at = file.count - before.count
      file += bytes32(0x0606_4B50) + bytes64(44) + bytes16(45) + bytes16(45) + bytes32(0) + bytes32(0)
      file += bytes64(entries.count) + bytes64(entries.count) + bytes64(size) + bytes64(offset)
      file += bytes32(0x0706_4B50) + bytes32(0) + bytes64(at) + bytes32(1)
    }
    let count = declaredCount ?? UInt16(entries.count)
    file += bytes32(0x0605_4B50) + bytes16(0) + bytes16(0) + bytes16(count) + bytes16(count)
    file += hasZip64End ? bytes32(.max) + bytes32(.max) : bytes32(UInt32(size)) + bytes32(UInt32(offset))
    return file + bytes16(UInt16(comment.count)) + comment
  }

  private func local(_ entry: Entry) -> [UInt8] {
    let name = Array((entry.localName ?? entry.name).utf8)
    let flags = entry.flags | (entry.hasDescriptor ? 8 : 0)
    let size = entry.hasDescriptor ? 0 : UInt32(entry.data.count)
    let crc = entry.hasDescriptor ? 0 : CRC32.checksum(entry.data)
    var header = bytes32(0x0403_4B50) + bytes16(20) + bytes16(flags) + bytes16(entry.method) + bytes32(0)
    header += bytes32(crc) + bytes32(size) + bytes32(size) + bytes16(UInt16(name.count)) + bytes16(0)
    let descriptor =
      entry.hasDescriptor
      ? bytes32(0x0807_4B50) + bytes32(CRC32.checksum(entry.data)) + bytes32(UInt32(entry.data.count))
        + bytes32(UInt32(entry.data.count)) : []
    return header + name + entry.data + descriptor
  }

  private func central(_ entry: Entry, offset: Int) -> [UInt8] {
    let name = Array(entry.name.utf8)
    let size = entry.isWide ? .max : entry.declaredSize ?? UInt32(entry.data.count)
    let packed = entry.isWide ? .max : UInt32(entry.data.count)
    let crc = entry.crc ?? CRC32.checksum(entry.data)
    let extra =
      entry.isWide
      ? bytes16(1) + bytes16(24) + bytes64(entry.data.count) + bytes64(entry.data.count) + bytes64(offset)
      : []
    var header = bytes32(0x0201_4B50) + bytes16(20) + bytes16(20) + bytes16(entry.flags)
    header += bytes16(entry.method) + bytes32(0) + bytes32(crc) + bytes32(packed) + bytes32(size)
    header +=
      bytes16(UInt16(name.count)) + bytes16(UInt16(extra.count)) + bytes16(0) + bytes16(0) + bytes16(0)
    header += bytes32(0) + bytes32(entry.isWide ? .max : UInt32(offset))
    return header + name + extra
  }
}

/// Little-endian bytes of a number.
private func bytes16(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
private func bytes32(_ value: UInt32) -> [UInt8] {
  bytes16(UInt16(value & 0xFFFF)) + bytes16(UInt16(value >> 16))
}
private func bytes64(_ value: Int) -> [UInt8] { bytes32(UInt32(value)) + bytes32(0) }
