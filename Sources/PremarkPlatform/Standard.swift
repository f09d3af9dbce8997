import Glibc

/// Standard output and error, by whole buffers.
public enum Standard {
  /// What became of a write.
  public enum Written: Sendable { case done, closed, failed(String) }

  /// Makes a closed pipe an answer of ``write(_:)`` instead of a signal. Once, at the start.
  public static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Writes all bytes to standard output.
  ///
  /// - Returns: `closed` where nobody reads any more, `failed` with the system's words where the disk is full and the like.
  public static func write(_ bytes: [UInt8]) -> Written { write(bytes, to: STDOUT_FILENO) }

  /// Writes one line to standard error, control characters in it made visible; a failure has nowhere to be told.
  public static func message(_ line: String) {
    var bytes: [UInt8] = []
    for scalar in line.unicodeScalars {
      if scalar.properties.generalCategory == .control || scalar.properties.isBidiControl {
        bytes += Array("<U+\(String(scalar.value, radix: 16, uppercase: true))>".utf8)
      } else {
        bytes += Array(String(scalar).utf8)
      }
    }
    bytes.append(0x0A)
    _ = write(bytes, to: STDERR_FILENO)
  }

  /// Writes a drawing of several lines, already safe to show, to standard error.
  public static func drawing(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// True where standard output is a terminal.
  public static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// True where standard error is a terminal.
  public static var messagesAreTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Milliseconds of a clock that nobody sets.
  public static var milliseconds: Int { Spawning.now }

  /// Now, as `2026-03-12T14:05:10Z`: for records of who did what, never for results.
  public static var timestamp: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Columns of the terminal that standard output is, or nil.
  public static var outputColumns: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The value of an environment variable; nil where it is not set or empty.
  public static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Written {
    var sent = 0
    while sent < bytes.count {
      // safe: `sent` counts what the system took of these very bytes.
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        return .closed
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waiting, 1, -1)
      } else if errno != EINTR {
        return .failed(String(cString: strerror(errno)))
      }
    }
    return .done
  }
}
