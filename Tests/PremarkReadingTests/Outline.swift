import PremarkDocument
import PremarkReading

/// A document in a few lines, for tables of tests: "h1 Title", "p text", "li2 b) text", "q p text", "note text",
/// "[0,1] text" for a cell. "⏎" stands for a line break.
struct Outline: Equatable, CustomStringConvertible {
  let lines: [String]

  init(lines: [String]) { self.lines = lines }

  init(_ document: Document) {
    lines = document.blocks.map { block in
      var line = block.isQuote ? "q " : ""
      switch block.visibility {
      case .visible: break
      case .hidden: line += "hidden "
      case .deleted: line += "deleted "
      }
      switch block.kind {
      case .heading: line += "h\(block.level)" + (block.isHeadingByLook ? "*" : "")
      case .paragraph: line += "p"
      case .listItem: line += "li\(block.level)" + (block.marker.map { " " + $0 } ?? "")
      case .note: line += "note"
      case .comment: line += "comment"
      case .textBox: line += "box"
      case .tableCell: line += block.cell.map { "[\($0.row),\($0.column)]" } ?? "[?]"
      }
      return line + " " + block.string.map { $0 == "\n" ? "⏎" : String($0) }.joined()
    }
  }

  /// Reads a file whose parts, if it has any, are stored; a refusal is one line: "! code".
  init(reading text: String) { self.init(reading: Array(text.utf8)) }

  init(reading bytes: [UInt8]) {
    do {
      let plan = try Reader.plan(for: bytes)
      let parts = plan.parts.map { Array(bytes[$0.range]) }
      self.init(try Reader.document(from: bytes, plan: plan, inflated: parts))
    } catch {
      self.init(lines: ["! " + error.code])
    }
  }

  var description: String { lines.joined(separator: "\n") }
}
