import PremarkDocument

/// The entries of a ZIP archive (APPNOTE.TXT 6.3.10), found through its central directory.
///
/// ```
/// [local header | name | extra | data | descriptor]…  [central header | name | extra | comment]…  [zip64 end] [end]
///       ^-------------------------------------------------- offset            central directory <------------ offset
/// ```
/// Nothing is inflated here and nothing is written anywhere; sizes that the archive declares are used to find bytes,
/// never to reserve memory. Reading is lenient where programs differ (counts, bytes before and after the archive)
/// and strict where a difference could show two people different text (overlaps, local names).
struct ZipArchive: Sendable {
  /// A file in the archive.
  struct Entry: Sendable {
    /// Its name with "/" between folders, in UTF-8 as far as it was.
    let name: String
    /// Compression method (4.4.5): 0 stored, 8 deflated.
    let method: UInt16
    /// True where its data is encrypted (4.4.4, bits 0 and 6).
    let isEncrypted: Bool
    /// CRC-32 of the data before compression.
    let crc: UInt32
    /// Declared size before compression.
    let size: UInt64
    /// Where its compressed data stands in the file.
    let data: Range<Int>
  }

  /// Files in the order of the central directory; folders and unsafe names are left out.
  let entries: [Entry]
  /// What was odd.
  let warnings: [ReadingWarning]

  /// Lists the archive in `bytes`.
  ///
  /// - Throws: `damaged-zip`, `too-large` (more than ``ReadingLimits/entries`` entries).
  /// - Complexity: O(*n* log *n*) in the entries; at most 64 kB searched for the end record.
  init(_ bytes: [UInt8]) throws(ReadingError) {
    let directory = try ZipDirectory(bytes)
    var list = ZipListing(bytes: bytes, directory: directory)
    try list.read()
    entries = list.entries
    warnings = list.warnings
  }

  /// The entry of that name, letters of either case being the same (ECMA-376-2 6.2.2.3); the first of several.
  /// Linear in the entries.
  func entry(_ name: String) -> Entry? { entries.first { $0.name.equalsIgnoringCase(name) } }

  /// An error about the archive as a whole or one of its entries.
  static func damaged(_ what: String, at offset: Int? = nil) -> ReadingError {
    ReadingError(
      code: "damaged-zip", message: "the file is damaged: \(what)",
      advice: "get an undamaged copy, or open it in its program and save it again", offset: offset)
  }
}

extension String {
  /// Equality of names with ASCII letters of either case the same.
  func equalsIgnoringCase(_ other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).allSatisfy { $0 == $1 || $0.lowered == $1.lowered }
  }
}

extension UInt8 {
  /// An ASCII capital as its small letter, anything else as it is.
  var lowered: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
