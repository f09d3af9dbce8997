import PremarkDocument
import Testing

@testable import PremarkPlatform
@testable import PremarkReading

/// Archives written again with some parts changed.
@Suite struct ZipRewriterTests {
  /// "a.txt" holding "one" and "b/" and "b/c.txt" holding "two", stored, as Info-ZIP writes them.
  private static func archive() throws -> [UInt8] {
    let change = { (name: String, words: String) in
      PartChange(name: name, bytes: Array(words.utf8), isNew: true)
    }
    // An archive without entries is only its end record.
    let empty: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
    return try ZipRewriter.rewritten(empty, [change("a.txt", "one"), change("b/c.txt", "two")])
  }

  private static func contents(_ bytes: [UInt8]) throws -> [String] {
    try ZipArchive(bytes).entries.map { entry in
      let data =
        entry.method == 8
        ? try Inflate.raw(bytes, entry.data, limit: 1 << 20, name: entry.name) : Array(bytes[entry.data])
      #expect(CRC32.checksum(data) == entry.crc)
      return entry.name + "=" + String(decoding: data, as: UTF8.self).prefix(20)
    }
  }

  @Test func replacesAPartInItsPlaceAndAddsAtTheEnd() throws {
    let archive = try Self.archive()
    let long = String(repeating: "words ", count: 200)
    let written = try ZipRewriter.rewritten(
      archive,
      [
        PartChange(name: "a.txt", bytes: Array(long.utf8), isNew: false),
        PartChange(name: "d.txt", bytes: Array("three".utf8), isNew: true),
      ])
    #expect(try Self.contents(written) == ["a.txt=" + long.prefix(20), "b/c.txt=two", "d.txt=three"])
    #expect(written.count < long.utf8.count)
  }

  @Test func withoutChangesNothingChanges() throws {
    let archive = try Self.archive()
    #expect(try ZipRewriter.rewritten(archive, []) == archive)
  }

  @Test(arguments: ["", "a", String(repeating: "the same words again and again ", count: 500)])
  func deflatesToWhatInflatesAgain(_ words: String) throws {
    let bytes = Array(words.utf8)
    let packed = try #require(Deflate.raw(bytes))
    #expect(try Inflate.raw(packed, packed.indices, limit: bytes.count, name: "a") == bytes)
  }

  @Test func refusesAnArchiveThatBreaksOff() throws {
    let archive = try Self.archive()
    #expect(throws: ReadingError.self) { try ZipRewriter.rewritten(Array(archive.dropLast(30)), []) }
  }
}
