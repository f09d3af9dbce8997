import PremarkDocument

/// A thing in a paragraph that marks may stand before and after, but not just anywhere in: a run, a formula, or
/// alternatives of which a program takes one.
struct WordRun {
  /// A `w:t` of a run.
  struct Text {
    let element: Range<Int>
    /// Its text, where that is one piece of ordinary characters; a mark may then cut it anywhere.
    let text: Range<Int>
    /// True where the file says that white space at its ends counts.
    let keepsSpace: Bool
  }

  /// From "<" of its start tag to behind its end tag.
  let range: Range<Int>
  /// Its start tag.
  var tag: Range<Int>
  /// Its `w:rPr`; empty where it has none.
  var properties: Range<Int>
  /// From its first content to behind its last.
  var content: Range<Int>
  /// The texts that may be cut, in order; none for what is no plain run.
  var texts: [Text]
}

/// Finds the runs of a main part, outermost ones only: what stands in a text box belongs to the run that holds it.
struct WordRuns {
  /// In document order.
  private(set) var runs: [WordRun] = []
  /// Ids of the comments that the part refers to.
  private(set) var commentIDs: [Int] = []
  private var scanner: XmlScanner
  /// How many paragraphs are open.
  private var paragraphs = 0

  /// Scans a part once.
  init(_ bytes: [UInt8], part: String) throws(ReadingError) {
    scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    while true {
      switch try scanner.next() {
      case .start: try start()
      case .end: if scanner.wordName == .p { paragraphs -= 1 }
      case .text: break
      case .finish: return
      }
    }
  }

  private mutating func start() throws(ReadingError) {
    if scanner.wordName == .p { paragraphs += 1 }
    guard paragraphs > 0 else { return }
    if scanner.wordName == .r {
      try readRun()
    } else if scanner.namespace == DocxSpace.math
      || scanner.namespace == DocxSpace.compatibility && scanner.name == DocxName.AlternateContent.rawValue
    {
      let (start, tag) = (scanner.tagStart, scanner.at)
      try scanner.skipElement()
      runs.append(
        WordRun(
          range: start..<scanner.at, tag: start..<tag, properties: tag..<tag, content: tag..<tag, texts: []))
    }
  }

  private mutating func readRun() throws(ReadingError) {
    let own = scanner.depth
    let (start, tagEnd) = (scanner.tagStart, scanner.at)
    var run = WordRun(
      range: start..<tagEnd, tag: start..<tagEnd, properties: tagEnd..<tagEnd, content: tagEnd..<tagEnd,
      texts: [])
    var mayBeCut = true
    var firstContent: Int?
    while true {
      switch try scanner.next() {
      case .start:
        let child = scanner.tagStart
        let name = scanner.wordName
        let text = name == .t ? try readText() : nil
        if name == .commentReference, let id = scanner.integer(scanner.word(.id)) { commentIDs.append(id) }
        if name == .rPr {
          mayBeCut = try skipProperties() && mayBeCut
          run.properties = child..<scanner.at
        } else if let text {
          run.texts.append(text)
        } else {
          while scanner.depth > own { _ = try scanner.next() }
        }
        if name != .rPr {
          firstContent = firstContent ?? child
          run.content = (firstContent ?? child)..<scanner.at
        }
      case .text: break
      case .end, .finish:
        if !mayBeCut { run.texts = [] }
        runs.append(
          WordRun(
            range: start..<scanner.at, tag: run.tag, properties: run.properties, content: run.content,
            texts: run.texts))
        return
      }
    }
  }

  /// Passes over `w:rPr`.
  ///
  /// - Returns: false where it holds a tracked change: its number must not come twice (ECMA-376-1 17.13.5.31).
  private mutating func skipProperties() throws(ReadingError) -> Bool {
    var isPlain = true
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .rPrChange, .ins, .del, .moveFrom, .moveTo: isPlain = false
      default: break
      }
    }
    return isPlain
  }

  /// Passes over `w:t`.
  ///
  /// - Returns: nil where it cannot be cut: it is empty, holds marks of its own, or white space that is not shown.
  private mutating func readText() throws(ReadingError) -> WordRun.Text? {
    let own = scanner.depth
    let (start, inside) = (scanner.tagStart, scanner.at)
    let keepsSpace = scanner.attributes.contains {
      $0.namespace == XmlVocabulary.xmlNamespace && scanner.equals($0.value, "preserve")
    }
    var pieces: [Range<Int>] = []
    while scanner.depth >= own {
      let event = try scanner.next()
      if event == .text { pieces.append(scanner.textRange) }
      if event == .start || event == .finish { pieces = [] }
    }
    let bytes = scanner.bytes
    // A section of character data begins behind "<![CDATA[": its text is not where the tag ends.
    guard pieces.count == 1, let piece = pieces.first, piece.lowerBound == inside, !piece.isEmpty,
      bytes.has("</", at: piece.upperBound)
    else { return nil }
    let hasOuterSpace = bytes[piece.lowerBound].isXmlSpace || bytes[piece.upperBound - 1].isXmlSpace
    guard keepsSpace || !hasOuterSpace else { return nil }
    return WordRun.Text(element: start..<scanner.at, text: piece, keepsSpace: keepsSpace)
  }

  /// The run at a place of the part, or the nearest before it; nil where there is none before.
  func index(at place: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].range.lowerBound <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

extension XmlScanner {
  /// Where the start tag of the element at `.start` begins.
  var tagStart: Int { (open.last?.tag.lowerBound ?? 1) - 1 }
}
