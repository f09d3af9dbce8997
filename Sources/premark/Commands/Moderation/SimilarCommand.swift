import PremarkDocument
import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkRules
import PremarkText

/// `premark similar RESULTS`
struct SimilarCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  /// A submission to compare.
  private struct Subject: Sendable {
    let id: String
    let learner: String
    let owner: String
    let request: [UInt8]

    init(_ id: String, _ known: Circumstances?, request: [UInt8]) {
      self.id = id
      learner = known?.learner ?? known?.participant ?? ""
      owner = known?.participant ?? known?.learner ?? id
      self.request = request
    }
  }

  /// A submission read: nil where it cannot be.
  private typealias Read = (text: [UInt8], marks: Fingerprints)?

  func run(on console: inout Console) throws(CommandError) {
    let library = try RuleLibrary(invocation, on: &console)
    let subjects = try subjects(on: &console)
    var known = wording(of: library)
    if let path = invocation.value(.template) {
      guard case .success(let template) = Submission.read(path, on: &console) else { return }
      known.formUnion(Fingerprints.everyRun(of: template.document.readableText()))
    }
    // the two halves are read at once
    let half = subjects.count / 2
    let second = Background.begin { Self.read(Array(subjects[half...])) }
    let read = Self.read(Array(subjects[..<half])) + second.result()
    var submissions: [SimilarityReport.Submission] = []
    var texts: [Fingerprints] = []
    var owners: [String] = []
    for (subject, read) in zip(subjects, read) {
      guard let read else {
        console.complain("'\(subject.id)' cannot be read any more; it is left out", .unread)
        continue
      }
      submissions.append(
        SimilarityReport.Submission(id: subject.id, learner: subject.learner, text: read.text))
      texts.append(read.marks)
      owners.append(subject.owner)
    }
    let shared = SharedText(texts, owners: owners, known: known)
    let report = SimilarityReport(shared, of: submissions)
    let bytes =
      switch invocation.value(.format) {
      case "csv": report.csv()
      case "html": report.page()
      default: report.text(style: Console.style(isPlain: invocation.has(.plain)))
      }
    guard let path = invocation.value(.output) else { return try console.put(bytes) }
    if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(bytes, to: path) {
      console.complain("\(path): it cannot be written (\(why)); name a place where you may write", .unread)
    }
  }

  /// The submissions that could be marked: of a batch's store, or of results with the files beside them.
  private func subjects(on console: inout Console) throws(CommandError) -> [Subject] {
    let files = invocation.value(.files)
    let folder = invocation.operands[0]
    if files == nil, RuleFolder.holds(folder + "/" + CohortStore.name) {
      return try subjects(ofBatch: folder, on: &console)
    }
    guard let files else {
      throw .usage("results alone hold no texts: say with '--files FOLDER' where the submissions lie")
    }
    return try subjects(of: try ResultsFile(folder, on: &console), in: files, on: &console)
  }

  private func subjects(
    ofBatch folder: String, on console: inout Console
  ) throws(CommandError) -> [Subject] {
    var subjects: [Subject] = []
    do throws(StoreError) {
      let store = try CohortStore.existing(in: folder)
      try store.requests { line in
        guard let request = WorkRequest(line) else { return }
        subjects.append(
          Subject(
            request.submission?.id ?? request.name, request.submission?.circumstances, request: line))
      }
    } catch {
      console.complain("\(folder): \(error.message); \(error.advice)", .unread)
      throw .told
    }
    return subjects
  }

  /// Results find their files by the digest, whatever these are called by now.
  private func subjects(
    of results: ResultsFile, in files: String, on console: inout Console
  ) throws(CommandError) -> [Subject] {
    var requests: [String: [UInt8]] = [:]
    do throws(IntakeError) {
      let intake = try Intake([files])
      for problem in intake.problems { console.complain(problem, .unread) }
      for item in intake.items {
        var request = WorkRequest(file: item.path, name: item.name)
        request.packed = item.packed
        guard let bytes = try? request.bytes() else { continue }
        requests[SHA256.hex(SHA256.digest(of: bytes))] = request.line
      }
    } catch {
      console.complain("\(error.input): \(error.error.message); \(error.error.advice)", .unread)
      throw .told
    }
    var subjects: [Subject] = []
    var missing = 0
    for record in results.records where record.error == nil {
      if let request = requests[record.digest] {
        subjects.append(Subject(record.id, record.circumstances, request: request))
      } else {
        missing += 1
      }
    }
    if missing > 0 {
      console.complain("\(files): the files of \(missing) results are not there; they are left out", .unread)
    }
    return subjects
  }

  private static func read(_ subjects: [Subject]) -> [Read] {
    subjects.map { subject in
      guard let bytes = try? WorkRequest(subject.request)?.bytes(), let document = try? readDocument(bytes)
      else { return nil }
      let text = document.readableText()
      return (text: text, marks: Fingerprints(text))
    }
  }

  /// Runs of words of the rules, and of the units they belong to.
  private func wording(of library: RuleLibrary) -> Set<UInt64> {
    var known: Set<UInt64> = []
    for unit in library.units {
      guard case .success(let loaded) = library.load(unit) else { continue }
      for file in loaded.rules.ruleSet.files { known.formUnion(Fingerprints.everyRun(of: file.text)) }
    }
    return known
  }
}
