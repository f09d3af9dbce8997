/// The codes of all diagnostics of rule files. A code keeps its meaning for ever and is never used again.
public enum DiagnosticCode: String, Sendable, CaseIterable {
  // Reading: bytes, lines, words.
  /// Bytes that are not UTF-8.
  case notUTF8 = "R001"
  /// A quote that opens and does not close on its line.
  case openString = "R002"
  /// Something else stands where the language wants a certain word.
  case unexpected = "R003"
  /// A line whose indentation fits no line above it.
  case indentation = "R004"
  /// `<` without `>`, or no name between them.
  case malformedReference = "R005"
  /// The first word of a statement is none of the language.
  case unknownStatement = "R006"
  /// The first word of a property is none of its statement.
  case unknownProperty = "R007"
  /// A name with other signs than small letters, digits, `-` and `.`.
  case malformedName = "R008"
  /// A phrase that cannot be read: brackets, colons, lone marks.
  case malformedPhrase = "R009"
  /// Nothing where a phrase should be.
  case emptyPhrase = "R010"

  // Terms: names that lead nowhere.
  /// `uses` of a vocabulary file that is not there.
  case unknownVocabulary = "R011"
  /// `<list>` that is not in reach.
  case unknownWordList = "R012"
  /// `<list:group>` where the list has no such group.
  case unknownGroup = "R013"
  /// A name that is no indicator, item, passage or part.
  case unknownName = "R014"
  /// A role that annotation does not know.
  case unknownRole = "R015"
  /// `<date:week>`: a refinement that the entity does not have.
  case unknownRefinement = "R016"
  /// `criterion x` where there is none of that name.
  case unknownCriterion = "R017"
  /// `requirement x` where there is none of that name, or more than one.
  case unknownRequirement = "R018"
  /// A word list named without `<>`, or an indicator named with them.
  case wrongBrackets = "R019"
  /// `{x}` that is no placeholder.
  case unknownPlaceholder = "R020"

  // Structure: statements and properties.
  /// A name given twice.
  case duplicateName = "R021"
  /// A word list with the name of an entity, or one name for two kinds of things.
  case nameOfBoth = "R022"
  /// A name that is a word of the language.
  case reservedName = "R023"
  /// A property that must be there and is not.
  case missingProperty = "R024"
  /// A property given twice.
  case repeatedProperty = "R025"
  /// A statement that only a unit's file may hold.
  case notInVocabulary = "R026"
  /// No `language 1` at the top, or another number.
  case language = "R027"
  /// No `unit` or `vocabulary` line, or more than one.
  case fileHeader = "R028"
  /// A vocabulary whose name is not the name of its file.
  case vocabularyName = "R029"
  /// Files that use each other in a circle.
  case cycleInUses = "R030"
  /// Word lists that hold each other in a circle.
  case cycleInLists = "R031"
  /// Indicators, items or passages that are defined by each other in a circle.
  case cycleInDefinitions = "R032"
  /// `4 of 5` where there are not 5 essential requirements, or fewer than 4.
  case countOutOfRange = "R033"
  /// A number that cannot stand there.
  case impossibleNumber = "R034"
  /// A criterion that requires nothing.
  case noRequirements = "R035"
  /// An item that comes from nowhere.
  case noSources = "R036"
  /// An indicator or passage that nothing can show.
  case noAlternatives = "R037"
  /// A further alternative that does not begin with `or`.
  case missingOr = "R038"
  /// `criterion x is …` or `requirement x is …` where decisions are not yet known.
  case decisionNotKnown = "R039"
  /// `drops` of something that is not in the list.
  case dropsNothing = "R040"
  /// A wording line that is no list of hashes.
  case malformedWording = "R041"
  /// Brackets nested too deep.
  case nestedTooDeep = "R042"
  /// A word list without a phrase.
  case emptyList = "R054"
  /// `for it` where no item is at hand.
  case nothingAtHand = "R055"

  // Examples.
  /// `[[` without `]]`, or the other way round.
  case malformedMarks = "R043"
  /// An example without a text.
  case emptyExample = "R044"
  /// A rule without an `accept`, a `reject`, or both.
  case missingExamples = "R045"

  // Sense: what can never hold, or never matters.
  /// Defined in the unit and never used.
  case unused = "R046"
  /// A requirement that cannot hold.
  case cannotHold = "R047"
  /// Filters that no clause passes.
  case contradictoryFilters = "R048"
  /// `near if` that says the same as `held if`.
  case nearEqualsHeld = "R049"
  /// An alternative that stands there already.
  case repeatedAlternative = "R050"
  /// Two values that are never compared, since they measure different things.
  case neverCompared = "R056"
  /// `or` and `,` side by side without brackets.
  case mixedOr = "R051"
  /// `with … and at least …`, where `at least` is counted inside.
  case countInsideWith = "R052"
  /// A phrase given twice in a list.
  case repeatedPhrase = "R053"
  /// A phrase that multiplies out to more ways than are looked for.
  case tooManyWays = "R058"
  /// `firm if` that says the same as `held if`.
  case firmEqualsHeld = "R057"

  /// Whether rules with this problem can be used.
  public var severity: Diagnostic.Severity {
    switch self {
    case .dropsNothing, .missingExamples, .unused, .nearEqualsHeld, .repeatedAlternative, .mixedOr,
      .countInsideWith, .repeatedPhrase, .firmEqualsHeld, .tooManyWays:
      .warning
    default: .error
    }
  }
}
