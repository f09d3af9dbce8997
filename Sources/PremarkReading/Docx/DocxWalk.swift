import PremarkDocument
import PremarkText

/// One pass over a body, a text box or a note, from start tag to end tag, without recursion over elements.
///
/// For every open element the stack remembers what its end closes. Elements that are not known are looked through:
/// their text counts if it stands in `w:t` or `m:t`.
struct DocxWalk {
  /// What is being read.
  enum Role {
    case body, textBox, note, comment

    /// The kind of its blocks.
    var kind: Block.Kind {
      switch self {
      case .body: .paragraph
      case .textBox: .textBox
      case .note: .note
      case .comment: .comment
      }
    }
  }

  /// What the end of an element closes.
  enum Closing: UInt8 {
    case nothing, paragraph, text, mathPart, cell, row, table, deletion, link, control, alternatives
  }

  /// A table while it is read.
  struct TableState {
    var marksFirstRow = false
    var marksFirstColumn = false
    /// True where its style or the table itself paints cells.
    var isPainted = false
    var row = -1
    var column = 0
    var isRowPending = false
    var isHeaderRow = false
    var columnsBefore = 0
    var isCellPending = false
    var cell = CellState()
    var isRowDeleted = false
  }

  /// What `w:tcPr` says.
  struct CellState {
    var columnSpan = 1
    var continues = false
    var isShaded = false
    var isDeleted = false
  }

  /// Most text boxes and notes inside each other.
  static let deepestNesting = 6

  var scanner: XmlScanner
  let role: Role
  let nesting: Int
  private let anchor: Int?
  var paragraph = DocxParagraph()
  var isInParagraph = false
  var look = RunLook()
  var tables: [TableState] = []
  var comments: [(id: [UInt8], anchor: Int)] = []
  var fields = DocxFields()
  var deletions = 0
  /// How many open content controls show their placeholder text.
  var placeholders = 0
  /// How many hyperlinks are open: their underlining is no emphasis.
  var links = 0
  var hadBody = false
  private var isInText = false
  private var closings: [Closing] = []
  private var buffer: [UInt8] = []
  /// For each open content control, true while it shows its placeholder text.
  private var controls: [Bool] = []
  /// For each open set of alternatives, true once one was chosen.
  private var alternatives: [Bool] = []
  /// Width and height of the picture being read, in EMU; 0 where not known.
  private var pictureSize = (width: 0, height: 0)

  /// Starts inside the element that the scanner's last `.start` was about, or at the beginning of a part.
  ///
  /// - Parameter anchor: for a note or text box, where in the main part it is referred to or anchored.
  init(_ scanner: XmlScanner, role: Role, nesting: Int = 0, anchor: Int? = nil) {
    self.scanner = scanner
    self.role = role
    self.nesting = nesting
    self.anchor = anchor
  }

  /// The place of what stands here, in the main part.
  var here: Int { anchor ?? scanner.at }

  /// Reads to the end of the element around.
  mutating func run(_ context: inout DocxContext) throws(ReadingError) {
    let outside = scanner.depth
    // Past a limit nothing more is taken, and the builder says so at the end.
    while !context.builder.isFull {
      switch try scanner.next() {
      case .start: try start(&context)
      case .text: if isInText { try takeText(&context) }
      case .end:
        if scanner.depth < outside { return try end(&context) }
        if let closing = closings.popLast() { try close(closing, &context) }
      case .finish: return try end(&context)
      }
    }
  }

  private mutating func end(_ context: inout DocxContext) throws(ReadingError) {
    try endRunningOn(&context)
    try flushComments(&context)
  }

  /// Ends a paragraph whose mark was deleted where nothing follows that it could run on into.
  mutating func endRunningOn(_ context: inout DocxContext) throws(ReadingError) {
    guard paragraph.runsOn else { return }
    paragraph.runsOn = false
    try endParagraph(&context)
  }

  // MARK: - Tags

