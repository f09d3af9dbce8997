import PremarkDocument

/// Reads web pages: saved pages, exported documents and the fragments that learning platforms keep.
enum HtmlReader {
  /// Reads a whole page.
  ///
  /// - Throws: `too-large` past the limits of ``DocumentBuilder``, `binary-content` where it is no text.
  /// - Complexity: linear in the bytes; reading stops once a limit is passed.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    let decoded = try HtmlEncoding.decode(bytes)
    var walk = HtmlWalk(decoded.text)
    walk.run()
    for warning in decoded.warnings { walk.builder.warn(warning.code, warning.message) }
    if walk.pictures > 0 {
      let what = walk.pictures == 1 ? "a picture" : "\(walk.pictures) pictures"
      walk.builder.warn("image-without-text", "The document has \(what); text in them was not read.")
    }
    for warning in walk.cleaning.warnings { walk.builder.warn(warning.code, warning.message) }
    return try walk.builder.finish()
  }
}

/// The encoding of a page: a byte order mark, UTF-8 where the bytes are, else what its `meta` says (WHATWG HTML
/// 13.2.3.2, with UTF-8 tried before the page is believed).
enum HtmlEncoding {
  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> TextEncoding.Decoded {
    let bytes = withoutControls(bytes)
    guard TextEncoding.encoding(of: bytes) == .windows1252, let label = label(bytes),
      let page = CodePage(label: label)
    else { return try TextEncoding.decode(bytes) }
    return try TextEncoding.decode(page.decode(bytes))
  }

  /// A page with a few control characters is damaged, not binary: browsers show it without them.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    let encoding = TextEncoding.encoding(of: bytes)
    guard encoding == .utf8 || encoding == .windows1252 else { return bytes }
    let controls = bytes.count { $0 < 0x09 || $0 > 0x0D && $0 < 0x20 }
    return controls > 0 && controls * 20 < bytes.count
      ? bytes.filter { $0 >= 0x20 || $0 >= 0x09 && $0 <= 0x0D } : bytes
  }

  /// The word after "charset=" or "encoding=" in the first 2048 bytes.
  private static func label(_ bytes: [UInt8]) -> [UInt8]? {
    let head = bytes.prefix(2048).map { $0.lowered }
    for name: StaticString in ["charset", "encoding"] {
      guard let found = head.index(of: name, from: 0, before: head.count) else { continue }
      var i = found + name.utf8CodeUnitCount
      while i < head.count,
        head[i].isWhite || head[i] == UInt8(ascii: "=") || head[i] == UInt8(ascii: "\"")
          || head[i] == UInt8(ascii: "'")
      {
        i += 1
      }
      let label = head[i...].prefix {
        $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      if !label.isEmpty { return Array(label) }
    }
    return nil
  }
}
