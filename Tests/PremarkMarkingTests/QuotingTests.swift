import PremarkDocument
import PremarkMarking
import PremarkReading
import Testing

/// Which of the learner's words are quoted for a requirement, strongest first.
struct QuotingTests {
  static let rules = """
    words measure-word
      calls, quality

    words giver
      Hazel

    indicator measured
      sentence <measure-word>
    indicator told
      block    <giver> with ("said" or "told me") in the same block
    indicator row-told
      row      <measure-word> with <percentage> in the same row
    passage look-back
      starts at <date:day>
      lasts until next start or heading

    criterion one
      title "One"
      because "one thing is shown"
      requires shown
        held if CONDITION

    """

  /// The quotations of the requirement by rank, cells of a row apart by " · ".
  static func quotes(_ condition: String, _ markdown: String) throws -> [String] {
    let bench = try MarkingBench(rules.replacing("CONDITION", with: condition))
    let text = markdown + "\n\nThe rest of this page tells how the desk is staffed and who opens the doors.\n"
    let document = try Reader.markdown(Array(text.utf8))
    let result = bench.engine.mark(document).result
    return result.criteria[0].requirements[0].evidence.sorted { $0.rank < $1.rank }.map { evidence in
      evidence.cells.isEmpty
        ? document.blocks[evidence.block].string(evidence.span)
        : evidence.cells.map { document.blocks[$0].string }.joined(separator: " · ")
    }
  }

  @Test(arguments: [
    (
      "a figure before none", "measured",
      "Calls are fun for everybody here. My calls came down to 12% in May.",
      ["My calls came down to 12% in May.", "Calls are fun for everybody here."]
    ),
    (
      "a fragment with its neighbour", "measured", "I looked at one thing only. My calls.",
      ["I looked at one thing only. My calls."]
    ),
    (
      "a fragment is left out where more is said", "measured",
      "Calls.\n\nMy calls came down to 12% in May because I stopped talking.",
      ["My calls came down to 12% in May because I stopped talking."]
    ),
    (
      "no question where something is stated", "measured",
      "Do I know how many calls. My calls came down to 12% in May.", ["My calls came down to 12% in May."]
    ),
    (
      "a row by its cells", "row-told",
      "| What | Was | Is |\n|---|---|---|\n| Calls lost | 12% | 4% |\n| Other | | |",
      ["Calls lost · 12%"]
    ),
    (
      "a passage by its best sentence, not by its first", "look-back",
      "**3 May 2026** Well then. The desk was quiet that day. I brought my calls down from 12% to 4%.",
      ["I brought my calls down from 12% to 4%."]
    ),
    (
      "a finding over two sentences by both", "told",
      "Hazel sits with me once a month. She told me that I go quiet on hold. The desk is on the left.",
      ["Hazel sits with me once a month. She told me that I go quiet on hold."]
    ),
    (
      "the first way before the second", "measured or told",
      "Hazel said that it was good on 3 May.\n\nMy calls came down to 12% on 3 May.",
      ["My calls came down to 12% on 3 May.", "Hazel said that it was good on 3 May."]
    ),
  ])
  func quotesTheStrongest(_ why: String, _ condition: String, _ text: String, _ quotes: [String]) throws {
    #expect(try Self.quotes(condition, text) == quotes, "\(why)")
  }

  @Test func longSentencesAreQuotedByTheClause() throws {
    let text = """
      I have been on the desk since they had cards in drawers and pencils on strings, and when Fiona sat me down at the \
      kitchen table on Wednesday with a pot of tea I told her that my calls are at ten minutes and that I talk too much.
      """
    let quotes = try Self.quotes("measured", text)
    let quote = try #require(quotes.first)
    #expect(quote.utf8.count <= 180)
    #expect(quote.hasSuffix("that my calls are at ten minutes and that I talk too much."))
  }

  @Test func quotingNeverChangesADecision() throws {
    let plain = try MarkingBench(Self.rules.replacing("CONDITION", with: "at least 2 measured"))
    let one = try plain.result(
      "Calls. My calls came down to 12% in May. The desk is open on all days of the week.")
    #expect(one.criteria[0].decision == .met)
    #expect(one.criteria[0].requirements[0].evidence.count == 1)
  }
}