  private mutating func start(_ context: inout DocxContext) throws(ReadingError) {
    switch scanner.namespace {
    case DocxSpace.word: if let closing = try startWord(&context) { closings.append(closing) }
    case DocxSpace.compatibility: if let closing = try startAlternative() { closings.append(closing) }
    case DocxSpace.math: closings.append(startMath(&context))
    default:
      startPicture(&context)
      closings.append(.nothing)
    }
  }

  private mutating func close(_ closing: Closing, _ context: inout DocxContext) throws(ReadingError) {
    switch closing {
    case .nothing: break
    case .text: isInText = false
    case .mathPart: put(0x20, context)
    case .paragraph:
      isInParagraph = false
      fields.settle()
      try endParagraph(&context)
    case .cell: try endCell(&context)
    case .row: endRow(&context)
    case .table: try endTable(&context)
    case .deletion: deletions -= 1
    case .link: links -= 1
    case .control: if controls.popLast() == true { placeholders -= 1 }
    case .alternatives: _ = alternatives.popLast()
    }
  }

  /// What the end of the element closes; nil where it was passed over.
  private mutating func startWord(_ context: inout DocxContext) throws(ReadingError) -> Closing? {
    guard let name = scanner.wordName else { return .nothing }
    if name != .tcPr { openPendingCell(&context) }
    switch name {
    case .t, .delText:
      isInText = true
      return .text
    case .r: look = RunLook().toggling(paragraph.style.look)
    case .rPr:
      try readRunProperties(context)
      return nil
    case .p: return try startParagraph(&context)
    case .pPr:
      try readParagraphProperties(context)
      return nil
    case .tab, .ptab: put(0x09, context)
    case .br, .cr: put(0x0A, context)
    case .noBreakHyphen: put(UInt8(ascii: "-"), context)
    case .sym: putSymbol(&context)
    case .fldChar:
      try readFieldMark(&context)
      return nil
    case .footnoteReference, .endnoteReference, .commentReference: referToNote(name, &context)
    case .del, .moveFrom:
      deletions += 1
      return .deletion
    case .tbl, .tr, .tc, .tblPr, .trPr, .tcPr: return try startTablePart(name, &context)
    case .sdt:
      controls.append(false)
      return .control
    default: return try startRarity(name, &context)
    }
    return .nothing
  }

  private mutating func startRarity(
    _ name: DocxName, _ context: inout DocxContext
  ) throws(ReadingError) -> Closing? {
    switch name {
    case .body: hadBody = true
    case .sdtPr:
      try readControlProperties()
      return nil
    case .txbxContent:
      try takeBox(&context)
      try scanner.skipElement()
      return nil
    case .altChunk, .subDoc:
      context.builder.warn(
        "embedded-document", "Another document is embedded in this one; its text was not read.")
      try scanner.skipElement()
      return nil
    case .hyperlink:
      links += 1
      return .link
    case .background:
      context.isPagePainted = scanner.word(.color).map { !scanner.equals($0, "FFFFFF") } ?? true
    case .drawing, .pict: pictureSize = (0, 0)
    case .instrText, .delInstrText, .sectPr, .tblGrid, .tblPrEx, .sdtEndPr:
      try scanner.skipElement()
      return nil
    default: break
    }
    return .nothing
  }

  /// Keeps the place of a text box for the end of its paragraph.
  private mutating func takeBox(_ context: inout DocxContext) throws(ReadingError) {
    context.boxes += 1
    guard context.boxes <= ReadingLimits.definitions else { throw scanner.tooMany("text boxes") }
    paragraph.boxes.append(.init(inside: scanner, anchor: here))
  }

  /// Of alternatives reads the first that is understood, or the fallback (ECMA-376-3 7.6).
  private mutating func startAlternative() throws(ReadingError) -> Closing? {
    switch DocxName(rawValue: scanner.name) {
    case .AlternateContent:
      alternatives.append(false)
      return .alternatives
    case .Choice:
      guard alternatives.last != true, isUnderstood() else { break }
      if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
      return .nothing
    case .Fallback:
      guard alternatives.last != true else { break }
      return .nothing
    default: return .nothing
    }
    try scanner.skipElement()
    return nil
  }

