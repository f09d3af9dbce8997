public import PremarkDocument

/// What has to be unpacked before a file can be read: made by ``Reader/plan(for:)``.
public struct ReadingPlan: Sendable {
  /// What the bytes are, decided by content.
  public let format: Format
  /// The parts to unpack, in this order; empty for a format that is no container.
  public let parts: [PackedPart]
  /// What was odd about the container.
  let warnings: [ReadingWarning]

  init(format: Format, parts: [PackedPart] = [], warnings: [ReadingWarning] = []) {
    self.format = format
    self.parts = parts
    self.warnings = warnings
  }
}

/// A part of a container, still packed.
public struct PackedPart: Sendable {
  /// How a part is packed (APPNOTE.TXT 4.4.5).
  public enum Method: Sendable {
    /// As it is.
    case stored
    /// Raw deflate (RFC 1951), without a zlib header.
    case deflated
  }

  /// Its name in the container, "/" between folders.
  public let name: String
  /// How it is packed.
  public let method: Method
  /// Its packed bytes in the file.
  public let range: Range<Int>
  /// CRC-32 of its unpacked bytes; ``Reader/document(from:plan:inflated:)`` checks it.
  public let checksum: UInt32

  /// Names a part; no check that it is there.
  public init(name: String, method: Method, range: Range<Int>, checksum: UInt32) {
    self.name = name
    self.method = method
    self.range = range
    self.checksum = checksum
  }
}

extension ReadingError {
  /// A part that could not be unpacked; for whoever unpacks.
  public static func partIsDamaged(_ name: String) -> ReadingError {
    ReadingError(
      code: "damaged-zip", message: "the file is damaged: '\(name)' cannot be unpacked",
      advice: "get an undamaged copy, or open it in its program and save it again")
  }

  /// A part that passes a limit when unpacked; for whoever unpacks.
  public static func partIsTooLarge(_ name: String) -> ReadingError {
    ReadingError(
      code: "too-large", message: "'\(name)' is too large when unpacked",
      advice: "hand in the plan alone, without long annexes")
  }
}
