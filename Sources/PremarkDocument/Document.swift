public import PremarkText

/// A submission as a person reads it: blocks in reading order, with the structure around them.
///
/// Readers make it; no later stage changes it. Text is UTF-8 and always valid.
public struct Document: Sendable {
  /// What the bytes were, decided by content.
  public let format: Format
  /// Everything with text, in reading order.
  public let blocks: [Block]
  /// Sections in order of their headings; the first is the untitled one before any heading.
  public let sections: [Section]
  /// Tables in reading order; a nested table comes after the one around it.
  public let tables: [Table]
  /// Odd but readable things, in order of appearance.
  public let warnings: [ReadingWarning]

  /// Makes a document. ``DocumentBuilder`` is the usual way.
  public init(
    format: Format, blocks: [Block], sections: [Section], tables: [Table], warnings: [ReadingWarning]
  ) {
    self.format = format
    self.blocks = blocks
    self.sections = sections
    self.tables = tables
    self.warnings = warnings
  }
}

/// The formats a document can come from.
public enum Format: String, Sendable, CaseIterable {
  /// Office Open XML word processing (ECMA-376).
  case docx
  /// OpenDocument text (OASIS ODF 1.3).
  case odt
  /// HTML.
  case html
  /// Markdown (CommonMark with pipe tables).
  case markdown
  /// Plain text.
  case text
  /// PDF, through its extracted text.
  case pdf
  /// Rich Text Format.
  case rtf
}

/// A stretch of text that stands by itself: a heading, a paragraph, a list item, a paragraph of a cell, a note.
public struct Block: Sendable {
  /// What a block is.
  public enum Kind: String, Sendable {
    case heading, paragraph, note, comment
    case listItem = "list-item"
    case tableCell = "table-cell"
    case textBox = "text-box"
  }

  /// Whether a reader of the printed page would see it.
  public enum Visibility: Sendable, Equatable {
    /// Ordinary text.
    case visible
    /// Hidden from the reader (vanish, white on white, 1 pt): kept apart, reported, never credited.
    case hidden
    /// A tracked deletion: not part of the text.
    case deleted
  }

  /// What it is. Paragraphs and list items inside a table are `.tableCell`.
  public var kind: Kind
  /// Heading level or list depth, from 1; 0 where neither. List items in cells keep their depth here.
  public var level: Int
  /// UTF-8. Hard line breaks are "\n", tabs "\t"; no other control character; never blank.
  public var text: [UInt8]
  /// Index in ``Document/sections``.
  public var section: Int
  /// Where it stands in a table; nil outside tables.
  public var cell: CellReference?
  /// Whether it can be seen.
  public var visibility: Visibility
  /// Bold, italic or underlined runs, in order, not overlapping.
  public var emphasis: [Emphasis]
  /// True for a block quotation or pasted mail (`>`).
  public var isQuote: Bool
  /// True where the text is a template's own (a content control showing its placeholder text).
  public var isPlaceholder: Bool
  /// True for words inside a drawing (the shapes of a diagram, lettering): read like any others, but no part of the
  /// running text.
  public var isDrawn = false
  /// True where a heading was recognised by its look alone (short, bold, standing alone).
  public var isHeadingByLook: Bool
  /// The list marker as shown ("1.", "a)", "•"), where there is one; never part of `text`.
  public var marker: String?
  /// Page number from 1, where the format has one.
  public var page: Int?
  /// Where its text stands in the file, in the order of the text; empty for formats that are not written back.
  public var sources: [SourcePiece] = []

  /// Makes a block.
  public init(
    kind: Kind, level: Int = 0, text: [UInt8], section: Int = 0, cell: CellReference? = nil,
    visibility: Visibility = .visible, emphasis: [Emphasis] = [], isQuote: Bool = false,
    isPlaceholder: Bool = false, isHeadingByLook: Bool = false, marker: String? = nil, page: Int? = nil
  ) {
    self.kind = kind
    self.level = level
    self.text = text
    self.section = section
    self.cell = cell
    self.visibility = visibility
    self.emphasis = emphasis
    self.isQuote = isQuote
    self.isPlaceholder = isPlaceholder
    self.isHeadingByLook = isHeadingByLook
    self.marker = marker
    self.page = page
  }

  /// The words of `span` as a string.
  public func string(_ span: Span) -> String { String(decoding: text[span.range], as: UTF8.self) }

  /// All its text as a string.
  public var string: String { String(decoding: text, as: UTF8.self) }

