import PremarkAnnotation
public import PremarkDocument
import PremarkMatching
public import PremarkRules
import PremarkText

/// A rule's example that came out otherwise than it says.
public struct ExampleFailure: Sendable {
  /// Id of the rule.
  public let rule: String
  /// Where the example stands.
  public let location: RuleLocation
  /// What happened, one line, lower case, no full stop.
  public let message: String
}

/// Runs the `accept` and `reject` examples of a rule set: a rule's own tests.
///
/// An accepted example must be found; where words are marked, each mark must hold a finding and no finding may lie
/// outside the marks. A rejected one must not be found at all.
public struct ExampleRunner {
  private let engine: Engine
  private let block: (_ markdown: [UInt8]) -> Document?
  private let disguise: (Example) -> Example

  /// - Parameters:
  ///   - engine: the rules under test.
  ///   - block: reads an indented Markdown example.
  ///   - disguise: changes an example in a way that must not matter, before it is run.
  public init(
    engine: Engine, block: @escaping (_ markdown: [UInt8]) -> Document?,
    disguise: @escaping (Example) -> Example = { $0 }
  ) {
    self.engine = engine
    self.block = block
    self.disguise = disguise
  }

  /// Every example, in the order of the rules: passages, indicators, items, mistakes.
  public func cases() -> [RuleCase] {
    let rules = engine.rules.rules
    var cases: [RuleCase] = []
    func add(_ owner: RuleCase.Owner, _ id: String, _ examples: [Example]) {
      for example in examples {
        let example = disguise(example)
        cases.append(RuleCase(owner: owner, rule: id, example: example, document: document(of: example)))
      }
    }
    for (number, rule) in rules.passages.enumerated() { add(.passage(number), rule.id, rule.examples) }
    for (number, rule) in rules.indicators.enumerated() { add(.indicator(number), rule.id, rule.examples) }
    for (number, rule) in rules.items.enumerated() { add(.item(number), rule.id, rule.examples) }
    for (number, rule) in rules.mistakes.enumerated() { add(.mistake(number), rule.id, rule.examples) }
    return cases
  }

  /// How many examples there are and which fail, in the order of the rules.
  public func run() -> (tried: Int, failures: [ExampleFailure]) {
    var failures: [ExampleFailure] = []
    let cases = cases()
    for example in cases {
      guard let message = example.problem(in: engine) else { continue }
      failures.append(
        ExampleFailure(rule: example.rule, location: example.example.location, message: message))
    }
    return (cases.count, failures)
  }

  private func document(of example: Example) -> Document? {
    if example.isBlock { return block(example.text) }
    let blocks = example.text.isEmpty ? [] : [Block(kind: .paragraph, text: example.text)]
    return Document(
      format: .text, blocks: blocks, sections: [Section(heading: nil, level: 0, parent: nil)], tables: [],
      warnings: [])
  }
}
