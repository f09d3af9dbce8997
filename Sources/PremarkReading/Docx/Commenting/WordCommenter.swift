public import PremarkDocument
import PremarkText

/// A part of a container that is to be written: in place of the one of that name, or as a new one at the end.
public struct PartChange: Sendable {
  /// Its name as the container writes it.
  public let name: String
  /// Its bytes before they are packed.
  public let bytes: [UInt8]
  /// True where the container has no such part yet.
  public let isNew: Bool
}

extension Reader {
  /// Puts remarks into a Word file as comments from "Premark".
  ///
  /// Only the parts given back change, and in them nothing goes: marks, comments, a relationship and a content type are
  /// added (ECMA-376-1 17.13.4, ECMA-376-2 6.2 and 6.5). Comments that are there stay. Word takes no comments in notes,
  /// in comments and in text boxes: remarks about those stand where the note is referred to or the box is anchored.
  ///
  /// - Parameters:
  ///   - plan, inflated: of the file, as for ``document(from:plan:inflated:)``; its format is `.docx`.
  ///   - document: what that gave.
  ///   - remarks: in the order in which their comments are numbered; each at a block of `document`.
  /// - Returns: the parts to write; none where there are no remarks.
  /// - Throws: a ``ReadingError``: `broken-xml` for comments or content types that cannot be read, `no-place` where the
  ///   document has nothing that a comment can stand at.
  /// - Complexity: linear in the parts, times log *n* for the remarks.
  public static func commented(
    plan: ReadingPlan, inflated: [[UInt8]], document: Document, remarks: [Remark]
  ) throws(ReadingError) -> [PartChange] {
    // safe: the caller refuses other formats by name, and unpacks by this very plan.
    precondition(plan.format == .docx, "only Word files take comments")
    precondition(inflated.count == plan.parts.count, "one unpacked part for each part of the plan")
    if remarks.isEmpty { return [] }
    return try WordCommenter(Parts(plan: plan, inflated: inflated), document).changes(remarks)
  }
}

/// Writes comments into the parts of one Word file.
struct WordCommenter {
  private let parts: Parts
  private let document: Document
  private let package: DocxPackage

  init(_ parts: Parts, _ document: Document) throws(ReadingError) {
    self.parts = parts
    self.document = document
    package = try DocxPackage(parts)
  }

  func changes(_ remarks: [Remark]) throws(ReadingError) -> [PartChange] {
    let main = package.main
    let scanner = try XmlScanner(main.bytes, part: main.name, vocabulary: DocxName.vocabulary)
    let isStrict = WordNamespace.isStrict(scanner.bytes)
    let runs = try WordRuns(main.bytes, part: main.name)
    var marks = WordMarks(scanner.bytes, runs: runs)
    let existing = try package.part("comments")
    var comments = try WordCommentsPart(existing, isStrict: isStrict)
    var ids = FreeNumbers(taken: comments.usedIDs + runs.commentIDs)
    let places = SourcePlaces(scanner: scanner)
    for remark in remarks {
      let id = ids.next()
      guard let range = range(of: remark, places), marks.add(range, comment: id) else {
        throw ReadingError(
          code: "no-place", message: "the document has no text that a comment could stand at",
          advice: "use another form of report")
      }
      comments.add(remark, id: id)
    }
    var changes = [
      change(main.name, XmlEncoding.declared(marks.applied(), main.bytes))
    ]
    let name = existing?.name ?? freeName
    changes.append(change(name, XmlEncoding.declared(comments.bytes, existing?.bytes)))
    changes += try related(name, isNew: existing == nil, isStrict: isStrict)
    if let types = try typed(name) { changes.append(types) }
    return changes
  }

  /// Where a remark stands; beside the nearest text before it, else after it, where its own has no place.
  private func range(of remark: Remark, _ places: SourcePlaces) -> Range<Int>? {
    let blocks = document.blocks
    let own = blocks[remark.block]
    if let range = places.range(of: remark.span ?? Span(0, own.text.count), in: own) { return range }
    let nearest =
      blocks[..<remark.block].last { !$0.sources.isEmpty }
      ?? blocks[remark.block...].first { !$0.sources.isEmpty }
    return nearest.flatMap { places.range(of: Span(0, $0.text.count), in: $0) }
  }

  private func change(_ name: String, _ bytes: [UInt8]) -> PartChange {
    PartChange(name: parts.name(name) ?? name, bytes: bytes, isNew: parts.name(name) == nil)
  }

  /// A name for a comments part: the one a relationship already leads to, else the usual one, else one with a number.
  private var freeName: String {
    if let name = package.targets("comments").first { return name }
    let folder = DocxPackage.folder(of: package.main.name)
    var name = folder + "comments.xml"
    var number = 2
    while parts.name(name) != nil {
      name = folder + "comments\(number).xml"
      number += 1
    }
    return name
  }

  /// The relationship of the main part to its comments, where it has none.
  private func related(_ name: String, isNew: Bool, isStrict: Bool) throws(ReadingError) -> [PartChange] {
    guard isNew, package.targets("comments").isEmpty else { return [] }
    let base =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    var id = "rIdPremark"
    while package.relationshipIDs.contains(Array(id.utf8)) { id += "1" }
    let target = name.dropFirst(DocxPackage.folder(of: package.main.name).count)
    func element(_ prefix: String) -> [UInt8] {
      Array("<\(prefix)Relationship Id=\"\(id)\" Type=\"\(base)comments\" Target=\"".utf8)
        + Array(target.utf8) + Array("\"/>".utf8)
    }
    let part = package.relationshipsName
    guard let bytes = try parts.part(part) else {
      let uri = "http://schemas.openxmlformats.org/package/2006/relationships"
      let head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"\(uri)\">"
      return [change(part, Array(head.utf8) + element("") + Array("</Relationships>".utf8))]
    }
    let root = try XmlRoot(bytes, part: part)
    return [change(part, XmlEncoding.declared(root.adding(element(root.prefix)), bytes))]
  }

  /// The content types with the comments' own, where they do not say it yet.
  private func typed(_ name: String) throws(ReadingError) -> PartChange? {
    let part = "[Content_Types].xml"
    guard let bytes = try parts.part(part) else { return nil }
    var isSaid = false
    let root = try XmlRoot(bytes, part: part) { scanner in
      guard scanner.name == DocxName.Override.rawValue, let value = scanner.plain(.PartName) else { return }
      let other = DocxPackage.absolute(scanner.bytes(of: value), from: "")
      if other.equalsIgnoringCase(name) { isSaid = true }
    }
    if isSaid { return nil }
    let type = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    let element = "<\(root.prefix)Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>"
    return change(part, XmlEncoding.declared(root.adding(Array(element.utf8)), bytes))
  }
}

/// Numbers that nothing has yet, from 0.
private struct FreeNumbers {
  private let taken: [Int]
  private var at = 0
  private var number = -1

  init(taken: [Int]) { self.taken = taken.sorted() }

  mutating func next() -> Int {
    number += 1
    while at < taken.count, taken[at] <= number {
      if taken[at] == number { number += 1 }
      at += 1
    }
    return number
  }
}
