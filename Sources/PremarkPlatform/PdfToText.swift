import Glibc
public import PremarkDocument
import PremarkReading

/// Takes the text out of PDFs with poppler's `pdftotext`, a program of its own that is given bounded time, memory and
/// output.
///
/// The PDF goes in and its layout comes out through pipes: no file is written. A crash of that program is a refusal
/// of the file here.
public enum PdfToText {
  /// The words of a PDF with their places, for ``Reader/pdf(layout:)``.
  ///
  /// - Parameter program: looked for in `PATH`.
  /// - Throws: `pdftotext-missing` where the program is not installed, `encrypted`, `damaged-pdf`, `too-large` past a
  ///   limit of ``ReadingLimits``.
  public static func layout(of file: [UInt8], program: String = "pdftotext") throws(ReadingError) -> [UInt8] {
    var child = try Child(program, ["-q", "-enc", "UTF-8", "-bbox-layout", "-", "-"])
    child.exchange(file)
    switch child.wait() {
    case .done(0) where !child.isOverrun: return child.output
    // The shell's code for a program that is not there.
    case .done(127): throw missing
    case .killed, .done(0): throw tooLarge
    case .done(3): throw encrypted
    case .done:
      throw child.says("password") || child.says("ncrypt") ? encrypted : damaged
    }
  }

  private static var missing: ReadingError {
    ReadingError(
      code: "pdftotext-missing", message: "it is a PDF, and the program 'pdftotext' is not installed",
      advice:
        "install it (Debian and Ubuntu: apt-get install poppler-utils), or hand in the document as .docx")
  }

  private static var encrypted: ReadingError {
    ReadingError(
      code: "encrypted", message: "the PDF is protected with a password or against copying",
      advice: "save it without protection, or hand in the document that it was made from")
  }

  private static var damaged: ReadingError {
    ReadingError(
      code: "damaged-pdf", message: "the PDF is damaged: 'pdftotext' cannot read it",
      advice: "make it again, or hand in the document that it was made from")
  }

  private static var tooLarge: ReadingError {
    ReadingError(
      code: "too-large", message: "the PDF takes too much time or memory to read",
      advice: "hand in the plan alone, or the document that it was made from")
  }
}

/// A running program with pipes to its standard input, output and error.
private struct Child {
  enum End { case done(Int32), killed }

  private(set) var output: [UInt8] = []
  private(set) var isOverrun = false
  private var complaint: [UInt8] = []
  private var input: Int32 = -1
  private var results: Int32 = -1
  private var errors: Int32 = -1
  private var process: pid_t = 0
  private let deadline: Int

  /// Most bytes of complaints that are kept.
  private static let complaintBytes = 4096

  init(_ program: String, _ arguments: [String]) throws(ReadingError) {
    deadline = Spawning.now + ReadingLimits.pdfMilliseconds
    var pipes: [[Int32]] = []
    for isInput in [true, false, false] {
      guard let ends = isInput ? Spawning.socket() : Spawning.pipe() else {
        for end in pipes.joined() { close(end) }
        throw ReadingError(
          code: "unreadable", message: "the system has no pipe left for 'pdftotext'",
          advice: "try again later")
      }
      pipes.append(ends)
    }
    // The shell sets the limits of what it then becomes: kilobytes of memory, seconds of processor time.
    let limits = "ulimit -v \(ReadingLimits.pdfMemoryBytes >> 10); ulimit -t 2; exec \"$0\" \"$@\""
    process =
      Spawning.shell(
        limits, [program] + arguments, streams: (pipes[0][0], pipes[1][1], pipes[2][1])) ?? 0
    for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) }
    (input, results, errors) = (pipes[0][1], pipes[1][0], pipes[2][0])
    for end in [input, results, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  /// Feeds the program and takes what it says, until it is done or the time is over.
  mutating func exchange(_ file: [UInt8]) {
    var sent = 0
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while process > 0, results >= 0 || errors >= 0 {
      var waiting = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: results, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
      ]
      let left = deadline - Spawning.now
      guard left > 0, !isOverrun, poll(&waiting, nfds_t(waiting.count), Int32(left)) >= 0 || errno == EINTR
      else {
        isOverrun = true
        break
      }
      if waiting[0].revents != 0 { feed(file, &sent) }
      if waiting[1].revents != 0, let count = take(results, &chunk) {
        output += chunk[..<count]
        isOverrun = output.count > ReadingLimits.pdfLayoutBytes
        if count == 0 { Self.shut(&results) }
      }
      if waiting[2].revents != 0, let count = take(errors, &chunk) {
        complaint += chunk[..<min(count, Self.complaintBytes - complaint.count)]
        if count == 0 { Self.shut(&errors) }
      }
    }
  }

  private mutating func feed(_ file: [UInt8], _ sent: inout Int) {
    // safe: `sent` counts what the system took of these very bytes.
    let count = file.withUnsafeBytes { buffer in
      send(input, buffer.baseAddress.map { $0 + sent }, buffer.count - sent, Int32(MSG_NOSIGNAL))
    }
    if count > 0 { sent += count }
    // A program that reads no more has closed its end.
    if sent == file.count || count < 0 && errno != EAGAIN && errno != EINTR { Self.shut(&input) }
  }

  /// Bytes read; nil where there are none yet.
  private func take(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int? {
    // safe: the system writes no more than the count it is given.
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? nil : 0 }
    return count
  }

  /// Waits for the program, which is killed where it has gone too far.
  mutating func wait() -> End {
    for end in [input, results, errors] where end >= 0 { close(end) }
    guard process > 0 else { return .done(127) }
    if isOverrun { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .done(status >> 8 & 0xFF) : .killed
  }

  /// True where the program's complaint holds a word.
  func says(_ word: String) -> Bool {
    let pattern = Array(word.utf8)
    guard complaint.count >= pattern.count else { return false }
    return (0...complaint.count - pattern.count).contains {
      complaint[$0..<$0 + pattern.count].elementsEqual(pattern)
    }
  }

  private static func shut(_ descriptor: inout Int32) {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
