import PremarkDocument

/// What the bytes of a file are by their first bytes, whatever its name says.
enum FileKind {
  case zip
  /// Compound File Binary ([MS-CFB] 2.2): an old .doc, or a document with a password.
  case compoundFile
  case pdf
  case rtf
  case html
  /// OpenDocument in a single XML file.
  case flatOpenDocument
  /// A picture, sound or program, with the words for it.
  case other(String)
  case text

  init(_ bytes: [UInt8]) {
    if bytes.has("PK\u{03}\u{04}", at: 0) || bytes.has("PK\u{05}\u{06}", at: 0) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compoundFile
    } else if let name = Self.otherKind(bytes) {
      self = .other(name)
    } else {
      self = Self.textKind(bytes)
    }
  }

  /// Formats told by a byte string at a fixed place.
  private static func otherKind(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "a JPEG picture" }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "a PNG picture" }
    if bytes.has("GIF8", at: 0) { return "a GIF picture" }
    if bytes.has("II*\0", at: 0) || bytes.has("MM\0*", at: 0) { return "a TIFF picture" }
    if bytes.has("RIFF", at: 0) && bytes.has("WEBP", at: 8) { return "a WebP picture" }
    if bytes.has("ftyphei", at: 4) || bytes.has("ftypmif1", at: 4) { return "a HEIC picture" }
    if bytes.has("ftyp", at: 4) { return "a video or sound file" }
    if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip archive" }
    if bytes.has("7z", at: 0) && bytes.has("\u{27}\u{1C}", at: 4) { return "a 7-Zip archive" }
    if bytes.has("Rar!", at: 0) { return "a RAR archive" }
    if bytes.has("PK\u{07}\u{08}", at: 0) || bytes.has("PK00", at: 0) {
      return "a part of a split ZIP archive"
    }
    return nil
  }

  /// PDF may have up to a kilobyte before its header (ISO 32000-1 annex H, note 13); HTML and RTF white space.
  private static func textKind(_ bytes: [UInt8]) -> FileKind {
    for offset in 0..<min(1024, bytes.count) where bytes[offset] == 0x25 && bytes.has("%PDF-", at: offset) {
      return .pdf
    }
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while at < bytes.count, bytes[at] <= 0x20, bytes[at] != 0 { at += 1 }
    if bytes.has("{\\rtf", at: at) { return .rtf }
    if bytes.has("<?xml", at: at),
      bytes.index(of: "<office:document", from: at, before: min(bytes.count, at + 4096)) != nil
    {
      return .flatOpenDocument
    }
    if startsHTML(bytes, at: at) || HtmlSigns.areClear(bytes) { return .html }
    return bytes.has("<?xml", at: at) ? .other("an XML file") : .text
  }

  private static func startsHTML(_ bytes: [UInt8], at start: Int) -> Bool {
    var at = start
    if bytes.has("<?xml", at: at) {
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") { at += 1 }
      at += 1
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    }
    let opening = bytes[min(at, bytes.count)...].prefix(14).map { $0.lowered }
    return ["<!doctype html", "<html", "<head>", "<body"].contains { opening.starts(with: $0.utf8) }
  }
}
