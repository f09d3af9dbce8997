import Glibc
public import PremarkDocument

/// Reads a file of lines of any size, a line at a time.
public struct LineReader: ~Copyable {
  /// Longest line that is taken.
  public static let longest = 256 << 20

  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var filled = 0..<0

  /// Opens a file; "-" is standard input.
  ///
  /// - Throws: a ``ReadingError`` where it is not there or no file.
  public init(_ path: String) throws(ReadingError) {
    if path == "-" {
      descriptor = dup(STDIN_FILENO)
    } else {
      descriptor = open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw FileBytes.openingError(errno) }
  }

  deinit { close(descriptor) }

  /// The next line without its end; nil after the last.
  ///
  /// - Throws: `unreadable`, or `too-large` past ``longest``.
  public mutating func next() throws(ReadingError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if filled.isEmpty {
        // safe: the system writes no more than the count it is given.
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          throw FileBytes.openingError(errno)
        }
        if count == 0 { return line.isEmpty ? nil : line }
        filled = 0..<count
      }
      if let end = chunk[filled].firstIndex(of: 0x0A) {
        line += chunk[filled.lowerBound..<end]
        filled = end + 1..<filled.upperBound
        return line
      }
      line += chunk[filled]
      filled = 0..<0
      guard line.count <= Self.longest else {
        throw ReadingError(
          code: "too-large", message: "one of its lines is larger than \(Self.longest >> 20) MB",
          advice: "check that it is a file of results")
      }
    }
  }
}
