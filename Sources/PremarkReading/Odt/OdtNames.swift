/// Namespaces of OpenDocument (ODF 1.3 part 3, 1.4; OpenOffice.org 1.x before it).
enum OdtSpace {
  static let office = 0
  static let text = 1
  static let table = 2
  static let style = 3
  static let draw = 4
  static let format = 5
  static let dublinCore = 6
  static let vector = 7
  static let manifest = 8

  private static let oasis = "urn:oasis:names:tc:opendocument:xmlns:"
  private static let old = "http://openoffice.org/2000/"

  /// The URIs in the order of the numbers above.
  static let uris: [[String]] = [
    [oasis + "office:1.0", old + "office"],
    [oasis + "text:1.0", old + "text"],
    [oasis + "table:1.0", old + "table"],
    [oasis + "style:1.0", old + "style"],
    [oasis + "drawing:1.0", old + "drawing"],
    [oasis + "xsl-fo-compatible:1.0", "http://www.w3.org/1999/XSL/Format"],
    ["http://purl.org/dc/elements/1.1/"],
    [oasis + "svg-compatible:1.0", "http://www.w3.org/2000/svg"],
    [oasis + "manifest:1.0", "http://openoffice.org/2001/manifest"],
  ]
}

/// Local names of elements and attributes that the reader acts on; the number of each is its place in `texts`.
enum OdtName: Int, CaseIterable {
  case document, body, text, p, h, span, a, s, tab, lineBreak, list, listItem, listHeader, numberedParagraph
  case c, styleName, outlineLevel, level, startValue, continueNumbering, continueList, isListHeader
  case note, noteCitation, noteBody, annotation, annotationEnd, creator, date, dateString
  case trackedChanges, changeStart, section, display, hiddenText, hiddenParagraph, isHidden, placeholder
  case rubyBase, rubyText, ruby, forms, title, desc, eventListeners, script, objectText
  case table, tableRow, tableCell, coveredTableCell, tableHeaderRows, tableColumn
  case numberColumnsSpanned, numberRowsSpanned, numberColumnsRepeated, numberRowsRepeated
  case frame, textBox, image, object, customShape, width, height
  case style, defaultStyle, name, family, parentStyleName, listStyleName, defaultOutlineLevel
  case textProperties, tableCellProperties, paragraphProperties, fontWeight, fontStyle, color, fontSize,
    backgroundColor, textUnderlineStyle, textLineThroughStyle, textLineThroughType
  case listStyle, outlineStyle, listLevelStyleNumber, listLevelStyleBullet, listLevelStyleImage,
    outlineLevelStyle, numFormat, numPrefix, numSuffix, displayLevels
  case encryptionData, checkbox, currentState
  case softPageBreak, indexTitle, tableOfContent, pageNumber, displayName, g, documentContent, spreadsheet,
    presentation, drawing

  /// Local names in the order of the cases.
  static let texts: [String] =
    """
    document body text p h span a s tab line-break list list-item list-header numbered-paragraph \
    c style-name outline-level level start-value continue-numbering continue-list is-list-header \
    note note-citation note-body annotation annotation-end creator date date-string \
    tracked-changes change-start section display hidden-text hidden-paragraph is-hidden placeholder \
    ruby-base ruby-text ruby forms title desc event-listeners script object-text \
    table table-row table-cell covered-table-cell table-header-rows table-column \
    number-columns-spanned number-rows-spanned number-columns-repeated number-rows-repeated \
    frame text-box image object custom-shape width height \
    style default-style name family parent-style-name list-style-name default-outline-level \
    text-properties table-cell-properties paragraph-properties font-weight font-style color font-size \
    background-color text-underline-style text-line-through-style text-line-through-type \
    list-style outline-style list-level-style-number list-level-style-bullet list-level-style-image \
    outline-level-style num-format num-prefix num-suffix display-levels \
    encryption-data checkbox current-state \
    soft-page-break index-title table-of-content page-number display-name g document-content spreadsheet \
    presentation drawing
    """.split(separator: " ").map { String($0) }

  /// The vocabulary for scanning.
  static let vocabulary = XmlVocabulary(namespaces: OdtSpace.uris, names: texts)
}

extension XmlScanner {
  /// The element's name where its namespace is known.
  var odtName: OdtName? { namespace >= 0 ? OdtName(rawValue: name) : nil }

  /// The bytes of an attribute, or nil.
  func odt(_ namespace: Int, _ name: OdtName) -> [UInt8]? {
    value(namespace, name.rawValue).map { bytes(of: $0) }
  }

  /// A whole number in an attribute, or nil.
  func odtNumber(_ namespace: Int, _ name: OdtName) -> Int? { integer(value(namespace, name.rawValue)) }

  /// True where an attribute is `text`.
  func odtIs(_ namespace: Int, _ name: OdtName, _ text: StaticString) -> Bool {
    equals(value(namespace, name.rawValue), text)
  }
}
