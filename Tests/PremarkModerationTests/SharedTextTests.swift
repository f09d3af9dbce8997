import Testing

@testable import PremarkModeration

struct SharedTextTests {
  /// A text of words that no other number's text has.
  private static func text(_ number: Int, words: Int) -> String {
    (0..<words).map { "w\(number)x\($0)" }.joined(separator: " ")
  }

  private static func shared(
    _ texts: [String], owners: [String]? = nil, known: String = ""
  ) -> (SharedText, [[UInt8]]) {
    let bytes = texts.map { Array($0.utf8) }
    let shared = SharedText(
      bytes.map { Fingerprints($0) }, owners: owners ?? texts.indices.map(String.init),
      known: Set(Fingerprints.everyRun(of: Array(known.utf8))))
    return (shared, bytes)
  }

  /// Winnowing's guarantee: a run of w + k - 1 words leaves a common fingerprint wherever it stands.
  @Test func alwaysFindsARunOfTenWords() {
    let run = Self.text(0, words: Fingerprints.windowRuns + Fingerprints.runWords - 1)
    for before in 0..<40 {
      let first = Fingerprints(Array("\(Self.text(1, words: before)) \(run) \(Self.text(2, words: 30))".utf8))
      let second = Fingerprints(
        Array("\(Self.text(3, words: 17)) \(run) \(Self.text(4, words: before))".utf8))
      #expect(!Set(first.hashes).isDisjoint(with: second.hashes), "after \(before) words")
    }
  }

  @Test func neverFindsARunOfFiveWords() {
    let run = Self.text(0, words: Fingerprints.runWords - 1)
    let first = Fingerprints(Array("\(Self.text(1, words: 30)) \(run) \(Self.text(2, words: 30))".utf8))
    let second = Fingerprints(Array("\(Self.text(3, words: 30)) \(run) \(Self.text(4, words: 30))".utf8))
    #expect(Set(first.hashes).isDisjoint(with: second.hashes))
    #expect(Fingerprints(Array("too short to say".utf8)).hashes.isEmpty)
  }

  @Test func givesThePassageItself() throws {
    let run = Self.text(0, words: 40)
    let (shared, bytes) = Self.shared([
      "Own words. \(run)! And more.", "Other words, then: \(run.uppercased()), the end.",
      Self.text(5, words: 90),
    ])
    let pair = try #require(shared.pairs.first)
    #expect(shared.pairs.count == 1)
    #expect([pair.first, pair.second] == [0, 1])
    #expect(pair.words == 40)
    let passage = try #require(pair.passages.first)
    #expect(String(decoding: bytes[0][passage.first], as: UTF8.self) == run)
    #expect(String(decoding: bytes[1][passage.second], as: UTF8.self) == run.uppercased())
  }

  @Test func leavesOutWhatEverybodyMayUse() {
    let form = Self.text(0, words: 60)
    let own = (1...3).map { "\(form) \(Self.text($0, words: 40))" }
    #expect(Self.shared(own).0.pairs.count == 3)
    #expect(Self.shared(own, known: form).0.pairs.isEmpty, "the template")
    #expect(Self.shared(own, owners: ["a", "a", "a"]).0.pairs.isEmpty, "one learner's own files")
    let many = (1...(SharedText.commonest + 1)).map { "\(form) \(Self.text($0, words: 40))" }
    #expect(Self.shared(many).0.pairs.isEmpty, "what too many have")
  }

  @Test func tellsNothingBelowTheBar() {
    let run = Self.text(0, words: SharedText.fewestWords - 1)
    #expect(
      Self.shared(["\(run) \(Self.text(1, words: 50))", "\(run) \(Self.text(2, words: 50))"]).0.pairs.isEmpty)
  }
}
