import PremarkText

/// The text of one block, put together from runs as a reader meets them.
///
/// Does for every format what a careful typist would: no-break and other special spaces become a space, the no-break
/// hyphen a hyphen, soft hyphens and characters without width or picture go, line separators become "\n"; runs of
/// the same emphasis join. Input must be valid UTF-8.
public struct RunText: Sendable {
  /// UTF-8 so far.
  public private(set) var text: [UInt8] = []
  /// Emphasised runs so far, in order.
  public private(set) var emphasis: [Emphasis] = []
  /// True where a character without width stood inside a word: nobody types that by chance.
  public private(set) var hasSplitWord = false

  /// Starts an empty text.
  public init() {}

  /// True where nothing but white space was appended.
  public var isBlank: Bool { text.allSatisfy(\.isBlank) }

  /// Forgets everything, keeping the memory.
  public mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    emphasis.removeAll(keepingCapacity: true)
    hasSplitWord = false
  }

  /// Appends text as typed.
  public mutating func append(_ bytes: some Collection<UInt8>, isBold: Bool = false, isItalic: Bool = false) {
    let start = text.count
    var decoder = RunDecoder(text: text, hasSplitWord: hasSplitWord)
    text = []
    for byte in bytes { decoder.take(byte) }
    text = decoder.text
    hasSplitWord = decoder.hasSplitWord
    note(start, isBold, isItalic)
  }

  /// Appends a hard line break.
  public mutating func appendBreak() { text.append(0x0A) }

  private mutating func note(_ start: Int, _ isBold: Bool, _ isItalic: Bool) {
    guard isBold || isItalic, text.count > start else { return }
    if let last = emphasis.last, last.isBold == isBold, last.isItalic == isItalic,
      text[last.span.end..<start].allSatisfy(\.isBlank)
    {
      emphasis[emphasis.count - 1] = Emphasis(
        span: Span(last.span.start, text.count), isBold: isBold, isItalic: isItalic)
    } else if !text[start...].allSatisfy(\.isBlank) {
      emphasis.append(Emphasis(span: Span(start, text.count), isBold: isBold, isItalic: isItalic))
    }
  }
}

/// Tidies characters byte by byte.
private struct RunDecoder {
  var text: [UInt8]
  var hasSplitWord: Bool
  /// The bytes of a character begun and not ended, as one number, and how many are still to come.
  private var scalar: UInt32 = 0
  private var missing = 0
  /// True directly after a character without width that followed a letter.
  private var isSplitting = false

  init(text: [UInt8], hasSplitWord: Bool) {
    self.text = text
    self.hasSplitWord = hasSplitWord
  }

  mutating func take(_ byte: UInt8) {
    if byte < 0x80 {
      missing = 0
      takeASCII(byte)
    } else if byte >= 0xC0 {
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      scalar = UInt32(byte) & (byte >= 0xF0 ? 0x07 : byte >= 0xE0 ? 0x0F : 0x1F)
    } else if missing > 0 {
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      missing -= 1
      if missing == 0 { finish() }
    }
  }

  private mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case 0x20..<0x7F:
      if isSplitting {
        if byte.isLetter { hasSplitWord = true }
        isSplitting = false
      }
      text.append(byte)
    case 0x09, 0x0A: text.append(byte)
    case 0x0B, 0x0C: text.append(0x0A)
    case 0x0D: text.append(0x20)
    default: break
    }
  }

  private mutating func finish() {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: text.append(0x20)
    case 0x2010, 0x2011: text.append(UInt8(ascii: "-"))
    case 0x2028, 0x2029, 0x85: text.append(0x0A)
    case 0xAD: break
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0x180E, 0x034F: split()
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x206F, 0x061C, 0xFE00...0xFE0F: break
    case 0x80..<0xA0, 0xFFF9...0xFFFC, 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: break
    case 0xE000...0xF8FF: break  // private use: a picture of some font
    case 0xE0000...0xE0FFF: split()
    default:
      isSplitting = false
      appendScalar()
    }
  }

  private mutating func split() { if text.last?.isLetter == true { isSplitting = true } }

  private mutating func appendScalar() {
    let low = UInt8(truncatingIfNeeded: scalar & 0x3F) | 0x80
    let middle = UInt8(truncatingIfNeeded: scalar >> 6 & 0x3F) | 0x80
    let high = UInt8(truncatingIfNeeded: scalar >> 12 & 0x3F) | 0x80
    switch scalar {
    case ..<0x800: text += [UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0, low]
    case ..<0x10000: text += [UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0, middle, low]
    default: text += [UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0, high, middle, low]
    }
  }
}

extension UInt8 {
  /// An ASCII letter.
  fileprivate var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}
