import Testing

@testable import PremarkPlatform

struct IntakeTests {
  private static func zip(_ names: [String]) -> [UInt8] {
    var writer = ZipWriter()
    for name in names { _ = writer.add(name, Array("# Plan\n".utf8)) }
    return writer.finished()
  }

  @Test func takesAFolder() throws {
    let folder = try Folder()
    for name in ["b/plan.md", "a.md", ".hidden", "b/Thumbs.db", "~$a.docx"] {
      _ = try folder.write(name, [0x61])
    }
    let intake = try Intake([folder.path])
    #expect(intake.items.map(\.id) == ["a.md", "b/plan.md"])
    #expect(intake.items.map(\.name) == ["a.md", "plan.md"])
  }

  @Test func takesMoodlesDownload() throws {
    let folder = try Folder()
    let names = [
      "A_1_assignsubmission_file/x.md", "B_2_assignsubmission_file/x.md", "__MACOSX/._x",
      "Default group/y.md",
    ]
    let intake = try Intake([try folder.write("d.zip", Self.zip(names))])
    #expect(
      intake.items.map(\.id) == [
        "A_1_assignsubmission_file/x.md", "B_2_assignsubmission_file/x.md", "Default group/y.md",
      ])
    #expect(intake.items.map(\.circumstances.participant) == ["1", "2", nil])
    #expect(intake.problems.count == 1)
    let content = try intake.items[0].packed?.content(from: intake.items[0].path)
    #expect(content == Array("# Plan\n".utf8))
  }

  @Test func takesCanvasOnlyWhereEveryNameIsOne() throws {
    let folder = try Folder()
    let all = try folder.write("c.zip", Self.zip(["obrien_1_22_p.md", "jones_LATE_2_23_p.md"]))
    #expect(try Intake([all]).items.map(\.circumstances.participant) == ["2", "1"])
    let mixed = try folder.write("m.zip", Self.zip(["obrien_1_22_p.md", "notes.md"]))
    #expect(try Intake([mixed]).items.map(\.circumstances.participant) == [nil, nil])
  }

  @Test func takesBlackboardsLatestAttempt() throws {
    let folder = try Folder()
    let stamps = ["2026-03-01-10-00-00", "2026-03-02-10-00-00"]
    let names = stamps.flatMap { ["P_ann_attempt_\($0).txt", "P_ann_attempt_\($0)_p.md"] }
    let intake = try Intake([try folder.write("b.zip", Self.zip(names))])
    #expect(intake.items.map(\.id) == ["P_ann_attempt_2026-03-02-10-00-00_p.md"])
  }

  @Test func takesAManifest() throws {
    let folder = try Folder()
    _ = try folder.write("files/a.md", [0x61])
    let path = try folder.write(
      "m.csv",
      Array(
        "File,Learner,Unit,Assessor,Cohort\nfiles/a.md,Ann,u,Kim,2026A\n,Bob,u,Kim,2026A\nfiles/c.md,Cy\n"
          .utf8))
    let intake = try Intake([path])
    #expect(intake.items.map(\.id) == ["files/a.md"])
    #expect(intake.items.first?.circumstances.cohort == "2026A")
    #expect(intake.items.first?.unit == "u")
    #expect(
      intake.problems == [
        "\(path): line 3: it names no file", "\(path): line 4: 2 cells under 5 columns",
      ])
  }

  @Test func keepsEqualNamesApart() throws {
    let (one, two) = (try Folder(), try Folder())
    let paths = [try one.write("d/x.md", [0x61]), try two.write("d/x.md", [0x62])].map {
      String($0.dropLast(5))
    }
    #expect(try Intake(paths).items.map(\.id) == ["d/x.md", "d/x.md (2)"])
    #expect(throws: IntakeError.self) { try Intake(["/nonexistent/x"]) }
  }
}
