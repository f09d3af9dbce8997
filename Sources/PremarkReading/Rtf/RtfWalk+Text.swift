import PremarkDocument

extension RtfWalk {
  // MARK: - Characters

  /// Takes bytes as they stand.
  mutating func takeText(_ range: Range<Int>) {
    isAtStart = false
    var range = range
    if fallback > 0 {
      let skipped = min(fallback, range.count)
      fallback -= skipped
      range = (range.lowerBound + skipped)..<range.upperBound
    }
    guard state.destination != .passedOver, !range.isEmpty else { return }
    let isPlain = pendingBytes.isEmpty && tables.symbols[state.look.font] == nil && state.destination == .text
    if isPlain, tokeniser.bytes[range].allSatisfy({ $0 < 0x80 }) { return put(Array(tokeniser.bytes[range])) }
    for byte in tokeniser.bytes[range] { takeByte(byte) }
  }

  /// Takes a byte in the code page of its font.
  mutating func takeByte(_ byte: UInt8) {
    isAtStart = false
    switch state.destination {
    case .passedOver: return
    case .colours:
      if byte == UInt8(ascii: ";") { tables.endColour() }
      return
    case .fonts, .styles:
      if byte == UInt8(ascii: ";") {
        endOfEntry()
      } else {
        side.append(byte < 0x80 ? byte : UInt8(ascii: "?"))
      }
      return
    case .instruction:
      if side.count < 200 { side.append(byte) }
      return
    case .text, .listText: break
    }
    if let symbol = tables.symbols[state.look.font] {
      if let value = symbol.scalar(UInt32(byte)) { put(scalar: value) }
      return
    }
    let page = tables.page(state.look.font)
    guard page != 65001, !Self.isWide(page) else { return takeWide(byte, page) }
    put(scalar: tables.scalar(byte, page: page))
  }

  /// Chinese, Japanese and Korean code pages, whose characters are of one or two bytes.
  private static func isWide(_ page: Int) -> Bool { page == 932 || page == 936 || page == 949 || page == 950 }

  private mutating func takeWide(_ byte: UInt8, _ page: Int) {
    if page == 65001 {
      pendingBytes.append(byte)
      let first = pendingBytes[0]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      guard pendingBytes.count >= length else { return }
      let isText = TextEncoding.encoding(of: pendingBytes) == .utf8
      let bytes = pendingBytes
      pendingBytes = []
      if isText { put(bytes) } else { put(scalar: 0xFFFD) }
      return
    }
    if !pendingBytes.isEmpty {
      // No table of these characters is kept; files of today give them as \u as well.
      pendingBytes = []
      put(scalar: 0xFFFD)
    } else if byte < 0x80 {
      put(scalar: UInt32(byte))
    } else if page == 932, byte >= 0xA1, byte <= 0xDF {
      put(scalar: 0xFF61 + UInt32(byte) - 0xA1)
    } else {
      pendingBytes = [byte]
    }
  }

  /// Takes `\uN`: UTF-16, negative from 0x8000.
  mutating func takeUnicode(_ number: Int) {
    fallback = state.fallbackLength
    let unit = UInt32(truncatingIfNeeded: number < 0 ? number + 0x10000 : number) & 0x1F_FFFF
    if unit & 0xFFFF_FC00 == 0xD800 {
      leadSurrogate = unit
    } else if unit & 0xFFFF_FC00 == 0xDC00, leadSurrogate != 0 {
      put(scalar: 0x10000 + (leadSurrogate - 0xD800) << 10 + (unit - 0xDC00))
      leadSurrogate = 0
    } else {
      leadSurrogate = 0
      if unit >= 0xF020, unit <= 0xF0FF, let symbol = tables.symbols[state.look.font] {
        if let value = symbol.scalar(unit) { put(scalar: value) }
      } else {
        put(scalar: unit)
      }
    }
  }

  mutating func put(scalar: UInt32) {
    var bytes: [UInt8] = []
    bytes.appendScalar(scalar)
    put(bytes)
  }

  /// Puts UTF-8 where the group's text goes.
  mutating func put(_ bytes: [UInt8]) {
    switch state.destination {
    case .listText, .fonts, .styles: side += bytes
    case .text:
      let look = state.look
      let layer = self.layer
      flow.text.append(
        bytes, to: layer, isBold: look.isBold, isItalic: look.isItalic, cleaning: &cleaning)
      if layer == .visible, bytes.contains(where: { $0 > 0x20 }) {
        flow.size = min(look.size, flow.size ?? .max)
        flow.isUnderlined = flow.isUnderlined && look.isUnderlined
      }
    case .passedOver, .colours, .instruction: break
    }
  }

  mutating func put(byte: UInt8) {
    if state.destination == .text { flow.text.append(byte, to: layer) }
  }

