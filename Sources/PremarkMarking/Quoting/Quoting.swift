import PremarkAnnotation
import PremarkDocument
import PremarkMatching
import PremarkText

/// Turns what was found into the learner's words: whole sentences or clauses, never half a thought, and of many places
/// the ones that say most (``QuoteWeight``).
///
/// A finding inside one sentence is quoted by it; a short one ("Not good enough.") with its neighbour, a cell of a word
/// or two with the other cells found in its row. A passage or an item is quoted by its best sentence. Quoting chooses
/// among findings and never changes a decision.
struct Quoting {
  /// What a quotation is for.
  enum Purpose {
    /// It speaks for a requirement: the strongest place is wanted.
    case proof
    /// It is what is wrong, or speaks against a requirement: any place that can be read.
    case fault
    /// It is one part of an item: its own words, as they come.
    case part
  }

  /// Sentences longer than this, in bytes, are quoted by the clause.
  static let longSentence = 180
  /// Fewer words than this say little by themselves.
  static let fewWords = 4
  /// A quotation by the clause has at least this many words, where its sentence has them.
  static let clauseWords = 8

  let text: AnnotatedText
  let rules: CompiledRules
  private let blockOf: [Int]
  /// The sentence of each token; -1 for one in none.
  private let sentenceOf: [Int]

  init(evaluation: Evaluation) {
    text = evaluation.text
    rules = evaluation.rules
    var blockOf = [Int](repeating: 0, count: evaluation.text.tokens.count)
    for (number, block) in evaluation.text.blocks.enumerated() {
      for token in block.tokens { blockOf[token] = number }
    }
    var sentenceOf = [Int](repeating: -1, count: evaluation.text.tokens.count)
    for (number, sentence) in evaluation.text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = number }
    }
    self.blockOf = blockOf
    self.sentenceOf = sentenceOf
  }

  /// Evidence for some hits: at most `most` places in document order, each with its rank.
  func evidence(_ hits: [Hit], most: Int, for purpose: Purpose) -> [Evidence] {
    let starts = hits.map { $0.tokens.lowerBound }.sorted()
    var weights: [String: QuoteWeight] = [:]
    let places = hits.enumerated().filter { !$0.element.tokens.isEmpty }.map { order, hit -> QuotePlace in
      let name = hit.rule ?? ""
      let weigh = weights[name] ?? QuoteWeight(text, rules, rule: hit.rule, purpose)
      weights[name] = weigh
      return place(of: hit, order, starts, weigh)
    }
    let joined = QuoteChoice.joined(places)
    if purpose == .part { return QuoteChoice.first(most, of: joined) }
    return QuoteChoice(places: joined, document: text.document).strongest(most)
  }

  /// Where an item opens: its first sentence that says something.
  func opening(of item: Range<Int>, rule: String) -> Evidence {
    let place = place(
      of: Hit(itemAt: item, rule: rule), 0, [], QuoteWeight(text, rules, rule: rule, .part))
    return Evidence(block: place.block, span: place.span, rule: rule)
  }

  /// The very words of a hit, as far as they stand in one block; nil for an empty one.
  func exact(_ hit: Hit) -> Evidence? {
    guard !hit.tokens.isEmpty else { return nil }
    let block = firstEvidenceBlock(hit.tokens)
    let tokens = hit.tokens.clamped(to: text.blocks[block].tokens)
    guard !tokens.isEmpty else { return nil }
    let span = text.tokens[tokens.lowerBound].span.union(text.tokens[tokens.upperBound - 1].span)
    return Evidence(block: block, span: span, rule: hit.rule)
  }

  /// The words of some evidence.
  func words(_ evidence: Evidence) -> String { text.document.blocks[evidence.block].string(evidence.span) }
}

