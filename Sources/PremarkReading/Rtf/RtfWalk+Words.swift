import PremarkDocument

extension RtfWalk {
  /// Acts on a control word.
  mutating func take(_ word: RtfWord, _ number: Int?) {
    if word == .bin { return }
    let wasAtStart = isAtStart
    isAtStart = false
    if wasAtStart, mayIgnore, !word.isRead {
      mayIgnore = false
      if state.destination == .instruction, word == .unknown { return }
      state.destination = .passedOver
      return
    }
    mayIgnore = false
    if fallback > 0, word != .u, word != .uc {
      fallback -= 1
      return
    }
    if wasAtStart || word.isPassedOver || word == .fldinst, begin(word) { return }
    switch state.destination {
    case .passedOver: return
    case .fonts, .styles, .colours: takeEntry(word, number)
    case .instruction: takeForm(word, number)
    case .text, .listText: takeInText(word, number)
    }
  }

  private mutating func takeInText(_ word: RtfWord, _ number: Int?) {
    if takeCharacter(word, number) || takeLook(word, number) || takeShape(word, number) { return }
    switch word {
    case .pard:
      state.paragraph = RtfState.Paragraph()
    case .s: state.paragraph.style = number ?? 0
    case .outlinelevel: state.paragraph.outlineLevel = number
    case .intbl: state.paragraph.isInTable = number != 0
    case .itap: state.paragraph.nesting = min(max(number ?? 0, 0), 32)
    case .ls: break
    case .ilvl: state.paragraph.listLevel = min(max(number ?? 0, 0), 8)
    case .ansicpg: tables.defaultPage = number ?? 1252
    case .mac: tables.defaultPage = 10000
    case .pc: tables.defaultPage = 437
    case .pca: tables.defaultPage = 850
    case .deff:
      tables.defaultFont = number ?? 0
      state.look.font = tables.defaultFont
    default: break
    }
  }

  private mutating func takeCharacter(_ word: RtfWord, _ number: Int?) -> Bool {
    switch word {
    case .par, .sect, .page, .column: if state.destination == .text { endParagraph() }
    case .line, .softline: put(byte: 0x0A)
    case .tab: put(byte: 0x09)
    case .cell: endCell(depth: 1)
    case .nestcell: endCell(depth: max(2, state.paragraph.tableDepth))
    case .row: endRow(depth: 1)
    case .nestrow: endRow(depth: max(2, flow.tables.count))
    case .emdash: put(scalar: 0x2014)
    case .endash: put(scalar: 0x2013)
    case .lquote: put(scalar: 0x2018)
    case .rquote: put(scalar: 0x2019)
    case .ldblquote: put(scalar: 0x201C)
    case .rdblquote: put(scalar: 0x201D)
    case .bullet: put(scalar: 0x2022)
    case .emspace, .enspace, .qmspace: put(scalar: 0x20)
    case .u: takeUnicode(number ?? 0)
    case .uc: state.fallbackLength = min(max(number ?? 1, 0), 16)
    default: return false
    }
    return true
  }

  private mutating func takeLook(_ word: RtfWord, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch word {
    case .plain:
      state.look = RtfState.Look()
      state.look.font = tables.defaultFont
    case .b: state.look.isBold = isOn
    case .i: state.look.isItalic = isOn
    case .v: state.look.isHidden = isOn
    case .deleted: state.look.isDeleted = isOn
    case .f: state.look.font = number ?? 0
    case .fs: state.look.size = number ?? 24
    case .cf: state.look.colour = number ?? 0
    case .cb, .highlight, .chcbpat: state.look.isPainted = (number ?? 0) > 0 && !tables.isWhite(number ?? 0)
    case .chshdng: state.look.isPainted = (number ?? 0) > 0
    case .ul: state.look.isUnderlined = isOn
    case .ulnone: state.look.isUnderlined = false
    default: return false
    }
    return true
  }

  /// Words about rows and cells.
  private mutating func takeShape(_ word: RtfWord, _ number: Int?) -> Bool {
    let isCellWord =
      word == .trowd || word == .trhdr || word == .cellx || word == .clmgf || word == .clmrg
      || word == .clvmgf
      || word == .clvmrg || word == .clcbpat || word == .clshdng || word == .trleft
    guard isCellWord else { return false }
    let depth = max(1, flow.tables.count > 1 && state.paragraph.tableDepth > 1 ? flow.tables.count : 1)
    while flow.rowShapes.count < depth { flow.rowShapes.append(RtfTable.RowShape()) }
    var shape = flow.rowShapes[depth - 1]
    switch word {
    case .trowd: shape = RtfTable.RowShape()
    case .trhdr: shape.isHeader = true
    case .trleft: shape.left = number ?? 0
    case .clmrg: shape.next.continuesLeft = true
    case .clvmrg: shape.next.continuesAbove = true
    case .clcbpat: shape.next.isShaded = (number ?? 0) > 0 && !tables.isWhite(number ?? 0)
    case .clshdng: if (number ?? 0) > 0 { shape.next.isShaded = true }
    case .cellx:
      shape.next.right = number ?? 0
      if shape.cells.count < 1000 { shape.cells.append(shape.next) }
      shape.next = RtfTable.CellShape()
    default: break
    }
    flow.rowShapes[depth - 1] = shape
    return true
  }

  /// Words inside the tables at the head of the file.
  private mutating func takeEntry(_ word: RtfWord, _ number: Int?) {
    switch word {
    case .f where state.destination == .fonts:
      (tables.number, side) = (number ?? 0, [])
    case .s, .cs, .ts:
      // Character and table styles count apart from paragraph styles.
      tables.number = word == .cs || word == .ts ? -1 - (number ?? 0) : number ?? 0
      (side, tables.outlineLevel) = ([], nil)
    case .fcharset: tables.note(charset: number ?? 0)
    case .cpg: tables.note(page: number ?? 0)
    case .outlinelevel: tables.outlineLevel = number
    case .red: tables.channels.red = number ?? 0
    case .green: tables.channels.green = number ?? 0
    case .blue: tables.channels.blue = number ?? 0
    case .u: takeUnicode(number ?? 0)
    case .uc: state.fallbackLength = min(max(number ?? 1, 0), 16)
    default: break
    }
  }

  private mutating func takeForm(_ word: RtfWord, _ number: Int?) {
    switch word {
    case .ffres: formResult = number
    case .ffdefres: formDefault = number ?? 0
    default: break
    }
  }

  /// Acts on a control symbol.
  mutating func take(symbol: UInt8) {
    if symbol == UInt8(ascii: "*") {
      mayIgnore = isAtStart
      return
    }
    isAtStart = false
    if isStandIn() { return }
    switch symbol {
    case UInt8(ascii: "~"): put(scalar: 0x20)
    case UInt8(ascii: "_"): put(scalar: 0x2D)
    case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): takeByte(symbol)
    case 0x0A, 0x0D: if state.destination == .text { endParagraph() }
    case 0x09: put(byte: 0x09)
    default: break
    }
  }
}
