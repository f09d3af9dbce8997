import Testing

@testable import PremarkMatching

/// What each phrase construct finds, by the compiled matcher and by the naive twin.
struct PhraseTests {
  @Test(arguments: [
    ("a word by its stem", "complaint", "Two complaints came, complaining helps.", ["complaints"]),
    ("e.g. with stops", "e.g", "Something, e.g. a call.", ["e.g"]),
    ("a reference with a point", "q1.1", "See Q1.1 of it.", ["Q1.1"]),
    ("no second in a secondment", "second", "The secondment was a second one.", ["second"]),
    ("words in a row", "team leader", "My team leader leads a team.", ["team leader"]),
    ("hyphens are spaces", "side by side", "We sat side-by-side.", ["side-by-side"]),
    ("a hyphen in the rule too", "follow-up", "A follow up was due.", ["follow up"]),
    (
      "alternatives", "sat/sitting with", "I sat with Jo. Sitting with Al helps.",
      ["sat with", "Sitting with"]
    ),
    (
      "an optional word", "sit (down) with", "I sit with Jo and sit down with Al.",
      ["sit with", "sit down with"]
    ),
    ("any word", "my * leader", "My new leader is here.", ["My new leader"]),
    (
      "a gap", "sat ... headphones", "I sat beside Agnes with headphones on.",
      ["sat beside Agnes with headphones"]
    ),
    ("a gap that is too long", "sat ...1 headphones", "I sat beside Agnes with headphones on.", []),
    ("a gap crosses a comma", "from ... monday", "It runs from now, next Monday.", ["from now, next Monday"]),
    ("a gap stops at a full stop", "from ... monday", "It runs from now. Monday is free.", []),
    ("a comma breaks a phrase", "team leader", "I like my team, leader or not.", []),
    ("an exact word", "=ready", "I was ready for readiness.", ["ready"]),
    ("a prefix", "improv*", "Improving is improvement.", ["Improving", "improvement"]),
    ("pounds and per cent are words", "80 %", "It was 80% or 80 per cent.", ["80%"]),
    ("the longest wins", "quality, quality score", "My quality score rose.", ["quality score"]),
    ("case does not matter", "aht", "AHT fell.", ["AHT"]),
    ("curly and straight", "don't know", "I don\u{2019}t know it.", ["don\u{2019}t know"]),
    ("a figure inside", "down to <percentage>", "It went down to 12% at last.", ["down to 12%"]),
    ("another list inside", "my <boss>", "My manager and my boss differ.", ["My manager", "my boss"]),
    ("a group of another list", "my <boss:slang>", "My manager and my gaffer differ.", ["my gaffer"]),
    ("a misspelt long word", "compensation", "The compensaton was paid.", ["compensaton"]),
    ("a short word is not corrected", "wrap", "My warp is long.", []),
  ])
  func findsWordLists(_ why: String, _ phrase: String, _ text: String, _ expected: [String]) throws {
    let rules = """
      words boss
        plain: manager, boss
        slang: gaffer

      words wanted
        \(phrase)

      indicator has-it
        sentence <wanted>, affirmed or hypothetical

      """
    let bench = try Bench(rules, text)
    let list = try #require(bench.compiled.rules.rules.wordLists.first { $0.name == "wanted" })
    let slot = try #require(
      bench.compiled.rules.slots.firstIndex {
        if case .list(let number, nil) = $0 {
          return bench.compiled.rules.rules.wordLists[number].name == "wanted"
        }
        return false
      })
    let found = bench.compiled.matcher.occurrences(ofSlot: slot)
    #expect(found.map { bench.words($0.tokens) } == expected, "\(why)")
    guard !phrase.contains("compens"), !phrase.contains("<percentage>") else { return }
    let naive = NaivePhrases(rules: bench.compiled.rules, evaluation: bench.compiled).occurrences(of: list)
    #expect(naive.map { bench.words($0.tokens) } == expected, "naive: \(why)")
  }
}
