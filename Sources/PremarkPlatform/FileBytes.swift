import Glibc
public import PremarkDocument
import PremarkReading

/// The bytes of a submitted file, or why there are none.
public enum FileBytes {
  /// Reads a file; "-" is standard input.
  ///
  /// Never waits on a pipe or device that was named as a file, and never takes more than
  /// ``ReadingLimits/fileBytes`` into memory.
  ///
  /// - Parameter limit: most bytes that are taken.
  /// - Throws: a ``ReadingError`` with `missing`, `not-a-file`, `unreadable` or `too-large`.
  public static func read(
    _ path: String, limit: Int = ReadingLimits.fileBytes
  ) throws(ReadingError) -> [UInt8] {
    if path == "-" { return try contents(of: STDIN_FILENO, expecting: 0, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingError(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw openingError(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      throw ReadingError(
        code: "not-a-file", message: "it is a folder, not a file", advice: "name the files inside it")
    default:
      throw ReadingError(
        code: "not-a-file", message: "it is a pipe or a device, not a file",
        advice: "name a file, or give the bytes on standard input with '-'")
    }
    guard status.st_size <= limit else { throw tooLarge }
    return try contents(of: descriptor, expecting: Int(status.st_size), limit: limit)
  }

  /// Reads a stretch of a file.
  ///
  /// - Throws: as ``read(_:limit:)``; `unreadable` where the file ends before it.
  public static func read(_ path: String, _ range: Range<Int>) throws(ReadingError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw openingError(errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: range.count)
    var filled = 0
    while filled < bytes.count {
      // safe: the system writes no more than what is left behind `filled`.
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, range.lowerBound + filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw ReadingError(
          code: "unreadable", message: "the ZIP file ends before it", advice: "download it again")
      }
      filled += count
    }
    return bytes
  }

  private static func contents(
    of descriptor: Int32, expecting size: Int, limit: Int
  ) throws(ReadingError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: max(size + 1, 1 << 16))
    while true {
      // safe: the system writes no more than the count it is given.
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw openingError(errno)
      }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw tooLarge }
    }
  }

  private static var tooLarge: ReadingError {
    ReadingError(
      code: "too-large", message: "it is larger than \(ReadingLimits.fileBytes >> 20) MB",
      advice: "take out pictures and hand it in again")
  }

  static func openingError(_ number: Int32) -> ReadingError {
    switch number {
    case ENOENT, ENOTDIR:
      ReadingError(code: "missing", message: "there is no such file", advice: "check the name and the folder")
    case EACCES, EPERM:
      ReadingError(
        code: "unreadable", message: "you may not read it", advice: "check its permissions")
    case ENXIO, ENODEV:
      ReadingError(
        code: "not-a-file", message: "it is a pipe or a device, not a file",
        advice: "name a file, or give the bytes on standard input with '-'")
    case ENAMETOOLONG:
      ReadingError(code: "missing", message: "its name is too long", advice: "check the name and the folder")
    default:
      ReadingError(
        code: "unreadable", message: "it cannot be read (\(String(cString: strerror(number))))",
        advice: "copy it somewhere else and try again")
    }
  }
}

extension FileBytes {
  /// A path from the root on, as far as the system tells which it is.
  public static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Writes a file anew; "-" is standard output.
  ///
  /// - Returns: nil where it was written, else the system's words for why not.
  public static func write(_ bytes: [UInt8], to path: String) -> String? {
    if path == "-" {
      if case .failed(let why) = Standard.write(bytes) { return why }
      return nil
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOCTTY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    var sent = 0
    while sent < bytes.count {
      // safe: `sent` counts what the system took of these very bytes.
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno != EINTR {
        let why = String(cString: strerror(errno))
        close(descriptor)
        return why
      }
    }
    return close(descriptor) == 0 ? nil : String(cString: strerror(errno))
  }
}
