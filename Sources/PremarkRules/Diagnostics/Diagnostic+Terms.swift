import PremarkText

extension Diagnostic {
  /// `R011`: `uses` of a vocabulary file that is not there.
  static func unknownVocabulary(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .unknownVocabulary, at: location, "unknown vocabulary '\(name)'", label: "there is no such file",
      help: "shared lists stand in Rules/vocabulary/\(name).rules")
  }

  /// `R012`: a word list that is not in reach.
  static func unknownWordList(_ name: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownWordList, at: location, "unknown word list '\(name)'",
      label: "not defined in this unit or in what it uses", help: didYouMean(closest))
  }

  /// `R013`: a group that the list does not have.
  static func unknownGroup(_ group: String, of list: String, at location: RuleLocation, known: [String])
    -> Diagnostic
  {
    Diagnostic(
      .unknownGroup, at: location, "word list '\(list)' has no group '\(group)'", label: "no such group",
      help: didYouMean(Spelling.nearest(to: group, in: known))
        ?? (known.isEmpty ? "it has no groups" : "it has: \(listed(known))"))
  }

  /// `R014`: a name that is no indicator, item, passage or part.
  static func unknownName(_ name: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownName, at: location, "unknown name '\(name)'", label: "no indicator, item, passage or part",
      help: didYouMean(closest))
  }

  /// `R014`: `rows` of a name that is no rule with examples.
  static func noRuleOfRows(_ name: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownName, at: location, "unknown rule '\(name)'",
      label: "no indicator, item, passage or mistake of that name", help: didYouMean(closest))
  }

  /// `R014`: a name of the wrong kind, such as a passage that is an indicator.
  static func wrongKind(_ name: String, wanted: String, at location: RuleLocation, closest: String?)
    -> Diagnostic
  {
    Diagnostic(
      .unknownName, at: location, "unknown \(wanted) '\(name)'", label: "no \(wanted) of that name",
      help: didYouMean(closest))
  }

  /// `R015`: a role that annotation does not know.
  static func unknownRole(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .unknownRole, at: location, "unknown role '\(name)'", label: "no column or label has this role",
      help: didYouMean(Spelling.nearest(to: name, in: Vocabulary.roles))
        ?? "roles are \(listed(Vocabulary.roles))")
  }

  /// `R016`: `<date:week>`, `<change:left>`, `<money:small>`.
  static func unknownRefinement(
    _ group: String, of entity: String, at location: RuleLocation, known: [String]
  )
    -> Diagnostic
  {
    Diagnostic(
      .unknownRefinement, at: location, "'\(entity)' has no '\(group)'", label: "not known of this entity",
      help: known.isEmpty ? "write <\(entity)>" : "it has: \(listed(known))")
  }

  /// `R017`: a criterion that is not there.
  static func unknownCriterion(_ name: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownCriterion, at: location, "unknown criterion '\(name)'", label: "no criterion of that name",
      help: didYouMean(closest))
  }

  /// `R018`: a requirement that is not there.
  static func unknownRequirement(_ name: String, at location: RuleLocation, closest: String?) -> Diagnostic {
    Diagnostic(
      .unknownRequirement, at: location, "unknown requirement '\(name)'",
      label: "no requirement of that name",
      help: didYouMean(closest))
  }

  /// `R018`: a requirement that several criteria have.
  static func ambiguousRequirement(_ name: String, at location: RuleLocation, criteria: [String])
    -> Diagnostic
  {
    Diagnostic(
      .unknownRequirement, at: location, "several criteria have a requirement '\(name)'",
      label: "which of them is meant?",
      help: "the criteria are \(listed(criteria)); give them different names")
  }

  /// `R019`: a word list named without brackets.
  static func listWithoutBrackets(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .wrongBrackets, at: location, "'\(name)' is a word list", label: "a list is named in < >",
      help: "write <\(name)>")
  }

  /// `R019`: an indicator, item or passage named with brackets.
  static func nameInBrackets(_ name: String, kind: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .wrongBrackets, at: location, "'\(name)' is no word list but \(kind)",
      label: "only lists and entities stand in < >", help: "write \(name)")
  }

  /// `R020`: a placeholder that nothing fills.
  static func unknownPlaceholder(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .unknownPlaceholder, at: location, "unknown placeholder '{\(name)}'", label: "nothing fills this",
      help: didYouMean(Spelling.nearest(to: name, in: Vocabulary.placeholders))
        ?? "placeholders are {count}, {quote}, {item} and {figure}")
  }
}
