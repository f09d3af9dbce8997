import PremarkDocument

/// The part that holds the words of comments (ECMA-376-1 17.13.4.6): a new one, or one that is there with more in it.
struct WordCommentsPart {
  /// Who the comments are from.
  static let author: StaticString = "Premark"

  private let isStrict: Bool
  /// The part as it was, where there is one.
  private let root: XmlRoot?
  /// Ids of the comments that are there.
  let usedIDs: [Int]
  private var added: [UInt8] = []

  /// A new part, or more of the one that is there.
  init(_ existing: (name: String, bytes: [UInt8])?, isStrict: Bool) throws(ReadingError) {
    self.isStrict = isStrict
    var ids: [Int] = []
    if let existing {
      root = try XmlRoot(existing.bytes, part: existing.name) { scanner in
        if scanner.wordName == .comment, let id = scanner.integer(scanner.word(.id)) { ids.append(id) }
      }
    } else {
      root = nil
    }
    usedIDs = ids
  }

  /// Adds a comment.
  mutating func add(_ remark: Remark, id: Int) {
    let ownPrefix = root?.prefix ?? "w:"
    // Attributes take no default namespace: where the part has no prefix, one is declared.
    let declared = ownPrefix.isEmpty ? " xmlns:w=\"\(WordNamespace.uri(isStrict: isStrict))\"" : ""
    let w = ownPrefix.isEmpty ? "w:" : ownPrefix
    put("<\(w)comment\(declared) \(w)id=\"\(id)\" \(w)author=\"Premark\" \(w)initials=\"P\">")
    put("<\(w)p><\(w)r><\(w)annotationRef/></\(w)r><\(w)r><\(w)rPr><\(w)b/></\(w)rPr>")
    put("<\(w)t xml:space=\"preserve\">")
    added.appendXml(remark.title)
    put("</\(w)t></\(w)r></\(w)p>")
    for line in remark.lines {
      put("<\(w)p><\(w)r><\(w)t xml:space=\"preserve\">")
      added.appendXml(line)
      put("</\(w)t></\(w)r></\(w)p>")
    }
    put("</\(w)comment>")
  }

  private mutating func put(_ markup: String) { added += Array(markup.utf8) }

  /// The bytes of the part.
  var bytes: [UInt8] {
    if let root { return root.adding(added) }
    let uri = WordNamespace.uri(isStrict: isStrict)
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"\(uri)\">"
    return Array(head.utf8) + added + Array("</w:comments>".utf8)
  }
}
