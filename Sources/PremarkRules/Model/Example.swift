public import PremarkText

/// A rule's own test: a sentence or an indented block of Markdown with the expected spans between `[[ ]]`.
public struct Example: Sendable {
  /// True for `accept`: the rule is found (exactly at the marks where there are any); false for `reject`.
  public let isAccepted: Bool
  /// Text without the marks; empty for `accept absent` / `reject absent` (an empty submission).
  public let text: [UInt8]
  /// Expected spans in `text`, in order; empty where none is marked.
  public let marks: [Span]
  /// True for an indented Markdown block, false for a sentence in quotes.
  public let isBlock: Bool
  /// Where its name stands.
  public let location: RuleLocation

  /// Makes one.
  public init(isAccepted: Bool, text: [UInt8], marks: [Span], isBlock: Bool, location: RuleLocation) {
    self.isAccepted = isAccepted
    self.text = text
    self.marks = marks
    self.isBlock = isBlock
    self.location = location
  }
}
