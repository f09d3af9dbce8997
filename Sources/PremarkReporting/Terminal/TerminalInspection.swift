import PremarkAnnotation
import PremarkDocument
import PremarkText

/// An inspection for a terminal: each block with its role, sentences, clauses and what was noticed in them.
public struct TerminalInspection: Sendable {
  /// How the terminal shows it.
  public let style: TerminalStyle

  /// Makes a reporter.
  public init(style: TerminalStyle) { self.style = style }

  /// Draws one inspection. UTF-8, every line ended by "\n".
  public func report(_ inspection: Inspection) -> [UInt8] {
    var page = TerminalPage(style: style)
    let document = inspection.document
    page.paragraph([Run(inspection.name, .strong)])
    page.paragraph([
      Run("\(document.format.words) · \(counted(inspection.words, "word", "words")) · ", .faint),
      Run("\(counted(document.blocks.count, "block", "blocks")) · \(inspection.digest)", .faint),
    ])
    let places = Places(inspection.text)
    let contents = SentenceContents(inspection.text)
    for index in document.blocks.indices { draw(index, inspection.text, places, contents, on: &page) }
    if !document.warnings.isEmpty {
      page.blank()
      for warning in document.warnings {
        page.entry([Run("Warning", .partial)], [Run("\(warning.code): \(warning.message)")], column: 10)
      }
    }
    return page.bytes
  }

  private func draw(
    _ index: Int, _ text: AnnotatedText, _ places: Places, _ contents: SentenceContents,
    on page: inout TerminalPage
  ) {
    let block = text.document.blocks[index]
    let noticed = text.blocks[index]
    page.blank()
    var remarks = [places.words(index)]
    if let role = noticed.role { remarks.append("role " + role.rawValue) }
    if noticed.isPrompt { remarks.append("prompt") }
    switch block.visibility {
    case .visible: break
    case .hidden: remarks.append("hidden")
    case .deleted: remarks.append("deleted")
    }
    page.entry(
      [Run("\(index)", .strong)], [Run(remarks.joined(separator: " · "), .faint)], column: Self.column)
    page.paragraph([Run(block.text)], indent: Self.column)
    guard !noticed.isPrompt else { return }
    for sentence in noticed.sentences { draw(sentence, text, contents, on: &page) }
  }

  private static let column = 5

  private func draw(
    _ index: Int, _ text: AnnotatedText, _ contents: SentenceContents, on page: inout TerminalPage
  ) {
    let sentence = text.sentences[index]
    let block = text.document.blocks[sentence.block]
    func line(_ label: String, _ span: Span, _ remark: String = "") {
      let words = Quotation.words(of: block, span, limit: 100)
      let value = remark.isEmpty ? "" : " = " + remark
      page.entry([Run(label)], [Run("“"), Run(words), Run("”" + value)], indent: Self.column, column: 28)
    }
    for clause in text.clauses[sentence.clauses] {
      let strength = clause.strength == .none ? "" : ", " + clause.strength.name
      line("\(clause.voice.rawValue)\(strength)\(clause.asked ? ", asked" : "")", clause.span)
    }
    for scope in contents.negations[index] { line("  negated", text.negations[scope].span) }
    for scope in contents.hypotheses[index] { line("  supposed", text.hypotheses[scope].span) }
    for entity in contents.entities[index] {
      let entity = text.entities[entity]
      line("  " + entity.kind.rawValue, entity.span, entity.value.words)
    }
  }
}
