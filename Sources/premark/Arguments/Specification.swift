/// A command as data: what it is called, what it takes, how it is explained. Parsing, help and completions all read
/// these tables, so none of them can say something else than another.
struct CommandSpecification: Sendable {
  /// Words that call it, without "premark": `["rules", "check"]`; empty for the program itself.
  let path: [String]
  /// What it does, one sentence.
  let abstract: String
  /// Paragraphs under the usage line.
  var discussion: [String] = []
  /// In order; only the last may be repeated.
  var operands: [OperandSpecification] = []
  /// In the order of the help page.
  var options: [OptionSpecification] = []
  /// Commands one word further.
  var subcommands: [CommandSpecification] = []
  /// Command lines to try, each with what it does.
  var examples: [(line: String, effect: String)] = []
  /// Exit codes beyond 0 and 64, which every command has.
  var exitCodes: [(code: Int, meaning: String)] = []

  /// Its name as typed.
  var name: String { (["premark"] + path).joined(separator: " ") }

  /// The option with that long name.
  func option(named name: String) -> OptionSpecification? { options.first { $0.name.rawValue == name } }
}

/// Something a command takes by its place.
struct OperandSpecification: Sendable {
  /// What completions offer.
  enum Kind: Sendable, Equatable {
    case file, unit, command
    case oneOf([String])
  }

  /// As help shows it: `FILE`.
  let name: String
  let kind: Kind
  let help: String
  var isOptional = false
  var isRepeated = false

  /// With signs for optional and repeated: `[UNIT...]`.
  var usage: String {
    let name = isRepeated ? name + "..." : name
    return isOptional ? "[\(name)]" : name
  }
}

/// Every option there is.
enum OptionName: String, Sendable, CaseIterable {
  case unit, criterion, format, audience, rules, submitted, learner, plain, help, version
  case junit, coverage, check, labels, rule, output, all, annotate, open
  case jobs, worksheet, grades, pseudonyms, timeout, memory, retry, worker
  case export, base, changed, files, requests
  case strategy, size, rate, seed, marks, similar, stage, template, verify
  case failOn = "fail-on"
  case newAssessors = "new-assessors"
}

/// Something a command takes by name.
struct OptionSpecification: Sendable {
  /// What follows the name.
  enum Value: Sendable, Equatable {
    case none
    case oneOf([String])
    case unit, folder, date, text

    /// What completions and the parser hold it to; nil where anything goes.
    var allowed: [String]? {
      if case .oneOf(let values) = self { values } else { nil }
    }
  }

  let name: OptionName
  /// One letter, for `-u`.
  var letter: Character?
  let value: Value
  /// As help shows the value: `ID`.
  var valueName = ""
  let help: String
  /// What holds where it is not given; for the help page.
  var standard: String?

  /// `-u, --unit ID`.
  var usage: String { (letter.map { "-\($0), " } ?? "") + long }

  /// `--unit ID`.
  var long: String { "--" + name.rawValue + (valueName.isEmpty ? "" : " " + valueName) }
}
