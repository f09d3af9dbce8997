import PremarkDocument

@testable import PremarkReading

/// Writes small Word documents with stored parts.
///
/// XML is given as it stands between the root element's tags; the prefixes w, w14, m, r, mc, wps, v and a are bound.
struct DocxMaker {
  static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main"

  var body: String
  var styles = ""
  var numbering = ""
  var footnotes = ""
  var endnotes = ""
  var comments = ""
  var mainPart = "word/document.xml"
  var mainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
  var namespace = word
  var hasRootRelationships = true
  /// Replaces the whole main part.
  var rawMain: String?
  /// More relationships of the main part.
  var links = ""
  /// More parts, by name.
  var extra: [ZipMaker.Entry] = []

  init(_ body: String) { self.body = body }

  /// A paragraph of one run.
  static func p(_ text: String, _ properties: String = "", run: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  var archive: ZipMaker {
    let folder = mainPart.split(separator: "/").dropLast().joined(separator: "/")
    let base = mainPart.split(separator: "/").last ?? ""
    let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var relationships = links
    var parts: [ZipMaker.Entry] = []
    for (root, element, content) in [
      ("styles", "styles", styles), ("numbering", "numbering", numbering),
      ("footnotes", "footnotes", footnotes),
      ("endnotes", "endnotes", endnotes), ("comments", "comments", comments),
    ] where !content.isEmpty {
      relationships += "<Relationship Id=\"\(root)\" Type=\"\(office)/\(root)\" Target=\"\(root).xml\"/>"
      parts.append(ZipMaker.Entry(folder + "/\(root).xml", wrapped(element, content)))
    }
    let types =
      "<Types \(package)/content-types\"><Override PartName=\"/\(mainPart)\" ContentType=\"\(mainType)\"/></Types>"
    let root =
      "<Relationships \(package)/relationships\"><Relationship Id=\"1\" Type=\"\(office)/officeDocument\" "
      + "Target=\"/\(mainPart)\"/></Relationships>"
    var entries = [ZipMaker.Entry("[Content_Types].xml", types)]
    if hasRootRelationships { entries.append(ZipMaker.Entry("_rels/.rels", root)) }
    entries.append(ZipMaker.Entry(mainPart, rawMain ?? wrapped("document", "<w:body>\(body)</w:body>")))
    entries.append(
      ZipMaker.Entry(
        folder + "/_rels/\(base).rels",
        "<Relationships \(package)/relationships\">\(relationships)</Relationships>"))
    return ZipMaker(entries + parts + extra)
  }

  var bytes: [UInt8] { archive.bytes }

  /// The document; throws what the reader throws.
  func document() throws(ReadingError) -> Document {
    let file = bytes
    let plan = try Reader.plan(for: file)
    return try Reader.document(from: file, plan: plan, inflated: plan.parts.map { Array(file[$0.range]) })
  }

  /// Block by block, then the warnings: "? hidden-text".
  var outline: [String] {
    do throws(ReadingError) {
      let document = try document()
      return Outline(document).lines + document.warnings.map { "? " + $0.code }
    } catch {
      return ["! " + error.code]
    }
  }

  private func wrapped(_ root: String, _ content: String) -> String {
    let microsoft = "http://schemas.microsoft.com/office/word/2010"
    let open = "http://schemas.openxmlformats.org"
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(root) xmlns:w=\"\(namespace)\" "
      + "xmlns:w14=\"\(microsoft)/wordml\" xmlns:wps=\"\(microsoft)/wordprocessingShape\" "
      + "xmlns:m=\"\(open)/officeDocument/2006/math\" xmlns:mc=\"\(open)/markup-compatibility/2006\" "
      + "xmlns:a=\"\(open)/drawingml/2006/main\" xmlns:wp=\"\(open)/drawingml/2006/wordprocessingDrawing\" "
      + "xmlns:r=\"\(open)/officeDocument/2006/relationships\" xmlns:dgm=\"\(open)/drawingml/2006/diagram\" "
      + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:new=\"urn:not-known\">\(content)</w:\(root)>"
  }
}
