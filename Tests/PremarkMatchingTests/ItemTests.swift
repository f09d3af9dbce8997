import Testing

@testable import PremarkMatching

/// Items and passages from tables, lists, labels and statements, with their parts.
struct ItemTests {
  @Test func anEntityOfAListEndsWithItsCell() throws {
    let rules = """
      words figure-or-date
        <figure>, <date>

      indicator figures
        row at least 2 <figure-or-date>
        accept "8 88"
        reject "8"

      """
    let table = "| Wk | Letters | Lost |\n|---|---|---|\n| 8 May | 88% | 60% |\n| 9 May | 80% | 50% |\n"
    for text in [table, table + "\nOk.\n"] {
      let bench = try Bench(rules, text)
      let found = bench.compiled.findings(ofIndicator: 0).map { bench.words($0.tokens) }
      #expect(found.count == 2)
      #expect(found.allSatisfy { !$0.contains("Ok") })
    }
  }

  @Test(arguments: [
    ("three rows", ["1.1", "1.2", "1.3"], 3), ("two rows", ["1.1", "1.2"], 0),
    ("answers", ["1.1 is my answer", "b", "c"], 0),
  ])
  func rowsOpenPassagesByTheirNumbers(_ why: String, _ numbers: [String], _ count: Int) throws {
    let rules = """
      words answer-number
        1.1, 1.2, 1.3

      passage answer
        starts at <answer-number>

      """
    let rows = numbers.map { "| \($0) | Asked | They show where I stand |" }.joined(separator: "\n")
    let bench = try Bench(rules, "| No | Task | Mine |\n|---|---|---|\n\(rows)\n\nOk.\n")
    let found = bench.compiled.instances(ofPassage: 0).map { bench.words($0.stretch) }
    #expect(found.count == count, "\(why)")
    #expect(found.allSatisfy { !$0.contains("Ok") && $0.contains("where I stand") })
  }

  @Test func aTitleIsNoPassageOfItsSections() throws {
    let rules = """
      words log
        learning log

      passage entries
        starts at label <log>

      """
    let text = "# My learning log\n\nFirst.\n\n## My job\n\nSecond.\n\n## Next\n\nThird.\n"
    let bench = try Bench(rules, text)
    #expect(
      bench.compiled.instances(ofPassage: 0).map { bench.words($0.stretch) } == ["My learning log | First."])
    let inner = "# Plan\n\nZero.\n\n## My learning log\n\nFirst.\n\n### May\n\nSecond.\n\n## Next\n\nThird.\n"
    let deep = try Bench(rules, inner)
    #expect(
      deep.compiled.instances(ofPassage: 0).map { deep.words($0.stretch) }
        == ["My learning log | First. | May | Second."])
  }

  @Test func aQuestionThatEchoesOpensItsPassage() throws {
    let words = EchoIndex.hashes(of: Array("explain the importance of reviewing progress regularly".utf8))
      .map { String($0, radix: 16) }.map { String(repeating: "0", count: 8 - $0.count) + $0 }.joined(
        separator: " ")
    let bench = try Bench(
      """
      words reviewing
        reviewing progress, importance of reviewing

      passage answer
        starts at <reviewing>
        lasts until end of block

      """, "Explain the importance of reviewing progress. Everyone fills in a form.", head: "wording " + words
    )
    let instances = bench.compiled.instances(ofPassage: 0)
    #expect(instances.map { bench.words($0.stretch) }.count == 1)
  }

  static let item = """
    item objective
      from rows of a table with an objective column
      from a list with objective role
      from statements, "i want to"
      part measure <percentage>
      part deadline <deadline>

    """

  @Test(arguments: [
    (
      "rows", "| Objective | By when |\n|---|---|\n| Quality to 90% | 31/03/2026 |\n| Be kinder | |\n",
      ["Quality to 90% | 31/03/2026: measure deadline", "Be kinder:"]
    ),
    (
      "blank rows are none", "| Objective | By when |\n|---|---|\n| Quality to 90% | 31/03/2026 |\n| | |\n",
      ["Quality to 90% | 31/03/2026: measure deadline"]
    ),
    (
      "a list under a heading", "# My objectives\n\n- Quality to 90%\n- Calls shorter by 3 May 2026\n",
      ["Quality to 90%: measure", "Calls shorter by 3 May 2026: deadline"]
    ),
    (
      "prose", "I want to reach 90%. That is by 31 March 2026. I want to be kind.",
      ["I want to reach 90%. That is by 31 March 2026.: measure deadline", "I want to be kind.:"]
    ),
    (
      "a row is not taken twice", "| Objective |\n|---|\n| I want to reach 90% |\n",
      ["I want to reach 90%: measure"]
    ),
  ])
  func finds(_ why: String, _ markdown: String, _ expected: [String]) throws {
    let bench = try Bench(Self.item, markdown)
    let found = bench.compiled.items(ofRule: 0).map { item in
      var line = bench.words(item.instance.stretch) + ":"
      for (name, hits) in zip(["measure", "deadline"], item.parts) where !hits.isEmpty { line += " " + name }
      return line
    }
    #expect(found == expected, "\(why)")
  }

  @Test(arguments: [
    ("bold dates", "**3 March 2026.** One.\n\nMore.\n\n**4 April 2026.** Two.\n", ["One", "Two"]),
    ("headings with a date", "## 3 March 2026\n\nOne.\n\n## 4 April 2026\n\nTwo.\n", ["One", "Two"]),
    ("a heading ends one", "3 March 2026: One.\n\n# Next\n\nNot in it.\n", ["One"]),
  ])
  func opensPassages(_ why: String, _ markdown: String, _ expected: [String]) throws {
    let rules = """
      passage entry
        starts at <date:month>
        lasts until next start or heading

      indicator seen
        sentence entry

      """
    let bench = try Bench(rules, markdown)
    let found = bench.compiled.instances(ofPassage: 0).map { bench.words($0.stretch) }
    #expect(found.count == expected.count, "\(why): \(found)")
    for (words, part) in zip(found, expected) {
      #expect(words.contains(part) && !words.contains("Not in it"))
    }
  }
}