extension Quoting {
  private func place(of hit: Hit, _ order: Int, _ starts: [Int], _ weigh: QuoteWeight) -> QuotePlace {
    let spare = hit.isSpare ? QuoteWeight.spare : 0
    let block = firstEvidenceBlock(hit.tokens)
    let inside = hit.tokens.clamped(to: text.blocks[block].tokens)
    let first = inside.isEmpty ? hit.tokens.lowerBound : inside.lowerBound
    guard sentenceOf[first] >= 0 else {
      let last = inside.isEmpty ? first : inside.upperBound - 1
      let span = text.tokens[first].span.union(text.tokens[last].span)
      let words = words(in: first..<last + 1)
      let weight = weigh.weight(block: block, span: span, words: words, sentence: nil, at: first)
      return QuotePlace(
        block: block, span: span, rule: hit.rule, order: order, words: words, weight: weight + spare)
    }
    let number = sentence(of: hit, from: sentenceOf[first], weigh, starts)
    let sentence = text.sentences[number]
    let held = held(by: hit, in: sentence)
    let (span, words) = self.words(of: number, held, hit, weigh.purpose)
    let weight = weigh.weight(
      block: sentence.block, span: span, words: words, sentence: number, at: held.lowerBound)
    return QuotePlace(
      block: sentence.block, span: span, rule: hit.rule, order: order, words: words, weight: weight + spare)
  }

  /// The tokens of a sentence that a hit rests on; its first where the hit is about all of it.
  private func held(by hit: Hit, in sentence: Sentence) -> Range<Int> {
    let inside = hit.parts.filter { sentence.tokens.contains($0.lowerBound) }
    guard let first = inside.map({ $0.lowerBound }).min(), let last = inside.map({ $0.upperBound }).max()
    else {
      let held = hit.tokens.clamped(to: sentence.tokens)
      return held.isEmpty ? sentence.tokens.lowerBound..<sentence.tokens.lowerBound + 1 : held
    }
    return first..<max(min(last, sentence.tokens.upperBound), first + 1)
  }

  /// The sentence to quote for a hit: its own, or the best of those it runs over.
  private func sentence(of hit: Hit, from own: Int, _ weigh: QuoteWeight, _ starts: [Int]) -> Int {
    if text.sentences[own].tokens.upperBound >= hit.tokens.upperBound { return own }
    guard weigh.chooses else { return firstThatSays(from: own, in: hit.tokens) }
    var next = starts.firstIndex(above: hit.tokens.lowerBound)
    var best = (number: own, weight: Int.min)
    for number in own..<text.sentences.count {
      let sentence = text.sentences[number]
      if sentence.tokens.lowerBound >= hit.tokens.upperBound { break }
      guard let at = sentence.tokens.first else { continue }
      var weight = weigh.weight(
        block: sentence.block, span: sentence.span, words: words(in: sentence.tokens), sentence: number,
        at: at
      )
      while next < starts.count, starts[next] < at { next += 1 }
      if next < starts.count, starts[next] < sentence.tokens.upperBound { weight += QuoteWeight.part }
      weight += QuoteWeight.part * hit.parts.count { sentence.tokens.contains($0.lowerBound) }
      // what a condition asks last is what it is about: "somebody, with what they said"
      if let last = hit.parts.last, hit.parts.count > 1, sentence.tokens.contains(last.lowerBound) {
        weight += 2
      }
      if number == own { weight += weigh.opening }
      if weight > best.weight { best = (number, weight) }
    }
    return best.number
  }

  /// The first sentence of the block, from one on, that is more than a label or two words.
  private func firstThatSays(from own: Int, in tokens: Range<Int>) -> Int {
    let block = text.sentences[own].block
    for number in own..<text.blocks[block].sentences.upperBound
    where text.sentences[number].tokens.lowerBound < tokens.upperBound {
      if words(in: text.sentences[number].tokens) > 2 { return number }
    }
    return own
  }

