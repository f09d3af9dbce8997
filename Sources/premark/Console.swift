import PremarkPlatform
import PremarkReporting

/// How the program ends.
enum ExitCode: Int32 {
  case done = 0
  /// `--fail-on` was reached, or an example of the rules came out otherwise.
  case belowBar = 1
  /// A file could not be read or a rule file is wrong; wins over `belowBar`.
  case unread = 2
  /// The command line is wrong (EX_USAGE of sysexits.h).
  case usage = 64
}

/// Nobody takes the output any more; the program ends without a word.
struct OutputClosed: Error {}

/// Where results and messages go, and what the program will end with.
struct Console {
  /// The gravest code so far.
  private(set) var exitCode = ExitCode.done

  /// Writes a result to standard output.
  mutating func write(_ bytes: [UInt8]) throws(OutputClosed) {
    switch Standard.write(bytes) {
    case .done: return
    case .closed: throw OutputClosed()
    case .failed(let why):
      complain("standard output cannot be written (\(why))", .unread)
      throw OutputClosed()
    }
  }

  /// Says what is wrong in one line on standard error; the program will end with `code` unless a graver one comes.
  mutating func complain(_ message: String, _ code: ExitCode) {
    Standard.message("premark: " + message)
    end(with: code)
  }

  /// Notes a code without a message.
  mutating func end(with code: ExitCode) {
    if code.rawValue > exitCode.rawValue { exitCode = code }
  }

  /// The style for standard output: colour only on a terminal that takes it (<https://no-color.org>), width of the
  /// terminal up to 80.
  static func style(isPlain: Bool) -> TerminalStyle {
    let terminal = Standard.environment("TERM")
    let hasColour =
      Standard.outputIsTerminal && Standard.environment("NO_COLOR") == nil && terminal != "dumb"
      && terminal != nil
    return TerminalStyle(
      width: Standard.outputColumns ?? 80, isColoured: hasColour && !isPlain, isPlain: isPlain)
  }
}
