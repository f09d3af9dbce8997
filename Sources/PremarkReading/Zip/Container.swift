import PremarkDocument

/// A ZIP file as one of the document formats packed in it.
struct Container {
  private let bytes: [UInt8]
  private let archive: ZipArchive

  init(_ bytes: [UInt8]) throws(ReadingError) {
    self.bytes = bytes
    archive = try ZipArchive(bytes)
  }

  /// What the container is and which of its parts have to be unpacked.
  func plan() throws(ReadingError) -> ReadingPlan {
    if archive.entry("[Content_Types].xml") != nil { return try plan(.docx, where: Self.mayHoldWordText) }
    if try isOpenDocumentText() { return try plan(.odt, where: Self.mayHoldOpenText) }
    throw refusal()
  }

  /// True for an OpenDocument text, template or master, or a container without a type that has its main part.
  private func isOpenDocumentText() throws(ReadingError) -> Bool {
    guard archive.entry("content.xml") != nil else { return false }
    guard let type = archive.entry("mimetype"), type.method == 0 else { return true }
    let name = String(decoding: bytes[try Self.part(type).range].prefix(80), as: UTF8.self)
    return name.hasPrefix("application/vnd.oasis.opendocument.text")
      || name.hasPrefix("application/vnd.sun.xml.writer")
  }

  private static func mayHoldOpenText(_ name: String) -> Bool {
    name == "content.xml" || name == "styles.xml" || name == "META-INF/manifest.xml"
  }

  private func plan(_ format: Format, where isWanted: (String) -> Bool) throws(ReadingError) -> ReadingPlan {
    var parts: [PackedPart] = []
    for entry in archive.entries where isWanted(entry.name) { parts.append(try Self.part(entry)) }
    return ReadingPlan(format: format, parts: parts, warnings: archive.warnings)
  }

  /// The part that an entry is.
  ///
  /// - Throws: where it is encrypted, too large, or packed in a way that is not read.
  static func part(_ entry: ZipArchive.Entry) throws(ReadingError) -> PackedPart {
    guard !entry.isEncrypted else {
      throw ReadingError(
        code: "encrypted", message: "the file is a ZIP archive with a password",
        advice: "take the document out of the archive and hand in that")
    }
    guard entry.size <= UInt64(ReadingLimits.partBytes) else { throw tooLarge(entry.name) }
    switch entry.method {
    case 0: return packed(entry, .stored)
    case 8: return packed(entry, .deflated)
    default:
      throw ZipArchive.damaged("'\(entry.name)' is packed in a way that documents do not use")
    }
  }

  private static func packed(_ entry: ZipArchive.Entry, _ method: PackedPart.Method) -> PackedPart {
    PackedPart(name: entry.name, method: method, range: entry.data, checksum: entry.crc)
  }

  /// Parts are found by relationships inside other parts, so all XML is unpacked but what never has body text.
  private static func mayHoldWordText(_ name: String) -> Bool {
    let lower = name.lowercased()
    guard lower.hasSuffix(".xml") || lower.hasSuffix(".rels") else { return false }
    let base = lower.split(separator: "/").last ?? ""
    let folders = ["theme/", "docprops/", "customxml/", "glossary/", "charts/", "embeddings/"]
    let files = ["fonttable", "websettings", "settings", "header", "footer", "stylewitheffects", "theme"]
    if lower.hasPrefix("word/diagrams/"), !base.hasPrefix("data") { return false }
    return !folders.contains { lower.hasPrefix($0) || lower.hasPrefix("word/" + $0) }
      && !files.contains { base.hasPrefix($0) }
  }

  static func tooLarge(_ name: String) -> ReadingError {
    ReadingError(
      code: "too-large",
      message: "'\(name)' is larger than \(ReadingLimits.partBytes >> 20) MB when unpacked",
      advice: "hand in the plan alone, without long annexes")
  }

  /// Says what the archive is instead.
  private func refusal() -> ReadingError {
    if archive.entry("mimetype") != nil {
      return Reader.notRead("an OpenDocument file that is no text, or an e-book")
    }
    if archive.entry("Index/Document.iwa") != nil || archive.entry("index.xml") != nil {
      return Reader.notRead("a Pages document")
    }
    return ReadingError(
      code: "not-a-document", message: "the file is a ZIP archive without a document in it",
      advice: "take the document out of the archive and hand in that")
  }
}

/// The unpacked parts of a container.
struct Parts {
  private let plan: ReadingPlan
  private let inflated: [[UInt8]]

  init(plan: ReadingPlan, inflated: [[UInt8]]) {
    self.plan = plan
    self.inflated = inflated
  }

  /// What was odd about the container.
  var warnings: [ReadingWarning] { plan.warnings }

  /// The name of a part as the container writes it; nil where there is none.
  func name(_ name: String) -> String? {
    plan.parts.first { $0.name.equalsIgnoringCase(name) }?.name
  }

  /// The bytes of a part; nil where there is none.
  ///
  /// - Throws: `damaged-zip` where its checksum is wrong.
  func part(_ name: String) throws(ReadingError) -> [UInt8]? {
    guard let index = plan.parts.firstIndex(where: { $0.name.equalsIgnoringCase(name) }) else { return nil }
    guard CRC32.checksum(inflated[index]) == plan.parts[index].checksum else {
      throw ZipArchive.damaged("the checksum of '\(name)' is wrong")
    }
    return inflated[index]
  }
}
