import PremarkDocument

/// Walks the tags of a page and gives its text to a ``DocumentBuilder``.
///
/// A stack of open elements stands for the tree. Ends that are missing are implied as in browsers, as far as text goes
/// (WHATWG HTML 13.2.6): a block ends a paragraph, `li` an `li`, `tr` a row; an end tag reaches no further than the
/// table cell it stands in; formatting elements outlive blocks that end around them:
///
///     <p><b>Call handling <p>Good</b>     two paragraphs, both bold
struct HtmlWalk {
  /// An element that is open.
  struct Frame {
    let element: HtmlElement
    /// What it says itself.
    var own: HtmlLook
    /// What holds inside it.
    var look: State
    /// What ends with it.
    var kind: Kind = .plain
  }

  /// What ends with an element besides its look.
  enum Kind { case plain, list, table, note, skipped }

  /// How text looks at a place.
  struct State {
    var isHidden = false
    var isDeleted = false
    var isBold = false
    var isItalic = false
    var isWhite = false
    var isPainted = false
    var isTiny = false
    var keepsSpace = false

    /// The state inside an element that says `look`.
    func inside(_ look: HtmlLook) -> State {
      var state = self
      state.isHidden = isHidden || look.isHidden == true
      state.isDeleted = isDeleted || look.isStruck == true
      state.isBold = look.isBold ?? isBold
      state.isItalic = look.isItalic ?? isItalic
      state.isWhite = look.isWhite ?? isWhite
      state.isPainted = look.isPainted ?? isPainted
      state.isTiny = look.isTiny ?? isTiny
      state.keepsSpace = look.keepsSpace ?? keepsSpace
      return state
    }

    /// The layer that text goes to.
    var layer: LayeredText.Layer {
      if isDeleted { return .deleted }
      return isHidden || isTiny || isWhite && !isPainted ? .hidden : .visible
    }
  }

  /// A list that is open.
  struct List {
    let isOrdered: Bool
    let style: UInt8
    var next: Int
  }

  var tokeniser: HtmlTokeniser
  var builder = DocumentBuilder(format: .html)
  var cleaning = TextCleaning()
  var sheet = HtmlStyleSheet()
  var frames: [Frame] = []
  /// How many of each element are open.
  var counts = [Int](repeating: 0, count: HtmlElement.count)
  var lists: [List] = []
  var text = LayeredText()
  /// The marker of the item whose text comes next; nil where none is open.
  var item: String?
  /// White space was met and may have to be one space.
  var owesSpace = false
  /// A line break was met and may have to be one.
  var owesBreak = false
  /// How deep inside elements that are not shown.
  var skipped = 0
  /// How deep inside notes.
  var noteDepth = 0
  /// How deep inside comments.
  var pictures = 0
  /// Where Word sets a list marker: its text while it is read.
  var marker: [UInt8]?
  /// Level of the list paragraph that Word has open, or 0.
  var wordLevel = 0

  init(_ bytes: [UInt8]) { tokeniser = HtmlTokeniser(bytes) }

  /// Reads it all.
  mutating func run() {
    while !builder.isFull {
      switch tokeniser.next() {
      case .text(let range): takeText(range)
      case .rawText(let element, let range): takeRaw(element, range)
      case .start(let element): start(element)
      case .end(let element): end(element)
      case .marker(let opens): takeMarker(opens)
      case .finish:
        flush()
        while !frames.isEmpty { pop() }
        return
      }
    }
  }

  /// How text looks here.
  var state: State { frames.last?.look ?? State() }

  // MARK: - Elements

  private mutating func start(_ element: HtmlElement) {
    let isNextChoice = element == .option && frames.last?.element == .option
    if skipped > 0, !element.isSkipped, !isNextChoice { return }
    closeImplied(element)
    if element.isBlock { flush() }
    switch element {
    case .br: takeBreak()
    case .img: takePicture()
    case .input: takeInput()
    case .hr, .html, .body, .head, .wbr, .meta, .link, .col: break
    case .table: open(element, .table)
    case .tr: openRow()
    case .td, .th: openCell(element)
    case .ul, .ol, .menu, .dir: openList(element)
    case .li: openItem()
    default:
      open(element, Self.isUnseen(element, tokeniser) ? .skipped : noteKind(element))
      if element == .p { wordLevel = wordListLevel() }
    }
  }

  private static func isUnseen(_ element: HtmlElement, _ tokeniser: HtmlTokeniser) -> Bool {
    if element == .option { return !tokeniser.has("selected") }
    return element.isSkipped
  }

