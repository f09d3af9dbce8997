import PremarkText

extension Diagnostic {
  /// `R021`: a name given twice.
  static func duplicateName(_ name: String, kind: String, at location: RuleLocation, first: RuleLocation)
    -> Diagnostic
  {
    Diagnostic(
      .duplicateName, at: location, "\(kind) '\(name)' is defined twice", label: "defined again here",
      help: "give one of them another name", notes: [Note("first defined here", at: first)])
  }

  /// `R022`: a word list with the name of an entity.
  static func listNamedAsEntity(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .nameOfBoth, at: location, "'\(name)' is the name of an entity",
      label: "a word list may not have this name",
      help: "call it '\(name)-word'")
  }

  /// `R022`: one name for two kinds of things.
  static func nameOfTwoKinds(
    _ name: String, kind: String, at location: RuleLocation, first: RuleLocation, firstKind: String
  ) -> Diagnostic {
    Diagnostic(
      .nameOfBoth, at: location, "'\(name)' is \(kind) and \(firstKind)", label: "the name is taken",
      help: "give one of them another name", notes: [Note("\(firstKind) here", at: first)])
  }

  /// `R023`: a name that is a word of the language.
  static func reservedName(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .reservedName, at: location, "'\(name)' is a word of the language", label: "cannot be a name",
      help: "add a word: '\(name)-shown'")
  }

  /// `R024`: a property that must be there.
  static func missingProperty(_ property: String, of what: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .missingProperty, at: location, "\(what) has no '\(property)'", label: "nothing says '\(property)'",
      help: "add a line that begins with '\(property)'")
  }

  /// `R025`: a property given twice.
  static func repeatedProperty(_ property: String, at location: RuleLocation, first: RuleLocation)
    -> Diagnostic
  {
    Diagnostic(
      .repeatedProperty, at: location, "'\(property)' is given twice", label: "given again here",
      help: "keep one of them", notes: [Note("first given here", at: first)])
  }

  /// `R026`: a statement that only a unit's file may hold.
  static func notInVocabulary(_ statement: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .notInVocabulary, at: location, "'\(statement)' does not belong in a vocabulary",
      label: "only a unit's file may hold this",
      help: "a vocabulary holds words, passages and indicators; move this to the unit that needs it")
  }

  /// `R027`: no `language 1` at the top.
  static func missingLanguage(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .language, at: location, "the file does not say its language",
      label: "the first line must be 'language 1'",
      help: "begin the file with 'language 1'")
  }

  /// `R027`: a language that this program does not read.
  static func unknownLanguage(_ number: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .language, at: location, "unknown language '\(number)'", label: "this program reads language 1",
      help: "write 'language 1', or take a newer program")
  }

  /// `R028`: no `unit` or `vocabulary` line.
  static func missingHeader(_ wanted: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .fileHeader, at: location, "the file has no '\(wanted)' line", label: "what is this file?",
      help: "write '\(wanted) NAME' under 'language 1'")
  }

  /// `R028`: `unit` or `vocabulary` where it does not belong.
  static func unexpectedHeader(_ found: String, at location: RuleLocation, help: String) -> Diagnostic {
    Diagnostic(
      .fileHeader, at: location, "'\(found)' does not belong here", label: "not in this file", help: help)
  }

  /// `R029`: a vocabulary whose name is not its file's.
  static func vocabularyName(_ name: String, file: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .vocabularyName, at: location, "vocabulary '\(name)' stands in the file of '\(file)'",
      label: "files are found by this name", help: "write 'vocabulary \(file)', or rename the file")
  }

  /// `R030`: files that use each other in a circle; `chain` begins and ends with the same name.
  static func cycleInUses(_ chain: [String], at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .cycleInUses, at: location, "vocabularies use each other in a circle", label: "leads back to itself",
      help: "take one 'uses' out", notes: [Note(joined(chain, by: " uses "))])
  }

  /// `R031`: lists that hold each other in a circle.
  static func cycleInLists(_ chain: [String], at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .cycleInLists, at: location, "word list '\(chain[0])' holds itself", label: "leads back to itself",
      help: "take one step of the circle out", notes: [Note(joined(chain, by: " holds "))])
  }

  /// `R032`: definitions that lead back to themselves.
  static func cycleInDefinitions(_ chain: [String], at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .cycleInDefinitions, at: location, "'\(chain[0])' is defined by itself", label: "leads back to itself",
      help: "say what it is without naming it", notes: [Note(joined(chain, by: " names "))])
  }

  /// `R033`: `4 of 5` that does not fit the criterion.
  static func countOutOfRange(_ written: String, essential: Int, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .countOutOfRange, at: location, "'\(written)' does not fit the criterion",
      label: essential == 1
        ? "it has 1 essential requirement" : "it has \(essential) essential requirements",
      help: "count the essential requirements; supporting ones never change a decision")
  }

  /// `R034`: a number that cannot stand there.
  static func impossibleNumber(_ why: String, at location: RuleLocation, help: String? = nil) -> Diagnostic {
    Diagnostic(.impossibleNumber, at: location, why, label: "this number", help: help)
  }

  /// `R035`: a criterion that requires nothing.
  static func noRequirements(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .noRequirements, at: location, "criterion '\(name)' requires nothing", label: "could never be decided",
      help: "add 'requires NAME' with 'held if' under it")
  }

  /// `R036`: an item that comes from nowhere.
  static func noSources(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .noSources, at: location, "item '\(name)' comes from nowhere", label: "could never be found",
      help: "add a line such as 'from rows of a table with an objective column'")
  }

  /// `R037`: an indicator or passage that nothing can show.
  static func noAlternatives(_ kind: String, _ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .noAlternatives, at: location, "\(kind) '\(name)' could never be found",
      label: kind == "passage" ? "nothing says where it starts" : "nothing says what shows it",
      help: kind == "passage" ? "add a line that begins 'starts at'" : "add a line such as 'clause <list>'")
  }

  /// `R038`: a further alternative that does not begin with `or`.
  static func missingOr(_ scope: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .missingOr, at: location, "a further alternative begins with 'or'",
      label: "reads as if it were asked too",
      help: "write 'or \(scope) …'")
  }

  /// `R039`: a decision asked for before there are any.
  static func decisionNotKnown(_ kind: String, at location: RuleLocation, help: String) -> Diagnostic {
    Diagnostic(
      .decisionNotKnown, at: location, "a \(kind) cannot be asked here", label: "not decided yet", help: help)
  }

  /// `R040`: `drops` of something that is not in the list.
  static func dropsNothing(_ what: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .dropsNothing, at: location, "'drops' takes out \(what), which is not there",
      label: "not in the lists it extends",
      help: "take it out, or write it as it stands there")
  }

  /// `R041`: a wording line that is no list of hashes.
  static func malformedWording(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .malformedWording, at: location, "the wording is no list of hashes", label: "not eight hex digits",
      help: "write eight hex digits for each word, apart by spaces")
  }

  /// `R054`: a word list without a phrase.
  static func emptyList(_ name: String, at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .emptyList, at: location, "word list '\(name)' is empty", label: "could never be found",
      help: "add phrases, apart by commas, on the indented lines under it")
  }

  private static func joined(_ names: [String], by word: String) -> String {
    var text = ""
    for (index, name) in names.enumerated() { text += (index == 0 ? "" : word) + "'\(name)'" }
    return text
  }

  /// `R055`: `for it` where no item is at hand.
  static func nothingAtHand(at location: RuleLocation) -> Diagnostic {
    Diagnostic(
      .nothingAtHand, at: location, "'for it' has nothing that it could mean",
      label: "no item is asked of here",
      help: "use it after 'with' in a test of items: at least 1 objective with review-entry for it")
  }
}