  /// The emphasised run that opens the block and is followed by plain text on the same line or ends in a colon,
  /// full stop or dash: "**Call handling.** Good. My marks …". Nil where there is none.
  public var lead: Span? {
    guard let first = emphasis.first, first.span.start == 0, first.span.end < text.count else { return nil }
    return first.span
  }
}

/// An emphasised run of a block.
public struct Emphasis: Sendable, Equatable {
  /// Bytes in the block's text.
  public let span: Span
  /// Bold.
  public let isBold: Bool
  /// Italic.
  public let isItalic: Bool

  /// Makes a run.
  public init(span: Span, isBold: Bool, isItalic: Bool) {
    self.span = span
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// A place in a table: the top left grid position of the cell.
public struct CellReference: Hashable, Sendable {
  /// Index in ``Document/tables``.
  public let table: Int
  /// Row from 0.
  public let row: Int
  /// Grid column from 0.
  public let column: Int

  /// Makes a reference.
  public init(table: Int, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }
}

/// A table as a grid of cells, merged ones once at their top left.
public struct Table: Sendable {
  /// One cell.
  public struct Cell: Sendable {
    /// Grid row of its top left, from 0.
    public let row: Int
    /// Grid column of its top left, from 0.
    public let column: Int
    /// How many rows it spans, from 1.
    public let rowSpan: Int
    /// How many columns it spans, from 1.
    public let columnSpan: Int
    /// Indexes of its own blocks in ``Document/blocks`` (a nested table's are not among them); empty where blank.
    public let blocks: [Int]
    /// True where the file marks it as a header, or all its text is bold, or it is shaded.
    public let looksLikeHeader: Bool

    /// Makes a cell.
    public init(row: Int, column: Int, rowSpan: Int, columnSpan: Int, blocks: [Int], looksLikeHeader: Bool) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.blocks = blocks
      self.looksLikeHeader = looksLikeHeader
    }
  }

  /// Number of rows.
  public let rows: Int
  /// Number of grid columns.
  public let columns: Int
  /// Cells by row, then column, blank ones included.
  public let cells: [Cell]
  /// How many rows at the top the file itself marks as headers (w:tblHeader, th, a pipe table's first); 0 where it
  /// marks none: the annotation then judges by look.
  public let markedHeaderRows: Int
  /// Index of the table around a nested one.
  public let parent: Int?

  /// Makes a table.
  public init(rows: Int, columns: Int, cells: [Cell], markedHeaderRows: Int, parent: Int?) {
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.markedHeaderRows = markedHeaderRows
    self.parent = parent
  }

  /// The cell that covers a grid position, merged ones included; nil outside the table. Linear in the cells.
  public func cell(atRow row: Int, column: Int) -> Cell? {
    cells.first {
      $0.row <= row && row < $0.row + $0.rowSpan && $0.column <= column && column < $0.column + $0.columnSpan
    }
  }
}

/// A heading and what stands under it.
public struct Section: Sendable {
  /// Index of the heading block; nil for the untitled start of the document.
  public let heading: Int?
  /// Heading level from 1; 0 for the untitled start.
  public let level: Int
  /// Index of the section around it; nil at the top.
  public let parent: Int?

  /// Makes a section.
  public init(heading: Int?, level: Int, parent: Int?) {
    self.heading = heading
    self.level = level
    self.parent = parent
  }
}

/// Something odd but readable, said in every report.
public struct ReadingWarning: Sendable, Equatable {
  /// Stable code, kebab-case ("hidden-text", "tracked-changes", "image-without-text").
  public let code: String
  /// One sentence for the assessor.
  public let message: String
  /// Index of the block it is about, where there is one.
  public let block: Int?

  /// Makes a warning.
  public init(code: String, message: String, block: Int? = nil) {
    self.code = code
    self.message = message
    self.block = block
  }
}

/// Why a file could not be read.
public struct ReadingError: Error, Equatable, Sendable {
  /// Stable code, kebab-case ("empty", "encrypted", "not-a-word-file", "truncated", "too-large").
  public let code: String
  /// What is wrong, without the file's name: lower case, no full stop.
  public let message: String
  /// What to do: an action, lower case, no full stop.
  public let advice: String
  /// Where in the bytes, where known.
  public let offset: Int?

  /// Makes an error.
  public init(code: String, message: String, advice: String, offset: Int? = nil) {
    self.code = code
    self.message = message
    self.advice = advice
    self.offset = offset
  }
}
