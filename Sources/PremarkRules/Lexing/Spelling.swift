import PremarkText

/// The nearest known name, for "did you mean".
enum Spelling {
  /// The name with the fewest slips from `word`, if they are at most a third of its letters; the first of equally near
  /// ones. A name that only adds a word to it ("kpi" to "kpi-name") comes after those.
  ///
  /// - Complexity: O(*n·m*) for *n* names of *m* letters; words above 40 letters have none.
  static func nearest(to word: String, in names: some Sequence<String>) -> String? {
    let wanted = Array(word.utf8)
    guard wanted.count <= 40 else { return nil }
    var best: (name: String, slips: Int)?
    var longer: String?
    for name in names where name != word {
      let other = Array(name.utf8)
      let limit = min(best.map { $0.slips - 1 } ?? Int.max, (max(wanted.count, other.count) + 1) / 3)
      if let slips = SpellingDistance.between(wanted, other, within: limit) { best = (name, slips) }
      if longer == nil, wanted.count > 2, other.starts(with: wanted + [0x2D]) { longer = name }
    }
    return best?.name ?? longer
  }
}
