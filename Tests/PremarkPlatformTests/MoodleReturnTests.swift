import Foundation
import PremarkDocument
import PremarkMarking
import PremarkReading
import Testing

@testable import PremarkPlatform

/// What goes back to Moodle: each trap of its worksheet and of its feedback ZIP.
struct MoodleReturnTests {
  private static let sheet =
    "\u{FEFF}Identifier,\"Full name\",Status,Grade,Scale,\"Grade can be changed\",\"Last modified (grade)\",\"Feedback comments\"\n"
    + "\"Participant 4821\",\"O\"\"Brien, Siân\",\"Submitted - \",,\"Not yet achieved\nAchieved\",Yes,-,\"<p>Well done</p>\"\n"
    + "\"Participant 77\",=cmd,\"No submission\",,\"Not yet achieved\nAchieved\",No,\"Tuesday, 3 March 2026, 2:05 PM\",\n"

  private static func filled(_ decisions: [Level], sheet: String = sheet) throws -> String {
    let worksheet = try #require(MoodleWorksheet(Array(sheet.utf8)))
    let bytes = worksheet.filled { participant, comments in
      MoodleWorksheet.Entry(comments: comments + "<p>New \(participant)</p>", decisions: [decisions])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func changesGradeAndCommentsOnly() throws {
    let wanted = Self.sheet.replacingOccurrences(of: "Submitted - \",,", with: "Submitted - \",Achieved,")
      .replacingOccurrences(of: "\"<p>Well done</p>\"", with: "<p>Well done</p><p>New 4821</p>")
      .replacingOccurrences(of: "2:05 PM\",\n", with: "2:05 PM\",<p>New 77</p>\n")
    #expect(try Self.filled([.met, .met]) == wanted)
  }

  @Test(arguments: [
    ("all met", [Level.met, .met], "Not yet achieved\nAchieved", "Achieved"),
    ("one short", [.met, .partly], "Not yet achieved\nAchieved", "Not yet achieved"),
    ("three words, one short", [.met, .notMet], "Not yet, Partly, Met", "Partly"),
    ("three words, none", [.notMet, .notMet], "Not yet, Partly, Met", "Not yet"),
  ])
  func writesAWordOfTheScale(_ why: String, _ levels: [Level], _ scale: String, _ grade: String) throws {
    let sheet =
      "Identifier,Grade,Scale,Last modified (grade)\nParticipant 1,,\"\(scale)\",-\n"
    #expect(
      try Self.filled(levels, sheet: sheet)
        == "Identifier,Grade,Scale,Last modified (grade)\nParticipant 1,\(grade),\"\(scale)\",-\n", "\(why)")
  }

  @Test func writesPoints() throws {
    let sheet = "Identifier,Grade,Maximum grade,Last modified (grade)\nParticipant 1,,10.00,-\n"
    #expect(try Self.filled([.met, .met, .partly], sheet: sheet).contains("Participant 1,6.67,10.00,-"))
  }

  @Test(arguments: [
    ("no identifier", "Name,Grade,Last modified (grade)\n"),
    ("no grade", "Identifier,Last modified (grade)\n"),
    ("no dates", "Identifier,Grade\n"), ("another language", "Kennung,Bewertung,Zuletzt geändert\n"),
  ])
  func refusesWhatMoodleWould(_ why: String, _ header: String) {
    #expect(MoodleWorksheet(Array(header.utf8)) == nil, "\(why)")
  }

  @Test func tellsRaggedRows() throws {
    let sheet = try #require(
      MoodleWorksheet(
        Array("Identifier,Grade,Last modified (grade)\nParticipant 1,,-\nParticipant 2,\n".utf8)))
    #expect(sheet.raggedLines == [3])
  }

  /// `mod/assign/feedback/file/importziplib.php`: which participant a path's file goes to.
  private static func importedParticipant(_ path: String) -> String? {
    for part in path.split(separator: "/") {
      if part.hasPrefix(".") || part.hasPrefix("~") { return nil }
      let pieces = part.split(separator: "_", maxSplits: 4, omittingEmptySubsequences: false)
      guard pieces.count >= 4, Int(pieces[1]) != nil, pieces[2] == "assignsubmission",
        pieces[3] == "file" || pieces[3] == "onlinetext"
      else { continue }
      return String(pieces[1])
    }
    return nil
  }

  @Test func feedbackZipIsReadBack() throws {
    let names = [
      "Sian OBrien_4821_assignsubmission_file/premark-feedback.html",
      "Participant_77_assignsubmission_onlinetext/premark-feedback-2.html",
    ]
    var writer = ZipWriter()
    let added = names.map { writer.add($0, Array("<p>é \($0)</p>".utf8)) }
    #expect(added == [true, true])
    let bytes = writer.finished()
    let (files, refused) = try Reader.files(inArchive: bytes)
    #expect(refused.isEmpty)
    #expect(files.map(\.name) == names)
    #expect(files.compactMap { Self.importedParticipant($0.name) } == ["4821", "77"])
    let folder = try Folder()
    let path = try folder.write("f.zip", bytes)
    #expect(try String(decoding: files[1].content(from: path), as: UTF8.self) == "<p>é \(names[1])</p>")
    var same = ZipWriter()
    for name in names { _ = same.add(name, Array("<p>é \(name)</p>".utf8)) }
    #expect(same.finished() == bytes, "no dates, so the same bytes")
    var damaged = bytes
    damaged[files[0].range.lowerBound + 4] ^= 0xFF
    let broken = try folder.write("g.zip", damaged)
    #expect(throws: ReadingError.self) { try files[0].content(from: broken) }
  }
}

/// A folder that is there for one test.
final class Folder {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("premark-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it, and gives its path.
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}
