import PremarkText

/// Phrases of a word list as runs of stems, each with a number that says what it stands for.
struct PhraseIndex: Sendable {
  /// A phrase found.
  struct Match: Sendable {
    /// What the phrase stands for.
    let tag: Int
    /// Where it begins among the stems, and how many it covers.
    let start: Int
    let count: Int
  }

  private var phrases: [(stems: [WordID], tag: Int)] = []
  private var byFirst: [WordID: [Int]] = [:]

  /// Enters a phrase; one that is empty is left out.
  mutating func add(_ stems: [WordID], tag: Int) {
    guard let first = stems.first else { return }
    byFirst[first, default: []].append(phrases.count)
    phrases.append((stems, tag))
  }

  /// The longest phrase anywhere in the stems; of equals the one entered first.
  func longest(in stems: [WordID]) -> Match? {
    var best: Match?
    var bestOrder = 0
    for start in stems.indices {
      for order in byFirst[stems[start]] ?? [] where matches(order, stems, at: start) {
        let count = phrases[order].stems.count
        if let best, best.count > count || best.count == count && bestOrder <= order { continue }
        best = Match(tag: phrases[order].tag, start: start, count: count)
        bestOrder = order
      }
    }
    return best
  }

  /// The first phrase that is exactly these stems.
  func whole(_ stems: [WordID]) -> Match? {
    guard let first = stems.first else { return nil }
    for order in byFirst[first] ?? [] where phrases[order].stems.count == stems.count {
      if matches(order, stems, at: 0) { return Match(tag: phrases[order].tag, start: 0, count: stems.count) }
    }
    return nil
  }

  /// The longest phrase with which the stems begin.
  func opening(of stems: [WordID], tag: Int) -> Match? {
    guard let first = stems.first else { return nil }
    var best: Match?
    for order in byFirst[first] ?? [] where phrases[order].tag == tag && matches(order, stems, at: 0) {
      let count = phrases[order].stems.count
      if count > best?.count ?? 0 { best = Match(tag: tag, start: 0, count: count) }
    }
    return best
  }

  /// True where a phrase of the tag stands anywhere in the stems.
  func holds(_ stems: [WordID], tag: Int) -> Bool {
    for start in stems.indices {
      for order in byFirst[stems[start]] ?? []
      where phrases[order].tag == tag && matches(order, stems, at: start) {
        return true
      }
    }
    return false
  }

  private func matches(_ order: Int, _ stems: [WordID], at start: Int) -> Bool {
    let phrase = phrases[order].stems
    guard start + phrase.count <= stems.count else { return false }
    for offset in phrase.indices where phrase[offset] != stems[start + offset] { return false }
    return true
  }
}
