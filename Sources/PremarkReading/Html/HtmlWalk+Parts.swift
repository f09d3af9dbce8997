import PremarkDocument

extension HtmlWalk {
  /// What an element says about its look: by its name, the page's style sheets, its attributes.
  func ownLook(_ element: HtmlElement) -> HtmlLook {
    var look = HtmlLook()
    switch element {
    case .b, .strong: look.isBold = true
    case .i, .em, .cite, .dfn: look.isItalic = true
    case .s, .strike, .del: look.isStruck = true
    case .pre, .textarea, .listing, .xmp: look.keepsSpace = true
    default: break
    }
    guard !tokeniser.attributes.isEmpty || !sheet.isEmpty else { return look }
    if let colour = tokeniser.value("color") { look.isWhite = HtmlColour.isWhite(lowered(colour)) }
    if let colour = tokeniser.value("bgcolor") { look.isPainted = HtmlColour.isPaint(lowered(colour)) }
    if !sheet.isEmpty {
      let classes = tokeniser.value("class") ?? 0..<0
      let id = tokeniser.value("id") ?? 0..<0
      look.take(sheet.look(of: element, classes: tokeniser.bytes[classes], id: tokeniser.bytes[id]))
    }
    if let style = tokeniser.value("style") { look.take(HtmlLook(css: tokeniser.bytes[style])) }
    if tokeniser.has("hidden") { look.isHidden = true }
    return look
  }

  private func lowered(_ range: Range<Int>) -> [UInt8] { tokeniser.bytes[range].map { $0.lowered } }

  // MARK: - Tables

  mutating func openRow() {
    guard counts[Int(HtmlElement.table.rawValue)] > 0 else { return }
    let isHeader = innermost([.thead, .tbody, .tfoot]) == .thead
    open(.tr)
    builder.openRow(isHeader: isHeader)
  }

  mutating func openCell(_ element: HtmlElement) {
    guard counts[Int(HtmlElement.table.rawValue)] > 0 else { return }
    let columns = tokeniser.number("colspan") ?? 1
    let rows = tokeniser.number("rowspan") ?? 1
    let attributes = ownLook(element)
    if innermost([.tr]) == nil {
      open(.tr)
      builder.openRow()
    }
    open(element)
    guard frames.last?.element == element else { return }
    // A row span of 0 goes to the end of the table (HTML 4.9.11); the builder cuts it there.
    builder.openCell(
      columnSpan: columns, rowSpan: rows == 0 ? 65_534 : rows, isHeader: element == .th,
      isShaded: attributes.isPainted == true)
  }

  /// The innermost of some elements within the innermost table.
  private func innermost(_ elements: [HtmlElement]) -> HtmlElement? {
    for frame in frames.reversed() {
      if elements.contains(frame.element) { return frame.element }
      if frame.element == .table { return nil }
    }
    return nil
  }

  // MARK: - Lists

  mutating func openList(_ element: HtmlElement) {
    guard frames.count < ReadingLimits.elementDepth else { return }
    let type = tokeniser.value("type").flatMap { tokeniser.bytes[$0].first } ?? UInt8(ascii: "1")
    let first = tokeniser.number("start") ?? 1
    // A list inside an item belongs to it, but begins its own.
    open(element, .list)
    lists.append(List(isOrdered: element == .ol, style: type, next: first))
  }

  mutating func openItem() {
    if let value = tokeniser.number("value"), !lists.isEmpty { lists[lists.count - 1].next = value }
    open(.li)
    item = "•"
    guard let list = lists.last, list.isOrdered else { return }
    let dot = UInt8(ascii: ".")
    let style: ListMarker.Style
    switch list.style {
    case UInt8(ascii: "a"): style = .lowerLetter(dot)
    case UInt8(ascii: "A"): style = .upperLetter(dot)
    case UInt8(ascii: "i"): style = .lowerRoman(dot)
    case UInt8(ascii: "I"): style = .upperRoman(dot)
    default: style = .number(dot)
    }
    item = ListMarker(style: style, value: list.next, length: 0).shown
    lists[lists.count - 1].next = list.next + 1
  }

  // MARK: - Notes

  /// Footnotes as pandoc, Word and LibreOffice write them; what only points at one is left out.
  func noteKind(_ element: HtmlElement) -> Kind {
    guard !tokeniser.attributes.isEmpty else { return .plain }
    switch element {
    case .a:
      let role = tokeniser.lowered("role")
      let name = tokeniser.lowered("class")
      let target = tokeniser.lowered("href")
      let isReference =
        role.elementsEqual("doc-noteref".utf8) || role.elementsEqual("doc-backlink".utf8)
        || name.starts(with: "footnote-".utf8) || name.starts(with: "sdfootnote".utf8)
        || target.starts(with: "#_ftn".utf8) || target.starts(with: "#_edn".utf8)
      return isReference ? .skipped : .plain
    case .section, .aside, .div, .ol:
      let role = tokeniser.lowered("role")
      let id = tokeniser.lowered("id")
      let isNote =
        role.elementsEqual("doc-endnotes".utf8) || role.elementsEqual("doc-footnote".utf8)
        || tokeniser.lowered("class").starts(with: "footnotes".utf8) || isNumbered(id, after: "ftn")
        || isNumbered(id, after: "edn") || isNumbered(id, after: "sdfootnote")
        || isNumbered(id, after: "sdendnote")
      return isNote ? .note : .plain
    case .p: return .plain
    default: return .plain
    }
  }

  private func isNumbered(_ id: [UInt8], after prefix: String) -> Bool {
    id.starts(with: prefix.utf8) && id.count > prefix.utf8.count && id[prefix.utf8.count].isDigit
  }
}
