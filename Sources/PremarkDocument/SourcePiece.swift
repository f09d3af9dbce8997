public import PremarkText

/// Where a piece of a block's text stands in the file it was read from.
///
/// ```
/// text of the block      "I want to lead a team by June"
/// pieces                  ^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^
/// main part    …<w:t>I want to </w:t>…<w:t>lead a team by June</w:t>…
/// ```
/// Only formats that can be written back give pieces (see `Remark`).
public struct SourcePiece: Sendable, Equatable {
  /// Bytes of the block's text. They may reach past its ends where those were cut off after reading.
  public let text: Span
  /// Bytes of the part that holds the text, in UTF-8; empty for what only stands at a place (a note at its reference,
  /// a text box where it is anchored, a symbol).
  public let place: Span
  /// True where each byte of `text` is one byte of `place`; false where references or special characters made them
  /// differ.
  public let isExact: Bool

  /// Makes a piece.
  public init(text: Span, place: Span, isExact: Bool) {
    self.text = text
    self.place = place
    self.isExact = isExact
  }
}

extension Block {
  /// Cuts the text to `range`; emphasis and sources move with it. Linear in both.
  public mutating func keep(_ range: Range<Int>) {
    text = Array(text[range])
    emphasis = emphasis.compactMap { run in
      let start = max(run.span.start, range.lowerBound) - range.lowerBound
      let end = min(run.span.end, range.upperBound) - range.lowerBound
      return start < end ? Emphasis(span: Span(start, end), isBold: run.isBold, isItalic: run.isItalic) : nil
    }
    sources = sources.compactMap { piece in
      guard piece.text.start < range.upperBound, piece.text.end > range.lowerBound else { return nil }
      let text = Span(piece.text.start - range.lowerBound, piece.text.end - range.lowerBound)
      return SourcePiece(text: text, place: piece.place, isExact: piece.isExact)
    }
  }
}
