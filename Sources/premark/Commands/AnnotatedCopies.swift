import PremarkDocument
import PremarkPlatform
import PremarkReading
import PremarkReporting

/// The submissions of a run given back with Word comments: `--annotate`.
struct AnnotatedCopies {
  /// The file, or the folder where there are several submissions.
  private let path: String
  private let isFolder: Bool
  private let remarks: WordRemarks
  private var names = UniqueNames()

  /// Nil where `--annotate` is not given.
  init?(_ invocation: Invocation, _ audience: Audience) throws(CommandError) {
    guard let path = invocation.value(.annotate) else { return nil }
    if invocation.operands.contains(path) {
      throw .usage("'--annotate \(path)' would write over the submission; name another file")
    }
    self.path = path
    isFolder = invocation.operands.count > 1
    remarks = WordRemarks(audience: audience)
  }

  /// Writes one submission with its comments, or says why that cannot be.
  mutating func take(_ submission: Submission, _ report: Report, on console: inout Console) {
    let place = isFolder ? path + "/" + names.unique(submission.name) : path
    do throws(ReadingError) {
      let copy = try annotated(submission, remarks.remarks(on: report))
      if let there = try? FileBytes.read(place), there == submission.bytes {
        throw ReadingError(
          code: "same-file", message: "'\(place)' is the submission itself", advice: "name another file")
      }
      if let why = RuleFolder.makeFolder(of: place) ?? FileBytes.write(copy, to: place) {
        console.complain(
          "\(place): it cannot be written (\(why)); name a place where you may write", .unread)
      }
    } catch {
      console.complain("\(submission.name): \(error.message); \(error.advice)", .unread)
    }
  }

  private func annotated(_ submission: Submission, _ remarks: [Remark]) throws(ReadingError) -> [UInt8] {
    guard submission.document.format == .docx else {
      throw ReadingError(
        code: "no-comments", message: "only a Word document (.docx) can be given back with comments",
        advice: "leave '--annotate' out, or save the submission as .docx")
    }
    guard !remarks.isEmpty else {
      throw ReadingError(
        code: "no-place", message: "the document has no text that a comment could stand at",
        advice: "use another form of report")
    }
    let bytes = submission.bytes
    let plan = try Reader.plan(for: bytes)
    let changes = try Reader.commented(
      plan: plan, inflated: try Inflate.parts(of: plan, in: bytes), document: submission.document,
      remarks: remarks)
    return try ZipRewriter.rewritten(bytes, changes)
  }
}

/// Names that files of one folder get: where a name comes again, a number stands before its ending.
struct UniqueNames {
  private var taken: [String] = []

  /// A name like `name` that was not given before.
  mutating func unique(_ name: String) -> String {
    let end = name.lastIndex(of: ".") ?? name.endIndex
    var unique = name
    var number = 2
    while taken.contains(unique) {
      unique = "\(name[..<end])-\(number)\(name[end...])"
      number += 1
    }
    taken.append(unique)
    return unique
  }
}
