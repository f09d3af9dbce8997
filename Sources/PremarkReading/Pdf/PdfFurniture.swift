import PremarkDocument

/// Takes running headers, footers and page numbers off pages: they are no part of what the learner wrote.
enum PdfFurniture {
  /// Lines at the top and at the bottom of a page that are looked at.
  private static let edgeLines = 3

  /// The lines without furniture.
  ///
  /// A line at the edge of a page goes where it comes again, figures aside, at the edge of half of the pages or more
  /// (two at least), and where it is nothing but a page number, alone in the bottom tenth or at the very top.
  static func removed(from lines: [PdfLine], _ layout: PdfLayout) -> [PdfLine] {
    var edges: [Int] = []
    var pages: [Range<Int>] = []
    var first = 0
    while first < lines.count {
      var end = first
      while end < lines.count, lines[end].page == lines[first].page { end += 1 }
      pages.append(first..<end)
      edges += (first..<end).filter { $0 - first < edgeLines || end - $0 <= edgeLines }
      first = end
    }
    guard lines.count > 1 else { return lines }
    var seen: [[UInt8]: Set<Int>] = [:]
    for index in edges { seen[signature(lines[index], layout), default: []].insert(lines[index].page) }
    var gone: Set<Int> = []
    for page in pages {
      // From each edge inwards: a repeated line between two lines of text stays, and no page goes altogether.
      let top = page.prefix(edgeLines).prefix { isFurniture($0) }
      let bottom = page.suffix(edgeLines).reversed().prefix { isFurniture($0) }
      if Set(top).union(bottom).count < page.count { gone.formUnion(Set(top).union(bottom)) }
    }
    func isFurniture(_ index: Int) -> Bool {
      let line = lines[index]
      if isPageNumber(line, layout) { return isOutermost(index) }
      guard isAtEdge(line, layout) else { return false }
      let count = seen[signature(line, layout)]?.count ?? 0
      return count >= 2 && count * 2 >= pages.count
    }
    func isOutermost(_ index: Int) -> Bool {
      let height = height(of: lines[index], layout)
      let isFirst = index == 0 || lines[index - 1].page != lines[index].page
      let isLast = index + 1 == lines.count || lines[index + 1].page != lines[index].page
      return isLast && lines[index].bottom * 10 >= height * 9 || isFirst && lines[index].bottom * 12 < height
    }
    var kept: [PdfLine] = []
    for index in lines.indices where !gone.contains(index) {
      var line = lines[index]
      if kept.last?.page != line.page { line.pitch = nil }
      kept.append(line)
    }
    return kept
  }

  private static func height(of line: PdfLine, _ layout: PdfLayout) -> Int { layout.pages[line.page - 1] }

  /// In the top or bottom eighth of the page.
  private static func isAtEdge(_ line: PdfLine, _ layout: PdfLayout) -> Bool {
    let height = height(of: line, layout)
    return line.bottom * 8 <= height || (line.bottom - line.height) * 8 >= height * 7
  }

  /// The letters of a line, every figure the same.
  private static func signature(_ line: PdfLine, _ layout: PdfLayout) -> [UInt8] {
    var signature: [UInt8] = []
    for word in line.words {
      for byte in layout.text[word.text] {
        if !byte.isDigit { signature.append(byte) } else if signature.last != 0x30 { signature.append(0x30) }
      }
      signature.append(0x20)
    }
    return signature
  }

  /// "3", "- 3 -", "Page 3", "Page 3 of 4", "3/4".
  static func isPageNumber(_ line: PdfLine, _ layout: PdfLayout) -> Bool {
    guard line.words.count <= 5 else { return false }
    var hasDigit = false
    for word in line.words {
      let bytes = layout.text[word.text]
      if bytes.contains(where: { $0.isDigit }) {
        guard bytes.allSatisfy({ $0.isDigit || $0 == 0x2F || $0 == 0x2D || $0 == 0x7C }), bytes.count <= 7
        else { return false }
        hasDigit = true
      } else if !isNumberWord(Array(bytes)) {
        return false
      }
    }
    return hasDigit
  }

  private static func isNumberWord(_ word: [UInt8]) -> Bool {
    let words: [StaticString] = ["page", "Page", "PAGE", "of", "-", "|", "\u{2013}", "/"]
    return words.contains { $0.utf8CodeUnitCount == word.count && word.has($0, at: 0) }
  }
}
