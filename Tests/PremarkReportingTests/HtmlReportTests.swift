import PremarkAnnotation
import PremarkDocument
import PremarkMarking
import PremarkTestSupport
import PremarkText
import Testing

@testable import PremarkReporting

/// The page of one submission.
struct HtmlReportTests {
  private static let golden = Golden()

  static func page(_ audience: Audience, _ report: Report = Sample.report) -> String {
    String(decoding: HtmlReport(audience: audience).report(.marked(report)), as: UTF8.self)
  }

  @Test(arguments: [("learner.html", Audience.learner), ("assessor.html", .assessor)])
  func isWritten(_ file: String, _ audience: Audience) throws {
    try Self.golden.expect(Array(Self.bare(Self.page(audience)).utf8), is: file)
  }

  /// A page without what style and script hold.
  static func bare(_ page: String) -> String {
    page.replacing(#/(?s)<(style|script)>.*?</(style|script)>/#) { "<\($0.output.1)></\($0.output.1)>" }
      .replacing(#/'sha256-[^']*'/#, with: "'sha256'")
  }

  @Test(arguments: Audience.allCases)
  func thePolicyAllowsTheStyleAndScriptOfThePageAndNothingElse(_ audience: Audience) throws {
    let page = Self.page(audience)
    let inline = page.matches(of: #/(?s)<(style|script)>(.*?)</(style|script)>/#)
    let allowed = inline.map { match in
      let hash = Base64.encoded(SHA256.digest(of: Array(match.output.2.utf8)))
      return "\(match.output.1)-src 'sha256-\(hash)'"
    }
    #expect(allowed.count == (audience == .assessor ? 2 : 1))
    let policy = try #require(page.firstMatch(of: #/Content-Security-Policy" content="([^"]*)"/#)).output.1
    #expect(
      String(policy)
        == (["default-src 'none'"] + allowed + ["base-uri 'none'", "form-action 'none'"])
        .joined(separator: "; "))
  }

  @Test(arguments: Audience.allCases)
  func aFragmentIsTheBodyOfThePage(_ audience: Audience) {
    let page = Self.bare(Self.page(audience))
    let fragment = String(
      decoding: HtmlReport(audience: audience).fragment(.marked(Sample.report)), as: UTF8.self)
    let body = fragment.replacing("<div class=\"head\">", with: "<header>")
    #expect(!fragment.contains("<script") && !fragment.contains("<header"))
    let lines = Set(page.split(separator: "\n"))
    #expect(body.split(separator: "\n").allSatisfy { lines.contains($0) || $0 == "</div>" })
  }

  @Test(arguments: Audience.allCases)
  func everyTagIsClosedInItsPlace(_ audience: Audience) {
    let void: Set<String> = ["meta", "br", "input"]
    var open: [String] = []
    for tag in Self.tags(of: Self.page(audience)) {
      if tag.hasPrefix("/") {
        #expect(open.popLast() == String(tag.dropFirst()))
      } else if !void.contains(tag), !tag.hasPrefix("!") {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }

  /// Names of tags in order, "/p" for an end. Script and style hold none.
  static func tags(of page: String) -> [String] {
    let words = page.replacing(#/(?s)<(script|style)>.*?</(script|style)>/#, with: "")
    return words.matches(of: #/<(\/?[!a-zA-Z][a-zA-Z0-9]*)/#).map { String($0.output.1) }
  }

  @Test(arguments: Audience.allCases)
  func everyLinkLeadsSomewhereOnThePage(_ audience: Audience) {
    let page = Self.page(audience)
    let addresses = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(addresses).count == addresses.count)
    let links = page.matches(of: #/href="([^"]*)"/#).map { String($0.output.1) }
    #expect(links.count > 10)
    for link in links {
      #expect(link.hasPrefix("#") && addresses.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test func evidenceAndItsCriterionAreTiedBothWays() {
    let page = Self.page(.learner)
    for (number, address) in [(1, "c-" + Sample.result.criteria[0].id)] {
      #expect(page.contains("href=\"#e\(number)\""))
      #expect(page.contains("<a id=\"e\(number)\"></a><mark class=\"for\">"))
      #expect(page.contains("<a class=\"back\" href=\"#\(address)\""))
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><svg/onload=1>",
    "&lt;b&gt;", "\u{202E}gpj.exe", "]]><!--",
  ])
  func whatComesFromOutsideIsWords(_ words: String) {
    for audience in Audience.allCases {
      let page = Self.page(audience, Self.report(words))
      #expect(Self.tags(of: page) == Self.tags(of: Self.page(audience, Self.report("plain"))))
      #expect(!page.contains("\u{202E}"))
    }
  }

  /// A report in which everything that comes from outside is the same words.
  static func report(_ words: String) -> Report {
    let text = Array(words.utf8)
    let block = Block(kind: .paragraph, text: text)
    let document = Document(
      format: .markdown, blocks: [block], sections: [Section(heading: nil, level: 0, parent: nil)],
      tables: [],
      warnings: [])
    let annotated = AnnotatedText(
      document: document, words: WordTable(), tokens: [], blocks: [], sentences: [], clauses: [],
      negations: [],
      hypotheses: [], entities: [], people: [], tables: [])
    let whole = Evidence(block: 0, span: Span(0, text.count), rule: nil)
    let criterion = CriterionResult(
      id: "one", title: words, learningOutcome: nil, markingPoint: words, decision: .partly, score: 5000,
      refer: words,
      requirements: [
        RequirementResult(
          id: "part", isEssential: true, state: .near, evidence: [whole], counterEvidence: [whole],
          advice: words,
          failed: words)
      ], feedback: words, assessorNote: words, question: words)
    let result = MarkingResult(
      unit: UnitSummary(id: "unit", title: words), words: 1,
      warnings: [ReadingWarning(code: "odd", message: words)], score: 0, criteria: [criterion],
      mistakes: [
        MistakeResult(
          id: "slip", title: words, isMajor: true, found: true, evidence: [whole], message: words,
          advice: words)
      ], tips: [TipResult(id: "tip", text: words)], ledger: [],
      nextEdits: [NextEdit(text: words, criteria: ["one"])])
    return Report(
      name: words, digest: "", text: annotated, result: result,
      provenance: Provenance(version: "1", rulesDigest: "", learner: words))
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"),
  ])
  func encodesInBase64AsRFC4648Section10Says(_ bytes: String, _ letters: String) {
    #expect(Base64.encoded(Array(bytes.utf8)) == letters)
  }

  @Test func aFileThatCouldNotBeReadHasAPageToo() {
    let page = String(decoding: HtmlReport(audience: .learner).report(.failed(Sample.failure)), as: UTF8.self)
    #expect(page.contains("Could not be read: a PNG picture"))
    #expect(page.hasSuffix("</html>\n"))
  }
}
