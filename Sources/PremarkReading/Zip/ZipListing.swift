import PremarkDocument

/// Reads the central directory header by header.
struct ZipListing {
  let bytes: [UInt8]
  let directory: ZipDirectory
  private(set) var entries: [ZipArchive.Entry] = []
  private(set) var warnings: [ReadingWarning] = []

  private static let centralHeaderBytes = 46
  private static let localHeaderBytes = 30

  init(bytes: [UInt8], directory: ZipDirectory) {
    self.bytes = bytes
    self.directory = directory
  }

  mutating func read() throws(ReadingError) {
    var at = directory.start
    var count = 0
    while at < directory.end, bytes.has("PK\u{01}\u{02}", at: at) {
      count += 1
      guard count <= ReadingLimits.entries else {
        throw ReadingError(
          code: "too-large", message: "the container lists more than \(ReadingLimits.entries) entries",
          advice: "hand in the document itself, not an archive")
      }
      at = try readHeader(at)
    }
    try refuseOverlaps()
    dropDuplicates()
  }

  /// Reads one central header (4.3.12) and what it leads to.
  ///
  /// - Returns: where the next one starts.
  private mutating func readHeader(_ at: Int) throws(ReadingError) -> Int {
    guard let flags = bytes.uint16(at: at + 8), let method = bytes.uint16(at: at + 10),
      let crc = bytes.uint32(at: at + 16), let nameLength = bytes.uint16(at: at + 28),
      let extraLength = bytes.uint16(at: at + 30), let commentLength = bytes.uint16(at: at + 32)
    else { throw ZipArchive.damaged("its list of contents breaks off", at: at) }
    let nameStart = at + Self.centralHeaderBytes
    let extraStart = nameStart + Int(nameLength)
    let next = extraStart + Int(extraLength) + Int(commentLength)
    guard next <= directory.end else { throw ZipArchive.damaged("its list of contents breaks off", at: at) }
    let nameBytes = bytes[nameStart..<extraStart]
    guard nameBytes.last != UInt8(ascii: "/") else { return next }
    guard let name = safeName(nameBytes) else {
      warn("unsafe-part-name", "The file lists a part with an unsafe name; that part was left out.")
      return next
    }
    let sizes = try Sizes(bytes, header: at, extra: extraStart..<extraStart + Int(extraLength))
    let data = try dataRange(name: nameBytes, sizes)
    entries.append(
      ZipArchive.Entry(
        name: name, method: method, isEncrypted: flags & 0x41 != 0, crc: crc, size: sizes.size, data: data))
    return next
  }

  /// The bytes of an entry's data, through its local header (4.3.7).
  private func dataRange(name: ArraySlice<UInt8>, _ sizes: Sizes) throws(ReadingError) -> Range<Int> {
    guard sizes.offset < UInt64(bytes.count), sizes.packed <= UInt64(bytes.count) else {
      throw ZipArchive.damaged("it breaks off before its end")
    }
    let local = Int(truncatingIfNeeded: sizes.offset) + directory.shift
    guard bytes.has("PK\u{03}\u{04}", at: local), let nameLength = bytes.uint16(at: local + 26),
      let extraLength = bytes.uint16(at: local + 28)
    else { throw ZipArchive.damaged("a part is not where the list of contents says", at: max(local, 0)) }
    let nameStart = local + Self.localHeaderBytes
    let start = nameStart + Int(nameLength) + Int(extraLength)
    let end = start + Int(truncatingIfNeeded: sizes.packed)
    guard end <= directory.start else { throw ZipArchive.damaged("a part runs past its end", at: local) }
    guard bytes[nameStart..<nameStart + Int(nameLength)].elementsEqual(name) else {
      throw ZipArchive.damaged("a part has two different names", at: local)
    }
    return start..<end
  }

  /// The name with "/" between folders; nil where it leads outside, is empty or has a control character.
  private func safeName(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: ":") }) else { return nil }
    let slash = UInt8(ascii: "/")
    let name = bytes.map { $0 == UInt8(ascii: "\\") ? slash : $0 }
    guard name[0] != slash else { return nil }
    for part in name.split(separator: slash) where part.elementsEqual([0x2E, 0x2E]) { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// Entries that share bytes make a small file inflate to a huge one (Fifield 2019) and never arise by themselves.
  private func refuseOverlaps() throws(ReadingError) {
    let ranges = entries.map { $0.data }.sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    var end = 0
    for range in ranges where !range.isEmpty {
      guard range.lowerBound >= end else {
        throw ZipArchive.damaged("two of its parts overlap", at: range.lowerBound)
      }
      end = range.upperBound
    }
  }

  /// Keeps the first of several entries with one name.
  private mutating func dropDuplicates() {
    var order = entries.indices.map { (key: Self.key(entries[$0].name), index: $0) }
    order.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    var isDropped = [Bool](repeating: false, count: entries.count)
    for at in order.indices.dropFirst() {
      let (before, this) = (order[at - 1], order[at])
      if before.key == this.key, entries[before.index].name.equalsIgnoringCase(entries[this.index].name) {
        isDropped[this.index] = true
      }
    }
    guard isDropped.contains(true) else { return }
    warn("duplicate-part", "The file lists a part twice; the first one was read.")
    entries = entries.indices.filter { !isDropped[$0] }.map { entries[$0] }
  }

  /// FNV-1a of the name in small letters.
  private static func key(_ name: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name.utf8 { hash = (hash ^ UInt32(byte.lowered)) &* 0x0100_0193 }
    return hash
  }

  private mutating func warn(_ code: String, _ message: String) {
    let warning = ReadingWarning(code: code, message: message)
    if !warnings.contains(warning) { warnings.append(warning) }
  }
}

/// The sizes and the offset of an entry, from its central header and its ZIP64 extra field (4.5.3).
private struct Sizes {
  var size: UInt64
  var packed: UInt64
  var offset: UInt64

  init(_ bytes: [UInt8], header at: Int, extra: Range<Int>) throws(ReadingError) {
    guard let packed = bytes.uint32(at: at + 20), let size = bytes.uint32(at: at + 24),
      let offset = bytes.uint32(at: at + 42)
    else { throw ZipArchive.damaged("its list of contents breaks off", at: at) }
    self.size = UInt64(size)
    self.packed = UInt64(packed)
    self.offset = UInt64(offset)
    guard size == .max || packed == .max || offset == .max else { return }
    try widen(bytes, extra)
  }

  /// Takes the fields that are 0xFFFFFFFF in the header from the extra field, in their fixed order.
  private mutating func widen(_ bytes: [UInt8], _ extra: Range<Int>) throws(ReadingError) {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound, let id = bytes.uint16(at: at), let length = bytes.uint16(at: at + 2) {
      let end = at + 4 + Int(length)
      guard id == 1, end <= extra.upperBound else {
        at = end
        continue
      }
      var field = at + 4
      func next() -> UInt64? {
        defer { field += 8 }
        return field + 8 <= end ? bytes.uint64(at: field) : nil
      }
      if size == 0xFFFF_FFFF { size = next() ?? .max }
      if packed == 0xFFFF_FFFF { packed = next() ?? .max }
      if offset == 0xFFFF_FFFF { offset = next() ?? .max }
      return
    }
    throw ZipArchive.damaged("the size of a part is missing", at: extra.lowerBound)
  }
}
