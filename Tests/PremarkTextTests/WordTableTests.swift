import PremarkText
import Testing

struct WordTableTests {
  @Test func givesOneIDToOneWord() {
    var table = WordTable()
    let first = table.intern("Objectives")
    #expect(table.intern("objectives") == first)
    #expect(table.intern("objective") != first)
    #expect(table.find("OBJECTIVES") == first)
    #expect(table.find("absent") == nil)
    #expect(table.string(of: first) == "objectives")
    #expect(table.length(of: first) == 10)
  }

  @Test func sharesStems() {
    var table = WordTable()
    let words = ["improve", "improving", "Improved", "improvement"].map { table.intern($0) }
    #expect(Set(words.map { table.stem(of: $0) }).count == 1)
    let other = table.intern("improvise")
    #expect(table.stem(of: other) != table.stem(of: words[0]))
  }

  @Test(
    "a stem does not depend on what was entered before",
    arguments: ["agreed", "agre", "agr", "hoping", "skies"])
  func stemsAreFunctionsOfTheWord(_ word: String) {
    var alone = WordTable()
    let only = alone.intern(word)
    var crowded = WordTable()
    for other in ["agreed", "agree", "agre", "hope", "sky"] { _ = crowded.intern(other) }
    let later = crowded.intern(word)
    #expect(alone.string(of: alone.stem(of: only)) == crowded.string(of: crowded.stem(of: later)))
  }

  @Test func joinsVariants() {
    var table = WordTable()
    let early = table.intern("organizing")
    table.addVariant("organize", means: "organise")
    table.addVariant("center", means: "centre")
    let words = ["organisation", "centers", "centred", "centre"].map { table.intern($0) }
    #expect(table.stem(of: early) == table.stem(of: words[0]))
    #expect(table.stem(of: words[1]) == table.stem(of: words[2]))
    #expect(table.stem(of: early) != table.stem(of: words[3]))
  }

  @Test func joinsChainsAndIgnoresCircles() {
    var table = WordTable()
    table.addVariant("aye", means: "bee")
    table.addVariant("bee", means: "sea")
    table.addVariant("sea", means: "aye")
    let words = ["aye", "bee", "sea"].map { table.intern($0) }
    #expect(Set(words.map { table.stem(of: $0) }).count == 1)
  }

  @Test func copiesKeepTheirIDs() {
    var rules = WordTable()
    let word = rules.intern("review")
    var document = rules
    let other = document.intern("coaching")
    #expect(document.find("review") == word)
    #expect(rules.find("coaching") == nil)
    #expect(document.string(of: other) == "coaching")
  }

  @Test func growsPastItsFirstSlots() {
    var table = WordTable()
    let ids = (0..<5000).map { table.intern("q\($0)x") }
    #expect(Set(ids).count == 5000)
    for (index, id) in ids.enumerated() { #expect(table.find("q\(index)x") == id) }
  }

  @Test(arguments: ["Chloé’s “ﬁrst” Ｐlan", "ÆØÞß", "ΑΒΓ Київ", "non‑breaking\u{AD} –—−", ""])
  func foldingTwiceIsFoldingOnce(_ text: String) {
    let once = Folding.folded(Array(text.utf8))
    #expect(Folding.folded(once) == once)
  }
}
