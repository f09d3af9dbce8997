import PremarkText
import Testing

struct Porter2Tests {
  @Test(
    "every pair of the published vocabulary",
    .enabled(if: SharedFiles.text("testdata/snowball-english/voc.txt") != nil, "needs ../shared/testdata"))
  func stemsThePublishedVocabulary() throws {
    let words = try #require(SharedFiles.text("testdata/snowball-english/voc.txt")).split(separator: "\n")
    let stems = try #require(SharedFiles.text("testdata/snowball-english/output.txt")).split(separator: "\n")
    #expect(words.count == 42_649)
    try #require(words.count == stems.count)
    var wrong: [String] = []
    for (word, stem) in zip(words, stems) {
      let found = String(decoding: Porter2.stem(of: Array(word.utf8)), as: UTF8.self)
      if found != stem { wrong.append("\(word): \(found), not \(stem)") }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [
    ("participle with a doubled consonant", "planned", "plan"),
    ("e comes back after a short syllable", "hoping", "hope"),
    ("possessive", "learner's", "learner"),
    ("ending outside R2 stays", "meeting", "meet"),
    ("noun in -ing", "evening", "evening"),
    ("-ying after one consonant", "lying", "lie"),
    ("plural in -ies", "policies", "polici"),
    ("irregular region", "organise", "organis"),
    ("two letters are left alone", "is", "is"),
    ("digits are left alone", "q1s", "q1s"),
    ("other scripts are left alone", "каждые", "каждые"),
    ("nothing", "", ""),
    ("only an apostrophe", "'", "'"),
  ])
  func stems(_ why: String, _ word: String, _ stem: String) {
    #expect(String(decoding: Porter2.stem(of: Array(word.utf8)), as: UTF8.self) == stem, "\(why)")
  }
}
