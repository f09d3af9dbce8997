import PremarkRules

/// What the learner is told of a criterion: what was shown, what is missing, the next step. Never the words to write.
struct Feedback {
  let rule: Criterion
  let level: Level
  let outcomes: [CriterionDecider.Outcome]
  let bar: Bar?

  var text: String {
    switch bar {
    case .blank?: return "This part has not been filled in yet. " + firstAdvice
    case .otherOccupation?:
      return
        "What you describe belongs to another job, so it cannot be counted here. Use examples from your work in a"
        + " contact centre."
    case .excluded(let says)?: return says
    case nil: break
    }
    var sentences = outcomes.filter { $0.state == .held }.compactMap { outcome in
      outcome.rule.shown.map(outcome.filler.filled)
    }
    if level == .met {
      if let praise = rule.praise { sentences.append(praise) }
      if sentences.isEmpty { sentences.append("You have shown what this criterion asks for.") }
      return Self.joined(sentences)
    }
    let missing = outcomes.filter { $0.rule.isEssential && $0.state != .held }
    let gaps = missing.compactMap { outcome in outcome.rule.missing.map(outcome.filler.filled) }
    if !gaps.isEmpty {
      sentences.append((level == .partly ? "Still missing: " : "Missing: ") + Self.list(gaps) + ".")
    }
    sentences += missing.prefix(2).compactMap { outcome in outcome.rule.advice.map(outcome.filler.filled) }
    if sentences.isEmpty { sentences.append("Nothing in the document shows this yet.") }
    return Self.joined(sentences)
  }

  private var firstAdvice: String {
    outcomes.lazy.filter { $0.rule.isEssential }.compactMap { $0.rule.advice.map($0.filler.filled) }.first
      ?? ""
  }

  private static func joined(_ sentences: [String]) -> String {
    var text = ""
    for sentence in sentences where !sentence.isEmpty { text += (text.isEmpty ? "" : " ") + sentence }
    return text
  }

  private static func list(_ words: [String]) -> String {
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0 { text += index == words.count - 1 ? "; and " : "; " }
      text += phrase(word)
    }
    return text
  }

  /// A part of a list: without a full stop, and without the capital of a sentence ("AHT" keeps its own).
  private static func phrase(_ words: String) -> String {
    var bytes = Array(words.utf8)
    while bytes.last == 0x2E || bytes.last == 0x20 { bytes.removeLast() }
    if bytes.count > 1, (0x41...0x5A).contains(bytes[0]), !(0x41...0x5A).contains(bytes[1]) {
      bytes[0] |= 0x20
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
