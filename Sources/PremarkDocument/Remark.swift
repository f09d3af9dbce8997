public import PremarkText

/// Something said beside a submission's words: what a comment in a Word file holds.
public struct Remark: Sendable, Equatable {
  /// Index of the block it stands at, in ``Document/blocks``.
  public let block: Int
  /// Bytes of the block's text; nil for all of it.
  public let span: Span?
  /// Its first line.
  public let title: String
  /// What follows, a paragraph each.
  public let lines: [String]

  /// Makes a remark.
  public init(block: Int, span: Span?, title: String, lines: [String]) {
    self.block = block
    self.span = span
    self.title = title
    self.lines = lines
  }
}
