import PremarkDocument
import PremarkText

/// The text of a block with its emphasis, as inline markup gives it.
struct StyledText {
  /// UTF-8; hard breaks are "\n".
  var text: [UInt8] = []
  /// Runs in order, not overlapping.
  var emphasis: [Emphasis] = []
  /// Text that was struck through: not part of `text`.
  var deleted: [UInt8] = []
  /// Labels of the footnotes referred to, in order.
  var notes: [[UInt8]] = []
  /// True where an image stood in it.
  var hasImage = false

  /// Appends bytes in one style, joining a run that goes on.
  mutating func append(_ bytes: some Collection<UInt8>, isBold: Bool = false, isItalic: Bool = false) {
    let start = text.count
    text.append(contentsOf: bytes)
    guard isBold || isItalic, text.count > start else { return }
    if let last = emphasis.last, last.span.end == start, last.isBold == isBold, last.isItalic == isItalic {
      emphasis[emphasis.count - 1] = Emphasis(
        span: Span(last.span.start, text.count), isBold: isBold, isItalic: isItalic)
    } else {
      emphasis.append(Emphasis(span: Span(start, text.count), isBold: isBold, isItalic: isItalic))
    }
  }
}
