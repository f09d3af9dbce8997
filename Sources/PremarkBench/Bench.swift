import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkPlatform
import PremarkReading
import PremarkRules
import PremarkText

/// What rules cost: loading each unit's, matching, ten times as many rules, and ever longer texts.
///
/// A report, not a test: milliseconds depend on the machine, and ratios on what else it does. Every figure is the median
/// of several runs.
@main
struct Bench {
  private static let copies = 9

  static func main() {
    guard CommandLine.arguments.count > 1 else {
      return print("usage: PremarkBench FILE.md... (submissions in Markdown)")
    }
    var texts: [[UInt8]] = []
    for path in CommandLine.arguments.dropFirst() {
      do throws(ReadingError) {
        texts.append(try FileBytes.read(path))
      } catch {
        return print("\(path): \(error.message); \(error.advice)")
      }
    }
    for unit in EmbeddedRules.units { report(unit, texts) }
  }

  private static func report(_ unit: String, _ texts: [[UInt8]]) {
    guard let file = EmbeddedRules.unit(unit) else { return }
    let loader = RuleLoader(vocabulary: EmbeddedRules.vocabulary)
    let load = milliseconds(runs: 15) { _ = loader.load(unit: file) }
    let (rules, lexicon) = (loader.load(unit: file).ruleSet, loader.loadVocabulary().lexicon)
    let compile = milliseconds(runs: 15) { _ = Engine(rules: rules, lexicon: lexicon) }
    print("\(unit): \(count(rules)) rules, load \(written(load)) ms (aim 3), compile \(written(compile)) ms")

    let engine = Engine(rules: rules, lexicon: lexicon)
    let many = Engine(rules: RuleCopies(of: rules).with(copies), lexicon: lexicon)
    let documents = texts.compactMap { try? Reader.markdown($0) }
    let (once, found) = matching(engine, documents)
    let (tenfold, foundByMany) = matching(many, documents)
    precondition(found == foundByMany, "\(unit): copies of rules find something")
    print(
      "  match: \(written(once)) ms a submission; \(count(many.rules.rules)) rules: \(written(tenfold)) ms, "
        + "\(written(tenfold / once)) times (aim 1.5)")

    var line = "  longer texts, microseconds for each kB marked:"
    for times in [1, 4, 16, 64] {
      let text = Array(repeating: texts[0] + [0x0A, 0x0A], count: times).flatMap { $0 }
      guard let document = try? Reader.markdown(text) else { continue }
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
        for number in engine.rules.rules.passages.indices {
          found += evaluation.instances(ofPassage: number).count
        }
        for number in engine.rules.rules.indicators.indices {
          found += evaluation.findings(ofIndicator: number).count
        }
        for number in engine.rules.rules.items.indices { found += evaluation.items(ofRule: number).count }
      }
    }
    return (time / Double(texts.count), found)
  }

  private static func count(_ rules: RuleSet) -> Int {
    rules.wordLists.count + rules.passages.count + rules.indicators.count + rules.items.count
  }

  /// The median of some runs, after one that does not count.
  private static func milliseconds(runs: Int, _ body: () -> Void) -> Double {
    body()
    let clock = ContinuousClock()
    let times = (0..<runs).map { _ in clock.measure(body) }.sorted()
    let (seconds, attoseconds) = times[times.count / 2].components
    return Double(seconds) * 1000 + Double(attoseconds) / 1e15
  }

  private static func written(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
