extension RulesPage {
  /// The page as CommonMark. UTF-8, ends in "\n". Nothing a rule says is taken for Markdown or HTML.
  public var markdown: [UInt8] {
    var text = ""
    for block in blocks { text += (text.isEmpty ? "" : "\n") + Self.markdown(block) }
    return Array(text.utf8)
  }

  private static func markdown(_ block: Block) -> String {
    switch block {
    case .heading(let level, let title, let anchor):
      let mark = anchor.isEmpty ? "" : "<a id=\"\(anchor)\"></a>"
      return String(repeating: "#", count: level) + " " + mark + escaped(title) + "\n"
    case .paragraph(let inlines): return markdown(inlines) + "\n"
    case .list(let items):
      var text = ""
      for item in items { text += "- " + markdown(item) + "\n" }
      return text
    case .warning(let inlines): return "> ⚠ " + markdown(inlines) + "\n"
    case .example(let isAccepted, let inlines, let isBlock):
      let verdict = isAccepted ? "✓ counts:" : "✗ does not count:"
      guard isBlock else { return "- " + verdict + " " + markdown(inlines) + "\n" }
      var text = "- \(verdict)\n\n  ~~~~markdown\n"
      for line in plain(inlines).split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "  " + String(line) + "\n"
      }
      return text + "  ~~~~\n"
    }
  }

  private static func markdown(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let words): text += escaped(words)
      case .strong(let words): text += strong(words)
      case .code(let words):
        // CommonMark 6.1: a longer fence may hold a backtick
        text += words.utf8.contains(UInt8(ascii: "`")) ? "`` " + words + " ``" : "`" + words + "`"
      case .link(let words, let target): text += "[" + escaped(words) + "](#" + target + ")"
      }
    }
    return text
  }

  /// Emphasis must neither begin nor end with a space (CommonMark 6.2).
  private static func strong(_ words: String) -> String {
    var inner = words[...]
    var (before, after) = ("", "")
    while inner.utf8.first == 0x20 {
      before += " "
      inner = inner.dropFirst()
    }
    while inner.utf8.last == 0x20 {
      after += " "
      inner = inner.dropLast()
    }
    return inner.isEmpty ? words : before + "**" + escaped(String(inner)) + "**" + after
  }

  /// The words alone; marked ones between `[[ ]]`.
  static func plain(_ inlines: [Inline]) -> String {
    var text = ""
    for inline in inlines {
      switch inline {
      case .text(let words), .code(let words), .link(let words, _): text += words
      case .strong(let words): text += "[[" + words + "]]"
      }
    }
    return text
  }

  private static func escaped(_ words: String) -> String {
    var bytes: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
        UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: "~"):
        bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
