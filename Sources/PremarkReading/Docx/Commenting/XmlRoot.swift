import PremarkDocument

/// The root element of a part, to which children can be added at its end.
struct XmlRoot {
  /// Prefix of its name with ":", or empty.
  let prefix: String
  /// Where children are added.
  private let end: Int
  /// Its name where it has no children and no end tag of its own.
  private let emptyName: String?
  /// The part in UTF-8.
  let bytes: [UInt8]

  /// Scans the part once; `visit` is called at each start tag.
  init(
    _ bytes: [UInt8], part: String, visit: (XmlScanner) -> Void = { _ in }
  ) throws(ReadingError) {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    var name = ""
    var isEmpty = false
    var last = 0
    while true {
      let event = try scanner.next()
      if event == .finish { break }
      if event == .start {
        if scanner.depth == 1 {
          name = String(
            decoding: scanner.bytes[(scanner.tagStart + 1)...].prefix { $0.isXmlName }, as: UTF8.self)
          isEmpty = scanner.isEmptyElement
        }
        visit(scanner)
      }
      if event == .end, scanner.depth == 0 { last = scanner.at }
    }
    self.bytes = scanner.bytes
    prefix = name.utf8.firstIndex(of: XmlByte.colon).map { String(name[...$0]) } ?? ""
    emptyName = isEmpty ? name : nil
    end = isEmpty ? last - 2 : scanner.bytes[..<last].lastIndex(of: XmlByte.less) ?? last
  }

  /// The part with children added at the end of the root.
  func adding(_ children: [UInt8]) -> [UInt8] {
    guard let emptyName else { return bytes[..<end] + children + bytes[end...] }
    return bytes[..<end] + Array(">".utf8) + children + Array("</\(emptyName)>".utf8) + bytes[(end + 2)...]
  }
}

extension XmlEncoding {
  /// A part made in UTF-8 from one that may have been in another encoding: its declaration put right.
  ///
  /// - Parameter source: the part it was made from, where there was one.
  static func declared(_ bytes: [UInt8], _ source: [UInt8]?) -> [UInt8] {
    guard let source, isOther(source), bytes.has("<?xml", at: 0),
      let end = bytes.firstIndex(of: XmlByte.greater)
    else { return bytes }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>".utf8) + bytes[(end + 1)...]
  }
}
