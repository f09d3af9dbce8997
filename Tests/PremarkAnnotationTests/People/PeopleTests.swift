import PremarkAnnotation
import Testing

struct PeopleTests {
  @Test(arguments: [
    ("role before", "My team leader Kev listened in.", ["Kev (manager)"]),
    ("role after", "I asked Kev (team leader) about it.", ["Kev (manager)"]),
    ("label", "Team leader: Wendy Harker", ["Wendy Harker (manager)"]),
    ("she", "Moira (she runs our shift) told me so.", ["Moira (manager)"]),
    ("who", "Desmond, who runs the desk, printed it.", ["Desmond (manager)"]),
    ("who does something else", "Desmond, who runs a lot, printed it.", ["Desmond"]),
    ("a role of a kind", "I paired with Callum, hotline manager, on Monday.", ["Callum (manager)"]),
    ("no role of his", "I told Callum, ask manager Kev about it.", ["Callum", "Kev (manager)"]),
    ("who it is between commas", "Then Delyth, car 17, said it was long.", ["Delyth"]),
    ("whose team between", "Delyth on my team told me so.", ["Delyth"]),
    ("surnames in capitals", "Then CARVER said he would.", ["CARVER"]),
    ("verb", "Then Delyth said it was fine.", ["Delyth"]),
    ("with and I", "Delyth and I agreed it.", ["Delyth"]),
    ("told", "I told Mihaela and she laughed.", ["Mihaela"]),
    ("title", "I met Mrs Leck there.", ["Leck"]), ("signature", "Signed: Olu Bankole", ["Olu Bankole"]),
    ("comma and my", "I send it to Lorna, my manager.", ["Lorna (manager)"]),
    ("hyphen", "I met Anne-Marie in the huddle.", ["Anne-Marie"]),
    ("own label", "Name: Danielle Frost", ["Danielle Frost*"]),
    ("learner", "Learner: Wei. Evening desk.", ["Wei (learner)*"]),
    ("my name", "My name is Jordan and I work here.", ["Jordan*"]),
    ("title line", "Gethin Prosser, Customer Adviser, Tidewell Homes", ["Gethin Prosser (adviser)*"]),
    ("list", "I sat with Kofi, Ama and Piotr.", ["Kofi", "Ama", "Piotr"]),
    ("role alone", "My manager agreed.", ["? (manager)"]),
    ("curly possessive", "Then Kasia’s feedback helped and Kasia said so.", ["Kasia"]),
  ])
  func findsPeople(_ why: String, _ text: String, _ people: [String]) {
    #expect(FoundText(text).people == people, "\(why)")
  }

  @Test(arguments: [
    ("month", "In April I did it."), ("a short form", "HMRC told me so. Then the QA team said it."),
    ("she had", "She'd noticed it. He'd said so, too."), ("day", "On Monday I did it."),
    ("company", "I work for Northfell Energy."),
    ("place", "The course was in Leeds."), ("system", "I did it with Excel and Salesforce."),
    ("sentence start", "Everybody said so. Customers told us."),
    ("common word", "Change made the difference. I like change."), ("headings", "My Development Plan"),
    ("measures", "FCR went up with QA."),
    ("adviser in general", "Customers phone in."), ("course", "I did the Stepping Up course."),
  ])
  func takesNothingElseForAPerson(_ why: String, _ text: String) {
    #expect(FoundText("First of all.", text).found.people.allSatisfy { $0.name.isEmpty }, "\(why)")
  }

  @Test func bindsFirstNamesAndRolesOverTheDocument() {
    let found = FoundText(
      "Name: Priya Sood", "Team leader: Wendy Harker", "I met Wendy on Monday.", "My team leader agreed.",
      "Wendy's view is that I did well.")
    #expect(found.people == ["Priya Sood*", "Wendy Harker (manager)"])
    #expect(found.found.people[1].mentions.count == 5)
    #expect(found.values(.person).allSatisfy { !$0.contains("[Wendy") || $0.hasSuffix("Wendy Harker") })
  }

  @Test func takesTheLearnerWhoIsTold() {
    #expect(
      FoundText("I asked Kev and Priya said yes.", options: AnnotationOptions(learner: "Priya Sood")).people
        == ["Kev", "Priya*"])
    #expect(
      FoundText("I did it.", options: AnnotationOptions(learner: "Priya Sood")).people == ["Priya Sood*"])
  }

  @Test func readsAForm() {
    let found = FoundText(table: [["Name", "Pearl Anstey"], ["Line manager", "Hamish Boyle"]])
    #expect(found.people == ["Pearl Anstey*", "Hamish Boyle (manager)"])
  }

  @Test func takesNamesInAColumnOfPeople() {
    let found = FoundText(table: [
      ["What", "Who"], ["Lunch sheet", "Stefan to hold it"], ["Sheet", "Owen and Li Na"],
      ["Rota", "Harriet"],
      ["Board", "Whole team"], ["Cups", "Everybody"],
    ])
    #expect(found.people == ["Stefan", "Owen", "Li Na", "Harriet"])
    let plain = FoundText(table: [
      ["What", "Where"], ["Lunch sheet", "Stefan to hold it"], ["Rota", "Harriet"],
    ])
    // a given name that opens a sentence is one anywhere; a name alone in a cell needs its column
    #expect(plain.people == ["Stefan"])
  }

  @Test func takesTheSenderOfTheWholeForTheLearner() {
    let head = "From: Zbigniew Walczak (control room)\nTo: the college\nSubject: my plan"
    #expect(FoundText(head, "I work nights.").people == ["Zbigniew Walczak*"])
    #expect(FoundText("I work nights.", head).people == ["Zbigniew Walczak"])
    #expect(
      FoundText(head, "Fine.", "From: Kev Hall\nTo: Zbigniew").people == ["Zbigniew Walczak"])
  }

  @Test(arguments: [
    ("team leader", "My team leader agreed.", ["manager"]),
    ("plural", "I asked two colleagues.", ["colleague"]),
    ("verb", "I will coach them.", []), ("verb with an object", "Coach two advisers.", ["adviser"]),
    ("qualifier", "The customer satisfaction score is low.", []),
    ("measure", "My QA score is 90.", []),
    ("source", "Feedback from QA helped.", ["quality"]),
    ("possessive", "My manager's view helped.", ["manager"]),
    ("longest", "The quality coach listened in.", ["coach"]), ("misspelt", "My manger agreed.", ["manager"]),
  ])
  func findsRoles(_ why: String, _ text: String, _ groups: [String]) {
    let values = FoundText(text).values(.role).compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(values == groups, "\(why)")
  }
}
