import PremarkPlatform
import PremarkReporting

/// The options of `premark batch`, checked.
struct BatchOptions {
  let folder: String
  let unit: String?
  let submitted: String?
  let audiences: [Audience]
  let workers: WorkerSettings
  let worksheet: String?
  let fillsGrades: Bool
  let usesPseudonyms: Bool
  let retriesLost: Bool
  /// True where the requests are wanted and nothing is to be marked.
  let onlyAsks: Bool

  init(_ invocation: Invocation) throws(CommandError) {
    onlyAsks = invocation.has(.requests)
    guard let folder = invocation.value(.output) ?? (onlyAsks ? "." : nil) else {
      throw .usage("say with '--output FOLDER' where results go")
    }
    self.folder = folder
    unit = invocation.value(.unit)
    _ = try MarkingOptions(submitted: invocation.value(.submitted), learner: nil)
    submitted = invocation.value(.submitted)
    audiences =
      switch invocation.value(.audience) {
      case "assessor": [.assessor]
      case "both": [.learner, .assessor]
      case "none": []
      default: [.learner]
      }
    let jobs = try Self.number(.jobs, invocation, 1...256) ?? WorkerSettings.processors
    let rules = invocation.value(.rules).map { ["--rules", $0] } ?? []
    workers = WorkerSettings(
      command: invocation.value(.worker) ?? WorkerSettings.ownCommand(["worker"] + rules),
      count: jobs, seconds: try Self.number(.timeout, invocation, 1...86_400) ?? 60,
      megabytes: try Self.number(.memory, invocation, 64...1_048_576) ?? 1024)
    worksheet = invocation.value(.worksheet)
    fillsGrades = invocation.has(.grades)
    usesPseudonyms = invocation.has(.pseudonyms)
    retriesLost = invocation.has(.retry)
    if onlyAsks, usesPseudonyms {
      throw .usage("'--requests' needs no store and so gives no '--pseudonyms'")
    }
    if fillsGrades, worksheet == nil { throw .usage("'--grades' needs '--worksheet FILE'") }
  }

  private static func number(
    _ name: OptionName, _ invocation: Invocation, _ range: ClosedRange<Int>
  ) throws(CommandError) -> Int? {
    guard let written = invocation.value(name) else { return nil }
    guard let number = Int(written), range ~= number else {
      throw .usage(
        "'\(written)' is no value of '--\(name.rawValue)'; it takes a number from \(range.lowerBound) to "
          + "\(range.upperBound)")
    }
    return number
  }
}
