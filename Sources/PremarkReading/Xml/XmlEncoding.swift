import PremarkDocument

/// The encoding of an XML part (XML 1.0 4.3.3 and appendix F).
enum XmlEncoding {
  /// The part in UTF-8.
  ///
  /// - Throws: `broken-xml` where it declares an encoding that is not known, or is not valid in its own.
  /// - Complexity: O(*n*); without a copy for UTF-8.
  static func utf8(_ bytes: [UInt8], part: String) throws(ReadingError) -> [UInt8] {
    if isWide(bytes) { return try TextEncoding.decode(bytes).text }
    let declared = declaredName(bytes)
    if declared.isEmpty || declared == "utf-8" || declared == "utf8" || declared == "us-ascii" {
      var scan = UTF8Scan(bytes)
      scan.run()
      guard scan.invalid == 0 else { throw wrong(part, "its text is not valid UTF-8") }
      return bytes
    }
    if declared == "iso-8859-1" || declared == "windows-1252" || declared == "latin1" {
      var text: [UInt8] = []
      text.reserveCapacity(bytes.count)
      for byte in bytes { text.appendScalar(windows1252Scalar(byte)) }
      return text
    }
    throw wrong(part, "its encoding '\(declared)' is not known")
  }

  /// True where a part is in another encoding than UTF-8.
  static func isOther(_ bytes: [UInt8]) -> Bool {
    let declared = declaredName(bytes)
    return isWide(bytes) || !declared.isEmpty && declared != "utf-8" && declared != "utf8"
  }

  /// True for UTF-16 and UTF-32, with or without a mark.
  private static func isWide(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    return bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes[0] == 0
      || bytes[1] == 0
  }

  /// The name in the declaration in small letters, empty where there is none.
  private static func declaredName(_ bytes: [UInt8]) -> String {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.has("<?xml", at: start) else { return "" }
    var at = start
    while at < min(bytes.count, start + 200), bytes[at] != UInt8(ascii: ">") {
      if bytes.has("encoding", at: at) {
        let rest = bytes[at..<min(bytes.count, at + 60)]
        guard let open = rest.firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { return "" }
        let value = rest[(open + 1)...].prefix { $0 != 0x22 && $0 != 0x27 && $0 > 0x20 && $0 < 0x7F }
        return String(decoding: value.map { $0.lowered }, as: UTF8.self)
      }
      at += 1
    }
    return ""
  }

  private static func wrong(_ part: String, _ what: String) -> ReadingError {
    ReadingError(
      code: "broken-xml", message: "the file is damaged: '\(part)' cannot be read, \(what)",
      advice: "open it in its program, save it under a new name and hand in that")
  }
}
