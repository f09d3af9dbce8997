import PremarkPlatform
import PremarkRules

/// `premark rules new UNIT`
struct RulesNewCommand {
  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run(on console: inout Console) throws(CommandError) {
    let id = invocation.operands[0]
    guard Self.isName(id) else {
      throw .usage(
        "'\(id)' is no name for a unit; use small letters, digits and '-', such as 'own-development'")
    }
    guard let folder = invocation.value(.rules) else {
      return try console.put(Self.skeleton(of: id))
    }
    try write(id, in: folder, on: &console)
  }

  private func write(_ id: String, in folder: String, on console: inout Console) throws(CommandError) {
    let path = "\(folder)/\(id)/unit.rules"
    guard !RuleFolder.holds(path) else {
      return console.complain("\(path): it is there already; choose another name", .unread)
    }
    let examples = "\(folder)/\(id)/examples"
    let files = [
      (path, Self.skeleton(of: id)), ("\(examples)/first.md", Array(Self.submission.utf8)),
      ("\(examples)/expected", Array(Self.expected.utf8)),
    ]
    for (path, text) in files {
      if let why = RuleFolder.makeFolder(of: path) ?? FileBytes.write(text, to: path) {
        return console.complain(
          "\(path): it cannot be written (\(why)); name a folder you may write in", .unread)
      }
    }
    try console.put(
      Array(
        """
        \(path)
        \(examples)/first.md
        \(examples)/expected

        Next: premark rules check \(id) --rules \(folder)
              premark rules test \(id) --rules \(folder)

        """.utf8))
  }

  private static func isName(_ id: String) -> Bool {
    guard let first = id.utf8.first, first != UInt8(ascii: "-"), id.utf8.count <= 60 else { return false }
    return id.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "-") }
  }
}

extension RulesNewCommand {
  /// A whole small unit that passes `rules check`, with what each line means.
  static func skeleton(of id: String) -> [UInt8] {
    let text = """
      language 1

      # What the unit is called, and what holds in it unless a rule says otherwise: only what the learner says of
      # themselves, and only what is said to be so.
      unit \(id)
        title "Title of the unit"
        awarded by "Awarding organisation"
        by default own, affirmed

      # Words that mean the same to the rules, by stem: "asked" also finds "ask" and "asking". (him/her) is an optional
      # word with alternatives; ... stands for up to three words.
      words feedback-request
        asked (him/her/them) for feedback, asked ... how I did, ask for (some) feedback

      # An indicator is a pattern that speaks for something. Read it aloud: a clause with a feedback request, done or
      # stronger. What stands in accept must be found (at the [[ ]]), what stands in reject must not.
      indicator asked-for-feedback
        clause <feedback-request>, done or stronger
        accept "After the call [[I asked for feedback]]."
        reject "You should ask for feedback."
        reject "I will ask for feedback next week."

      # A criterion is one marking point. Its requirements are its parts; each ends held, near or absent.
      criterion feedback-sought
        title "Seeks feedback"
        because "Marking point 1: the learner actively seeks feedback (say where the specification has it)."
        requires feedback-asked-for
          held if at least 2 asked-for-feedback
          near if at least 1 asked-for-feedback
          shown "You asked for feedback {count} times."
          missing "a second time that you asked for feedback"
          advice "Write down another time when you asked someone how you did, and when that was."
        met when all
        question "Who gave you the most useful feedback, and what did you do with it?"

      # A common mistake, with what the learner is told. The examples are marked as whole submissions are.
      mistake no-feedback
        title "No feedback asked for"
        when no asked-for-feedback
        says "Nothing shows that you asked anybody how you did."
        advice "Ask somebody who sees your work, and write down what they said."
        accept absent
        reject "After the call I asked for feedback."

      """
    return RuleFormatter.format(Array(text.utf8)).text
  }

  private static let submission = """
    # My development

    After my first week on the complaints line I asked for feedback from Dana, who sits next to me. She told me to
    let people finish before I answer. On 12 May I asked her again how I did, and she said that it was much better.

    """

  private static let expected = """
    # file: a decision for each criterion in the order of the unit, then the mistakes found
    first.md: met

    """
}
