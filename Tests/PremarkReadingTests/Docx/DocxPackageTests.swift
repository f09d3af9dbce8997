import PremarkDocument
import Testing

@testable import PremarkReading

/// Finding the parts, and refusing what is no Word document.
@Suite struct DocxPackageTests {
  static let text = DocxMaker.p("a")

  static func made(_ change: (inout DocxMaker) -> Void) -> [String] {
    var maker = DocxMaker(text)
    change(&maker)
    return maker.outline
  }

  @Test func findsTheMainPart() {
    #expect(Self.made { $0.mainPart = "w/main.xml" } == ["p a"])
    #expect(Self.made { $0.namespace = DocxMaker.strictWord } == ["p a"])
    #expect(Self.made { $0.hasRootRelationships = false } == ["p a"])
    let template = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    #expect(
      Self.made {
        $0.mainPart = "w/main.xml"
        $0.mainType = template
        $0.hasRootRelationships = false
      } == ["p a"])
  }

  @Test func refusesWhatIsNoWordDocument() {
    #expect(
      Self.made { $0.mainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml" }
        == ["! not-a-document"])
    #expect(Self.made { $0.rawMain = "<a/>" } == ["! not-a-word-file"])
    #expect(Self.made { $0.rawMain = "<a>" } == ["! broken-xml"])
    #expect(Self.made { $0.rawMain = "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>" } == ["! xml-entities"])
  }

  @Test func readsOnWithoutDamagedExtras() {
    #expect(Self.made { $0.styles = "<w:open>" } == ["p a", "? part-not-read"])
    #expect(Self.made { $0.comments = "</w:close>" } == ["p a", "? part-not-read"])
  }

  @Test func checksTheChecksum() {
    var archive = DocxMaker(Self.text).archive
    archive.entries[2].crc = 1
    #expect(Outline(reading: archive.bytes).lines == ["! damaged-zip"])
  }

  @Test func warnsOfDuplicateParts() {
    let warned = Self.made { $0.extra = [ZipMaker.Entry("word/document.xml", "<a/>")] }
    #expect(warned == ["p a", "? duplicate-part"])
  }

  @Test(arguments: [
    ("an encrypted entry", 1 as UInt16, 0 as UInt16, "! encrypted"),
    ("a method that is not known", 0, 9, "! damaged-zip"),
  ])
  func refusesEntries(_ why: String, _ flags: UInt16, _ method: UInt16, _ refusal: String) {
    var archive = DocxMaker(Self.text).archive
    archive.entries[2].flags = flags
    archive.entries[2].method = method
    #expect(Outline(reading: archive.bytes).lines == [refusal], "\(why)")
  }

  @Test(
    arguments: [
      ("nothing", [], "! empty"),
      ("a picture", [0xFF, 0xD8, 0xFF, 0xE0], "! not-a-document"),
      ("an old Word file", compound + wide("WordDocument"), "! old-word-file"),
      ("a document with a password", compound + wide("EncryptedPackage"), "! encrypted"),
      ("an old workbook", compound + wide("Workbook"), "! not-a-document"),
      ("an archive of something else", ZipMaker([ZipMaker.Entry("a.txt", "a")]).bytes, "! not-a-document"),
      ("XML of some other kind", Array("<?xml version='1.0'?><a/>".utf8), "! not-a-document"),
    ] as [(String, [UInt8], String)])
  func namesOtherFiles(_ why: String, _ bytes: [UInt8], _ refusal: String) {
    #expect(Outline(reading: bytes).lines == [refusal], "\(why)")
  }

  static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  @Test(arguments: [
    ("styles.xml", "word/", "word/styles.xml"), ("/word/a.xml", "w/", "word/a.xml"),
    ("../a.xml", "word/", "a.xml"), ("../../../a.xml", "word/", "a.xml"), ("./a.xml", "", "a.xml"),
  ])
  func resolvesTargets(_ target: String, _ folder: String, _ name: String) {
    #expect(DocxPackage.absolute(Array(target.utf8), from: folder) == name)
  }

  /// One past each limit of ``ReadingLimits``.
  @Test func boundsWhatIsReadAndRemembered() {
    let many = ReadingLimits.definitions + 1
    let notes = (0..<many).map { "<w:footnote w:id='\($0)'/>" }.joined()
    let styles = (0..<many).map { "<w:style w:styleId='\($0)'/>" }.joined()
    let lists = (0..<many).map { "<w:abstractNum w:abstractNumId='\($0)'/>" }.joined()
    let boxes = String(repeating: "<w:txbxContent/>", count: many)
    #expect(Self.made { $0.footnotes = notes } == ["p a", "? part-not-read"])
    #expect(Self.made { $0.styles = styles } == ["p a", "? part-not-read"])
    #expect(Self.made { $0.numbering = lists } == ["p a", "? part-not-read"])
    #expect(Self.made { $0.body = "<w:p><w:r>\(boxes)</w:r></w:p>" } == ["! too-large"])
  }
}

/// The vocabulary.
@Suite struct DocxNameTests {
  @Test func namesStandInTheOrderOfTheirCases() {
    // One case cannot have its name: "Type" is a word of the language.
    let names = DocxName.allCases.map { $0 == .relationshipType ? "Type" : String(describing: $0) }
    #expect(names == DocxName.texts)
  }
}
