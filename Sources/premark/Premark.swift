import Glibc
import PremarkPlatform
import PremarkReporting

/// The program: arguments in, one command run, an exit code out.
@main
struct Premark {
  static func main() {
    Standard.ignoreClosedPipes()
    exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
  }

  /// Runs a command line without the program's name.
  static func run(_ arguments: [String]) -> ExitCode {
    var console = Console()
    do throws(UsageError) {
      let invocation = try ArgumentParser.parse(arguments)
      do throws(CommandError) {
        try perform(invocation, on: &console)
      } catch {
        switch error {
        case .usage(let message): throw UsageError(message: message, command: invocation.command.name)
        case .told, .outputClosed: break
        }
      }
    } catch {
      Standard.message(error.line)
      return .usage
    }
    return console.exitCode
  }

  private static func perform(_ invocation: Invocation, on console: inout Console) throws(CommandError) {
    if invocation.has(.help) {
      return try HelpCommand.explain(invocation.command, on: &console)
    }
    if invocation.has(.version) {
      return try console.put(Array("premark \(Provenance.currentVersion)\n".utf8))
    }
    switch invocation.command.path {
    case ["check"]: try CheckCommand(invocation).run(on: &console)
    case ["progress"]: try ProgressCommand(invocation).run(on: &console)
    case ["explain"]: try ExplainCommand(invocation).run(on: &console)
    case ["inspect"]: try InspectCommand(invocation).run(on: &console)
    case ["text"]: try TextCommand(invocation).run(on: &console)
    case ["units"]: try UnitsCommand(invocation).run(on: &console)
    case ["rules", "check"]: try RulesCheckCommand(invocation).run(on: &console)
    case ["rules", "test"]: try RulesTestCommand(invocation).run(on: &console)
    case ["rules", "list"]: try RulesListCommand(invocation).run(on: &console)
    case ["rules", "new"]: try RulesNewCommand(invocation).run(on: &console)
    case ["rules", "try"]: try RulesTryCommand(invocation).run(on: &console)
    case ["rules", "compare"]: try RulesCompareCommand(invocation).run(on: &console)
    case ["rules", "mutate"]: try RulesMutateCommand(invocation).run(on: &console)
    case ["rules", "doc"]: try RulesDocCommand(invocation).run(on: &console)
    case ["rules", "format"]: try RulesFormatCommand(invocation).run(on: &console)
    case ["batch"]: try BatchCommand(invocation).run(on: &console)
    case ["worker"]: try WorkerCommand(invocation).run(on: &console)
    case ["merge"]: try MergeCommand(invocation).run(on: &console)
    case ["sample"]: try SampleCommand(invocation).run(on: &console)
    case ["similar"]: try SimilarCommand(invocation).run(on: &console)
    case ["decide"]: try DecideCommand(invocation).run(on: &console)
    case ["audit"]: try AuditCommand(invocation).run(on: &console)
    case ["agree"]: try AgreeCommand(invocation).run(on: &console)
    case ["completions"]: try CompletionsCommand(invocation).run(on: &console)
    case ["help"]: try HelpCommand(invocation).run(on: &console)
    default: try HelpCommand.explain(invocation.command, on: &console)
    }
  }
}

/// Why a command stops early.
enum CommandError: Error {
  /// What was asked for cannot be: one line, lower case, no full stop.
  case usage(String)
  /// What is wrong was said, and the exit code noted.
  case told
  /// Nobody reads the output.
  case outputClosed
}

extension Console {
  /// ``write(_:)`` inside a command.
  mutating func put(_ bytes: [UInt8]) throws(CommandError) {
    do throws(OutputClosed) { try write(bytes) } catch { throw .outputClosed }
  }
}
