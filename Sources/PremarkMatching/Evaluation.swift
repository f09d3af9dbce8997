public import PremarkAnnotation
import PremarkDocument
import PremarkRules
import PremarkText

/// An indicator seen.
public struct Finding: Sendable {
  /// From the first to the last word that the condition rests on.
  public let tokens: Range<Int>
  /// The clause, sentence, block … it was found in.
  public let stretch: Range<Int>
  let hits: [Hit]
}

/// A passage or an item seen.
public struct Instance: Sendable {
  /// All its tokens.
  public let stretch: Range<Int>
  /// The heading, lead or label that opens it: dates and people there count.
  public let opener: Range<Int>?
}

/// An item seen, with what its parts rest on.
public struct ItemFinding: Sendable {
  /// Where it stands.
  public let instance: Instance
  /// False where the rule says it is no evidence.
  public let counts: Bool
  /// In the order of the rule; empty where the part is missing.
  public let parts: [[Hit]]
  /// Which source of the rule it came from, from 0.
  let source: Int
}

/// One document under one rule set: everything found, each thing worked out once, when first asked for.
public final class Evaluation {
  /// What it is held against.
  public let rules: CompiledRules
  /// The document.
  public let text: AnnotatedText
  let index: TextIndex
  let layout: Layout
  let echoes: [Bool]
  var matcher: PhraseMatcher
  private var indicatorFindings: [[Finding]?]
  private var passageInstances: [[Instance]?]
  private var itemFindings: [[ItemFinding]?]
  private var isBusy: Set3
  /// False in the naive twin, which asks every stretch.
  let usesAnchors: Bool
  private var headed: [Int: [Bool]] = [:]
  /// What belongs to which item, by item and term.
  var linkIndexes: [String: LinkIndex] = [:]
  /// Values of passages and items in their order, by term and name.
  var orderedValues: [String: OrderedValues] = [:]
  /// Where passages may open, worked out once for all rules.
  lazy var possibleOpenings = findPossibleOpenings()
  /// The year that dates without one are taken to be in.
  lazy var usualYear = Self.usualYear(of: text)

  /// - Parameters:
  ///   - rules: the compiled rules whose words the text was annotated with.
  ///   - text: annotated with a copy of `rules.words`.
  public convenience init(rules: CompiledRules, text: AnnotatedText) {
    self.init(rules: rules, text: text, usesAnchors: true)
  }

  /// - Parameter usesAnchors: false asks every condition of every stretch of its size instead of those around its
  ///   rarest words: the naive twin that tests compare with.
  package init(rules: CompiledRules, text: AnnotatedText, usesAnchors: Bool) {
    self.usesAnchors = usesAnchors
    self.rules = rules
    let text = rules.rules.unit.setsBorrowedAside ? text.borrowedSetAside : text
    self.text = text
    let stems = rules.spelling.stems(of: text.words)
    let known = rules.spelling.known
    index = TextIndex(text) {
      Int($0.rawValue) < known ? text.words.stem(of: $0) : stems[Int($0.rawValue) - known]
    }
    layout = Layout(text)
    echoes = Self.echoes(rules, text)
    matcher = PhraseMatcher(rules: rules, index: index, triesAll: !usesAnchors)
    indicatorFindings = Array(repeating: nil, count: rules.indicators.count)
    passageInstances = Array(repeating: nil, count: rules.passages.count)
    itemFindings = Array(repeating: nil, count: rules.items.count)
    isBusy = Set3(rules.indicators.count, rules.passages.count, rules.items.count)
  }

  /// The same document under a mutant of the rules: what does not lean on the changed rule is kept as worked out.
  ///
  /// - Parameters:
  ///   - base: an evaluation under the unchanged rules.
  ///   - rules: the rules with the mutant's change.
  ///   - dependents: those of the unchanged rules.
  public init(_ base: Evaluation, rules: CompiledRules, target: Mutant.Target, dependents: Dependents) {
    self.rules = rules
    usesAnchors = base.usesAnchors
    text = base.text
    index = base.index
    layout = base.layout
    echoes = base.echoes
    matcher = base.matcher
    headed = base.headed
    indicatorFindings = base.indicatorFindings.enumerated().map {
      dependents.touches(indicator: $0, target) ? nil : $1
    }
    passageInstances = base.passageInstances.enumerated().map {
      dependents.touches(passage: $0, target) ? nil : $1
    }
    itemFindings = base.itemFindings.enumerated().map { dependents.touches(item: $0, target) ? nil : $1 }
    isBusy = Set3(rules.indicators.count, rules.passages.count, rules.items.count)
  }

  /// Sentences that only repeat the unit's wording, by sentence index.
  public var echoedSentences: [Bool] { echoes }

  /// Findings of an indicator, in document order. A rule that refers to itself finds nothing there.
  public func findings(ofIndicator number: Int) -> [Finding] {
    if let known = indicatorFindings[number] { return known }
    guard !isBusy.indicators[number] else { return [] }
    isBusy.indicators[number] = true
    let result = search(rules.indicators[number])
    isBusy.indicators[number] = false
    indicatorFindings[number] = result
    return result
  }

