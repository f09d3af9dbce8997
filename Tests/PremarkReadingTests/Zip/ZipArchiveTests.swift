import PremarkDocument
import Testing

@testable import PremarkReading

@Suite struct ZipArchiveTests {
  @Test(
    arguments: [
      ("nothing", "", 0),
      ("the check value of every CRC catalogue", "123456789", 0xCBF4_3926),
      ("one letter", "a", 0xE8B7_BE43),
      ("longer than a step of eight bytes", "The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ] as [(String, String, UInt32)])
  func checksums(_ why: String, _ text: String, _ crc: UInt32) {
    #expect(CRC32.checksum(Array(text.utf8)) == crc, "\(why)")
  }

  static let a = ZipMaker.Entry("a.xml", "first")
  static let b = ZipMaker.Entry("word/b.xml", "second")

  /// What an archive is made of, and its listing: "name=data", or "! code", then "? warning".
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let listing: [String]
    let bytes: [UInt8]

    init(
      _ why: String, _ listing: [String], _ entries: [ZipMaker.Entry] = [a, b],
      _ change: (inout ZipMaker) -> Void = { _ in }
    ) {
      testDescription = why
      self.listing = listing
      var maker = ZipMaker(entries)
      change(&maker)
      bytes = maker.bytes
    }

    init(_ why: String, _ listing: [String], bytes: [UInt8]) {
      testDescription = why
      self.listing = listing
      self.bytes = bytes
    }
  }

  static func changed(_ entry: ZipMaker.Entry, _ change: (inout ZipMaker.Entry) -> Void) -> ZipMaker.Entry {
    var entry = entry
    change(&entry)
    return entry
  }

  static let both = ["a.xml=first", "word/b.xml=second"]
  static let rows: [Row] = [
    Row("two entries", both),
    Row("no entry", [], []),
    Row("bytes before the archive", both) { $0.before = Array("#!/bin/sh\n".utf8) },
    Row("a comment", both) { $0.comment = Array("made by hand".utf8) },
    Row("a comment that holds an end record's signature", both) { $0.comment = [0x50, 0x4B, 5, 6, 0, 0, 0] },
    Row("something after the archive", both, bytes: ZipMaker([a, b]).bytes + [0, 0, 0, 0]),
    Row("a count that is wrong", both) { $0.declaredCount = 7 },
    Row("ZIP64 sizes and offsets", both, [changed(a) { $0.isWide = true }, changed(b) { $0.isWide = true }]),
    Row("a ZIP64 end record", both) { $0.hasZip64End = true },
    Row("a ZIP64 end record after other bytes", both) {
      $0.hasZip64End = true
      $0.before = [1, 2, 3]
    },
    Row(
      "data descriptors", both,
      [changed(a) { $0.hasDescriptor = true }, changed(b) { $0.hasDescriptor = true }]),
    Row("backslashes between folders", ["word/b.xml=second"], [ZipMaker.Entry("word\\b.xml", "second")]),
    Row("a folder is no file", ["a.xml=first"], [a, ZipMaker.Entry("word/", "")]),
    Row(
      "an entry twice: the first", ["a.xml=first", "? duplicate-part"], [a, ZipMaker.Entry("A.XML", "other")]),
    Row(
      "a name that leads outside", ["a.xml=first", "? unsafe-part-name"],
      [a, ZipMaker.Entry("../../x.xml", "x")]),
    Row(
      "dots in the middle of a name", ["a.xml=first", "? unsafe-part-name"],
      [a, ZipMaker.Entry("w/../../x", "x")]),
    Row("an absolute name", ["a.xml=first", "? unsafe-part-name"], [a, ZipMaker.Entry("/etc/passwd", "x")]),
    Row("a drive letter", ["a.xml=first", "? unsafe-part-name"], [a, ZipMaker.Entry("C:\\x.xml", "x")]),
    Row("a NUL in a name", ["a.xml=first", "? unsafe-part-name"], [a, ZipMaker.Entry("b\0.xml", "x")]),
    Row("two names for one entry", ["! damaged-zip"], [changed(a) { $0.localName = "b.xml" }]),
    Row(
      "two entries of the same data", ["! damaged-zip"],
      [a, changed(ZipMaker.Entry("a.xml", "first")) { $0.sharesOffsetOf = 0 }]),
    Row("cut in the middle", ["! damaged-zip"], bytes: Array(ZipMaker([a, b]).bytes.prefix(60))),
    Row("nothing but the signature", ["! damaged-zip"], bytes: Array("PK\u{03}\u{04}".utf8)),
  ]

  @Test(arguments: rows)
  func listsEntries(_ row: Row) {
    var listing: [String] = []
    do throws(ReadingError) {
      let archive = try ZipArchive(row.bytes)
      listing = archive.entries.map { $0.name + "=" + String(decoding: row.bytes[$0.data], as: UTF8.self) }
      listing += archive.warnings.map { "? " + $0.code }
    } catch {
      listing = ["! " + error.code]
    }
    #expect(listing == row.listing)
  }

  @Test func refusesMoreEntriesThanTheLimit() {
    let names = (0...ReadingLimits.entries).map { ZipMaker.Entry("\($0)", "") }
    #expect(throws: ReadingError.self) { try ZipArchive(ZipMaker(names).bytes) }
  }

  @Test func survivesEveryByteChanged() {
    let whole = ZipMaker([Self.a, Self.b]).bytes
    for index in whole.indices {
      for value in [0, 0x7F, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[index] = value
        guard let archive = try? ZipArchive(bytes) else { continue }
        for entry in archive.entries { #expect(entry.data.upperBound <= bytes.count) }
      }
    }
  }
}
