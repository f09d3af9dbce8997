import PremarkDocument

/// Reads word processing documents: ECMA-376 transitional and strict, templates and macro documents too.
///
/// ```
/// [Content_Types].xml, _rels/.rels → main part → styles, numbering, footnotes, endnotes, comments
///                                        │
///                                    DocxWalk ─→ DocumentBuilder
///                            notes and text boxes, each a walk of its own after its paragraph
/// ```
/// Text is what a reader sees with all tracked changes accepted. Headers and footers are left out: they repeat on
/// every page and are not part of the plan.
enum DocxReader {
  /// Reads the unpacked parts.
  ///
  /// A damaged main part is an error; damaged notes, comments, styles or lists are a warning, and the text is read
  /// without them.
  static func read(_ parts: Parts) throws(ReadingError) -> Document {
    let package = try DocxPackage(parts)
    var context = DocxContext(package: package)
    for warning in parts.warnings { context.builder.warn(warning.code, warning.message) }
    context.read("styles", from: package, "styles") { (context, name, bytes) throws(ReadingError) in
      context.styles = try DocxStyles(bytes, part: name)
    }
    context.read("lists", from: package, "numbering") { (context, name, bytes) throws(ReadingError) in
      context.numbering = try DocxNumbering(bytes, part: name)
    }
    context.read("footnotes", from: package, "footnotes") { (context, name, bytes) throws(ReadingError) in
      context.footnotes = try DocxNotes(bytes, part: name, element: .footnote)
    }
    context.read("endnotes", from: package, "endnotes") { (context, name, bytes) throws(ReadingError) in
      context.endnotes = try DocxNotes(bytes, part: name, element: .endnote)
    }
    context.read("comments", from: package, "comments") { (context, name, bytes) throws(ReadingError) in
      context.comments = try DocxNotes(bytes, part: name, element: .comment)
    }
    let scanner = try XmlScanner(package.main.bytes, part: package.main.name, vocabulary: DocxName.vocabulary)
    var walk = DocxWalk(scanner, role: .body)
    try walk.run(&context)
    guard walk.hadBody else {
      throw ReadingError(
        code: "not-a-word-file", message: "the file has no Word document in it",
        advice: "open it in its program and save it as .docx")
    }
    return try context.finish()
  }
}

/// What all walks of one document share.
struct DocxContext {
  let package: DocxPackage
  var builder = DocumentBuilder(format: .docx)
  var cleaning = TextCleaning()
  var styles = DocxStyles()
  var numbering = DocxNumbering()
  var footnotes = DocxNotes()
  var endnotes = DocxNotes()
  var comments = DocxNotes()
  /// Pictures large enough to hold text.
  var pictures = 0
  /// Text boxes met so far.
  var boxes = 0
  /// Sizes of the paragraphs of the body.
  var sizes = DocxSizes()
  /// True where the page itself is painted.
  var isPagePainted = false

  /// Starts with nothing read.
  init(package: DocxPackage) { self.package = package }

  /// The texts of the diagram that the relationship of that id leads to; none where it is damaged.
  func diagram(_ id: [UInt8]) -> [[UInt8]] {
    do throws(ReadingError) {
      guard let part = try package.part(id: id) else { return [] }
      return try DocxDiagram.texts(part.bytes, part: part.name)
    } catch {
      return []
    }
  }

  /// Reads a part that the text can do without.
  mutating func read(
    _ what: String, from package: DocxPackage, _ type: String,
    _ body: (inout DocxContext, String, [UInt8]) throws(ReadingError) -> Void
  ) {
    do throws(ReadingError) {
      if let part = try package.part(type) { try body(&self, part.name, part.bytes) }
    } catch {
      let why = error.code == "too-large" ? "too many" : "damaged"
      builder.warn("part-not-read", "The document's \(what) are \(why); the text was read without them.")
    }
  }

  /// The document with the warnings that are known only at the end.
  consuming func finish() throws(ReadingError) -> Document {
    if pictures > 0 {
      let what = pictures == 1 ? "a picture" : "\(pictures) pictures"
      builder.warn("image-without-text", "The document has \(what); text in them was not read.")
    }
    for warning in cleaning.warnings { builder.warn(warning.code, warning.message) }
    for block in sizes.larger { builder.setApart(block) }
    return try builder.finish()
  }
}

/// The type sizes of a document's paragraphs, to find those set larger than the rest.
struct DocxSizes {
  private var paragraphs: [(size: Int, bytes: Int, block: Int)] = []

  /// Notes the smallest size of a paragraph.
  mutating func note(_ size: Int, bytes: Int, block: Int) { paragraphs.append((size, bytes, block)) }

  /// Blocks at least a sixth larger than the size that most text has.
  var larger: [Int] {
    let sorted = paragraphs.sorted { ($0.size, $0.block) < ($1.size, $1.block) }
    var most = (size: 0, bytes: 0)
    var at = 0
    while at < sorted.count {
      let size = sorted[at].size
      var bytes = 0
      while at < sorted.count, sorted[at].size == size {
        bytes += sorted[at].bytes
        at += 1
      }
      if bytes > most.bytes { most = (size, bytes) }
    }
    return paragraphs.filter { $0.size * 6 >= most.size * 7 && $0.size > most.size }.map { $0.block }
  }
}

/// Footnotes, endnotes or comments: where each begins in its part.
struct DocxNotes {
  private var ids = ByteTable()
  private var places: [XmlScanner] = []
  private var isTaken: [Bool] = []

  /// None.
  init() {}

  /// Scans a part once and remembers where its notes are; separators are no notes (ECMA-376-1 17.11.9).
  init(_ bytes: [UInt8], part: String, element: DocxName) throws(ReadingError) {
    var scanner = try XmlScanner(bytes, part: part, vocabulary: DocxName.vocabulary)
    while true {
      let event = try scanner.next()
      if event == .finish { return }
      guard event == .start, scanner.wordName == element else { continue }
      let isNormal = scanner.word(.type).map { scanner.equals($0, "normal") } ?? true
      // What Premark wrote into the file is not part of it.
      let isNote = isNormal && !scanner.equals(scanner.word(.author), WordCommentsPart.author)
      if isNote, let id = scanner.word(.id) {
        let key = scanner.bytes(of: id)
        if ids.insert(key, key.indices) == places.count {
          guard places.count < ReadingLimits.definitions else { throw scanner.tooMany("notes") }
          places.append(scanner)
          isTaken.append(false)
        }
      }
      try scanner.skipElement()
    }
  }

  /// The inside of the note of that id, the first time it is asked for.
  mutating func take(_ id: [UInt8]) -> XmlScanner? {
    let index = ids.find(id, id.indices)
    guard index >= 0, !isTaken[index] else { return nil }
    isTaken[index] = true
    return places[index]
  }
}