  /// Passages of a rule, in document order.
  public func instances(ofPassage number: Int) -> [Instance] {
    if let known = passageInstances[number] { return known }
    guard !isBusy.passages[number] else { return [] }
    isBusy.passages[number] = true
    let result = search(rules.passages[number])
    isBusy.passages[number] = false
    passageInstances[number] = result
    return result
  }

  /// Items of a rule, in document order, those that do not count included.
  public func items(ofRule number: Int) -> [ItemFinding] {
    if let known = itemFindings[number] { return known }
    guard !isBusy.items[number] else { return [] }
    isBusy.items[number] = true
    let result = search(rules.items[number], number)
    isBusy.items[number] = false
    itemFindings[number] = result
    return result
  }

  /// For each section whether its heading, or one above it, holds the slot.
  func sections(headedBySlot slot: Int) -> [Bool] {
    if let known = headed[slot] { return known }
    let occurrences = matcher.occurrences(ofSlot: slot)
    let document = text.document
    var result = [Bool](repeating: false, count: document.sections.count)
    for (number, section) in document.sections.enumerated() {
      if let heading = section.heading {
        let tokens = text.blocks[heading].tokens
        let at = occurrences.firstIndex(from: tokens.lowerBound)
        if at < occurrences.count, occurrences[at].tokens.lowerBound < tokens.upperBound {
          result[number] = true
        }
      }
      if let parent = section.parent, parent < number, result[parent] { result[number] = true }
    }
    headed[slot] = result
    return result
  }

  private static func echoes(_ rules: CompiledRules, _ text: AnnotatedText) -> [Bool] {
    guard !rules.echo.isEmpty else {
      return Array(repeating: false, count: text.sentences.count)
    }
    var concrete = [Bool](repeating: false, count: text.tokens.count)
    for entity in text.entities where isConcrete(entity.kind) {
      for token in entity.tokens { concrete[token] = true }
    }
    return text.sentences.map { sentence in
      // A number in front ("1.2 Feedback should …", "AC 2.1: …") is the form's.
      let own = sentence.tokens.dropFirst(referenceCount(sentence.tokens, text))
      for token in own where concrete[token] { return false }
      return rules.echo.isEcho(EchoIndex.hashes(of: text.tokens[sentence.tokens], in: text.words))
    }
  }
}

extension Evaluation {
  /// A date, a name, a result: what no criterion's wording has. "Two", a role or "criterion 2.1" it may well have.
  private static func isConcrete(_ kind: Entity.Kind) -> Bool {
    switch kind {
    case .role, .number, .count, .reference: false
    default: true
    }
  }

  /// How many tokens at the start of a sentence refer to a question or criterion: "1.2", "Q4.", "(AC 2.1)".
  private static func referenceCount(_ tokens: Range<Int>, _ text: AnnotatedText) -> Int {
    var end = tokens.lowerBound
    while end < tokens.upperBound, text.tokens[end].kind == .symbol { end += 1 }
    if end < tokens.upperBound, text.tokens[end].kind == .word, text.tokens[end].span.count <= 8 {
      let word = text.words.string(of: text.tokens[end].word)
      let isPrefix = referenceWords.contains(word)
      guard isPrefix || isNumbered(word) else { return 0 }
      end += 1
      if !isPrefix { return end - tokens.lowerBound }
    }
    guard end < tokens.upperBound, text.tokens[end].kind == .number else { return 0 }
    let bytes = text.words.bytes(of: text.tokens[end].word)
    // "72% of my calls" and "14 March" are no references.
    let isWhole = !bytes.contains(0x2E)
    end += 1
    let next = end < tokens.upperBound ? text.words.bytes(of: text.tokens[end].word) : []
    let isMarked = next == [0x2E] || next == [0x29] || next == [0x3A]
    guard bytes.count <= 5, !isWhole || isMarked || end - tokens.lowerBound > 1 else { return 0 }
    return next == [0x25] ? 0 : end - tokens.lowerBound
  }

  /// "q4", "ac2.3", "lo1": a letter or two, then figures.
  private static func isNumbered(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard let digit = bytes.firstIndex(where: { $0 &- 0x30 < 10 }), digit > 0 else { return false }
    return referenceWords.contains(String(decoding: bytes[..<digit], as: UTF8.self))
      && bytes[digit...].allSatisfy { $0 &- 0x30 < 10 || $0 == 0x2E }
  }

  private static let referenceWords = ["q", "ac", "lo", "question", "criterion", "outcome", "task", "part"]
}

/// Which rules are being worked out, so that one that refers to itself ends.
struct Set3 {
  var indicators: [Bool]
  var passages: [Bool]
  var items: [Bool]

  init(_ indicators: Int, _ passages: Int, _ items: Int) {
    self.indicators = Array(repeating: false, count: indicators)
    self.passages = Array(repeating: false, count: passages)
    self.items = Array(repeating: false, count: items)
  }
}
