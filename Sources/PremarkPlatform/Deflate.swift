import CZlib
public import PremarkDocument
public import PremarkReading

/// Packs bytes with zlib.
public enum Deflate {
  /// A raw deflate stream (RFC 1951), without a zlib or gzip header; nil where there is no memory for it.
  ///
  /// The same bytes and level give the same stream with one version of zlib.
  public static func raw(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(&stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    var status = Z_OK
    // safe: zlib reads and writes within the counts it is given; neither buffer is kept.
    bytes.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { buffer in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        status = deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    output.removeLast(Int(stream.avail_out))
    return output
  }

  /// CRC-32 of bytes (APPNOTE.TXT 4.4.7).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    // safe: read within the closure only.
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32_z(0, $0.baseAddress, $0.count)) }
  }
}

/// A ZIP file being written (APPNOTE.TXT 6.3.10): files only, names in UTF-8, no dates, so that the same files give the
/// same bytes.
public struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An empty archive.
  public init() {}

  /// Adds a file; the archive stays below 4 GB and 65,535 files, else false.
  public mutating func add(_ name: String, _ content: [UInt8]) -> Bool {
    guard let packed = Deflate.raw(content), count < 0xFFFF, bytes.count + packed.count < 0xFFFF_0000 else {
      return false
    }
    let name = Array(name.utf8)
    let start = bytes.count
    // version 2.0, UTF-8 names (bit 11), deflated, 1 January 1980
    var fields = Self.short(20) + Self.short(0x0800) + Self.short(8) + Self.short(0) + Self.short(0x0021)
    fields += Self.long(Deflate.checksum(content)) + Self.long(UInt32(packed.count))
    fields += Self.long(UInt32(content.count)) + Self.short(UInt16(name.count)) + Self.short(0)
    bytes += [0x50, 0x4B, 3, 4] + fields + name + packed
    directory += [0x50, 0x4B, 1, 2] + Self.short(20) + fields
    directory +=
      Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0) + Self.long(UInt32(start)) + name
    count += 1
    return true
  }

  /// The whole archive.
  public func finished() -> [UInt8] {
    let entries = Self.short(UInt16(count))
    return bytes + directory + [0x50, 0x4B, 5, 6] + Self.short(0) + Self.short(0) + entries + entries
      + Self.long(UInt32(directory.count)) + Self.long(UInt32(bytes.count)) + Self.short(0)
  }

  private static func short(_ value: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: UInt32) -> [UInt8] {
    short(UInt16(truncatingIfNeeded: value)) + short(UInt16(truncatingIfNeeded: value >> 16))
  }
}

extension PackedPart {
  /// Unpacks a file of a ZIP archive, read from the disk alone.
  ///
  /// - Throws: `damaged-zip`, `too-large`, or what reading the archive throws.
  public func content(from archive: String) throws(ReadingError) -> [UInt8] {
    let packed = try FileBytes.read(archive, range)
    let content: [UInt8]
    switch method {
    case .stored: content = packed
    case .deflated:
      content = try Inflate.raw(packed, packed.indices, limit: ReadingLimits.partBytes, name: name)
    }
    guard Deflate.checksum(content) == checksum else {
      throw ReadingError(
        code: "damaged-zip", message: "the checksum of '\(name)' is wrong",
        advice: "download the ZIP file again")
    }
    return content
  }
}
