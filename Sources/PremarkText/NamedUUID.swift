/// A UUID made from a name: the same name in the same namespace gives the same one everywhere and for ever.
///
/// - Source: RFC 9562, 5.5 (version 5) and 6.6 (namespaces).
public struct NamedUUID: Sendable, Equatable {
  /// The 16 bytes.
  public let bytes: [UInt8]

  /// The namespace of names that are URIs.
  public static let uri = NamedUUID(bytes: [
    0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8,
  ])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The UUID of a name in a namespace. Linear in the name.
  public init(_ name: String, in namespace: NamedUUID) {
    var bytes = Array(SHA1.digest(of: namespace.bytes + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    self.bytes = bytes
  }

  /// Lower-case hex digits in groups of 8, 4, 4, 4 and 12.
  public var text: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index == 4 || index == 6 || index == 8 || index == 10 { text.append(UInt8(ascii: "-")) }
      text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: text, as: UTF8.self)
  }
}
