import PremarkDocument

/// Reads what `pdftotext -bbox-layout` says of a PDF: words and where they stand on their pages.
///
/// A PDF knows neither paragraphs nor tables, only where letters stand. So this reader goes by what the eye goes by:
/// the distance of lines, where they begin and end, the height of their letters, and the white space between columns.
enum PdfReader {
  /// Reads the layout of a PDF.
  ///
  /// - Throws: `no-text` where no page has a word (a scan), `too-large` past the limits.
  /// - Complexity: O(*n* log *n*) in the words.
  static func read(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    let layout = try PdfLayout(bytes)
    guard !layout.words.isEmpty else {
      throw ReadingError(
        code: "no-text", message: "the PDF has no text in it: its pages are pictures, like a scan",
        advice: "hand in the document that was printed, or have the scan's text recognised and saved as .docx"
      )
    }
    let lines = PdfFurniture.removed(from: PdfLine.lines(of: layout), layout)
    var walk = PdfWalk(lines, layout)
    walk.run()
    walk.warn()
    return try walk.builder.finish()
  }
}

/// Goes through the lines of all pages and gives blocks to the builder.
struct PdfWalk {
  let lines: [PdfLine]
  let layout: PdfLayout
  let spacing: PdfSpacing
  let text: PdfText
  let tables: [PdfTable]
  var builder = DocumentBuilder(format: .pdf)
  /// Left edges of the markers of the lists that are open, outermost first.
  private var listEdges: [Int] = []

  init(_ lines: [PdfLine], _ layout: PdfLayout) {
    self.lines = lines
    self.layout = layout
    text = PdfText(lines, layout)
    tables = PdfTableFinder.tables(in: lines, layout, text)
    spacing = PdfSpacing(lines, without: tables)
  }

  mutating func run() {
    var start = 0
    for table in tables {
      appendParagraphs(start..<table.lines.lowerBound)
      append(table)
      start = table.lines.upperBound
    }
    appendParagraphs(start..<lines.count)
  }

  /// Says what is odd about the pages.
  mutating func warn() {
    let read = Set(layout.words.map { $0.page })
    let blank = (1..<layout.pages.count + 1).filter { !read.contains($0) }
    if let first = blank.first {
      let what =
        blank.count == 1 ? "Page \(first) has" : "\(blank.count) pages, the first of them page \(first), have"
      builder.warn("image-without-text", "\(what) no text; what a picture there shows was not read.")
    }
    for warning in layout.cleaning.warnings { builder.warn(warning.code, warning.message) }
  }

  // MARK: paragraphs

  private mutating func appendParagraphs(_ range: Range<Int>) {
    var start = range.lowerBound
    for index in range {
      guard index + 1 == range.upperBound || !goesOn(start, index + 1) else { continue }
      appendParagraph(start..<index + 1)
      start = index + 1
    }
  }

  /// True where a line belongs to the paragraph that began at `start`.
  private func goesOn(_ start: Int, _ index: Int) -> Bool {
    let line = lines[index]
    let previous = lines[index - 1]
    guard line.isAsHigh(as: previous) else { return false }
    let isMeant = text.isMeant(previous, line, right: spacing.right)
    if let marker = text.marker(line), isMeant || marker.isBullet || abs(line.left - previous.left) > 300 {
      return false
    }
    if let edge = text.marker(lines[start])?.edge, line.left + 300 < edge,
      isMeant || line.left + 300 < lines[start].left
    {
      return false
    }
    let runsOn = !isMeant && (text.startsLow(line) || !text.endsSentence(previous))
    guard let pitch = line.pitch else { return runsOn }
    // Where lines stand further apart than elsewhere, an unfinished sentence tells.
    guard spacing.isClose(pitch, line) else { return runsOn && pitch * 10 <= spacing.expected(line) * 16 }
    return !isMeant
      || !(text.endsSentence(previous) && !text.opensWithLabel(line)) && line.left <= previous.left + 800
  }

  private mutating func appendParagraph(_ range: Range<Int>) {
    let first = lines[range.lowerBound]
    var block = Block(
      kind: .paragraph,
      text: text.joined(range.map { ($0, 0..<lines[$0].words.count) }, right: spacing.right),
      page: first.page)
    if let marker = text.marker(first), marker.isBullet || first.left > bodyLeft + 500 || marker.isApart {
      block.takeTypedMarker()
      if block.kind != .listItem, let shown = marker.shown, block.text.count > marker.length {
        block.text.removeFirst(marker.length)
        (block.kind, block.marker) = (.listItem, shown)
      }
      block.level = block.kind == .listItem ? level(at: first.left) : 0
    } else {
      listEdges = []
      block.takeTypedMarker()
    }
    guard let index = builder.append(block) else { return }
    if isSetApart(range) { builder.setApart(index) }
  }

  private mutating func level(at edge: Int) -> Int {
    while let last = listEdges.last, last > edge + 300 { listEdges.removeLast() }
    if listEdges.last.map({ $0 < edge - 300 }) ?? true { listEdges.append(edge) }
    return min(listEdges.count, ReadingLimits.listDepth)
  }

  /// Left edge of the running text.
  private var bodyLeft: Int { text.bodyLeft }

  /// True for letters larger than the text's.
  private func isSetApart(_ range: Range<Int>) -> Bool {
    let first = lines[range.lowerBound]
    return first.height * 100 >= spacing.bodyHeight * 112
  }

  // MARK: tables

  private mutating func append(_ table: PdfTable) {
    listEdges = []
    builder.openTable()
    for (number, row) in table.rows.enumerated() {
      builder.openRow(isHeader: number == 0 && table.hasRepeatedHeader)
      for column in table.columns.indices {
        builder.openCell()
        appendCell(row, column, table)
      }
    }
    builder.closeTable()
  }

  private mutating func appendCell(_ row: [Int], _ column: Int, _ table: PdfTable) {
    let right = table.edges[column]
    var pieces: [(line: Int, words: Range<Int>)] = []
    for line in row {
      let parts = lines[line].parts.filter { PdfTableFinder.column(of: $0, table.columns) == column }
      guard let first = parts.first, let last = parts.last else { continue }
      let words = first.words.lowerBound..<last.words.upperBound
      if !pieces.isEmpty, text.opensItem(line, words) {
        appendCellBlock(pieces, right)
        pieces = []
      }
      pieces.append((line, words))
    }
    appendCellBlock(pieces, right)
  }

  private mutating func appendCellBlock(_ pieces: [(line: Int, words: Range<Int>)], _ right: Int) {
    guard let first = pieces.first else { return }
    var block = Block(kind: .paragraph, text: text.joined(pieces, right: right), page: lines[first.line].page)
    block.takeTypedMarker()
    builder.append(block)
  }
}
