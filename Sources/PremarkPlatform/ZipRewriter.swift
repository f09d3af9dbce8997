public import PremarkDocument
public import PremarkReading

/// Writes a ZIP archive again with some of its parts changed (APPNOTE.TXT 6.3.10).
///
/// Entries keep their order, names, dates and attributes, folders included; what does not change is copied as it is
/// packed. New parts come last. What stands before the archive or behind its end is left out.
public struct ZipRewriter {
  private static let centralHeaderBytes = 46
  private static let localHeaderBytes = 30

  private let archive: [UInt8]
  private let changes: [PartChange]
  private var output: [UInt8] = []
  private var directory: [UInt8] = []
  private var entries = 0

  private init(_ archive: [UInt8], _ changes: [PartChange]) {
    self.archive = archive
    self.changes = changes
  }

  /// The archive with the changes in it.
  ///
  /// - Throws: `damaged-zip` where its list of contents cannot be followed; a file that was read has a sound one.
  /// - Complexity: linear in the archive and the changed parts.
  public static func rewritten(
    _ archive: [UInt8], _ changes: [PartChange]
  ) throws(ReadingError) -> [UInt8] {
    var rewriter = ZipRewriter(archive, changes)
    try rewriter.run()
    return rewriter.output
  }

  private mutating func run() throws(ReadingError) {
    let found = try ZipDirectory(archive)
    output.reserveCapacity(archive.count + 16_384)
    var at = found.start
    while at < found.end, archive.has("PK\u{01}\u{02}", at: at) {
      at = try copy(at, shift: found.shift)
    }
    for change in changes where change.isNew { add(change) }
    let start = output.count
    output += directory
    append(0x0605_4B50, bytes: 4)
    append(0, bytes: 4)
    append(entries, bytes: 2)
    append(entries, bytes: 2)
    append(directory.count, bytes: 4)
    append(start, bytes: 4)
    append(0, bytes: 2)
  }

  private mutating func append(_ value: Int, bytes: Int) { Self.append(value, bytes, to: &output) }

  private static func append(_ value: Int, _ bytes: Int, to list: inout [UInt8]) {
    for byte in 0..<bytes { list.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }

  /// Copies the entry whose central header (4.3.12) stands at `at`.
  ///
  /// - Returns: where the next header stands.
  private mutating func copy(_ at: Int, shift: Int) throws(ReadingError) -> Int {
    guard let nameLength = archive.uint16(at: at + 28), let extraLength = archive.uint16(at: at + 30),
      let commentLength = archive.uint16(at: at + 32), let packed = archive.uint32(at: at + 20),
      let size = archive.uint32(at: at + 24), let offset = archive.uint32(at: at + 42),
      let crc = archive.uint32(at: at + 16), packed < .max, size < .max, offset < .max
    else { throw Self.damaged(at) }
    let next = at + Self.centralHeaderBytes + Int(nameLength) + Int(extraLength) + Int(commentLength)
    let local = Int(offset) + shift
    guard next <= archive.count, archive.has("PK\u{03}\u{04}", at: local),
      let localName = archive.uint16(at: local + 26), let localExtra = archive.uint16(at: local + 28)
    else { throw Self.damaged(at) }
    let data = local + Self.localHeaderBytes + Int(localName) + Int(localExtra)
    guard data + Int(packed) <= archive.count else { throw Self.damaged(at) }
    let name = at + Self.centralHeaderBytes..<at + Self.centralHeaderBytes + Int(nameLength)
    let header = Array(archive[at..<next])
    let change = changes.first { !$0.isNew && Array($0.name.utf8) == Self.written(archive[name]) }
    if let change {
      add(change, header: header, name: archive[name])
    } else {
      let entry = Packed(
        crc: crc, size: Int(size), data: archive[data..<data + Int(packed)],
        method: archive.uint16(at: at + 10) ?? 0)
      put(entry, header: header, name: archive[name])
    }
    return next
  }

  /// A name as the reader gives it: "/" between folders.
  private static func written(_ name: ArraySlice<UInt8>) -> [UInt8] {
    name.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
  }

  /// The data of an entry.
  private struct Packed {
    let crc: UInt32
    let size: Int
    let data: ArraySlice<UInt8>
    let method: UInt16

    init(crc: UInt32, size: Int, data: ArraySlice<UInt8>, method: UInt16) {
      self.crc = crc
      self.size = size
      self.data = data
      self.method = method
    }

    /// Packs bytes; as they are where that is shorter.
    init(_ bytes: [UInt8]) {
      let packed = Deflate.raw(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
      self.init(
        crc: CRC32.checksum(bytes), size: bytes.count, data: (packed ?? bytes)[...],
        method: packed == nil ? 0 : 8)
    }
  }

  private mutating func add(_ change: PartChange, header: [UInt8], name: ArraySlice<UInt8>) {
    put(Packed(change.bytes), header: header, name: name)
  }

  private mutating func add(_ change: PartChange) {
    let name = Array(change.name.utf8)
    // Version 2.0, UTF-8 names (4.4.4 bit 11), 1 January 1980: the archive is the same whenever it is made.
    var header: [UInt8] = []
    for (value, bytes) in [
      (0x0201_4B50, 4), (20, 2), (20, 2), (0x0800, 2), (8, 2), (0, 2), (0x0021, 2), (0, 4), (0, 4), (0, 4),
      (name.count, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (0, 4),
    ] { Self.append(value, bytes, to: &header) }
    put(Packed(change.bytes), header: header + name, name: name[...])
  }

  /// Writes an entry and its central header. Sizes stand in the local header: no descriptor follows the data (4.3.9).
  private mutating func put(_ entry: Packed, header: [UInt8], name: ArraySlice<UInt8>) {
    var header = header
    let offset = output.count
    func set(_ value: Int, at place: Int, bytes: Int) {
      for byte in 0..<bytes { header[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }
    set(Int(header[8]) & ~0x08, at: 8, bytes: 1)
    set(Int(entry.method), at: 10, bytes: 2)
    set(Int(entry.crc), at: 16, bytes: 4)
    set(entry.data.count, at: 20, bytes: 4)
    set(entry.size, at: 24, bytes: 4)
    set(offset, at: 42, bytes: 4)
    append(0x0403_4B50, bytes: 4)
    // Version, flags, method, time, date, checksum and sizes are the same in both headers.
    output += header[6..<28]
    append(name.count, bytes: 2)
    append(0, bytes: 2)
    output += name
    output += entry.data
    directory += header
    entries += 1
  }

  private static func damaged(_ at: Int) -> ReadingError {
    ReadingError(
      code: "damaged-zip", message: "the file is damaged: its list of contents cannot be followed",
      advice: "open it in its program, save it again and try that", offset: at)
  }
}
