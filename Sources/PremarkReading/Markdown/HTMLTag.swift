/// A tag of HTML inside Markdown, as far as its effect on the text goes.
struct HTMLTag {
  enum Style { case lineBreak, bold, italic, deleted, image, block, other }

  let style: Style
  let isClosing: Bool
  /// Index after ">".
  let end: Int

  /// Reads `<name …>` or `</name>` of a known element (CommonMark 6.6); nil for anything else.
  static func read(_ text: [UInt8], at start: Int, before limit: Int) -> HTMLTag? {
    var i = start + 1
    let isClosing = i < limit && text[i] == UInt8(ascii: "/")
    if isClosing { i += 1 }
    var name: [UInt8] = []
    while i < limit, text[i].isLetterOrDigit, name.count < 12 {
      name.append(text[i].lowered)
      i += 1
    }
    guard let style = style(of: name), let end = endOfTag(text, i, limit) else { return nil }
    return HTMLTag(style: style, isClosing: isClosing, end: end)
  }

  private static func endOfTag(_ text: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    var i = start
    var quote: UInt8 = 0
    guard i < limit, text[i].isWhite || text[i] == UInt8(ascii: ">") || text[i] == UInt8(ascii: "/") else {
      return nil
    }
    while i < limit {
      let byte = text[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return i + 1
      } else if byte == UInt8(ascii: "<") {
        return nil
      }
      i += 1
    }
    return nil
  }

  private static func style(of name: [UInt8]) -> Style? {
    switch String(decoding: name, as: UTF8.self) {
    case "br": .lineBreak
    case "b", "strong": .bold
    case "i", "em", "cite": .italic
    case "del", "s", "strike": .deleted
    case "img": .image
    case "p", "div", "td", "th", "tr", "li", "ul", "ol", "table", "thead", "tbody", "caption", "hr", "h1",
      "h2",
      "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "article", "header", "footer", "details",
      "summary",
      "figure", "figcaption", "center", "dl", "dt", "dd", "colgroup", "col", "nav", "aside", "main", "form",
      "iframe", "video", "audio", "fieldset", "legend":
      .block
    case "a", "span", "u", "sub", "sup", "small", "big", "code", "kbd", "tt", "font", "mark", "ins", "q",
      "abbr",
      "var", "samp", "label", "input", "button", "wbr", "o", "html", "body", "head", "meta", "link", "title":
      .other
    default: nil
    }
  }
}
