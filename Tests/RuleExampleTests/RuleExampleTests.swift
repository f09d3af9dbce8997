import PremarkDocument
import PremarkMarking
import PremarkReading
import PremarkRules
import Testing

/// Every shipped rule against its own examples, as written and disguised.
struct RuleExampleTests {
  /// A change to a text that must not change what is found in it.
  enum Disguise: String, CaseIterable, CustomTestStringConvertible {
    case none, accentInFront, curlyQuotes, doubleSpaces
    var testDescription: String { rawValue }

    /// The example in disguise, with its marks where its words went.
    func applied(to example: Example) -> Example {
      guard self != .none, !example.isBlock, !example.text.isEmpty else { return example }
      var text: [UInt8] = []
      var moved: [Int] = []
      if self == .accentInFront { text += Array("\u{E9} ".utf8) }
      for byte in example.text {
        moved.append(text.count)
        switch (self, byte) {
        case (.curlyQuotes, 0x27): text += Array("\u{2019}".utf8)
        case (.doubleSpaces, 0x20): text += [0x20, 0x20]
        default: text.append(byte)
        }
      }
      moved.append(text.count)
      return Example(
        isAccepted: example.isAccepted, text: text,
        marks: example.marks.map { .init(moved[$0.start], moved[$0.end]) }, isBlock: false,
        location: example.location)
    }
  }

  @Test(arguments: EmbeddedRules.units, [Disguise.none, .curlyQuotes, .doubleSpaces])
  func comeOutAsTheySay(_ unit: String, _ disguise: Disguise) throws {
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    let loaded = loader.load(unit: try #require(EmbeddedRules.unit(unit)))
    try #require(!loaded.hasErrors)
    let engine = Engine(rules: loaded.ruleSet, lexicon: loader.loadVocabulary().lexicon)
    let runner = ExampleRunner(
      engine: engine, block: { try? Reader.markdown($0) }, disguise: { disguise.applied(to: $0) })
    let (tried, failures) = runner.run()
    #expect(tried > 20)
    let lines = failures.map { "\($0.rule): \($0.message)" }
    #expect(lines.isEmpty, "\(unit), \(disguise.rawValue): \(lines)")
  }
}
