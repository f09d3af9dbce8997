import PremarkDocument

/// Walks the body of an OpenDocument text and gives its text to the builder.
///
/// Text boxes, notes and comments stand inside the paragraph that they belong to; each is passed over there and read
/// by a walk of its own after the paragraph, so that no text is broken in two.
struct OdtWalk {
  /// What the walk reads.
  enum Role {
    case body, textBox, note, comment
  }

  /// What has to be done at the end of an element.
  enum Closing {
    case paragraph, span, list, item, table, row, headerRows, cell, section, field
  }

  /// Deepest text box in a text box, or note in one.
  private static let deepestNesting = 8

  var scanner: XmlScanner
  let role: Role
  let nesting: Int
  var text = LayeredText()
  /// Elements that are open, with what to do at their ends.
  var open: [(depth: Int, closing: Closing)] = []
  /// Looks of the paragraph and of the spans in it, each with those around.
  var looks: [OdtStyles.Look] = []
  var shape = Block(kind: .paragraph, text: [])
  var inParagraph = false
  /// True where white space before the next character is to be left out.
  var skipsSpace = true
  /// Smallest size of the paragraph's visible text, in half-points.
  var size: Int?
  var isUnderlined = true
  var counters = OdtCounters()
  /// The marker of the item whose first paragraph comes next.
  var marker: String?
  var hiddenDepth = 0
  var inHeaderRows = false
  /// True inside a cell with a background of its own.
  var cellIsPainted = false
  /// What stands in the open paragraph and follows it.
  var boxes: [XmlScanner] = []
  var notes: [XmlScanner] = []
  var comments: [XmlScanner] = []

  init(_ scanner: XmlScanner, role: Role, nesting: Int = 0) {
    self.scanner = scanner
    self.role = role
    self.nesting = nesting
  }

  /// Reads up to the end of the element that the scanner stands in.
  mutating func run(_ context: inout OdtContext) throws(ReadingError) {
    let outside = scanner.depth
    while !context.builder.isFull {
      switch try scanner.next() {
      case .start: try start(&context)
      case .text: try takeText(&context)
      case .end:
        if scanner.depth < outside { return try finish(&context) }
        while let last = open.last, last.depth > scanner.depth {
          open.removeLast()
          try close(last.closing, &context)
        }
      case .finish: return try finish(&context)
      }
    }
  }

  private mutating func finish(_ context: inout OdtContext) throws(ReadingError) {
    while let last = open.popLast() { try close(last.closing, &context) }
    try flushComments(&context)
  }

  private mutating func start(_ context: inout OdtContext) throws(ReadingError) {
    if inParagraph, scanner.namespace == OdtSpace.draw, isShape { return boxes.append(try passed()) }
    guard let name = scanner.odtName else { return }
    var closing: Closing?
    switch scanner.namespace {
    case OdtSpace.text: closing = try startText(name, &context)
    case OdtSpace.table: closing = try startTable(name, &context)
    case OdtSpace.draw: try startDrawing(name, &context)
    case OdtSpace.office:
      switch name {
      case .annotation: comments.append(try passed())
      case .forms, .eventListeners, .script: try scanner.skipElement()
      default: break
      }
    case OdtSpace.vector: if name == .title || name == .desc { try scanner.skipElement() }
    case OdtSpace.dublinCore:
      // Who wrote a comment and when is said before its text.
      try scanner.skipElement()
    default: break
    }
    if let closing { open.append((scanner.depth, closing)) }
  }

  /// True for a drawn shape: its text is a text box's.
  private var isShape: Bool { scanner.odtName == nil || scanner.odtName == .customShape }

  /// Passes the element; the scanner that stood in it is for a walk of its own.
  private mutating func passed() throws(ReadingError) -> XmlScanner {
    let inside = scanner
    try scanner.skipElement()
    return inside
  }

  private mutating func startText(_ name: OdtName, _ context: inout OdtContext) throws(ReadingError)
    -> Closing?
  {
    switch name {
    case .p, .h: return try startParagraph(name, &context)
    case .span, .a:
      let own = context.styles.style("text", scanner.odt(OdtSpace.text, .styleName)).look
      looks.append(name == .span ? own.over(looks.last ?? OdtStyles.Look()) : looks.last ?? OdtStyles.Look())
      return .span
    case .s:
      put([UInt8](repeating: 0x20, count: min(scanner.odtNumber(OdtSpace.text, .c) ?? 1, 1000)), &context)
    case .tab: put(byte: 0x09, &context)
    case .lineBreak: put(byte: 0x0A, &context)
    case .list: return startList(context)
    case .listItem, .listHeader: return startItem(name, context)
    case .note: notes.append(try passed())
    case .section:
      guard scanner.odtIs(OdtSpace.text, .display, "none") else { return nil }
      hiddenDepth += 1
      return .section
    case .hiddenText, .hiddenParagraph:
      if scanner.odtIs(OdtSpace.text, .isHidden, "true") { try scanner.skipElement() }
    case .trackedChanges:
      context.builder.warn(
        "tracked-changes", "The document has tracked changes; insertions were read, deletions were not.")
      try scanner.skipElement()
    case .rubyText, .script, .pageNumber: try scanner.skipElement()
    default: break
    }
    return nil
  }

  private mutating func startDrawing(_ name: OdtName, _ context: inout OdtContext) throws(ReadingError) {
    switch name {
    case .textBox:
      boxes.append(scanner)
      try scanner.skipElement()
      if !inParagraph { try readBoxes(&context) }
    case .image: context.pictures += 1
    default: break
    }
  }

  private mutating func close(_ closing: Closing, _ context: inout OdtContext) throws(ReadingError) {
    switch closing {
    case .paragraph: try endParagraph(&context)
    case .span: if looks.count > 1 { looks.removeLast() }
    case .list:
      counters.closeList()
      marker = nil
    case .item: marker = nil
    case .table:
      context.builder.closeTable()
      if !context.builder.isInTable { try flushComments(&context) }
    case .headerRows: inHeaderRows = false
    case .cell:
      cellIsPainted = false
      context.builder.closeCell()
    case .section: hiddenDepth -= 1
    case .row, .field: break
    }
  }

  /// Reads text boxes, notes or comments with a walk of their own.
  mutating func enter(_ inner: XmlScanner, role: Role, _ context: inout OdtContext) throws(ReadingError) {
    guard nesting < Self.deepestNesting else {
      context.builder.warn(
        "text-box-not-read", "Text boxes are nested too deeply; the innermost were not read.")
      return
    }
    var walk = OdtWalk(inner, role: role, nesting: nesting + 1)
    try walk.run(&context)
  }

  /// Reads the text boxes met so far.
  mutating func readBoxes(_ context: inout OdtContext) throws(ReadingError) {
    let found = boxes
    boxes.removeAll()
    for box in found { try enter(box, role: role == .body ? .textBox : role, &context) }
  }

  /// Adds the comments met so far.
  mutating func flushComments(_ context: inout OdtContext) throws(ReadingError) {
    let found = comments
    comments.removeAll()
    for comment in found { try enter(comment, role: .comment, &context) }
  }
}
