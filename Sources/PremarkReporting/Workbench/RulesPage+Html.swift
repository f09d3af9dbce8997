extension RulesPage {
  /// The page as one HTML file that needs nothing else: no script, no picture, no address. UTF-8.
  public var html: [UInt8] {
    var out = Array(
      """
      <!doctype html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>
      """.utf8)
    out += Self.escaped(title)
    out += Array("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<main>\n".utf8)
    for block in blocks { Self.write(block, into: &out) }
    return out + Array("</main>\n</body>\n</html>\n".utf8)
  }

  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #fff }
    main { max-width: 50rem; margin: 0 auto; padding: 1rem }
    h1, h2, h3 { line-height: 1.25 } h2 { border-bottom: 1px solid #bbb; margin-top: 2.5rem }
    code { font: .875em ui-monospace, monospace; background: #f1f1ee; padding: 0 .2em }
    pre { font: .875em ui-monospace, monospace; background: #f1f1ee; padding: .5rem; overflow-x: auto; white-space: pre-wrap }
    .warning { border-left: .3rem solid #9a5b00; background: #fff4e0; padding: .5rem .75rem }
    .example { margin: .5rem 0; padding-left: .75rem; border-left: .3rem solid #2f6f3e }
    .reject { border-color: #a33 }
    @media (prefers-color-scheme: dark) {
      body { color: #e8e8e8; background: #191919 } code, pre { background: #2a2a2a } a { color: #8cb8ff }
      .warning { background: #3a2c12 }
    }
    @media print { main { max-width: none } }

    """

  private static func write(_ block: Block, into out: inout [UInt8]) {
    switch block {
    case .heading(let level, let title, let anchor):
      let id = anchor.isEmpty ? "" : " id=\"\(anchor)\""
      out += Array("<h\(level)\(id)>".utf8) + escaped(title) + Array("</h\(level)>\n".utf8)
    case .paragraph(let inlines): element("p", inlines, into: &out)
    case .list(let items):
      out += Array("<ul>\n".utf8)
      for item in items { element("li", item, into: &out) }
      out += Array("</ul>\n".utf8)
    case .warning(let inlines):
      out += Array("<p class=\"warning\"><strong>Look at this.</strong> ".utf8)
      write(inlines, into: &out)
      out += Array("</p>\n".utf8)
    case .example(let isAccepted, let inlines, let isBlock):
      out += Array("<div class=\"example\(isAccepted ? "" : " reject")\">".utf8)
      out += Array("<strong>\(isAccepted ? "Counts" : "Does not count")</strong>".utf8)
      if isBlock {
        out += Array("<pre>".utf8) + escaped(plain(inlines)) + Array("</pre>".utf8)
      } else {
        out += Array(": ".utf8)
        write(inlines, into: &out)
      }
      out += Array("</div>\n".utf8)
    }
  }

  private static func element(_ name: String, _ inlines: [Inline], into out: inout [UInt8]) {
    out += Array("<\(name)>".utf8)
    write(inlines, into: &out)
    out += Array("</\(name)>\n".utf8)
  }

  private static func write(_ inlines: [Inline], into out: inout [UInt8]) {
    for inline in inlines {
      switch inline {
      case .text(let words): out += escaped(words)
      case .strong(let words): out += Array("<strong>".utf8) + escaped(words) + Array("</strong>".utf8)
      case .code(let words): out += Array("<code>".utf8) + escaped(words) + Array("</code>".utf8)
      case .link(let words, let target):
        out += Array("<a href=\"#\(target)\">".utf8) + escaped(words) + Array("</a>".utf8)
      }
    }
  }

  private static func escaped(_ words: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
      case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
      default: bytes.append(byte)
      }
    }
    return bytes
  }
}
