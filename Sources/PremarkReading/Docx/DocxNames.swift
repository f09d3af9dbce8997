import PremarkDocument

/// Namespaces of word processing documents, transitional and strict (ECMA-376-1 annex A, ISO/IEC 29500-1).
enum DocxSpace {
  static let word = 0
  static let compatibility = 1
  static let math = 2
  static let word14 = 3
  static let drawing = 4
  static let placement = 5
  /// Extensions whose alternatives are read: shapes, groups, canvases, newer word processing.
  static let understood = 6
  static let vml = 7
  static let relationships = 8
  static let package = 9
  static let contentTypes = 10
  static let diagram = 11
  static let none = XmlVocabulary.noNamespace

  private static let microsoft = "http://schemas.microsoft.com/office/word/"
  private static let transitional = "http://schemas.openxmlformats.org/"
  private static let strict = "http://purl.oclc.org/ooxml/"

  /// The URIs in the order of the numbers above.
  static let uris: [[String]] = [
    [transitional + "wordprocessingml/2006/main", strict + "wordprocessingml/main"],
    [transitional + "markup-compatibility/2006"],
    [transitional + "officeDocument/2006/math", strict + "officeDocument/math"],
    [microsoft + "2010/wordml"],
    [transitional + "drawingml/2006/main", strict + "drawingml/main"],
    [
      transitional + "drawingml/2006/wordprocessingDrawing", strict + "drawingml/wordprocessingDrawing",
      microsoft + "2010/wordprocessingDrawing",
    ],
    [
      microsoft + "2010/wordprocessingShape", microsoft + "2010/wordprocessingGroup",
      microsoft + "2010/wordprocessingCanvas", microsoft + "2012/wordml",
      "http://schemas.microsoft.com/office/drawing/2010/main",
    ],
    ["urn:schemas-microsoft-com:vml"],
    [transitional + "officeDocument/2006/relationships", strict + "officeDocument/relationships"],
    [transitional + "package/2006/relationships"],
    [transitional + "package/2006/content-types"],
    [transitional + "drawingml/2006/diagram", strict + "drawingml/diagram"],
  ]
}

/// Local names of elements and attributes that the reader acts on; the number of each is its place in `texts`.
enum DocxName: Int, CaseIterable {
  case document, body, p, r, t, tab, br, cr, pPr, rPr, pStyle, rStyle, val, tbl, tr, tc, tblPr, trPr, tcPr
  case tblStyle, tblLook, firstRow, firstColumn, tblHeader, gridBefore, gridSpan, vMerge, hMerge, shd, fill
  case themeFill, numPr, numId, ilvl, outlineLvl, b, i, vanish, color, sz, highlight, rFonts, ascii, hAnsi
  case u, hyperlink, sym, font, char, noBreakHyphen, softHyphen, ptab, type, id, del, ins, moveFrom, moveTo,
    delText
  case instrText, delInstrText, fldChar, fldCharType, ffData, checkBox, checked, ddList, listEntry, result
  case sdt, sdtPr, sdtContent, showingPlcHdr, sdtEndPr, footnoteReference, endnoteReference, commentReference
  case footnote, endnote, comment, footnotes, endnotes, comments, txbxContent, altChunk, subDoc, sectPr,
    tblGrid
  case pPrChange, rPrChange, tblPrChange, trPrChange, tcPrChange, sectPrChange, tblPrExChange, numberingChange
  case tblPrEx, cellDel, background, pict, object, drawing, blip, imagedata, extent, cx, cy, docPr, textpath
  case string, graphicData, uri, ruby, rt, rubyBase, f, num, den, sup, sub, fName, pt, relIds, dm
  case AlternateContent, Choice, Fallback, Requires
  case styles, style, styleId, name, basedOn, docDefaults, rPrDefault, tblStylePr, customStyle
  case numbering, abstractNum, abstractNumId, lvl, start, numFmt, lvlText, lvlRestart, isLgl, numStyleLink
  case lvlOverride, startOverride, suff, styleLink
  case Relationships, Relationship, Target, relationshipType, Id, TargetMode, Types, Override, Default,
    PartName, ContentType
  case Extension, `default`, author

