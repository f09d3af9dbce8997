import PremarkText
import Testing

/// A text and the sentences that a reader finds in it.
struct SentenceRow: CustomTestStringConvertible, Sendable {
  let why: String
  let text: String
  let sentences: [String]

  init(_ why: String, _ text: String, _ sentences: [String]) {
    self.why = why
    self.text = text
    self.sentences = sentences
  }

  /// A row whose text is one sentence.
  init(whole why: String, _ text: String) { self.init(why, text, [text]) }

  var testDescription: String { why }

  /// What the splitter finds, with line breaks inside a sentence written as one space.
  var found: [String] {
    let bytes = Array(text.utf8)
    var table = WordTable()
    let tokens = Tokeniser().tokens(of: bytes, into: &table)
    return SentenceSplitter().sentences(in: bytes, tokens: tokens).map { span in
      String(decoding: bytes[span.range], as: UTF8.self)
        .split { $0.isNewline || $0 == " " }.joined(separator: " ")
    }
  }
}

struct SentenceTests {
  @Test(arguments: SentenceRow.goldenRules)
  func followsTheGoldenRules(_ row: SentenceRow) { #expect(row.found == row.sentences) }

  @Test(arguments: SentenceRow.learners)
  func splitsWhatLearnersType(_ row: SentenceRow) { #expect(row.found == row.sentences) }

  @Test("every token is in one sentence", arguments: SentenceRow.goldenRules + SentenceRow.learners)
  func leavesNoTokenOut(_ row: SentenceRow) {
    let bytes = Array(row.text.utf8)
    var table = WordTable()
    let tokens = Tokeniser().tokens(of: bytes, into: &table)
    var next = 0
    for range in SentenceSplitter().tokenRanges(in: bytes, tokens: tokens) {
      #expect(range.lowerBound == next)
      #expect(!range.isEmpty)
      next = range.upperBound
    }
    #expect(next == tokens.count)
  }
}
