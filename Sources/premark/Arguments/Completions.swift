/// Completion scripts, drawn from the tables.
enum Completions {
  /// The script for a shell that ``CommandTable/completions`` names.
  ///
  /// - Parameter units: ids of the units there are rules for.
  static func script(for shell: String, root: CommandSpecification, units: [String]) -> String {
    switch shell {
    case "zsh": zsh(root, units)
    case "fish": fish(root, units)
    default: bash(root, units)
    }
  }

  /// Every command, the program itself first, then depth first.
  static func commands(under command: CommandSpecification) -> [CommandSpecification] {
    [command] + command.subcommands.flatMap(commands)
  }

  /// `_premark_rules_check`.
  private static func function(_ command: CommandSpecification) -> String {
    (["_premark"] + command.path).joined(separator: "_")
  }

  /// In single quotes for any of the three shells.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// Words that an operand may be; nil for a file.
  private static func words(
    for kind: OperandSpecification.Kind, _ root: CommandSpecification, _ units: [String]
  )
    -> [String]?
  {
    switch kind {
    case .file: nil
    case .unit: units
    case .command: root.subcommands.compactMap(\.path.last)
    case .oneOf(let values): values
    }
  }
}

// MARK: - bash

extension Completions {
  private static func bash(_ root: CommandSpecification, _ units: [String]) -> String {
    var script = """
      # bash completion for premark

      _premark() {
        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= index
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          case "$command ${COMP_WORDS[index]}" in

      """
    for command in commands(under: root).dropFirst() {
      let above = command.path.dropLast().joined(separator: "_")
      let name = command.path.last ?? ""
      script += "      \(quoted("\(above) \(name)"))) command=\(command.path.joined(separator: "_")) ;;\n"
    }
    script += """
          esac
        done
        case "$command" in

      """
    for command in commands(under: root) { script += bashCase(command, root, units) }
    script += """
        esac
      }
      complete -o filenames -F _premark premark

      """
    return script
  }

  private static func bashCase(
    _ command: CommandSpecification, _ root: CommandSpecification, _ units: [String]
  ) -> String {
    var lines = "    \(quoted(command.path.joined(separator: "_"))))\n"
    let valued = command.options.filter { $0.value != .none }
    if !valued.isEmpty {
      lines += "      case \"$before\" in\n"
      for option in valued { lines += bashValue(option, units) }
      lines += "      esac\n"
    }
    let options = command.options.map { "--" + $0.name.rawValue }.joined(separator: " ")
    lines +=
      "      if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \(quoted(options)) -- \"$word\")); return; fi\n"
    let names = command.subcommands.compactMap(\.path.last)
    if !names.isEmpty {
      lines += "      COMPREPLY=($(compgen -W \(quoted(names.joined(separator: " "))) -- \"$word\"))\n"
    } else if let operand = command.operands.last {
      if let words = words(for: operand.kind, root, units) {
        lines += "      COMPREPLY=($(compgen -W \(quoted(words.joined(separator: " "))) -- \"$word\"))\n"
      } else {
        lines += "      mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
      }
    }
    return lines + "      ;;\n"
  }

  private static func bashValue(_ option: OptionSpecification, _ units: [String]) -> String {
    let names = "--" + option.name.rawValue + (option.letter.map { "|-\($0)" } ?? "")
    let reply: String
    switch option.value {
    case .oneOf(let values):
      reply = "COMPREPLY=($(compgen -W \(quoted(values.joined(separator: " "))) -- \"$word\"))"
    case .unit: reply = "COMPREPLY=($(compgen -W \(quoted(units.joined(separator: " "))) -- \"$word\"))"
    case .folder: reply = "mapfile -t COMPREPLY < <(compgen -d -- \"$word\")"
    case .date, .text, .none: reply = ":"
    }
    return "        \(names)) \(reply); return ;;\n"
  }
}

// MARK: - zsh

extension Completions {
  private static func zsh(_ root: CommandSpecification, _ units: [String]) -> String {
    var script = "#compdef premark\n"
    for command in commands(under: root).reversed() { script += zshFunction(command, root, units) }
    return script + """

      if [ "$funcstack[1]" = "_premark" ]; then _premark "$@"; else compdef _premark premark; fi

      """
  }

