import Glibc

/// A file that is written in pieces and stands in its place only when it is whole: whoever reads it sees the old one or
/// the new one, never a part.
public struct FileWriter: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var failure: String?

  /// Begins a file.
  public init(_ path: String) {
    self.path = path
    descriptor = open(path + Self.ending, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY | O_CLOEXEC, 0o644)
    if descriptor < 0 { failure = String(cString: strerror(errno)) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What an unfinished file ends in.
  private static let ending = ".part"

  /// Writes more.
  public mutating func write(_ bytes: [UInt8]) {
    waiting += bytes
    if waiting.count >= 1 << 18 { flush() }
  }

  private mutating func flush() {
    var sent = 0
    while failure == nil, sent < waiting.count {
      // safe: `sent` counts what the system took of these very bytes.
      let count = waiting.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      }
      if count >= 0 { sent += count } else if errno != EINTR { failure = String(cString: strerror(errno)) }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place.
  ///
  /// - Returns: nil where it is there now, else the system's words for why not.
  public mutating func finish() -> String? {
    flush()
    if failure == nil, rename(path + Self.ending, path) != 0 { failure = String(cString: strerror(errno)) }
    if failure != nil { unlink(path + Self.ending) }
    return failure
  }

  /// Writes a whole file.
  public static func write(_ bytes: [UInt8], to path: String) -> String? {
    var file = FileWriter(path)
    file.write(bytes)
    return file.finish()
  }
}
