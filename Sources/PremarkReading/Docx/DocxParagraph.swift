import PremarkDocument
import PremarkText

/// A paragraph while it is read: its text by who sees it, and what is to follow it.
struct DocxParagraph {
  /// Where a run's text goes.
  enum Layer { case visible, placeholder, hidden, deleted }

  /// A note or text box: its inside, and where in the main part it is referred to or anchored.
  struct Inset {
    let inside: XmlScanner
    let anchor: Int
  }

  var style = DocxStyle()
  var styleID: [UInt8] = []
  var visible = RunText()
  var placeholder = RunText()
  var hidden = RunText()
  var deleted = RunText()
  /// Text boxes anchored in it, each at its start.
  var boxes: [Inset] = []
  /// Words of diagrams and of lettering drawn as a picture (`v:textpath`), and where each is anchored.
  var lettering: [(text: [UInt8], anchor: Int)] = []
  var notes: [Inset] = []
  /// Smallest size of its visible text in half-points; nil while there is none.
  var size: Int?
  /// True while all its visible text is underlined and no link.
  var isUnderlined = true
  /// True where the mark at its end is a tracked deletion: it runs on into the next.
  var runsOn = false

  /// True where nothing was put into it.
  var isUntouched: Bool {
    visible.text.isEmpty && placeholder.text.isEmpty && hidden.text.isEmpty && deleted.text.isEmpty
      && boxes.isEmpty && notes.isEmpty && lettering.isEmpty
  }

  /// Empties it for the next paragraph, keeping the memory.
  mutating func reset() {
    visible.removeAll()
    placeholder.removeAll()
    hidden.removeAll()
    deleted.removeAll()
    boxes.removeAll()
    lettering.removeAll()
    notes.removeAll()
    size = nil
    isUnderlined = true
    runsOn = false
  }

  /// Appends text, which stands at `place` of the main part, to one of its layers.
  mutating func append(
    _ bytes: some RandomAccessCollection<UInt8>, to layer: Layer, look: RunLook, isLink: Bool,
    from place: Span, cleaning: inout TextCleaning
  ) {
    let isBold = look.isBold == true
    let isItalic = look.isItalic == true
    switch layer {
    case .visible:
      visible.append(bytes, isBold: isBold, isItalic: isItalic, from: place, cleaning: &cleaning)
      if bytes.contains(where: { $0 > 0x20 }) {
        size = min(look.size ?? RunLook.standardSize, size ?? .max)
        isUnderlined = isUnderlined && look.isUnderlined == true && !isLink
      }
    case .placeholder:
      placeholder.append(bytes, isBold: isBold, isItalic: isItalic, from: place, cleaning: &cleaning)
    case .hidden: hidden.append(bytes, cleaning: &cleaning)
    case .deleted: deleted.append(bytes, cleaning: &cleaning)
    }
  }

  /// Appends a line break or tab.
  mutating func append(_ byte: UInt8, to layer: Layer) {
    switch layer {
    case .visible: visible.append(byte)
    case .placeholder: placeholder.append(byte)
    case .hidden: hidden.append(byte)
    case .deleted: deleted.append(byte)
    }
  }
}

extension DocxWalk {
  /// Ends the paragraph: its blocks go to the builder, then its text boxes and notes.
  mutating func endParagraph(_ context: inout DocxContext) throws(ReadingError) {
    if paragraph.runsOn || paragraph.isUntouched && paragraph.style.numId == nil && comments.isEmpty {
      return
    }
    let shape = shapeOfParagraph(&context)
    let hasVisible = !paragraph.visible.isBlank
    if hasVisible, let index = emit(paragraph.visible, as: shape, to: &context), role == .body {
      if paragraph.isUnderlined { context.builder.setApart(index) }
      context.sizes.note(
        paragraph.size ?? RunLook.standardSize, bytes: paragraph.visible.text.count, block: index)
    }
    if !paragraph.placeholder.isBlank {
      var block = hasVisible ? shape.continued : shape
      block.isPlaceholder = true
      emit(paragraph.placeholder, as: block, to: &context)
    }
    emitUnseen(shape, &context)
    let boxes = paragraph.boxes
    let lettering = paragraph.lettering
    let notes = paragraph.notes
    paragraph.reset()
    for (text, anchor) in lettering {
      var block = Block(kind: .textBox, text: text)
      block.isDrawn = true
      block.sources = [
        SourcePiece(text: Span(0, text.count), place: Span(anchor, anchor), isExact: false)
      ]
      context.builder.append(block)
    }
    for box in boxes { try enter(box, role: .textBox, &context) }
    for note in notes { try enter(note, role: .note, &context) }
    if role == .body, !context.builder.isInTable { try flushComments(&context) }
  }

