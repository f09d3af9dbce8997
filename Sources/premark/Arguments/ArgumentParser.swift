import PremarkText

/// A command line that is not what the tables say.
struct UsageError: Error, Equatable {
  /// What is wrong, one line: lower case, no full stop.
  let message: String
  /// The command whose help page says more: "premark check".
  let command: String

  /// The whole line for standard error.
  var line: String { "premark: \(message); see '\(command) --help'" }
}

/// A command line, understood.
struct Invocation: Sendable {
  /// What is to be done.
  let command: CommandSpecification
  /// Values of options that take one; the last where one was given twice.
  fileprivate(set) var values: [OptionName: String] = [:]
  /// Options without a value.
  fileprivate(set) var flags: Set<OptionName> = []
  /// What was given by place, in order.
  fileprivate(set) var operands: [String] = []

  fileprivate init(command: CommandSpecification) { self.command = command }

  /// The value of an option, or what holds without it.
  func value(_ name: OptionName) -> String? {
    values[name] ?? command.option(named: name.rawValue)?.standard
  }

  /// True where the option was given.
  func has(_ name: OptionName) -> Bool { flags.contains(name) }
}

/// Understands a command line by the tables: `--option value`, `--option=value`, `-o value`, `-ovalue`, `--` before
/// operands that begin with "-".
struct ArgumentParser {
  private var rest: ArraySlice<String>
  private var invocation: Invocation

  /// Understands `arguments` (without the program's name).
  ///
  /// - Throws: a ``UsageError`` for the first thing that is wrong. A call for help is never wrong.
  static func parse(
    _ arguments: [String], _ root: CommandSpecification = CommandTable.root
  ) throws(UsageError) -> Invocation {
    var command = root
    var rest = arguments[...]
    while !command.subcommands.isEmpty, let word = rest.first, !word.hasPrefix("-") {
      guard let next = command.subcommands.first(where: { $0.path.last == word }) else {
        throw unknown("command", word, among: command.subcommands.compactMap(\.path.last), command)
      }
      command = next
      rest = rest.dropFirst()
    }
    var parser = ArgumentParser(rest: rest, invocation: Invocation(command: command))
    try parser.run()
    return parser.invocation
  }

  private mutating func run() throws(UsageError) {
    var optionsEnded = false
    while let word = rest.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        invocation.operands.append(word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2))
      } else {
        try takeShort(word.dropFirst())
      }
    }
    try checkOperands()
  }

  private mutating func takeLong(_ word: Substring) throws(UsageError) {
    let name = word.prefix { $0 != "=" }
    guard let option = invocation.command.option(named: String(name)) else {
      throw Self.unknown(
        "option", "--" + name, among: invocation.command.options.map { "--" + $0.name.rawValue },
        invocation.command)
    }
    try take(
      option, "--" + name, attached: name.endIndex < word.endIndex ? word[name.endIndex...].dropFirst() : nil)
  }

  private mutating func takeShort(_ word: Substring) throws(UsageError) {
    guard let letter = word.first,
      let option = invocation.command.options.first(where: { $0.letter == letter })
    else {
      throw Self.unknown("option", "-" + word.prefix(1), among: [], invocation.command)
    }
    let attached = word.dropFirst()
    try take(option, "-\(letter)", attached: attached.isEmpty ? nil : attached)
  }

  private mutating func take(
    _ option: OptionSpecification, _ spelling: String, attached: Substring?
  ) throws(UsageError) {
    guard option.value != .none else {
      if let attached { throw error("option '\(spelling)' takes no value, but '\(attached)' was given") }
      invocation.flags.insert(option.name)
      return
    }
    guard let value = attached.map(String.init) ?? nextValue() else {
      throw error("option '\(spelling)' needs a value (\(option.valueName))")
    }
    if let allowed = option.value.allowed, !allowed.contains(value) {
      throw error(
        "'\(value)' is no value of '--\(option.name.rawValue)'; it takes " + Self.list(allowed)
          + Self.suggestion(value, among: allowed))
    }
    invocation.values[option.name] = value
  }

  private mutating func nextValue() -> String? {
    guard let next = rest.first, next == "-" || !next.hasPrefix("-") else { return nil }
    return rest.popFirst()
  }

  private func checkOperands() throws(UsageError) {
    let command = invocation.command
    if invocation.has(.help) || invocation.has(.version) { return }
    let needed = command.operands.filter { !$0.isOptional }.count
    if invocation.operands.count < needed,
      let missing = command.operands.dropFirst(invocation.operands.count).first
    {
      throw error("'\(command.name)' needs \(missing.isRepeated ? "at least one" : "a") \(missing.name)")
    }
    if let last = command.operands.last, last.isRepeated { return }
    if let extra = invocation.operands.dropFirst(command.operands.count).first {
      throw error("'\(extra)' is one argument too many for '\(command.name)'")
    }
  }

  private func error(_ message: String) -> UsageError {
    UsageError(message: message, command: invocation.command.name)
  }
}

extension ArgumentParser {
  private static func unknown(
    _ what: String, _ word: String, among names: [String], _ command: CommandSpecification
  ) -> UsageError {
    UsageError(message: "unknown \(what) '\(word)'" + suggestion(word, among: names), command: command.name)
  }

  /// "; did you mean 'x'?" where a name is near.
  static func suggestion(_ word: String, among names: [String]) -> String {
    nearest(word, among: names).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// "text, json or markdown".
  static func list(_ values: [String]) -> String {
    guard let last = values.last, values.count > 1 else { return values.first ?? "" }
    return values.dropLast().joined(separator: ", ") + " or " + last
  }
}
