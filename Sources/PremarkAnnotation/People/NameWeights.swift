import PremarkText

/// What speaks for each word as a person's name, over the whole document.
struct NameWeights {
  private var total: [Int]
  private var isFirm: [Bool]
  private var isSupported: [Bool]

  init(_ names: [NameMention], wordCount: Int) {
    total = Array(repeating: 0, count: wordCount)
    isFirm = Array(repeating: false, count: wordCount)
    isSupported = Array(repeating: false, count: names.count)
    for name in names {
      let word = Self.word(name)
      total[word] += max(-4, min(name.score, 4))
      if name.isFirm, name.score > 0 { isFirm[word] = true }
    }
  }

  private static func word(_ name: NameMention) -> Int { Int(name.words[0].rawValue) }

  /// Which of the names are people's.
  func accepted(_ names: [NameMention]) -> [Bool] {
    names.map { $0.score > -4 && total[Self.word($0)] >= 3 && isFirm[Self.word($0)] }
  }

  /// Counts a neighbour in a list for a name of one word, once; false where nothing changes.
  mutating func support(_ name: NameMention, _ index: Int) -> Bool {
    guard name.words.count == 1, name.score > -2, !isSupported[index] else { return false }
    isSupported[index] = true
    total[Self.word(name)] += name.isFirm ? 3 : 2
    if name.isFirm || total[Self.word(name)] > 2 { isFirm[Self.word(name)] = true }
    return true
  }
}
