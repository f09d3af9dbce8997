public import PremarkDocument

/// Takes out what a reader of the page cannot see, for every format alike.
///
/// Zero-width characters, directional controls, soft hyphens, control and tag characters are dropped; every kind of
/// space becomes " " and every kind of hyphen "-". Tabs and line feeds stay. One value serves a whole document: it
/// counts what would deceive a reader and makes the warnings at the end.
public struct TextCleaning: Sendable {
  /// Zero-width characters that stood inside words or between them; emoji sequences do not count.
  public private(set) var zeroWidth = 0
  /// Characters that turn the direction of writing round (U+202D, U+202E).
  public private(set) var directionOverrides = 0

  /// Starts with nothing counted.
  public init() {}

  /// Appends `source`, cleaned, to `text`. Both are valid UTF-8.
  ///
  /// - Complexity: O(*n*); plain ASCII is copied in one go.
  public mutating func append(_ source: some RandomAccessCollection<UInt8>, to text: inout [UInt8]) {
    guard source.contains(where: { $0 >= 0x7F || $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }) else {
      text.append(contentsOf: source)
      return
    }
    let bytes = Array(source)
    var i = 0
    while i < bytes.count {
      let (value, length) = bytes.scalar(at: i)
      switch treatment(of: value) {
      case .keep: text.append(contentsOf: bytes[i..<min(i + length, bytes.count)])
      case .space: text.append(0x20)
      case .hyphen: text.append(0x2D)
      case .drop: break
      case .dropZeroWidth: if !isEmojiPart(text.scalar(before: text.count)) { zeroWidth += 1 }
      case .dropOverride: directionOverrides += 1
      }
      i += length
    }
  }

  /// `source` cleaned.
  public mutating func cleaned(_ source: some RandomAccessCollection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    append(source, to: &text)
    return text
  }

  /// The warnings for what was counted; empty for an ordinary document.
  public var warnings: [ReadingWarning] {
    var list: [ReadingWarning] = []
    if zeroWidth > 0 {
      list.append(
        ReadingWarning(
          code: "zero-width-characters",
          message: "The text contains \(zeroWidth) invisible characters; they were left out."))
    }
    if directionOverrides > 0 {
      list.append(
        ReadingWarning(
          code: "bidi-control",
          message:
            "The text contains \(directionOverrides) characters that reverse the order of letters on screen; "
            + "it was read in the stored order."))
    }
    return list
  }
}

extension TextCleaning {
  private enum Treatment { case keep, space, hyphen, drop, dropZeroWidth, dropOverride }

  private func treatment(of value: UInt32) -> Treatment {
    switch value {
    case 0x09, 0x0A, 0x20..<0x7F: .keep
    case 0..<0x20, 0x7F..<0xA0, 0xAD: .drop
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .space
    case 0x2010, 0x2011: .hyphen
    case 0x200B...0x200D, 0x2060...0x2064, 0x180E, 0x034F: .dropZeroWidth
    case 0x202D, 0x202E: .dropOverride
    case 0xFEFF, 0x061C, 0x200E, 0x200F, 0x202A...0x202C, 0x2066...0x206F, 0xFFF9...0xFFFB: .drop
    case 0xE0000...0xE007F: .dropZeroWidth
    default: .keep
    }
  }

  /// Zero-width joiners and tags belong to family emoji and to the flags of England, Scotland and Wales.
  private func isEmojiPart(_ value: UInt32?) -> Bool {
    guard let value else { return false }
    return value >= 0x2190 && value < 0x2E80 || value >= 0xFE00 && value <= 0xFE0F || value >= 0x1F000
  }
}
