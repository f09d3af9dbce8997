package import PremarkDocument

/// Where the central directory of a ZIP archive stands.
package struct ZipDirectory {
  /// First byte of the first central header.
  package let start: Int
  /// Byte after the last: the end record, or the ZIP64 one.
  package let end: Int
  /// How far all offsets are off, because something was put before the archive.
  package let shift: Int

  private static let endRecordBytes = 22

  /// Finds the end record (4.3.16), the nearest to the end of the file that leads to a central directory.
  package init(_ bytes: [UInt8]) throws(ReadingError) {
    let last = bytes.count - Self.endRecordBytes
    var at = last
    while at >= 0, at >= last - 0xFFFF {
      if bytes.has("PK\u{05}\u{06}", at: at), let found = Self(bytes, endRecord: at) {
        self = found
        return
      }
      at -= 1
    }
    throw ZipArchive.damaged("it breaks off before its end, or its list of contents is missing")
  }

  private init(start: Int, end: Int, shift: Int) {
    self.start = start
    self.end = end
    self.shift = shift
  }

  private init?(_ bytes: [UInt8], endRecord at: Int) {
    guard let comment = bytes.uint16(at: at + 20), at + Self.endRecordBytes + Int(comment) <= bytes.count,
      let size = bytes.uint32(at: at + 12), let offset = bytes.uint32(at: at + 16)
    else { return nil }
    if let wide = Self.zip64(bytes, endRecord: at) {
      self.init(bytes, size: wide.size, offset: wide.offset, end: wide.at)
    } else {
      self.init(bytes, size: UInt64(size), offset: UInt64(offset), end: at)
    }
  }

  /// Checks that a directory of that size ends at `end` or begins at `offset`.
  private init?(_ bytes: [UInt8], size: UInt64, offset: UInt64, end: Int) {
    guard size <= UInt64(end), offset <= UInt64(end) else { return nil }
    let declared = Int(truncatingIfNeeded: offset)
    let start = end - Int(truncatingIfNeeded: size)
    if size == 0 {
      self.init(start: end, end: end, shift: 0)
    } else if bytes.has("PK\u{01}\u{02}", at: start) {
      self.init(start: start, end: end, shift: start - declared)
    } else if bytes.has("PK\u{01}\u{02}", at: declared) {
      self.init(start: declared, end: end, shift: 0)
    } else {
      return nil
    }
  }

  /// The ZIP64 end record (4.3.14) through its locator (4.3.15), which stands right before the end record.
  private static func zip64(_ bytes: [UInt8], endRecord: Int) -> (size: UInt64, offset: UInt64, at: Int)? {
    let locator = endRecord - 20
    guard bytes.has("PK\u{06}\u{07}", at: locator), let position = bytes.uint64(at: locator + 8) else {
      return nil
    }
    var at = position < UInt64(locator) ? Int(truncatingIfNeeded: position) : -1
    if !bytes.has("PK\u{06}\u{06}", at: at) { at = locator - 56 }
    guard bytes.has("PK\u{06}\u{06}", at: at), let size = bytes.uint64(at: at + 40),
      let offset = bytes.uint64(at: at + 48)
    else { return nil }
    return (size, offset, at)
  }
}
