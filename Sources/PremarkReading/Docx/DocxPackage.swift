import PremarkDocument

/// The parts of a word processing document, found through relationships (ECMA-376-2 6.5).
struct DocxPackage {
  /// Name of the main part and its bytes.
  let main: (name: String, bytes: [UInt8])
  private let parts: Parts
  private let related: [Relationship]

  /// What a relationship says: its id, the last segment of its type and the part it leads to.
  private typealias Relationship = (id: [UInt8], type: String, part: String)

  /// Finds the main part: by the package's relationships, by its content type, or by its usual name.
  ///
  /// - Throws: `not-a-document` for workbooks and presentations, `not-a-word-file` where there is no main part.
  init(_ parts: Parts) throws(ReadingError) {
    self.parts = parts
    let types = try ContentTypes(parts)
    let root = try Self.relationships(of: "", in: parts)
    var candidates = root.filter { $0.type == "officeDocument" }.map { $0.part }
    candidates += types.wordParts
    candidates.append("word/document.xml")
    for name in candidates {
      guard let bytes = try parts.part(name) else { continue }
      if let other = types.otherKind(of: name) { throw Self.notADocument(other) }
      main = (name, bytes)
      related = try Self.relationships(of: name, in: parts)
      return
    }
    throw ReadingError(
      code: "not-a-word-file", message: "the file has no Word document in it",
      advice: "open it in its program and save it as .docx")
  }

  /// The part that a relationship of that type leads to, with its name; nil where there is none.
  func part(_ type: String) throws(ReadingError) -> (name: String, bytes: [UInt8])? {
    for relationship in related where relationship.type == type {
      if let bytes = try parts.part(relationship.part) { return (relationship.part, bytes) }
    }
    return nil
  }

  /// The names that relationships of that type lead to, whether there is such a part or not.
  func targets(_ type: String) -> [String] { related.filter { $0.type == type }.map { $0.part } }

  /// The ids of all relationships of the main part.
  var relationshipIDs: [[UInt8]] { related.map { $0.id } }

  /// The part that the relationship of that id leads to, with its name; nil where there is none.
  func part(id: [UInt8]) throws(ReadingError) -> (name: String, bytes: [UInt8])? {
    guard let found = related.first(where: { $0.id == id }), let bytes = try parts.part(found.part) else {
      return nil
    }
    return (found.part, bytes)
  }

  /// The name of the part that relates the main part to others.
  var relationshipsName: String { Self.relationshipsName(of: main.name) }

  private static func relationshipsName(of part: String) -> String {
    let folder = folder(of: part)
    return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
  }

  /// The folder of a part with its "/", "" at the top.
  static func folder(of part: String) -> String {
    part.utf8.lastIndex(of: 0x2F).map { String(part[..<$0]) + "/" } ?? ""
  }

  private static func notADocument(_ kind: String) -> ReadingError {
    ReadingError(
      code: "not-a-document", message: "the file is \(kind), not a text document",
      advice: "hand in the plan as a Word document")
  }

  /// The relationships of a part ("" is the package), targets made absolute; external ones left out.
  private static func relationships(
    of part: String, in parts: Parts
  ) throws(ReadingError) -> [Relationship] {
    let folder = folder(of: part)
    let name = relationshipsName(of: part)
    guard let bytes = try parts.part(name) else { return [] }
    var found: [Relationship] = []
    var scanner = try XmlScanner(bytes, part: name, vocabulary: DocxName.vocabulary)
    while true {
      let event = try scanner.next()
      if event == .finish { return found }
      guard event == .start, scanner.name == DocxName.Relationship.rawValue,
        let type = scanner.plain(.relationshipType),
        let target = scanner.plain(.Target), !scanner.equals(scanner.plain(.TargetMode), "External")
      else { continue }
      let last = scanner.bytes(of: type).split(separator: 0x2F).last ?? []
      let id = scanner.plain(.Id).map { scanner.bytes(of: $0) } ?? []
      found.append(
        (id, String(decoding: last, as: UTF8.self), absolute(scanner.bytes(of: target), from: folder)))
    }
  }

  /// A target resolved against a folder (RFC 3986 5.2.4); never above the root.
  static func absolute(_ target: [UInt8], from folder: String) -> String {
    var path: [ArraySlice<UInt8>] = []
    let slash = UInt8(ascii: "/")
    if target.first != slash { path = Array(folder.utf8).split(separator: slash) }
    for segment in target.split(whereSeparator: { $0 == slash || $0 == UInt8(ascii: "\\") }) {
      if segment.elementsEqual("..".utf8) {
        _ = path.popLast()
      } else if !segment.elementsEqual(".".utf8) {
        path.append(segment)
      }
    }
    return String(decoding: Array(path.joined(separator: [slash])), as: UTF8.self)
  }
}

/// What `[Content_Types].xml` says (ECMA-376-2 6.2.3).
private struct ContentTypes {
  private var overrides: [(part: String, type: [UInt8])] = []

  init(_ parts: Parts) throws(ReadingError) {
    let name = "[Content_Types].xml"
    guard let bytes = try parts.part(name) else { return }
    var scanner = try XmlScanner(bytes, part: name, vocabulary: DocxName.vocabulary)
    while true {
      let event = try scanner.next()
      if event == .finish { return }
      guard event == .start, scanner.name == DocxName.Override.rawValue, let part = scanner.plain(.PartName),
        let type = scanner.plain(.ContentType)
      else { continue }
      overrides.append((DocxPackage.absolute(scanner.bytes(of: part), from: ""), scanner.bytes(of: type)))
    }
  }

  /// Parts with the type of a main document part: document or template, with macros or without.
  var wordParts: [String] {
    overrides.filter { Self.isMain($0.type) && Self.kind($0.type) == nil }.map { $0.part }
  }

  /// The words for a workbook or presentation; nil for anything else.
  func otherKind(of name: String) -> String? {
    overrides.first { $0.part.equalsIgnoringCase(name) }.flatMap { Self.kind($0.type) }
  }

  private static func isMain(_ type: [UInt8]) -> Bool {
    let end = Array(".main+xml".utf8)
    return type.count > end.count && type.suffix(end.count).elementsEqual(end)
  }

  private static func kind(_ type: [UInt8]) -> String? {
    if type.holds("spreadsheetml") || type.holds("ms-excel") { return "an Excel workbook" }
    if type.holds("presentationml") || type.holds("ms-powerpoint") { return "a PowerPoint presentation" }
    return nil
  }
}

extension [UInt8] {
  /// True where `text` occurs. For short values.
  func holds(_ text: StaticString) -> Bool {
    indices.contains { has(text, at: $0) }
  }
}
