import Foundation
import PremarkDocument
import PremarkText
import Testing

@testable import PremarkReading

/// Comments put into Word files: where their marks stand, and what else changes.
@Suite struct CommentingTests {
  /// The parts that change, each with its new text.
  static func changes(_ maker: DocxMaker, _ remarks: [(block: Int, words: String?)]) throws -> [PartChange] {
    let file = maker.bytes
    let plan = try Reader.plan(for: file)
    let inflated = plan.parts.map { Array(file[$0.range]) }
    let document = try Reader.document(from: file, plan: plan, inflated: inflated)
    return try Reader.commented(
      plan: plan, inflated: inflated, document: document,
      remarks: remarks.map { block, words in
        Remark(
          block: block, span: words.flatMap { span(of: $0, in: document.blocks[block]) }, title: "Shown <&>",
          lines: ["why"])
      })
  }

  static func span(of words: String, in block: Block) -> Span? {
    guard let range = block.string.range(of: words) else { return nil }
    let start = block.string.utf8.distance(from: block.string.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }

  static func text(_ name: String, _ changes: [PartChange]) -> String? {
    changes.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  static func body(_ main: String) -> String {
    guard let start = main.range(of: "<w:body>"), let end = main.range(of: "</w:body>") else { return main }
    return String(main[start.upperBound..<end.lowerBound])
  }

  static let begin = "<w:commentRangeStart w:id=\"0\"/>"
  static let end = "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
  static let cut = "</w:t></w:r>"
  static let box =
    "<w:p><w:r><w:t>See</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
  static let cell = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"

  static func r(_ inside: String) -> String { "<w:r>\(inside)</w:r>" }
  static func kept(_ words: String) -> String { "<w:t xml:space=\"preserve\">\(words)</w:t>" }

  @Test(
    arguments: [
      (
        "all of a run", "<w:p>\(r("<w:t>All of it</w:t>"))</w:p>", nil,
        "<w:p>\(begin)\(r("<w:t>All of it</w:t>"))\(end)</w:p>"
      ),
      (
        "part of a run, its look kept",
        "<w:p>\(r("<w:rPr><w:b/></w:rPr><w:t>I will lead a team</w:t>"))</w:p>", "lead",
        "<w:p>\(r("<w:rPr><w:b/></w:rPr>\(kept("I will "))"))\(begin)\(r("<w:rPr><w:b/></w:rPr>\(kept("lead"))"))\(end)"
          + "\(r("<w:rPr><w:b/></w:rPr>\(kept(" a team"))"))</w:p>"
      ),
      (
        "from one run into another", "<w:p>\(r("<w:t>one</w:t>"))\(r(kept(" two three")))</w:p>", "one two",
        "<w:p>\(begin)\(r("<w:t>one</w:t>"))\(r(kept(" two")))\(end)\(r(kept(" three")))</w:p>"
      ),
      (
        "behind a reference and a hard space", "<w:p>\(r("<w:t>A &amp;\u{A0}B plan</w:t>"))</w:p>", "B plan",
        "<w:p>\(r(kept("A &amp;\u{A0}")))\(begin)\(r(kept("B plan")))\(end)</w:p>"
      ),
      (
        "behind a tab", "<w:p>\(r("<w:t>By</w:t><w:tab/><w:t>June</w:t>"))</w:p>", "June",
        "<w:p>\(r("<w:t>By</w:t><w:tab/>"))\(begin)\(r("<w:t>June</w:t>"))\(end)</w:p>"
      ),
      (
        "in a run with a tracked change",
        "<w:p>\(r("<w:rPr><w:rPrChange w:id=\"9\"><w:rPr/></w:rPrChange></w:rPr><w:t>one two</w:t>"))</w:p>",
        "two",
        "<w:p>\(begin)\(r("<w:rPr><w:rPrChange w:id=\"9\"><w:rPr/></w:rPrChange></w:rPr><w:t>one two</w:t>"))\(end)</w:p>"
      ),
      (
        "in character data", "<w:p>\(r("<w:t><![CDATA[one two]]></w:t>"))</w:p>", "two",
        "<w:p>\(begin)\(r("<w:t><![CDATA[one two]]></w:t>"))\(end)</w:p>"
      ),
      (
        "where space at the ends is not shown", "<w:p>\(r("<w:t> one two </w:t>"))</w:p>", "two",
        "<w:p>\(begin)\(r("<w:t> one two </w:t>"))\(end)</w:p>"
      ),
      (
        "in a cell", cell, nil,
        cell.replacing(r("<w:t>in a cell</w:t>"), with: begin + r("<w:t>in a cell</w:t>") + end)
      ),
      (
        "in a link", "<w:p><w:hyperlink>\(r("<w:t>a site</w:t>"))</w:hyperlink></w:p>", nil,
        "<w:p><w:hyperlink>\(begin)\(r("<w:t>a site</w:t>"))\(end)</w:hyperlink></w:p>"
      ),
    ] as [(String, String, String?, String)])
  func marksWords(_ why: String, _ body: String, _ words: String?, _ expected: String) throws {
    let changes = try Self.changes(DocxMaker(body), [(0, words)])
    #expect(Self.text("word/document.xml", changes).map(Self.body) == expected, "\(why)")
  }

  @Test func marksTheAnchorOfATextBox() throws {
    let changes = try Self.changes(DocxMaker(Self.box), [(1, nil)])
    let main = try #require(Self.text("word/document.xml", changes))
    #expect(main.contains("See</w:t></w:r>" + Self.begin + "<w:r><w:pict>"))
    #expect(main.contains("</w:pict></w:r>" + Self.end + "</w:p>"))
  }

  @Test func marksTheReferenceOfANote() throws {
    var maker = DocxMaker(
      "<w:p>\(Self.r("<w:t>Text</w:t>"))\(Self.r("<w:footnoteReference w:id=\"2\"/>"))</w:p>")
    maker.footnotes = "<w:footnote w:id=\"2\"><w:p>\(Self.r("<w:t>Below</w:t>"))</w:p></w:footnote>"
    let changes = try Self.changes(maker, [(1, "Below")])
    let main = try #require(Self.text("word/document.xml", changes))
    #expect(main.contains(Self.begin + Self.r("<w:footnoteReference w:id=\"2\"/>") + Self.end))
    #expect(Self.text("word/footnotes.xml", changes) == nil)
  }

  @Test func whatEndsAtAPlaceEndsBeforeAnythingBegins() throws {
    let changes = try Self.changes(
      DocxMaker("<w:p>\(Self.r(Self.kept("one two")))</w:p>"), [(0, "one "), (0, "two")])
    let main = try #require(Self.text("word/document.xml", changes)).replacing(
      "w:id=\"1\"", with: "w:id=\"0\"")
    #expect(
      Self.body(main)
        == "<w:p>\(Self.begin)\(Self.r(Self.kept("one ")))\(Self.end)\(Self.begin)\(Self.r(Self.kept("two")))\(Self.end)</w:p>"
    )
  }

  @Test func addsAPartItsTypeAndItsRelationship() throws {
    let changes = try Self.changes(DocxMaker(DocxMaker.p("a")), [(0, nil)])
    #expect(changes.filter { $0.isNew }.map { $0.name } == ["word/comments.xml"])
    let comments = try #require(Self.text("word/comments.xml", changes))
    #expect(comments.contains("<w:comment w:id=\"0\" w:author=\"Premark\" w:initials=\"P\"><w:p>"))
    #expect(comments.contains("Shown &lt;&amp;&gt;</w:t>"))
    #expect(
      Self.text("[Content_Types].xml", changes)?.contains("<Override PartName=\"/word/comments.xml\" ")
        == true)
    let links = try #require(Self.text("word/_rels/document.xml.rels", changes))
    #expect(links.hasSuffix("relationships/comments\" Target=\"comments.xml\"/></Relationships>"))
  }

  @Test func extendsCommentsThatAreThere() throws {
    var maker = DocxMaker(DocxMaker.p("a"))
    let old =
      "<w:comment w:id=\"0\" w:author=\"Ann\"><w:p>\(Self.r("<w:t>Well done</w:t>"))</w:p></w:comment>"
    maker.comments = old
    let changes = try Self.changes(maker, [(0, nil), (0, nil)])
    #expect(changes.allSatisfy { !$0.isNew })
    #expect(Self.text("word/_rels/document.xml.rels", changes) == nil)
    let comments = try #require(Self.text("word/comments.xml", changes))
    #expect(comments.contains(old + "<w:comment w:id=\"1\" "))
    #expect(comments.contains("<w:comment w:id=\"2\" ") && comments.hasSuffix("</w:comment></w:comments>"))
  }

  @Test func extendsARootWithoutChildren() throws {
    let root = try XmlRoot(Array("<a:b xmlns:a=\"c\" />".utf8), part: "b")
    #expect(
      String(decoding: root.adding(Array("<d/>".utf8)), as: UTF8.self) == "<a:b xmlns:a=\"c\" ><d/></a:b>")
  }

  @Test(arguments: [DocxMaker.strictWord, DocxMaker.word])
  func writesTheEditionOfTheFile(_ namespace: String) throws {
    var maker = DocxMaker("")
    maker.rawMain = "<document xmlns=\"\(namespace)\"><body><p><r><t>a b</t></r></p></body></document>"
    let changes = try Self.changes(maker, [(0, "b")])
    let main = try #require(Self.text("word/document.xml", changes))
    #expect(
      main.contains(
        "</t></r><w:commentRangeStart xmlns:w=\"\(namespace)\" w:id=\"0\"/><r><t xml:space=\"preserve\">b</t></r>"
      ))
    #expect(
      Self.text("word/comments.xml", changes)?.contains("<w:comments xmlns:w=\"\(namespace)\">") == true)
  }

  @Test func ownCommentsAreNotRead() throws {
    var maker = DocxMaker("<w:p>\(Self.begin)\(Self.r("<w:t>a</w:t>"))\(Self.end)</w:p>")
    maker.comments =
      "<w:comment w:id=\"0\" w:author=\"Premark\"><w:p>\(Self.r("<w:t>Met</w:t>"))</w:p></w:comment>"
    #expect(maker.outline == ["p a"])
    maker.comments = maker.comments.replacing("Premark", with: "Ann")
    #expect(maker.outline.count == 2)
  }
}
