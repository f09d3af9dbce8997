import Testing

@testable import PremarkRules

/// What is read where only the lists that are asked for are.
struct ListChoiceTests {
  @Test(arguments: try ShippedRules.paths().filter { $0.hasSuffix("/unit.rules") })
  func readsEveryListThatRulesAskFor(_ path: String) throws {
    let unit = RuleFile(path: path, text: try ShippedRules.bytes(path))
    let loader = RuleLoader(vocabulary: ShippedRules.vocabulary)
    let all = loader.load(unit: unit).ruleSet
    let asked = loader.load(unit: unit, lists: .asked).ruleSet
    #expect(asked.wordLists.map(\.name) == all.wordLists.map(\.name))
    #expect(asked.withoutLists == all.withoutLists)
    let needed = Self.needed(by: all)
    for (full, read) in zip(all.wordLists, asked.wordLists) where needed.contains(full.name) {
      #expect(read.described == full.described)
    }
    #expect(asked.wordLists.contains { $0.groups.isEmpty }, "a unit that asks for everything tests nothing")
  }

  /// The naive twin of ``ListReach``: goes through what has been parsed, phrase by phrase.
  private static func needed(by rules: RuleSet) -> Set<String> {
    var needed: Set<String> = []
    var pending = rules.withoutLists.flatMap { line in
      line.split(separator: "<").dropFirst().map { String($0.prefix { $0 != ">" && $0 != ":" }) }
    }
    while let name = pending.popLast() {
      guard needed.insert(name).inserted, let list = rules.wordLists.first(where: { $0.name == name }) else {
        continue
      }
      for group in list.groups { for phrase in group.phrases { pending += names(in: phrase.elements) } }
    }
    return needed
  }

  private static func names(in elements: [Phrase.Element]) -> [String] {
    elements.flatMap { (element: Phrase.Element) -> [String] in
      switch element {
      case .reference(let reference): return [reference.name]
      case .oneOf(let inner), .optional(let inner): return names(in: inner)
      default: return []
      }
    }
  }

  @Test(arguments: [
    ("a list that a rule names", "asked", true),
    ("a list that such a list names", "inside", true),
    ("a list that such a list extends", "base", true),
    ("a list after a comma of 'extends'", "other-base", true),
    ("a list on the next line of 'extends'", "third-base", true),
    ("a list that nothing names", "alone", false),
    ("a list that only such a list names", "after-alone", false),
  ])
  func reaches(_ why: String, _ name: String, _ isRead: Bool) throws {
    let rules = """
      words asked
        extends base, other-base,
          third-base
        my <inside>
      words inside
        hat
      words base
        coat
      words other-base
        glove
      words third-base
        scarf
      words alone
        <after-alone> shoe
      words after-alone
        sock
      indicator has-it
        clause <asked>
        accept "I have my [[hat]]."
        reject "I have it."

      """
    let unit = RuleFile(path: "u/unit.rules", text: Array(RuleText.unit(rules).utf8))
    let loaded = RuleLoader { _ in nil }.load(unit: unit, lists: .asked)
    let list = try #require(loaded.ruleSet.wordLists.first { $0.name == name }, "\(why)")
    #expect(list.groups.isEmpty == !isRead, "\(why)")
    let alone = RuleLoader { _ in nil }.load(unit: unit, lists: .named(["alone"])).ruleSet
    let named = try #require(alone.wordLists.first { $0.name == name }, "\(why)")
    #expect(named.groups.isEmpty == !["alone", "after-alone"].contains(name), "named: \(why)")
  }
}

extension RuleSet {
  /// What the rules say apart from word lists.
  fileprivate var withoutLists: [String] {
    described.filter { line in !wordLists.contains { line.hasPrefix($0.name + ":") } }
  }
}

extension WordList {
  fileprivate var described: [String] {
    groups.map { "\($0.name)=\($0.phrases.map(\.described).joined(separator: ","))" }
  }
}