  /// Puts an element on the stack.
  mutating func open(_ element: HtmlElement, _ kind: Kind = .plain) {
    // Past the limit, and past three of a kind unclosed (13.2.4.3, "Noah's Ark"), an element is seen through.
    guard frames.count < ReadingLimits.elementDepth, !element.isVoid else { return }
    if element.isFormatting, counts[Int(element.rawValue)] >= 3, sheet.isEmpty, tokeniser.attributes.isEmpty {
      return
    }
    var own = ownLook(element)
    if element == .table { own.isBold = own.isBold ?? false }
    frames.append(Frame(element: element, own: own, look: state.inside(own), kind: kind))
    counts[Int(element.rawValue)] += 1
    switch kind {
    case .table: builder.openTable()
    case .note: noteDepth += 1
    case .skipped: skipped += 1
    case .plain, .list: break
    }
  }

  private mutating func end(_ element: HtmlElement) {
    if element == .br { return takeBreak() }
    guard counts[Int(element.rawValue)] > 0 else { return }
    let endsChoice = element == .select && frames.last?.element == .option
    if skipped > 0, frames.last?.element != element, !endsChoice { return }
    guard let index = indexOfOpen(element) else { return }
    if element.isBlock { flush() }
    close(index)
  }

  /// The open element that an end tag means, within its table cell.
  private func indexOfOpen(_ element: HtmlElement) -> Int? {
    for index in frames.indices.reversed() {
      if frames[index].element == element { return index }
      let isPart =
        element == .table || element == .tr || element == .tbody || element == .thead || element == .tfoot
      if frames[index].element == .table || frames[index].element.isBarrier && !isPart { return nil }
    }
    return nil
  }

  /// Closes the element at `index` and what is open inside it; formatting outlives all but table parts.
  mutating func close(_ index: Int) {
    let endsAll =
      frames[index].element.isBarrier || frames[index].element == .tr || frames[index].kind == .skipped
    var kept: [Frame] = []
    while frames.count > index {
      let frame = pop()
      if frames.count > index, !endsAll, frame.element.isFormatting { kept.append(frame) }
    }
    for frame in kept.reversed() {
      frames.append(Frame(element: frame.element, own: frame.own, look: state.inside(frame.own)))
      counts[Int(frame.element.rawValue)] += 1
    }
  }

  @discardableResult
  private mutating func pop() -> Frame {
    let frame = frames.removeLast()
    counts[Int(frame.element.rawValue)] -= 1
    if frame.element.isBlock { flush() }
    switch frame.kind {
    case .list: if !lists.isEmpty { lists.removeLast() }
    case .table: builder.closeTable()
    case .note: noteDepth -= 1
    case .skipped: skipped -= 1
    case .plain: if frame.element == .td || frame.element == .th { builder.closeCell() }
    }
    if frame.element == .li { item = nil }
    return frame
  }

  /// Ends what a start tag implies to have ended.
  private mutating func closeImplied(_ element: HtmlElement) {
    switch element {
    case .li: closeInner(.li, upTo: [.ul, .ol, .menu, .dir])
    case .dt, .dd:
      closeInner(.dt, upTo: [.dl])
      closeInner(.dd, upTo: [.dl])
    case .option: closeInner(.option, upTo: [.select])
    case .td, .th: closeParts([.td, .th, .caption], inside: .tr)
    case .tr: closeParts([.td, .th, .caption, .tr], inside: .table)
    case .tbody, .thead, .tfoot, .caption:
      closeParts([.td, .th, .caption, .tr, .tbody, .thead, .tfoot], inside: .table)
    default: break
    }
    guard element.isBlock, element != .td, element != .th else { return }
    if let last = frames.last, last.element.headingLevel != nil, element.headingLevel != nil {
      close(frames.count - 1)
    }
    closeInner(.p, upTo: [])
  }

  /// Closes the innermost `element` that is open inside this table cell and this side of `limits`.
  private mutating func closeInner(_ element: HtmlElement, upTo limits: [HtmlElement]) {
    guard counts[Int(element.rawValue)] > 0 else { return }
    for index in frames.indices.reversed() {
      let open = frames[index].element
      if open == element {
        flush()
        return close(index)
      }
      if open.isBarrier || limits.contains(open) { return }
    }
  }

  /// Closes the outermost of `parts` that is open inside the innermost table (or row).
  private mutating func closeParts(_ parts: [HtmlElement], inside limit: HtmlElement) {
    var found: Int?
    for index in frames.indices.reversed() {
      let open = frames[index].element
      if open == limit || open == .table { break }
      if parts.contains(open) { found = index }
    }
    guard let found else { return }
    flush()
    close(found)
  }
}
