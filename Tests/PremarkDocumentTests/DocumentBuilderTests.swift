import PremarkDocument
import PremarkText
import Testing

@Suite struct DocumentBuilderTests {
  static func block(
    _ kind: Block.Kind, _ text: String, level: Int = 0, bold: Bool = false, marker: String? = nil
  ) -> Block {
    let bytes = Array(text.utf8)
    let emphasis =
      bold && !bytes.isEmpty ? [Emphasis(span: Span(0, bytes.count), isBold: true, isItalic: false)] : []
    return Block(kind: kind, level: level, text: bytes, emphasis: emphasis, marker: marker)
  }
  static func p(_ text: String, bold: Bool = false) -> Block { block(.paragraph, text, bold: bold) }
  static func h(_ level: Int, _ text: String) -> Block { block(.heading, text, level: level) }
  static let text = p("I have been an adviser on the billing line since March, and I like it.")

  /// Kind and text of each block: "h2* My goals" for a heading by look.
  static func lines(_ blocks: [Block]) throws -> [String] {
    var builder = DocumentBuilder(format: .text)
    for block in blocks { builder.append(block) }
    return try builder.finish().blocks.map { block in
      let level =
        block.kind == .heading ? "h\(block.level)" + (block.isHeadingByLook ? "*" : "") : block.kind.rawValue
      return level + " " + block.string.prefix(20)
    }
  }

  static let plain = "paragraph I have been an advis"

  @Test(arguments: [
    ("a bold line above text", [p("My goals", bold: true), text], ["h1* My goals", plain]),
    (
      "under a heading: one deeper", [h(1, "Plan"), p("My goals", bold: true), text],
      ["h1 Plan", "h2* My goals", plain]
    ),
    (
      "nothing after it", [h(1, "Plan"), text, p("Jordan", bold: true)],
      ["h1 Plan", plain, "paragraph Jordan"]
    ),
    (
      "a full stop", [h(1, "Plan"), p("I did it.", bold: true), text],
      ["h1 Plan", "paragraph I did it.", plain]
    ),
    (
      "part of it bold",
      [
        h(1, "Plan"),
        Block(
          kind: .paragraph, text: Array("My goals are".utf8),
          emphasis: [Emphasis(span: Span(0, 8), isBold: true, isItalic: false)]), text,
      ],
      ["h1 Plan", "paragraph My goals are", plain]
    ),
    (
      "a title and its first heading", [p("My plan", bold: true), p("My goals", bold: true), text],
      ["h1* My plan", "h1* My goals", plain]
    ),
    (
      "two labels with values",
      [h(1, "Plan"), p("Name: Sam", bold: true), p("Role: adviser", bold: true), text],
      ["h1 Plan", "paragraph Name: Sam", "paragraph Role: adviser", plain]
    ),
    (
      "three bold lines",
      [h(1, "Plan"), p("Date", bold: true), p("Place", bold: true), p("Who", bold: true), text],
      ["h1 Plan", "paragraph Date", "paragraph Place", "paragraph Who", plain]
    ),
    (
      "a question of more words",
      [
        h(1, "Plan"),
        p(
          "What feedback have you had since the last time that we met, who gave it, and what did you do with it?",
          bold: true), text,
      ],
      ["h1 Plan", "h2* What feedback have y", plain]
    ),
    (
      "a bold number over bullets",
      [
        h(1, "Plan"), block(.listItem, "My goals", level: 1, bold: true, marker: "2."),
        block(.listItem, "be calm", level: 1, marker: "-"),
      ],
      ["h1 Plan", "h2* My goals", "list-item be calm"]
    ),
    (
      "a bold item among its like",
      [
        h(1, "Plan"), block(.listItem, "My goals", level: 1, bold: true, marker: "-"),
        block(.listItem, "be calm", level: 1, marker: "-"),
      ],
      ["h1 Plan", "list-item My goals", "list-item be calm"]
    ),
    (
      "a paragraph in a heading style", [h(1, (0..<30).map { "word\($0)" }.joined(separator: " ")), text],
      ["paragraph word0 word1 word2 wo", plain]
    ),
    ("blank blocks", [p("  \n\t"), p(""), text], [plain]),
  ])
  func knowsHeadings(_ why: String, _ blocks: [Block], _ expected: [String]) throws {
    #expect(try Self.lines(blocks) == expected, "\(why)")
  }

  @Test func givesSections() throws {
    var builder = DocumentBuilder(format: .text)
    for block in [
      Self.text, Self.h(1, "A"), Self.h(3, "B"), Self.text, Self.h(2, "C"), Self.h(1, "D"), Self.text,
    ] {
      builder.append(block)
    }
    let document = try builder.finish()
    #expect(document.blocks.map { $0.section } == [0, 1, 2, 2, 3, 4, 4])
    #expect(document.sections.map { $0.heading } == [nil, 1, 2, 4, 5])
    #expect(document.sections.map { $0.parent } == [nil, nil, 1, 1, nil])
  }

