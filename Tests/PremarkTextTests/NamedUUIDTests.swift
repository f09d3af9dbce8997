import PremarkText
import Testing

struct NamedUUIDTests {
  // RFC 3174 7.3 (TEST1, TEST2), and lengths around the end of a block as Python's hashlib digests them.
  @Test(arguments: [
    ("no bytes", "", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("one block", "abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    ("length fills the block", "a", 55, "c1c8bbdc22796e28c0e15163d20899b65621d65a"),
    ("length needs a block more", "a", 56, "c2db330f6083854c99d4b5bfb6e8f29f201be699"),
    ("a whole block", "a", 64, "0098ba824b5c16427bd7a1122a5a442a25ec644d"),
  ])
  func digests(_ why: String, _ text: String, _ times: Int, _ hex: String) {
    let bytes = Array(repeatElement(Array(text.utf8), count: times).joined())
    #expect(SHA256.hex(SHA1.digest(of: bytes)) == hex, "\(why)")
  }

  // As Python's uuid.uuid5 makes them.
  @Test(arguments: [
    ("https://premark.invalid/units", "be65861f-326e-566b-abbd-6763c3560655"),
    (String(repeating: "x", count: 200), "cd3580b9-d244-586a-8077-74317319b48d"),
  ])
  func namesAURI(_ name: String, _ text: String) { #expect(NamedUUID(name, in: .uri).text == text) }

  @Test("a name inside a namespace of one's own")
  func nests() {
    let space = NamedUUID("https://premark.invalid/units", in: .uri)
    #expect(NamedUUID("u/document", in: space).text == "748b0f36-2f4a-59bb-b645-ae6200b42000")
  }
}
