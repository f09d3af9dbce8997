/// Conditions as a rule author would write them, whatever brackets and line breaks the file has: what explanations,
/// mutants and pages of rules quote. Reading the text again gives the same condition.
extension Condition {
  /// On one line. Linear in its size.
  public var written: String { written(in: .top) }

  /// What stands around a condition, from loosest to tightest.
  enum Surrounding: Int { case top, inline, primary }

  func written(in surrounding: Surrounding) -> String {
    let text = bare(surrounding)
    return needsBrackets(in: surrounding) ? "(\(text))" : text
  }

  private func bare(_ surrounding: Surrounding) -> String {
    switch self {
    case .term(let term, _): return term.written
    case .any(let parts): return Self.joined(parts.map { $0.part(of: .any) }, " or ")
    case .all(let parts): return Self.joined(parts.map { $0.part(of: .all) }, " and ")
    case .not(let inner): return "not " + inner.written(in: .primary)
    case .together(let a, let b, let within): return Self.together(a, b, within)
    case .filtered(let inner, let filters):
      let separator = surrounding == .inline ? " and " : ", "
      let words = filters.map { $0.written }
      if case .all(let parts) = inner, parts.isEmpty { return Self.joined(words, separator) }
      return Self.joined([inner.part(of: .all)] + words, separator)
    case .atLeast(let count, let term, let different, _):
      return Self.counted("at least \(count)", term, different)
    case .linked(let count, let term, _):
      return (count > 1 ? "at least \(count) " : "") + term.written + " for it"
    case .compared(let comparison, _): return comparison.written
    case .about(let a, let b, let within, let same):
      let (first, second) = (a.written(in: .primary), b.written(in: .primary))
      let place = within == .document ? "" : " in the same " + within.word
      return first + " with " + second + place + same.aboutTheSame
    }
  }

  private static func together(_ a: Condition, _ b: Condition, _ within: Within) -> String {
    let (first, second) = (a.written(in: .primary), b.written(in: .primary))
    switch within {
    case .words(let most): return "\(first) within \(most) words of \(second)"
    case .order: return "\(first) before \(second)"
    case .clause: return "\(first) with \(second)"
    default: return "\(first) with \(second) in the same \(within.word)"
    }
  }

  /// "at least 2 different <x> by group".
  static func counted(_ count: String, _ term: Term, _ different: Different?) -> String {
    guard let different else { return "\(count) \(term.written)" }
    return "\(count) different \(term.written) by \(different.rawValue)"
  }

  private enum Whole { case all, any }

  /// As one of several joined by `and` or by `or`.
  private func part(of whole: Whole) -> String {
    switch self {
    case .any: return "(\(bare(.top)))"
    case .all(let parts): return parts.count == 1 && whole == .any ? bare(.top) : "(\(bare(.top)))"
    case .filtered(let inner, let filters):
      if filters.count == 1, case .all(let parts) = inner, parts.isEmpty { return filters[0].written }
      return "(\(bare(.top)))"
    case .atLeast, .linked, .compared: return "(\(bare(.top)))"
    case .term, .not, .together, .about: return bare(.top)
    }
  }

  private func needsBrackets(in surrounding: Surrounding) -> Bool {
    switch (self, surrounding) {
    case (_, .top), (.term, _): return false
    case (.any, _), (.atLeast, _), (.linked, _), (.compared, _): return true
    case (.filtered(let inner, let filters), .primary):
      guard filters.count == 1, case .all(let parts) = inner else { return true }
      return !parts.isEmpty
    case (.filtered, .inline), (.all, .inline), (.not, .inline), (.together, .inline), (.about, .inline):
      return false
    case (.all, .primary), (.not, .primary), (.together, .primary), (.about, .primary): return true
    }
  }

  static func joined(_ words: [String], _ separator: String) -> String {
    var text = ""
    for (index, word) in words.enumerated() { text += (index > 0 ? separator : "") + word }
    return text
  }
}

extension Within {
  /// The word for a stretch; for the two that are none, `sentence`, in which they are asked.
  public var word: String {
    switch self {
    case .clause: "clause"
    case .sentence, .words, .order: "sentence"
    case .block: "block"
    case .row: "row"
    case .passage: "passage"
    case .section: "section"
    case .document: "document"
    }
  }
}

extension Term {
  /// As in a rule file.
  public var written: String {
    switch self {
    case .reference(let reference): reference.written
    case .phrase(let phrase): "\"" + phrase.written + "\""
    case .named(let name): name
    case .column(let role): Self.article(role) + " " + role + " column"
    case .label(let reference): "label " + reference.written
    }
  }

  /// "an" before a vowel.
  static func article(_ word: String) -> String {
    switch word.utf8.first {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"): "an"
    default: "a"
    }
  }
}

extension Reference {
  /// As in a rule file: `<name>` or `<name:group>`.
  public var written: String {
    if let group { return "<" + name + ":" + group + ">" }
    return "<" + name + ">"
  }
}

extension Phrase {
  /// As in a word list.
  public var written: String { Condition.joined(elements.map { $0.written }, " ") }
}

extension Phrase.Element {
  var written: String {
    switch self {
    case .word(let word): word
    case .exact(let word): "=" + word
    case .prefix(let word): word + "*"
    case .anyWord: "*"
    case .gap(let most): most == 3 ? "..." : "...\(most)"
    case .oneOf(let elements): Condition.joined(elements.map { $0.written }, "/")
    case .optional(let elements): "(" + Condition.joined(elements.map { $0.written }, " ") + ")"
    case .reference(let reference): reference.written
    }
  }
}

extension ValueComparison {
  /// As in a rule file.
  public var written: String {
    var text = first.written + " " + relation.written + " " + second.written
    if let place {
      let article = place.order == .another ? "" : place.order == .earlier ? "an " : "a "
      text += " of " + article + place.order.rawValue + " " + place.name
    }
    return text + about.aboutTheSame
  }
}

extension ValueComparison.Relation {
  /// "higher than", "equal to".
  public var written: String { rawValue + (self == .equal ? " to" : " than") }
}

extension [Reference] {
  /// " about the same <kpi> and the same <date>"; empty where there is none.
  public var aboutTheSame: String {
    isEmpty ? "" : " about the same " + map { $0.written }.joined(separator: " and the same ")
  }
}
