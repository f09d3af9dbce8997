import PremarkRules

/// What a reader who writes no rules has to know, and what is asked at a glance.
extension RulesPage {
  /// How the page is read.
  static let guide: [[Inline]] = [
    [
      .strong("Criterion"),
      .text(
        ": one marking point. Its requirements are its parts: essential ones decide, supporting ones only change the score."
      ),
    ],
    [
      .strong("held, near, contradicted, absent"),
      .text(
        ": how a requirement ends. Near: something of it is there and a part is missing. Contradicted: the submission says"
          + " the opposite elsewhere."),
    ],
    [
      .strong("Rule names"),
      .text(
        " lead to what is looked for, with sentences that count and sentences that only look like it. Names in < > lead"
          + " to lists of words, or stand for a date, a figure, a person."),
    ],
    [
      .strong("clause, sentence, block, row"),
      .text(
        ": how close together the words must stand; a block is a paragraph, a list item or a cell, a row is one of a table."
      ),
    ],
    [
      .strong("own, other, general"),
      .text(": who does it: the learner, somebody else, anybody. "), .strong("any voice"),
      .text(" takes all of them."),
    ],
    [
      .strong("aspiration, plan, done, result, result-with-data"),
      .text(": how far a claim goes: wished, intended, done, with an outcome, with figures."),
    ],
    [
      .strong("affirmed, negated, hypothetical"),
      .text(": said to be so, denied, only supposed. "), .strong("any polarity"),
      .text(" takes all of them."),
    ],
  ]

  /// A line for each criterion: its title and its essential requirements.
  static func overview(_ criteria: [Criterion]) -> [[Inline]] {
    criteria.map { criterion in
      let essential = criterion.requirements.filter { $0.isEssential }.map { words($0.id) }
      let supporting = criterion.requirements.filter { !$0.isEssential }.map { words($0.id) }
      var line: [Inline] = [.link(criterion.title, to: "criterion-" + criterion.id)]
      line.append(.text(": " + joined(essential, "; ")))
      if !supporting.isEmpty {
        line.append(.text((essential.isEmpty ? "" : "; ") + "supporting: " + joined(supporting, "; ")))
      }
      return line
    }
  }

  /// "measure-and-deadline" in words.
  static func words(_ name: String) -> String {
    String(decoding: name.utf8.map { $0 == 0x2D ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  static func joined(_ words: [String], _ separator: String) -> String {
    var text = ""
    for (index, word) in words.enumerated() { text += (index > 0 ? separator : "") + word }
    return text
  }

  /// A rule's line as written, each name a link to what it stands for.
  ///
  /// - Parameters:
  ///   - names: of rules that have a place on the page.
  ///   - lists: word lists that have one.
  static func linked(_ written: String, names: [String], lists: [String]) -> [Inline] {
    let bytes = Array(written.utf8)
    var inlines: [Inline] = []
    var plain = 0
    var at = 0
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var isQuoted = false
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted, isOfName(bytes[at]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, isOfName(bytes[end]) { end += 1 }
      let name = text(at..<end)
      let isList = at > 0 && bytes[at - 1] == UInt8(ascii: "<")
      if (isList ? lists : names).contains(name) {
        // the brackets and a group belong to the link
        if isList { while end < bytes.count, bytes[end - 1] != UInt8(ascii: ">") { end += 1 } }
        let start = isList ? at - 1 : at
        inlines += code(text(plain..<start))
        inlines.append(.link(text(start..<end), to: (isList ? "words-" : "rule-") + name))
        plain = end
      }
      at = end
    }
    return inlines + code(text(plain..<bytes.count))
  }

  /// Code without the spaces around it, which stand as text.
  private static func code(_ words: String) -> [Inline] {
    var inner = words[...]
    var inlines: [Inline] = []
    while inner.utf8.first == 0x20 {
      inner = inner.dropFirst()
      inlines = [.text(" ")]
    }
    var hasSpace = false
    while inner.utf8.last == 0x20 {
      inner = inner.dropLast()
      hasSpace = true
    }
    if !inner.isEmpty { inlines.append(.code(String(inner))) }
    return hasSpace ? inlines + [.text(" ")] : inlines
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// The word lists that some lines of rules name, directly or through other lists, in the order of the rules.
  static func lists(namedIn lines: [String], of rules: RuleSet) -> [WordList] {
    let known = rules.wordLists.filter { !$0.name.isEmpty }
    var place: [String: Int] = [:]
    for (index, list) in known.enumerated() { place[list.name] = index }
    var isUsed = [Bool](repeating: false, count: known.count)
    var open = lines
    while let line = open.popLast() {
      for name in references(in: line) {
        guard let index = place[name], !isUsed[index] else { continue }
        isUsed[index] = true
        for group in known[index].groups { for phrase in group.phrases { open.append(phrase.written) } }
      }
    }
    return known.enumerated().filter { isUsed[$0.offset] }.map { $0.element }
  }

  /// Names between `<` and `>` or `:`.
  private static func references(in line: String) -> [String] {
    let bytes = Array(line.utf8)
    var names: [String] = []
    for start in bytes.indices where bytes[start] == UInt8(ascii: "<") {
      var end = start + 1
      while end < bytes.count, isOfName(bytes[end]) { end += 1 }
      names.append(String(decoding: bytes[(start + 1)..<end], as: UTF8.self))
    }
    return names
  }
}
