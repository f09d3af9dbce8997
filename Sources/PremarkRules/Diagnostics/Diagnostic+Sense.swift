import PremarkText

extension Diagnostic {
  /// `R043`: `[[` without `]]`, or the other way round.
  static func malformedMarks(_ why: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .malformedMarks, at: location, "the marks of an example do not pair", label: why,
      help: "write [[ before and ]] behind the words that are expected, one pair for each place")
  }

  /// `R044`: an example without a text.
  static func emptyExample(_ keyword: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .emptyExample, at: location, "'\(keyword)' has no text", label: "nothing to try the rule on",
      help:
        "write a sentence in quotes, indented lines under it, or '\(keyword) absent' for an empty submission")
  }

  /// `R045`: a rule without an `accept`, a `reject`, or both.
  static func missingExamples(_ missing: String, of rule: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .missingExamples, at: location, "\(rule) has no \(missing)", label: "examples are its tests",
      help: "add one sentence that shows it (accept) and one that only looks like it (reject)")
  }

  /// `R046`: defined in the unit and never used.
  static func unused(_ kind: String, _ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .unused, at: location, "\(kind) '\(name)' is never used",
      label: "no criterion, mistake or tip leads here",
      help: "let a criterion, mistake or tip ask for it, or take it out")
  }

  /// `R047`: bounds on the same count that exclude each other.
  static func cannotHold(at location: RuleLocation, atLeast: Int, atMost: Int) -> Diagnostic {
    Diagnostic(
      .cannotHold, at: location, "this cannot hold",
      label: "at least \(atLeast) and at most \(atMost) of the same",
      help: "change one of the two numbers")
  }

  /// `R047`: a comparison of a thing with itself, or with a level that nothing is below.
  static func neverHolds(_ why: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(.cannotHold, at: location, "this cannot hold", label: why)
  }

  /// `R048`: filters that no clause passes.
  static func contradictoryFilters(_ kind: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .contradictoryFilters, at: location, "no clause passes these filters",
      label: "they exclude each other (\(kind))", help: "keep one, or join them by 'or' in brackets")
  }

  /// `R049`: `near if` that says the same as `held if`.
  static func nearEqualsHeld(_ requirement: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .nearEqualsHeld, at: location, "requirement '\(requirement)' is near exactly where it is held",
      label: "says the same as 'held if'", help: "ask for less here, or take the line out")
  }

  /// `R057`: `firm if` that says the same as `held if`.
  static func firmEqualsHeld(_ requirement: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .firmEqualsHeld, at: location, "requirement '\(requirement)' is firm wherever it is held",
      label: "says the same as 'held if'", help: "ask for more here, or take the line out")
  }

  /// `R050`: an alternative that stands there already.
  static func repeatedAlternative(at location: RuleLocation, first: RuleLocation) -> Diagnostic {
    Diagnostic(
      .repeatedAlternative, at: location, "this alternative is never reached",
      label: "the same stands before it",
      help: "take it out", notes: [Note("here", at: first)])
  }

  /// `R056`: two values that are never compared.
  static func neverCompared(_ why: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .neverCompared, at: location, "these two values are never compared", label: why,
      help: "compare values of one kind: percentages with percentages, dates with dates, times with times")
  }

  /// `R051`: `or` and `,` side by side.
  static func mixedOr(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .mixedOr, at: location, "'or' stands beside ',' without brackets",
      label: "readers take this for two different things",
      help: "put brackets round the alternatives: (a or b), c")
  }

  /// `R052`: `with … and at least …`.
  static func countInsideWith(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .countInsideWith, at: location, "'and at least' still belongs to 'with'",
      label: "counted inside each of them, not over the document",
      help: "write ', at least' to count over the document, or brackets after 'with' to count inside")
  }

  /// `R058`: a phrase whose alternatives and optional words multiply to more ways than are looked for.
  static func tooManyWays(_ list: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .tooManyWays, at: location, "a phrase of word list '\(list)' can be written in too many ways",
      label: "more than \(PhraseStore.mostWays) with all alternatives and optional words",
      help: "put alternatives into a word list of their own and write it in '<…>'")
  }

  /// `R053`: a phrase given twice in a list.
  static func repeatedPhrase(_ list: String, at location: RuleLocation, first: RuleLocation) -> Diagnostic {
    Diagnostic(
      .repeatedPhrase, at: location, "word list '\(list)' has this phrase twice", label: "given again here",
      help: "take it out", notes: [Note("first given here", at: first)])
  }
}
