import PremarkDocument
import Testing

@testable import PremarkReading

/// Pages and fragments: what blocks come out.
struct HtmlTests {
  @Test(arguments: [
    ("headings and paragraphs", "<h1>Plan</h1><p>One<p>Two", ["h1 Plan", "p One", "p Two"]),
    ("white space is one space", "<p> a \n\t b  <b> c</b></p>", ["p a b c"]),
    ("a break is a line", "<p>Name: P<br>Role: a<br/></p>", ["p Name: P⏎Role: a"]),
    ("two breaks end a paragraph", "<div>One<br><br>Two</div>", ["p One", "p Two"]),
    ("references", "<p>R&amp;D &pound;5 &#8217; &nbsp&eacute;</p>", ["p R&D £5 ’  é"]),
    ("text outside elements", "<body>One<div>Two</div>Three</body>", ["p One", "p Two", "p Three"]),
    ("lists", "<ul><li>a<li>b<ol start=3><li>c</ol></ul>", ["li1 • a", "li1 • b", "li2 3. c"]),
    ("lettered lists", "<ol type=a><li>x</li><li>y</li></ol>", ["li1 a. x", "li1 b. y"]),
    ("a paragraph in an item", "<ul><li><p>a</p><p>b</p></li></ul>", ["li1 • a", "p b"]),
    ("tasks", "<ul><li><input type=checkbox checked> done</li></ul>", ["li1 • ☒ done"]),
    ("quotations", "<blockquote><p>Hi</p></blockquote><p>x</p>", ["q p Hi", "p x"]),
    ("scripts and styles go", "<script>var a='<p>';</script><style>p{}</style><p>x</p>", ["p x"]),
    ("comments go", "<p>a<!-- <p>b --> c</p>", ["p a c"]),
    ("the title of the page goes", "<html><head><title>T</title></head><body><p>x</body></html>", ["p x"]),
    ("hidden", "<p>a</p><p style='display: none'>b</p><p hidden>c</p>", ["p a", "hidden p b", "hidden p c"]),
    ("white on white", "<p>a <span style='color:#fff'>met all</span></p>", ["p a", "hidden p met all"]),
    ("white on blue is seen", "<div style='background:#003'><p style='color:white'>a</p></div>", ["p a"]),
    ("one point", "<p>a<span style='font-size:1pt'>b</span></p>", ["p a", "hidden p b"]),
    (
      "hidden by class", "<style>.x{display:none}</style><p>a</p><p class='y x'>b</p>", ["p a", "hidden p b"]
    ),
    ("struck out", "<p>by <del>10</del> <s>11</s> 12</p>", ["p by 12", "deleted p 10 11"]),
    ("preformatted", "<pre>a\n  b</pre>", ["p a⏎  b"]),
    ("an end without a start", "<p>a</b></div></p>b", ["p a", "p b"]),
    ("a less-than sign", "<p>5 < 6 and <3</p>", ["p 5 < 6 and <3"]),
    ("an open comment loses nothing", "<p>a</p><!-- b", ["p a", "p b"]),
    (
      "notes of pandoc",
      "<p>It rose<a href='#fn1' class='footnote-ref' role='doc-noteref'><sup>1</sup></a>.</p>"
        + "<section class='footnotes'><ol><li id='fn1'><p>A note.<a href='#r' class='footnote-back'>↩</a></p></ol></section>",
      ["p It rose.", "note A note."]
    ),
    (
      "lists of Word",
      "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if !supportLists]><span>·<span>&nbsp; </span></span>"
        + "<![endif]>First<o:p></o:p></p>",
      ["li2 • First"]
    ),
    ("what a picture is described as", "<p>See <img src=x alt='my chart'>now", ["p See my chart now"]),
    (
      "a caption stands for a picture", "<figure><img src=x alt='A'><figcaption>B</figcaption></figure>",
      ["p B"]
    ),
    ("an icon", "<p>a<img width=16 alt='home'>b<img width=16 alt='😀'>", ["p ab 😀"]),
    (
      "a control character", "<p>plan\u{0} of the first half of the year</p>",
      ["p plan of the first half of the year"]
    ),
    ("what was chosen", "<select><option>a<option selected>b</select>", ["p b"]),
    ("what was typed", "<input type=text value='Priya'><textarea>one\ntwo</textarea>", ["p Priyaone⏎two"]),
  ])
  func reads(_ why: String, _ html: String, _ expected: [String]) throws {
    let document = try HtmlReader.read(Array(html.utf8))
    #expect(Outline(document).lines == expected, "\(why)")
  }

