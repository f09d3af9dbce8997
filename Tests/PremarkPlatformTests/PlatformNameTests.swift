import Testing

@testable import PremarkPlatform

struct PlatformNameTests {
  @Test(arguments: [
    (
      "in folders", "Sian OBrien_4821_assignsubmission_file/PDP final.docx", "Sian OBrien", "4821",
      "PDP final.docx"
    ),
    ("with sub-folders", "A_1_assignsubmission_file/drafts/PDP.docx", "A", "1", "drafts/PDP.docx"),
    ("in a wrapping folder", "course-PDP-77/A_1_assignsubmission_file/PDP.docx", "A", "1", "PDP.docx"),
    ("up to 4.0, with a last _", "A_1_assignsubmission_file_/PDP.docx", "A", "1", "PDP.docx"),
    ("flat", "A B_12_assignsubmission_file_my_plan.docx", "A B", "12", "my_plan.docx"),
    ("online text", "A_1_assignsubmission_onlinetext/onlinetext.html", "A", "1", "onlinetext.html"),
    ("anonymous", "Participant_99_assignsubmission_file/x.docx", "Participant", "99", "x.docx"),
    ("accents and brackets", "Zoë (Z) Núñez_5_assignsubmission_file/x.odt", "Zoë (Z) Núñez", "5", "x.odt"),
  ])
  func readsMoodle(_ why: String, _ path: String, _ learner: String, _ number: String, _ file: String) {
    guard case .moodle(let name) = PlatformName.of(path) else {
      Issue.record("\(why): not Moodle's")
      return
    }
    #expect([name.learner, name.participant, name.file] == [learner, number, file], "\(why)")
  }

  @Test(arguments: [
    ("plain", "obriensian_1234_5678_plan.docx", "obriensian", "1234", false, "plan.docx"),
    ("late", "obriensian_LATE_1234_5678_my_plan.docx", "obriensian", "1234", true, "my_plan.docx"),
    ("typed text", "obriensian_1234_text.html", "obriensian", "1234", false, "text.html"),
    ("anonymous", "anon_f3k_5678_plan.docx", "", "f3k", false, "plan.docx"),
    ("anonymous and late", "LATE_anon_f3k_5678_plan.docx", "", "f3k", true, "plan.docx"),
  ])
  func readsCanvas(
    _ why: String, _ path: String, _ learner: String, _ user: String, _ isLate: Bool, _ file: String
  ) {
    #expect(
      PlatformName.of(path)
        == .canvas(PlatformName.Canvas(learner: learner, user: user, isLate: isLate, file: file)), "\(why)")
  }

  @Test(arguments: [
    ("a file", "PDP_sobrien_attempt_2026-03-02-14-05-10_my_plan.docx", "my_plan.docx"),
    ("a receipt", "PDP_sobrien_attempt_2026-03-02-14-05-10.txt", nil),
  ])
  func readsBlackboard(_ why: String, _ path: String, _ file: String?) {
    #expect(
      PlatformName.of(path)
        == .blackboard(
          PlatformName.Blackboard(
            assignment: "PDP", user: "sobrien", stamp: "2026-03-02-14-05-10", file: file)), "\(why)")
  }

  @Test(arguments: [
    "plan.docx", "my_plan_2026.docx", "a_b_c_d.docx", "A_x_assignsubmission_file/p.docx", "Group 3/plan.docx",
    "PDP_sobrien_attempt_two_plan.docx",
  ])
  func takesOtherNamesForNone(_ path: String) { #expect(PlatformName.of(path) == nil) }

  @Test func knowsLitter() {
    #expect(
      ["__MACOSX/a/._x.docx", "a/.DS_Store", "~$plan.docx", "Thumbs.db"].allSatisfy(PlatformName.isLitter))
    #expect(!PlatformName.isLitter("a/plan ~ last.docx"))
  }
}
