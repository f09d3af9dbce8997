import Foundation
import PremarkRules
import Testing

/// The parser, the renderer and the formatter against files that nobody would write.
struct FuzzTests {
  /// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every machine.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let pieces = [
    "\n", "\n  ", "\n    ", " ", "\t", "\"", "<", ">", "(", ")", ",", ":", "[[", "]]", "{", "}", "#", "...",
    "*", "=", "/",
    "\\", "with", "or", "and", "not", "in", "at least", "words", "item", "criterion", "requires", "accept",
    "accept block",
    "extends", "drops group", "<kpi>", "12345678", "\u{FFFD}", "é", "\r\n", "\u{0}", "unit x", "vocabulary y",
    "uses people",
  ].map { Array($0.utf8) }

  private static func mutated(_ text: [UInt8], _ random: inout Random) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...12, using: &random) where !text.isEmpty {
      let at = Int.random(in: 0..<text.count, using: &random)
      let end = min(text.count, at + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: text.removeSubrange(at..<end)
      case 1: text.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: at)
      case 2: text[at] = UInt8.random(in: 0...255, using: &random)
      case 3:
        text.insert(contentsOf: Array(text[at..<end]), at: Int.random(in: 0...text.count, using: &random))
      default: text.replaceSubrange(at..<end, with: pieces.randomElement(using: &random) ?? [])
      }
    }
    return text
  }

  /// Everything that reads a rule file, on these bytes.
  private static func read(_ bytes: [UInt8]) -> LoadedRules {
    let loader = RuleLoader { name in
      name == "self" ? RuleFile(path: "vocabulary/self.rules", text: bytes) : ShippedRules.vocabulary(name)
    }
    let loaded = loader.load(unit: RuleFile(path: "u/unit.rules", text: bytes))
    let drawing = DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics)
    #expect(drawing.isEmpty == loaded.diagnostics.isEmpty)
    return loaded
  }

  @Test(arguments: 0..<8)
  func mutatedFilesNeverTrap(_ seed: Int) throws {
    var random = Random(state: UInt64(seed))
    let paths = try ShippedRules.paths()
    let rows = DiagnosticRow.all.map { Array($0.unit.utf8) }
    for round in 0..<30 {
      let source =
        round % 3 == 0
        ? try ShippedRules.bytes(paths.randomElement(using: &random) ?? paths[0]) : rows[round % rows.count]
      // Short pieces of long files, so that there are many.
      let start = Int.random(in: 0...max(0, source.count - 3000), using: &random)
      let bytes = Self.mutated(Array(source[start..<min(source.count, start + 3000)]), &random)
      _ = Self.read(bytes)
    }
  }

  @Test(arguments: 0..<8)
  func formattingMutatedFilesTwiceIsFormattingOnce(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &+ 1000)
    for row in DiagnosticRow.all {
      let bytes = Self.mutated(Array(row.unit.utf8), &random)
      let once = RuleFormatter.format(bytes)
      guard once.diagnostics.isEmpty else { continue }
      let twice = RuleFormatter.format(once.text)
      #expect(twice.text == once.text, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<8)
  func formattingKeepsWhatMutatedFilesSay(_ seed: Int) throws {
    var random = Random(state: UInt64(seed) &+ 2000)
    for row in DiagnosticRow.all {
      let bytes = Self.mutated(Array(row.unit.utf8), &random)
      let formatted = RuleFormatter.format(bytes)
      let before = RuleText.load(String(decoding: bytes, as: UTF8.self))
      guard formatted.diagnostics.isEmpty, !before.hasErrors else { continue }
      let after = RuleText.load(String(decoding: formatted.text, as: UTF8.self))
      #expect(
        after.ruleSet.described == before.ruleSet.described, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// Files on which a careless parser takes quadratic time, twice: once small, once eight times as large.
  @Test(arguments: [
    ("one long list", "words w\n  ", "phrase of words, "), ("open brackets", "indicator i\n  clause ", "("),
    ("open quotes", "words w\n", "  \"a\n"),
    ("unknown names", "indicator i\n  clause a0", ", or nowhere-to-be-found"),
    ("unknown lists", "indicator i\n  clause <a>", ", <nowhere-to-be-found>"),
    ("empty lines", "tip t\n", "\n\n"),
    ("properties", "tip t\n", "  says \"x\"\n"), ("unknown statements", "", "nothing here\n"),
    ("alternatives", "indicator i\n  clause <kpi>", ", or <kpi>"), ("commas", "words w\n  a", ","),
    ("one block", "item i\n  accept\n", "    [[x]]\n"), ("groups of one name", "words w\n", "  a: x\n"),
    ("nots", "indicator i\n  clause ", "not "), ("hashes", "words w\n  a", " #"),
  ])
  func takesLinearTime(_ why: String, _ start: String, _ piece: String) {
    let small = Self.seconds(start, piece, 500)
    let large = Self.seconds(start, piece, 4_000)
    // Eight times the time for eight times the text; four times more is left for a busy machine. Quadratic is 64.
    #expect(large < max(small, 0.005) * 32, "\(why): \(small) s, then \(large) s")
  }

  private static func seconds(_ start: String, _ piece: String, _ count: Int) -> Double {
    let text = "language 1\nunit u\n  title \"t\"\n" + start + String(repeating: piece, count: count)
    let bytes = Array(text.utf8)
    var best = Double.infinity
    for _ in 0..<2 {
      let begin = threadSeconds()
      _ = RuleLoader { _ in nil }.load(unit: RuleFile(path: "u", text: bytes))
      _ = RuleFormatter.format(bytes)
      best = min(best, threadSeconds() - begin)
    }
    return best
  }

  /// What this thread has used of a processor, which other tests do not change.
  private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
