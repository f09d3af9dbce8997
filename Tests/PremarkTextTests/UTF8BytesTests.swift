import PremarkText
import Testing

struct UTF8BytesTests {
  @Test(
    "decodes as the standard library does",
    arguments: [
      [0x61], [0xC3, 0xA9], [0xE2, 0x80, 0x93], [0xF0, 0x9F, 0x91, 0x8D], [0xFF], [0xC0, 0x80],
      [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x61],
      [0x80, 0x80],
      [0xF5, 0x61], [0xEF, 0xBF, 0xBD], [],
    ] as [[UInt8]])
  func decodes(_ bytes: [UInt8]) {
    #expect(UTF8Bytes.repaired(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
    #expect(UTF8Bytes.isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test("every pair and triple of telling bytes")
  func decodesCombinations() {
    let telling: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    for first in telling {
      for second in telling {
        for third in telling {
          let bytes = [first, second, third]
          #expect(UTF8Bytes.repaired(bytes) == Array(String(decoding: bytes, as: UTF8.self).utf8))
        }
      }
    }
  }

  @Test(
    "a scalar written is the scalar read",
    arguments: [0x0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF] as [UInt32])
  func appends(_ scalar: UInt32) {
    var bytes: [UInt8] = []
    UTF8Bytes.append(scalar, to: &bytes)
    #expect(UTF8Bytes.scalar(in: bytes, at: 0) == (scalar, bytes.count))
  }

  @Test(arguments: [0xD800, 0xDFFF, 0x110000, UInt32.max] as [UInt32])
  func replacesWhatIsNoScalar(_ scalar: UInt32) {
    var bytes: [UInt8] = []
    UTF8Bytes.append(scalar, to: &bytes)
    #expect(bytes == [0xEF, 0xBF, 0xBD])
  }

  @Test func answersOutsideTheText() {
    #expect(UTF8Bytes.scalar(in: [], at: 0) == (UTF8Bytes.replacement, 0))
    #expect(UTF8Bytes.scalar(in: [0x61], at: -1) == (UTF8Bytes.replacement, 0))
    #expect(UTF8Bytes.characterCount(of: Array("é–".utf8), in: -3..<99) == 2)
  }

  @Test(arguments: [
    ("latin", "plan", 4), ("accent in front of its letter's end", "e\u{301}", 1),
    ("zero width", "a\u{200B}b", 2),
    ("wide", "日本", 4), ("emoji", "👍", 2), ("en dash", "–", 1), ("nothing", "", 0),
  ])
  func measuresColumns(_ why: String, _ text: String, _ width: Int) {
    #expect(UTF8Bytes.displayWidth(of: Array(text.utf8)) == width, "\(why)")
  }
}
