import PremarkDocument
import PremarkPlatform
import Testing

@Suite struct InflateTests {
  /// "hello hello hello hello" as raw deflate (zlib, level 9).
  static let packed: [UInt8] = [0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x27, 0x01]

  /// What comes out, or "! code".
  static func inflated(_ bytes: [UInt8], limit: Int) -> String {
    do throws(ReadingError) {
      let output = try Inflate.raw(bytes, bytes.indices, limit: limit, name: "part")
      return String(decoding: output, as: UTF8.self)
    } catch {
      return "! " + error.code
    }
  }

  @Test(
    arguments: [
      ("whole", packed, 100, "hello hello hello hello"),
      ("exactly the limit", packed, 23, "hello hello hello hello"),
      ("past the limit", packed, 22, "! too-large"),
      ("cut off", Array(packed.dropLast(2)), 100, "! damaged-zip"),
      ("nothing", [], 100, "! damaged-zip"),
      ("no deflate stream", [0xFF, 0xFF, 0xFF], 100, "! damaged-zip"),
      ("stored inside deflate", [0x01, 0x02, 0x00, 0xFD, 0xFF, 0x68, 0x69], 100, "hi"),
    ] as [(String, [UInt8], Int, String)])
  func inflates(_ why: String, _ bytes: [UInt8], _ limit: Int, _ expected: String) {
    #expect(Self.inflated(bytes, limit: limit) == expected, "\(why)")
  }

  @Test func takesARangeOfAFile() throws {
    let file = [0, 0, 0] + Self.packed + [9, 9]
    let output = try Inflate.raw(file, 3..<3 + Self.packed.count, limit: 100, name: "part")
    #expect(output.count == 23)
  }
}
