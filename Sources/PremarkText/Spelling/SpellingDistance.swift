/// How many slips of the pen lie between two words: a letter too many, one too few, a wrong one, or two neighbours
/// changed over.
///
/// The measure is *optimal string alignment*: Damerau's four edits, no part edited twice ("ca" to "abc" is 3).
///
///            a c t
///          0 1 2 3
///        c 1 1 1 2        cat → act is one change-over,
///        a 2 1 1 2        not two wrong letters
///        t 3 2 2 1
///
/// - Source: F. J. Damerau, *A technique for computer detection and correction of spelling errors*, CACM 7 (1964);
///   R. A. Wagner and M. J. Fischer, JACM 21 (1974).
public enum SpellingDistance {
  /// The number of edits between two words, or nil where it is more than `bound`.
  ///
  /// Compares bytes: an accented letter that is not folded counts as two.
  ///
  /// - Complexity: O(*bound* × *length*); two words whose lengths differ by more than `bound` cost nothing.
  public static func between(_ a: [UInt8], _ b: [UInt8], within bound: Int) -> Int? {
    between(a[...], b[...], within: bound)
  }

  /// The same for parts of arrays.
  public static func between(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, within bound: Int) -> Int? {
    guard bound >= 0, abs(a.count - b.count) <= bound else { return nil }
    var (a, b) = (a, b)
    while let first = a.first, first == b.first {
      a.removeFirst()
      b.removeFirst()
    }
    while let last = a.last, last == b.last {
      a.removeLast()
      b.removeLast()
    }
    if a.isEmpty || b.isEmpty { return a.count + b.count }
    return aligned(a, b, within: bound)
  }

  /// Fills the table row by row, only as far from the diagonal as the bound reaches; three rows are kept.
  private static func aligned(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, within bound: Int) -> Int? {
    let tooMany = bound + 1
    var before = [Int](repeating: tooMany, count: b.count + 1)
    var above = (0...b.count).map { min($0, tooMany) }
    var row = before
    for i in 1...a.count {
      let low = max(1, i - bound)
      let high = min(b.count, i + bound)
      guard low <= high else { return nil }
      row[low - 1] = low == 1 ? min(i, tooMany) : tooMany
      var least = row[low - 1]
      for j in low...high {
        let letter = a[a.startIndex + i - 1]
        let other = b[b.startIndex + j - 1]
        var best = min(above[j - 1] + (letter == other ? 0 : 1), row[j - 1] + 1, above[j] + 1)
        if i > 1, j > 1, letter == b[b.startIndex + j - 2], a[a.startIndex + i - 2] == other {
          best = min(best, before[j - 2] + 1)
        }
        row[j] = min(best, tooMany)
        least = min(least, row[j])
      }
      if high < b.count { row[high + 1] = tooMany }
      if least > bound { return nil }
      (before, above, row) = (above, row, before)
    }
    return above[b.count] <= bound ? above[b.count] : nil
  }
}