  /// A sentence, or, where that is long, its clauses from those that hold the tokens; with the sentence beside it where
  /// it has few words or the finding rests on both.
  private func words(
    of number: Int, _ tokens: Range<Int>, _ hit: Hit, _ purpose: Purpose
  ) -> (span: Span, words: Int) {
    let sentence = text.sentences[number]
    if sentence.span.count > Self.longSentence { return clauses(of: sentence, tokens) }
    let words = words(in: sentence.tokens)
    guard purpose != .part, let beside = neighbour(of: number, hit, isNeeded: words < Self.fewWords) else {
      return (sentence.span, words)
    }
    let both = sentence.span.union(text.sentences[beside].span)
    guard both.count <= Self.longSentence else { return (sentence.span, words) }
    return (both, words + self.words(in: text.sentences[beside].tokens))
  }

  /// The sentence beside one in its block that holds another part of the finding; where one is needed anyway the one
  /// before, or behind the block's first.
  private func neighbour(of number: Int, _ hit: Hit, isNeeded: Bool) -> Int? {
    let sentences = text.blocks[text.sentences[number].block].sentences
    let beside = [number - 1, number + 1].filter { sentences.contains($0) }
    return beside.first { other in
      hit.parts.contains { text.sentences[other].tokens.contains($0.lowerBound) }
    } ?? (isNeeded ? beside.first : nil)
  }

  /// From the clause that holds the first token on, as far as a long sentence may be quoted; from further in front where
  /// there are few words behind.
  private func clauses(of sentence: Sentence, _ tokens: Range<Int>) -> (span: Span, words: Int) {
    guard var low = sentence.clauses.first(where: { text.clauses[$0].tokens.upperBound > tokens.lowerBound })
    else { return (sentence.span, words(in: sentence.tokens)) }
    var high = low
    func fits(_ low: Int, _ high: Int) -> Bool {
      text.clauses[low].span.union(text.clauses[high].span).count <= Self.longSentence
    }
    while high + 1 < sentence.clauses.upperBound,
      fits(low, high + 1) || text.clauses[high + 1].tokens.lowerBound < tokens.upperBound
    {
      high += 1
    }
    while low > sentence.clauses.lowerBound, fits(low - 1, high),
      words(in: text.clauses[low].tokens.lowerBound..<text.clauses[high].tokens.upperBound) < Self.clauseWords
    {
      low -= 1
    }
    let run = text.clauses[low].tokens.lowerBound..<text.clauses[high].tokens.upperBound
    let end = withoutJoint(run)
    return (
      Span(text.clauses[low].span.start, text.tokens[end - 1].span.end), words(in: run.lowerBound..<end)
    )
  }

  /// Where a run of clauses ends without the "and", "since" or comma that leads on to the next.
  private func withoutJoint(_ run: Range<Int>) -> Int {
    var end = run.upperBound
    while end > run.lowerBound + 1, Self.joints.contains(text.words.string(of: text.tokens[end - 1].word)) {
      end -= 1
    }
    return end
  }

  private static let joints = [
    ",", ";", "-", "\u{2013}", "\u{2014}", "(", "and", "but", "or", "so", "because", "since", "as", "while",
    "when", "which", "who", "that", "if", "though", "although", "then",
  ]

  /// The block to quote for a run of tokens: the first that may be credited and says more than a number or two words;
  /// else the longest of them.
  private func firstEvidenceBlock(_ tokens: Range<Int>) -> Int {
    var longest: Int?
    var block = blockOf[tokens.lowerBound]
    let last = blockOf[tokens.upperBound - 1]
    while block <= last {
      if text.blocks[block].isEvidence, !text.blocks[block].tokens.isEmpty {
        if letters(in: block) > 2 { return block }
        if letters(in: block) > (longest.map(letters(in:)) ?? 0) { longest = block }
      }
      block += 1
    }
    return longest ?? blockOf[tokens.lowerBound]
  }

  private func letters(in block: Int) -> Int {
    text.blocks[block].tokens.count { text.tokens[$0].kind == .word }
  }

  private func words(in tokens: Range<Int>) -> Int { tokens.count { text.tokens[$0].kind != .symbol } }
}

extension [Int] {
  /// The first place of a sorted array whose value is above another, found by halving.
  fileprivate func firstIndex(above value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