  /// Local names in the order of the cases.
  static let texts: [String] =
    """
    document body p r t tab br cr pPr rPr pStyle rStyle val tbl tr tc tblPr trPr tcPr \
    tblStyle tblLook firstRow firstColumn tblHeader gridBefore gridSpan vMerge hMerge shd fill \
    themeFill numPr numId ilvl outlineLvl b i vanish color sz highlight rFonts ascii hAnsi \
    u hyperlink sym font char noBreakHyphen softHyphen ptab type id del ins moveFrom moveTo delText \
    instrText delInstrText fldChar fldCharType ffData checkBox checked ddList listEntry result \
    sdt sdtPr sdtContent showingPlcHdr sdtEndPr footnoteReference endnoteReference commentReference \
    footnote endnote comment footnotes endnotes comments txbxContent altChunk subDoc sectPr tblGrid \
    pPrChange rPrChange tblPrChange trPrChange tcPrChange sectPrChange tblPrExChange numberingChange \
    tblPrEx cellDel background pict object drawing blip imagedata extent cx cy docPr textpath \
    string graphicData uri ruby rt rubyBase f num den sup sub fName pt relIds dm \
    AlternateContent Choice Fallback Requires \
    styles style styleId name basedOn docDefaults rPrDefault tblStylePr customStyle \
    numbering abstractNum abstractNumId lvl start numFmt lvlText lvlRestart isLgl numStyleLink \
    lvlOverride startOverride suff styleLink \
    Relationships Relationship Target Type Id TargetMode Types Override Default PartName ContentType \
    Extension default author
    """.split(separator: " ").map { String($0) }

  /// The vocabulary for scanning.
  static let vocabulary = XmlVocabulary(namespaces: DocxSpace.uris, names: texts)
}

extension XmlScanner {
  /// The name of the element where it is one of WordprocessingML, else nil.
  var wordName: DocxName? { namespace == DocxSpace.word ? DocxName(rawValue: name) : nil }

  /// The value of a WordprocessingML attribute, or nil.
  func word(_ name: DocxName) -> Value? { value(DocxSpace.word, name.rawValue) }

  /// The value of an attribute without a namespace, or nil.
  func plain(_ name: DocxName) -> Value? { value(DocxSpace.none, name.rawValue) }

  /// True where a value is `text`.
  func equals(_ value: Value?, _ text: StaticString) -> Bool {
    guard let value, value.range.count == text.utf8CodeUnitCount else { return false }
    return bytes.has(text, at: value.range.lowerBound)
  }

  /// A whole number, nil where the value is none or has more than nine digits.
  func integer(_ value: Value?) -> Int? {
    guard let value else { return nil }
    var digits = bytes[value.range]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.count <= 9 else { return nil }
    var number = 0
    for byte in digits {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return isNegative ? -number : number
  }

  /// A number in hexadecimal digits, nil where the value is none or has more than eight.
  func hexadecimal(_ value: Value?) -> UInt32? {
    guard let value, !value.range.isEmpty, value.range.count <= 8 else { return nil }
    var number: UInt32 = 0
    for byte in bytes[value.range] {
      switch byte {
      case 0x30...0x39: number = number << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: number = number << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: number = number << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return number
  }

  /// The value of an on/off element (ECMA-376-1 17.17.4): on where `w:val` is absent.
  var isOn: Bool {
    guard let value = word(.val) else { return true }
    return !(equals(value, "0") || equals(value, "false") || equals(value, "off"))
  }

  /// An error about a part with more of something than is read.
  func tooMany(_ what: String) -> ReadingError {
    ReadingError(
      code: "too-large", message: "'\(part)' has too many \(what)",
      advice: "hand in the plan alone, without long annexes", offset: at)
  }

  /// Calls `body` at each child of the element that the last `.start` was about, and stands after its end.
  ///
  /// `body` may look into the child, or leave it: what it leaves is passed over.
  mutating func forEachChild(
    _ body: (inout XmlScanner) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    let own = depth
    while true {
      switch try next() {
      case .start:
        try body(&self)
        while depth > own { _ = try next() }
      case .end: if depth < own { return }
      case .text: break
      case .finish: return
      }
    }
  }
}
