/// The marker that opens a list item: "-", "•", "3.", "b)", "(iv)".
struct ListMarker: Equatable {
  /// What kind of sequence it belongs to; items of one list share it.
  enum Style: Equatable {
    /// The mark itself ("-", "*", "•"), as its scalar value.
    case bullet(UInt32)
    /// Figures, letters or Roman numerals, with what closes them.
    case number(UInt8), lowerLetter(UInt8), upperLetter(UInt8), lowerRoman(UInt8), upperRoman(UInt8)
  }

  let style: Style
  /// Its number in the sequence, from 1 ("c" is 3); 0 for a bullet.
  let value: Int
  /// Its bytes, without the white space after it.
  let length: Int

  /// True where it is a bullet.
  var isBullet: Bool { if case .bullet = style { true } else { false } }

  /// True for figures.
  var isNumber: Bool { if case .number = style { true } else { false } }
}

extension ListMarker {
  /// Reads a bullet or a figure at the start of a line (CommonMark 5.2, and bullets that editors write).
  ///
  /// White space or the end of the line must follow it.
  static func read(_ text: [UInt8], at start: Int, before end: Int) -> ListMarker? {
    guard start < end else { return nil }
    if let marker = bullet(text, at: start, before: end) ?? number(text, at: start, before: end) {
      let after = start + marker.length
      return after == end || text[after].isSpaceOrTab ? marker : nil
    }
    return nil
  }

  private static func bullet(_ text: [UInt8], at start: Int, before end: Int) -> ListMarker? {
    let (value, length) = text.scalar(at: start)
    switch value {
    case 0x2A, 0x2B, 0x2D, 0xB7, 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA,
      0x25AB,
      0x25B6, 0x25B8, 0x25BA, 0x25C6, 0x25C7, 0x25CB, 0x25CF, 0x25D8, 0x25E6, 0x2605, 0x2606, 0x2756, 0x2794,
      0x27A2, 0x27A4, 0x2B1B, 0x2B25, 0xF02D, 0xF06E, 0xF0A7, 0xF0B7, 0xF0D8, 0xF0FC, 0x2713, 0x2714:
      return ListMarker(style: .bullet(value), value: 0, length: length)
    default: return nil
    }
  }

  private static func number(_ text: [UInt8], at start: Int, before end: Int) -> ListMarker? {
    var i = start
    var value = 0
    while i < end, i - start < 4, text[i].isDigit {
      value = value * 10 + Int(text[i] - 0x30)
      i += 1
    }
    guard i > start, i < end, text[i] == UInt8(ascii: ".") || text[i] == UInt8(ascii: ")") else { return nil }
    return ListMarker(style: .number(text[i]), value: value, length: i + 1 - start)
  }

  /// Reads a letter or a Roman numeral: "b)", "(iv)", "B."; also "o" and "–" as the bullets of Word's plain text.
  ///
  /// These are words as often as markers, so the caller looks for a second one in sequence before it believes it.
  /// Both readings of "i", "v" and "x" are given, the numeral first.
  static func readDoubtful(_ text: [UInt8], at start: Int, before end: Int) -> [ListMarker] {
    // A line of nothing but spaces is empty here, and may be the last.
    guard start < end else { return [] }
    let isBracketed = text.has("(", at: start, before: end)
    let first = isBracketed ? start + 1 : start
    var i = first
    while i < end, i - first < 6, text[i].isLetterOrDigit { i += 1 }
    guard i > first, i < end else { return dash(text, at: start, before: end) }
    let close = text[i]
    guard isBracketed ? close == UInt8(ascii: ")") : close == UInt8(ascii: ".") || close == UInt8(ascii: ")"),
      i + 1 < end, text[i + 1].isSpaceOrTab
    else { return dash(text, at: start, before: end) }
    return sequences(text[first..<i], close: isBracketed ? UInt8(ascii: "(") : close, length: i + 1 - start)
  }

  private static func dash(_ text: [UInt8], at start: Int, before end: Int) -> [ListMarker] {
    let (value, length) = text.scalar(at: start)
    let after = start + length
    guard value == 0x2013 || value == 0x2014 || value == 0x6F || value == 0x3E || value == 0x7E, after < end,
      text[after].isSpaceOrTab, value != 0x3E
    else { return [] }
    return [ListMarker(style: .bullet(value), value: 0, length: length)]
  }

  private static func sequences(_ word: ArraySlice<UInt8>, close: UInt8, length: Int) -> [ListMarker] {
    guard let first = word.first else { return [] }
    if word.allSatisfy({ $0.isDigit }) {
      var value = 0
      for digit in word.prefix(4) { value = value * 10 + Int(digit - 0x30) }
      return word.count < 4 ? [ListMarker(style: .number(close), value: value, length: length)] : []
    }
    let isUpper = word.allSatisfy({ $0.isUpper })
    guard isUpper || word.allSatisfy({ $0.isLower }) else { return [] }
    var list: [ListMarker] = []
    if let value = roman(word) {
      list.append(
        ListMarker(style: isUpper ? .upperRoman(close) : .lowerRoman(close), value: value, length: length))
    }
    if word.count == 1 {
      let value = Int(first.lowered - 0x60)
      list.append(
        ListMarker(style: isUpper ? .upperLetter(close) : .lowerLetter(close), value: value, length: length))
    }
    return list
  }

  private static func roman(_ word: ArraySlice<UInt8>) -> Int? {
    var total = 0
    var highest = 0
    for letter in word.reversed() {
      let value: Int
      switch letter.lowered {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < highest ? -value : value
      highest = max(highest, value)
    }
    return total > 0 && total < 40 ? total : nil
  }
}
