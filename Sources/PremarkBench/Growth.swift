import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkMatching
import PremarkReading
import PremarkRules
import PremarkText

/// What happens as texts grow and as rules grow.
struct Growth {
  let meter: Meter
  let table: Table
  let engines: Engines

  /// The stages over generated submissions, each text ten times as long as the one before; ratios are times for a word
  /// against those of the first.
  func words(_ counts: [Int], unit: String) throws {
    var first: [String: Double] = [:]
    for count in counts {
      let text = GeneratedText(words: count)
      guard let bytes = text.docx() else { throw WrongAnswer(message: "a generated text cannot be packed") }
      let submission = try Submission(path: "generated.docx", bytes: bytes, unit: unit)
      try hold(submission, against: text)
      var stages = Stages(
        submissions: [submission], set: "\(text.words) words", meter: Meter(runs: count > 20_000 ? 3 : 9),
        engines: engines)
      stages.haveFiles = false
      stages.asksNaively = count <= 5000
      try stages.run({ _ in true }) { row in
        var row = row
        let each = row.cost.microseconds / Double(text.words)
        if let first = first[row.name] {
          row.ratios.append(("a word of the first text", each / first))
        } else {
          first[row.name] = each
        }
        table.draw(row)
      }
    }
  }

  /// The blocks and words that were read are those that were written.
  private func hold(_ submission: Submission, against text: GeneratedText) throws {
    let document = try submission.document()
    guard document.blocks.map(\.string) == text.paragraphs else {
      throw WrongAnswer(message: "read: \(text.words) generated words were read otherwise")
    }
    let annotated = try engines.engine(for: submission.unit).engine.annotate(document)
    guard annotated.visibleWords == text.words else {
      throw WrongAnswer(message: "annotate: \(annotated.visibleWords) words of \(text.words)")
    }
  }

  /// Matching with ever more rules, of which the first ten find something.
  func rules(_ counts: [Int]) throws {
    let planted = (0..<10).map(Self.phrase)
    let text = GeneratedText(words: 5000, phrases: planted)
    let bytes = Array(text.paragraphs.joined(separator: "\n\n").utf8)
    let expected = Self.count(of: planted, in: text.paragraphs)
    let lexicon = RuleLoader(vocabulary: EmbeddedRules.vocabulary).loadVocabulary().lexicon
    var before: Double?
    for count in counts {
      let engine = Engine(rules: try Self.ruleSet(count), lexicon: lexicon)
      let annotated = engine.annotate(try Reader.markdown(bytes))
      let (cost, digests) = try meter.cost(
        "rules", of: [annotated], ready: { $0 }, digest: { UInt64($0) },
        work: { text in Evaluation(rules: engine.rules, text: text).findingsCount })
      guard digests == [UInt64(expected)] else {
        throw WrongAnswer(message: "rules: \(digests) findings of \(expected)")
      }
      var row = Row(
        name: "rules", set: "\(count) rules, \(text.words) words", count: 1, bytes: bytes.count, cost: cost,
        check: "\(expected) findings, as counted word by word")
      if let before { row.ratios = [("a tenth of the rules", cost.microseconds / before)] }
      before = cost.microseconds
      table.draw(row)
    }
  }

  /// Two words that no other rule and no sentence has.
  private static func phrase(_ number: Int) -> String {
    var (letters, rest) = ("", number)
    for _ in 0..<4 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 10)))
      rest /= 10
    }
    return "zor\(letters)um quel\(letters)ox"
  }

  private static func ruleSet(_ count: Int) throws -> RuleSet {
    var source = """
      language 1
      unit generated
        title "Generated"
        awarded by "Nobody"
        by default any voice, affirmed

      """
    for number in 0..<count {
      source += "indicator found-\(number)\n  clause \"\(phrase(number))\"\n\n"
    }
    source += """
      criterion any
        title "Any"
        because "a unit has a criterion"
        requires something
          held if at least 1 found-0

      """
    let file = RuleFile(path: "generated/unit.rules", text: Array(source.utf8))
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(unit: file)
    if let error = loaded.diagnostics.first(where: { $0.severity == .error }) {
      throw WrongAnswer(message: "generated rules: \(error.headline)")
    }
    return loaded.ruleSet
  }

  /// How often phrases stand in paragraphs, looked for at every word.
  private static func count(of phrases: [String], in paragraphs: [String]) -> Int {
    let phrases = phrases.map { $0.split(separator: " ") }
    var count = 0
    for paragraph in paragraphs {
      let words = paragraph.split { $0 == " " || $0 == "." }
      for start in words.indices {
        count += phrases.count { words[start...].starts(with: $0) }
      }
    }
    return count
  }
}
