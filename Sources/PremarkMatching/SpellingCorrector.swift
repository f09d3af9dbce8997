import PremarkText

/// Reads an unknown long word as the word of the rules it misspells.
///
/// Only words that phrases ask for are candidates, so that a slip in any other word changes nothing; a word that is
/// itself known, to rules or vocabulary, is never corrected.
struct SpellingCorrector: Sendable {
  /// Words of the vocabulary and the rules; those of a document come behind them.
  let known: Int
  private let index: SpellingIndex

  /// - Parameters:
  ///   - words: every word of the vocabulary and the rules.
  ///   - phraseWords: words that phrases ask for, in full, repeats allowed.
  init(words: WordTable, phraseWords: [WordID]) {
    known = words.count
    var seen = [Bool](repeating: false, count: words.count)
    var candidates: [WordID] = []
    for word in phraseWords where !seen[Int(word.rawValue)] {
      seen[Int(word.rawValue)] = true
      candidates.append(word)
    }
    index = SpellingIndex(candidates, in: words)
  }

  /// The stem that each word behind the ``known`` ones is matched by, for `words` that began as a copy of the rules' table.
  ///
  /// - Complexity: one spelling look-up for each different unknown word.
  func stems(of words: WordTable) -> [WordID] {
    (known..<max(known, words.count)).map { raw in
      let word = WordID(rawValue: Int32(truncatingIfNeeded: raw))
      let stem = words.stem(of: word)
      if stem.rawValue < known { return stem }
      guard let nearest = index.nearest(to: words.bytes(of: word)) else { return stem }
      return words.stem(of: nearest)
    }
  }
}
