import PremarkText
import Testing

struct SpellingDistanceTests {
  @Test(arguments: [
    ("the same", "review", "review", 0), ("one letter wrong", "reviev", "review", 1),
    ("one too few", "reviw", "review", 1), ("one too many", "revieww", "review", 1),
    ("neighbours changed over", "reveiw", "review", 1), ("two edits", "rveiw", "review", 2),
    ("no part is edited twice", "ca", "abc", 3), ("nothing to something", "", "abc", 3),
    ("nothing", "", "", 0),
    ("nothing alike", "abcd", "wxyz", 4),
  ])
  func counts(_ why: String, _ a: String, _ b: String, _ edits: Int) {
    for bound in 0...6 {
      let found = SpellingDistance.between(Array(a.utf8), Array(b.utf8), within: bound)
      #expect(found == (edits <= bound ? edits : nil), "\(why), within \(bound)")
      #expect(
        found == SpellingDistance.between(Array(b.utf8), Array(a.utf8), within: bound), "\(why), other way")
    }
  }

  @Test("agrees with the whole table for all words of up to five letters from a, b and c")
  func agreesWithTheWholeTable() {
    var words: [[UInt8]] = [[]]
    var from = 0
    for _ in 1...4 {
      let to = words.count
      for word in words[from..<to] {
        for letter in [97, 98, 99] as [UInt8] { words.append(word + [letter]) }
      }
      from = to
    }
    var wrong = 0
    for a in words {
      for b in words {
        let whole = Self.wholeTable(a, b)
        for bound in 1...2
        where SpellingDistance.between(a, b, within: bound) != (whole <= bound ? whole : nil) {
          wrong += 1
        }
      }
    }
    #expect(wrong == 0)
  }

  /// Optimal string alignment without a bound or a band.
  private static func wholeTable(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = [[Int]](repeating: Array(0...b.count), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    for i in 1...a.count {
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}

struct SpellingIndexTests {
  private static let vocabulary = [
    "achieve", "opportunity", "improvement", "customer", "communication", "management", "knowledge",
    "contact",
    "quality", "objective", "review", "manager", "feedback", "development", "compliance", "organise",
    "complaint", "training", "personal", "printed", "reports", "resorts",
  ]

  @Test(
    arguments: [
      ("neighbours changed over", "acheive", "achieve"), ("one too few", "custmer", "customer"),
      ("two edits in a long word", "comunicaton", "communication"),
      ("one too many", "feeedback", "feedback"),
      ("inflection of a misspelt word", "oportunities", "opportunity"),
      ("one too few in eight letters", "knowlege", "knowledge"), ("one wrong", "complience", "compliance"),
    ] as [(String, String, String?)] + [
      ("right", "customer", nil), ("inflected", "customers", nil),
      ("inflected differently", "achieving", nil),
      ("too short", "reveiw", nil), ("two edits in a short word", "qaulty", nil),
      ("first letter wrong", "pustomer", nil), ("last letter wrong", "managed", nil),
      ("another English word", "contract", nil), ("English with a neighbour", "qualify", nil),
      ("agent of a verb", "printer", nil), ("two entries as near", "reborts", nil),
      ("not Latin", "каждыеж", nil), ("with digits", "custom3r", nil), ("nothing", "", nil),
      ("far from all", "wonderful", nil),
    ])
  func finds(_ why: String, _ word: String, _ meant: String?) {
    var table = WordTable()
    let ids = Self.vocabulary.map { table.intern($0) }
    let found = SpellingIndex(ids, in: table).nearest(to: Array(word.utf8))
    #expect(found.map { table.string(of: $0) } == meant, "\(why)")
  }

  @Test(
    "of the published vocabulary a misprint and a variant alone are corrected",
    .enabled(if: SharedFiles.text("testdata/snowball-english/voc.txt") != nil, "needs ../shared/testdata"))
  func leavesEnglishAlone() throws {
    var table = WordTable()
    let ids = Self.vocabulary.map { table.intern($0) }
    let index = SpellingIndex(ids, in: table)
    var corrected: [String] = []
    for word in try #require(SharedFiles.text("testdata/snowball-english/voc.txt")).split(separator: "\n") {
      if let found = index.nearest(to: Array(word.utf8)) {
        corrected.append("\(word) → \(table.string(of: found))")
      }
    }
    #expect(corrected == ["deweloping → development", "organize → organise"])
  }
}
