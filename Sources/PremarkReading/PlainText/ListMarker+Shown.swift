extension ListMarker {
  /// A marker as a page shows it.
  var shown: String { shown(as: value) }

  /// The marker with another number, as a page shows it.
  func shown(as value: Int) -> String {
    var text: [UInt8] = []
    var close: UInt8 = UInt8(ascii: ".")
    switch style {
    case .bullet: return "•"
    case .number(let mark): (text, close) = (Array("\(value)".utf8), mark)
    case .lowerLetter(let mark): (text, close) = ([UInt8(truncatingIfNeeded: 0x60 + min(value, 26))], mark)
    case .upperLetter(let mark): (text, close) = ([UInt8(truncatingIfNeeded: 0x40 + min(value, 26))], mark)
    case .lowerRoman(let mark): (text, close) = (Self.numerals(value).map { $0 | 0x20 }, mark)
    case .upperRoman(let mark): (text, close) = (Self.numerals(value), mark)
    }
    if close == UInt8(ascii: "(") { return "(" + String(decoding: text, as: UTF8.self) + ")" }
    return String(decoding: text + [close], as: UTF8.self)
  }

  private static func numerals(_ value: Int) -> [UInt8] {
    var left = min(value, 39)
    var text: [UInt8] = []
    let steps: [(Int, StaticString)] = [(10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    for (step, letters) in steps {
      while left >= step {
        letters.withUTF8Buffer { text.append(contentsOf: $0) }
        left -= step
      }
    }
    return text
  }
}
