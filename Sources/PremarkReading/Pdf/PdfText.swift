import PremarkDocument

/// Puts the words of lines together, and tells line ends that were meant from those that the width made.
struct PdfText: Sendable {
  private let lines: [PdfLine]
  private let layout: PdfLayout
  /// True where the pages were set with words divided at line ends.
  private let divides: Bool
  /// Left edge that most lines have.
  let bodyLeft: Int

  init(_ lines: [PdfLine], _ layout: PdfLayout) {
    self.lines = lines
    self.layout = layout
    var edges: [Int: Int] = [:]
    var hyphens = 0
    for line in lines {
      edges[line.left / 100, default: 0] += 1
      guard let last = line.words.last else { continue }
      if layout.text[last.text].last == UInt8(ascii: "-"), last.text.count > 2 { hyphens += 1 }
    }
    bodyLeft = (edges.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0) * 100
    divides = hyphens >= 4 && hyphens * 25 >= lines.count
  }

  /// The text of a word.
  private func bytes(_ word: PdfWord) -> ArraySlice<UInt8> { layout.text[word.text] }

  /// Words of lines joined: a space where the width ended a line, "\n" where the writer did, nothing inside a word
  /// that was divided.
  ///
  /// - Parameter right: the edge that the writer's lines could reach.
  func joined(_ pieces: [(line: Int, words: Range<Int>)], right: Int) -> [UInt8] {
    var out: [UInt8] = []
    for (number, piece) in pieces.enumerated() {
      let words = lines[piece.line].words[piece.words]
      guard let first = words.first else { continue }
      if number > 0 { join(&out, pieces[number - 1], first, right) }
      var previous: PdfWord?
      for word in words {
        if let previous { out.append(isWide(previous, word) ? 0x09 : 0x20) }
        out += bytes(word)
        previous = word
      }
    }
    return out
  }

  private func isWide(_ left: PdfWord, _ right: PdfWord) -> Bool {
    right.left - left.right > max(left.height, right.height)
  }

  private func join(
    _ out: inout [UInt8], _ piece: (line: Int, words: Range<Int>), _ next: PdfWord, _ right: Int
  ) {
    guard let last = lines[piece.line].words[piece.words].last else { return }
    if last.isDivided || isDate(out, next) || isCut(last, next, piece, right) { return }
    let startsLow = bytes(next).first.map { $0.isLower || $0 >= 0xC3 } ?? false
    if out.last == UInt8(ascii: "-"), last.text.count > 1, startsLow {
      if divides { out.removeLast() }
      return
    }
    out.append(fits(next, after: last, right: right) ? 0x0A : 0x20)
  }

  /// A long word cut because a narrow column could not hold it: "Communicati" and "on".
  private func isCut(_ last: PdfWord, _ next: PdfWord, _ piece: (line: Int, words: Range<Int>), _ right: Int)
    -> Bool
  {
    let rest = bytes(next)
    let stem = bytes(last)
    guard stem.count >= 9, stem.allSatisfy({ $0.isLetter }), rest.count <= 4, rest.allSatisfy({ $0.isLower }),
      rest.count < 2 && rest != [0x61] || piece.words.count == 1
    else { return false }
    return last.right + (last.right - last.left) / stem.count > right
  }

  /// A year cut by a narrow column: "30/09/202" and "6".
  private func isDate(_ out: [UInt8], _ next: PdfWord) -> Bool {
    let rest = bytes(next)
    guard rest.count <= 3, rest.allSatisfy({ $0.isDigit }) else { return false }
    let year = out.reversed().prefix { $0.isDigit }.count
    let stem = out.dropLast(year).suffix(6)
    return year + rest.count == 4 && stem.last == UInt8(ascii: "/")
      && stem.dropLast().contains(UInt8(ascii: "/"))
  }

  /// True where a word would have fitted on the line after another.
  func fits(_ word: PdfWord, after last: PdfWord, right: Int) -> Bool {
    last.right + last.height / 4 + (word.right - word.left) <= right - 100
  }

  /// True where the next line's first word would have fitted on a line: the writer ended it.
  func isMeant(_ line: PdfLine, _ next: PdfLine, right: Int) -> Bool {
    guard let last = line.words.last, let first = next.words.first else { return true }
    return fits(first, after: last, right: right)
  }

  /// True where the line ends as sentences do.
  func endsSentence(_ line: PdfLine) -> Bool {
    guard let last = line.words.last, let byte = bytes(last).last else { return false }
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: ":")
  }

  /// True for "Team leader: Kev".
  func opensWithLabel(_ line: PdfLine) -> Bool {
    line.words.prefix(3).contains { bytes($0).last == UInt8(ascii: ":") }
  }

  /// True where the line begins with a small letter.
  func startsLow(_ line: PdfLine) -> Bool {
    line.words.first.flatMap { bytes($0).first }.map { $0.isLower } ?? false
  }
}

/// A marker that opens a line.
struct PdfMarker: Sendable {
  let isBullet: Bool
  /// Its bytes.
  let length: Int
  /// What a page shows, for a bullet that no other format knows.
  let shown: String?
  /// Left edge of the item's words.
  let edge: Int
  /// True where a wide gap follows it.
  let isApart: Bool
}

extension PdfText {
  /// The list marker that opens a line; nil where there is none.
  func marker(_ line: PdfLine) -> PdfMarker? {
    guard line.words.count >= 2 else { return nil }
    let word = Array(bytes(line.words[0]))
    let gap = line.words[1].left - line.words[0].right
    let isApart = gap * 2 > line.words[0].height
    if let marker = ListMarker.read(word, at: 0, before: word.count), marker.length == word.count {
      return PdfMarker(
        isBullet: marker.isBullet, length: word.count, shown: marker.isBullet ? "•" : marker.shown,
        edge: line.words[1].left, isApart: isApart)
    }
    // Letters of symbol fonts that stand for bullets, where a gap shows that they do.
    guard isApart, line.words[1].left - line.words[0].left < 6 * line.words[0].height else { return nil }
    let (value, length) = word.scalar(at: 0)
    if length == word.count,
      value == 0x6F || value == 0xA7 || value == 0x2013 || value >= 0xE000 && value < 0xF900
    {
      return PdfMarker(isBullet: true, length: length, shown: "•", edge: line.words[1].left, isApart: true)
    }
    guard let marker = ListMarker.readDoubtful(word + [0x20], at: 0, before: word.count + 1).first,
      marker.length == word.count
    else { return nil }
    return PdfMarker(
      isBullet: false, length: word.count, shown: marker.shown, edge: line.words[1].left, isApart: true)
  }

  /// True where words of a cell's line open an item.
  func opensItem(_ line: Int, _ words: Range<Int>) -> Bool {
    guard words.count >= 2 else { return false }
    let word = Array(bytes(lines[line].words[words.lowerBound]))
    guard let marker = ListMarker.read(word, at: 0, before: word.count) else { return false }
    return marker.length == word.count
  }
}
