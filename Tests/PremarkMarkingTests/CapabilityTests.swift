import Foundation
import PremarkReading
import PremarkRules
import PremarkText
import Testing

@testable import PremarkMarking
@testable import PremarkMatching

/// Each thing that the rule language has to be able to say: written as the reference writes it, decided by the compiled
/// matcher and by the naive twin, in a text in which it holds and in one in which it does not.
struct CapabilityTests {
  @Test(arguments: Capability.all)
  func holdsWhereItShould(_ row: Capability) throws {
    let engine = try Self.engine(row)
    for (text, expected) in [(row.holds as String?, true), (row.not, false)] {
      guard let text else { continue }
      let document = try Reader.markdown(Array((text + Self.filler).utf8))
      let annotated = engine.annotate(document)
      let compiled = Marker(evaluation: Evaluation(rules: engine.rules, text: annotated)).result()
      let naive = Marker(evaluation: Evaluation(rules: engine.rules, text: annotated, usesAnchors: false))
        .result()
      #expect(Self.isSeen(row, compiled) == expected, "\(row.what): \(text)")
      #expect(Self.said(naive) == Self.said(compiled), "the naive twin differs: \(row.what): \(text)")
    }
  }

  @Test(arguments: Capability.all)
  func hasAnExampleInTheReference(_ row: Capability) throws {
    #expect(try Self.reference.get().contains(row.construct), "Rules/README.md has no \(row.construct)")
  }

  @Test func examplesOfTheReferenceComeOutAsTheySay() throws {
    let blocks = try Self.reference.get().components(separatedBy: "```rules\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
    let head = "language 1\nunit page\n  title \"Page\"\n\n"
    let source = head + blocks.filter { !$0.hasPrefix("language") }.joined(separator: "\n")
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(
      unit: RuleFile(path: "README.md", text: Array(source.utf8)))
    try #require(!loaded.hasErrors)
    let engine = Engine(rules: loaded.ruleSet, lexicon: Self.lexicon)
    let cases = ExampleRunner(engine: engine, block: { try? Reader.markdown($0) }).cases()
    let problems = Workbench(engine: engine, cases: cases, submissions: []).problems()
    #expect(problems.count > 12)
    for (example, problem) in zip(cases, problems) {
      #expect(problem == nil, "\(example): \(problem ?? "")")
    }
  }

  @Test func namesOfRowsAreDifferent() {
    #expect(Set(Capability.all.map { $0.what + $0.construct }).count == Capability.all.count)
  }

  /// Enough words of nobody that the form does not count as left blank.
  private static let filler =
    "\n\n# Desk\n\n" + String(repeating: "The lamp hums while rain falls outside. ", count: 3)

  private static let reference = Result { () throws -> String in
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Rules/README.md")
    return try String(contentsOf: page, encoding: .utf8)
  }

  private static let lexicon = RuleLoader(vocabulary: EmbeddedRules.vocabulary).loadVocabulary().lexicon

  private static func engine(_ row: Capability) throws -> Engine {
    var source = """
      language 1
      unit bench
        title "Bench"
        awarded by "Nobody"
        by default any voice, affirmed
        applies unless ("ward" or "care home"), "resident"
        wording \(MarkingHashes.line("set measurable objectives linked to organisational targets"))

      """
    source += Capability.vocabulary + row.rules
    if !row.rules.contains("criterion it\n") {
      source +=
        "\ncriterion it\n  title \"It\"\n  because \"it is asked\"\n  requires it\n    held if \(row.test)\n"
    }
    let loaded = RuleLoader(vocabulary: { _ in nil }).load(
      unit: RuleFile(path: "bench/unit.rules", text: Array(source.utf8)))
    if loaded.hasErrors {
      throw MarkingBenchError(
        message: DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics))
    }
    return Engine(rules: loaded.ruleSet, lexicon: lexicon)
  }

  private static func isSeen(_ row: Capability, _ result: MarkingResult) -> Bool {
    if let says = row.says { return said(result).contains { $0.contains(says) } }
    if let mistake = result.mistakes.first { return mistake.found }
    return result.criteria.last?.decision == .met
  }

  /// All that a report says of it, a line each.
  private static func said(_ result: MarkingResult) -> [String] {
    var lines: [String] = []
    for criterion in result.criteria {
      lines += ["level \(criterion.decision.name)", "score \(criterion.score)", criterion.feedback]
      lines += [criterion.refer, criterion.assessorNote, criterion.question].compactMap { $0 }
      for requirement in criterion.requirements {
        lines.append("\(requirement.id) \(requirement.state)")
        lines += requirement.evidence.map { "at \($0.span.start)..<\($0.span.end) of block \($0.block)" }
      }
    }
    for mistake in result.mistakes { lines.append("\(mistake.id) \(mistake.found) \(mistake.message ?? "")") }
    return lines + result.tips.map(\.text)
  }
}
