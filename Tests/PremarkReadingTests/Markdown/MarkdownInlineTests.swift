import PremarkDocument
import Testing

@testable import PremarkReading

/// Inline markup, most rows after examples of CommonMark 0.31 chapter 6. In the expectation `<b>` and `<i>` show the
/// runs.
struct MarkdownInlineTests {
  @Test(arguments: [
    ("bold", "**Call** good", "<b>Call</b> good"),
    ("italic", "*Call* good", "<i>Call</i> good"),
    ("both", "***Call*** good", "<bi>Call</bi> good"),
    ("italic in bold", "**a *b* c**", "<b>a </b><bi>b</bi><b> c</b>"),
    ("example 350: space after the opener", "a * foo bar*", "a * foo bar*"),
    ("example 356: underscores in a word", "foo_bar_baz", "foo_bar_baz"),
    ("example 373: in a word with stars", "foo*bar*", "foo<i>bar</i>"),
    ("example 411: rule of three", "*foo**bar*", "<i>foo**bar</i>"),
    ("example 416", "*foo**bar**baz*", "<i>foo</i><bi>bar</bi><i>baz</i>"),
    ("unclosed", "**foo", "**foo"),
    ("escapes", "\\*not\\* 5\\. \\a", "*not* 5. \\a"),
    ("entities", "R&amp;D &pound;5 &nosuch;", "R&D £5 &nosuch;"),
    ("a code span is literal", "`*a*` b", "*a* b"),
    ("an open tick", "`a", "`a"),
    ("a link's text", "see [the *wiki*](https://example.org/a_b \"T\")", "see the <i>wiki</i>"),
    ("brackets alone", "[name] (x)", "[name] (x)"),
    ("autolink", "<https://example.org> and <a@b.uk>", "https://example.org and a@b.uk"),
    ("a tag", "a<br>b <b>c</b> <span style=\"x\">d</span>", "a⏎b <b>c</b> d"),
    ("an angle bracket", "under <5 and <name> > 3", "under <5 and <name> > 3"),
    ("a span of pandoc", "[Plan]{.underline} x", "Plan x"),
    ("raised letters", "1^st^ May", "1st May"),
    ("tildes", "~5 to ~6", "~5 to ~6"),
    ("tick boxes", "[ ] yes [x] no", "☐ yes ☒ no"),
  ])
  func reads(_ why: String, _ source: String, _ expected: String) {
    var cleaning = TextCleaning()
    let styled = InlineParser.parse(Array(source.utf8), links: LinkDefinitions(), cleaning: &cleaning)
    #expect(shown(styled) == expected, "\(why)")
  }

  private func shown(_ styled: StyledText) -> String {
    var out: [UInt8] = []
    var at = 0
    for run in styled.emphasis {
      let tag = (run.isBold ? "b" : "") + (run.isItalic ? "i" : "")
      out += styled.text[at..<run.span.start]
      out += Array("<\(tag)>".utf8) + styled.text[run.span.range] + Array("</\(tag)>".utf8)
      at = run.span.end
    }
    out += styled.text[at...]
    return String(decoding: out, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "⏎")
  }
}
