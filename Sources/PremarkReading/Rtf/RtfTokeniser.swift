/// Cuts RTF into groups, control words and characters; never fails.
struct RtfTokeniser {
  /// What comes next.
  enum Token {
    case open, close
    /// A control word and its number, where it has one.
    case word(RtfWord, Int?)
    /// A control symbol: the byte after the backslash.
    case symbol(UInt8)
    /// A byte written as `\'hh`.
    case byte(UInt8)
    /// Bytes as they stand.
    case text(Range<Int>)
    case finish
  }

  let bytes: [UInt8]
  private(set) var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Moves on. Line ends between tokens are no text.
  mutating func next() -> Token {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "{"):
        at += 1
        return .open
      case UInt8(ascii: "}"):
        at += 1
        return .close
      case UInt8(ascii: "\\"): return takeControl()
      case 0x0A, 0x0D, 0: at += 1
      default:
        let start = at
        while at < bytes.count, !Self.endsText(bytes[at]) { at += 1 }
        return .text(start..<at)
      }
    }
    return .finish
  }

  private static func endsText(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\\") || byte == 0x0A
      || byte == 0x0D
      || byte == 0
  }

  private mutating func takeControl() -> Token {
    at += 1
    guard at < bytes.count else { return .finish }
    let first = bytes[at]
    guard first.isLetter else {
      at += 1
      guard first == UInt8(ascii: "'"), at + 1 < bytes.count, let high = bytes[at].hexDigit,
        let low = bytes[at + 1].hexDigit
      else { return .symbol(first) }
      at += 2
      return .byte(high << 4 | low)
    }
    let start = at
    while at < bytes.count, bytes[at].isLetter, at - start < 32 { at += 1 }
    let word = RtfWord(bytes[start..<at])
    let number = takeNumber()
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    if word == .bin, let number, number > 0 { at = min(bytes.count, at + number) }
    return .word(word, number)
  }

  private mutating func takeNumber() -> Int? {
    var i = at
    let isNegative = i < bytes.count && bytes[i] == UInt8(ascii: "-")
    if isNegative { i += 1 }
    var number = 0
    let first = i
    while i < bytes.count, bytes[i].isDigit, i - first < 10 {
      number = min(number * 10 + Int(bytes[i] - 0x30), 200_000_000)
      i += 1
    }
    guard i > first else { return nil }
    at = i
    return isNegative ? -number : number
  }
}
