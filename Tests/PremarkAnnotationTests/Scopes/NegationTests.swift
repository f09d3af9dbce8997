import PremarkAnnotation
import PremarkText
import Testing

/// Rows: text, and what each scope holds, in order.
@Suite struct NegationTests {
  static let rows: [(String, String, [String])] = [
    ("not", "I have not completed the course.", ["completed the course"]),
    ("n't", "I didn't attend the course.", ["attend the course"]),
    ("no apostrophe", "I didnt get a certificate.", ["get a certificate"]),
    ("havent", "I havent started yet.", ["started yet"]),
    ("havnt", "I havnt kept the certificates.", ["kept the certificates"]),
    ("should'nt", "I should'nt rush.", ["rush"]),
    ("dont", "I dont know the policies.", ["know the policies"]),
    ("cant", "I cant open the system.", ["open the system"]),
    ("aint", "It aint finished.", ["It", "finished"]),
    ("wasnt", "I wasnt there.", ["there"]),
    ("a curly apostrophe", "I haven’t finished.", ["finished"]),
    ("cannot", "I cannot type fast.", ["type fast"]),
    ("won't", "I won't attend.", ["attend"]),
    ("never", "I never logged it.", ["logged it"]),
    ("never before", "It had never once occurred to me.", ["once occurred to me"]),
    ("no and a noun", "I have no experience of coaching.", ["experience of coaching"]),
    ("no longer", "I no longer transfer calls.", ["transfer calls"]),
    ("nobody", "Nobody showed me the second tab.", ["showed me the second tab"]),
    ("no one", "No one has told me.", ["has told me"]),
    ("none", "None of my calls failed.", ["of my calls failed"]),
    ("nothing in front", "Nothing went wrong.", ["went wrong"]),
    ("nothing at the end", "I learned nothing.", ["learned"]),
    ("without", "I did it without help.", ["help"]),
    ("without in front", "Without a manager, I did it myself.", ["a manager"]),
    ("without and a list", "I took it without training, help or notes.", ["training, help or notes"]),
    ("no in a telegram", "Neat notes, no delay.", ["delay"]),
    ("denies and a list", "She denies lateness, sickness or error.", ["lateness, sickness or error"]),
    ("neither and nor", "Neither Sam nor Priya attended.", ["Sam", "Priya attended"]),
    ("hardly", "I hardly use the system.", ["use the system"]),
    ("unable to", "I was unable to attend the session.", ["attend the session"]),
    ("failed to", "I failed to log the complaint.", ["log the complaint"]),
    ("refused", "She refused to sign it.", ["sign it"]),
    ("forgot to", "I forgot to save it.", ["save it"]),
    ("lack of", "There is a lack of support.", ["support"]),
    ("absence of", "In the absence of a manager I wait.", ["a manager"]),
    ("denied", "She denied that she had left.", ["that she had left"]),
    ("a passive", "Objective 2 was not met.", ["Objective 2", "met"]),
    ("a passive without be", "Target not met", ["Target", "met"]),
    ("an active subject stays out", "Kev did not sign the plan.", ["sign the plan"]),
    ("not yet", "I have not finished it yet.", ["finished it yet"]),
    ("stops at but", "I did not pass, but I will try again.", ["pass"]),
    ("stops at although", "I did not pass although I tried.", ["pass"]),
    ("stops at because", "I did not go because I was ill.", ["go"]),
    ("stops at due to", "I did not go due to sickness.", ["go"]),
    ("stops at a new subject", "I did not go and Kev went.", ["go"]),
    ("stops at a semicolon", "I did not go; I was ill.", ["go"]),
    ("stops at a bracket", "I did not go (I was ill).", ["go"]),
    ("stops at except", "I did not fail any module except the last.", ["fail any module"]),
    (
      "takes lists", "I did not attend the workshop, the course or the webinar.",
      ["attend the workshop, the course or the webinar"]
    ),
    (
      "takes a shared verb", "I did not attend the course or read the guide.",
      ["attend the course or read the guide"]
    ),
    ("takes what is said", "I did not know we can offer £60.", ["know we can offer £60"]),
    ("takes what is thought", "I don't think I will pass.", ["think I will pass"]),
    ("takes a relative", "I did not get the score I wanted.", ["get the score I wanted"]),
    ("takes an infinitive", "I did not want to write it on my own.", ["want to write it on my own"]),
    ("a noun negated", "I used the new screen and not the old one.", ["the old one"]),
    (
      "cues in a list", "I had no complaints, no lateness and no sickness.",
      ["complaints", "lateness", "sickness"]
    ),
    ("a subordinate clause alone", "If I did not log it then it costs the hub a call.", ["log it"]),
    ("a gerund", "Change: not doing the Excel module.", ["doing the Excel module"]),
    ("an infinitive", "He told me not to rush.", ["to rush"]),
    ("yet to", "I have yet to book it.", ["book it"]),
    ("a list with a gerund", "I had no nausea, vomiting, or dizziness.", ["nausea, vomiting, or dizziness"]),
    ("a bare list", "Calls checked, no delays, drops, repeats.", ["delays, drops, repeats"]),
    ("no bare list", "No complaints, quick wrap.", ["complaints"]),
    (
      "what is believed of a noun", "I do not believe the customer is right.",
      ["believe the customer is right"]
    ),
    ("a gerund beside a noun", "I work without difficulty and walking about helps.", ["difficulty"]),
    ("a lack in the subject", "The lack of support made it hard.", ["support"]),
    (
      "a perfect gerund", "I cannot recall ever having missed a shift.", ["recall ever having missed a shift"]
    ),
    ("nor", "I did not go, nor did I want to.", ["go", "did I want to"]),
    ("not in a subject", "Not everyone passed.", ["everyone passed"]),
    ("limits stay affirmed", "I want nobody left waiting longer than ninety seconds.", ["left waiting"]),
    ("a second sentence", "I did not go. I was ill.", ["go"]),
  ]