  private var layer: LayeredText.Layer {
    if state.look.isDeleted { return .deleted }
    let isShaded = flow.rowShapes.last.map { $0.cells.contains { $0.isShaded } } ?? false
    let isWhite = tables.isWhite(state.look.colour) && !state.look.isPainted && !isShaded
    return state.look.isHidden || state.look.size <= 2 || isWhite ? .hidden : .visible
  }

  /// Ends a font or a style at its semicolon or brace.
  mutating func endOfEntry() {
    guard !side.isEmpty else { return }
    if state.destination == .fonts { tables.note(fontName: side) }
    if state.destination == .styles { tables.note(styleName: side) }
    side = []
  }

  // MARK: - Paragraphs and tables

  /// Ends the paragraph; its blocks go to the open cell, or to the builder.
  mutating func endParagraph() {
    let depth = state.paragraph.tableDepth
    let following = flow.following
    flow.following = []
    if flow.text.isBlank, following.isEmpty {
      flow.text.removeAll()
      flow.marker = nil
      (flow.size, flow.isUnderlined) = (nil, true)
      if depth < flow.tables.count, state.destination == .text { closeTables(to: depth) }
      return
    }
    closeTables(to: depth)
    while flow.tables.count < depth { flow.tables.append(RtfTable()) }
    emit(shape)
    for item in following { add(item) }
  }

  private var shape: Block {
    var shape = Block(kind: .paragraph, text: [])
    switch flow.kind {
    case .note: shape.kind = .note
    case .comment: shape.kind = .comment
    case .textBox: shape.kind = .textBox
    case .body:
      let style = tables.styles[state.paragraph.style] ?? RtfTables.Style()
      shape.isQuote = style.isQuote
      let outline = state.paragraph.outlineLevel.map { $0 < 9 ? $0 + 1 : 0 }
      let level = outline ?? style.headingLevel ?? 0
      if level > 0 { (shape.kind, shape.level) = (.heading, level) }
      if let marker = flow.marker {
        let isNumber = marker.contains { $0.isLetterOrDigit } && marker.count > 1
        shape.marker = isNumber ? String(decoding: marker, as: UTF8.self) : "•"
        if level == 0 { (shape.kind, shape.level) = (.listItem, state.paragraph.listLevel + 1) }
      }
    }
    return shape
  }

  /// Gives the paragraph's text to where it belongs.
  private mutating func emit(_ shape: Block) {
    let bytes = flow.text.visible.text.count
    if !flow.text.deleted.isBlank { hasDeletions = true }
    if flow.tables.isEmpty, flows.isEmpty {
      let size = flow.size ?? 24
      let isUnderlined = flow.isUnderlined
      if let index = flow.text.emit(as: shape, to: &builder) {
        if isUnderlined { builder.setApart(index) }
        sizes.note(size, bytes: bytes, block: index)
      }
    } else {
      for block in flow.text.blocks(as: shape) { add(.block(block)) }
    }
    flow.marker = nil
    (flow.size, flow.isUnderlined) = (nil, true)
  }

  /// Adds an item to the open cell, to what follows the paragraph around, or to the builder.
  private mutating func add(_ item: RtfTable.Item) {
    if let last = flow.tables.indices.last {
      flow.tables[last].append(item)
      kept += 1
    } else if !flows.isEmpty {
      flow.following.append(item)
      kept += 1
    } else {
      item.emit(to: &builder)
    }
  }

  /// Closes the tables that are open deeper than `depth`.
  mutating func closeTables(to depth: Int) {
    let hadTable = !flow.tables.isEmpty
    while flow.tables.count > depth, var table = flow.tables.popLast() {
      if table.hasOpenRow {
        let level = flow.tables.count
        table.closeRow(level < flow.rowShapes.count ? flow.rowShapes[level] : RtfTable.RowShape())
      }
      add(.table(table))
    }
    if hadTable, flow.tables.isEmpty { flow.rowShapes = [] }
  }

  mutating func endCell(depth: Int) {
    guard state.destination == .text else { return }
    state.paragraph.nesting = depth
    endParagraph()
    closeTables(to: depth)
    while flow.tables.count < depth { flow.tables.append(RtfTable()) }
    flow.tables[depth - 1].closeCell()
    kept += 1
    state.paragraph.nesting = 0
    state.paragraph.isInTable = true
    if depth > 1 { state.paragraph.nesting = depth }
  }

  mutating func endRow(depth: Int) {
    guard state.destination == .text, flow.tables.count >= depth else { return }
    closeTables(to: depth)
    let shape = depth <= flow.rowShapes.count ? flow.rowShapes[depth - 1] : RtfTable.RowShape()
    flow.tables[depth - 1].closeRow(shape)
  }
}
