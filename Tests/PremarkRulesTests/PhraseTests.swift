import PremarkRules
import PremarkText
import Testing

/// How word lists are read.
struct PhraseTests {
  @Test(arguments: [
    ("words by stem, lower case", "Line Manager, TM", ["line manager", "tm"]),
    ("an exact word", "=TL", ["=tl"]),
    ("a prefix", "improv*", ["improv*"]),
    ("any word", "add a * line", ["add a * line"]),
    (
      "gaps", "set ... target, set ...5 target, set …2 target",
      ["set ...3 target", "set ...5 target", "set ...2 target"]
    ),
    ("alternatives", "sit/sat down", ["{sit|sat} down"]),
    ("alternatives of other kinds", "=TL/improv*/<kpi>", ["{=tl|improv*|<kpi>}"]),
    ("optional words", "sit (right down) here", ["sit [right down] here"]),
    ("alternatives in brackets", "(my/our) plan", ["[{my|our}] plan"]),
    ("a slash between digits is none", "24/7, 90/180", ["24/7", "90/180"]),
    ("a list inside", "reduce <kpi>, to <source:quality>", ["reduce <kpi>", "to <source:quality>"]),
    ("quotes keep commas and colons", "\"well, then\", \"note: this\"", ["well, then", "note: this"]),
    ("a quote in quotes", "\"say \\\"no\\\"\"", ["say \"no\""]),
    ("hash inside a word", "c# user", ["c# user"]),
    ("a comma at the end", "a, b,", ["a", "b"]),
    ("folded letters", "Café, naïve", ["cafe", "naive"]),
    ("colon inside a word", "1:1, one-to-one", ["1:1", "one-to-one"]),
  ])
  func reads(_ why: String, _ written: String, _ phrases: [String]) throws {
    let loaded = RuleText.load(RuleText.unit("words sample\n  \(written)\n"))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    let list = try #require(loaded.ruleSet.wordLists.first { $0.name == "sample" })
    #expect(list.groups.map(\.name) == [""], "\(why)")
    #expect(list.groups.first?.phrases.map(\.described) == phrases, "\(why)")
    // as codes, as a tree, and as codes again
    let again = list.groups.first?.phrases.map { Phrase(elements: $0.elements, location: $0.location) }
    #expect(again == list.groups.first?.phrases, "\(why)")
  }

  @Test(arguments: [
    ("groups", "a: x, y\n  b: z", ["a=x,y", "b=z"]),
    ("lines without a group", "x, y\n  z", ["=x,y,z"]),
    ("a group again", "a: x\n  b: y\n  a: z", ["a=x,z", "b=y"]),
    ("a line goes on with its phrase", "a: team\n     leader, boss", ["a=team leader,boss"]),
    ("comments", "a: x,  # one\n  # two\n     y", ["a=x,y"]),
    ("extends", "extends source\n  extra: mum", ["manager=boss", "quality=quality team", "extra=mum"]),
    (
      "extends and adds to a group", "extends source\n  manager: gaffer",
      ["manager=boss,gaffer", "quality=quality team"]
    ),
    (
      "extends twice", "extends source, kpi",
      ["manager=boss", "quality=quality team", "=handling time,abandon rate"]
    ),
    ("drops a phrase", "extends kpi\n  drops abandon rate", ["=handling time"]),
    ("drops a group", "extends source\n  drops group quality", ["manager=boss"]),
    (
      "drops what is inherited, not its own", "extends source\n  drops boss\n  manager: boss",
      ["quality=quality team", "manager=boss"]
    ),
    ("words of the language as phrases", "extends, drops", ["=extends,drops"]),
  ])
  func buildsLists(_ why: String, _ written: String, _ groups: [String]) throws {
    let loaded = RuleText.load(RuleText.unit("words sample\n  \(written)\n"))
    #expect(RuleText.codes(loaded) == [], "\(why)")
    let list = try #require(loaded.ruleSet.wordLists.first { $0.name == "sample" })
    let described = list.groups.map { "\($0.name)=\($0.phrases.map(\.described).joined(separator: ","))" }
    #expect(described == groups, "\(why)")
  }

  @Test(arguments: [
    ("plain words", "team leader", ["team leader"]),
    ("an exact word", "=TL", ["tl"]),
    ("optional words", "sit (right down)", ["sit", "sit right down"]),
    ("alternatives", "sit/sat (down)", ["sit", "sit down", "sat", "sat down"]),
    ("a prefix", "improv*", []), ("a gap", "a ... b", []), ("any word", "a * b", []),
    ("a list", "a <kpi>", []),
  ])
  func writesPlainFormsOut(_ why: String, _ written: String, _ forms: [String]) throws {
    #expect(try Self.plainForms(of: written) == forms, "\(why)")
  }

  @Test func writesAsManyFormsOutAsThereMayBe() throws {
    let pairs = ["a/b", "c/d", "e/f", "g/h", "i/j", "k/l", "m/n", "o/p", "q/r"]
    #expect(try Self.plainForms(of: pairs.dropLast().joined(separator: " ")).count == 256)
    #expect(try Self.plainForms(of: pairs.joined(separator: " ")).isEmpty)
  }

  private static func plainForms(of written: String) throws -> [String] {
    let loader = RuleLoader { name in
      let text = "language 1\nvocabulary v\nwords sample\n  \(written)\nwords kpi\n  x\n"
      return name == "v" ? RuleFile(path: "vocabulary/v.rules", text: Array(text.utf8)) : nil
    }
    let loaded = loader.loadVocabulary(["v"])
    #expect(!loaded.hasErrors)
    return try #require(loaded.lexicon.list("sample")?.groups.first?.phrases)
  }
}
