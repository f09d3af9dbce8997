import PremarkModeration
import PremarkPlatform
import PremarkReporting
import PremarkText

/// What goes back to Moodle's participants, gathered while results are written.
struct FeedbackByParticipant {
  /// A participant's files.
  struct Files {
    let folder: String
    var feedback: [MoodleComment.Feedback] = []
    var pages: [String] = []
  }

  private(set) var participants: [String: Files] = [:]
  /// Addresses of submissions' pages, by their ids.
  private let pages: CohortOutputs.Pages
  private let folders: [String: PlatformName.Moodle]

  init(_ plan: BatchPlan, pages: @escaping CohortOutputs.Pages) {
    var folders: [String: PlatformName.Moodle] = [:]
    for number in 0..<plan.count {
      let job = plan[number]
      if case .moodle(let name) = job.item.platform { folders[job.id] = name }
    }
    self.pages = pages
    self.folders = folders
  }

  mutating func take(_ line: [UInt8]) {
    guard let value = try? JSONReader.read(line), let id = value["submission"]?["id"]?.text,
      let name = folders[id], let feedback = MoodleComment.Feedback(value)
    else { return }
    var files = participants[name.participant] ?? Files(folder: Self.folder(of: name))
    files.feedback.append(feedback)
    if let page = pages(id) { files.pages.append(page) }
    participants[name.participant] = files
  }

  /// The folder of the download where it is short and plain, else one that Moodle takes for the same participant.
  private static func folder(of name: PlatformName.Moodle) -> String {
    let isPlain = name.folder.utf8.allSatisfy { 0x20..<0x7F ~= $0 } && name.folder.utf8.count <= 60
    return isPlain && !name.folder.hasPrefix(".") && !name.folder.hasPrefix("~")
      ? name.folder : "Participant_" + name.participant + "_" + name.plugin
  }
}

/// A grading worksheet as Moodle gave it.
struct Worksheet {
  private let path: String
  private let sheet: MoodleWorksheet

  init(_ path: String, on console: inout Console) throws(CommandError) {
    self.path = path
    guard let bytes = Submission.bytes(path, on: &console) else { throw .told }
    guard let sheet = MoodleWorksheet(bytes) else {
      console.complain(
        "\(path): it is no grading worksheet: it has no column 'Identifier', or no 'Grade' or "
          + "'Last modified (grade)'; download it with Moodle in English", .unread)
      throw .told
    }
    for line in sheet.raggedLines {
      console.complain(
        "\(path): line \(line) has more or fewer cells than the header, and Moodle would refuse the whole file",
        .unread)
    }
    if !sheet.raggedLines.isEmpty { throw .told }
    self.sheet = sheet
  }

  /// Writes the worksheet and the feedback ZIP into the batch's folder.
  func write(_ feedback: FeedbackByParticipant, _ options: BatchOptions, on console: inout Console) {
    let known = feedback.participants.filter { sheet.participants.contains($0.key) }
    let strangers = feedback.participants.keys.filter { known[$0] == nil }.sorted()
    if known.isEmpty {
      console.complain(
        "\(path): none of its participants handed in what was marked; is it a team assignment, or another one's "
          + "worksheet? Nothing is written for Moodle", .unread)
      return
    }
    for stranger in strangers {
      console.complain(
        "\(path): there is no participant \(stranger); a team's number must not go back to Moodle, it is left out",
        .unread)
    }
    let changed = sheet.filled { participant, comments in
      guard let files = known[participant] else { return nil }
      return MoodleWorksheet.Entry(
        comments: MoodleComment().words(files.feedback, present: comments),
        decisions: options.fillsGrades ? files.feedback.map(\.levels) : [])
    }
    let name = Submission.baseName(path)
    put(FileWriter.write(changed, to: "\(options.folder)/\(name)"), name, on: &console)
    if !sheet.hasComments {
      console.complain(
        "\(path): it has no column 'Feedback comments'; turn them on in the assignment", .unread)
    }
    var archive = ZipWriter()
    for participant in known.keys.sorted() {
      guard let files = known[participant] else { continue }
      for (index, page) in files.pages.enumerated() {
        let name = index == 0 ? "premark-feedback.html" : "premark-feedback-\(index + 1).html"
        guard let bytes = try? PremarkPlatform.FileBytes.read("\(options.folder)/\(page)"),
          archive.add(files.folder + "/" + name, bytes)
        else {
          console.complain("\(page): it cannot be put into the feedback ZIP", .unread)
          continue
        }
      }
    }
    put(
      FileWriter.write(archive.finished(), to: "\(options.folder)/moodle-feedback.zip"),
      "moodle-feedback.zip", on: &console)
  }

  private func put(_ failure: String?, _ name: String, on console: inout Console) {
    if let failure {
      console.complain("\(name): it cannot be written (\(failure)); free some space", .unread)
    }
  }
}
