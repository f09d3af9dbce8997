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

  private var phrases: [(stems: [WordID], tag: Int, next: Int32)] = []
  /// For each word the first phrase that begins with it, -1 for none; phrases with one first word are chained.
  private var heads: [Int32] = []
  /// The last phrase of each chain, while phrases are entered.
  private var tails: [Int32] = []

  /// Enters a phrase; one that is empty is left out.
  mutating func add(_ stems: [WordID], tag: Int) {
    guard let first = stems.first else { return }
    let word = Int(first.rawValue)
    while heads.count <= word {
      heads.append(-1)
      tails.append(-1)
    }
    let order = Int32(truncatingIfNeeded: phrases.count)
    if heads[word] < 0 { heads[word] = order } else { phrases[Int(tails[word])].next = order }
    tails[word] = order
    phrases.append((stems, tag, -1))
  }

  /// The first phrase that begins with the word; -1 where none does.
  @inline(__always)
  private func head(_ word: WordID) -> Int {
    Int(word.rawValue) < heads.count ? Int(heads[Int(word.rawValue)]) : -1
  }

  /// The longest phrase anywhere in the stems; of equals the one entered first.
  func longest(in stems: [WordID]) -> Match? {
    var best: Match?
    var bestOrder = 0
    for start in stems.indices {
      var order = head(stems[start])
      while order >= 0 {
        let phrase = order
        order = Int(phrases[order].next)
        guard matches(phrase, stems, at: start) else { continue }
        let count = phrases[phrase].stems.count
        if let best, best.count > count || best.count == count && bestOrder <= phrase { continue }
        best = Match(tag: phrases[phrase].tag, start: start, count: count)
        bestOrder = phrase
      }
    }
    return best
  }

  /// The first phrase that is exactly these stems.
  func whole(_ stems: [WordID]) -> Match? {
    guard let first = stems.first else { return nil }
    var order = head(first)
    while order >= 0 {
      if phrases[order].stems.count == stems.count, matches(order, stems, at: 0) {
        return Match(tag: phrases[order].tag, start: 0, count: stems.count)
      }
      order = Int(phrases[order].next)
    }
    return nil
  }

  /// The longest phrase with which the stems begin.
  func opening(of stems: [WordID], tag: Int) -> Match? {
    longest(at: 0, in: stems, tag: tag).map { Match(tag: tag, start: 0, count: $0) }
  }

  /// How many stems the longest phrase of the tag covers that begins at a place; nil where none does.
  func longest(at start: Int, in stems: [WordID], tag: Int) -> Int? {
    guard start < stems.count else { return nil }
    var best: Int?
    var order = head(stems[start])
    while order >= 0 {
      let count = phrases[order].stems.count
      if phrases[order].tag == tag, count > best ?? 0, matches(order, stems, at: start) { best = count }
      order = Int(phrases[order].next)
    }
    return best
  }

  /// True where a phrase of the tag stands anywhere in the stems.
  func holds(_ stems: [WordID], tag: Int) -> Bool {
    for start in stems.indices {
      var order = head(stems[start])
      while order >= 0 {
        if phrases[order].tag == tag, matches(order, stems, at: start) { return true }
        order = Int(phrases[order].next)
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
