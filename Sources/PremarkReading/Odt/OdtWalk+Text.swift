import PremarkDocument

extension OdtWalk {
  // MARK: - Paragraphs

  mutating func startParagraph(_ name: OdtName, _ context: inout OdtContext) throws(ReadingError) -> Closing?
  {
    // A paragraph inside one belongs to a shape drawn in it.
    if inParagraph { try endParagraph(&context) }
    let style = context.styles.style("paragraph", scanner.odt(OdtSpace.text, .styleName))
    inParagraph = true
    skipsSpace = true
    size = nil
    isUnderlined = true
    looks = [style.look]
    shape = Block(kind: kind, text: [], isQuote: style.isQuote)
    guard role == .body else { return .paragraph }
    let outline = name == .h ? scanner.odtNumber(OdtSpace.text, .outlineLevel) ?? 1 : style.outlineLevel ?? 0
    if outline > 0 || style.isTitle {
      shape.kind = .heading
      shape.level = style.isTitle && name != .h ? 1 : min(max(outline, 1), 9)
      if name == .h, !scanner.odtIs(OdtSpace.text, .isListHeader, "true") {
        shape.marker = context.headingMarker(shape.level)
      }
      if let marker {
        shape.marker = marker
        self.marker = nil
      }
    } else if let marker {
      shape.kind = .listItem
      shape.level = counters.depth
      shape.marker = marker
    }
    return .paragraph
  }

  private var kind: Block.Kind {
    switch role {
    case .body: .paragraph
    case .textBox: .textBox
    case .note: .note
    case .comment: .comment
    }
  }

  mutating func endParagraph(_ context: inout OdtContext) throws(ReadingError) {
    inParagraph = false
    looks.removeAll()
    let bytes = text.visible.text.count
    let isSeen = !text.visible.isBlank
    let index = text.emit(as: shape, to: &context.builder)
    if isSeen, shape.kind == .listItem { marker = nil }
    if let index, role == .body {
      if isUnderlined { context.builder.setApart(index) }
      context.sizes.note(size ?? 24, bytes: bytes, block: index)
    }
    try readBoxes(&context)
    let found = notes
    notes.removeAll()
    for note in found { try enter(note, role: .note, &context) }
    if role == .body, !context.builder.isInTable { try flushComments(&context) }
  }

  // MARK: - Text

  /// Takes text; runs of white space are one space, none at the start (ODF 1.3 part 3, 6.1.2).
  mutating func takeText(_ context: inout OdtContext) throws(ReadingError) {
    guard inParagraph else { return }
    var raw: [UInt8] = []
    try scanner.appendText(to: &raw)
    var run: [UInt8] = []
    run.reserveCapacity(raw.count)
    for byte in raw {
      if byte.isWhite {
        if !skipsSpace { run.append(0x20) }
        skipsSpace = true
      } else {
        run.append(byte)
        skipsSpace = false
      }
    }
    append(run, &context)
  }

  /// Puts spaces that count as they stand.
  mutating func put(_ bytes: [UInt8], _ context: inout OdtContext) {
    guard inParagraph else { return }
    append(bytes, &context)
    skipsSpace = false
  }

  mutating func put(byte: UInt8, _ context: inout OdtContext) {
    guard inParagraph else { return }
    text.append(byte, to: layer)
    skipsSpace = byte == 0x0A
  }

  private mutating func append(_ run: [UInt8], _ context: inout OdtContext) {
    guard !run.isEmpty else { return }
    let look = looks.last ?? OdtStyles.Look()
    let layer = self.layer
    text.append(
      run, to: layer, isBold: look.isBold == true, isItalic: look.isItalic == true,
      cleaning: &context.cleaning)
    if layer == .visible, run.contains(where: { $0 > 0x20 }) {
      size = min(look.size ?? 24, size ?? .max)
      isUnderlined = isUnderlined && look.isUnderlined == true
    }
  }

  private var layer: LayeredText.Layer {
    let look = looks.last ?? OdtStyles.Look()
    let isTiny = (look.size ?? 24) <= 2
    let isWhite = look.isWhite == true && look.isPainted != true && !cellIsPainted
    return hiddenDepth > 0 || look.isHidden == true || isTiny || isWhite ? .hidden : .visible
  }

  // MARK: - Lists

  mutating func startList(_ context: OdtContext) -> Closing {
    let continues =
      scanner.odtIs(OdtSpace.text, .continueNumbering, "true")
      || scanner.odt(OdtSpace.text, .continueList) != nil
    counters.openList(style: scanner.odt(OdtSpace.text, .styleName), continues: continues)
    return .list
  }

  mutating func startItem(_ name: OdtName, _ context: OdtContext) -> Closing {
    marker = nil
    guard name == .listItem else { return .item }
    let list = context.styles.lists[counters.style] ?? OdtListStyle()
    counters.count(
      start: scanner.odtNumber(OdtSpace.text, .startValue), first: list.start(max(1, counters.depth)))
    marker = list.marker(max(1, counters.depth), numbers: counters.numbers)
    return .item
  }
}
