import PremarkDocument

/// Walks the groups of an RTF file and gives its text to the builder.
///
/// A group inherits the state around it and gives it back at its end. Notes, comments and text boxes are flows of
/// paragraphs of their own; their blocks follow the paragraph that they stand in.
struct RtfWalk {
  /// What has to be done at the end of a group.
  enum Ending { case nothing, flow, listText, field }

  var tokeniser: RtfTokeniser
  var builder = DocumentBuilder(format: .rtf)
  var cleaning = TextCleaning()
  var state = RtfState()
  var stack: [(state: RtfState, ending: Ending)] = []
  var ending = Ending.nothing
  var flow = RtfFlow(.body)
  var flows: [RtfFlow] = []
  var tables = RtfTables()
  /// Set between `\*` and the word that it is about.
  var mayIgnore = false
  /// True up to the first word or text of a group.
  var isAtStart = false
  /// Characters that still stand in for the last `\u`.
  var fallback = 0
  /// The first half of a character beyond the basic plane.
  var leadSurrogate: UInt32 = 0
  /// The first byte of a character in a code page of two bytes, or of several in UTF-8.
  var pendingBytes: [UInt8] = []
  var pictures = 0
  /// Blocks and cells that wait for the end of a table or note.
  var kept = 0
  var sizes = DocxSizes()
  var hasDeletions = false
  /// Text of `listtext`, a field's instruction, or a name in a table of the header.
  var side: [UInt8] = []
  var formResult: Int?
  var formDefault = 0

  init(_ bytes: [UInt8]) { tokeniser = RtfTokeniser(bytes) }

  /// Reads it all.
  ///
  /// - Throws: `too-large` where groups are nested past ``ReadingLimits/elementDepth``.
  mutating func run() throws(ReadingError) {
    while !builder.isFull {
      guard kept <= DocumentBuilder.mostBlocks else { throw Self.tooLarge() }
      switch tokeniser.next() {
      case .open: try open()
      case .close: close()
      case .word(let word, let number): take(word, number)
      case .symbol(let symbol): take(symbol: symbol)
      case .byte(let byte):
        if isStandIn() { break }
        takeByte(byte)
      case .text(let range): takeText(range)
      case .finish:
        while !stack.isEmpty { close() }
        endParagraph()
        closeTables(to: 0)
        return
      }
    }
  }

  private static func tooLarge() -> ReadingError {
    ReadingError(
      code: "too-large", message: "the document has more paragraphs or table cells than can be read",
      advice: "hand in the plan alone, without long annexes")
  }

  private mutating func open() throws(ReadingError) {
    guard stack.count < ReadingLimits.elementDepth else {
      throw ReadingError(
        code: "too-large", message: "the file is nested too deeply",
        advice: "open it in its program and save it as .docx", offset: tokeniser.at)
    }
    stack.append((state, ending))
    ending = .nothing
    isAtStart = true
    mayIgnore = false
    fallback = 0
  }

  private mutating func close() {
    guard let outer = stack.popLast() else { return }
    switch ending {
    case .nothing: if state.destination == .fonts || state.destination == .styles { endOfEntry() }
    case .flow: endFlow()
    case .listText: endListText()
    case .field: endInstruction()
    }
    state = outer.state
    ending = outer.ending
    isAtStart = false
    fallback = 0
  }

  /// True where a character only stands in for a `\u` that was read; counts it.
  mutating func isStandIn() -> Bool {
    guard fallback > 0 else { return false }
    fallback -= 1
    return true
  }

  // MARK: - Destinations

  /// Begins what a word at the start of a group says that the group is.
  ///
  /// - Returns: true where the word was about the group.
  mutating func begin(_ word: RtfWord) -> Bool {
    if state.destination == .passedOver { return true }
    if word.isPassedOver {
      if word == .pict, state.destination == .text { pictures += 1 }
      state.destination = .passedOver
      return true
    }
    switch word {
    case .fonttbl: state.destination = .fonts
    case .colortbl: (state.destination, tables.colours) = (.colours, [])
    case .stylesheet: state.destination = .styles
    case .footnote: beginFlow(.note)
    case .annotation: beginFlow(.comment)
    case .shptxt, .dptxbxtext: beginFlow(.textBox)
    case .listtext, .pntext:
      (state.destination, ending) = (.listText, .listText)
      side = []
    case .fldinst:
      (state.destination, ending) = (.instruction, .field)
      (side, formResult, formDefault) = ([], nil, 0)
    case .upr, .shpinst, .shp, .object, .result, .nesttableprops, .ud, .shppict, .formfield, .field, .fldrslt:
      break
    default: return false
    }
    return true
  }

  private mutating func beginFlow(_ kind: RtfFlow.Kind) {
    // A note in a note in a note: its text goes where it stands.
    guard flows.count < 8 else { return }
    flows.append(flow)
    flow = RtfFlow(kind)
    state.look = RtfState.Look()
    state.paragraph = RtfState.Paragraph()
    ending = .flow
  }

  private mutating func endFlow() {
    endParagraph()
    closeTables(to: 0)
    guard let outer = flows.popLast() else { return }
    let blocks = flow.following
    flow = outer
    flow.following += blocks
  }

  private mutating func endListText() {
    let marker = cleaning.cleaned(side).filter { $0 > 0x20 }
    side = []
    flow.marker = marker.isEmpty ? nil : marker
  }

  /// A check box of a form is drawn; other fields show their result.
  private mutating func endInstruction() {
    let isBox = side.index(of: "FORMCHECKBOX", from: 0, before: side.count) != nil
    side = []
    guard isBox, let outer = stack.last else { return }
    let result = formResult ?? 25
    let isTicked = result == 25 ? formDefault == 1 : result == 1
    state.look = outer.state.look
    state.destination = outer.state.destination
    var box: [UInt8] = []
    box.appendScalar(isTicked ? 0x2612 : 0x2610)
    put(box)
  }
}
