/// Words that stand beside each other on a page without a wide gap between them.
struct PdfPart: Sendable {
  let left: Int
  var right: Int
  /// Words, as indexes of the line's own order.
  var words: Range<Int>
}

/// A line of a page: words on one height, cut into parts at wide gaps.
struct PdfLine: Sendable {
  let page: Int
  let bottom: Int
  /// Height of the letters that most of it has.
  let height: Int
  /// Its words from left to right.
  let words: [PdfWord]
  var parts: [PdfPart]
  /// From the bottom of the line before; nil at the top of a page.
  var pitch: Int?

  var left: Int { parts.first?.left ?? 0 }
  var right: Int { parts.last?.right ?? 0 }

  /// True where its letters are as high as those of `other`, an eleventh aside.
  func isAsHigh(as other: PdfLine) -> Bool {
    max(height, other.height) * 10 <= min(height, other.height) * 11
  }
}

extension PdfLine {
  /// Cuts the words of all pages into lines, pages in order, each from top to bottom.
  ///
  /// Words are on one line where they share at least half of the lower one's height. O(*n* log *n*).
  static func lines(of layout: PdfLayout) -> [PdfLine] {
    var lines: [PdfLine] = []
    var first = 0
    while first < layout.words.count {
      var end = first
      while end < layout.words.count, layout.words[end].page == layout.words[first].page { end += 1 }
      appendPage(layout.words[first..<end], to: &lines)
      first = end
    }
    for index in lines.indices { lines[index].joinMarker(layout) }
    splitAtEdges(&lines)
    return lines
  }

  /// A marker and its item are one part, however wide the gap.
  private mutating func joinMarker(_ layout: PdfLayout) {
    guard parts.count == 2, parts[0].words.count == 1 else { return }
    let word = Array(layout.text[words[0].text])
    guard
      word.scalar(at: 0).length == word.count
        || ListMarker.read(word, at: 0, before: word.count)?.length == word.count,
      parts[1].left - parts[0].right < 4 * height, !(word.count == 1 && word[0].isDigit)
    else { return }
    parts = [PdfPart(left: parts[0].left, right: parts[1].right, words: 0..<words.count)]
  }

  /// Cuts parts where a word begins exactly under or above a part of a line nearby, though the gap is hardly wider
  /// than a space: a full cell beside another.
  private static func splitAtEdges(_ lines: inout [PdfLine]) {
    let reach = 3
    let before = lines
    for index in lines.indices {
      let near = max(0, index - reach)...min(lines.count - 1, index + reach)
      var edges: Set<Int> = []
      for other in near where other != index && before[other].page == before[index].page {
        for part in before[other].parts.dropFirst() { edges.insert(part.left / 10) }
      }
      if !edges.isEmpty { lines[index].split(at: edges) }
    }
  }

  private mutating func split(at edges: Set<Int>) {
    let space = narrowestSpace
    var cut: [PdfPart] = []
    for part in parts {
      var start = part.words.lowerBound
      for index in part.words.dropFirst() {
        let edge = words[index].left / 10
        guard words[index].left - words[index - 1].right >= space * 11 / 10 + 10,
          (edge - 5...edge + 5).contains(where: edges.contains)
        else { continue }
        cut.append(PdfPart(left: words[start].left, right: words[index - 1].right, words: start..<index))
        start = index
      }
      cut.append(PdfPart(left: words[start].left, right: part.right, words: start..<part.words.upperBound))
    }
    parts = cut
  }

  /// The usual space of a line: the lower quartile of its gaps.
  private var narrowestSpace: Int {
    let gaps = zip(words, words.dropFirst()).map { max(0, $1.left - $0.right) }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 4]
  }

  private static func appendPage(_ words: ArraySlice<PdfWord>, to lines: inout [PdfLine]) {
    // Ties keep poppler's order, so that the result does not hang on the sorting.
    let sorted = words.indices.sorted {
      (words[$0].bottom, words[$0].left, $0) < (words[$1].bottom, words[$1].left, $1)
    }
    var open: [PdfWord] = []
    var previous: Int?
    func close() {
      guard let line = PdfLine(open, after: previous) else { return }
      lines.append(line)
      previous = line.bottom
    }
    for index in sorted {
      let word = words[index]
      if let first = open.first, !word.isBeside(first) {
        close()
        open = []
      }
      open.append(word)
    }
    close()
  }

  /// The first word of the height that most letters have.
  private static func main(_ words: [PdfWord]) -> PdfWord {
    var best = words[0]
    var most = 0
    for word in words where word.text.count > 0 {
      let letters = words.reduce(0) { $0 + ($1.height == word.height ? $1.text.count : 0) }
      if letters > most { (best, most) = (word, letters) }
      if most * 2 > words.reduce(0, { $0 + $1.text.count }) { break }
    }
    return best
  }

  private init?(_ unsorted: [PdfWord], after previous: Int?) {
    guard let first = unsorted.first else { return nil }
    words = unsorted.indices.sorted { (unsorted[$0].left, $0) < (unsorted[$1].left, $1) }.map { unsorted[$0] }
    // A bullet or a raised number in front has a height of its own.
    let main = Self.main(words)
    page = first.page
    bottom = main.bottom
    height = main.height
    pitch = previous.map { main.bottom - $0 }
    parts = []
    for (index, word) in words.enumerated() {
      if let last = parts.last, word.left - last.right <= Self.widestSpace(word, words[index - 1]) {
        parts[parts.count - 1].right = max(last.right, word.right)
        parts[parts.count - 1].words = last.words.lowerBound..<index + 1
      } else {
        parts.append(PdfPart(left: word.left, right: word.right, words: index..<index + 1))
      }
    }
  }

  /// More than this between two words parts columns; a space is a quarter of the height, more in justified lines.
  static func widestSpace(_ word: PdfWord, _ previous: PdfWord) -> Int {
    max(word.height, previous.height) * 2 / 5
  }
}

extension PdfWord {
  fileprivate func isBeside(_ other: PdfWord) -> Bool {
    let shared = min(bottom, other.bottom) - max(top, other.top)
    return shared * 2 >= min(height, other.height)
  }
}
