import PremarkDocument
import PremarkText

extension AnnotatedText {
  /// Words that a reader of the document sees: what word processors count, white space between them; no comments, no
  /// hidden text. Linear.
  public var visibleWords: Int {
    var words = 0
    for (number, block) in document.blocks.enumerated()
    where block.visibility == .visible && block.kind != .comment {
      for token in tokens[blocks[number].tokens] where token.kind != .symbol && token.followsSpace {
        words += 1
      }
    }
    return words
  }
}
