/// The name that a mistyped one most likely means.
///
/// - Returns: the nearest by insertions, deletions, substitutions and swaps of neighbours; nil where none is within a
///   third of the word's length. The first of equals.
func nearest(_ word: String, among names: [String]) -> String? {
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(Array(word.utf8), Array(name.utf8))
    guard distance <= max(1, word.utf8.count / 3), distance < best?.distance ?? Int.max else { continue }
    best = (name, distance)
  }
  return best?.name
}
