import PremarkText

/// The name that a mistyped one most likely means.
///
/// - Returns: the one with the fewest slips of the pen (``SpellingDistance``), at most a third of the word's letters;
///   the first of equals; nil where none is near.
func nearest(_ word: String, among names: [String]) -> String? {
  let letters = Array(word.utf8)
  var best: (name: String, slips: Int)?
  for name in names {
    let bound = (best?.slips ?? max(2, (letters.count + 1) / 3) + 1) - 1
    guard let slips = SpellingDistance.between(letters, Array(name.utf8), within: bound) else { continue }
    best = (name, slips)
  }
  return best?.name
}
