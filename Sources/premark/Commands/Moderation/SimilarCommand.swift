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

  /// The submissions of a batch that could be marked.
  private func subjects(on console: inout Console) throws(CommandError) -> [Subject] {
    let folder = invocation.operands[0]
    var subjects: [Subject] = []
    do throws(StoreError) {
      let store = try CohortStore.existing(in: folder)
      try store.entries { entry in
        guard entry.state == .marked, let request = WorkRequest(entry.request) else { return }
        let known = request.submission?.circumstances
        let id = request.submission?.id ?? request.name
        let learner = known?.learner ?? known?.participant ?? ""
        subjects.append(
          Subject(
            id: id, learner: learner, owner: known?.participant ?? known?.learner ?? id,
            request: entry.request))
      }
    } catch {
      console.complain("\(folder): \(error.message); \(error.advice)", .unread)
      throw .told
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
