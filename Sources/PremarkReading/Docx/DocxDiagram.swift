import PremarkDocument

/// The text of a diagram ("SmartArt"), which stands in a part of its own (ECMA-376-1 21.4).
enum DocxDiagram {
  /// The text of each shape, in the order of the outline; empty shapes left out.
  ///
  /// Points for the lines between shapes and for their presentation repeat text or have none (21.4.7.51).
  static func texts(_ bytes: [UInt8], part: String) throws(ReadingError) -> [[UInt8]] {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    var texts: [[UInt8]] = []
    while true {
      let event = try scanner.next()
      if event == .finish { return texts }
      guard event == .start, scanner.namespace == DocxSpace.diagram, scanner.name == DocxName.pt.rawValue
      else {
        continue
      }
      let type = scanner.plain(.type)
      let isShape = type == nil || scanner.equals(type, "node") || scanner.equals(type, "asst")
      let text = try textOfPoint(&scanner)
      if isShape, text.contains(where: { $0 > 0x20 }) { texts.append(text) }
    }
  }

  /// Paragraphs of a point, apart by line breaks.
  private static func textOfPoint(_ scanner: inout XmlScanner) throws(ReadingError) -> [UInt8] {
    let own = scanner.depth
    var text: [UInt8] = []
    var isText = false
    while true {
      let event = try scanner.next()
      let isDrawing = scanner.namespace == DocxSpace.drawing
      switch event {
      case .start:
        isText = isDrawing && scanner.name == DocxName.t.rawValue
        if isDrawing, scanner.name == DocxName.p.rawValue, !text.isEmpty { text.append(0x0A) }
      case .text: if isText { try scanner.appendText(to: &text) }
      case .end:
        isText = false
        if scanner.depth < own { return text }
      case .finish: return text
      }
    }
  }
}
