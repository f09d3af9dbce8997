/// What the command line asks for.
struct Options {
  static let usage = """
    usage: premark-bench [--case NAME]... [--quick] [--json] [FILE...]
           premark-bench --words-of UNIT

    Measures each stage and the whole, and checks the answer of every run. FILE is a submission whose path names its unit;
    without any, the example submissions of the repository are taken.

      --case NAME      only this: \(Stages.names.joined(separator: " ")), or
                       words (texts of 500 to 500,000 words), rules (10 to 10,000 rules), units (what each unit's rules
                       cost), process (the program beside this one, started again and again)
      --quick          fewer runs, texts to 50,000 words, rules to 1,000
      --json           a JSON object a line
      --words-of UNIT  only print the unit's word lists as patterns for spaCy's Matcher
    """

  private(set) var cases: [String] = []
  private(set) var isQuick = false
  private(set) var isJSON = false
  private(set) var wordsOf: String?
  private(set) var files: [String] = []

  /// - Throws: a ``WrongAnswer`` with what is wrong.
  init(_ arguments: some Sequence<String>) throws {
    let known = Stages.names + ["words", "rules", "units", "process"]
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--quick": isQuick = true
      case "--json": isJSON = true
      case "--case":
        guard let name = rest.next(), known.contains(name) else {
          throw WrongAnswer(message: "'--case' needs one of: \(known.joined(separator: " "))")
        }
        cases.append(name)
      case "--words-of":
        guard let unit = rest.next() else { throw WrongAnswer(message: "'--words-of' needs a unit") }
        wordsOf = unit
      default:
        guard !argument.hasPrefix("-") else { throw WrongAnswer(message: Self.usage) }
        files.append(argument)
      }
    }
  }

  func wants(_ name: String) -> Bool { cases.isEmpty || cases.contains(name) }
}