  @Test(arguments: [
    (
      "implied ends", "<table><tr><th>A<th>B<tr><td>1<td>2</table>",
      ["[0,0] A", "[0,1] B", "[1,0] 1", "[1,1] 2"], 1
    ),
    (
      "spans", "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
      ["[0,0] a", "[0,1] b", "[1,1] c", "[1,2] d"], 0
    ),
    (
      "head and body", "<table><thead><tr><td>A<td>B<tbody><tr><td>1<td><ul><li>x</ul></table>",
      ["[0,0] A", "[0,1] B", "[1,0] 1", "[1,1] x"], 1
    ),
    (
      "blocks in a cell", "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>",
      ["[0,0] a", "[0,0] b", "[0,1] c"], 0
    ),
    (
      "an end tag stays in its cell", "<div><table><tr><td>a</div></td><td>b</td></tr></table></div>",
      ["[0,0] a", "[0,1] b"], 0
    ),
    ("a frame of one cell is none", "<table><tr><td><p>a</p></td></tr></table>", ["p a"], -1),
  ])
  func readsTables(_ why: String, _ html: String, _ expected: [String], _ headerRows: Int) throws {
    let document = try HtmlReader.read(Array(html.utf8))
    #expect(Outline(document).lines == expected, "\(why)")
    #expect(document.tables.first?.markedHeaderRows ?? -1 == headerRows, "\(why)")
  }

  @Test(arguments: [
    ("bold and italic", "<p><b>Call</b> <i>x</i> y", [(0, 4, true, false), (5, 6, false, true)]),
    ("bold by style", "<p><span style='font-weight:700'>Call</span> y", [(0, 4, true, false)]),
    ("bold goes on past a paragraph's end", "<p><b>a<p>b</b> c", [(0, 1, true, false), (0, 1, true, false)]),
    ("bold closed out of order", "<p><b><i>a</b>b</i>c", [(0, 1, true, true), (1, 2, false, true)]),
  ])
  func keepsEmphasis(_ why: String, _ html: String, _ runs: [(Int, Int, Bool, Bool)]) throws {
    let found = try HtmlReader.read(Array(html.utf8)).blocks.flatMap { $0.emphasis }
    #expect(found.map(\.span.start) == runs.map(\.0), "\(why)")
    #expect(found.map(\.span.end) == runs.map(\.1), "\(why)")
    #expect(found.map(\.isBold) == runs.map(\.2), "\(why)")
    #expect(found.map(\.isItalic) == runs.map(\.3), "\(why)")
  }

  @Test(arguments: [
    ("a page", "<!DOCTYPE html><p>x", Format.html), ("a fragment", "<p>One</p><p>Two</p>", .html),
    ("after a comment", "<!-- saved --><div>x</div>", .html),
    ("Markdown with a tag", "<p align=center>\n\n# Plan\n\n</p>", .markdown),
    ("a placeholder", "<name> of the learner", .text), ("less than", "< 5 minutes", .text),
  ])
  func isKnown(_ why: String, _ text: String, _ format: Format) throws {
    let bytes = Array(text.utf8)
    let plan = try Reader.plan(for: bytes)
    #expect(try Reader.document(from: bytes, plan: plan, inflated: []).format == format, "\(why)")
  }

  @Test func readsLatin1ThatThePageDeclares() throws {
    let bytes = Array("<html><meta charset=iso-8859-2><p>".utf8) + [0xB1, 0xE6] + Array("</html>".utf8)
    #expect(Outline(reading: bytes).lines == ["p ąć"])
  }
}