  /// What only looks like negation.
  static let traps: [(String, String)] = [
    ("not only", "It was not only useful but also fun."),
    ("not just", "It helps the team, not just me."),
    ("no doubt", "There is no doubt that I improved."),
    ("no problem", "I can do that no problem."),
    ("no more than", "I want no more than three transfers."),
    ("no later than", "I will finish no later than 31 May."),
    ("no less than", "I made no less than five calls."),
    ("no fewer than", "I sat with no fewer than four people."),
    ("not more than", "I want not more than one in four."),
    ("why not", "Why not try it?"),
    ("a number", "Form No. 3 is in the folder."),
    ("no as a word", "I find it hard to say no to the customer."),
    ("an ellipsis", "I wrote what I can do and what I can't."),
    ("a bare no", "He said no."),
    ("No with a comma", "No, I attended."),
    ("without hesitation", "I would do it again without hesitation."),
    ("without a doubt", "Without a doubt, this is my best month."),
    ("can't wait", "I can't wait to start."),
    ("never mind", "Never mind, I passed."),
    ("not without", "I did it, not without effort."),
    ("could not without", "I could not have done it without Wendy."),
    ("did not fail", "I did not fail to reply."),
    ("nothing but", "I heard nothing but praise."),
    ("couldn't agree more", "I couldn't agree more."),
    ("couldn't be happier", "I couldn't be happier."),
    ("a tag question", "It went well, didn't it?"),
    ("or not", "I will find out if it worked or not."),
    ("a November", "I went in Nov and noted it."),
    ("a negative prefix", "The customer was unhappy."),
    ("none other than", "It was none other than Kev."),
    ("no wonder", "No wonder I was tired."),
    ("failed a test", "I failed the test."),
    ("not least", "Many helped, not least Kev."),
  ]

  @Test(arguments: rows)
  func reachesTheClause(_ why: String, _ text: String, _ scopes: [String]) throws {
    let annotated = try #require(Reading.block(text))
    #expect(annotated.negations.map { annotated.document.blocks[0].string($0.span) } == scopes, "\(why)")
  }

  @Test(arguments: traps)
  func leavesWhatOnlyLooksIt(_ why: String, _ text: String) throws {
    let annotated = try #require(Reading.block(text))
    #expect(annotated.negations.map { annotated.document.blocks[0].string($0.span) } == [], "\(why)")
  }

  @Test(arguments: rows)
  func cueStaysOutside(_ why: String, _ text: String, _: [String]) throws {
    for scope in try #require(Reading.block(text)).negations {
      #expect(!scope.span.overlaps(scope.cue), "\(why)")
    }
  }
}
