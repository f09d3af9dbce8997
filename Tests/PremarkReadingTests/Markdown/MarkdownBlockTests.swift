import PremarkDocument
import Testing

@testable import PremarkReading

/// Blocks of Markdown. Each text opens with a heading, so that it is read as Markdown; its line is left out.
struct MarkdownBlockTests {
  @Test(arguments: [
    ("ATX levels", "## Two\n\n###### Six ##", ["h2 Two", "h6 Six"]),
    ("a hash without space is text", "#1 on the board", ["p #1 on the board"]),
    ("attributes go", "## Plan {#plan .unnumbered}", ["h2 Plan"]),
    ("setext", "My plan\n=======\n\nGoals\n-----\n", ["h1 My plan", "h2 Goals"]),
    ("a rule after a blank line is none", "Text.\n\n---\n\nMore.", ["p Text.", "p More."]),
    ("hard breaks", "one  \ntwo\\\nthree", ["p one⏎two⏎three"]),
    ("labels keep their lines", "**Name:** Priya\n**Role:** adviser", ["p Name: Priya⏎Role: adviser"]),
    ("short lines keep their ends", "Skills = good\nKnowledge = good", ["p Skills = good⏎Knowledge = good"]),
    (
      "wrapped lines are joined",
      "I scored myself first and then Wendy went through it with me\n"
        + "on Monday, and she moved two of my scores a point lower than\n"
        + "I had put them, which I agree with now that I have seen the\n"
        + "figures, and one of them up.",
      [
        "p I scored myself first and then Wendy went through it with me on Monday, and she moved two of my scores a "
          + "point lower than I had put them, which I agree with now that I have seen the figures, and one of them up."
      ]
    ),
    ("bullets", "- a\n* b\n+ c", ["li1 • a", "li1 • b", "li1 • c"]),
    ("numbers go on from the first", "3. a\n3. b", ["li1 3. a", "li1 4. b"]),
    ("closing bracket", "1) a\n2) b", ["li1 1) a", "li1 2) b"]),
    ("letters in sequence", "a) one\nb) two", ["li1 a) one", "li1 b) two"]),
    ("one letter is text", "A. Smith was there.", ["p A. Smith was there."]),
    ("nesting by indent", "- a\n  - b\n    1. c\n- d", ["li1 • a", "li2 • b", "li3 1. c", "li1 • d"]),
    ("four spaces nest, too", "1. a\n    - b", ["li1 1. a", "li2 • b"]),
    ("a second paragraph of an item", "- a\n\n  more\n- b", ["li1 • a", "p more", "li1 • b"]),
    ("lazy continuation", "- a is\nlong\n- b", ["li1 • a is⏎long", "li1 • b"]),
    ("a year does not open a list", "It was in\n2024. Then more.", ["p It was in⏎2024. Then more."]),
    ("tasks", "- [ ] book\n- [x] done", ["li1 • ☐ book", "li1 • ☒ done"]),
    ("quotations", "> To: Denise\n> Hi\n\nText", ["q p To: Denise⏎Hi", "p Text"]),
    ("nested quotations and lists", "> > deep\n>\n> - item", ["q p deep", "q li1 • item"]),
    ("fenced code keeps its marks", "```\n*a*\n```", ["p *a*"]),
    ("indented text keeps its words", "Text\n\n    aside", ["p Text", "p aside"]),
    ("comments go", "<!-- hint\n\nmore -->\n\nText", ["p Text"]),
    ("a comment inside a line", "a <!-- x --> b", ["p a  b"]),
    ("styles go", "<style>\np {}\n</style>\nText", ["p Text"]),
    ("tags go, text stays", "<div>\nInside\n</div>", ["p Inside"]),
    (
      "notes follow their reference", "Text[^1] goes on.\n\nNext.\n\n[^1]: A note.",
      ["p Text goes on.", "note A note.", "p Next."]
    ),
    ("definitions go", "See [the wiki][w].\n\n[w]: https://example.org", ["p See the wiki."]),
    ("a form label is no definition", "[Name]: Priya", ["p [Name]: Priya"]),
    ("struck out", "by ~~10~~ 11 minutes", ["p by  11 minutes", "deleted p 10"]),
    ("a blank is no rule of emphasis", "Date: ____ Signed: ____", ["p Date: ____ Signed: ____"]),
    ("a bold line alone is a heading", "**Where I am**\n\nText.", ["h2* Where I am", "p Text."]),
    ("divisions go", "::: note\nText\n:::", ["p Text"]),
  ])
  func reads(_ why: String, _ text: String, _ expected: [String]) {
    let outline = Outline(reading: "# T\n\n" + text)
    #expect(Array(outline.lines.dropFirst()) == expected, "\(why)")
  }

  @Test(arguments: [
    ("front matter goes", "---\ntitle: Plan\n---\n\n# T\n\nText", ["h1 T", "p Text"]),
    ("a rule first is no front matter", "---\n\n# T\n\nText", ["h1 T", "p Text"]),
    ("bold tells Markdown", "**Name:** Priya", ["p Name: Priya"]),
    ("stars alone do not", "5 * 3 and 2 * 4", ["p 5 * 3 and 2 * 4"]),
    ("a pipe table tells Markdown", "a | b\n---|---\n1 | *2*", ["[0,0] a", "[0,1] b", "[1,0] 1", "[1,1] 2"]),
  ])
  func knowsItself(_ why: String, _ text: String, _ expected: [String]) {
    #expect(Outline(reading: text).lines == expected, "\(why)")
  }
}
