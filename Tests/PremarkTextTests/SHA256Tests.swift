import PremarkText
import Testing

struct SHA256Tests {
  // The examples of FIPS 180-2 (appendix B), which NIST publishes beside FIPS 180-4, and two lengths that fill a block.
  @Test(arguments: [
    ("no bytes", "", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("one block", "abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a million bytes", "a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ("length fills the block", "a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (
      "length needs a block more", "a", 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"
    ),
  ])
  func digestsTheStandardsExamples(_ why: String, _ text: String, _ times: Int, _ hex: String) {
    let bytes = Array(repeatElement(Array(text.utf8), count: times).joined())
    #expect(SHA256.hex(SHA256.digest(of: bytes)) == hex, "\(why)")
  }

  @Test("pieces of any size give the digest of the whole", arguments: [1, 3, 63, 64, 65, 200])
  func takesPieces(_ size: Int) {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    var hash = SHA256()
    for start in stride(from: 0, to: bytes.count, by: size) {
      hash.update(bytes[start..<min(start + size, bytes.count)])
    }
    #expect(hash.finish() == SHA256.digest(of: bytes))
  }

  @Test("a digest may be read and go on")
  func goesOnAfterADigest() {
    var hash = SHA256()
    hash.update(Array("a".utf8))
    #expect(hash.finish() == SHA256.digest(of: Array("a".utf8)))
    hash.update(Array("bc".utf8))
    #expect(hash.finish() == SHA256.digest(of: Array("abc".utf8)))
  }
}
