/// What something rests on: a run of tokens and the rule that found it.
public struct Hit: Sendable, Equatable {
  /// Tokens of the annotated text.
  public let tokens: Range<Int>
  /// Id of the indicator, item or passage; nil for a plain term.
  public let rule: String?
  /// What the finding rests on inside its tokens, in the order of the condition; empty where that is all of them.
  public let parts: [Range<Int>]
  /// True where a test would hold without it: a later way of "A or B" beside the first that holds.
  public internal(set) var isSpare = false
  /// Group of the list it came from, for counting different ones; -1 where none.
  let group: Int

  init(tokens: Range<Int>, rule: String? = nil, group: Int = -1, parts: [Range<Int>] = []) {
    self.tokens = tokens
    self.rule = rule
    self.group = group
    self.parts = parts
  }

  /// An item as a whole.
  public init(itemAt tokens: Range<Int>, rule: String) { self.init(tokens: tokens, rule: rule) }
}
