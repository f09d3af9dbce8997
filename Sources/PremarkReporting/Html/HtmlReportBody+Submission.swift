import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkText

/// The submission as the learner wrote it, with what decisions rest on marked in place.
extension HtmlReportBody {
  func drawSubmission(on page: inout HtmlWriter) {
    page.raw(
      "<section class=\"submission\" id=\"submission\" aria-labelledby=\"submission-title\" tabindex=\"-1\">\n"
    )
    page.element("h2", audience == .learner ? "Your submission" : "The submission", class: nil)
    page.raw(
      """
      <p class="about" id="submission-title">Marked words lead back to what rests on them: \
      <mark class="for">evidence</mark>, <mark class="against">what speaks against</mark>, \
      <mark class="mistake">a common mistake</mark>.</p>

      """)
    var drawn = [Bool](repeating: false, count: report.document.tables.count)
    var isInList = false
    var above = 2
    for (index, block) in report.document.blocks.enumerated() {
      if isInList, block.kind != .listItem { page.raw("</ul>\n") }
      if block.kind == .listItem, block.cell == nil, !isInList { page.raw("<ul class=\"plain\">\n") }
      isInList = block.kind == .listItem && block.cell == nil
      if let cell = block.cell {
        if !drawn[cell.table] {
          drawn[cell.table] = true
          draw(table: cell.table, on: &page)
        }
      } else {
        if block.kind == .heading { above = min(block.level + 2, above + 1, 6) }
        draw(index, block, heading: above, on: &page)
      }
    }
    if isInList { page.raw("</ul>\n") }
    page.raw("</section>\n")
  }

  /// - Parameter heading: the level at which a heading is drawn: none is left out, even where the learner did.
  private func draw(_ index: Int, _ block: Block, heading: Int, on page: inout HtmlWriter) {
    let name: String
    switch block.kind {
    case .heading: name = "h\(heading)"
    case .listItem: name = "li"
    default: name = block.isQuote ? "blockquote" : "p"
    }
    page.raw("<\(name) id=\"b\(index)\"\(style(of: block))>")
    if block.kind == .listItem, let marker = block.marker {
      page.text(marker)
      page.raw(" ")
    }
    draw(contents: index, block, on: &page)
    page.raw("</\(name)>\n")
  }

  private func style(of block: Block) -> String {
    var styles: [String] = []
    if block.kind == .listItem, block.level > 1 { styles.append("deep") }
    if block.visibility == .hidden { styles.append("hidden-text") }
    if block.kind == .comment || block.kind == .note || block.kind == .textBox { styles.append("aside") }
    if block.isPlaceholder { styles.append("placeholder") }
    return styles.isEmpty ? "" : " class=\"\(styles.joined(separator: " "))\""
  }

  /// What a block that is no ordinary text is called before its words.
  private func label(of block: Block) -> String? {
    switch (block.visibility, block.kind) {
    case (.hidden, _): "Hidden text: "
    case (.deleted, _): "Deleted: "
    case (_, .comment): "Comment: "
    case (_, .note): "Note: "
    case (_, .textBox): "Text box: "
    default: nil
    }
  }

  private func draw(contents index: Int, _ block: Block, on page: inout HtmlWriter) {
    if let label = label(of: block) { page.element("strong", label) }
    if block.visibility == .deleted { page.raw("<del>") }
    drawMarked(block.text, marks.byBlock[index], on: &page)
    if block.visibility == .deleted { page.raw("</del>") }
  }

  /// Text cut wherever a mark begins or ends, so that marks may overlap.
  private func drawMarked(_ text: [UInt8], _ marks: [EvidenceMarks.Mark], on page: inout HtmlWriter) {
    var cuts = [0, text.count]
    for mark in marks { cuts += [mark.span.start, mark.span.end] }
    cuts.sort()
    for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
      let over = marks.filter { $0.span.start <= start && end <= $0.span.end }
      guard let first = over.first else {
        page.text(text[start..<end])
        continue
      }
      for mark in over where mark.span.start == start { page.raw("<a id=\"e\(mark.number)\"></a>") }
      page.raw("<mark class=\"\((over.first { $0.sense != .supports } ?? first).sense.rawValue)\">")
      page.text(text[start..<end])
      page.raw("</mark>")
      for mark in over where mark.span.end == end { drawLink(mark, on: &page) }
    }
  }

  private func drawLink(_ mark: EvidenceMarks.Mark, on page: inout HtmlWriter) {
    page.raw("<a class=\"back\"")
    page.attribute("href", "#" + mark.target)
    page.attribute("aria-label", mark.label)
    page.attribute("title", mark.label)
    page.raw(">\(mark.sign)</a>")
  }

  // MARK: - Tables

  private func draw(table number: Int, on page: inout HtmlWriter) {
    let table = report.document.tables[number]
    let known = report.text.tables[number]
    page.raw(
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table \(number + 1)\">\n<table>\n")
    for row in 0..<table.rows {
      page.raw("<tr>")
      for cell in table.cells where cell.row == row {
        let isHead = row < known.headerRows
        let isLabel = !isHead && cell.column == 0 && (known.isForm || !known.rowRoles.isEmpty)
        let name = isHead || isLabel ? "th" : "td"
        page.raw("<\(name)")
        if isHead { page.raw(" scope=\"col\"") }
        if isLabel { page.raw(" scope=\"row\"") }
        if cell.rowSpan > 1 { page.raw(" rowspan=\"\(cell.rowSpan)\"") }
        if cell.columnSpan > 1 { page.raw(" colspan=\"\(cell.columnSpan)\"") }
        page.raw(">")
        for block in cell.blocks { draw(cellBlock: block, on: &page) }
        page.raw("</\(name)>")
      }
      page.raw("</tr>\n")
    }
    page.raw("</table>\n</div>\n")
  }

  private func draw(cellBlock index: Int, on page: inout HtmlWriter) {
    let block = report.document.blocks[index]
    page.raw("<div id=\"b\(index)\"\(style(of: block))>")
    if let marker = block.marker {
      page.text(marker)
      page.raw(" ")
    }
    draw(contents: index, block, on: &page)
    page.raw("</div>")
  }
}
