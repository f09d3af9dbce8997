import PremarkDocument
import PremarkReporting
import PremarkRules

/// `premark rules list [UNIT...]`
struct RulesListCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    for (number, unit) in try library.units(named: invocation.operands).enumerated() {
      guard let rules = library.usable(unit, on: &console)?.rules else { continue }
      var page = TerminalPage(style: Console.style(isPlain: invocation.has(.plain)))
      if number > 0 { try console.put([0x0A]) }
      list(rules, on: &page)
      try console.put(page.bytes)
    }
  }

  private func list(_ rules: LoadedRules, on page: inout TerminalPage) {
    let set = rules.ruleSet
    page.paragraph([Run(set.unit.id, .strong), Run(" – " + set.unit.title)])
    section("Criteria", set.criteria.map { ($0.id, $0.title) }, on: &page)
    for criterion in set.criteria where !criterion.requirements.isEmpty {
      let parts = criterion.requirements.map { $0.id + ($0.isEssential ? "" : " (supporting)") }
      page.entry([Run(criterion.id, .faint)], [Run(parts.joined(separator: ", "))], indent: 4, column: 30)
    }
    section("Mistakes", set.mistakes.map { ($0.id, $0.title + ($0.isMajor ? " (major)" : "")) }, on: &page)
    section("Tips", set.tips.map { ($0.id, $0.says) }, on: &page)
    section(
      "Indicators",
      set.indicators.map {
        ($0.id, counted($0.alternatives.count, "way", "ways") + Self.examples($0.examples))
      },
      on: &page)
    section(
      "Items",
      set.items.map { item in
        (item.id, "parts: " + (item.parts.isEmpty ? "none" : item.parts.map(\.name).joined(separator: ", ")))
      }, on: &page)
    section("Passages", set.passages.map { ($0.id, counted($0.starts.count, "start", "starts")) }, on: &page)
    section(
      "Word lists",
      set.wordLists.filter { !$0.name.isEmpty }.map { list in
        (list.name, counted(list.groups.reduce(0) { $0 + $1.phrases.count }, "phrase", "phrases"))
      }, on: &page)
  }

  private static func examples(_ examples: [Example]) -> String {
    ", \(examples.count(where: { $0.isAccepted })) accepted and \(examples.count(where: { !$0.isAccepted })) rejected examples"
  }

  private func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  private func section(_ title: String, _ rows: [(String, String)], on page: inout TerminalPage) {
    guard !rows.isEmpty else { return }
    page.blank()
    page.paragraph([Run(title, .strong)])
    for (name, text) in rows { page.entry([Run(name)], [Run(text)], indent: 2, column: 30) }
  }
}
