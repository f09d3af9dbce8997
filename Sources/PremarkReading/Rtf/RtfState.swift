/// What a group inherits and changes: the look of text, the paragraph's properties and where text goes.
struct RtfState {
  /// Where the text of a group goes.
  enum Destination {
    case text, passedOver, fonts, colours, styles, listText, instruction
  }

  var destination = Destination.text
  /// Bytes or words that stand in for a `\u` before them.
  var fallbackLength = 1
  var look = Look()
  var paragraph = Paragraph()

  /// How text looks.
  struct Look {
    var isBold = false
    var isItalic = false
    var isHidden = false
    var isDeleted = false
    var isPainted = false
    var isUnderlined = false
    var font = 0
    /// In half-points.
    var size = 24
    var colour = 0
  }

  /// What a paragraph says about itself.
  struct Paragraph {
    var style = 0
    /// From 0; 9 and nil are text.
    var outlineLevel: Int?
    var isInTable = false
    /// How deep in tables.
    var nesting = 0
    var listLevel = 0

    /// How deep in tables, as either way of saying it has it.
    var tableDepth: Int { nesting > 0 ? nesting : isInTable ? 1 : 0 }
  }
}

/// A flow of paragraphs: the body, or a note, comment or text box inside it.
struct RtfFlow {
  var text = LayeredText()
  /// The tables that are open, outermost first.
  var tables: [RtfTable] = []
  /// The shape of the row that is open, for each depth.
  var rowShapes: [RtfTable.RowShape] = []
  /// The marker of the list item that is open.
  var marker: [UInt8]?
  /// Smallest size of the paragraph's visible text, in half-points.
  var size: Int?
  var isUnderlined = true
  /// Blocks that follow the paragraph that is open.
  var following: [RtfTable.Item] = []
  /// What its paragraphs are.
  var kind: Kind

  enum Kind { case body, note, comment, textBox }

  init(_ kind: Kind) { self.kind = kind }
}
