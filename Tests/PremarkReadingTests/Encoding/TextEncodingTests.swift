import PremarkDocument
import Testing

@testable import PremarkReading

struct TextEncodingTests {
  @Test(arguments: [
    ("ASCII", [0x61, 0x0A, 0x62], "a\nb", TextEncoding.Name.utf8),
    ("UTF-8", [0xC2, 0xA3, 0x35], "£5", .utf8),
    ("a byte order mark is no text", [0xEF, 0xBB, 0xBF, 0x61], "a", .utf8),
    ("UTF-16LE with mark", [0xFF, 0xFE, 0x61, 0, 0xAC, 0x20], "a€", .utf16LittleEndian),
    ("UTF-16BE with mark", [0xFE, 0xFF, 0, 0x61, 0x20, 0xAC], "a€", .utf16BigEndian),
    ("UTF-16LE by its NULs", [0x61, 0, 0x62, 0, 0x63, 0], "abc", .utf16LittleEndian),
    ("UTF-16BE by its NULs", [0, 0x61, 0, 0x62, 0, 0x63], "abc", .utf16BigEndian),
    ("surrogate pair", [0xFF, 0xFE, 0x3D, 0xD8, 0x00, 0xDE], "😀", .utf16LittleEndian),
    ("lone surrogate", [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00], "\u{FFFD}a", .utf16LittleEndian),
    ("UTF-32LE", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "a", .utf32LittleEndian),
    ("UTF-32BE", [0, 0, 0xFE, 0xFF, 0, 1, 0xF6, 0], "😀", .utf32BigEndian),
    ("Windows-1252 quotes and pound", [0x93, 0x41, 0x94, 0x20, 0xA3], "“A” £", .windows1252),
    ("Windows-1252 euro and dash", [0x80, 0x96], "€–", .windows1252),
    ("overlong is not UTF-8", [0x41, 0xC0, 0xAF], "AÀ¯", .windows1252),
    ("carriage returns", [0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63], "a\nb\nc", .utf8),
    ("form feed is an empty line", [0x61, 0x0C, 0x62], "a\n\nb", .utf8),
    ("line separator", [0x61, 0xE2, 0x80, 0xA8, 0x62], "a\nb", .utf8),
  ])
  func decodes(_ why: String, _ bytes: [UInt8], _ text: String, _ name: TextEncoding.Name) throws {
    let decoded = try TextEncoding.decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == text, "\(why)")
    #expect(decoded.encoding == name, "\(why)")
  }

  @Test func oneDamagedByteIsReplacedAndSaid() throws {
    let bytes = Array("£1 £2 £3 £4 £5 £6 ".utf8) + [0xFF]
    let decoded = try TextEncoding.decode(bytes)
    #expect(String(decoding: decoded.text, as: UTF8.self) == "£1 £2 £3 £4 £5 £6 \u{FFFD}")
    #expect(decoded.warnings.map(\.code) == ["replaced-characters"])
  }

  @Test(arguments: [
    ("a NUL in the middle", [0x61, 0x62, 0x63, 0x64, 0x65, 0, 0x61]),
    ("control characters", [1, 2, 3, 4, 5, 6, 0x61, 0x62]),
  ])
  func refusesWhatIsNoText(_ why: String, _ bytes: [UInt8]) {
    #expect(throws: ReadingError.self, "\(why)") { try TextEncoding.decode(bytes) }
    do { _ = try TextEncoding.decode(bytes) } catch { #expect(error.code == "binary-content", "\(why)") }
  }
}
