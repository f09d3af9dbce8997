import PremarkDocument
import PremarkMarking
import PremarkPlatform
import PremarkReading
import PremarkReporting
import PremarkRules

/// What the fuzzer attacks, named by the environment variable `PREMARK_FUZZ`.
///
/// Every target is a function of bytes that must return: with a document, a refusal or diagnostics, and never trap. A
/// packed format takes its text part and gets the container made around it, because a changed byte in a real container
/// only ever meets the checksum; `file` takes whole files as they are.
enum FuzzTarget: String, CaseIterable {
  /// `word/document.xml`.
  case docx
  /// `content.xml`.
  case odt
  /// A web page.
  case html
  /// Rich text.
  case rtf
  /// Plain text, or Markdown where it looks like it.
  case text
  /// Markdown.
  case markdown
  /// What `pdftotext` writes about a PDF.
  case pdf
  /// Any file, container and inflating included.
  case file
  /// A unit's rule file, with the vocabulary built in.
  case rules
  /// A submission, through to the report.
  case check

  /// Runs the target once.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .docx: read(StoredZip([("[Content_Types].xml", Self.types), ("word/document.xml", bytes)]).bytes)
    case .odt: read(StoredZip([("mimetype", Self.odtType), ("content.xml", bytes)]).bytes)
    case .html: read(Array("<!doctype html>".utf8) + bytes)
    case .rtf: read(Array("{\\rtf1".utf8) + bytes)
    case .text, .file: read(bytes)
    case .markdown: _ = try? Reader.markdown(bytes)
    case .pdf:
      guard let document = try? Reader.pdf(layout: bytes) else { return }
      FuzzChecks.hold(for: document)
    case .rules: Self.parse(bytes)
    case .check: Self.check(bytes)
    }
  }

  private func read(_ bytes: [UInt8]) {
    guard let document = try? readDocument(bytes) else { return }
    FuzzChecks.hold(for: document)
  }

  private static let types = Array(
    """
    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override \
    PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml\
    .document.main+xml"/></Types>
    """.utf8)
  private static let odtType = Array("application/vnd.oasis.opendocument.text".utf8)

  // MARK: rules and the whole check

  private static var loader: RuleLoader { RuleLoader(vocabulary: { EmbeddedRules.vocabulary($0) }) }

  private static func parse(_ bytes: [UInt8]) {
    let file = RuleFile(path: "unit.rules", text: bytes)
    let loaded = loader.load(unit: file)
    _ = DiagnosticRenderer(files: loaded.files).drawing(of: loaded.diagnostics)
    guard !loaded.hasErrors else { return }
    _ = Engine(rules: loaded.ruleSet, lexicon: loader.loadVocabulary().lexicon)
  }

  private static let engines: [Engine] = EmbeddedRules.units.compactMap { unit in
    EmbeddedRules.unit(unit).map {
      Engine(rules: loader.load(unit: $0).ruleSet, lexicon: loader.loadVocabulary().lexicon)
    }
  }

  private static func check(_ bytes: [UInt8]) {
    guard let document = try? readDocument(bytes) else { return }
    for engine in engines {
      let marking = engine.mark(document)
      let report = Report(
        name: "-", digest: "", text: marking.text, result: marking.result,
        provenance: Provenance(
          version: Provenance.currentVersion, rulesDigest: "", submitted: nil, learner: nil))
      _ = ResultJSON.report(.marked(report))
    }
  }
}