  @Test func trimsTextAndMovesEmphasis() throws {
    var builder = DocumentBuilder(format: .text)
    builder.append(
      Block(
        kind: .paragraph, text: Array("  bold text \n".utf8),
        emphasis: [Emphasis(span: Span(0, 7), isBold: true, isItalic: false)]))
    let block = try #require(try builder.finish().blocks.first)
    #expect(block.string == "bold text")
    #expect(block.emphasis.map { block.string($0.span) } == ["bold "])
  }

  /// Cells as "row,column,rows,columns=text" of each table.
  static func cells(_ document: Document) -> [String] {
    document.tables.flatMap { table in
      table.cells.map { cell in
        let texts = cell.blocks.map { document.blocks[$0].string }.joined(separator: "|")
        return "\(cell.row),\(cell.column),\(cell.rowSpan),\(cell.columnSpan)=" + texts
      }
    }
  }

  @Test func placesCellsByColumnAndSpan() throws {
    var builder = DocumentBuilder(format: .html)
    builder.openTable()
    builder.openRow()
    for (text, columns, rows) in [("a", 1, 2), ("b", 2, 1)] {
      builder.openCell(columnSpan: columns, rowSpan: rows)
      builder.append(Self.p(text))
    }
    builder.openRow()
    builder.openCell()
    builder.append(Self.p("c"))
    builder.openCell(rowSpan: 99)
    builder.append(Self.p("d"))
    builder.closeTable()
    #expect(Self.cells(try builder.finish()) == ["0,0,2,1=a", "0,1,1,2=b", "1,1,1,1=c", "1,2,1,1=d"])
  }

  @Test func continuesCellsFromAbove() throws {
    var builder = DocumentBuilder(format: .docx)
    builder.openTable()
    builder.openRow()
    builder.openCell(columnSpan: 2)
    builder.append(Self.p("a"))
    builder.openCell()
    builder.openRow()
    builder.continueCell(columnSpan: 2)
    builder.append(Self.p("b"))
    builder.continueCell()
    builder.openRow()
    builder.openCell()
    builder.openCell()
    builder.openCell()
    #expect(
      Self.cells(try builder.finish()) == ["0,0,2,2=a|b", "0,2,2,1=", "2,0,1,1=", "2,1,1,1=", "2,2,1,1="])
  }

  @Test func keepsNestedTablesApart() throws {
    var builder = DocumentBuilder(format: .docx)
    builder.openTable()
    builder.openRow()
    builder.openCell()
    builder.append(Self.p("a"))
    builder.openTable()
    builder.openRow()
    builder.openCell()
    builder.append(Self.p("x"))
    builder.openCell()
    builder.append(Self.p("y"))
    builder.closeTable()
    builder.append(Self.p("b"))
    builder.openCell()
    builder.append(Self.p("c"))
    builder.closeTable()
    builder.append(Self.p("after"))
    let document = try builder.finish()
    #expect(Self.cells(document) == ["0,0,1,1=a|b", "0,1,1,1=c", "0,0,1,1=x", "0,1,1,1=y"])
    #expect(document.tables.map { $0.parent } == [nil, 0])
    #expect(
      document.blocks.map { $0.kind } == [
        .tableCell, .tableCell, .tableCell, .tableCell, .tableCell, .paragraph,
      ])
  }

  @Test func dissolvesFrames() throws {
    var builder = DocumentBuilder(format: .docx)
    builder.openTable()
    builder.openRow()
    builder.openCell()
    builder.append(Self.h(1, "Framed"))
    builder.openTable()
    builder.openRow()
    for text in ["x", "y"] {
      builder.openCell()
      builder.append(Self.p(text))
    }
    builder.closeTable()
    builder.closeTable()
    let document = try builder.finish()
    #expect(document.blocks.map { $0.kind } == [.heading, .tableCell, .tableCell])
    #expect(document.tables.map { $0.parent } == [nil])
    #expect(document.blocks.map { $0.cell?.table } == [nil, 0, 0])
  }

  @Test func refusesWhatIsTooLarge() {
    var builder = DocumentBuilder(format: .docx)
    for _ in 0...DocumentBuilder.mostBlocks { builder.append(Self.text) }
    let full = builder
    #expect(throws: ReadingError.self) { try full.finish() }
  }

  @Test func readableTextLeavesOutWhatIsNotSeen() throws {
    var builder = DocumentBuilder(format: .docx)
    builder.append(Self.block(.listItem, "one", level: 1, marker: "1."))
    var hidden = Self.p("ghost")
    hidden.visibility = .hidden
    builder.append(hidden)
    builder.append(Self.block(.comment, "why"))
    var drawn = Self.block(.textBox, "shape")
    drawn.isDrawn = true
    builder.append(drawn)
    builder.append(Self.block(.note, "note"))
    builder.openTable()
    builder.openRow()
    for text in ["a", "b"] {
      builder.openCell()
      builder.append(Self.p(text))
    }
    builder.openRow()
    builder.openCell()
    builder.append(Self.p("c"))
    builder.closeTable()
    let text = try builder.finish().readableText()
    #expect(String(decoding: text, as: UTF8.self) == "1. one\nnote\na\tb\nc\n")
  }
}
