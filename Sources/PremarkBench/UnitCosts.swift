import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkReading
import PremarkRules
import PremarkText

/// What each unit's rules cost: loading, compiling, matching, ten times as many rules, and ever longer texts.
enum UnitCosts {
  private static let copies = 9

  /// - Parameter submissions: in any format; the longer texts repeat the first one that is plain text or Markdown.
  /// - Throws: a ``WrongAnswer`` where copies of rules find something.
  static func report(_ submissions: [Submission]) throws {
    let documents = try submissions.map { try $0.document() }
    let text = submissions.first { $0.mainPart == nil }?.bytes ?? []
    for unit in EmbeddedRules.units { try report(unit, documents, text) }
  }

  private static func report(_ unit: String, _ documents: [Document], _ text: [UInt8]) throws {
    guard let file = EmbeddedRules.unit(unit) else { return }
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    let load = milliseconds(runs: 15) { _ = loader.load(unit: file) }
    let (rules, lexicon) = (loader.load(unit: file).ruleSet, loader.loadVocabulary().lexicon)
    let compile = milliseconds(runs: 15) { _ = Engine(rules: rules, lexicon: lexicon) }
    print("\(unit): \(count(rules)) rules, load \(written(load)) ms (aim 3), compile \(written(compile)) ms")

    let engine = Engine(rules: rules, lexicon: lexicon)
    let many = Engine(rules: RuleCopies(of: rules).with(copies), lexicon: lexicon)
    let (once, found) = matching(engine, documents)
    let (tenfold, foundByMany) = matching(many, documents)
    guard found == foundByMany else {
      let who = documents.lazy.compactMap { firstFinding(of: many, past: engine, in: $0) }.first
      throw WrongAnswer(message: "\(unit): copies of rules find something (\(who ?? "or miss something"))")
    }
    print(
      "  match: \(written(once)) ms a submission; \(count(many.rules.rules)) rules: \(written(tenfold)) ms, "
        + "\(written(tenfold / once)) times (aim 1.5)")

    var line = "  longer texts, microseconds for each kB marked:"
    for times in [1, 4, 16, 64] {
      let text = Array(repeating: text + [0x0A, 0x0A], count: times).flatMap { $0 }
      let document = try Reader.markdown(text)
      let time = milliseconds(runs: times > 10 ? 3 : 7) { _ = engine.mark(document) }
      line += " \(text.count / 1024) kB \(written(time * 1000 * 1024 / Double(text.count)));"
    }
    print(line.dropLast())
  }

  /// Milliseconds to find all that any rule looks for in a submission, annotating left out, and how much is found.
  private static func matching(_ engine: Engine, _ documents: [Document]) -> (Double, Int) {
    let texts = documents.map { engine.annotate($0) }
    var found = 0
    let time = milliseconds(runs: 7) {
      found = 0
      for text in texts {
        let evaluation = Evaluation(rules: engine.rules, text: text)
        found += evaluation.findingsCount
      }
    }
    return (time / Double(texts.count), found)
  }

  /// The first rule behind those of another engine that finds something, and what.
  private static func firstFinding(of many: Engine, past few: Engine, in document: Document) -> String? {
    let text = many.annotate(document)
    let evaluation = Evaluation(rules: many.rules, text: text)
    let (own, all) = (few.rules.rules, many.rules.rules)
    for (number, rule) in all.indicators.enumerated().dropFirst(own.indicators.count) {
      guard let finding = evaluation.findings(ofIndicator: number).first else { continue }
      let words = text.tokens[finding.tokens].map { text.words.string(of: $0.word) }
      return "\(rule.id): \(words.joined(separator: " "))"
    }
    for (number, rule) in all.passages.enumerated().dropFirst(own.passages.count)
    where !evaluation.instances(ofPassage: number).isEmpty { return rule.id }
    for (number, rule) in all.items.enumerated().dropFirst(own.items.count)
    where !evaluation.items(ofRule: number).isEmpty { return rule.id }
    return nil
  }

  private static func count(_ rules: RuleSet) -> Int {
    rules.wordLists.count + rules.passages.count + rules.indicators.count + rules.items.count
  }

  /// The median of some runs, after one that does not count.
  private static func milliseconds(runs: Int, _ body: () -> Void) -> Double {
    body()
    let clock = ContinuousClock()
    let times = (0..<runs).map { _ in clock.measure(body) }.sorted()
    return Meter.microseconds(times[times.count / 2]) / 1000
  }

  private static func written(_ value: Double) -> String { Table.written(value) }
}
