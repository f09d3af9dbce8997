import PremarkText

/// HTML being written: markup as it is, words only escaped.
///
/// Whatever a learner, a file name or a rule file holds goes through ``text(_:)-(String)`` or ``attribute(_:)``, so that
/// a browser sees nothing but words in it. Characters that turn text round or have no width are shown by number.
struct HtmlWriter {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes markup; never anything from outside.
  mutating func raw(_ markup: String) { bytes += Array(markup.utf8) }

  /// Writes words of the rules or of this program.
  mutating func text(_ words: String) { text(Array(words.utf8)[...]) }

  /// Writes words of a submission; a line break stays one.
  mutating func text(_ words: ArraySlice<UInt8>) {
    var offset = words.startIndex
    while offset < words.endIndex {
      let byte = words[offset]
      if byte < 0x80 {
        ascii(byte)
        offset += 1
        continue
      }
      let (value, length) = UTF8Bytes.scalar(
        in: Array(words[offset..<min(offset + 4, words.endIndex)]), at: 0)
      if VisibleText.isControl(value) {
        raw("[U+" + String(value, radix: 16, uppercase: true) + "]")
      } else {
        bytes += words[offset..<min(offset + max(length, 1), words.endIndex)]
      }
      offset += max(length, 1)
    }
  }

  private mutating func ascii(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "\""): raw("&quot;")
    case UInt8(ascii: "'"): raw("&#39;")
    case 0x0A: raw("<br>")
    case 0x09: bytes.append(0x20)
    case 0..<0x20, 0x7F: break
    default: bytes.append(byte)
    }
  }

  /// Writes ` name="words"`.
  mutating func attribute(_ name: String, _ words: String) {
    raw(" " + name + "=\"")
    text(words)
    raw("\"")
  }

  /// Writes `<name>words</name>`.
  mutating func element(_ name: String, _ words: String, class style: String? = nil) {
    raw("<" + name)
    if let style { attribute("class", style) }
    raw(">")
    text(words)
    raw("</" + name + ">\n")
  }

  /// Writes a list of words; nothing where there are none.
  mutating func list(_ points: [String], isOrdered: Bool = false) {
    guard !points.isEmpty else { return }
    let name = isOrdered ? "ol" : "ul"
    raw("<" + name + ">\n")
    for point in points { element("li", point) }
    raw("</" + name + ">\n")
  }
}
