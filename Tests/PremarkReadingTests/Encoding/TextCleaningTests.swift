import PremarkDocument
import Testing

@testable import PremarkReading

struct TextCleaningTests {
  @Test(arguments: [
    ("nothing to do", "My plan – 85%", "My plan – 85%", 0, 0),
    ("non-breaking space", "31\u{A0}March", "31 March", 0, 0),
    ("non-breaking hyphen", "follow\u{2011}up", "follow-up", 0, 0),
    ("soft hyphen is ordinary", "develop\u{AD}ment", "development", 0, 0),
    ("zero-width space inside a word", "ob\u{200B}jective", "objective", 1, 0),
    ("byte order mark in the middle", "a\u{FEFF}b", "ab", 0, 0),
    ("right-to-left override", "\u{202E}nalp\u{202C}", "nalp", 0, 1),
    ("a family is one emoji", "👨\u{200D}👩\u{200D}👧", "👨👩👧", 0, 0),
    ("tag characters hide text", "a\u{E0041}\u{E0042}", "a", 2, 0),
    ("tabs and line feeds stay", "a\tb\nc", "a\tb\nc", 0, 0),
    ("other controls go", "a\u{1}b\u{7F}c", "abc", 0, 0),
  ])
  func cleans(_ why: String, _ text: String, _ cleaned: String, _ zeroWidth: Int, _ overrides: Int) {
    var cleaning = TextCleaning()
    #expect(String(decoding: cleaning.cleaned(Array(text.utf8)), as: UTF8.self) == cleaned, "\(why)")
    #expect(cleaning.zeroWidth == zeroWidth, "\(why)")
    #expect(cleaning.directionOverrides == overrides, "\(why)")
    let codes = (zeroWidth > 0 ? ["zero-width-characters"] : []) + (overrides > 0 ? ["bidi-control"] : [])
    #expect(cleaning.warnings.map(\.code) == codes, "\(why)")
  }

  @Test(arguments: [
    ("named", "&amp;", 0x26, 5), ("numbered", "&#8217;x", 0x2019, 7),
    ("hexadecimal", "&#x1F600;", 0x1F600, 9),
    ("as Windows means it", "&#147;", 0x201C, 6), ("no scalar value", "&#xD800;", 0xFFFD, 8),
    ("HTML 5 name", "&check;", 0x2713, 7),
  ])
  func readsCharacterReferences(_ why: String, _ text: String, _ value: UInt32, _ end: Int) throws {
    let bytes = Array(text.utf8)
    let found = try #require(CharacterReference.read(bytes, at: 0, before: bytes.count), "\(why)")
    #expect(found.value == value, "\(why)")
    #expect(found.end == end, "\(why)")
  }

  @Test(arguments: ["&", "&;", "&nosuchname;", "R&D; x", "&#;", "&#x;", "&amp"])
  func leavesOtherAmpersands(_ text: String) {
    let bytes = Array(text.utf8)
    let start = bytes.firstIndex(of: UInt8(ascii: "&")) ?? 0
    #expect(CharacterReference.read(bytes, at: start, before: bytes.count) == nil)
  }
}