  /// True where every prefix that an alternative requires is bound to a namespace that is read.
  private func isUnderstood() -> Bool {
    guard let value = scanner.plain(.Requires) else { return true }
    for prefix in scanner.bytes(of: value).split(separator: 0x20) {
      guard let meaning = scanner.meaning(ofPrefix: Array(prefix)), meaning >= 0 else { return false }
    }
    return true
  }

  /// Formulas are read in a line: "a/b", "x^2 ", "x_1 ", "sin x" (ECMA-376-1 22.1).
  private mutating func startMath(_ context: inout DocxContext) -> Closing {
    switch DocxName(rawValue: scanner.name) {
    case .t:
      isInText = true
      return .text
    case .r: look = RunLook().toggling(paragraph.style.look)
    case .den: put(UInt8(ascii: "/"), context)
    case .sup:
      put(UInt8(ascii: "^"), context)
      return .mathPart
    case .sub:
      put(UInt8(ascii: "_"), context)
      return .mathPart
    case .fName: return .mathPart
    default: break
    }
    return .nothing
  }

  /// Counts pictures that are large enough to hold text and keeps lettering drawn as pictures.
  private mutating func startPicture(_ context: inout DocxContext) {
    switch (scanner.namespace, DocxName(rawValue: scanner.name)) {
    case (DocxSpace.placement, .extent):
      pictureSize = (scanner.integer(scanner.plain(.cx)) ?? 0, scanner.integer(scanner.plain(.cy)) ?? 0)
    case (DocxSpace.drawing, .blip), (DocxSpace.vml, .imagedata): countPicture(&context)
    case (DocxSpace.drawing, .graphicData):
      let uri = scanner.plain(.uri).map { scanner.bytes(of: $0) } ?? []
      if uri.holds("/chart") { countPicture(&context) }
    case (DocxSpace.diagram, .relIds): takeDiagram(&context)
    case (DocxSpace.vml, .textpath):
      guard let value = scanner.plain(.string) else { return }
      paragraph.lettering.append((context.cleaning.cleaned(scanner.bytes(of: value)), here))
    default: break
    }
  }

  /// Reads a diagram's text; one without any is a picture.
  private mutating func takeDiagram(_ context: inout DocxContext) {
    guard deletions == 0 else { return }
    let id = scanner.value(DocxSpace.relationships, DocxName.dm.rawValue).map { scanner.bytes(of: $0) } ?? []
    let texts = context.diagram(id)
    if texts.isEmpty { countPicture(&context) }
    for text in texts { paragraph.lettering.append((context.cleaning.cleaned(text), here)) }
  }

  private func countPicture(_ context: inout DocxContext) {
    // An inch is 914,400 EMU: what is smaller is an icon or a line.
    let isSmall = pictureSize.width > 0 && (pictureSize.width < 914_400 || pictureSize.height < 457_200)
    if !isSmall, deletions == 0 { context.pictures += 1 }
  }

  private mutating func takeText(_ context: inout DocxContext) throws(ReadingError) {
    guard let layer = layer(context) else { return }
    buffer.removeAll(keepingCapacity: true)
    try scanner.appendText(to: &buffer)
    for index in buffer.indices where buffer[index] == 0x0A || buffer[index] == 0x0D { buffer[index] = 0x20 }
    if let font = look.symbolFont { buffer = font.text(of: buffer) }
    let range = scanner.textRange
    let place = anchor.map { Span($0, $0) } ?? Span(range.lowerBound, range.upperBound)
    paragraph.append(
      buffer, to: layer, look: look, isLink: links > 0, from: place, cleaning: &context.cleaning)
  }

  private mutating func readControlProperties() throws(ReadingError) {
    var isPlaceholder = false
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      if scanner.wordName == .showingPlcHdr { isPlaceholder = scanner.isOn }
    }
    guard isPlaceholder, controls.last == false else { return }
    controls[controls.count - 1] = true
    placeholders += 1
  }
}
