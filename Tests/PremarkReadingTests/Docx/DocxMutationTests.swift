import PremarkDocument
import Testing

@testable import PremarkReading

/// Documents changed at random, from a fixed seed: each ends in text or in one error.
@Suite struct DocxMutationTests {
  /// A document with something of everything.
  static let whole: DocxMaker = {
    var maker = DocxMaker(
      DocxTextTests.characters.map { $0.body }.joined() + DocxTextTests.fields.map { $0.body }.joined()
        + DocxTextTests.controls.map { $0.body }.joined() + DocxTextTests.hiding.map { $0.body }.joined()
        + DocxStructureTests.item("a", 0, 1) + DocxStructureTests.item("b", 1, 3)
        + DocxStructureTests.table([
          DocxStructureTests.row(
            [
              DocxStructureTests.cell("c", "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>"),
              DocxStructureTests.cell("d"),
            ],
            "<w:tblHeader/>"),
          DocxStructureTests.row([DocxStructureTests.cell("", "<w:vMerge/>")], "<w:gridBefore w:val='1'/>"),
        ])
        + "<w:p><w:r><w:footnoteReference w:id='2'/><w:pict><v:textbox>\(DocxStructureTests.box)</v:textbox></w:pict></w:r></w:p>"
    )
    maker.styles = DocxStructureTests.style("a", "heading 1", "<w:basedOn w:val='b'/>")
    maker.numbering = DocxStructureTests.numbering
    maker.footnotes = "<w:footnote w:id='2'>\(DocxMaker.p("f"))</w:footnote>"
    return maker
  }()

  /// xorshift (Marsaglia 2003).
  struct Chance {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
  }

  @Test(arguments: 1...8)
  func endsInTextOrOneError(seed: Int) {
    var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let entries = Self.whole.archive.entries
    for _ in 0..<60 {
      var changed = ZipMaker(entries)
      for _ in 0...chance.next(4) { Self.change(&changed.entries[chance.next(entries.count)].data, &chance) }
      var bytes = changed.bytes
      if chance.next(4) == 0 { Self.change(&bytes, &chance) }
      guard let plan = try? Reader.plan(for: bytes) else { continue }
      let parts = plan.parts.map { Array(bytes[$0.range]) }
      guard let document = try? Reader.document(from: bytes, plan: plan, inflated: parts) else { continue }
      Self.check(document)
    }
  }

  /// Takes out, doubles or overwrites a piece.
  static func change(_ bytes: inout [UInt8], _ chance: inout Chance) {
    guard !bytes.isEmpty else { return }
    let start = chance.next(bytes.count)
    let end = min(bytes.count, start + 1 + chance.next(12))
    switch chance.next(4) {
    case 0: bytes.removeSubrange(start..<end)
    case 1: bytes.insert(contentsOf: bytes[start..<end], at: chance.next(bytes.count))
    case 2: bytes[start] = UInt8(chance.next(256))
    default:
      let signs = Array("<>/\"'&;:=wtrpc19 ".utf8)
      bytes[start] = signs[chance.next(signs.count)]
    }
  }

  /// What holds of every document.
  static func check(_ document: Document) {
    for block in document.blocks {
      #expect(String(validating: block.text, as: UTF8.self) != nil)
      #expect(document.sections.indices.contains(block.section))
      if let cell = block.cell { #expect(document.tables.indices.contains(cell.table)) }
      for run in block.emphasis { #expect(run.span.end <= block.text.count) }
    }
    for table in document.tables {
      for cell in table.cells {
        #expect(cell.row + cell.rowSpan <= table.rows && cell.column + cell.columnSpan <= table.columns)
      }
    }
  }
}
