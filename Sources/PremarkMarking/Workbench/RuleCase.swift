import PremarkAnnotation
public import PremarkDocument
import PremarkMatching
public import PremarkRules
import PremarkText

/// One `accept` or `reject` of a rule, read.
public struct RuleCase: Sendable {
  /// The rule it stands under, by its number in the rule set.
  public enum Owner: Sendable, Equatable {
    case passage(Int), indicator(Int), item(Int), mistake(Int)
  }

  /// The rule it stands under.
  public let owner: Owner
  /// Id of that rule.
  public let rule: String
  /// The example itself.
  public let example: Example
  /// Its text as a document; nil where it cannot be read.
  public let document: Document?
}

extension RuleCase {
  /// What is wrong when the example is run, one line; nil where it comes out as it says.
  public func problem(in engine: Engine) -> String? {
    guard let document else { return "the example cannot be read as Markdown" }
    return problem(in: Evaluation(rules: engine.rules, text: engine.annotate(document)), document)
  }

  /// The same for a text that is annotated already.
  func problem(in evaluation: Evaluation, _ document: Document) -> String? {
    let found: [Range<Int>]
    switch owner {
    case .passage(let number): found = evaluation.instances(ofPassage: number).map { $0.stretch }
    case .indicator(let number): found = evaluation.findings(ofIndicator: number).map { $0.tokens }
    case .item(let number):
      found = evaluation.items(ofRule: number).filter { $0.counts }.map { $0.instance.stretch }
    case .mistake(let number):
      let isFound = Marker(evaluation: evaluation).levels().mistakes[number]
      if isFound == example.isAccepted { return nil }
      return isFound ? "the mistake is found in a rejected example" : "the mistake is not found"
    }
    return problem(found, evaluation.text, document)
  }

  private func problem(_ found: [Range<Int>], _ text: AnnotatedText, _ document: Document) -> String? {
    guard example.isAccepted else {
      return found.first.map { "found in a rejected example: '\(Self.words($0, text))'" }
    }
    guard !found.isEmpty else { return "not found in an accepted example" }
    let marks = self.marks(in: document)
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

  /// The marks as places in the document; those of a Markdown block are found again by their words.
  private func marks(in document: Document) -> [(block: Int, span: Span)] {
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
