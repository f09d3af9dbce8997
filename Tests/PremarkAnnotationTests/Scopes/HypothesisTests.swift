import PremarkAnnotation
import Testing

@Suite struct HypothesisTests {
  @Test(arguments: [
    ("if", "If tenants ring twice it costs us a call.", ["tenants ring twice"]),
    ("unless", "I will go unless I am ill.", ["I am ill"]),
    ("in case", "Ring me in case I am off.", ["I am off"]),
    ("would", "That would help me.", ["help me"]),
    ("could", "I could do it tomorrow.", ["do it tomorrow"]),
    ("might", "I might do a course.", ["do a course"]),
    ("should", "Agents should be polite.", ["be polite"]),
    ("may", "I may move to sales.", ["move to sales"]),
    ("would have", "I would have passed.", ["have passed"]),
    ("both", "If I had gone I would have passed.", ["I had gone", "have passed"]),
    ("hopefully", "Hopefully I will pass.", ["I will pass"]),
    ("ideally", "Ideally I get to 85%.", ["I get to 85%"]),
    ("perhaps", "Perhaps I can go.", ["I can go"]),
    ("once", "Once I have passed I will apply.", ["I have passed"]),
    ("when to come", "When I become a coach I will train others.", ["I become a coach"]),
    ("'d", "I'd be happier.", ["be happier"]),
  ])
  func reachesWhatIsSupposed(_ why: String, _ text: String, _ scopes: [String]) throws {
    let annotated = try #require(Reading.block(text))
    #expect(annotated.hypotheses.map { annotated.document.blocks[0].string($0.span) } == scopes, "\(why)")
  }

  @Test(arguments: [
    ("a wish", "I would like to lead a team."), ("a short wish", "I'd like to lead a team."),
    ("should like", "I should like to help."), ("polite", "I would say that it went well."),
    ("had", "I'd finished by noon."), ("May", "I went on 15 May and in May 2026."),
    ("a habit", "He would always ring back."), ("a reported plan", "We agreed I would listen to five calls."),
    ("past ability", "I could see that it helped."), ("a purpose", "I made a sheet so that I could find it."),
    ("when in the past", "When I started I was slow."), ("once in the past", "Once I had finished I left."),
    ("as if", "I spoke as if nothing happened."), ("I would rather", "I would rather stay."),
    ("a plan", "I will attend in May."), ("could not in the past", "I could not find the form."),
  ])
  func leavesWhatIsMeant(_ why: String, _ text: String) throws {
    let annotated = try #require(Reading.block(text))
    #expect(annotated.hypotheses.map { annotated.document.blocks[0].string($0.span) } == [], "\(why)")
  }
}
