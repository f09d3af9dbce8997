public import PremarkDocument

/// The way from the bytes of a submitted file to a ``Document``.
///
/// What a file is, is decided by its content, never by its name. Reading takes two calls, because unpacking belongs
/// to the caller (zlib on the command line, `DecompressionStream` in a page):
///
/// ```
/// let plan = try Reader.plan(for: bytes)
/// let inflated = plan.parts.map { … }   // raw deflate, each at most ReadingLimits.partBytes of output
/// let document = try Reader.document(from: bytes, plan: plan, inflated: inflated)
/// ```
/// A PDF is the exception: its plan says `.pdf`, and the caller has its text taken out and calls ``pdf(layout:)``.
/// Each format has a folder of its own with a reader `…Reader.read` that gives a document through
/// ``DocumentBuilder``; a new format is a case in ``plan(for:)`` and one in ``document(from:plan:inflated:)``.
/// `Zip/` and `Xml/` serve the packed formats, `Encoding/` the text formats.
public enum Reader {
  /// Decides what a file is and what has to be unpacked.
  ///
  /// - Throws: a ``ReadingError`` that names what the file is and what to hand in instead: `empty`, `too-large`,
  ///   `encrypted`, `old-word-file`, `not-a-document`, `not-read`, `damaged-zip`.
  /// - Complexity: O(*n*) for ZIP containers' directories, else a few kilobytes are looked at.
  public static func plan(for bytes: [UInt8]) throws(ReadingError) -> ReadingPlan {
    guard !bytes.isEmpty else {
      throw ReadingError(
        code: "empty", message: "the file is empty", advice: "check that it was saved, and hand it in again")
    }
    guard bytes.count <= ReadingLimits.fileBytes else {
      throw ReadingError(
        code: "too-large", message: "the file is larger than \(ReadingLimits.fileBytes >> 20) MB",
        advice: "take out pictures and hand it in again")
    }
    switch FileKind(bytes) {
    case .zip: return try Container(bytes).plan()
    case .compoundFile: throw compoundFileError(bytes)
    case .pdf: return ReadingPlan(format: .pdf)
    case .rtf: return ReadingPlan(format: .rtf)
    case .html: return ReadingPlan(format: .html)
    case .flatOpenDocument: return ReadingPlan(format: .odt)
    case .other(let name):
      throw ReadingError(
        code: "not-a-document", message: "the file is \(name), not a text document",
        advice: "hand in the document itself, saved as .docx or as plain text")
    case .text: return ReadingPlan(format: .text)
    }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - plan: what ``plan(for:)`` gave for these bytes.
  ///   - inflated: the unpacked bytes of each part of the plan, in its order.
  /// - Throws: a ``ReadingError``, one clear line; `damaged-zip` where a checksum is wrong.
  public static func document(
    from bytes: [UInt8], plan: ReadingPlan, inflated: [[UInt8]]
  ) throws(ReadingError) -> Document {
    guard inflated.count == plan.parts.count else {
      throw ReadingError(
        code: "damaged-zip", message: "\(inflated.count) of \(plan.parts.count) parts were unpacked",
        advice: "unpack every part of the plan, an empty one too")
    }
    switch plan.format {
    case .docx: return try DocxReader.read(Parts(plan: plan, inflated: inflated))
    case .text, .markdown: return try TextReader.read(bytes)
    case .html: return try HtmlReader.read(bytes)
    case .odt:
      return plan.parts.isEmpty
        ? try OdtReader.readFlat(bytes) : try OdtReader.read(Parts(plan: plan, inflated: inflated))
    case .rtf: return try RtfReader.read(bytes)
    case .pdf: throw notRead("a PDF, whose text cannot be taken out here")
    }
  }

  /// Reads what `pdftotext -bbox-layout` (poppler) wrote about a PDF; running that program belongs to the caller.
  ///
  /// - Throws: a ``ReadingError``; `no-text` where the pages are pictures.
  public static func pdf(layout: [UInt8]) throws(ReadingError) -> Document { try PdfReader.read(layout) }

  /// Reads Markdown that is known to be Markdown: the examples of rules.
  ///
  /// - Throws: a ``ReadingError``, as for any text.
  public static func markdown(_ bytes: [UInt8]) throws(ReadingError) -> Document {
    try TextReader.read(bytes, isMarkdown: true)
  }

  /// What a file of a known format is, when it cannot be read.
  static func notRead(_ what: String) -> ReadingError {
    ReadingError(
      code: "not-read", message: "the file is \(what)", advice: "open it in its program and save it as .docx")
  }

  /// Tells a document with a password ([MS-OFFCRYPTO] 2.3.4: stream "EncryptedPackage") from an old Word file.
  private static func compoundFileError(_ bytes: [UInt8]) -> ReadingError {
    if bytes.holds("EncryptedPackage") {
      return ReadingError(
        code: "encrypted", message: "the document is protected with a password",
        advice: "open it, take the password off (File, Info, Protect Document) and save it again")
    }
    if bytes.holds("WordDocument") {
      return ReadingError(
        code: "old-word-file", message: "the file is an old Word document (.doc)",
        advice: "open it in Word and save it as .docx")
    }
    return ReadingError(
      code: "not-a-document", message: "the file is an old Office file, not a text document",
      advice: "open it in its program and save the text as .docx")
  }
}

extension [UInt8] {
  /// True where the ASCII `text` occurs in UTF-16 little-endian, as compound files write names. O(*n*).
  fileprivate func holds(_ text: String) -> Bool {
    var pattern: [UInt8] = []
    for byte in text.utf8 { pattern += [byte, 0] }
    guard count >= pattern.count else { return false }
    for start in 0...(count - pattern.count) where self[start] == pattern[0] && self[start + 2] == pattern[2]
    {
      if self[start..<start + pattern.count].elementsEqual(pattern) { return true }
    }
    return false
  }
}
