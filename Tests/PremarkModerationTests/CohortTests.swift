import Testing

@testable import PremarkModeration

struct CohortTests {
  @Test(arguments: [
    ("a name", "I spoke to Sharon about it.", "I spoke to [name] about it."),
    ("a name that begins a sentence stays", "Sharon helped.", "Sharon helped."),
    ("months and days stay", "By Friday 3 March with HR.", "By Friday 3 March with HR."),
    ("mail", "Write to kim.hale@example.org today", "Write to [address] today"),
    ("a telephone", "Ring 07700 900123 now", "Ring [number] now"), ("a year stays", "in 2026", "in 2026"),
    ("an account", "account 12345678.", "account [number]."),
    ("figures stay", "from 72% to 85%", "from 72% to 85%"),
    ("two names", "with Siân O'Brien", "with [name] [name]"),
  ])
  func masks(_ why: String, _ text: String, _ masked: String) {
    #expect(Masking.masked(text).text == masked, "\(why)")
  }

  @Test(arguments: [
    ("a name that begins a sentence goes", "Sharon helped. I asked.", "[name] helped. I asked."),
    ("so does a word that seldom begins one", "Courgettes are cheap", "[name] are cheap"),
    ("common ones stay", "Then we met. Improve it!", "Then we met. Improve it!"),
  ])
  func masksStrictly(_ why: String, _ text: String, _ masked: String) {
    #expect(Masking.masked(text, isStrict: true).text == masked, "\(why)")
  }

  @Test(arguments: [
    (
      "a known name that begins a sentence goes", "Sharon helped. Then Sharon left.",
      "[name] helped. Then [name] left."
    ),
    ("so does its possessive", "Keisha's date was moved.", "[name] date was moved."),
    ("another word stays", "Helped by Sharon.", "Helped by [name]."),
    ("a small letter names nobody", "Add what will show it.", "Add what will show it."),
  ])
  func masksKnownNames(_ why: String, _ text: String, _ masked: String) {
    #expect(Masking.masked(text, names: ["sharon", "keisha", "will"]).text == masked, "\(why)")
  }

  private static func figures(_ numbers: [Int]) throws -> CohortFigures {
    var figures = CohortFigures()
    for number in numbers {
      let line = MadeResult.line(
        "f\(number)", ["met", "partly", "not-met"][number % 3], unit: number % 5 == 0 ? "b" : "a",
        refer: number % 4 == 0 ? "close" : nil, submission: #"{"id":"\#(number)","cohort":"g\#(number % 2)"}"#
      )
      figures.add(
        try MadeResult.record(
          line.replacing("\"soon\"", with: "\"I will do it with help number \(number % 7) soon\"")))
    }
    return figures
  }

  private static func told(_ figures: CohortFigures) -> [String] {
    figures.units.flatMap { unit in
      ["\(unit.id) \(unit.submissions) \(unit.met) \(unit.groups.sorted { $0.key < $1.key })"]
        + unit.criteria.map { "\($0.id) \($0.levels) \($0.referred)" }
        + unit.mistakes.map { "\($0.id) \($0.groups.sorted { $0.key < $1.key }) \($0.quote?.text ?? "")" }
    }
  }

  @Test func partsMergeToTheWhole() throws {
    let whole = try Self.figures(Array(0..<60))
    var merged = try Self.figures(Array(40..<60))
    merged.merge(try Self.figures(Array(0..<13)))
    merged.merge(try Self.figures(Array(13..<40)))
    #expect(Self.told(merged) == Self.told(whole))
    #expect(whole.submissions == 60)
    #expect(whole.units.map(\.id) == ["a", "b"])
    #expect(whole.units[0].criteria[0].levels.reduce(0, +) == 48)
  }
}
