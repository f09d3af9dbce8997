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

  /// How many examples there are and which fail, in the order of the rules.
  public func run() -> (tried: Int, failures: [ExampleFailure]) {
    let rules = engine.rules.rules
    var tried = 0
    var failures: [ExampleFailure] = []
    func run(_ id: String, _ examples: [Example], _ find: (Evaluation) -> [Range<Int>]) {
      for example in examples.map(disguise) {
        tried += 1
        guard let message = problem(example, find) else { continue }
        failures.append(ExampleFailure(rule: id, location: example.location, message: message))
      }
    }
    for (number, rule) in rules.passages.enumerated() {
      run(rule.id, rule.examples) { $0.instances(ofPassage: number).map { $0.stretch } }
    }
    for (number, rule) in rules.indicators.enumerated() {
      run(rule.id, rule.examples) { $0.findings(ofIndicator: number).map { $0.tokens } }
    }
    for (number, rule) in rules.items.enumerated() {
      run(rule.id, rule.examples) {
        $0.items(ofRule: number).filter { $0.counts }.map { $0.instance.stretch }
      }
    }
    for (number, rule) in rules.mistakes.enumerated() {
      for example in rule.examples.map(disguise) {
        tried += 1
        guard let document = document(of: example) else { continue }
        let found = engine.mark(document).result.mistakes[number].found
        if found != example.isAccepted {
          failures.append(
            ExampleFailure(
              rule: rule.id, location: example.location,
              message: found ? "the mistake is found in a rejected example" : "the mistake is not found"))
        }
      }
    }
    return (tried, failures)
  }

  private func problem(_ example: Example, _ find: (Evaluation) -> [Range<Int>]) -> String? {
    guard let document = document(of: example) else { return "the example cannot be read as Markdown" }
    let text = engine.annotate(document)
    let found = find(Evaluation(rules: engine.rules, text: text))
    guard example.isAccepted else {
      return found.first.map { "found in a rejected example: '\(Self.words($0, text))'" }
    }
    guard !found.isEmpty else { return "not found in an accepted example" }
    let marks = self.marks(of: example, in: document)
    guard !marks.isEmpty else { return nil }
    let places = found.map { Self.place($0, text) }
    for mark in marks where !places.contains(where: { mark.block == $0.block && mark.span.contains($0.span) })
    {
      return "nothing found inside the mark '\(document.blocks[mark.block].string(mark.span))'"
    }
    for (at, place) in places.enumerated()
    where !marks.contains(where: { $0.block == place.block && $0.span.contains(place.span) }) {
      return "found outside the marks: '\(Self.words(found[at], text))'"
    }
    return nil
  }

  private func document(of example: Example) -> Document? {
    if example.isBlock { return block(example.text) }
    let blocks = example.text.isEmpty ? [] : [Block(kind: .paragraph, text: example.text)]
    return Document(
      format: .text, blocks: blocks, sections: [Section(heading: nil, level: 0, parent: nil)], tables: [],
      warnings: [])
  }

  /// The marks as places in the document; those of a Markdown block are found again by their words.
  private func marks(of example: Example, in document: Document) -> [(block: Int, span: Span)] {
    guard example.isBlock else { return example.marks.map { (0, $0) } }
    return example.marks.compactMap { mark in
      let words = example.text[mark.range]
      for (number, block) in document.blocks.enumerated() where block.text.count >= words.count {
        for start in 0...(block.text.count - words.count)
        where block.text[start..<start + words.count].elementsEqual(words) {
          return (number, Span(start, start + words.count))
        }
      }
      return nil
    }
  }

  private static func place(_ tokens: Range<Int>, _ text: AnnotatedText) -> (block: Int, span: Span) {
    let block = text.blocks.firstIndex { $0.tokens.contains(tokens.lowerBound) } ?? 0
    let inside = tokens.clamped(to: text.blocks[block].tokens)
    return (block, text.tokens[inside.lowerBound].span.union(text.tokens[inside.upperBound - 1].span))
  }

  private static func words(_ tokens: Range<Int>, _ text: AnnotatedText) -> String {
    let place = place(tokens, text)
    return text.document.blocks[place.block].string(place.span)
  }
}
