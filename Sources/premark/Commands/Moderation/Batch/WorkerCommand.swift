import PremarkAnnotation
import PremarkDocument
import PremarkPlatform
import PremarkReporting

/// `premark worker`: a request a line in, a result a line out, in the same order.
struct WorkerCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    // wrong options are told before the first request
    _ = try MarkingOptions(invocation)
    if let unit = invocation.value(.unit) { _ = try library.unit(named: unit) }
    var desk = MarkingDesk(invocation, library)
    guard var lines = Self.opened(on: &console) else { return }
    while let line = Self.next(&lines, on: &console) {
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      try console.put(desk.result(of: line, on: &console))
    }
  }

  private static func opened(on console: inout Console) -> LineReader? {
    do throws(ReadingError) {
      return try LineReader("-")
    } catch {
      console.complain("standard input: \(error.message)", .unread)
      return nil
    }
  }

  private static func next(_ lines: inout LineReader, on console: inout Console) -> [UInt8]? {
    do throws(ReadingError) {
      return try lines.next()
    } catch {
      console.complain("standard input: \(error.message)", .unread)
      return nil
    }
  }
}

/// Marks what requests name, with the engines that earlier ones loaded.
struct MarkingDesk {
  private let invocation: Invocation
  private let library: RuleLibrary
  private var markers: UnitMarkers

  init(_ invocation: Invocation, _ library: RuleLibrary) {
    self.invocation = invocation
    self.library = library
    markers = UnitMarkers(library)
  }

  /// The line that answers a request, with its end.
  mutating func result(of line: [UInt8], on console: inout Console) -> [UInt8] {
    guard let request = WorkRequest(line) else {
      return ResultJSON.report(
        .failed(
          Failure(
            name: "?", code: "bad-request",
            message: "the line is no request; write a path, or a JSON object with 'file'")))
    }
    let outcome = mark(request, on: &console)
    let result = ResultJSON.report(outcome, of: request.submission)
    guard request.isMasked else { return result }
    guard case .marked(let report) = outcome else { return MaskedJSON.masked(result) }
    return MaskedJSON.masked(result, people: report.text.people)
  }

  private mutating func mark(_ request: WorkRequest, on console: inout Console) -> Outcome {
    do throws(ReadingError) {
      let submission = try Submission(name: request.name, bytes: try request.bytes())
      let options = try options(of: request)
      guard
        let unit = request.unit ?? invocation.value(.unit) ?? markers.unit(of: submission.document)
      else { throw markers.notRecognised }
      guard library.units.contains(unit) else {
        throw ReadingError(
          code: "unit-unknown", message: "there are no rules for a unit '\(unit)'",
          advice: "there are: " + library.units.joined(separator: ", "))
      }
      guard let marker = markers.marker(for: unit, on: &console) else {
        throw UnitMarkers.wrongRules(of: unit)
      }
      let outcome = Outcome.marked(marker.report(submission, options))
      for page in request.pages {
        let drawn = HtmlReport(audience: page.audience).report(outcome)
        if let why = FileWriter.write(drawn, to: page.path) {
          throw ReadingError(
            code: "report-unwritten", message: "its report cannot be written (\(why))",
            advice: "free some space and run the command again")
        }
      }
      return outcome
    } catch {
      return .failed(
        Failure(name: request.name, code: error.code, message: "\(error.message); \(error.advice)"))
    }
  }

  private func options(of request: WorkRequest) throws(ReadingError) -> MarkingOptions {
    do throws(CommandError) {
      return try MarkingOptions(
        submitted: request.submitted ?? invocation.value(.submitted),
        learner: request.learner ?? invocation.value(.learner))
    } catch {
      throw ReadingError(
        code: "bad-request", message: "the day it was handed in cannot be understood",
        advice: "write it as 2026-04-30")
    }
  }
}
