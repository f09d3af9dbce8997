import PremarkText

extension Diagnostic {
  /// `R001`: bytes that are not UTF-8. Reported once a file, at the first.
  static func notUTF8(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .notUTF8, at: location, "the file is not UTF-8 text", label: "these bytes stand for no character",
      help: "save the file as UTF-8")
  }

  /// `R002`: a string that does not close on its line.
  static func openString(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .openString, at: location, "the quote is not closed", label: "opens here",
      help: "close it on the same line; texts in quotes one after the other are joined by a space")
  }

  /// `R003`: something else than the language wants.
  static func unexpected(_ found: String, expected: String, at location: RuleLocation, help: String? = nil)
    -> Diagnostic
  {
    Diagnostic(.unexpected, at: location, "expected \(expected), found \(found)", label: "here", help: help)
  }

  /// `R004`: indentation that fits no line above.
  static func indentation(at location: RuleLocation, expected: Int) -> Diagnostic {
    Diagnostic(
      .indentation, at: location, "the indentation fits no line above",
      label: "properties of this statement stand \(expected) spaces in",
      help: "indent by \(expected) for a property, by more to continue the line above")
  }

  /// `R004`: an indented line with no statement above it.
  static func indentedFirst(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .indentation, at: location, "an indented line with no statement above it", label: "belongs to nothing",
      help: "begin a statement at the start of the line")
  }

  /// `R005`: `<` that is not followed by a name and `>`.
  static func malformedReference(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .malformedReference, at: location, "a list is named '<list>' or '<list:group>'",
      label: "no name between '<' and '>'")
  }

  /// `R006`: the first word of a statement is none of the language.
  static func unknownStatement(_ word: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownStatement, at: location, "unknown statement '\(word)'", label: "no statement begins so",
      help: didYouMean(closest) ?? "a line at the start begins one of: \(listed(Vocabulary.statements))")
  }

  /// `R007`: the first word of a property is none of its statement.
  static func unknownProperty(
    _ word: String, of statement: String, at location: RuleLocation, known: [String]
  )
    -> Diagnostic
  {
    Diagnostic(
      .unknownProperty, at: location, "unknown property '\(word)'",
      label: "'\(statement)' has no such property",
      help: didYouMean(Spelling.nearest(to: word, in: known)) ?? "it has: \(listed(known))")
  }

  /// `R008`: a name with signs that names do not have.
  static func malformedName(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .malformedName, at: location, "'\(name)' cannot be a name", label: "not a name",
      help: "names are small letters and digits, with '-' or '.' inside")
  }

  /// `R009`: a phrase that cannot be read.
  static func malformedPhrase(_ why: String, at location: RuleLocation, help: String) -> Diagnostic {
    Diagnostic(.malformedPhrase, at: location, "the phrase cannot be read: \(why)", label: "here", help: help)
  }

  /// `R010`: nothing where a phrase should be.
  static func emptyPhrase(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .emptyPhrase, at: location, "a phrase without words", label: "nothing between these marks",
      help: "write a phrase, or take one comma out")
  }

  /// `R042`: brackets nested deeper than anyone can read.
  static func nestedTooDeep(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .nestedTooDeep, at: location, "brackets are nested too deep",
      label: "more than \(Vocabulary.deepestNesting) levels",
      help: "give the inner part a name as an indicator")
  }

  static func didYouMean(_ name: String?) -> String? { name.map { "did you mean '\($0)'?" } }

  static func listed(_ names: [String]) -> String {
    var text = ""
    for (index, name) in names.enumerated() {
      if index > 0 { text += index == names.count - 1 ? " or " : ", " }
      text += name
    }
    return text
  }
}
