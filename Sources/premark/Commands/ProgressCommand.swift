import PremarkDocument
import PremarkPlatform
import PremarkReporting

/// `premark progress EARLIER LATER`
struct ProgressCommand {
  private let invocation: Invocation
  private let options: MarkingOptions

  init(_ invocation: Invocation) throws(CommandError) {
    self.invocation = invocation
    options = try MarkingOptions(invocation)
  }

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    var submissions: [Submission] = []
    for path in invocation.operands {
      if case .success(let submission) = Submission.read(path, on: &console) {
        submissions.append(submission)
      }
    }
    guard submissions.count == 2 else { return }
    var markers = UnitMarkers(library)
    let unit: String
    if let name = invocation.value(.unit) {
      unit = try library.unit(named: name)
    } else {
      // The later version says best what it is for; an early draft may not say it yet.
      guard let found = markers.unit(of: submissions[1].document) ?? markers.unit(of: submissions[0].document)
      else {
        let error = markers.notRecognised
        console.complain("\(submissions[1].name): \(error.message); \(error.advice)", .unread)
        return
      }
      unit = found
    }
    guard let marker = markers.marker(for: unit, on: &console) else { return }
    let progress = Progress(
      from: marker.report(submissions[0], options), to: marker.report(submissions[1], options))
    let bytes = drawn(progress)
    guard let path = invocation.value(.output) else { return try console.put(bytes) }
    if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) {
      console.complain("\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    }
  }

  private func drawn(_ progress: Progress) -> [UInt8] {
    switch invocation.value(.format) {
    case "json": ProgressJSON.report(progress)
    case "html": ProgressPage().report(progress)
    default: ProgressText(style: Console.style(isPlain: invocation.has(.plain))).report(progress)
    }
  }
}