  /// Hidden text and deletions, each a block of its own right after what can be seen.
  private mutating func emitUnseen(_ shape: Block, _ context: inout DocxContext) {
    if !paragraph.hidden.isBlank {
      var block = shape.continued
      block.visibility = .hidden
      let index = emit(paragraph.hidden, as: block, to: &context)
      context.builder.warn(
        "hidden-text", "Text is hidden from the reader; it was set apart and earns nothing.", block: index)
    }
    if !paragraph.deleted.isBlank {
      var block = shape.continued
      block.visibility = .deleted
      emit(paragraph.deleted, as: block, to: &context)
      context.builder.warn(
        "tracked-changes", "The document has tracked changes; insertions were read, deletions were not.")
    }
  }

  @discardableResult
  private func emit(_ run: RunText, as shape: Block, to context: inout DocxContext) -> Int? {
    var block = shape
    block.text = run.text
    block.emphasis = run.emphasis
    block.sources = run.sources
    if role == .body, block.visibility == .visible { block.takeTypedMarker() }
    return context.builder.append(block)
  }

  /// What the paragraph is: an empty block with its kind, level and marker. Counts it in its list.
  private mutating func shapeOfParagraph(_ context: inout DocxContext) -> Block {
    let style = paragraph.style
    var shape = Block(kind: role.kind, text: [], isQuote: style.isQuote == true)
    var marker = ""
    var isItem = false
    if let numId = style.numId, numId > 0 {
      let level = style.listLevel ?? context.numbering.level(ofStyle: paragraph.styleID, numId: numId)
      marker = context.numbering.marker(numId: numId, level: level, styles: context.styles) ?? ""
      isItem = !marker.isEmpty
      shape.level = isItem ? min(max(level, 0), DocxNumbering.levels - 1) + 1 : 0
    }
    shape.marker = marker.isEmpty ? nil : marker
    guard role == .body else { return shape }
    if let level = style.headingLevel, level > 0 {
      shape.kind = .heading
      shape.level = level
    } else if isItem {
      shape.kind = .listItem
    }
    return shape
  }

  /// Reads a text box or note with a walk of its own.
  private func enter(
    _ inset: DocxParagraph.Inset, role: Role, _ context: inout DocxContext
  ) throws(ReadingError) {
    guard nesting < Self.deepestNesting else {
      context.builder.warn(
        "text-box-not-read", "Text boxes are nested too deeply; the innermost were not read.")
      return
    }
    var inner = DocxWalk(inset.inside, role: role, nesting: nesting + 1, anchor: inset.anchor)
    try inner.run(&context)
  }

  /// Adds the comments met so far.
  mutating func flushComments(_ context: inout DocxContext) throws(ReadingError) {
    let waiting = comments
    comments.removeAll()
    for (id, anchor) in waiting {
      guard let comment = context.comments.take(id) else { continue }
      try enter(.init(inside: comment, anchor: anchor), role: .comment, &context)
    }
  }
}

extension Block {
  /// The same kind of block without marker, for text that belongs to it.
  fileprivate var continued: Block {
    var block = self
    block.marker = nil
    if kind == .heading {
      block.kind = .paragraph
      block.level = 0
    }
    return block
  }
}