  private static func zshFunction(
    _ command: CommandSpecification, _ root: CommandSpecification, _ units: [String]
  ) -> String {
    var lines = "\n\(function(command))() {\n"
    if !command.subcommands.isEmpty { lines += "  local line state\n" }
    lines += "  _arguments -C"
    for option in command.options { lines += " \\\n    " + zshOption(option, units) }
    if command.subcommands.isEmpty {
      for (index, operand) in command.operands.enumerated() {
        let place = operand.isRepeated ? "*" : String(index + 1)
        let action =
          words(for: operand.kind, root, units).map { "(" + $0.joined(separator: " ") + ")" } ?? "_files"
        lines += " \\\n    " + quoted("\(place):\(operand.name):\(action)")
      }
      return lines + "\n}\n"
    }
    let names = command.subcommands.compactMap(\.path.last)
    lines +=
      " \\\n    " + quoted("1:command:(" + names.joined(separator: " ") + ")") + " \\\n    '*::arg:->args'\n"
    lines += "  case $line[1] in\n"
    for subcommand in command.subcommands {
      lines += "    \(subcommand.path.last ?? "")) \(function(subcommand)) ;;\n"
    }
    return lines + "  esac\n}\n"
  }

  private static func zshOption(_ option: OptionSpecification, _ units: [String]) -> String {
    let help = option.help.filter { $0 != "[" && $0 != "]" && $0 != ":" }
    let action: String
    switch option.value {
    case .none: action = ""
    case .oneOf(let values): action = ":\(option.valueName):(" + values.joined(separator: " ") + ")"
    case .unit: action = ":\(option.valueName):(" + units.joined(separator: " ") + ")"
    case .folder: action = ":\(option.valueName):_files -/"
    case .date, .text: action = ":\(option.valueName): "
    }
    let long = quoted("--\(option.name.rawValue)[\(help)]\(action)")
    guard let letter = option.letter else { return long }
    return long + " \\\n    " + quoted("-\(letter)[\(help)]\(action)")
  }
}

// MARK: - fish

extension Completions {
  private static func fish(_ root: CommandSpecification, _ units: [String]) -> String {
    var script = "# fish completion for premark\ncomplete -c premark -f\n"
    for command in commands(under: root) {
      let condition = quoted(fishCondition(command))
      for subcommand in command.subcommands {
        script +=
          "complete -c premark -n \(condition) -a \(subcommand.path.last ?? "") -d \(fishQuoted(subcommand.abstract))\n"
      }
      for option in command.options {
        script += "complete -c premark -n \(condition) " + fishOption(option, units) + "\n"
      }
      guard command.subcommands.isEmpty, let operand = command.operands.last else { continue }
      if let words = words(for: operand.kind, root, units) {
        script += "complete -c premark -n \(condition) -a \(quoted(words.joined(separator: " ")))\n"
      } else {
        script += "complete -c premark -n \(condition) -F\n"
      }
    }
    return script
  }

  /// Holds where `command` is the one being typed.
  private static func fishCondition(_ command: CommandSpecification) -> String {
    let seen = command.path.map { "__fish_seen_subcommand_from \($0)" }
    let names = command.subcommands.compactMap(\.path.last).joined(separator: " ")
    if command.path.isEmpty { return "__fish_use_subcommand" }
    return (names.isEmpty ? seen : seen + ["not __fish_seen_subcommand_from \(names)"]).joined(
      separator: "; and ")
  }

  private static func fishOption(_ option: OptionSpecification, _ units: [String]) -> String {
    var words = "-l \(option.name.rawValue)" + (option.letter.map { " -s \($0)" } ?? "")
    switch option.value {
    case .none: break
    case .oneOf(let values): words += " -x -a " + quoted(values.joined(separator: " "))
    case .unit: words += " -x -a " + quoted(units.joined(separator: " "))
    case .folder: words += " -r -a '(__fish_complete_directories)'"
    case .date, .text: words += " -x"
    }
    return words + " -d " + fishQuoted(option.help)
  }

  /// fish takes `\'` inside single quotes.
  private static func fishQuoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'") + "'"
  }
}
