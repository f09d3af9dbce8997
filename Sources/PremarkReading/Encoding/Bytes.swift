extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetterOrDigit: Bool { isDigit || isLetter }
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  /// Space, tab, line feed, form feed or carriage return.
  var isWhite: Bool { self == 0x20 || self >= 0x09 && self <= 0x0D }
  /// ASCII punctuation as CommonMark 2.1 lists it.
  var isMark: Bool {
    self >= 0x21 && self <= 0x2F || self >= 0x3A && self <= 0x40 || self >= 0x5B && self <= 0x60
      || self >= 0x7B && self <= 0x7E
  }
  /// Value of a hexadecimal digit.
  var hexDigit: UInt8? {
    if isDigit { return self - 0x30 }
    let lower = self | 0x20
    return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : nil
  }
}

extension [UInt8] {
  /// True where the bytes of `text` stand at `index`.
  func has(_ text: StaticString, at index: Int, before end: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard index >= 0, index + length <= end else { return false }
    return text.withUTF8Buffer { buffer in
      for i in 0..<length where buffer[i] != self[index + i] { return false }
      return true
    }
  }

  /// The first place of `text` in `start..<end`, or nil. O(*n*) for the short texts it is used with.
  func index(of text: StaticString, from start: Int, before end: Int) -> Int? {
    guard start <= end - text.utf8CodeUnitCount else { return nil }
    for i in start...(end - text.utf8CodeUnitCount) where has(text, at: i, before: end) { return i }
    return nil
  }
}
