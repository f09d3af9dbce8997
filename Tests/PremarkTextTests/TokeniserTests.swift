import PremarkText
import Testing

struct TokeniserTests {
  private static let rows: [(why: String, text: String, tokens: [String])] = [
    ("words", "My plan", ["my", "plan"]),
    ("apostrophes inside", "don't o'clock Kev’s", ["don't", "o'clock", "kev's"]),
    (
      "apostrophes outside", "'tis the learners' 'plan'",
      ["'", "tis", "the", "learners", "'", "'", "plan", "'"]
    ),
    ("hyphens come apart", "follow-up one‑to‑one", ["follow", "-", "up", "one", "-", "to", "-", "one"]),
    ("figures with inner points", "4.2 1,200 5.", ["4.2", "1,200", "5", "."]),
    ("a dotted date", "14.03.2026,", ["14.03.2026", ","]),
    ("a date", "14/03/2026", ["14", "/", "03", "/", "2026"]),
    ("percent", "85%", ["85", "%"]),
    ("unit", "6m", ["6", "m"]),
    ("ordinal", "1st", ["1", "st"]),
    ("times", "11m42s 9:30am", ["11", "m", "42", "s", "9", ":", "30", "am"]),
    ("identifiers", "SM1 Q1 a1b2", ["sm1", "q1", "a1b2"]),
    (
      "references with a point", "Q1.1 AC2.3: LO1.2. Q1.Then",
      ["q1.1", "ac2.3", ":", "lo1.2", ".", "q1", ".", "then"]
    ),
    ("references folded", "É2.1 x", ["e2.1", "x"]),
    ("money", "£1,250.50", ["£", "1,250.50"]),
    ("accents fold", "Chloé cafe\u{301} Łódź", ["chloe", "cafe", "lodz"]),
    ("ligatures come apart", "of\u{FB01}ce æon", ["office", "aeon"]),
    ("soft hyphens and zero widths go", "per\u{AD}son\u{200B}al", ["personal"]),
    ("curly quotes", "“plan”", ["\"", "plan", "\""]),
    ("full width", "ＡＨＴ ４２", ["aht", "42"]),
    ("no-break spaces", "6\u{A0}min", ["6", "min"]),
    ("dashes", "4–5 — x", ["4", "–", "5", "—", "x"]),
    ("blank field", "__", ["_", "_"]),
    ("other scripts", "Київ", ["київ"]),
    ("emoji", "ok👍", ["ok", "👍"]),
    ("nothing", "", []),
    ("only space", " \t\n\u{FEFF}", []),
  ]

  @Test(arguments: rows.indices)
  func cuts(_ row: Int) {
    let (why, text, expected) = Self.rows[row]
    var table = WordTable()
    let tokens = Tokeniser().tokens(of: Array(text.utf8), into: &table)
    #expect(tokens.map { table.string(of: $0.word) } == expected, "\(why)")
  }

  @Test func saysWhatATokenIs() {
    var table = WordTable()
    let tokens = Tokeniser().tokens(of: Array("Élan 5% well-known".utf8), into: &table)
    #expect(tokens.map(\.kind) == [.word, .number, .symbol, .word, .symbol, .word])
    #expect(tokens.map(\.isCapitalised) == [true, false, false, false, false, false])
    #expect(tokens.map(\.followsSpace) == [true, true, false, true, false, false])
    #expect(
      tokens.map(\.span) == [Span(0, 5), Span(6, 7), Span(7, 8), Span(9, 13), Span(13, 14), Span(14, 19)])
  }

  @Test("any bytes give tokens in order that do not overlap")
  func takesAnyBytes() {
    var state: UInt64 = 42
    for _ in 0..<300 {
      var bytes: [UInt8] = []
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 56))
      }
      var table = WordTable()
      let tokens = Tokeniser().tokens(of: bytes, into: &table)
      var end = 0
      for token in tokens {
        #expect(token.span.start >= end)
        #expect(token.span.end > token.span.start)
        end = token.span.end
      }
      #expect(end <= bytes.count)
      #expect(SentenceSplitter().tokenRanges(in: bytes, tokens: tokens).last?.upperBound ?? 0 == tokens.count)
    }
  }
}
