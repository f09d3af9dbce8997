import PremarkDocument
import PremarkText

extension DocxWalk {
  // MARK: - Paragraphs and runs

  mutating func startParagraph(_ context: inout DocxContext) throws(ReadingError) -> Closing {
    if isInParagraph { try endParagraph(&context) }
    if paragraph.runsOn { paragraph.runsOn = false }
    isInParagraph = true
    paragraph.style = context.styles.paragraph(nil)
    paragraph.styleID = []
    look = RunLook().toggling(paragraph.style.look)
    return .paragraph
  }

  /// Reads `w:pPr` (ECMA-376-1 17.3.1.26).
  mutating func readParagraphProperties(_ context: DocxContext) throws(ReadingError) {
    var id: [UInt8]?
    var own = DocxStyle()
    var runsOn = false
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .pStyle: id = scanner.word(.val).map { scanner.bytes(of: $0) }
      case .rPr:
        try scanner.forEachChild { (scanner) throws(ReadingError) in
          if scanner.wordName == .del || scanner.wordName == .moveFrom { runsOn = true }
        }
      default: try own.takeParagraphProperty(&scanner)
      }
    }
    paragraph.style = own.over(context.styles.paragraph(id))
    paragraph.styleID = id ?? []
    paragraph.runsOn = runsOn
  }

  /// Reads `w:rPr` (17.3.2.28).
  mutating func readRunProperties(_ context: DocxContext) throws(ReadingError) {
    var id: [UInt8]?
    var own = RunLook()
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      if scanner.wordName == .rStyle {
        id = scanner.word(.val).map { scanner.bytes(of: $0) }
      } else {
        own.take(scanner)
      }
    }
    let character = id.map { context.styles.named($0).look } ?? RunLook()
    look = own.over(character.toggling(paragraph.style.look))
  }

  /// Where text goes now; nil where it belongs to a field's instruction.
  func layer(_ context: DocxContext) -> DocxParagraph.Layer? {
    if fields.hidesText { return nil }
    if deletions > 0 { return .deleted }
    if look.isVanished == true || look.isTiny { return .hidden }
    if look.ink == .white, !isPainted(context) { return .hidden }
    return placeholders > 0 ? .placeholder : .visible
  }

  /// True where something else than white paper may be behind the text.
  private func isPainted(_ context: DocxContext) -> Bool {
    role == .textBox || context.isPagePainted || look.isShaded == true || paragraph.style.isShaded == true
      || tables.contains { $0.isPainted || $0.cell.isShaded }
  }

  /// Adds a line break, a tab or another single character.
  mutating func put(_ byte: UInt8, _ context: DocxContext) {
    if let layer = layer(context) { paragraph.append(byte, to: layer) }
  }

  mutating func put(_ text: [UInt8], _ context: inout DocxContext) {
    guard let layer = layer(context) else { return }
    paragraph.append(
      text, to: layer, look: look, isLink: links > 0, from: Span(here, here), cleaning: &context.cleaning)
  }

  /// A character of a symbol font (17.3.3.30).
  mutating func putSymbol(_ context: inout DocxContext) {
    guard let code = scanner.hexadecimal(scanner.word(.char)) else { return }
    let font = scanner.word(.font).flatMap { RunLook.SymbolFont(scanner.bytes(of: $0)) }
    var text: [UInt8] = []
    if let font {
      if let scalar = font.scalar(code) { text.appendScalar(scalar) }
    } else if code >= 0x20, code < 0xE000 || code > 0xF8FF, code <= 0x10FFFF {
      text.appendScalar(code)
    }
    put(text, &context)
  }

  /// Notes follow their paragraph; comments wait until they break no table.
  mutating func referToNote(_ name: DocxName, _ context: inout DocxContext) {
    guard deletions == 0, let value = scanner.word(.id) else { return }
    let id = scanner.bytes(of: value)
    switch name {
    case .footnoteReference: add(context.footnotes.take(id))
    case .endnoteReference: add(context.endnotes.take(id))
    default: comments.append((id, here))
    }
  }

  private mutating func add(_ note: XmlScanner?) {
    if let note { paragraph.notes.append(.init(inside: note, anchor: here)) }
  }

  // MARK: - Fields

  /// Begins, turns over or ends a field (17.16.18); what old form fields show is put in their place.
  mutating func readFieldMark(_ context: inout DocxContext) throws(ReadingError) {
    let type = scanner.word(.fldCharType)
    if scanner.equals(type, "separate") {
      fields.separate()
    } else if scanner.equals(type, "end") {
      fields.end()
    }
    let begins = scanner.equals(type, "begin")
    var form = FormField()
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      if scanner.wordName == .ffData { try form.read(&scanner) }
    }
    guard begins else { return }
    placeholders += form.isPrompt ? 1 : 0
    put(form.shown, &context)
    placeholders -= form.isPrompt ? 1 : 0
    fields.begin()
  }
}

/// What an old form field shows (ECMA-376-1 17.16.17).
private struct FormField {
  private var isChecked: Bool?
  private var isCheckedFirst: Bool?
  private var entries: [[UInt8]] = []
  private var chosen: Int?
  private var chosenFirst: Int?

  mutating func read(_ scanner: inout XmlScanner) throws(ReadingError) {
    var form = self
    try scanner.forEachChild { (scanner) throws(ReadingError) in
      switch scanner.wordName {
      case .checkBox:
        form.isCheckedFirst = false
        try scanner.forEachChild { (scanner) throws(ReadingError) in
          if scanner.wordName == .checked { form.isChecked = scanner.isOn }
          if scanner.wordName == .default { form.isCheckedFirst = scanner.isOn }
        }
      case .ddList:
        try scanner.forEachChild { (scanner) throws(ReadingError) in
          if scanner.wordName == .result { form.chosen = scanner.integer(scanner.word(.val)) }
          if scanner.wordName == .default { form.chosenFirst = scanner.integer(scanner.word(.val)) }
          if scanner.wordName == .listEntry, let value = scanner.word(.val) {
            form.entries.append(scanner.bytes(of: value))
          }
        }
      default: break
      }
    }
    self = form
  }

  /// True for a drop-down list that nobody touched and whose first entry only asks to choose ("Select…").
  var isPrompt: Bool {
    guard isCheckedFirst == nil, chosen == nil, chosenFirst == nil, let first = entries.first else {
      return false
    }
    let text = first.map { $0.lowered }
    return ["select", "choose", "pick", "click"].contains { text.starts(with: $0.utf8) }
  }

  /// ☐ or ☒ for a check box, the chosen entry for a drop-down list.
  var shown: [UInt8] {
    if let isCheckedFirst { return Array((isChecked ?? isCheckedFirst ? "\u{2612}" : "\u{2610}").utf8) }
    let index = chosen ?? chosenFirst ?? 0
    return entries.indices.contains(index) ? entries[index] : []
  }
}
